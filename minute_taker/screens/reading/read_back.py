"""The exact words that were moved or resolved, to be read out: what there is to read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.minutes.amending import Motion, Piece, motions
from minute_taker.minutes.exempt import exempt_items
from minute_taker.minutes.facts import Moved
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.people import find_people
from minute_taker.minutes.registers import named, resolved_words
from minute_taker.minutes.settled import settled_line

__all__ = ["Piece", "Reading", "clause_ends", "readings"]


class Reading(Struct, frozen=True):
    """What is read out at once: a motion, an amendment, or resolutions that stand together.

    ``paragraphs`` are pieces of each paragraph and ``depths`` how far in each stands;
    ``outcome`` is what became of a motion, in words, ``settled`` that a vote has settled it, or
    what it resolved; ``exempt`` that no public copy has it. In the words, people stand by name.
    """

    lines: tuple[int, ...]
    item: str
    label: str
    paragraphs: tuple[tuple[Piece, ...], ...]
    depths: tuple[int, ...] = (0,)
    outcome: str = ""
    settled: bool = False
    exempt: bool = False


def readings(meeting: Meeting) -> list[Reading]:
    """All that can be read out, in the order of the record."""
    numbers, exempt = item_numbers(meeting), exempt_items(meeting)
    found: list[Reading] = []
    for item in meeting.items:
        of_item = _of_item(meeting, item, numbers[item.id].agenda)
        found += [replace(reading, exempt=item.id in exempt) for reading in of_item]
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
            yield _resolved(meeting, item, run, number)
            run = []
        if line is not None and line.id in moved:
            motion = moved[line.id]
            pieces = motion.pieces() if motion.moved.amendment else (Piece(motion.moved.text),)
            label = _label(meeting, motion.moved)
            yield _moved(meeting, line, number, label, pieces, motion)
        elif line is not None and line.id in carried:
            words = carried[line.id].words or ""
            amended = next((m for m in moved.values() if m.amended and m.words == words), None)
            label = "Motion as amended"
            yield _moved(meeting, line, number, label, (Piece(words),), amended)


def _moved(
    meeting: Meeting,
    line: Line,
    number: str,
    label: str,
    pieces: tuple[Piece, ...],
    motion: Motion | None,
) -> Reading:
    voted = motion is not None and motion.outcome is not None and not motion.withdrawn
    return Reading(
        lines=(line.id,),
        item=number,
        label=label,
        paragraphs=(tuple(replace(each, words=named(meeting, each.words)) for each in pieces),),
        outcome=_outcome(motion) if motion is not None else "",
        settled=voted,
    )


def _amends(motion: Motion) -> bool:
    """Whether it is an amendment that was carried and can be followed."""
    return motion.moved.amendment and motion.carried and motion.words is not None


def _resolved(meeting: Meeting, item: Item, run: list[Line], number: str) -> Reading:
    return Reading(
        lines=tuple(line.id for line in run),
        item=number,
        label="Resolution" if len(run) == 1 else "Resolutions",
        paragraphs=tuple((Piece(_exactly(meeting, line)),) for line in run),
        depths=tuple(line.depth for line in run),
        settled=any(settled_line(meeting, item, line) for line in run),
    )


def _exactly(meeting: Meeting, line: Line) -> str:
    """The words of a resolution, a short form written out."""
    return resolved_words(meeting, line) if line.fact is not None else named(meeting, line.text)


#: Where a clause may end: what closes it, and the space after it. A full stop ends one only
#: before a capital.
_END_OF_CLAUSE = re.compile(r"(?:[;:,]|\.(?=\s+[A-Z]))\s+")
_SHORTEST_CLAUSE = 24


def clause_ends(text: str) -> list[int]:
    """Where a text can be broken so that each line is a clause to be spoken in one breath.

    A comma ends a clause only where enough stands before it: names in a list stay together.
    """
    ends: list[int] = []
    start = 0
    for match in _END_OF_CLAUSE.finditer(text):
        if match[0][0] in ";:." or match.end() - start >= _SHORTEST_CLAUSE:
            ends.append(match.end())
            start = match.end()
    return ends


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
    casting = " casting vote" * motion.outcome.casting
    return f"{motion.outcome.result} {votes}".strip() + casting
