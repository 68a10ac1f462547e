"""A Word document as rows: paragraphs and the rows of its tables, with the numbers Word counts.

Only the words that a reader sees are taken: no deleted text, no hidden text, no field's code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from minute_taker.composing.list_counts import Level, ListCounter, NumberedList
from minute_taker.importing.agenda_rows import Row
from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.limits import MOST_ROWS, Element, Package, parse_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: What holds other words than those of the page: deleted, moved away, a field's code, an older
#: program's copy of what stands beside it.
_UNSEEN = {
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}instrText",
    f"{_W}delText",
    f"{_W}rPr",
    f"{_W}pPr",
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}
_HEADING = re.compile(r"heading\s*[1-4]|title|subtitle", re.IGNORECASE)
_OFF = ("0", "false", "off", "none")


class Block(Struct, frozen=True):
    """A row, and the table that it stands in (counted from 1; 0 for none)."""

    row: Row
    table: int = 0


def read_rows(package: Package) -> tuple[Block, ...]:
    """The rows of a document's body, in order. Raises ImportRefused for what is none."""
    root = parse_xml(package.part("word/document.xml"))
    body = root.find(f"{_W}body")
    if body is None:
        raise ImportRefused("this Word document has nothing in it")
    styles = _Styles(package.part("word/styles.xml"))
    reader = _Reader(styles, ListCounter(_lists(package.part("word/numbering.xml"))))
    blocks: list[Block] = []
    for block in reader.blocks(body):
        blocks.append(block)
        if len(blocks) > 4 * MOST_ROWS:
            raise ImportRefused("this Word document is too long to be an agenda")
    return tuple(blocks)


def _value(element: Element | None, name: str = "val") -> str:
    return "" if element is None else str(element.get(f"{_W}{name}") or "")


def _on(element: Element | None) -> bool:
    return element is not None and _value(element).lower() not in _OFF


class _Style(Struct, frozen=True):
    name: str = ""
    based_on: str = ""
    list_id: str = ""
    level: str = ""


class _Styles:
    """The paragraph styles: their names, and the lists that they number by."""

    def __init__(self, data: bytes) -> None:
        self._known: dict[str, _Style] = {}
        for style in parse_xml(data).iter(f"{_W}style") if data else ():
            numbered = style.find(f"{_W}pPr/{_W}numPr")
            self._known[_value(style, "styleId")] = _Style(
                _value(style.find(f"{_W}name")),
                _value(style.find(f"{_W}basedOn")),
                _value(numbered.find(f"{_W}numId")) if numbered is not None else "",
                _value(numbered.find(f"{_W}ilvl")) if numbered is not None else "",
            )

    def name(self, ident: str) -> str:
        """The style's name."""
        return self._known.get(ident, _Style()).name

    def numbered(self, ident: str) -> tuple[str, str]:
        """The list and the level that a style numbers by, or that it takes from another."""
        for _ in range(10):
            style = self._known.get(ident)
            if style is None:
                break
            if style.list_id:
                return style.list_id, style.level
            ident = style.based_on
        return "", ""


def _lists(data: bytes) -> dict[str, NumberedList]:
    """The lists of a document, as far as its numberings part says them; none without one."""
    if not data:
        return {}
    root = parse_xml(data)
    kinds = {
        _value(kind, "abstractNumId"): {
            _whole(_value(level, "ilvl")): Level(
                _whole(_value(level.find(f"{_W}start")), 1),
                _value(level.find(f"{_W}numFmt")),
                _value(level.find(f"{_W}lvlText")),
            )
            for level in kind.iter(f"{_W}lvl")
        }
        for kind in root.iter(f"{_W}abstractNum")
    }
    found = {}
    for one in root.iter(f"{_W}num"):
        kind = _value(one.find(f"{_W}abstractNumId"))
        starts = {
            _whole(_value(override, "ilvl")): _whole(_value(start), 1)
            for override in one.iter(f"{_W}lvlOverride")
            for start in override.iter(f"{_W}startOverride")
        }
        found[_value(one, "numId")] = NumberedList(kind, kinds.get(kind, {}), starts)
    return found


def _whole(words: str, otherwise: int = 0) -> int:
    return int(words) if re.fullmatch(r"\d{1,6}", words) else otherwise


class _Reader:
    """Goes through a body, into tables and content controls."""

    def __init__(self, styles: _Styles, counter: ListCounter) -> None:
        self._styles = styles
        self._counter = counter
        self._tables = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{_W}p":
                row = self._paragraph(child)
                if row is not None:
                    yield Block(row)
            elif child.tag == f"{_W}tbl":
                self._tables += 1
                yield from self._table(child, self._tables)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}moveTo",
                               f"{_W}customXml", f"{_W}smartTag"):  # fmt: skip
                yield from self.blocks(child)

    def _table(self, table: Element, number: int) -> Iterator[Block]:
        for line in table.iter(f"{_W}tr"):
            if next(line.iterancestors(f"{_W}tbl")) is not table:
                continue
            if line.find(f"{_W}trPr/{_W}del") is not None:
                continue
            cells: list[str] = []
            counted, headed = "", False
            for cell in line.iter(f"{_W}tc"):
                if next(cell.iterancestors(f"{_W}tr")) is not line:
                    continue
                texts: list[str] = []
                for paragraph in cell.iter(f"{_W}p"):
                    row = self._paragraph(paragraph)
                    if row is not None:
                        # The number that Word counts in a table stands in its first cell.
                        counted = counted or row.number if not any(texts) else counted
                        headed = headed or (row.headed and not any(texts))
                        texts.append("\t".join(row.cells))
                    elif not counted and not cells:
                        counted = self._number(paragraph)
                cells.append("\n".join(texts))
            if any(cells):
                yield Block(Row(cells=tuple(cells), number=counted, tabular=True,
                                headed=headed), number)  # fmt: skip

    def _paragraph(self, paragraph: Element) -> Row | None:
        text = _text(paragraph)
        if not text.strip():
            return None
        look = paragraph.find(f"{_W}pPr")
        style = _value(look.find(f"{_W}pStyle")) if look is not None else ""
        indent = look.find(f"{_W}ind") if look is not None else None
        return Row(
            cells=tuple(text.split("\t")),
            number=self._number(paragraph),
            headed=_HEADING.fullmatch(self._styles.name(style)) is not None,
            indented=_whole(_value(indent, "left") or _value(indent, "start")) > 300,
        )

    def _number(self, paragraph: Element) -> str:
        """The number of an item that Word counts before a paragraph; empty for a deeper list."""
        look = paragraph.find(f"{_W}pPr")
        own = look.find(f"{_W}numPr") if look is not None else None
        style = _value(look.find(f"{_W}pStyle")) if look is not None else ""
        ident, level = self._styles.numbered(style)
        if own is not None:
            ident = _value(own.find(f"{_W}numId")) or ident
            level = _value(own.find(f"{_W}ilvl")) or level
        if not ident or ident == "0":
            return ""
        at = _whole(level)
        here = self._counter.level(ident, at)
        if here is None or here.form in ("", "none", "bullet"):
            return ""
        number = self._counter.next(ident, at)
        return number if at == 0 or re.match(r"\d", number) else ""


def _text(element: Element) -> str:
    """The words of a paragraph; a tab is a tab, a line break a line end."""
    words: list[str] = []
    for child in element:
        name = child.tag
        if name in _UNSEEN:
            continue
        if name == f"{_W}r" and _on(child.find(f"{_W}rPr/{_W}vanish")):
            continue
        if name == f"{_W}t":
            words.append(child.text or "")
        elif name == f"{_W}tab":
            words.append("\t")
        elif name in (f"{_W}br", f"{_W}cr"):
            words.append("" if _value(child, "type") in ("page", "column") else "\n")
        elif name == f"{_W}noBreakHyphen":
            words.append("-")
        else:
            words.append(_text(child))
    return "".join(words)
