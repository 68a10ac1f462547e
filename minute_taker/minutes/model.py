"""What a meeting is: its head, who attended, its items, and the lines taken under each.

Everything here is immutable. A change is a :class:`~minute_taker.minutes.changes.Change`
that makes a new meeting from an old one; so a meeting can be handed to another thread to be
saved, or kept for undo, without a copy.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta, Struct

from minute_taker.minutes.facts import AnyFact


class Kind(StrEnum):
    """What a line is. The values are the words of the public JSON shape."""

    TEXT = "text"
    QUESTION = "question"
    ANSWER = "answer"
    BULLET = "bullet"
    RESOLUTION = "resolution"
    ACTION = "action"
    PROCEDURE = "procedure"
    MOTION = "motion"
    SUBHEADING = "sub-heading"
    AGENDA = "agenda text"
    NOTE = "note"
    ROW = "table row"


class Group(StrEnum):
    """On what footing somebody attends."""

    MEMBER = "member"
    CO_OPTED = "co-opted"
    OFFICER = "officer"
    ALSO_PRESENT = "also present"


class State(StrEnum):
    """Whether somebody came. ``EXPECTED`` is nobody yet: the clerk has still to say."""

    EXPECTED = "expected"
    PRESENT = "present"
    APOLOGIES = "apologies"
    ABSENT = "absent"


class Status(StrEnum):
    """Where the minutes stand: being written, or agreed by the body."""

    DRAFT = "draft"
    AGREED = "agreed"


class Part(StrEnum):
    """Public (Part I) or exempt (Part II) business."""

    PUBLIC = "I"
    EXEMPT = "II"


class HeadingKind(StrEnum):
    """How an item is headed: as business with numbers, by a bare heading, or not at all.

    ``NONE`` is the place before the first heading; there is at most one, and it stands first.
    """

    NUMBERED = "numbered"
    UNNUMBERED = "unnumbered"
    NONE = "none"


class Line(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One thing taken down.

    ``id`` is given once and never again in that meeting. ``depth`` counts the pairs of spaces
    before the sign: 0 stands alone, 1 to 3 is part of what stands above. ``speaker`` and
    ``addressee`` are an attendee's code in lower case without the ``@`` ("jp"), one of the
    free codes ("members", "chair", …), or ``[Name, address]`` for a member of the public.
    ``plus`` marks a supplementary question (``?+``) or an answer that is a promise (``>+``).
    ``number`` is the number under which a question was published, "3" or "3a".
    ``at`` is the clerk's local time when the line was entered; lines from a file have none.
    ``doubtful`` says that after damage it could not be told whether the line is exempt: it is,
    until the clerk has looked.
    """

    id: int
    kind: Kind = Kind.TEXT
    text: str = ""
    depth: Annotated[int, Meta(ge=0, le=9)] = 0
    speaker: str = ""
    addressee: str = ""
    plus: bool = False
    number: str = ""
    fact: AnyFact | None = None
    at: dt.datetime | None = None
    doubtful: bool = False

    @property
    def supplementary(self) -> bool:
        """Whether the line is a supplementary question."""
        return self.plus and self.kind is Kind.QUESTION

    @property
    def promise(self) -> bool:
        """Whether the line is an answer that somebody must follow up."""
        return self.plus and self.kind is Kind.ANSWER


class Item(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One item of business and the lines taken under it.

    ``agenda_number`` and ``minute_number`` are what the clerk gave, empty where they are
    counted (see :mod:`minute_taker.minutes.numbering`). ``exempt_paragraph`` is the paragraph
    of Schedule 12A, for Part II. ``said_public`` is the clerk's word ("Part I") that it is public,
    whatever speaks for the contrary, and ``doubtful`` that damage took it away whether it is;
    see :mod:`minute_taker.minutes.exempt`. ``together_with`` are the agenda's numbers of items
    that were considered with it ("8 and 9"); ``taken`` says where one out of its order was taken
    ("first", "after 5"); ``deferred`` is empty, "deferred", or "deferred to" a day. ``source``
    is what the committee system that it came from calls it.
    """

    id: int
    title: str = ""
    heading: HeadingKind = HeadingKind.NUMBERED
    agenda_number: str = ""
    minute_number: str = ""
    part: Part = Part.PUBLIC
    exempt_paragraph: str = ""
    said_public: bool = False
    doubtful: bool = False
    urgent: bool = False
    together_with: str = ""
    taken: str = ""
    deferred: str = ""
    source: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def begun(self) -> bool:
        """Whether anything was taken down under it; what its agenda says is not."""
        return any(line.kind is not Kind.AGENDA for line in self.lines)


class Attendee(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Somebody who came, or was expected.

    ``called`` is the surname where the name does not tell it ("Orchard Lane").
    ``post`` is the role or post in brackets after the name ("Chairman"). ``substitute_for``
    is the name of the member whose place is taken. ``code`` is what ``@`` calls them by, in
    lower case. ``independent`` leaves out "Councillor"; ``no_substitute`` records that an
    absent member sent nobody; ``pronoun`` is how the minutes speak of them. When they came and
    went is in the lines: see
    :mod:`minute_taker.minutes.presence`. ``source`` is what the committee system that they came
    from calls them.
    """

    id: int
    name: str
    code: str
    post: str = ""
    group: Group = Group.MEMBER
    state: State = State.PRESENT
    substitute_for: str = ""
    no_substitute: bool = False
    organisation: str = ""
    remote: bool = False
    independent: bool = False
    called: str = ""
    pronoun: Literal["", "he", "she", "they"] = ""
    source: str = ""

    @property
    def away(self) -> bool:
        """Whether they did not come; of somebody expected that is not known."""
        return self.state in (State.APOLOGIES, State.ABSENT)


class Left(Struct, frozen=True, omit_defaults=True):
    """A slip that stays as it is: the line, the rule, and the words that it found there.

    One in the title of an item has no line, and the item's id instead.
    """

    line: int | None
    rule: str
    found: str
    item: int | None = None


class Meeting(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The whole record of one meeting.

    ``called`` is what the text calls the body ("the Committee"). ``date``, ``start`` and
    ``close`` are None while not known. ``first_minute`` is the number of the first minute,
    ``64`` or ``77/21``. ``last_line``, ``last_item`` and ``last_attendee`` are the highest ids
    ever given, so that none returns after a deletion. ``own_words`` are words that proofing
    knows in this draft alone, ``left`` the slips that the clerk leaves as they are. ``salvaged``
    says that it was put together from a damaged draft and that the clerk has not yet looked
    through what was found.
    """

    council: str = ""
    committee: str = ""
    called: str = ""
    date: dt.date | None = None
    start: dt.time | None = None
    close: dt.time | None = None
    venue: str = ""
    chair: str = ""
    clerk: str = ""
    contact: str = ""
    first_minute: str = ""
    quorum: int | None = None
    status: Status = Status.DRAFT
    agreed_on: dt.date | None = None
    style: str = ""
    salvaged: bool = False
    attendance: tuple[Attendee, ...] = ()
    items: tuple[Item, ...] = ()
    own_words: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    last_line: int = 0
    last_item: int = 0
    last_attendee: int = 0

    def lines(self) -> Iterator[tuple[Item, Line]]:
        """Every line with its item, in the order of the record."""
        for item in self.items:
            for line in item.lines:
                yield item, line

    def item(self, item_id: int) -> Item | None:
        """The item with that id, or None."""
        # Ids are given in order, and the last item is asked for most.
        for at in (-1, item_id - 1):
            if -1 <= at < len(self.items) and self.items and self.items[at].id == item_id:
                return self.items[at]
        return next((item for item in self.items if item.id == item_id), None)

    def line(self, line_id: int) -> Line | None:
        """The line with that id, or None."""
        return next((line for _, line in self.lines() if line.id == line_id), None)

    def place_of(self, line_id: int) -> tuple[Item, Line] | None:
        """A line with its item, or None; the latest lines, changed most, are looked at first."""
        for item in reversed(self.items):
            for line in reversed(item.lines):
                if line.id == line_id:
                    return item, line
        return None

    def line_count(self) -> int:
        """How many lines the meeting holds."""
        return sum(len(item.lines) for item in self.items)


#: The fields of an item that the words after its sign give.
HEADING_FIELDS = (
    "title",
    "heading",
    "agenda_number",
    "minute_number",
    "part",
    "exempt_paragraph",
    "said_public",
    "urgent",
    "together_with",
    "taken",
    "deferred",
)
#: The fields of a meeting's head that a clerk fills in one by one.
HEAD_FIELDS = (
    "council",
    "committee",
    "called",
    "date",
    "start",
    "close",
    "venue",
    "chair",
    "clerk",
    "contact",
    "first_minute",
    "quorum",
    "status",
    "agreed_on",
    "style",
)
#: What the clerk has said of words in this draft: kept with it and shown nowhere.
PROOFING_FIELDS = ("own_words", "left")
