"""All the rules, and their findings in the order of the record."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from minute_taker.minutes.checking.check_context import CheckContext
from minute_taker.minutes.checking.decisions import date_differs, deferred_to, no_outcome, promises
from minute_taker.minutes.checking.exempt import unsettled_parts
from minute_taker.minutes.checking.findings import Finding
from minute_taker.minutes.checking.room import (
    past_midnight,
    presence_doubts,
    quorum,
    spoke_though_away,
    unknown_codes,
    unknown_people,
)
from minute_taker.minutes.checking.unfinished import (
    chair_spans_open,
    exempt_reasons,
    gaps,
    public_addresses,
    question_numbers,
    unanswered,
)
from minute_taker.minutes.checking.verbs import not_understood
from minute_taker.minutes.checking.votes import (
    casting,
    motion,
    named_and_counted,
    total,
    unaccounted,
    unvoted,
    voters,
)
from minute_taker.minutes.checking.wording import spellings
from minute_taker.minutes.model import Item, Line, Meeting

_RULES: tuple[Callable[[CheckContext], Iterable[Finding]], ...] = (
    gaps,
    chair_spans_open,
    exempt_reasons,
    unanswered,
    question_numbers,
    no_outcome,
    date_differs,
    promises,
    spoke_though_away,
    presence_doubts,
    past_midnight,
    quorum,
    spellings,
)
#: The rules for which a line and the ledger are enough.
LINE_RULES: tuple[Callable[[CheckContext, Item, Line], Iterable[Finding]], ...] = (
    motion,
    total,
    casting,
    named_and_counted,
    voters,
    unaccounted,
    unknown_people,
    deferred_to,
)


def check(meeting: Meeting, *, addresses_printed: bool = False) -> tuple[Finding, ...]:
    """What does not stand in a meeting, in the order of the record; empty when all does.

    ``addresses_printed`` says that the house style prints the addresses of members of the
    public, each of which is then a finding.
    """
    context = CheckContext(meeting)
    found = [*unsettled_parts(meeting)]
    found += [finding for rule in _RULES for finding in rule(context)]
    for item, line in meeting.lines():
        if line.speaker or "@" in line.text:
            found += unknown_codes(context, item, line)
        if line.fact is not None:
            found += [finding for rule in LINE_RULES for finding in rule(context, item, line)]
        else:
            found += not_understood(item, line)
        found += unvoted(context, item, line)
    found += public_addresses(context, printed=addresses_printed)
    places: dict[tuple[int | None, int | None], int] = {(None, None): -1}
    for item in meeting.items:
        places[item.id, None] = len(places)
        for line in item.lines:
            places[item.id, line.id] = len(places)
    return tuple(sorted(found, key=lambda finding: places[finding.item, finding.line]))
