"""Reading a Word document back, as Word would show it: each paragraph with its number.

This is for checking what was written, and shares nothing with the writing but the names of
elements: numbers are counted from the numberings part alone.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from minute_taker.composing.list_counts import Level, ListCounter, NumberedList
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
    counter = ListCounter(_lists(package.part("word/numbering.xml")))
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
            _number(counter, *_place(numbered)) if numbered is not None else "",
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


def _lists(numbering: Element) -> dict[str, NumberedList]:
    kinds = {
        value(kind, "abstractNumId"): {
            int(value(level, "ilvl")): _level(level) for level in kind.iter(f"{_MAIN}lvl")
        }
        for kind in numbering.iter(f"{_MAIN}abstractNum")
    }
    found = {}
    for one in numbering.iter(f"{_MAIN}num"):
        kind = value(one.find(f"{_MAIN}abstractNumId"))
        starts = {
            int(value(override, "ilvl")): int(value(start))
            for override in one.iter(f"{_MAIN}lvlOverride")
            for start in override.iter(f"{_MAIN}startOverride")
        }
        found[value(one, "numId")] = NumberedList(kind, kinds[kind], starts)
    return found


def _number(counter: ListCounter, ident: str, at: int) -> str:
    """The number that is shown; empty for none. Raises ValueError where there is no such list."""
    if ident == "0":
        return ""
    if counter.level(ident, at) is None:
        raise ValueError(f"there is no list {ident} with a level {at}")
    return counter.next(ident, at)


def _level(level: Element) -> Level:
    def of(name: str) -> str:
        found = level.find(f"{_MAIN}{name}")
        return value(found) if found is not None else ""

    return Level(int(of("start") or 1), of("numFmt"), of("lvlText"))
