"""A meeting laid out as rows of cells: what stands where, without a screen to draw it on.

The whole meeting is measured, which is quick; only what is in view is ever drawn. A changed
meeting shares nearly all its lines with the one before, so that only what changed is measured
again.
"""

from __future__ import annotations

import operator
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from minute_taker.minutes.exempt import unsettled
from minute_taker.minutes.model import Item, Kind, Line, Meeting, Part
from minute_taker.minutes.numbering import ItemNumbers, item_numbers
from minute_taker.screens.reading.worded import Worded
from minute_taker.screens.reading.wrapping import row_count

#: The line's number, its letter, who speaks, and the spaces between.
_NUMBER, _LETTER, _SPEAKER = 4, 2, 5
GUTTER = _NUMBER + 1 + _LETTER + 1 + _SPEAKER + 1
#: Under this width there is no room for who speaks beside the text.
_NARROW = 50
NARROW_GUTTER = _NUMBER + 1 + _LETTER + 1
INDENT = 2
#: Longer rows of text would send the eye too far back to find the next one.
MEASURE = 100
BULLET_MARK = "• "


class Heading(Struct, frozen=True):
    """An item's heading in the transcript. ``first`` stands at the top, with no row above it.

    ``asked`` says that it is not settled of which part it is.
    """

    item_id: int
    title: str
    agenda: str = ""
    minute: str = ""
    part: Part = Part.PUBLIC
    asked: bool = False
    first: bool = False

    @property
    def label(self) -> str:
        """The heading as one paragraph: ``5 Draft strategy``."""
        return f"{self.agenda} {self.title}".strip()


class LineNote(Struct, frozen=True):
    """What is said under a line, as a paragraph of its own in the ``style`` of that name.

    ``stretches`` are those of the line's text that it is about, each from and up to which
    character: they are underlined there. ``depth`` is the line's.
    """

    line_id: int
    words: str
    stretches: tuple[tuple[int, int], ...] = ()
    style: str = "aside"
    depth: int = 0


#: The notes under each line, by its id.
Notes = Mapping[int, tuple[LineNote, ...]]
_NO_NOTES: Notes = {}
_NOT_WORDED = Worded()
Entry = Heading | Line | LineNote


def gutter(width: int) -> int:
    """How many cells stand left of the text in a transcript of that width."""
    return GUTTER if width >= _NARROW else NARROW_GUTTER


def shown_text(line: Line | LineNote) -> str:
    """The words of a line, or of a note under one, as the transcript shows them."""
    if isinstance(line, LineNote):
        return line.words
    return BULLET_MARK + line.text if line.kind is Kind.BULLET else line.text


def text_width(entry: Entry, width: int) -> int:
    """How many cells the entry's text has for itself."""
    if isinstance(entry, Heading):
        return max(1, heading_width(width) - 1)
    return max(1, min(width - gutter(width), MEASURE) - INDENT * entry.depth)


def heading_width(width: int) -> int:
    """How many cells a heading spans, with what stands at its right: as far as text goes."""
    return min(width, GUTTER + MEASURE + 1)


def entry_height(entry: Entry, width: int) -> int:
    """How many rows the entry takes; a heading has an empty row above it."""
    if isinstance(entry, Heading):
        return row_count(entry.label, text_width(entry, width)) + (not entry.first)
    return row_count(shown_text(entry), text_width(entry, width))


def _heading(item: Item, numbers: ItemNumbers, *, asked: bool, first: bool) -> Heading:
    return Heading(item.id, item.title, numbers.agenda, numbers.minute, item.part, asked, first)


def _in_common(one: Sequence[Entry], other: Sequence[Entry]) -> int:
    """How many entries the two have in common at their beginning."""
    # Lines are never copied, so one that did not change is the very same object.
    same = list(map(operator.is_, one, other))
    return same.index(False) if False in same else len(same)


class Roll:
    """The entries of a meeting and where each of them stands, for one width.

    ``tops[n]`` is the row at which entry ``n`` begins; ``height`` is how many rows there are.
    """

    def __init__(self) -> None:
        self.width = 0
        self.entries: list[Entry] = []
        self.heights: list[int] = []
        self.tops: list[int] = [0]
        self._headings: dict[int, Heading] = {}
        self._notes = _NO_NOTES
        self._worded = _NOT_WORDED
        self._of_items: dict[int, tuple[Item, Notes, Worded, list[Entry]]] = {}

    @property
    def height(self) -> int:
        """The rows of all entries."""
        return self.tops[-1]

    def lay_out(
        self,
        meeting: Meeting,
        width: int,
        notes: Notes = _NO_NOTES,
        worded: Worded = _NOT_WORDED,
    ) -> None:
        """Take over a meeting, its notes and the page's words.

        Only what is not the same as before is measured.
        """
        self._notes, self._worded = notes, worded
        entries = self._entries(meeting)
        old, heights = self.entries, self.heights
        if width != self.width:
            old, heights = [], []
        head = _in_common(old, entries)
        tail = _in_common(old[: head - len(old) - 1 : -1], entries[: head - len(entries) - 1 : -1])
        changed = entries[head : len(entries) - tail]
        self.width = width
        self.entries = entries
        self.heights = [
            *heights[:head],
            *(entry_height(entry, width) for entry in changed),
            *heights[len(heights) - tail :],
        ]
        self.tops = list(accumulate(self.heights, initial=0))

    def _entries(self, meeting: Meeting) -> list[Entry]:
        numbers, asked = item_numbers(meeting), unsettled(meeting)
        entries: list[Entry] = []
        for item in meeting.items:
            if item.title:
                made = _heading(item, numbers[item.id], asked=item.id in asked, first=not entries)
                # The same object while it says the same, as lines are.
                known = self._headings.get(item.id)
                heading = known if known == made else made
                self._headings[item.id] = heading
                entries.append(heading)
            entries.extend(self._of_item(item))
        return entries

    def _of_item(self, item: Item) -> Sequence[Entry]:
        if not self._notes and self._worded is _NOT_WORDED:
            return item.lines
        known = self._of_items.get(item.id)
        if (
            known is None
            or known[0] is not item
            or known[1] is not self._notes
            or known[2] is not self._worded
        ):
            known = (item, self._notes, self._worded, list(self._with_notes(item)))
            self._of_items[item.id] = known
        return known[3]

    def _with_notes(self, item: Item) -> Iterator[Entry]:
        for line in self._worded.entries(item):
            yield line
            yield from self._notes.get(line.id, ())

    def line_at(self, index: int) -> int | None:
        """The id of the line that the entry is, or is a note of."""
        entry = self.entries[index]
        if isinstance(entry, Heading):
            return None
        return entry.line_id if isinstance(entry, LineNote) else entry.id

    def with_notes(self, index: int) -> int:
        """How many rows the entry takes with the notes under it."""
        rows = self.heights[index]
        for at in range(index + 1, len(self.entries)):
            if not isinstance(self.entries[at], LineNote):
                break
            rows += self.heights[at]
        return rows

    def row_of(self, entry: Entry) -> int | None:
        """The row at which an entry begins; None where it is not the same any more."""
        found = (top for each, top in zip(self.entries, self.tops, strict=False) if each is entry)
        return next(found, None)

    def at_row(self, row: int) -> tuple[int, int] | None:
        """The entry at a row, and which of the entry's rows it is; None below the end."""
        if not 0 <= row < self.height:
            return None
        index = bisect_right(self.tops, row) - 1
        return index, row - self.tops[index]

    def index_of_line(self, line_id: int) -> int | None:
        """The entry that is that line."""
        for index in range(len(self.entries) - 1, -1, -1):
            entry = self.entries[index]
            if isinstance(entry, Line) and entry.id == line_id:
                return index
        return None

    def index_of_item(self, item_id: int) -> int | None:
        """The entry that is that item's heading."""
        for index, entry in enumerate(self.entries):
            if isinstance(entry, Heading) and entry.item_id == item_id:
                return index
        return None

    def end_of_item(self, item_id: int) -> int | None:
        """The last entry of that item: its last line, or its heading if it has none."""
        at = self.index_of_item(item_id)
        if at is None:
            return None
        while at + 1 < len(self.entries) and not isinstance(self.entries[at + 1], Heading):
            at += 1
        return at

    def neighbour(self, line_id: int | None, by: int) -> int | None:
        """The id of the line ``by`` lines further on, the last or first where there is none so far.

        From None it steps into the meeting from below. None where the meeting has no line, or
        where the step leads out below the last.
        """
        lines = [entry.id for entry in self.entries if isinstance(entry, Line)]
        if not lines:
            return None
        at = len(lines) if line_id is None else lines.index(line_id)
        to = at + by
        if to >= len(lines):
            return None
        return lines[max(0, to)]
