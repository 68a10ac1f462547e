"""The registers written out: as text, as a public shape, as a sheet of comma-separated values."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from minute_taker.minutes.model import Part
from minute_taker.minutes.registers import ActionRow, DecisionRow, Source
from minute_taker.minutes.when import format_date

#: The number of the public shape; it rises when a key changes its meaning or goes.
SHAPE = 1

_ACTION_HEADINGS = (
    "Committee", "Date of meeting", "Agenda item", "Minute", "Item", "Part", "Who", "For whom",
    "What", "By when", "Due on", "Source", "Done", "Line",
)  # fmt: skip
_DECISION_HEADINGS = (
    "Committee", "Date of meeting", "Agenda item", "Minute", "Item", "Part", "Decision", "Outcome",
    "For", "Against", "Abstained", "Casting vote", "Line",
)  # fmt: skip
#: A sign alone in a cell would be taken for a formula, so the source is said in words.
_SOURCES: dict[Source, str] = {
    "+": "action", ">+": "promise", "~ writing": "answer in writing",
}  # fmt: skip
#: What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def actions_shape(rows: Iterable[ActionRow]) -> dict[str, Any]:
    """The actions as plain dicts and lists, with every key always there; dates are ISO 8601."""
    return {"schema": SHAPE, "actions": [msgspec.to_builtins(row) for row in rows]}


def decisions_shape(rows: Iterable[DecisionRow]) -> dict[str, Any]:
    """The decisions, likewise."""
    return {"schema": SHAPE, "decisions": [msgspec.to_builtins(row) for row in rows]}


def actions_csv(rows: Iterable[ActionRow]) -> str:
    """The actions as a sheet, its headings first; to a file it goes as UTF-8 with a mark."""
    return _sheet(_ACTION_HEADINGS, (_action_cells(row) for row in rows))


def decisions_csv(rows: Iterable[DecisionRow]) -> str:
    """The decisions, likewise; a part of a decision is set in."""
    return _sheet(_DECISION_HEADINGS, (_decision_cells(row) for row in rows))


def action_line(row: ActionRow) -> str:
    """One action as a line of text: who, what, by when, and where it was agreed."""
    who = ", ".join(row.who) or "nobody named"
    who += f", for {', '.join(row.to)}" if row.to else ""
    due = f" (by {row.due})" if row.due else ""
    done = ", done" if row.done else ""
    return f"{who}: {row.words}{due}{done} [{_where(row)}]"


def decision_line(row: DecisionRow) -> str:
    """One decision as a line of text."""
    votes = f" {'-'.join(map(str, row.votes))}" if row.votes else ""
    casting = f" on the casting vote of {row.casting}" if row.casting else ""
    return f"{'  ' * row.depth}{row.words} [{row.outcome}{votes}{casting}, {_where(row)}]"


def _where(row: ActionRow | DecisionRow) -> str:
    item = f"item {row.agenda}" if row.agenda else row.title
    day = format_date(row.date) if row.date else ""
    line = f"line {row.line}" if row.line is not None else ""
    part = "exempt" if row.part == Part.EXEMPT else ""
    return ", ".join(word for word in (part, row.committee, day, item, line) if word)


def _head_cells(row: ActionRow | DecisionRow) -> list[str]:
    day = row.date.isoformat() if row.date else ""
    return [row.committee, day, row.agenda, row.minute, row.title, f"Part {row.part}"]


def _action_cells(row: ActionRow) -> list[str]:
    due_on = row.due_on.isoformat() if row.due_on else ""
    done = "yes" if row.done else "no"
    return [
        *_head_cells(row), ", ".join(row.who), ", ".join(row.to), row.words, row.due, due_on,
        _SOURCES[row.source], done, str(row.line),
    ]  # fmt: skip


def _decision_cells(row: DecisionRow) -> list[str]:
    votes = [*map(str, row.votes), "", "", ""][:3]
    words = "    " * row.depth + row.words
    line = "" if row.line is None else str(row.line)
    return [*_head_cells(row), words, row.outcome, *votes, row.casting, line]


def _sheet(headings: Sequence[str], rows: Iterable[list[str]]) -> str:
    out = io.StringIO()
    sheet = csv.writer(out, lineterminator="\r\n")
    sheet.writerow(headings)
    sheet.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cell(words: str) -> str:
    """A cell that a spreadsheet shows and does not work out."""
    return f"'{words}" if words.startswith(_FORMULA) else words
