"""Titles of the agenda of which the beginning is typed: the item meant, and the title's rest."""

from __future__ import annotations

from minute_taker.capture.entries import ItemEntry
from minute_taker.capture.offers import Offer
from minute_taker.minutes.model import HeadingKind, Item, Meeting

#: A title is taken for one that is begun from so many letters on.
_SHORTEST = 3


def waiting_items(meeting: Meeting, begun: str, heading: HeadingKind) -> list[Item]:
    """Return the items without a line whose title begins so, in the agenda's order."""
    wanted = begun.strip().casefold()
    return [
        item
        for item in meeting.items
        if wanted and item.heading is heading and not item.begun
        if item.title.casefold().startswith(wanted)
    ]


def waiting_item(meeting: Meeting, entry: ItemEntry) -> Item | None:
    """Return the first item without a line that has the heading's title."""
    found = waiting_items(meeting, entry.title, entry.heading)
    title = entry.title.casefold()
    return next((item for item in found if item.title.casefold() == title), None)


def item_meant(meeting: Meeting, entry: ItemEntry) -> Item | None:
    """Return the one item that waits under the title typed, or under one that begins with it."""
    if (exact := waiting_item(meeting, entry)) is not None:
        return exact
    found = waiting_items(meeting, entry.title, entry.heading)
    fits = len(found) == 1 and len(entry.title) >= _SHORTEST
    if not fits or entry.agenda_number not in ("", found[0].agenda_number):
        return None
    return found[0]


def offer_title(before: str, meeting: Meeting, heading: HeadingKind) -> Offer | None:
    """Offer the rest of a title that waits in the agenda, and others that begin so, too."""
    found = [item.title for item in waiting_items(meeting, before, heading)]
    titles = tuple(dict.fromkeys(title for title in found if title != before))
    return Offer(titles[0], len(before), others=titles[1:]) if titles else None
