"""The exact words that were moved or resolved, to be read out: what there is to read."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from minute_taker.minutes.facts import Moved, Outcome
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.people import find_person

#: Under this likeness an amendment says what to do ("delete …") rather than the new words.
_ALIKE = 0.5


class Piece(Struct, frozen=True):
    """Some words of a reading, and whether an amendment keeps, adds or takes them out."""

    words: str
    change: Literal["kept", "added", "taken out"] = "kept"


class Reading(Struct, frozen=True):
    """What is read out at once: a motion, an amendment, or resolutions that stand together.

    ``paragraphs`` are pieces of each paragraph, ``outcome`` what became of a motion, in words.
    """

    lines: tuple[int, ...]
    item: str
    label: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    outcome: str = ""


def readings(meeting: Meeting) -> list[Reading]:
    """All that can be read out, in the order of the record."""
    numbers = item_numbers(meeting)
    found: list[Reading] = []
    for item in meeting.items:
        found += _of_item(meeting, item, numbers[item.id].agenda)
    return found


def _of_item(meeting: Meeting, item: Item, number: str) -> Iterator[Reading]:
    motion = ""
    run: list[Line] = []
    for index, line in enumerate((*item.lines, None)):
        if line is not None and line.kind is Kind.RESOLUTION:
            run.append(line)
            continue
        if run:
            yield _resolved(run, number)
            run = []
        if line is not None and isinstance(line.fact, Moved):
            pieces = _amended(motion, line.fact) if line.fact.amendment else None
            yield Reading(
                lines=(line.id,),
                item=number,
                label=_label(meeting, line.fact),
                paragraphs=(pieces or (Piece(line.fact.text),),),
                outcome=_outcome(item, index),
            )
            if not line.fact.amendment:
                motion = line.fact.text


def _resolved(run: list[Line], number: str) -> Reading:
    return Reading(
        lines=tuple(line.id for line in run),
        item=number,
        label="Resolution" if len(run) == 1 else "Resolutions",
        paragraphs=tuple((Piece("    " * line.depth + line.text),) for line in run),
    )


def _label(meeting: Meeting, moved: Moved) -> str:
    kind = "Amendment" if moved.amendment else "Motion"
    people = [find_person(meeting.attendance, who) for who in (moved.mover, moved.seconder)]
    mover = people[0].name if people[0] else moved.mover
    seconder = people[1].name if people[1] else moved.seconder
    return f"{kind}, moved by {mover}" + (f", seconded by {seconder}" if seconder else "")


def _outcome(item: Item, index: int) -> str:
    """What became of the motion at ``index``: said by the first outcome before the next one."""
    for line in item.lines[index + 1 :]:
        if isinstance(line.fact, Moved):
            break
        if isinstance(line.fact, Outcome):
            votes = "-".join(map(str, line.fact.votes))
            return f"{line.fact.result} {votes}".strip()
    return ""


def _amended(before: str, moved: Moved) -> tuple[Piece, ...] | None:
    """The motion as the amendment would have it, its changes marked."""
    old, new = before.split(), moved.text.split()
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    if not old or matcher.ratio() < _ALIKE:
        return None
    pieces: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece(" ".join(old[a:b])))
            continue
        if b > a:
            pieces.append(Piece(" ".join(old[a:b]), "taken out"))
        if d > c:
            pieces.append(Piece(" ".join(new[c:d]), "added"))
    return tuple(pieces)
