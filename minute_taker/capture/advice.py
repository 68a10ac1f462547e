"""What is said of a line as soon as it is entered, and of an item as it opens."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from minute_taker.capture.language import format_line
from minute_taker.minutes.checking.line_advice import advice_about
from minute_taker.minutes.facts import Interest, Movement
from minute_taker.minutes.interests import closing_lines, opening_lines, reminders
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.minutes.understood import wanted_of
from minute_taker.minutes.voted import after_votes


class Advice(Struct, frozen=True):
    """A sentence for the clerk (or none), and lines to offer, the first of them first.

    ``more`` counts what there is to say besides. Nothing is refused by any of it.
    """

    words: str = ""
    more: int = 0
    offers: tuple[str, ...] = ()


def advice_about_lines(meeting: Meeting, ids: tuple[int, ...]) -> Advice:
    """Return what is doubtful about lines that were just entered or changed."""
    found = [
        doubt for line in _saying_something(meeting, ids) for doubt in advice_about(meeting, line)
    ]
    if not found:
        return Advice()
    # Without a quorum nothing more can be decided: that goes before all else.
    found.sort(key=lambda doubt: doubt.rule != "quorum-lost")
    first = found[0]
    offers = first.suggestions[:1] if first.rule == "quorum-lost" else ()
    words = f"{first.words[:1].upper()}{first.words[1:]}"
    return Advice(words, len(found) - 1, offers)


class VoteQuestion(Struct, frozen=True):
    """A resolution straight after a vote in words of its own: was it what was voted on?

    ``taken`` is the line as it is written where it was.
    """

    line_id: int
    vote: int
    words: str
    taken: str


def question_about_vote(meeting: Meeting, ids: tuple[int, ...]) -> VoteQuestion | None:
    """Return what is to be asked about resolutions that were just entered; None if nothing."""
    for line_id in ids:
        place = meeting.place_of(line_id)
        if place is None or place[1].kind is not Kind.RESOLUTION:
            continue
        for after in after_votes(place[0]):
            line = after.line
            if line.id == line_id and after.first and not after.voted and line.fact is None:
                taken = f"! instead: {line.text}"
                return VoteQuestion(line_id, after.outcome.id, line.text, taken)
    return None


def move_somebody(meeting: Meeting, ids: tuple[int, ...]) -> bool:
    """Return whether any of these lines says who moves, or what interest somebody has."""
    lines = _saying_something(meeting, ids)
    return any(isinstance(line.fact, (Movement, Interest)) for line in lines)


def advice_about_opening(meeting: Meeting, item: Item, before: int | None) -> Advice:
    """Return whose interests an item that opens calls to mind, and the lines to offer for it.

    ``before`` is the item that was under way: who left for it may come back.
    """
    back = closing_lines(meeting, before) if before is not None else ()
    said = reminders(meeting, item.id)
    if not said:
        return Advice(offers=tuple(back))
    leaving = opening_lines(meeting, item.id)
    return Advice(said[0].words, len(said) - 1, (*back, *leaving))


def still_to_offer(offers: tuple[str, ...], item: Item) -> tuple[str, ...]:
    """Return the offered lines that have not been taken down in the item by now."""
    moves = [format_line(line) for line in item.lines if isinstance(line.fact, Movement)]
    return tuple(line for line in offers if not any(m.startswith(line) for m in moves))


def _saying_something(meeting: Meeting, ids: tuple[int, ...]) -> Iterator[Line]:
    """Return those of some lines that say something of people, the latest first."""
    wanted = set(ids)
    for item in reversed(meeting.items):
        for line in reversed(item.lines):
            if line.id in wanted:
                wanted.discard(line.id)
                if line.fact or line.speaker or "@" in line.text or wanted_of(line):
                    yield line
                if not wanted:
                    return
