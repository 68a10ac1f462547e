"""The one list of the headings: the minutes' numbers, and what counts within each minute.

Numbered paragraphs (18/26.1, 18/26.2) belong to the list of the headings (18/26, 19/26), one
level down; where no paragraph is numbered, the sub-headings do. A number that does not follow
on begins the list anew; one that does not fit its minute is left to a list of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from minute_taker.composing.blocks import AnyBlock, Heading, Paragraph, plain
from minute_taker.exporting.printed_numbers import Mark, Pattern, readings

_COUNTED = re.compile(r"(\D*)(\d+)(\D*)")


class Level(Struct, frozen=True):
    """One level of a list: Word's name for its numbers, and the text with ``%1`` and ``%2``."""

    form: str
    text: str


class Minutes(Struct):
    """A list of minutes' numbers that follow on: the first of them, and what counts below."""

    top: Pattern
    start: int
    below: Level | None = None


class Place(Struct, frozen=True):
    """Where a block stands: which of the lists, and at which level of it."""

    list: int
    level: int


class Outline:
    """Which headings and numbered paragraphs stand in which list, planned from all the blocks."""

    def __init__(self, blocks: Sequence[AnyBlock]) -> None:
        self.lists: list[Minutes] = []
        self._places: dict[int, Place] = {}
        #: What counts in a minute is one sort of thing: paragraphs, or else sub-headings.
        self.paragraphs = any(_label(block) for block in blocks)
        heads = [block for block in blocks if _minute(block)]
        marks = {id(head): mark for head, mark in zip(heads, _chosen(heads), strict=True)}
        mark: Mark | None = None
        opening, below = "", 0
        for block in blocks:
            if id(block) in marks and isinstance(block, Heading):
                mark, below = self._minute(block, mark, marks[id(block)]), 0
                after = len(mark.pattern.after) if mark else 0
                opening = block.number[: len(block.number) - after]
            elif mark is not None:
                below = self._below(block, mark, opening, below)

    def place(self, block: AnyBlock) -> Place | None:
        """The block's place in the outline, None where it has none."""
        return self._places.get(id(block))

    def _minute(self, block: AnyBlock, above: Mark | None, mark: Mark | None) -> Mark | None:
        if mark is None:
            return None
        if above is None or not _next(above, mark):
            self.lists.append(Minutes(mark.pattern, mark.number))
        self._places[id(block)] = Place(len(self.lists) - 1, 0)
        return mark

    def _below(self, block: AnyBlock, mark: Mark, opening: str, count: int) -> int:
        printed = _label(block) if self.paragraphs else _subheading(block)
        if not printed:
            return count
        minutes = self.lists[-1]
        for level, number in _within(printed, mark, opening, own=not self.paragraphs):
            if number == count + 1 and minutes.below in (None, level):
                minutes.below = level
                self._places[id(block)] = Place(len(self.lists) - 1, 1)
                return number
        return count


def _minute(block: AnyBlock) -> bool:
    return isinstance(block, Heading) and block.level == 1 and bool(block.number)


def _label(block: AnyBlock) -> str:
    """The number of a paragraph that may count within its minute."""
    counted = isinstance(block, Paragraph) and not block.level and plain(block.runs).strip()
    return block.label if counted and isinstance(block, Paragraph) else ""


def _subheading(block: AnyBlock) -> str:
    counted = isinstance(block, Heading) and block.level == 2 and block.text.strip()
    return block.number if counted and isinstance(block, Heading) else ""


def _chosen(heads: Sequence[AnyBlock]) -> Iterable[Mark | None]:
    """One reading of each minute's number: what follows on, or is followed, goes first."""
    read = [
        readings(head.number) if isinstance(head, Heading) and head.text.strip() else ()
        for head in heads
    ]
    above: Mark | None = None
    for marks, coming in zip(read, (*read[1:], ()), strict=False):
        follows = (m for m in marks if above and _next(above, m))
        followed = (m for m in marks if any(_next(m, c) for c in coming))
        choice = next(follows, None) or next(followed, marks[0] if marks else None)
        yield choice
        above = choice


def _next(one: Mark, other: Mark) -> bool:
    return one.pattern == other.pattern and one.number + 1 == other.number


def _within(printed: str, mark: Mark, opening: str, *, own: bool) -> Iterable[tuple[Level, int]]:
    """How the number may be read as one within that minute: the level, and which it is.

    ``opening`` is the minute's number as printed, up to its figure; ``own``: it may also have
    nothing of the minute's in it.
    """
    if printed.startswith(opening):
        rest = printed[len(opening) :]
        year = _year(mark, rest)
        counted = _COUNTED.fullmatch(rest[len(year) :])
        if counted and counted[1] and str(int(counted[2])) == counted[2]:
            text = f"{mark.pattern.before}%1{year}{counted[1]}%2{counted[3]}"
            yield Level("decimal", text), int(counted[2])
    if own:
        for one in readings(printed):
            yield Level(one.pattern.form, f"{one.pattern.before}%2{one.pattern.after}"), one.number


def _year(mark: Mark, rest: str) -> str:
    """Return what follows the figure and belongs to the minute: ``/26`` in 18/26.1."""
    after = mark.pattern.after.rstrip(".:) ")
    return after if after and rest.startswith(after) else ""
