"""What is known while minutes are composed: the meeting to show, the style, the names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property
from itertools import count

from msgspec.structs import replace

from minute_taker.composing.blocks import Runs, runs_of
from minute_taker.composing.dates import say_date, say_time
from minute_taker.composing.names import Names, body_called
from minute_taker.composing.style import Style
from minute_taker.minutes.exempt import public_view
from minute_taker.minutes.model import Item, Meeting
from minute_taker.minutes.numbering import ItemNumbers, item_numbers
from minute_taker.minutes.presence import ledger


class ComposeContext:
    """The meeting being composed, its style, and what has been said so far.

    A public copy is composed from the public's view of the meeting alone, so that nothing
    exempt comes into it by another way: a name's first mention, the list of actions.

    ``out`` holds the ids of those who have left and not come back, for "returned";
    ``has_headings`` says that an item's heading stands on the page, so that one of an item's
    own is a level below; ``gathers_interests`` that declarations are printed under their item.
    """

    def __init__(self, meeting: Meeting, style: Style, *, public: bool) -> None:
        self.meeting = public_view(meeting) if public else meeting
        self.style = style
        self.public = public
        self.names = Names(self.meeting, style.names)
        self.body = body_called(meeting, style.names)
        self.out: set[int] = set()
        self.has_headings = False
        self.gathers_interests = False
        self._numbers = _numbers(meeting, style)
        self._series = count(1)

    @cached_property
    def came(self) -> frozenset[int]:
        """The ids of those who were in the room at some time, as the lines have it."""
        return ledger(self.meeting).came

    def numbers(self, item: Item) -> ItemNumbers:
        """The numbers that are printed with an item."""
        return self._numbers[item.id]

    @cached_property
    def by_agenda_number(self) -> Mapping[str, Item]:
        """The items by the number that the agenda gives them."""
        return {self.numbers(item).agenda: item for item in self.meeting.items}

    @cached_property
    def by_minute_number(self) -> Mapping[str, Item]:
        """The items by their minute's number, in small letters; of two alike the first."""
        items = reversed(self.meeting.items)
        return {self.numbers(item).minute.lower(): item for item in items}

    def new_series(self) -> int:
        """A number for a list that no other list of this document has."""
        return next(self._series)

    def date(self, day: dt.date | None) -> str:
        """A date in the style's form; empty where there is none."""
        return say_date(day, self.style.when) if day else ""

    def time(self, moment: dt.time | None) -> str:
        """A time in the style's form; empty where there is none."""
        return say_time(moment, self.style.when)

    def words(self, text: str) -> Runs:
        """The clerk's words: codes as names, gaps apart."""
        return runs_of(self.names.expand(text))


def _numbers(meeting: Meeting, style: Style) -> dict[int, ItemNumbers]:
    if style.headings.numbering == "run on":
        return dict(item_numbers(meeting))
    first = "1" if style.headings.numbering == "each meeting" else ""
    items = tuple(replace(item, minute_number="") for item in meeting.items)
    return dict(item_numbers(replace(meeting, items=items, first_minute=first)))
