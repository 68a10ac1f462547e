"""Motions and votes against who was in the room and could vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minute_taker.minutes.checking.findings import Finding, at_line
from minute_taker.minutes.facts import Moved, NamedVote, Outcome
from minute_taker.minutes.model import Attendee, Group, Item, Line, Meeting
from minute_taker.minutes.people import find_people
from minute_taker.minutes.presence import entitled, ledger

_SIDES = ("for", "against", "abstained")


def motions(meeting: Meeting) -> Iterator[Finding]:
    """Movers and seconders who were not in the room."""
    book = ledger(meeting)
    for item, line in meeting.lines():
        if not isinstance(line.fact, Moved):
            continue
        for role, words in (("moves", line.fact.mover), ("seconds", line.fact.seconder)):
            for _, person in find_people(meeting.attendance, words) if words else ():
                if person is not None and person.id not in book.at(line.id).present:
                    said = f"{person.name} {role} a motion, but is not in the room"
                    yield at_line("mover-absent", said, item, line)


def totals(meeting: Meeting) -> Iterator[Finding]:
    """Totals that do not fit those who could vote, or the outcome."""
    book = ledger(meeting)
    full_members = {p.id for p in meeting.attendance if p.group is Group.MEMBER}
    for item, line in meeting.lines():
        fact = line.fact
        if not isinstance(fact, Outcome) or not fact.votes:
            continue
        could = entitled(meeting, item, book.at(line.id))
        said = _total(fact.votes, len(could & full_members), len(could))
        if said:
            yield at_line("votes-do-not-add-up", said, item, line)
        elif _against_the_outcome(fact):
            said = f"{fact.result} with {fact.votes[0]} for and {fact.votes[1]} against"
            yield at_line("votes-do-not-add-up", said, item, line)


def _total(votes: tuple[int, ...], fewest: int, most: int) -> str:
    """What is wrong with a total; co-opted members may or may not have a vote."""
    total = sum(votes)
    could = f"{most} could vote" if fewest == most else f"{fewest} to {most} could vote"
    if total > most or (len(votes) == len(_SIDES) and total < fewest):
        return f"{total} votes are counted, and {could}"
    return ""


def _against_the_outcome(fact: Outcome) -> bool:
    if len(fact.votes) < 2:
        return False
    more = fact.votes[0] - fact.votes[1]
    return (fact.result == "carried" and more < 0) or (fact.result == "lost" and more > 0)


def named_votes(meeting: Meeting) -> Iterator[Finding]:
    """Named votes that differ from the totals, or of somebody who could not vote."""
    book = ledger(meeting)
    for item in meeting.items:
        for index, line in enumerate(item.lines):
            fact = line.fact
            if isinstance(fact, Outcome):
                yield from _named_and_counted(item, line, fact, _names_near(item.lines, index))
            elif isinstance(fact, NamedVote):
                could = entitled(meeting, item, book.at(line.id))
                present = book.at(line.id).present
                for person in _voters(meeting, fact):
                    yield from _may_vote(item, line, person, present, could)


def _voters(meeting: Meeting, fact: NamedVote) -> Iterator[Attendee]:
    for name in fact.names:
        for _, person in find_people(meeting.attendance, name):
            if person is not None:
                yield person


def _may_vote(
    item: Item, line: Line, person: Attendee, present: frozenset[int], could: frozenset[int]
) -> Iterator[Finding]:
    if person.id not in present:
        said = f"{person.name} votes, but is not in the room"
        yield at_line("votes-after-leaving", said, item, line)
    elif person.id not in could:
        said = f"{person.name} votes, but is no member or has declared an interest"
        yield at_line("votes-though-barred", said, item, line)


def _names_near(lines: Sequence[Line], outcome: int) -> list[NamedVote]:
    """The named votes that belong to an outcome: those after it, or else those before it."""

    def run(indices: range) -> list[NamedVote]:
        found = []
        for index in indices:
            fact = lines[index].fact
            if not isinstance(fact, NamedVote):
                break
            found.append(fact)
        return found

    return run(range(outcome + 1, len(lines))) or run(range(outcome - 1, -1, -1))


def _named_and_counted(
    item: Item, line: Line, fact: Outcome, named: Sequence[NamedVote]
) -> Iterator[Finding]:
    counted = dict(zip(_SIDES, fact.votes, strict=False))
    names: dict[str, list[str]] = {}
    for vote in named:
        names.setdefault(vote.side, []).extend(vote.names)
    for side, voters in names.items():
        if side in counted and counted[side] != len(voters):
            said = f"{counted[side]} are counted {_side(side)}, and {len(voters)} named"
            yield at_line("votes-do-not-add-up", said, item, line)
    everybody = [name.lower() for voters in names.values() for name in voters]
    twice = sorted({name for name in everybody if everybody.count(name) > 1})
    if twice:
        said = f"{len(twice)} of those named vote twice"
        yield at_line("votes-do-not-add-up", said, item, line)


def _side(side: str) -> str:
    return "as abstaining" if side == "abstained" else side
