"""What is said of a line as soon as it has been entered, while the room can still be asked."""

from __future__ import annotations

from collections.abc import Iterator

from minute_taker.minutes.checking.check import LINE_RULES
from minute_taker.minutes.checking.check_context import CheckContext
from minute_taker.minutes.checking.findings import Finding, at_line
from minute_taker.minutes.checking.room import midnight_finding, quorum_finding, unknown_codes
from minute_taker.minutes.checking.verbs import not_understood
from minute_taker.minutes.checking.votes import named_and_counted, outcome_of, unaccounted, unvoted
from minute_taker.minutes.facts import (
    Adjourned,
    ApologiesFrom,
    Interest,
    Movement,
    NamedVote,
    Resumed,
    TakesChair,
)
from minute_taker.minutes.model import Item, Line, Meeting

_IN_THE_LEDGER = (Movement, Interest, ApologiesFrom, TakesChair, Adjourned, Resumed)


def advice_about(meeting: Meeting, line: Line | int) -> tuple[Finding, ...]:
    """What does not fit about one line: people, votes, times, the quorum.

    For the line just entered, or its id; it must be in the meeting. Nothing is refused by it:
    the line stands, and stays if the clerk insists. Lines without data cost next to nothing,
    others one reading of the ledger.
    """
    line_id = line if isinstance(line, int) else line.id
    place = meeting.place_of(line_id)
    if place is None:
        return ()
    item, here = place
    context = CheckContext(meeting)
    if here.fact is None:
        return (
            *unknown_codes(context, item, here),
            *not_understood(item, here),
            *unvoted(context, item, here),
        )
    found = [*unknown_codes(context, item, here)]
    # How all have voted is known only when the last side has been taken down.
    rules = [rule for rule in LINE_RULES if rule is not unaccounted]
    found += [finding for rule in rules for finding in rule(context, item, here)]
    found += unvoted(context, item, here)
    if isinstance(here.fact, NamedVote):
        outcome = outcome_of(item.lines, item.lines.index(here))
        found += named_and_counted(context, item, outcome) if outcome is not None else ()
    found += _of_the_ledger(context, item, here)
    return tuple(found)


def _of_the_ledger(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    if not isinstance(line.fact, _IN_THE_LEDGER):
        return
    for doubt in context.ledger.doubts:
        if doubt.line == line.id:
            yield at_line(doubt.rule, doubt.words, item, line)
    for lost in context.ledger.quorum_lost:
        if lost.line == line.id:
            yield quorum_finding(context, lost)
    if line.id in context.ledger.past_midnight:
        yield midnight_finding(item, line)
