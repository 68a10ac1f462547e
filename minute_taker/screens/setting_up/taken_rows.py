"""What was read of files, as the rows of a list: each as it will stand in the draft."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace
from textual.content import Content

from minute_taker.capture.notes_headings import HEADINGS
from minute_taker.importing.found import LeftOut
from minute_taker.importing.setting_up import SetUp
from minute_taker.minutes.changes import Change
from minute_taker.minutes.model import Attendee, HeadingKind, Item, Meeting, Part
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.text import GAP, counted
from minute_taker.screens.attendance.attendance_rows import GROUP_HEADINGS
from minute_taker.screens.particulars.new_meeting import headings_of
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.part_words import PART_WORDS
from minute_taker.screens.parts.row_list import RowList

What = Literal["heading", "head", "person", "item", "left out", "said"]

_COLUMNS = (
    Column("first", width=12, above=50),
    Column("words", share=3),
    Column("more", share=2, above=64),
    Column("state", width=9, above=36),
)
#: The headings of a meeting that are shown though they are empty.
_ASKED = ("committee", "date", "time", "venue")
#: The label of each heading that is shown, as the form has it.
_LABELS = {heading.name: heading.label for heading in HEADINGS if heading.name != "status"}


class TakenRow(Struct, frozen=True):
    """One row; ``place`` is the id of the person or the item, or the name of the heading.

    ``there`` says that it stood in the draft before.
    """

    key: str
    what: What
    first: str = ""
    words: str = ""
    more: str = ""
    state: str = ""
    place: int | str = 0
    there: bool = False

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return self.what != "heading"

    @property
    def detail(self) -> str:
        """All that the row says."""
        return "  ".join(part for part in (self.first, self.words, self.more, self.state) if part)


class Taken(Struct, frozen=True):
    """What was read so far: the meeting with it, and the changes that make it so.

    ``rows`` is how many items and people the files have, ``left_out`` are those that were not
    taken, ``remarks`` what is to be said of the files, ``gone`` how many rows the clerk took out.
    """

    meeting: Meeting
    changes: tuple[Change, ...] = ()
    rows: int = 0
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()
    gone: int = 0

    def with_sources(self, made: SetUp) -> Taken:
        """Return it with what was read of more files."""
        return Taken(
            made.meeting,
            (*self.changes, made.change) if made.rows else self.changes,
            self.rows + made.rows,
            (*self.left_out, *made.left_out),
            (*self.remarks, *made.remarks),
            self.gone,
        )

    def changed(self, change: Change, *, removes: bool) -> Taken:
        """Return it with a change of the clerk's; raises Refused where that cannot be made."""
        after, _ = change.apply(self.meeting)
        gone = self.gone + removes
        return replace(self, meeting=after, changes=(*self.changes, change), gone=gone)

    @property
    def summary(self) -> str:
        """How many rows were read and how many refused: together, the rows that there are."""
        if not self.rows:
            return "Nothing can be taken."
        refused = len(self.left_out)
        words = f"{counted(self.rows, 'row')}: {self.rows - refused} read, {refused} not taken"
        return f"{words}; {self.gone} left out by you" if self.gone else words


def taken_rows(standing: Meeting, taken: Taken) -> tuple[TakenRow, ...]:
    """All rows: the head, the people, the items, then what was not taken.

    ``standing`` is the draft as it was, whose rows are not changed.
    """
    return (
        *_head(standing, taken.meeting),
        *_people(standing, taken.meeting),
        *_items(standing, taken.meeting),
        *_not_taken(taken),
    )


def _heading(words: str) -> TakenRow:
    return TakenRow(f"heading {words}", "heading", words=words)


def _head(before: Meeting, meeting: Meeting) -> Iterator[TakenRow]:
    yield _heading("The meeting")
    written, stood = headings_of(meeting), headings_of(before)
    asked = {**dict.fromkeys(_ASKED, GAP), **written}
    for name, value in asked.items():
        if label := _LABELS.get(name):
            yield TakenRow(f"head {name}", "head", label, value, place=name, there=name in stood)


def _people(before: Meeting, meeting: Meeting) -> Iterator[TakenRow]:
    known = {person.id for person in before.attendance}
    if meeting.attendance:
        yield _heading(f"{len(meeting.attendance)} people")
    for person in meeting.attendance:
        yield _person(person, person.id in known)


def _person(person: Attendee, there: bool) -> TakenRow:
    more = [GROUP_HEADINGS[person.group], person.post, person.organisation]
    if person.substitute_for:
        more.append(f"for {person.substitute_for}")
    return TakenRow(
        f"person {person.id}",
        "person",
        f"@{person.code}",
        person.name,
        ", ".join(part for part in more[1:] + more[:1] if part),
        "there" if there else str(person.state),
        person.id,
        there,
    )


def _items(before: Meeting, meeting: Meeting) -> Iterator[TakenRow]:
    known = {item.id for item in before.items}
    numbers = item_numbers(meeting)
    headed = [item for item in meeting.items if item.heading is not HeadingKind.NONE]
    if headed:
        yield _heading(counted(len(headed), "item"))
    for item in headed:
        yield _item(item, numbers[item.id].agenda, item.id in known)


def _item(item: Item, number: str, there: bool) -> TakenRow:
    text = " / ".join(line.text for line in item.lines)
    part = ""
    if item.part is Part.EXEMPT:
        reason = f", {item.exempt_paragraph}" if item.exempt_paragraph else ""
        part = f"{PART_WORDS[Part.EXEMPT]}{reason}"
    return TakenRow(
        f"item {item.id}", "item", number, item.title, text,
        "there" if there else part, item.id, there,
    )  # fmt: skip


def _not_taken(made: Taken) -> Iterator[TakenRow]:
    if made.left_out:
        yield _heading("Not taken")
    for number, row in enumerate(made.left_out):
        words = row.words or f"one {row.what}"
        yield TakenRow(f"left out {number}", "left out", row.what, words, row.why)
    if made.remarks:
        yield _heading("What is to be said of the files")
    for number, remark in enumerate(made.remarks):
        yield TakenRow(f"said {number}", "said", words=remark)


class TakenList(RowList[TakenRow]):
    """The rows, in the order in which they stand in the draft."""

    def draw(self, row: TakenRow, width: int) -> Content:
        if row.what == "heading":
            return Content.styled(row.words, ".rows--heading")
        if row.what == "said":
            return Content(row.words).truncate(width, ellipsis=True)
        quiet = ".rows--quiet" if row.there or row.what == "left out" else ""
        cells = {
            "first": Content.styled(row.first, ".rows--quiet"),
            "words": Content.styled(row.words, ".rows--gap" if GAP in row.words else quiet),
            "more": Content.styled(row.more, ".rows--quiet"),
            "state": Content.styled(row.state, ".rows--exempt" if "II" in row.state else quiet),
        }
        return set_row(_COLUMNS, cells, width)
