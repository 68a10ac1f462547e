"""The actions and the decisions of meetings as rows of a list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content

from minute_taker.minutes.exempt import public_view
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.registers import DecisionRow, actions, decisions
from minute_taker.minutes.when import format_date, short_date
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.row_list import RowList

_ACTION_COLUMNS = (
    Column("date", width=11, above=90, right=True),
    Column("item", width=4, right=True, above=50),
    Column("who", width=18),
    Column("what", share=1),
    Column("due", width=16, above=66),
)
_DECISION_COLUMNS = (
    Column("date", width=11, above=90, right=True),
    Column("item", width=4, right=True, above=50),
    Column("what", share=1),
)


class BusinessRow(Struct, frozen=True):
    """One action or decision, or the heading over them (``place`` is None).

    ``place`` is the id of its item, ``line`` that of its line, None where it stands in the
    item's heading. ``who``, ``to`` and ``due`` are an action's; ``draft`` is None for the
    draft under work. ``exempt`` says that no public copy has it.
    """

    heading: str = ""
    draft: Path | None = None
    committee: str = ""
    date: dt.date | None = None
    item: str = ""
    place: int | None = None
    line: int | None = None
    who: str = ""
    what: str = ""
    to: str = ""
    due: str = ""
    is_action: bool = False
    exempt: bool = False

    @property
    def key(self) -> tuple[str, Path | None, int | None, int | None]:
        """Which line of which draft; a heading by its words."""
        return (self.heading, self.draft, self.place, self.line)

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here: not on headings."""
        return self.place is not None

    @property
    def sought(self) -> str:
        """What the words typed are looked for in."""
        day = format_date(self.date) if self.date else ""
        return " ".join((self.committee, day, self.who, self.to, self.what, self.due)).lower()


def business_of(meeting: Meeting, draft: Path | None = None) -> Iterator[BusinessRow]:
    """The actions, promises and decisions of one meeting, each in the order of the record.

    Those that a public copy leaves out are marked.
    """
    shown = public_view(meeting)
    public = {row.key for row in _rows(shown, draft)} if shown is not meeting else None
    for row in _rows(meeting, draft):
        yield row if public is None or row.key in public else replace(row, exempt=True)


def _rows(meeting: Meeting, draft: Path | None) -> Iterator[BusinessRow]:
    for row in actions(meeting):
        yield BusinessRow(
            draft=draft,
            committee=row.committee,
            date=row.date,
            item=row.agenda,
            place=row.item,
            line=row.line,
            who=", ".join(row.who),
            to=", ".join(row.to),
            what=row.words,
            due="done" if row.done else row.due,
            is_action=True,
        )
    for decided in decisions(meeting):
        yield BusinessRow(
            draft=draft,
            committee=decided.committee,
            date=decided.date,
            item=decided.agenda,
            place=decided.item,
            line=decided.line,
            what="  " * decided.depth + _what_became(decided) + decided.words,
        )


def _what_became(row: DecisionRow) -> str:
    """What became of a motion, where its words alone do not say so: ``lost 1-3: ``."""
    votes = "-".join(map(str, row.votes))
    if row.depth or not (votes or row.outcome in ("lost", "fell", "withdrawn")):
        return ""
    casting = " casting vote" if row.casting else ""
    return f"{row.outcome} {votes}".rstrip() + f"{casting}: "


def under_headings(rows: Iterable[BusinessRow], words: str) -> list[BusinessRow]:
    """The actions and then the decisions in which every word typed stands somewhere."""
    wanted = words.lower().split()
    fitting = [row for row in rows if all(word in row.sought for word in wanted)]
    shown: list[BusinessRow] = []
    for heading, is_action in (("Actions and promises", True), ("Decisions", False)):
        part = [row for row in fitting if row.is_action is is_action]
        if part:
            shown += [BusinessRow(heading=f"{heading}: {len(part)}"), *part]
    return shown


class BusinessList(RowList[BusinessRow]):
    """Actions and decisions; typing narrows them."""

    def draw(self, row: BusinessRow, width: int) -> Content:
        if row.place is None:
            return Content.styled(row.heading, ".rows--heading")
        cells = {
            "date": Content.styled(short_date(row.date) if row.date else "", ".rows--quiet"),
            "item": Content.styled(row.item, ".rows--quiet"),
            "who": Content(row.who or "nobody named"),
            "what": Content.styled("[Exempt] " if row.exempt else "", ".rows--exempt")
            + Content(row.what),
            "due": Content.styled(row.due, ".rows--strong"),
        }
        return set_row(_ACTION_COLUMNS if row.is_action else _DECISION_COLUMNS, cells, width)
