"""Word's own numbering for the numbers that the blocks print.

Word counts; the blocks have already counted. So each printed number is read
(:mod:`~minute_taker.exporting.printed_numbers`) and put in a list of Word's that comes to the same
number: the running list where it follows on, a new one that starts there where it does not
(a gap, a number given by the clerk, another year). A number to which Word cannot count
stays in the text, so that what is printed is always what was composed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from minute_taker.composing.blocks import AnyBlock, ListEntry, Role
from minute_taker.exporting.docx_outline import Minutes, Outline
from minute_taker.exporting.docx_styles import HEADING_STYLES, LIST_LEVELS, LIST_STYLE_OF, STYLE_OF
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_variants import MARKED, NUMBERED, StyleBook
from minute_taker.exporting.docx_xml import (
    abstract_number,
    add_numberings,
    highest_id,
    number,
    number_level,
)
from minute_taker.exporting.lists import settled_in
from minute_taker.exporting.printed_numbers import Mark, Pattern, readings

_PLAIN = Pattern("decimal", "", ".")


class Geometry(Struct, frozen=True):
    """Where things stand on the page, in twips.

    ``indent`` is where text begins, ``number`` the room for a minute's number before its
    heading, ``step`` how much further in each level of a list is, ``space`` what sets things
    apart down the page, ``width`` the text's width, ``turned`` that of a page on its side.
    """

    indent: int
    number: int
    step: int
    space: int
    width: int
    turned: int = 0

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

    ``bullet`` and ``marks`` are what lists have that somebody begins in Word; ``unnumbered``
    the levels of headings at which one has no number, so that their style promises none.
    :meth:`finish` writes the lists into the numberings part; until then it is as it was.
    """

    def __init__(
        self,
        numbering: Element,
        geometry: Geometry,
        blocks: Sequence[AnyBlock],
        book: StyleBook,
        *,
        bullet: str = "•",
        marks: Sequence[str] = (),
        unnumbered: frozenset[int] = frozenset(),
    ) -> None:
        self._part = numbering
        self._highest_kind = highest_id(numbering, "abstractNum", "abstractNumId")
        self._highest_list = highest_id(numbering, "num", "numId")
        self._new_kinds: list[Element] = []
        self._new_lists: list[Element] = []
        self._geometry = geometry
        self._book = book
        self._running: dict[object, _Running] = {}
        self._kinds: dict[tuple[int, tuple[Pattern, ...]], int] = {}
        self._bullets: dict[tuple[str, int], int] = {}
        self._settled = settled_in(blocks)
        self._series_patterns = _patterns_by_series(blocks, self._settled)
        self._series: dict[int, tuple[int, dict[int, int]]] = {}
        self._marks = tuple(_pattern(mark) for mark in marks[:LIST_LEVELS])
        self._begin_families(bullet)
        self._outline = Outline(blocks)
        self._outline_lists = self._begin_outline(unnumbered)

    def _begin_families(self, bullet: str) -> None:
        """The lists that the styles of bullets and of resolutions promise."""
        bullets = self._styled_levels(Role.BULLET, [Pattern("bullet", bullet, "")] * LIST_LEVELS)
        self._bullets[bullet, 0] = self._list(self._kind(bullets), {})
        self._tie(Role.BULLET, self._bullets[bullet, 0])
        if not self._marks:
            self._marks = (_PLAIN,) * LIST_LEVELS
        self._kinds[0, self._marks] = self._kind(self._styled_levels(Role.RESOLUTION, self._marks))
        self._tie(Role.RESOLUTION, self._list(self._kinds[0, self._marks], {}))

    def _styled_levels(self, role: Role, patterns: Sequence[Pattern]) -> list[Element]:
        free = self._book.free(LIST_STYLE_OF[role])
        return self._levels(patterns, 0, [
            self._book[_list_style(role, n)] if free else "" for n in range(len(patterns))
        ])  # fmt: skip

    def _tie(self, role: Role, num: int) -> None:
        if self._book.free(LIST_STYLE_OF[role]):
            for n in range(LIST_LEVELS):
                self._book.number(_list_style(role, n), num, n)

    def _begin_outline(self, unnumbered: frozenset[int]) -> list[int]:
        """The lists of the minutes' numbers; the first is what the style of headings promises."""
        lists = []
        for n, minutes in enumerate(self._outline.lists):
            headings = [] if n else [level for level in (1, 2) if level not in unnumbered]
            levels = self._outline_levels(minutes, headings)
            lists.append(self._list(self._kind(levels), {0: minutes.start}))
        if lists and 1 not in unnumbered:
            self._book.number(HEADING_STYLES[0], lists[0])
        deeper = lists and self._outline.lists[0].below and not self._outline.paragraphs
        if deeper and 2 not in unnumbered:
            self._book.number(HEADING_STYLES[1], lists[0], 1)
        return lists

    def _outline_levels(self, minutes: Minutes, headings: Sequence[int]) -> list[Element]:
        """The levels of a list of minutes, tied to the styles of those levels of headings."""
        at, below = self._geometry, minutes.below
        levels = [
            number_level(0, minutes.top.form, _text(minutes.top, 0), start=minutes.start,
                         left=at.number, hanging=at.number,
                         style=self._book[HEADING_STYLES[0]] if 1 in headings else "")
        ]  # fmt: skip
        if below and self._outline.paragraphs:
            style = self._book[self.numbered(STYLE_OF[Role.TEXT], 0)] if headings else ""
            left = max(at.indent, at.number)
            levels.append(number_level(1, below.form, below.text, left=left,
                                       hanging=at.number, style=style))  # fmt: skip
        elif below:
            style = self._book[HEADING_STYLES[1]] if 2 in headings else ""
            levels.append(number_level(1, below.form, below.text, left=at.left(0),
                                       hanging=at.step, style=style))  # fmt: skip
        return levels

    def numbered(self, style: str, level: int) -> str:
        """The name of the style for a paragraph of that style and level that has a number."""
        at = self._geometry
        hanging = at.step if level else at.number
        left = max(at.indent + at.step * level, hanging)
        base = self._book.level(style, level, at.indent + at.step * level)
        return self._book.variant(base, NUMBERED, left=left, hanging=hanging)

    def marked(self, style: str, level: int) -> str:
        """The name of the style for a paragraph whose number is written out."""
        at = self._geometry
        hanging = at.step if level else at.number
        left = max(at.indent + at.step * level, hanging)
        base = self._book.level(style, level, at.indent + at.step * level)
        return self._book.variant(base, MARKED, left=left, hanging=hanging)

    def minute(self, block: AnyBlock) -> tuple[int, int]:
        """The list and level of a heading or a paragraph in the minutes' own list; 0 for none."""
        place = self._outline.place(block)
        return (self._outline_lists[place.list], place.level) if place else (0, 0)

    def single(self, key: object, printed: str, left: int, hanging: int) -> int:
        """The list in which Word comes to that number, for headings and labels; 0 for none.

        ``key`` tells one sequence from another.
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
        level = number_level(
            0, first.pattern.form, _text(first.pattern, 0), start=first.number,
            left=left, hanging=hanging,
        )  # fmt: skip
        num = self._list(self._kind([level]), {0: first.number})
        self._running[key] = _Running(num, first.pattern, first.number + 1)
        return num

    def entry(self, entry: ListEntry) -> tuple[int, int]:
        """The list and the level in it for a list's entry; list 0 where Word can't count to it.

        No list begins at its second level: one that stands further in as a whole has its own
        first level there.
        """
        shift, level = self._settled[id(entry)]
        if not entry.ordered:
            return self._bullet(entry.mark, shift), level
        patterns = self._series_patterns[entry.series]
        mark = _reading(entry)
        if mark is not None and level < len(patterns) and patterns[level] == mark.pattern:
            num, counts = self._series_list(entry.series, shift, patterns)
            if counts.get(level, 0) + 1 == entry.ordinal:
                counts[level] = entry.ordinal
                for deeper in [other for other in counts if other > level]:
                    del counts[deeper]
                return num, level
        left = self._geometry.left(entry.level)
        return self.single((entry.series, entry.level), entry.mark, left, self._geometry.step), 0

    def entry_style(self, entry: ListEntry) -> str:
        """The name of the style for a list's entry."""
        if entry.role in LIST_STYLE_OF:
            return _list_style(entry.role, min(entry.level, LIST_LEVELS - 1))
        at = self._geometry
        return self._book.level(STYLE_OF[entry.role], entry.level, at.left(entry.level), at.step)

    def marked_entry_style(self, entry: ListEntry) -> str:
        """The name of the style for a list's entry whose mark is written out."""
        at = self._geometry
        role = Role.TEXT if entry.role is Role.BULLET else entry.role
        left = at.left(entry.level)
        return self._book.variant(
            self.entry_style(entry), MARKED, left=left, hanging=at.step, based_on=STYLE_OF[role]
        )

    def _series_list(
        self, series: int, shift: int, patterns: tuple[Pattern, ...]
    ) -> tuple[int, dict[int, int]]:
        if series not in self._series:
            # Further levels are what somebody who goes on in Word may need.
            whole = patterns + self._marks[len(patterns) :]
            if (shift, whole) not in self._kinds:
                self._kinds[shift, whole] = self._kind(self._levels(whole, shift))
            starts = dict.fromkeys(range(len(patterns)), 1)
            self._series[series] = self._list(self._kinds[shift, whole], starts), {}
        return self._series[series]

    def _bullet(self, mark: str, shift: int) -> int:
        if (mark, shift) not in self._bullets:
            levels = self._levels([Pattern("bullet", mark, "")] * LIST_LEVELS, shift)
            self._bullets[mark, shift] = self._list(self._kind(levels), {})
        return self._bullets[mark, shift]

    def _levels(
        self, patterns: Sequence[Pattern], shift: int, styles: Sequence[str] = ()
    ) -> list[Element]:
        return [
            number_level(n, pattern.form, _text(pattern, n),
                         left=self._geometry.left(n + shift), hanging=self._geometry.step,
                         style=styles[n] if styles else "")
            for n, pattern in enumerate(patterns)
        ]  # fmt: skip

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


def _list_style(role: Role, level: int) -> str:
    first = LIST_STYLE_OF[role]
    return f"{first} {level + 1}" if level else first


def _text(pattern: Pattern, level: int) -> str:
    if pattern.form == "bullet":
        return pattern.before
    return f"{pattern.before}%{level + 1}{pattern.after}"


def _pattern(printed: str) -> Pattern:
    return next((mark.pattern for mark in readings(printed) if mark.number == 1), _PLAIN)


def _reading(entry: ListEntry) -> Mark | None:
    """Return the reading of a mark that gives the number which the entry is known to have."""
    return next((mark for mark in readings(entry.mark) if mark.number == entry.ordinal), None)


def _patterns_by_series(
    blocks: Sequence[AnyBlock], settled: Mapping[int, tuple[int, int]]
) -> dict[int, tuple[Pattern, ...]]:
    """For each list, the pattern of each of its levels, as its first entry there has it."""
    seen: dict[int, dict[int, Pattern]] = {}
    for block in blocks:
        if isinstance(block, ListEntry) and block.ordered:
            levels = seen.setdefault(block.series, {})
            mark = _reading(block)
            if mark is not None:
                levels.setdefault(settled[id(block)][1], mark.pattern)
    return {
        series: tuple(levels.get(n, _PLAIN) for n in range(max(levels) + 1)) if levels else ()
        for series, levels in seen.items()
    }
