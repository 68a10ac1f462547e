"""Word's own numbering for the numbers that the blocks print.

Word counts; the blocks have already counted. So each printed number is read
(:mod:`~minute_taker.exporting.marks`) and put in a list of Word's that comes to the same
number: the running list where it follows on, a new one that starts there where it does not
(a gap, a number given by the clerk, another year). A number to which Word cannot count
stays in the text, so that what is printed is always what was composed.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from minute_taker.composing.blocks import AnyBlock, ListEntry
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_xml import (
    abstract_number,
    add_numberings,
    highest_id,
    number,
    number_level,
)
from minute_taker.exporting.marks import Mark, Pattern, readings

#: Levels of a list, as the capture language has them: the list and three parts in it.
LEVELS = 4


class Geometry(Struct, frozen=True):
    """Where things stand on the page, in twips.

    ``indent`` is where text begins, ``number`` the room for a minute's number before its
    heading, ``step`` how much further in each level of a list is, ``space`` what sets things
    apart down the page, ``width`` the text's width.
    """

    indent: int
    number: int
    step: int
    space: int
    width: int

    def left(self, level: int) -> int:
        """Where the words of a list's entry at that level begin."""
        return self.indent + self.step * (level + 1)


class _Running(Struct):
    """A list of Word's under way, and the number that it would print next."""

    num: int
    pattern: Pattern
    next: int


class Numbering:
    """Gives out list ids for headings, list entries and labels, in the order of the document.

    :meth:`finish` writes the lists into the numberings part; until then it is as it was.
    """

    def __init__(self, numbering: Element, geometry: Geometry, blocks: Iterable[AnyBlock]) -> None:
        self._part = numbering
        self._highest_kind = highest_id(numbering, "abstractNum", "abstractNumId")
        self._highest_list = highest_id(numbering, "num", "numId")
        self._new_kinds: list[Element] = []
        self._new_lists: list[Element] = []
        self._geometry = geometry
        #: The list that each style is tied to, by the style's id.
        self.tied: dict[str, int] = {}
        self._running: dict[object, _Running] = {}
        self._kinds: dict[tuple[Pattern, ...], int] = {}
        self._bullets: dict[str, int] = {}
        self._series_patterns = _patterns_by_series(blocks)
        self._series: dict[int, tuple[int, dict[int, int]]] = {}

    def single(self, key: object, printed: str, left: int, hanging: int, style: str = "") -> int:
        """The list in which Word comes to that number, for headings and labels; 0 for none.

        ``key`` tells one sequence from another. ``style`` is the id of the style that the
        first list of a sequence is tied to.
        """
        marks = readings(printed)
        running = self._running.get(key)
        for mark in marks:
            if running and mark.pattern == running.pattern and mark.number == running.next:
                running.next += 1
                return running.num
        if not marks:
            return 0
        first = marks[0]
        tied = style if running is None else ""
        level = number_level(
            0, first.pattern.form, _text(first.pattern, 0), start=first.number,
            left=left, hanging=hanging, style=tied,
        )  # fmt: skip
        num = self._list(self._kind([level]), {0: first.number})
        if tied:
            self.tied[tied] = num
        self._running[key] = _Running(num, first.pattern, first.number + 1)
        return num

    def entry(self, entry: ListEntry) -> tuple[int, int]:
        """The list and the level in it for a list's entry; list 0 where Word can't count to it."""
        level = min(entry.level, LEVELS - 1)
        if not entry.ordered:
            return self._bullet(entry.mark), level
        patterns = self._series_patterns[entry.series]
        mark = _reading(entry)
        if mark is not None and level < len(patterns) and patterns[level] == mark.pattern:
            num, counts = self._series_list(entry.series, patterns)
            if counts.get(level, 0) + 1 == entry.ordinal:
                counts[level] = entry.ordinal
                for deeper in [other for other in counts if other > level]:
                    del counts[deeper]
                return num, level
        left = self._geometry.left(level)
        return self.single((entry.series, level), entry.mark, left, self._geometry.step), 0

    def _series_list(
        self, series: int, patterns: tuple[Pattern, ...]
    ) -> tuple[int, dict[int, int]]:
        if series not in self._series:
            if patterns not in self._kinds:
                levels = [
                    number_level(n, pattern.form, _text(pattern, n),
                                 left=self._geometry.left(n), hanging=self._geometry.step)
                    for n, pattern in enumerate(patterns)
                ]  # fmt: skip
                self._kinds[patterns] = self._kind(levels)
            starts = dict.fromkeys(range(len(patterns)), 1)
            self._series[series] = self._list(self._kinds[patterns], starts), {}
        return self._series[series]

    def _bullet(self, mark: str) -> int:
        if mark not in self._bullets:
            levels = bullet_levels(mark, self._geometry)
            self._bullets[mark] = self._list(self._kind(levels), {})
        return self._bullets[mark]

    def _kind(self, levels: list[Element]) -> int:
        self._highest_kind += 1
        self._new_kinds.append(abstract_number(self._highest_kind, levels))
        return self._highest_kind

    def _list(self, kind: int, starts: dict[int, int]) -> int:
        self._highest_list += 1
        self._new_lists.append(number(self._highest_list, kind, starts))
        return self._highest_list

    def finish(self) -> None:
        """Write the lists given out into the numberings part."""
        add_numberings(self._part, self._new_kinds, self._new_lists)
        self._new_kinds, self._new_lists = [], []


def bullet_levels(mark: str, geometry: Geometry) -> list[Element]:
    """The levels of a list of bullets, the same mark at each."""
    return [
        number_level(n, "bullet", mark, left=geometry.left(n), hanging=geometry.step)
        for n in range(LEVELS)
    ]


def _text(pattern: Pattern, level: int) -> str:
    return f"{pattern.before}%{level + 1}{pattern.after}"


def _reading(entry: ListEntry) -> Mark | None:
    """The mark read as the number that the entry is known to have."""
    return next((mark for mark in readings(entry.mark) if mark.number == entry.ordinal), None)


def _patterns_by_series(blocks: Iterable[AnyBlock]) -> dict[int, tuple[Pattern, ...]]:
    """For each list, the pattern of each of its levels, as its first entry there has it."""
    seen: dict[int, dict[int, Pattern]] = {}
    for block in blocks:
        if isinstance(block, ListEntry) and block.ordered:
            levels = seen.setdefault(block.series, {})
            mark = _reading(block)
            if mark is not None:
                levels.setdefault(min(block.level, LEVELS - 1), mark.pattern)
    plain = Pattern("decimal", "", ".")
    return {
        series: tuple(levels.get(n, plain) for n in range(max(levels) + 1)) if levels else ()
        for series, levels in seen.items()
    }
