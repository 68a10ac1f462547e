"""The minutes as plain text: what ``show`` prints and the preview reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from textwrap import wrap
from typing import Any

from minute_taker.composing.blocks import (
    AnyBlock,
    Attendance,
    AttendanceSection,
    Block,
    Document,
    Heading,
    ListEntry,
    Paragraph,
    Runs,
    Signature,
    Table,
    plain,
)

_INDENT = "  "


def document_text(document: Document) -> str:
    """The whole document as text, a blank line between blocks but not inside a list."""
    said: list[str] = []
    before: AnyBlock | None = None
    if document.header:
        said.append(document.header)
    for block in document.blocks:
        text = block_text(block)
        if not text:
            continue
        together = isinstance(block, ListEntry) and isinstance(before, ListEntry)
        said += [text] if together or not said else ["", text]
        before = block
    if document.footer:
        said += ["", document.footer]
    return "\n".join(said) + "\n"


def page_of_text(document: Document, width: int = 78) -> str:
    """The whole document as text in lines no longer than ``width``, with their indents."""
    lines: list[str] = []
    for line in document_text(document).splitlines():
        indent = line[: len(line) - len(line.lstrip())]
        lines += wrap(line, width, subsequent_indent=indent) or [""]
    return "\n".join(lines) + "\n"


def block_text(block: AnyBlock) -> str:
    """One block as text, over one line or several."""
    return _TEXTS[type(block)](block)


def runs_text(runs: Runs) -> str:
    """The text of runs; what is set in capitals is in capitals."""
    return "".join(run.text.upper() if run.caps else run.text for run in runs)


def _heading(block: Heading) -> str:
    text = block.text.upper() if block.caps else block.text
    return " ".join(part for part in (block.number, text, block.suffix) if part)


def _paragraph(block: Paragraph) -> str:
    text = runs_text(block.runs)
    label = f"{block.label} " if block.label else ""
    return f"{_INDENT * block.level}{label}{text}"


def _entry(block: ListEntry) -> str:
    return f"{_INDENT * (block.level + 1)}{block.mark} {plain(block.runs)}"


def _section(section: AttendanceSection) -> Iterator[str]:
    if section.heading:
        yield section.heading.upper() if section.caps else section.heading
    yield from (f"{_INDENT}{words}" for words in section.paragraphs)


def _attendance(block: Attendance) -> str:
    parts = ["\n".join(_section(section)) for section in block.sections]
    return "\n\n".join([*parts, block.footnote] if block.footnote else parts)


def _table(block: Table) -> str:
    rows = [[runs_text(cell) for cell in row] for row in block.rows]
    lines = [block.caption] if block.caption else []
    return "\n".join([*lines, *(" | ".join(row) for row in rows)])


def _signature(block: Signature) -> str:
    return f"{block.who} {'_' * 30}  {block.date_label} {'_' * 15}"


_TEXTS: dict[type[Block], Callable[[Any], str]] = {
    Heading: _heading,
    Paragraph: _paragraph,
    ListEntry: _entry,
    Attendance: _attendance,
    Table: _table,
    Signature: _signature,
}
