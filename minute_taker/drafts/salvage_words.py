"""What a clerk is told of a damaged draft: which lines, never their words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from msgspec import Struct

from minute_taker.minutes.text import counted
from minute_taker.minutes.when import format_date, format_time

#: How many lines a sentence names before it counts the rest.
_NAMED = 12


class Findings(Struct, frozen=True, kw_only=True):
    """What a rescue found.

    ``expected`` is how many lines the file said it had, ``found`` how many were whole,
    ``total`` how many the rescued meeting has; ``returned`` come from the earlier version,
    ``doubtful`` may be damaged. ``gaps`` says after which line (0: at the start of an item)
    how many are missing. ``renumbered`` had a number that another line has, ``left`` is how many
    records hold words that are only in the file that is kept, and ``closed`` how many items count
    as exempt until the clerk has looked. ``others_returned`` is how many records of somebody
    else's tables come from the earlier version. ``earlier`` is when the earlier version was saved.
    """

    expected: int | None
    found: int
    total: int
    returned: Sequence[int]
    doubtful: Sequence[int]
    renumbered: Sequence[int]
    left: int
    closed: int
    others_returned: int
    gaps: Sequence[tuple[int, int]]
    items: Sequence[int]
    people: int
    items_missing: int
    people_missing: int
    head_sound: bool
    pending_sound: bool
    nothing_read: bool
    earlier: str | None

    @property
    def all_sound(self) -> bool:
        """Whether every record is as it was saved, so that there is nothing to look through."""
        missing = self.expected is None or self.total < self.expected
        return self.head_sound and not (
            missing or self.returned or self.doubtful or self.items or self.items_missing
            or self.people or self.people_missing or self.nothing_read or self.left
            or self.renumbered
        )  # fmt: skip


def describe(findings: Findings) -> tuple[str, ...]:
    """The sentences, the most important first."""
    if findings.nothing_read:
        return (
            "Nothing of it could be read.",
            f"This is the version saved {_when(findings.earlier)}; "
            "what was typed after that is missing.",
        )
    told = [_lines_read(findings)]
    if findings.returned:
        one = len(findings.returned) == 1
        come, they_were = ("comes", "it was") if one else ("come", "they were")
        told.append(
            f"From the version saved {_when(findings.earlier)} {come} "
            f"{_lines(findings.returned)}; "
            f"look whether {they_were} changed or deleted after that."
        )
    if findings.doubtful:
        told.append(f"Look at {_lines(findings.doubtful)}: part of the words may be damaged.")
    if findings.renumbered:
        one = len(findings.renumbered) == 1
        told.append(
            f"Look at {_lines(findings.renumbered)}: {'its' if one else 'their'} number stood "
            f"there twice, so {'it has' if one else 'they have'} a new one."
        )
    if findings.left:
        told.append(
            f"{counted(findings.left, 'record')} could not be taken over, or not with every word: "
            "look for them in the damaged file, which is kept."
        )
    told += _missing(findings)
    if not findings.head_sound:
        told.append("Look at the meeting's own details: committee, date, times, venue.")
    if findings.items:
        told.append(f"Look at the headings: {counted(len(findings.items), 'item')} may be damaged.")
    if findings.items_missing:
        told.append(f"{counted(findings.items_missing, 'heading')} missing.")
    if findings.people:
        told.append(f"Look at the attendance: {counted(findings.people, 'name')} may be damaged.")
    if findings.people_missing:
        told.append(f"{counted(findings.people_missing, 'name')} missing from the attendance.")
    if findings.others_returned:
        told.append(
            f"{counted(findings.others_returned, 'record')} that somebody else keeps in this file "
            f"come from the version saved {_when(findings.earlier)}."
        )
    if findings.closed:
        told.append(
            f"{counted(findings.closed, 'item')} may be exempt, and "
            f"{'counts' if findings.closed == 1 else 'count'} as exempt until you say otherwise."
        )
    if not findings.pending_sound:
        told.append("What was typed and not yet entered could not be read, or not all of it.")
    return tuple(told)


def _lines_read(findings: Findings) -> str:
    if findings.expected is None:
        return (
            f"{counted(findings.found, 'line')} could be read whole; "
            "how many there were is not known."
        )
    doubts = (findings.doubtful, findings.returned, findings.renumbered, findings.left)
    if findings.found >= findings.expected and not any(doubts):
        return "Every line could be read whole."
    found = min(findings.found, findings.expected)
    return f"{found} of {counted(findings.expected, 'line')} could be read whole."


def _missing(findings: Findings) -> list[str]:
    count = None if findings.expected is None else findings.expected - findings.total
    if count is not None and count <= 0:
        return []
    told = []
    for after, many in findings.gaps[:_NAMED]:
        place = f"after line {after}" if after else "at the beginning of an item"
        told.append(f"{counted(many, 'line')} missing {place}.")
    rest = 0 if count is None else count - sum(many for _, many in findings.gaps[:_NAMED])
    if rest > 0:
        told.append(f"{counted(rest, 'line')} missing, most likely from the end of an item.")
    return told


def _lines(numbers: Sequence[int]) -> str:
    named = ", ".join(str(number) for number in numbers[:_NAMED])
    more = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
    return f"line{'' if len(numbers) == 1 else 's'} {named}{more}"


def _when(saved_at: str | None) -> str:
    try:
        moment = dt.datetime.fromisoformat(saved_at or "")
    except ValueError:
        return "before"
    return f"at {format_time(moment.time())} on {format_date(moment.date())}"
