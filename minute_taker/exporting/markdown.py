"""The minutes as Markdown, for a web site or a wiki."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minute_taker.composing.blocks import (
    Attendance,
    AttendanceSection,
    Document,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Run,
    Runs,
    Signature,
    Table,
)
from minute_taker.composing.style import Style
from minute_taker.exporting.lists import depths, grouped
from minute_taker.minutes.visible import visible_text

#: Signs that would be taken for Markdown wherever they stand, and those at a line's start.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>|~&])")
_STARTS = re.compile(r"^(?P<number>\d*)(?P<sign>(?<=\d)[.)](?=\s|$)|(?<!\d)[-+=#])")
_INDENT = "    "


def markdown_bytes(document: Document, style: Style) -> bytes:
    """The Markdown file of the minutes."""
    italic = "italic" in style.document.question
    parts: list[str] = [f"**{_escaped(document.header)}**"] if document.header else []
    for block in grouped(document.blocks):
        match block:
            case list():
                entries = zip(block, depths(block), strict=True)
                parts.append("\n".join(_entry(entry, depth) for entry, depth in entries))
            case Heading():
                words = (block.number, block.text, block.suffix)
                marks = "#" * (min(max(block.level, 1), 2) + 1)
                parts.append(f"{marks} {' '.join(_escaped(w) for w in words if w)}")
            case Paragraph():
                parts.append(_paragraph(block, italic))
            case Attendance():
                parts.append(_attendance(block))
            case Table():
                parts.append(_table(block.rows, block.caption))
            case Signature():
                parts += [
                    f"{_escaped(label)}: ..." for label in (block.who, block.date_label) if label
                ]
    if document.footer:
        parts.append(_escaped(document.footer))
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _literal(text: str) -> str:
    return _ANYWHERE.sub(r"\\\1", visible_text(text))


def _at_start(text: str) -> str:
    """Text on one line, whose first signs are not taken for a heading's or a list's."""
    return _STARTS.sub(r"\g<number>\\\g<sign>", " ".join(text.split()))


def _escaped(text: str) -> str:
    """Words on one line that Markdown prints as they are."""
    return _at_start(_literal(text))


def _run(run: Run) -> str:
    text = _literal(run.text)
    if run.strong and text.strip():
        start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return f"{start}**{text.strip()}**{end}"
    return text


def _runs(runs: Runs) -> str:
    return _at_start("".join(map(_run, runs)))


def _paragraph(block: Paragraph, italic: bool) -> str:
    words = _runs(block.runs)
    if not words:
        return _escaped(block.label)
    if block.role is Role.MINUTES:
        return f"# {words}"
    if block.role is Role.BODY or block.role is Role.DATE:
        return f"**{words}**"
    if block.role is Role.QUESTION and italic:
        words = f"*{words}*"
    return f"{_escaped(block.label)} {words}" if block.label else words


def _entry(block: ListEntry, depth: int) -> str:
    # Markdown counts in figures alone: another mark is printed, in a list that counts nothing.
    counted = block.ordered and block.mark in (f"{block.ordinal}.", f"{block.ordinal})")
    printed = f"{_literal(block.mark)} " if block.ordered and not counted else ""
    mark = block.mark if counted else "-"
    return f"{_INDENT * depth}{mark} {printed}{_runs(block.runs)}"


def _section(section: AttendanceSection) -> str:
    return "<br>".join(_escaped(words) for words in section.paragraphs)


def _attendance(block: Attendance) -> str:
    sections = [s for s in block.sections if s.heading or s.entries or s.before]
    if block.layout == "table":
        rows = [[_escaped(s.heading), _section(s)] for s in sections]
        made = _rows([[_escaped(words) for words in block.columns], *rows])
    else:
        made = "\n\n".join(
            f"**{_escaped(s.heading)}**\n\n{_section(s).replace('<br>', '  ' + chr(10))}"
            for s in sections
        )
    return f"{made}\n\n{_escaped(block.footnote)}" if block.footnote else made


def _table(rows: Sequence[Sequence[Runs]], caption: str) -> str:
    if not rows:
        return ""
    made = _rows([[_runs(cell) for cell in row] for row in rows])
    return f"**{_escaped(caption)}**\n\n{made}" if caption else made


def _rows(rows: list[list[str]]) -> str:
    columns = max(len(row) for row in rows)
    padded = [row + [""] * (columns - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in padded]
    lines.insert(1, f"|{' --- |' * columns}")
    return "\n".join(lines)
