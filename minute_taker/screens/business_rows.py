"""The actions and the decisions of meetings as rows of a list."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content

from minute_taker.minutes.facts import Action, Agreed, DecisionDeferred, MinutesApproved, Noted
from minute_taker.minutes.model import Kind, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.people import find_person
from minute_taker.minutes.when import format_date
from minute_taker.screens.columns import Column, set_row
from minute_taker.screens.draft_rows import short_date
from minute_taker.screens.find_list import FindList

_CODE = re.compile(r"(?<![\w@.])@([A-Za-z][A-Za-z0-9]{0,11})(?![A-Za-z0-9@])")

_ACTION_COLUMNS = (
    Column("date", width=11, above=90),
    Column("item", width=4, right=True, above=50),
    Column("who", width=18),
    Column("what", share=1),
    Column("due", width=16, above=66),
)
_DECISION_COLUMNS = (
    Column("date", width=11, above=90),
    Column("item", width=4, right=True, above=50),
    Column("what", share=1),
)


class BusinessRow(Struct, frozen=True):
    """One action or decision, or the heading over them (``line`` is None).

    ``who`` and ``due`` are an action's; ``draft`` is None for the draft under work.
    """

    heading: str = ""
    draft: Path | None = None
    committee: str = ""
    date: dt.date | None = None
    item: str = ""
    line: int | None = None
    who: str = ""
    what: str = ""
    due: str = ""
    is_action: bool = False

    @property
    def key(self) -> tuple[str, Path | None, int | None]:
        """Which line of which draft; a heading by its words."""
        return (self.heading, self.draft, self.line)

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here: not on headings."""
        return self.line is not None

    @property
    def sought(self) -> str:
        """What the words typed are looked for in."""
        day = format_date(self.date) if self.date else ""
        return " ".join((self.committee, day, self.who, self.what, self.due)).lower()


def business_of(meeting: Meeting, draft: Path | None = None) -> Iterator[BusinessRow]:
    """The actions, promises and decisions of one meeting, in the order of the record."""
    numbers = item_numbers(meeting)
    for item, line in meeting.lines():
        head = BusinessRow(
            draft=draft,
            committee=meeting.committee,
            date=meeting.date,
            item=numbers[item.id].agenda,
            line=line.id,
        )
        if line.kind is Kind.ACTION or line.promise:
            yield _action(meeting, line, head)
        elif line.kind is Kind.RESOLUTION:
            yield replace(head, what=_decision(meeting, line))


def _action(meeting: Meeting, line: Line, head: BusinessRow) -> BusinessRow:
    fact = line.fact if isinstance(line.fact, Action) else Action(what=line.text)
    person = find_person(meeting.attendance, fact.owner) if fact.owner else None
    who = person.name if person else fact.owner.lstrip("@")
    return replace(head, who=who, what=_named(meeting, fact.what), due=fact.due, is_action=True)


def _decision(meeting: Meeting, line: Line) -> str:
    fact = line.fact
    if isinstance(fact, MinutesApproved):
        return f"Minutes of {', '.join(format_date(day) for day in fact.dates)} approved"
    if isinstance(fact, Noted):
        return "Noted"
    if isinstance(fact, DecisionDeferred):
        return f"Deferred to {format_date(fact.until)}" if fact.until else "Deferred"
    text = fact.text if isinstance(fact, Agreed) else line.text
    return "  " * line.depth + _named(meeting, text)


def _named(meeting: Meeting, text: str) -> str:
    """The text with people's names for their codes."""
    codes = {person.code: person.name for person in meeting.attendance}
    return _CODE.sub(lambda found: codes.get(found[1].lower(), found[0]), text)


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


class BusinessList(FindList[BusinessRow]):
    """Actions and decisions; typing narrows them."""

    def draw(self, row: BusinessRow, width: int) -> Content:
        if row.line is None:
            return Content.styled(row.heading, ".rows--heading")
        cells = {
            "date": Content.styled(short_date(row.date) if row.date else "", ".rows--quiet"),
            "item": Content.styled(row.item, ".rows--quiet"),
            "who": Content(row.who or "nobody named"),
            "what": Content(row.what),
            "due": Content.styled(row.due, ".rows--strong"),
        }
        return set_row(_ACTION_COLUMNS if row.is_action else _DECISION_COLUMNS, cells, width)
