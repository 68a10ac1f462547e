"""Meetings that change by chance, and by the same chance in two processes."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator

from msgspec.structs import replace

from minute_taker.capture.session import Session
from minute_taker.drafts.store import Pending
from minute_taker.minutes.changes import (
    AddItem,
    AddLine,
    Change,
    ChangeLine,
    MoveLine,
    RemoveItem,
    RemoveLine,
    SetHead,
)
from minute_taker.minutes.model import Attendee, Item, Kind, Line, Meeting

SENTENCE = "the bandstand roof would be mended before the summer said officers of £1.2m “noted”"
WORDS = SENTENCE.split()
KINDS = list(Kind)[:5]

State = tuple[Meeting, Pending | None]


def first_meeting(lines: int = 20) -> Meeting:
    """A meeting of made-up people with so many lines in two items."""
    taken = tuple(
        Line(id=n, kind=KINDS[n % 5], text=f"{n}: {' '.join(WORDS)}") for n in range(1, lines + 1)
    )
    half = lines // 2
    return Meeting(
        committee="Parks Committee",
        date=dt.date(2026, 3, 3),
        attendance=(Attendee(id=1, name="Ada Larkin", code="al"),),
        items=(
            Item(id=1, title="Bandstand", lines=taken[:half]),
            Item(id=2, title="Ponds", lines=taken[half:]),
        ),
        last_line=lines,
        last_item=2,
        last_attendee=1,
    )


def states(meeting: Meeting, seed: int) -> Iterator[State]:
    """The meeting after one change, after two, and so on, with what is pending beside it."""
    chance = random.Random(seed)
    while True:
        meeting = change(meeting, chance).apply(meeting)[0]
        typed = _words(chance)
        yield meeting, Pending(typed, 1, None, len(typed)) if chance.random() < 0.5 else None


def nth_state(meeting: Meeting, seed: int, number: int) -> State:
    """The state after so many changes; none is the meeting itself with nothing pending."""
    state: State = (meeting, None)
    row = states(meeting, seed)
    for _ in range(number):
        state = next(row)
    return state


def change(meeting: Meeting, chance: random.Random) -> Change:
    """Some change that fits the meeting: lines added, edited, deleted, moved, and the rest."""
    ids = [line.id for _, line in meeting.lines()]
    items = [item.id for item in meeting.items]
    if len(ids) < 10:
        return _added(meeting, items, chance)
    what = chance.random()
    if what < 0.35:
        return _added(meeting, items, chance)
    if what < 0.55:
        line = meeting.line(chance.choice(ids))
        assert line is not None
        return ChangeLine(Line(id=line.id, kind=line.kind, text=_words(chance)))
    if what < 0.78:
        return RemoveLine(chance.choice(ids))
    if what < 0.92:
        return MoveLine(chance.choice(ids), chance.choice(items), chance.randrange(5))
    if what < 0.95:
        return AddItem(Item(id=meeting.last_item + 1, title=_words(chance)))
    if what < 0.97 and len(items) > 2:
        return RemoveItem(chance.choice(items))
    return SetHead({"venue": _words(chance)})


def _added(meeting: Meeting, items: list[int], chance: random.Random) -> Change:
    line = Line(id=meeting.last_line + 1, kind=chance.choice(KINDS), text=_words(chance))
    return AddLine(chance.choice(items), line, chance.choice([None, 0, 2]))


def _words(chance: random.Random) -> str:
    # Lengths differ widely, so that a file shrinks as often as it grows.
    return " ".join(chance.choices(WORDS, k=chance.choice([1, 5, 20, 120])))


def timeless(meeting: Meeting) -> Meeting:
    """The meeting without the moments at which its lines were entered."""
    items = tuple(
        replace(item, lines=tuple(replace(line, at=None) for line in item.lines))
        for item in meeting.items
    )
    return replace(meeting, items=items)


def typed(
    meeting: Meeting, chance: random.Random, *, here: int | None = None, longest: int = 80
) -> tuple[list[str], list[Meeting]]:
    """What is typed, and the meeting after each of it. Each line of it has one answer."""
    session = Session(meeting, clock=None)
    if here is not None:
        session.go(here)
    inputs, after = [], [timeless(meeting)]
    while len(inputs) < 40:
        ids = [line.id for _, line in session.meeting.lines()]
        words = " ".join(chance.choices(WORDS, k=chance.choice([2, 10, longest])))
        raw = chance.choice(
            [
                *(words, f"? {words}", f"> {words}", f"! {words}", f"- {words}"),
                f":edit {chance.choice(ids)} {words}",
                f":delete {chance.choice(ids)}",
                f":move {chance.choice(ids)} after {chance.choice(ids)}",
                *(":undo", ":redo", "# Ponds and lakes"),
            ]
        )
        result = session.enter(raw)
        if result.outcome in ("saved", "done") and len(result.lines) <= 1:
            inputs.append(raw)
            after.append(timeless(session.meeting))
        elif result.outcome != "refused":
            break
    return inputs, after


def shape(meeting: Meeting) -> list[tuple[str, list[tuple[int, str]]]]:
    """The titles and the lines, each by its number: what the clerk's keys alone decide."""
    return [(item.title, [(line.id, line.text) for line in item.lines]) for item in meeting.items]
