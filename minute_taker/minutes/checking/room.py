"""What does not fit in the ledger of who is in the room."""

from __future__ import annotations

from collections.abc import Iterator

from minute_taker.minutes.checking.check_context import CheckContext
from minute_taker.minutes.checking.findings import Finding, at_line, nearest
from minute_taker.minutes.facts import (
    ApologiesFrom,
    Interest,
    InWriting,
    Moved,
    Movement,
    NamedVote,
    ReadFor,
    TakesChair,
)
from minute_taker.minutes.model import Item, Kind, Line
from minute_taker.minutes.people import CODE_IN_TEXT, bearers
from minute_taker.minutes.presence import QuorumLost
from minute_taker.minutes.text import GAP, listed
from minute_taker.minutes.when import format_time

#: Kinds of line whose names are looked up as what they say, and not as codes in the text.
_NAMING = (Kind.PROCEDURE, Kind.MOTION)


def presence_doubts(context: CheckContext) -> Iterator[Finding]:
    """Somebody who leaves twice or comes in without leaving; times that run backwards."""
    for doubt in context.ledger.doubts:
        yield Finding(doubt.rule, doubt.words, context.items[doubt.line], doubt.line)


def quorum(context: CheckContext) -> Iterator[Finding]:
    """Where too few members are left to go on."""
    for lost in context.ledger.quorum_lost:
        yield quorum_finding(context, lost)


def quorum_finding(context: CheckContext, lost: QuorumLost) -> Finding:
    """The quorum lost, as a sentence with its time; suggested is the line that minutes it."""
    time = format_time(lost.time) if lost.time else ""
    few = "1 member is" if lost.members_present == 1 else f"{lost.members_present} members are"
    when = f" at {time}" if time else ""
    words = f"{few} present{when}, and the quorum is {context.meeting.quorum}"
    since = f" from {time}" if time else ""
    line = f"~ The meeting was inquorate{since}."
    return Finding("quorum-lost", words, context.items[lost.line], lost.line, (line,))


def past_midnight(context: CheckContext) -> Iterator[Finding]:
    """Times taken to be after midnight, unless the meeting is said to have closed after it."""
    start, close = context.meeting.start, context.meeting.close
    if start is not None and close is not None and close < start:
        return
    lines = {line.id: (item, line) for item, line in context.meeting.lines()}
    for line_id in context.ledger.past_midnight:
        yield midnight_finding(*lines[line_id])


def midnight_finding(item: Item, line: Line) -> Finding:
    """A time that can only be after the one above it if midnight lies between them."""
    time = getattr(line.fact, "time", None)
    said = f"{format_time(time)} is taken to be after midnight" if time else "midnight passed"
    return at_line("past-midnight", said, item, line)


def names_in(line: Line) -> tuple[str, ...]:
    """The names that a line of presence, of a motion or of a vote gives."""
    fact = line.fact
    if isinstance(fact, Movement | ApologiesFrom | TakesChair | Interest | ReadFor | InWriting):
        return (fact.who,) if fact.who else ()
    if isinstance(fact, Moved):
        return tuple(name for name in (fact.mover, fact.seconder) if name)
    return fact.names if isinstance(fact, NamedVote) else ()


def unknown_people(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """Names that nobody in the attendance bears, or that several do."""
    for words in names_in(line):
        for name, person in context.people(words):
            # "the Monitoring Officer" sent apologies: a post, and no name mistyped.
            post = isinstance(line.fact, ApologiesFrom) and name.lower().startswith("the ")
            if person is None and GAP not in name and not post:
                yield _unknown(context, name, item, line)


def unknown_codes(context: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """Codes of nobody: they would be printed as they are, or leave out who spoke."""
    codes = [who for who in (line.speaker, line.addressee) if who and not who.startswith("[")]
    if "@" in line.text and (line.fact is None or line.kind not in _NAMING):
        codes += CODE_IN_TEXT.findall(line.text)
    for code in dict.fromkeys(code.lower() for code in codes):
        if code not in context.codes:
            yield _unknown(context, f"@{code}", item, line)


def spoke_though_away(context: CheckContext) -> Iterator[Finding]:
    """A speaker by code who is not in the room: they had left, or never came.

    Whoever is out for an interest may have spoken first; a question may be read out for
    somebody absent, and answered in writing.
    """
    codes = {person.code: person for person in context.meeting.attendance}
    for item in context.meeting.items:
        excused = {each.person.id for each in context.interests.at(item.id) if each.person}
        read = any(isinstance(line.fact, ReadFor) for line in item.lines)
        for line in item.lines:
            person = codes.get(line.speaker)
            if (
                person is None
                or read
                or person.id in excused
                or person.id in context.ledger.expected
            ):
                continue
            if person.id not in context.at(line).present:
                said = f"{person.name} speaks, but is not in the room"
                yield at_line("speaks-though-away", said, item, line)


def _unknown(context: CheckContext, name: str, item: Item, line: Line) -> Finding:
    """Who may be meant: those who share the name, or else those whose names are near it."""
    known = context.meeting.attendance
    shared = [person.name for person in bearers(known, name)]
    near = shared or nearest(name, (person.name for person in known))
    codes = {person.name: person.code for person in known}
    told = [f"{other} (@{codes[other]})" for other in near] if name.startswith("@") else near
    hint = f"; {_either(told)}" if near else ""
    said = f"it is not clear from the attendance who “{name}” is{hint}"
    return at_line("unknown-name", said, item, line, suggestions=tuple(near))


def _either(names: list[str]) -> str:
    if len(names) == 1:
        return f"the nearest is {names[0]}"
    return f"it may be {listed(names, ' or ')}"
