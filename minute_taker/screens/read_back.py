"""The exact words that were moved or resolved, to be read out: what there is to read."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from minute_taker.minutes.amending import Motion, Piece, motions
from minute_taker.minutes.facts import Moved
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.people import find_people

__all__ = ["Piece", "Reading", "readings"]


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
    moved = {motion.line: motion for motion in motions(item)}
    carried = {each.decided: each for each in moved.values() if _amends(each)}
    run: list[Line] = []
    for line in (*item.lines, None):
        if line is not None and line.kind is Kind.RESOLUTION:
            run.append(line)
            continue
        if run:
            yield _resolved(run, number)
            run = []
        if line is not None and line.id in moved:
            motion = moved[line.id]
            pieces = motion.pieces() if motion.moved.amendment else (Piece(motion.moved.text),)
            yield Reading(
                lines=(line.id,),
                item=number,
                label=_label(meeting, motion.moved),
                paragraphs=(pieces,),
                outcome=_outcome(motion),
            )
        elif line is not None and line.id in carried:
            amendment = carried[line.id]
            result = [m for m in moved.values() if m.amended and m.words == amendment.words]
            yield Reading(
                lines=(line.id,),
                item=number,
                label="Motion as amended",
                paragraphs=((Piece(amendment.words or ""),),),
                outcome=_outcome(result[0]) if result else "",
            )


def _amends(motion: Motion) -> bool:
    """Whether it is an amendment that was carried and can be followed."""
    return motion.moved.amendment and motion.carried and motion.words is not None


def _resolved(run: list[Line], number: str) -> Reading:
    return Reading(
        lines=tuple(line.id for line in run),
        item=number,
        label="Resolution" if len(run) == 1 else "Resolutions",
        paragraphs=tuple((Piece("    " * line.depth + line.text),) for line in run),
    )


def _label(meeting: Meeting, moved: Moved) -> str:
    kind = "Amendment" if moved.amendment else "Motion"
    mover, seconder = _names(meeting, moved.mover), _names(meeting, moved.seconder)
    return f"{kind}, moved by {mover}" + (f", seconded by {seconder}" if seconder else "")


def _names(meeting: Meeting, words: str) -> str:
    if not words:
        return ""
    people = find_people(meeting.attendance, words)
    return " and ".join(person.name if person else name for name, person in people)


def _outcome(motion: Motion) -> str:
    """What became of a motion: ``carried 7-5-1``."""
    if motion.outcome is None:
        return ""
    votes = "-".join(map(str, motion.outcome.votes))
    return f"{motion.outcome.result} {votes}".strip()
