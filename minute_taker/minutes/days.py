"""The days of a meeting: one that is adjourned to another day has more than one."""

from __future__ import annotations

from collections.abc import Iterable

from minute_taker.minutes.facts import Adjourned, Resumed
from minute_taker.minutes.model import Line


def days_of(lines: Iterable[Line]) -> dict[int, int]:
    """On which day each line was taken down, by its id: 0 for the first.

    A day begins after an adjournment to another, or where the meeting resumes on one.
    """
    days: dict[int, int] = {}
    day, begun = 0, True
    for line in lines:
        fact = line.fact
        if isinstance(fact, Resumed):
            day += begun and getattr(fact, "date", None) is not None
            begun = True
        days[line.id] = day
        if isinstance(fact, Adjourned) and fact.until is not None:
            day, begun = day + 1, False
    return days
