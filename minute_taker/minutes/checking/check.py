"""All the rules, and their findings in the order of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from minute_taker.minutes.checking.decisions import date_differs, no_outcome, promises
from minute_taker.minutes.checking.findings import Finding
from minute_taker.minutes.checking.room import presence_doubts, quorum, unknown_people
from minute_taker.minutes.checking.unfinished import (
    exempt_reasons,
    gaps,
    public_addresses,
    unanswered,
)
from minute_taker.minutes.checking.votes import motions, named_votes, totals
from minute_taker.minutes.checking.wording import acronyms, spellings
from minute_taker.minutes.model import Meeting

_RULES: tuple[Callable[[Meeting], Iterable[Finding]], ...] = (
    gaps,
    exempt_reasons,
    unanswered,
    no_outcome,
    date_differs,
    promises,
    motions,
    totals,
    named_votes,
    presence_doubts,
    unknown_people,
    quorum,
    acronyms,
    spellings,
)


def check(meeting: Meeting, *, addresses_printed: bool = False) -> tuple[Finding, ...]:
    """What does not stand in a meeting, in the order of the record; empty when all does.

    ``addresses_printed`` says that the house style prints the addresses of members of the
    public, each of which is then a finding.
    """
    found = [finding for rule in _RULES for finding in rule(meeting)]
    found += public_addresses(meeting, printed=addresses_printed)
    places: dict[tuple[int | None, int | None], int] = {(None, None): -1}
    for item in meeting.items:
        places[item.id, None] = len(places)
        for line in item.lines:
            places[item.id, line.id] = len(places)
    return tuple(sorted(found, key=lambda finding: places[finding.item, finding.line]))
