"""Motions and votes against who was in the room and could vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minute_taker.minutes.chair import in_the_chair
from minute_taker.minutes.checking.check_context import CheckContext
from minute_taker.minutes.checking.findings import Finding, at_line
from minute_taker.minutes.facts import Moved, NamedVote, Nominated, Outcome
from minute_taker.minutes.model import Attendee, Group, Item, Kind, Line
from minute_taker.minutes.names import folded
from minute_taker.minutes.remembered import positions, remembered
from minute_taker.minutes.text import listed
from minute_taker.minutes.voted import after_votes

_SIDES = ("for", "against", "abstained")


def motion(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """Movers and seconders who were not in the room, or are one and the same."""
    fact = line.fact
    if not isinstance(fact, Moved | Nominated):
        return
    what = "motion" if isinstance(fact, Moved) else "nomination"
    here = context.at(line).present | context.expected
    named: list[int] = []
    for role, words in (("moves", fact.mover), ("seconds", fact.seconder)):
        for _, person in context.people(words) if words else ():
            if person is None:
                continue
            if person.id not in here:
                said = f"{person.name} {role} a {what}, but is not in the room"
                yield at_line("mover-absent", said, item, line)
            elif person.id in named:
                said = f"{person.name} moves and seconds one {what}"
                yield at_line("mover-seconds", said, item, line)
            named.append(person.id)


def total(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """Totals that do not fit those who could vote, or the outcome."""
    fact = line.fact
    if not isinstance(fact, Outcome) or not (fact.votes or fact.each):
        return
    could = context.entitled(item, line)
    full = {p.id for p in context.meeting.attendance if p.group is Group.MEMBER}
    votes = fact.votes or (sum(count for _, count in fact.each),)
    said = _total(votes, len(could & full), len(could | context.may_vote))
    if not said:
        said = _against_the_outcome(fact)
    if said:
        yield at_line("votes-do-not-add-up", said, item, line)


def _total(votes: tuple[int, ...], fewest: int, most: int) -> str:
    """What is wrong with a total; co-opted members may or may not have a vote."""
    counted = sum(votes)
    could = f"{most} could vote" if fewest == most else f"{fewest} to {most} could vote"
    if counted > most or (len(votes) == len(_SIDES) and counted < fewest):
        return f"{counted} votes are counted, and {could}"
    return ""


def _against_the_outcome(fact: Outcome) -> str:
    """What is wrong with an outcome; a tie is carried by a casting vote alone, and lost without."""
    if len(fact.votes) < 2:
        return ""
    more = fact.votes[0] - fact.votes[1]
    counted = f"{fact.votes[0]} for and {fact.votes[1]} against"
    if fact.casting and more:
        return f"a casting vote with {counted}, which is no tie"
    if (fact.result == "carried" and more < 0) or (fact.result == "lost" and more > 0):
        return f"{fact.result} with {counted}"
    if fact.result == "carried" and not more and not fact.casting:
        return f"carried with {counted}, and no casting vote"
    return ""


def casting(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """A casting vote of whoever had the chair, but is not in the room."""
    if not isinstance(line.fact, Outcome) or not line.fact.casting:
        return
    person = in_the_chair(context.meeting, line.id).person
    if person is not None and person.id not in context.at(line).present | context.expected:
        said = f"a casting vote of {person.name}, who is not in the room to preside"
        yield at_line("casting-vote-absent", said, item, line)


def voters(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """Named votes of those who could not vote."""
    fact = line.fact
    if not isinstance(fact, NamedVote):
        return
    present = context.at(line).present | context.expected
    could = context.entitled(item, line) | context.may_vote
    for person in _people(context, fact):
        if person.id in context.interests.barred(item.id):
            said = f"{person.name} votes, but has declared an interest in this item"
            yield at_line("votes-though-barred", said, item, line)
        elif person.id not in present:
            said = f"{person.name} votes, but is not in the room"
            yield at_line("votes-after-leaving", said, item, line)
        elif person.id not in could:
            said = f"{person.name} votes, but is no member"
            yield at_line("votes-though-barred", said, item, line)


def _people(context: CheckContext, vote: NamedVote) -> Iterator[Attendee]:
    for name in vote.names:
        for _, person in context.people(name):
            if person is not None:
                yield person


def named_and_counted(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """Named votes that differ from the totals, or somebody who is named twice."""
    fact = line.fact
    if not isinstance(fact, Outcome):
        return
    counted = dict(zip(_SIDES, fact.votes, strict=False))
    named: dict[str, int] = {}
    everybody: list[int | str] = []
    for vote in votes_of(item.lines, positions(item)[line.id]):
        named.setdefault(vote.side, 0)
        for name in vote.names:
            for words, person in context.people(name):
                named[vote.side] = named.get(vote.side, 0) + 1
                everybody.append(person.id if person else folded(words))
    for side, count in named.items():
        if side in counted and counted[side] != count:
            said = f"{counted[side]} are counted {_side(side)}, and {count} named"
            yield at_line("votes-do-not-add-up", said, item, line)
    twice = len(everybody) - len(set(everybody))
    if twice:
        said = f"{twice} of those named {'vote' if twice > 1 else 'votes'} twice"
        yield at_line("votes-do-not-add-up", said, item, line)


def unaccounted(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """Members in the room of whom a recorded vote does not say how they voted.

    Where a side is counted and not named, or only those against are, the rest is not unknown.
    """
    fact = line.fact
    if not isinstance(fact, Outcome):
        return
    votes = votes_of(item.lines, positions(item)[line.id])
    sides = {vote.side for vote in votes}
    counted = dict(zip(_SIDES, fact.votes, strict=False))
    if "for" not in sides and "for" not in counted:
        return
    unnamed = sum(count for side, count in counted.items() if side not in sides)
    told = {person.id for vote in votes for person in _people(context, vote)}
    members = [p for p in context.meeting.attendance if p.group is Group.MEMBER]
    could = context.entitled(item, line)
    left = [p.name for p in members if p.id in could and p.id not in told]
    named = {
        side: sum(1 for v in votes if v.side == side for _ in _people(context, v)) for side in sides
    }
    once = sum(named.values()) == len(told)
    agree = once and all(counted.get(side, count) == count for side, count in named.items())
    if sides and agree and len(left) > unnamed:
        said = f"the recorded vote does not say how {listed(left)} voted"
        yield at_line("votes-unaccounted", said, item, line)


def unvoted(_book: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """A resolution straight after a vote, in other words than what was moved."""
    if line.kind is not Kind.RESOLUTION:
        return
    if line.id in _not_moved(item):
        said = "this is not what was moved, and is listed as a decision without the vote"
        yield at_line("resolution-not-moved", said, item, line)


@remembered
def _not_moved(item: Item) -> frozenset[int]:
    found = after_votes(item)
    return frozenset(after.line.id for after in found if after.first and not after.voted)


def votes_of(lines: Sequence[Line], outcome: int) -> list[NamedVote]:
    """The named votes that belong to an outcome: those after it, or else those before it."""
    after = _run(lines, range(outcome + 1, len(lines)))
    before = _run(lines, range(outcome - 1, -1, -1))
    return [vote for vote in map(_named, after or before) if vote is not None]


def outcome_of(lines: Sequence[Line], vote: int) -> Line | None:
    """The outcome that a named vote belongs to; None while there is none."""
    first = vote
    while first and _named(lines[first - 1]) is not None:
        first -= 1
    above = lines[first - 1] if first else None
    if above is not None and isinstance(above.fact, Outcome):
        return above
    after = (lines[n] for n in range(vote + 1, len(lines)))
    below = next((line for line in after if _named(line) is None), None)
    return below if below is not None and isinstance(below.fact, Outcome) else None


def _named(line: Line) -> NamedVote | None:
    return line.fact if isinstance(line.fact, NamedVote) else None


def _run(lines: Sequence[Line], indices: range) -> list[Line]:
    found = []
    for index in indices:
        if _named(lines[index]) is None:
            break
        found.append(lines[index])
    return found


def _side(side: str) -> str:
    return "as abstaining" if side == "abstained" else side
