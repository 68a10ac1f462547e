"""Damage fails closed: what may be exempt in a damaged draft is, until the clerk has looked."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from minute_taker.minutes.exempt import exempt_items
from minute_taker.minutes.model import Item, Meeting


def fail_closed(meeting: Meeting, items: Collection[int], lines: Collection[int]) -> Meeting:
    """The rescued meeting, with what cannot be told to be public kept out of a public copy.

    ``items`` and ``lines`` are the ids of those that are not exactly what was last saved, the
    items of which nothing was left among them. Such a line may have stood under any item, so
    it is in doubt where any item is exempt.
    """
    marked = [replace(item, doubtful=True) if item.id in items else item for item in meeting.items]
    meeting = replace(meeting, items=tuple(marked), salvaged=True)
    if not lines or not exempt_items(meeting):
        return meeting
    return replace(meeting, items=tuple(_in_doubt(item, lines) for item in meeting.items))


def _in_doubt(item: Item, lines: Collection[int]) -> Item:
    marked = [replace(line, doubtful=True) if line.id in lines else line for line in item.lines]
    return replace(item, lines=tuple(marked))
