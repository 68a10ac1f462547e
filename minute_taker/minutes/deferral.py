"""Items that are put off: what the heading says of it, and the lines that say it too."""

from __future__ import annotations

import datetime as dt

from minute_taker.minutes.facts import DecisionDeferred, ItemDeferred
from minute_taker.minutes.model import Item
from minute_taker.minutes.when import parse_date

_PUTS_OFF = (ItemDeferred, DecisionDeferred)


def headed_words(item: Item) -> str:
    """What the heading says the item is put off to, as typed; empty where it says nothing."""
    return item.deferred.removeprefix("deferred").removeprefix(" to ")


def headed_day(item: Item) -> dt.date | None:
    """The day that the heading puts the item off to; None where it gives none."""
    try:
        return parse_date(headed_words(item))
    except ValueError:
        return None


def says_so_below(item: Item) -> bool:
    """Whether one of its lines says what the heading says, so that it is not said twice.

    A line without a day takes the heading's; one with another day says something else.
    """
    day = headed_day(item)
    said = [line.fact.until for line in item.lines if isinstance(line.fact, _PUTS_OFF)]
    return any(day is None or until is None or until == day for until in said)
