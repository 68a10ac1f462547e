"""Check a Word document for what Word would silently repair and what a reader would miss.

A schema can be kept to and the page still be wrong: a paragraph that is empty, a heading
level left out, a field that never ends, a word that is there twice. ``check_docx`` says what
it finds; ``python -m minute_taker.exporting.docx_check FILE …`` prints it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.composing.blocks import (
    AnyBlock,
    Attendance,
    Document,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Signature,
    Table,
    plain,
)
from minute_taker.exporting.docx_reading import Package, Shown, read_body, shown_text
from minute_taker.exporting.docx_styles import (
    ATTENDANCE_HEADING,
    ATTENDANCE_LABEL,
    CAPTION,
    HEADING_STYLES,
    LIST_STYLE_OF,
    STYLE_OF,
)
from minute_taker.exporting.docx_tables import SMALLEST, cell_width
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_variants import own_style
from minute_taker.exporting.docx_xml import in_schema_order, value
from minute_taker.minutes.visible import visible_text

_MAIN = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMATS = ("b", "i", "caps", "smallCaps", "u", "sz", "color")
_TYPED_MARK = re.compile(r"^\s*([•·–*-]\s|\(?([0-9]{1,3}|[a-z]|[ivx]{1,5})[.)]\s)")


class Finding(Struct, frozen=True):
    """Something wrong: the rule that it breaks, and where or what, without minutes' text."""

    rule: str
    where: str = ""


def check_docx(data: bytes, document: Document | None = None) -> list[Finding]:
    """Return everything wrong with a .docx; its words too, where ``document`` is given."""
    try:
        package = Package(data)
        shown = list(read_body(package))
        return [*_parts(package), *_paragraphs(shown), *_tables(package), *_words(shown, document)]
    except ValueError as error:
        return [Finding("package", str(error))]


# --- the parts ------------------------------------------------------------------------------


def _parts(package: Package) -> Iterator[Finding]:
    document = package.part("word/document.xml")
    yield from _styles(package, document)
    yield from _numberings(package)
    yield from _references(package, document)
    yield from _properties(package)
    stories = [name for name in package.names if re.match(r"word/(header|footer)\d*\.xml", name)]
    for name in ("word/document.xml", *stories):
        root = package.part(name)
        yield from _fields(name, root)
        yield from _stray(name, root)
        yield from _order(name, root)
    for name in stories:
        for paragraph in package.part(name).iter(f"{_MAIN}p"):
            if not shown_text(paragraph).strip():
                yield Finding("empty paragraph", name)


def _styles(package: Package, document: Element) -> Iterator[Finding]:
    names = package.style_names()
    for kind in ("pStyle", "rStyle", "tblStyle"):
        for use in document.iter(f"{_MAIN}{kind}"):
            if value(use) not in names:
                yield Finding("unknown style", value(use))
    language = package.part("word/styles.xml").find(
        f"{_MAIN}docDefaults/{_MAIN}rPrDefault/{_MAIN}rPr/{_MAIN}lang"
    )
    if language is None or not value(language):
        yield Finding("no language", "word/styles.xml")


def _numberings(package: Package) -> Iterator[Finding]:
    tags = [element.tag for element in package.part("word/numbering.xml")]
    if f"{_MAIN}num" in tags and f"{_MAIN}abstractNum" in tags[tags.index(f"{_MAIN}num") :]:
        yield Finding("numbering order", "a kind of numbering stands after a list")


def _references(package: Package, document: Element) -> Iterator[Finding]:
    relations = package.part("word/_rels/document.xml.rels")
    targets = {one.get("Id"): f"word/{one.get('Target')}" for one in relations}
    for kind in ("headerReference", "footerReference"):
        for use in document.iter(f"{_MAIN}{kind}"):
            if targets.get(use.get(_RELATION), "") not in package.names:
                yield Finding("missing part", kind)
    if not any(
        "PAGE" in (code.text or "")
        for use in document.iter(f"{_MAIN}footerReference")
        if (target := targets.get(use.get(_RELATION), "")) in package.names
        for code in package.part(target).iter(f"{_MAIN}instrText")
    ):
        yield Finding("no page number", "the foot of the page")
    body = document[0]
    if not len(body) or body[-1].tag != f"{_MAIN}sectPr":
        yield Finding("no section", "the body does not end with one")


def _properties(package: Package) -> Iterator[Finding]:
    title = next(package.part("docProps/core.xml").iter("{*}title"), None)
    if title is None or not (title.text or "").strip():
        yield Finding("no title", "docProps/core.xml")
    modes = [
        value(setting)
        for setting in package.part("word/settings.xml").iter(f"{_MAIN}compatSetting")
        if value(setting, "name") == "compatibilityMode"
    ]
    if modes != ["15"]:
        yield Finding("compatibility mode", "word/settings.xml")


def _fields(name: str, root: Element) -> Iterator[Finding]:
    for paragraph in root.iter(f"{_MAIN}p"):
        marks = [value(mark, "fldCharType") for mark in paragraph.iter(f"{_MAIN}fldChar")]
        whole = ["begin", "separate", "end"] * (len(marks) // 3)
        if marks != whole:
            yield Finding("unclosed field", name)
        elif len(list(paragraph.iter(f"{_MAIN}instrText"))) != len(marks) // 3:
            yield Finding("field without instruction", name)


def _stray(name: str, root: Element) -> Iterator[Finding]:
    holders = {f"{_MAIN}t", f"{_MAIN}instrText"}
    for element in root.iter(f"{_MAIN}*"):
        if element.tag in holders:
            if element.getparent().tag != f"{_MAIN}r":
                yield Finding("text outside a run", name)
        elif (element.text or "").strip():
            yield Finding("text outside a run", name)
        if (element.tail or "").strip():
            yield Finding("text outside a run", name)


def _order(name: str, root: Element) -> Iterator[Finding]:
    for kind in ("pPr", "rPr", "tblPr", "sectPr"):
        for element in root.iter(f"{_MAIN}{kind}"):
            if not in_schema_order(element):
                yield Finding("order of elements", f"{kind} in {name}")


# --- paragraphs and tables ------------------------------------------------------------------


def _paragraphs(shown: list[Shown]) -> Iterator[Finding]:
    level = 0
    headings = [name.lower() for name in HEADING_STYLES]
    lists = {STYLE_OF[Role.RESOLUTION].lower(), *(name.lower() for name in LIST_STYLE_OF.values())}
    titles = 0
    begun: set[str] = set()
    for place, paragraph in enumerate(shown):
        where = f"paragraph {place + 1}"
        titles += paragraph.style == "title"
        # A section that ends with a table has a paragraph of its own for that.
        ends = paragraph.element.find(f"{_MAIN}pPr/{_MAIN}sectPr") is not None
        if not paragraph.text.strip() and not paragraph.in_cell and not ends:
            yield Finding("empty paragraph", where)
        if paragraph.style in headings:
            here = headings.index(paragraph.style) + 1
            if here > level + 1:
                yield Finding("heading level left out", where)
            level = here
        yield from _direct(paragraph, where)
        if deep := _begun_deep(paragraph, begun):
            yield Finding("list begun below its first level", f"{where}: list {deep}")
        if (
            own_style(paragraph.style) in lists
            and not paragraph.number
            and _TYPED_MARK.match(paragraph.text)
        ):
            yield Finding("typed list mark", where)
    if titles > 1:
        yield Finding("more than one title", f"{titles} paragraphs")


def _begun_deep(paragraph: Shown, begun: set[str]) -> str:
    """Return the list that begins with this paragraph below its first level; "" for none."""
    if not paragraph.list or not paragraph.number:
        return ""
    new = paragraph.list not in begun
    begun.add(paragraph.list)
    return paragraph.list if new and paragraph.level else ""


def _direct(paragraph: Shown, where: str) -> Iterator[Finding]:
    """Return the formatting that stands at a paragraph or its words and not in a style."""
    look = paragraph.element.find(f"{_MAIN}pPr")
    if look is not None and look.find(f"{_MAIN}spacing") is not None:
        yield Finding("spacing outside a style", where)
    for run in paragraph.element.iter(f"{_MAIN}r"):
        words = run.find(f"{_MAIN}rPr")
        if words is not None and any(words.find(f"{_MAIN}{name}") is not None for name in _FORMATS):
            yield Finding("formatting outside a style", where)
            return


def _tables(package: Package) -> Iterator[Finding]:
    for place, table in enumerate(package.part("word/document.xml").iter(f"{_MAIN}tbl")):
        where = f"table {place + 1}"
        if (above := table.getprevious()) is not None and above.tag == table.tag:
            yield Finding("tables that touch", where)
        rows = list(table.iter(f"{_MAIN}tr"))
        headers = [row.find(f"{_MAIN}trPr/{_MAIN}tblHeader") is not None for row in rows]
        if not headers or not headers[0]:
            yield Finding("no header row", where)
        columns = len(list(table.iter(f"{_MAIN}gridCol")))
        if any(map(_divided, table.iter(f"{_MAIN}tc"))):
            yield Finding("table too wide", where)
        for row in rows:
            cells = row.findall(f"{_MAIN}tc")
            if len(cells) != columns:
                yield Finding("uneven row", where)
            if any(cell[-1].tag != f"{_MAIN}p" for cell in cells):
                yield Finding("cell without a paragraph", where)


def _divided(cell: Element) -> bool:
    """Whether a word in a cell is longer than the cell is wide, in the smallest type."""
    width = cell.find(f"{_MAIN}tcPr/{_MAIN}tcW")
    words = " ".join(shown_text(paragraph) for paragraph in cell.iter(f"{_MAIN}p")).split()
    longest = max(map(len, words), default=0)
    return width is not None and cell_width(longest, SMALLEST) > int(value(width, "w"))


# --- the words ------------------------------------------------------------------------------


class _Said(Struct, frozen=True):
    """A paragraph that must be there: its style and its words, number and all."""

    style: str
    words: str


def _words(shown: Iterable[Shown], document: Document | None) -> Iterator[Finding]:
    """Each paragraph of the document once, in order, in its style."""
    if document is None:
        return
    there = [
        _Said(own_style(one.style), _bare(f"{one.number} {one.text}"))
        for one in shown
        if one.text.strip()
    ]
    wanted = [
        _Said(style.lower(), _bare(visible_text(words)))
        for block in _levelled(document.blocks)
        for style, words in _said(block)
    ]
    wanted = [one for one in wanted if one.words]
    for change, i1, i2, j1, j2 in SequenceMatcher(None, wanted, there, False).get_opcodes():
        if change == "equal":
            continue
        missing, extra = wanted[i1:i2], there[j1:j2]
        same_words = [one.words for one in missing] == [one.words for one in extra]
        if same_words:
            yield Finding("wrong style", f"{len(missing)} at paragraph {j1 + 1}")
            continue
        if missing:
            yield Finding("missing words", f"{len(missing)} at paragraph {j1 + 1}")
        if extra:
            yield Finding("words too many", f"{len(extra)} at paragraph {j1 + 1}")


def _levelled(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """The blocks, with a heading raised where the level above it was left out."""
    above = 0
    for block in blocks:
        if isinstance(block, Heading) and f"{block.number}{block.text}{block.suffix}".strip():
            above = min(block.level, above + 1)
            yield replace(block, level=above)
        elif isinstance(block, Paragraph) and block.run_in:
            above = min(block.run_in[0].heading, above + 1)
            runs = (replace(run, heading=above if run.heading else 0) for run in block.runs)
            yield replace(block, runs=tuple(runs))
        else:
            yield block


def _bare(text: str) -> str:
    return " ".join(text.split())


def _said(block: AnyBlock) -> Iterator[tuple[str, str]]:
    """The style and the words of each paragraph that a block makes."""
    match block:
        case Heading():
            yield _heading_style(block.level), f"{block.number} {block.text} {block.suffix}"
        case Paragraph() if block.run_in:
            opening, rest = block.run_in, block.runs[len(block.run_in) :]
            yield _heading_style(opening[0].heading), f"{block.label} {plain(opening)}"
            yield STYLE_OF[block.role], plain(rest)
        case Paragraph():
            role = Role.TEXT if block.role is Role.BULLET else block.role
            yield STYLE_OF[role], f"{block.label} {plain(block.runs)}"
        case ListEntry() if plain(block.runs).strip():
            name = LIST_STYLE_OF.get(block.role, STYLE_OF[block.role])
            yield name, f"{block.mark} {plain(block.runs)}"
        case Attendance():
            yield from _attending(block)
        case Table():
            if any(block.rows):
                yield CAPTION, block.caption
            for row in block.rows:
                yield from ((STYLE_OF[Role.TABLE], plain(cell)) for cell in row)
        case Signature():
            yield STYLE_OF[Role.SIGNATURE], block.who
            yield STYLE_OF[Role.SIGNATURE], block.date_label


def _heading_style(level: int) -> str:
    return HEADING_STYLES[min(max(level, 1), len(HEADING_STYLES)) - 1]


def _attending(block: Attendance) -> Iterator[tuple[str, str]]:
    name = STYLE_OF[Role.ATTENDANCE]
    sections = [s for s in block.sections if s.heading or s.entries or s.before]
    table = block.layout == "table" and bool(sections)
    if table:
        yield from ((name, words) for words in block.columns)
    for section in sections:
        yield ATTENDANCE_LABEL if table else ATTENDANCE_HEADING, section.heading
        yield from ((name, words) for words in section.paragraphs)
    yield name, block.footnote


def main(paths: list[str]) -> int:
    """Check files and print what is found; 1 where anything is."""
    found = 0
    for path in paths:
        for finding in check_docx(Path(path).read_bytes()):
            print(f"{path}: {finding.rule}: {finding.where}")
            found += 1
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
