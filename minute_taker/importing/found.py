"""What was found in a file: the head of a meeting, its people, its items, and what is left out."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.minutes.model import Group, HeadingKind, Part, State

What = Literal["item", "person"]


class FoundPerson(Struct, frozen=True, kw_only=True):
    """Somebody who was found, as they will stand in the attendance.

    The fields are those of :class:`~minute_taker.minutes.model.Attendee`. ``suggested`` is what
    the file lets suppose and does not say ("declined the invitation").
    """

    name: str
    post: str = ""
    group: Group = Group.MEMBER
    state: State = State.EXPECTED
    substitute_for: str = ""
    organisation: str = ""
    remote: bool = False
    independent: bool = False
    pronoun: Literal["", "he", "she", "they"] = ""
    source: str = ""
    suggested: str = ""


class FoundItem(Struct, frozen=True, kw_only=True):
    """An item of the agenda.

    ``text`` are the paragraphs that the agenda has under its heading, its recommendation among
    them; each is its depth and its words. ``source`` is the committee system's own number.
    """

    title: str
    number: str = ""
    heading: HeadingKind = HeadingKind.NUMBERED
    part: Part = Part.PUBLIC
    exempt_paragraph: str = ""
    text: tuple[tuple[int, str], ...] = ()
    source: str = ""

    @property
    def minute_number(self) -> str:
        """The number, where the agenda counts by minutes (``26/31``)."""
        return self.number if "/" in self.number else ""

    @property
    def agenda_number(self) -> str:
        """The number, where the agenda counts its items."""
        return "" if self.minute_number else self.number


class LeftOut(Struct, frozen=True):
    """A row that was read and not taken: what it is, its words, and why.

    The words are empty where nobody but the clerk may see them.
    """

    what: What
    words: str
    why: str


class Found(Struct, frozen=True, kw_only=True):
    """All that was found in one file, or in several.

    ``kind`` says what the file is. ``head`` are fields of the meeting's head by their names.
    ``rows`` is how many items and people the file has: as many as were taken and left out.
    ``remarks`` are sentences for the clerk.
    """

    kind: str = ""
    head: dict[str, Any] = {}
    people: tuple[FoundPerson, ...] = ()
    items: tuple[FoundItem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many items and people there are: those taken and those left out."""
        return len(self.people) + len(self.items) + len(self.left_out)

    def with_remarks(self, *remarks: str) -> Found:
        """The same, with more to say."""
        return replace(self, remarks=(*self.remarks, *remarks))
