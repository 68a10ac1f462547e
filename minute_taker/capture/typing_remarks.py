"""What is to be said of a line while it is typed: that it is not understood, whom nobody knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minute_taker.capture.completion import people_for
from minute_taker.capture.facts_parser import fact_of
from minute_taker.capture.unsigned import HEADED
from minute_taker.minutes.facts import (
    AnyFact,
    ApologiesFrom,
    Interest,
    Moved,
    Movement,
    NamedVote,
    Nominated,
    TakesChair,
)
from minute_taker.minutes.model import Attendee, Kind
from minute_taker.minutes.people import FREE_CODES, find_people
from minute_taker.minutes.understood import wanted

_DATA = (Kind.PROCEDURE, Kind.MOTION, Kind.RESOLUTION)
_SPOKEN = (Kind.QUESTION, Kind.ANSWER)


def remark_on(kind: Kind | None, text: str, people: Sequence[Attendee]) -> str:
    """Return what is to be said of a line of that kind with that text so far; empty if nothing."""
    if kind in _SPOKEN:
        headed = HEADED.match(text)
        codes = {*FREE_CODES, *(person.code for person in people)}
        unknown = headed is not None and headed[1].lower() not in codes
        return f"nobody here is @{headed[1]}" if headed is not None and unknown else ""
    if kind not in _DATA or not text.strip():
        return ""
    fact = fact_of(kind, text.strip())
    if words := wanted(kind, text.strip(), read=fact is not None):
        return f"not understood: {words}"
    strangers = [
        name
        for who in _named(fact)
        for name, person in find_people(people, who)
        # A name that may still grow into somebody's is not remarked on.
        if person is None and not people_for(name, people)
    ]
    return f"nobody here is {strangers[0]}" if people and strangers else ""


def _named(fact: AnyFact | None) -> Iterator[str]:
    """Whoever a line names of those who should be known."""
    if isinstance(fact, Movement | ApologiesFrom | TakesChair | Interest):
        yield fact.who
    elif isinstance(fact, Moved | Nominated):
        yield from filter(None, (fact.mover, fact.seconder))
    elif isinstance(fact, NamedVote):
        yield from fact.names
