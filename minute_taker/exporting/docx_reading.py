"""Reading a Word document back, as Word would show it: each paragraph with its number.

This is for checking what was written, and shares nothing with the writing but the names of
elements: numbers are counted here from the numberings part alone.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_xml import value

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


class Shown(Struct, frozen=True):
    """A paragraph as it is shown: its style's name, its number or mark, its words.

    ``list`` and ``level`` are its place in a list, by itself or by its style; "" for none.
    """

    style: str
    number: str
    text: str
    element: Element
    in_cell: bool = False
    list: str = ""
    level: int = 0


class Package:
    """The parts of a .docx, parsed as they are asked for.

    Raises ValueError for what is no such package or holds XML that can't be read.
    """

    def __init__(self, data: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                self._blobs = {name: archive.read(name) for name in archive.namelist()}
        except zipfile.BadZipFile as error:
            raise ValueError(f"no zip file: {error}") from None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts."""
        return tuple(self._blobs)

    def part(self, name: str) -> Element:
        """The root of a part. Raises ValueError where there is none or it is broken."""
        if name not in self._blobs:
            raise ValueError(f"{name} is missing")
        try:
            return etree.fromstring(self._blobs[name])
        except etree.XMLSyntaxError as error:
            raise ValueError(f"{name} is broken: {error}") from None

    def style_names(self) -> dict[str, str]:
        """The names of the styles by id, in small letters as Word writes its own."""
        styles = self.part("word/styles.xml").iter(f"{_MAIN}style")
        return {
            value(style, "styleId"): value(style.find(f"{_MAIN}name")).lower() for style in styles
        }


def shown_text(paragraph: Element) -> str:
    """The words of a paragraph; a tab is a tab, a break a line end, a field its result."""
    words: list[str] = []
    for element in paragraph.iter(f"{_MAIN}t", f"{_MAIN}tab", f"{_MAIN}br"):
        if element.getparent().tag != f"{_MAIN}r":
            continue
        if element.tag == f"{_MAIN}t":
            words.append(element.text or "")
        else:
            words.append("\t" if element.tag == f"{_MAIN}tab" else "\n")
    return "".join(words)


def read_body(package: Package) -> Iterator[Shown]:
    """Every paragraph of the body in order, in cells too."""
    names = package.style_names()
    count = _Counter(package.part("word/numbering.xml"))
    tied = _tied(package.part("word/styles.xml"))
    for paragraph in package.part("word/document.xml").iter(f"{_MAIN}p"):
        look = paragraph.find(f"{_MAIN}pPr")
        style = look.find(f"{_MAIN}pStyle") if look is not None else None
        numbered = look.find(f"{_MAIN}numPr") if look is not None else None
        if numbered is None and style is not None:
            numbered = tied.get(value(style))
        in_cell = paragraph.getparent().tag == f"{_MAIN}tc"
        yield Shown(
            names.get(value(style), "") if style is not None else "normal",
            count.next(numbered) if numbered is not None else "",
            shown_text(paragraph),
            paragraph,
            in_cell,
            *(_place(numbered) if numbered is not None else ()),
        )


def _place(numbered: Element) -> tuple[str, int]:
    """The list that a paragraph is in, and its level there."""
    level = numbered.find(f"{_MAIN}ilvl")
    return value(numbered.find(f"{_MAIN}numId")), int(value(level)) if level is not None else 0


def _tied(styles: Element) -> dict[str, Element]:
    """The list that each style is tied to, itself or through those that it is based on."""
    known = {value(style, "styleId"): style for style in styles.iter(f"{_MAIN}style")}
    found: dict[str, Element] = {}
    for ident in known:
        style, seen = known.get(ident), {""}
        while style is not None and value(style, "styleId") not in seen:
            seen.add(value(style, "styleId"))
            numbered = style.find(f"{_MAIN}pPr/{_MAIN}numPr")
            if numbered is not None:
                found[ident] = numbered
                break
            based_on = style.find(f"{_MAIN}basedOn")
            style = known.get(value(based_on)) if based_on is not None else None
    return found


class _Level(Struct, frozen=True):
    start: int
    form: str
    text: str


class _Counter:
    """Counts as Word does: lists of one kind count together unless a list starts anew."""

    def __init__(self, numbering: Element) -> None:
        kinds = {
            value(kind, "abstractNumId"): {
                int(value(level, "ilvl")): _level(level) for level in kind.iter(f"{_MAIN}lvl")
            }
            for kind in numbering.iter(f"{_MAIN}abstractNum")
        }
        self._kind: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._starts: dict[str, dict[int, int]] = {}
        for one in numbering.iter(f"{_MAIN}num"):
            ident = value(one, "numId")
            self._kind[ident] = value(one.find(f"{_MAIN}abstractNumId"))
            self._levels[ident] = kinds[self._kind[ident]]
            self._starts[ident] = {
                int(value(override, "ilvl")): int(value(start))
                for override in one.iter(f"{_MAIN}lvlOverride")
                for start in override.iter(f"{_MAIN}startOverride")
            }
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def next(self, numbered: Element) -> str:
        """The number that stands before the next paragraph of that list and level.

        Raises ValueError where there is no such list.
        """
        ident, at = _place(numbered)
        if ident == "0":
            return ""
        if ident not in self._kind or at not in self._levels[ident]:
            raise ValueError(f"there is no list {ident} with a level {at}")
        levels, counts = self._levels[ident], self._counts.setdefault(self._kind[ident], {})
        starts = {n: self._starts[ident].get(n, one.start) for n, one in levels.items()}
        if ident not in self._begun:
            self._begun.add(ident)
            for n in self._starts[ident]:
                counts.pop(n, None)
        counts[at] = counts[at] + 1 if at in counts else starts[at]
        for deeper in [n for n in counts if n > at]:
            del counts[deeper]
        text = levels[at].text
        for n, one in levels.items():
            text = text.replace(f"%{n + 1}", _figure(one.form, counts.get(n, starts[n])))
        return text


def _level(level: Element) -> _Level:
    def of(name: str) -> str:
        found = level.find(f"{_MAIN}{name}")
        return value(found) if found is not None else ""

    return _Level(int(of("start") or 1), of("numFmt"), of("lvlText"))


def _figure(form: str, number: int) -> str:
    if form.endswith("Letter"):
        figure = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form.endswith("Roman"):
        figure, left = "", number
        for worth, sign in (
            (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
            (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
        ):  # fmt: skip
            figure += sign * (left // worth)
            left %= worth
    else:
        return f"{number:02}" if form == "decimalZero" else str(number)
    return figure.upper() if form.startswith("upper") else figure
