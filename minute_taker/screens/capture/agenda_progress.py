"""What the bars say of a meeting: gaps left, members present, how far each item is.

Asked after every entered line, so what an item says is kept until that item changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from minute_taker.minutes.exempt import unsettled
from minute_taker.minutes.gaps import gap_count
from minute_taker.minutes.model import HeadingKind, Item, Kind, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.presence import Ledger, ledger
from minute_taker.minutes.text import count_gaps
from minute_taker.screens.capture.agenda_panel import AgendaRow, ItemState
from minute_taker.screens.capture.item_bar import ItemTitle
from minute_taker.screens.parts.part_words import IN_DOUBT, PART_WORDS

#: Items that the house style writes from the attendance alone.
_WRITTEN_FOR = re.compile(r"apolog", re.IGNORECASE)


class _Known(Struct, frozen=True):
    item: Item
    gaps: int
    presence: tuple[object, ...]


class AgendaProgress:
    """Remembers what it found for each item that is still the same object."""

    def __init__(self) -> None:
        self._known: dict[int, _Known] = {}
        self._presence_of: tuple[object, ...] = ()
        self._ledger: Ledger | None = None

    def _item(self, item: Item) -> _Known:
        known = self._known.get(item.id)
        if known is None or known.item is not item:
            gaps = count_gaps(item.title) + sum(
                count_gaps(line.text) for line in item.lines if "??" in line.text
            )
            presence = tuple(line for line in item.lines if line.kind is Kind.PROCEDURE)
            known = _Known(item, gaps, presence)
            self._known[item.id] = known
        return known

    def gaps(self, meeting: Meeting) -> int:
        """How many gaps the meeting has left."""
        # What is not in an item is counted by the same rule as everywhere: items left out.
        head = gap_count(_HeadOnly.of(meeting))
        expected = len(self._presence(meeting).expected)
        return head + expected + sum(self._item(item).gaps for item in meeting.items)

    def present(self, meeting: Meeting) -> str:
        """``7 of 8 present``; empty while nobody is expected."""
        count = self._presence(meeting).end
        if not count.members_expected:
            return ""
        return f"{count.members_present} of {count.members_expected} present"

    def _presence(self, meeting: Meeting) -> Ledger:
        asked = (
            meeting.attendance,
            tuple(line for item in meeting.items for line in self._item(item).presence),
        )
        if self._ledger is None or not _same(asked, self._presence_of):
            self._ledger = ledger(meeting)
            self._presence_of = asked
        return self._ledger

    def agenda(self, meeting: Meeting, here: int | None, seen: Collection[int]) -> list[AgendaRow]:
        """The rows of the agenda; ``here`` is the item under way, ``seen`` those gone to."""
        numbers, asked = item_numbers(meeting), unsettled(meeting)
        return [
            AgendaRow(
                item_id=item.id,
                number=numbers[item.id].agenda,
                title=item.title,
                state=_state(item, here, seen),
                gaps=self._item(item).gaps,
                part=item.part,
                asked=item.id in asked,
                heading=item.heading,
            )
            for item in meeting.items
            if item.heading is not HeadingKind.NONE
        ]


class _HeadOnly:
    """A meeting without its items."""

    @staticmethod
    def of(meeting: Meeting) -> Meeting:
        return Meeting(
            venue=meeting.venue, clerk=meeting.clerk, contact=meeting.contact, chair=meeting.chair
        )


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return len(one) == len(other) and one == other


def _state(item: Item, here: int | None, seen: Collection[int]) -> ItemState:
    if item.id == here:
        return ItemState.UNDER_WAY
    if item.begun or item.id in seen or _WRITTEN_FOR.search(item.title):
        return ItemState.DONE
    return ItemState.NOT_BEGUN


def item_title(meeting: Meeting, item_id: int | None, *, with_place: bool) -> ItemTitle:
    """What the bar over the transcript says of an item."""
    item = meeting.item(item_id) if item_id is not None else None
    if item is None or item.heading is HeadingKind.NONE:
        return ItemTitle(title="Before the first item" if meeting.items else "No agenda yet")
    numbers = item_numbers(meeting)[item.id]
    headed = [other.id for other in meeting.items if other.heading is not HeadingKind.NONE]
    place = f"{headed.index(item.id) + 1} of {len(headed)}" if with_place else ""
    part = IN_DOUBT if item.id in unsettled(meeting) else PART_WORDS[item.part]
    return ItemTitle(numbers.agenda, item.title, numbers.minute, part, place)
