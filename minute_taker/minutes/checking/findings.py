"""A finding, and what the rules that find them have in common."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from msgspec import Struct

from minute_taker.minutes.model import Item, Line
from minute_taker.minutes.people import surname


class Finding(Struct, frozen=True):
    """One thing that does not stand.

    ``rule`` names what is asked ("unanswered-question"), ``words`` says it in a sentence
    without a full stop. ``item`` and ``line`` are ids; a finding in the head has neither.
    """

    rule: str
    words: str
    item: int | None = None
    line: int | None = None


def at_line(rule: str, words: str, item: Item, line: Line) -> Finding:
    """A finding at a line."""
    return Finding(rule, words, item.id, line.id)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is spelt most like ``name``, by surname; empty if none is."""
    by_surname = {surname(other).lower(): other for other in known}
    close = difflib.get_close_matches(surname(name).lower(), by_surname, n=1, cutoff=0.6)
    return by_surname[close[0]] if close else ""


def shortened(text: str, longest: int = 48) -> str:
    """The beginning of a text, to say which is meant."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
