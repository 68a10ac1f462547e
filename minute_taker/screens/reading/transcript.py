"""The transcript: the whole meeting as one widget, however many lines it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region
from textual.message import Message
from textual.strip import Strip

from minute_taker.capture.meeting_editor import Beside
from minute_taker.minutes.model import Line, Meeting
from minute_taker.screens.parts.cached_render import CachedRender
from minute_taker.screens.parts.focus import row_place
from minute_taker.screens.parts.keys import with_keys
from minute_taker.screens.parts.kinds import ink_rules
from minute_taker.screens.parts.textual_private import MeasuredScrollView
from minute_taker.screens.reading.drawing import STYLE_NAMES, Mark, draw_entry, first_steps
from minute_taker.screens.reading.rows import Entry, LineNote, Notes, Roll
from minute_taker.screens.reading.worded import Worded as PageWording
from minute_taker.screens.reading.worded import item_of

#: How many entries are kept drawn: several screenfuls.
_KEPT = 400


class Transcript(MeasuredScrollView, CachedRender, can_focus=True):
    """Shows a meeting's lines, one of which can be chosen.

    ``show(meeting)`` is all it needs: what did not change is not measured again. The end stays
    in view if it was in view. :meth:`annotate` puts notes under lines. Choosing a line posts
    :class:`Chosen`; what is to be done with it is the screen's business.
    """

    # The rest of its look is the style sheet's.
    DEFAULT_CSS = f"Transcript {{ {ink_rules('transcript')} }}"
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"transcript--{name}" for name in STYLE_NAMES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", "Line above", show=False, id="transcript.up"),
        Binding("down", "walk(1)", "Line below", show=False, id="transcript.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="transcript.page-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="transcript.page-down"),
        Binding("home,ctrl+home", "first", "First line", show=False, id="transcript.first"),
        Binding("end,ctrl+end", "last", "Last line", show=False, id="transcript.last"),
    ]  # fmt: skip
    ALLOW_SELECT = False

    class Chosen(Message):
        """Another line is chosen, or none (``line_id`` None: walked out below the last)."""

        def __init__(self, transcript: Transcript, line_id: int | None) -> None:
            super().__init__()
            self.transcript = transcript
            self.line_id = line_id

        @property
        def control(self) -> Transcript:
            return self.transcript

    class Opened(Message):
        """The chosen line was clicked again: it is to be edited."""

        def __init__(self, transcript: Transcript, line_id: int) -> None:
            super().__init__()
            self.transcript = transcript
            self.line_id = line_id

        @property
        def control(self) -> Transcript:
            return self.transcript

    class Worded(Message):
        """The page's words for a meeting's lines are there, and notes on what has none."""

        def __init__(self, words: PageWording, notes: Mapping[int, LineNote]) -> None:
            super().__init__()
            self.words = words
            self.notes = notes

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._meeting = Meeting()
        self._roll = Roll()
        self._chosen: int | None = None
        self._editing: int | None = None
        self._beside: Beside | None = None
        self._found: tuple[int, int, int] | None = None
        self._drawn: dict[int, tuple[Entry, tuple[LineNote, ...], list[Strip]]] = {}
        #: The notes of each of those who put some there, and all of them by their lines.
        self._notes_by: dict[str, Mapping[int, LineNote]] = {}
        self._notes: Notes = {}
        self._words = PageWording()
        self._styles: dict[str, Style] = {}

    # What is shown.

    def show(self, meeting: Meeting, *, follow: int | None = None, force: bool = False) -> None:
        """Show the meeting as it now stands.

        The line ``follow`` comes into view if the place where it stands was in view already,
        or if ``force`` says so: what the clerk has scrolled to stays where it is.
        """
        self._meeting = meeting
        if self._roll.width:
            top, rows = self.scroll_offset.y, self.scrollable_content_region.height
            self._lay_out(self._roll.width, stay_at_end=self.at_end)
            index = None if follow is None else self._roll.index_of_line(follow)
            if index is not None and (force or 0 <= self._roll.tops[index] - top <= rows):
                self._show_entry(index)
        if self._chosen is not None and self._roll.index_of_line(self._chosen) is None:
            self.choose(None)

    def annotate(self, by: str, notes: Mapping[int, LineNote]) -> None:
        """Put notes under lines, by the lines' ids, in the place of those of the same source.

        Where several sources (``by``) have a note for a line, theirs stand in the order in which
        the sources first came.
        What is in view stays where it is.
        """
        known = self._notes_by.get(by, {})
        if known == notes:
            return
        kept = {
            line_id: known[line_id] if known.get(line_id) == note else note
            for line_id, note in notes.items()
        }
        self._notes_by[by] = kept
        gathered: dict[int, tuple[LineNote, ...]] = {}
        for each in self._notes_by.values():
            for line_id, note in each.items():
                gathered[line_id] = (*gathered.get(line_id, ()), note)
        self._notes = gathered
        self._lay_out_in_place()

    def on_transcript_worded(self, message: Transcript.Worded) -> None:
        """Show lines of data as the page words them; what is in view stays where it is."""
        if message.words is not self._words:
            self._words = message.words
            self._lay_out_in_place()
        self.annotate("not understood", message.notes)

    def _lay_out_in_place(self) -> None:
        if self._roll.width:
            at_end, top = self.at_end, self._top_of_view()
            self._lay_out(self._roll.width, stay_at_end=at_end)
            row = None if at_end or top is None else self._roll.row_of(top[0])
            if row is not None and top is not None:
                self.scroll_to(y=row + top[1], animate=False, immediate=True)
            shown = self._index_chosen()
            if shown is not None:
                self._show_entry(shown)

    def _top_of_view(self) -> tuple[Entry, int] | None:
        """The first entry in view that is no note, and how many rows of it are above the view."""
        found = self._roll.at_row(self.scroll_offset.y)
        if found is None:
            return None
        index, row = found
        for at in range(index, len(self._roll.entries)):
            entry = self._roll.entries[at]
            if not isinstance(entry, LineNote):
                return entry, row if at == index else self.scroll_offset.y - self._roll.tops[at]
        return None

    def _lay_out(self, width: int, *, stay_at_end: bool) -> None:
        self._roll.lay_out(self._meeting, width, self._notes, self._words)
        self.set_height(self._roll.height)
        self.refresh()
        if stay_at_end:
            self.scroll_end(animate=False, immediate=True, x_axis=False)

    def take_size(self, at_end: bool) -> None:
        """Lay the meeting out anew where the width is another, keeping what was in view."""
        width = self.scrollable_content_region.width
        top = self._roll.at_row(self.scroll_offset.y)
        if width and width != self._roll.width:
            at_end = at_end or not self._roll.width
            self._drawn.clear()
            self._lay_out(width, stay_at_end=False)
        if at_end:
            self.scroll_end(animate=False, immediate=True, x_axis=False)
        elif self._chosen is not None:
            self.bring_into_view(self._chosen)
        elif top is not None:
            # What stood at the top stands there still, however the rows now break.
            self.scroll_to(y=self._roll.tops[top[0]], animate=False, immediate=True)

    # Choosing a line.

    @property
    def chosen(self) -> int | None:
        """The id of the line chosen."""
        return None if self._chosen is None or self._chosen < 0 else self._chosen

    @property
    def chosen_opening(self) -> tuple[int, str] | None:
        """The item whose composed opening is chosen, and its words."""
        item_id = None if self._chosen is None else item_of(self._chosen)
        opening = None if item_id is None else self._words.openings.get(item_id)
        return None if item_id is None or opening is None else (item_id, opening.text)

    @property
    def walked(self) -> bool:
        """Whether a line or a composed sentence is chosen."""
        return self._chosen is not None

    def choose(self, line_id: int | None) -> None:
        """Choose a line and bring it into view; None chooses none."""
        if line_id == self._chosen:
            return
        self._chosen = line_id
        self.refresh()
        if line_id is not None:
            self.bring_into_view(line_id)
        self.post_message(self.Chosen(self, line_id))

    def mark_editing(self, line_id: int | None) -> None:
        """Mark the line that is open in the composer."""
        if line_id != self._editing:
            self._editing = line_id
            self.refresh()

    def mark_beside(self, beside: Beside | None) -> None:
        """Mark the line that the next one is put in after, or before."""
        if beside != self._beside:
            self._beside = beside
            self.refresh()

    def mark_found(self, found: tuple[int, int, int] | None) -> None:
        """Mark a stretch of a line's text: its id, where it starts, where it stops."""
        self._found = found
        self.refresh()
        if found is not None:
            self.bring_into_view(found[0])

    def bring_into_view(self, line_id: int) -> None:
        """Scroll just so far that the line is in view."""
        index = self._roll.index_of_line(line_id)
        if index is not None:
            self._show_entry(index)

    def bring_item_into_view(self, item_id: int) -> None:
        """Scroll to the end of an item, where its next line goes."""
        index, heading = self._roll.end_of_item(item_id), self._roll.index_of_item(item_id)
        if index is None or heading is None:
            return
        height = self._roll.tops[index] + self._roll.with_notes(index) - self._roll.tops[heading]
        if height <= self.scrollable_content_region.height:
            self._show_entry(heading)
        # Where a heading and its composed sentence do not both fit, it is the heading that counts.
        elif (self._roll.line_at(index) or 0) < 0:
            index = heading
        self._show_entry(index)

    def bring_heading_into_view(self, item_id: int) -> None:
        """Scroll to the heading of an item."""
        index = self._roll.index_of_item(item_id)
        if index is not None:
            self._show_entry(index)

    def _show_entry(self, index: int) -> None:
        region = Region(0, self._roll.tops[index], 1, self._roll.with_notes(index))
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def action_walk(self, by: int) -> None:
        """Choose the next line up or down; below the last none is chosen."""
        self.choose(self._roll.neighbour(self._chosen, by))

    def action_page(self, by: int) -> None:
        """Choose the line a screenful further on."""
        rows = max(1, self.scrollable_content_region.height - 1)
        index = self._index_chosen()
        row = self._roll.tops[index] if index is not None else self._roll.height - 1
        self._choose_at_row(row + by * rows)

    def action_first(self) -> None:
        """Choose the first line."""
        self._choose_at_row(0)
        self.scroll_to(y=0, animate=False, immediate=True)

    def action_last(self) -> None:
        """Choose the last line."""
        self.choose(self._roll.neighbour(None, -1))

    def beside(self, line_id: int) -> int | None:
        """The line after it, else the one before it, else None."""
        after = self._roll.neighbour(line_id, 1)
        return after if after is not None else self.above(line_id)

    def above(self, line_id: int) -> int | None:
        """The line before it, if there is one."""
        before = self._roll.neighbour(line_id, -1)
        return before if before != line_id else None

    def _index_chosen(self) -> int | None:
        return None if self._chosen is None else self._roll.index_of_line(self._chosen)

    def _choose_at_row(self, row: int) -> None:
        """Choose the line at a row, or the nearest one to it."""
        found = self._roll.at_row(max(0, min(row, self._roll.height - 1)))
        if found is None:
            return
        entries, index = self._roll.entries, found[0]
        nearest = [*range(index, len(entries)), *range(index - 1, -1, -1)]
        lines = (line for at in nearest if (line := self._roll.line_at(at)) is not None)
        self.choose(next(lines, self._chosen))

    def on_click(self, event: events.Click) -> None:
        found = self._roll.at_row(event.y + self.scroll_offset.y)
        if found is None:
            return
        line_id = self._roll.line_at(found[0])
        if line_id is None:
            return
        event.stop()
        again = event.chain > 1 or line_id == self._chosen
        self.choose(line_id)
        if again:
            self.post_message(self.Opened(self, line_id))

    # Drawing.

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the chosen line begins on the screen."""
        index = self._index_chosen()
        return row_place(self, self._roll.tops[index] if index is not None else self._roll.height)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._drawn.clear()
        self._styles.clear()

    def draw_lines(self, crop: Region) -> list[Strip]:
        # Without Textual's cache of styled rows, which knows a row by its place on the screen:
        # a line scrolled to another place would be drawn anew.
        filters, ground = self.get_line_filters(), self.background_colors[1]
        blank = self.rich_style
        rows = []
        for y in crop.line_range:
            strip = self.render_line(y)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, ground)
            rows.append(strip.crop_extend(crop.x, crop.right, blank))
        return rows

    def render_line(self, y: int) -> Strip:
        width = self._roll.width
        found = self._roll.at_row(y + self.scroll_offset.y)
        if found is None:
            empty = self._first_steps(width)
            at = y + self.scroll_offset.y - self._roll.height
            if at >= len(empty):
                return Strip.blank(width, self.rich_style)
            return Strip([Segment(text, self._style(name, None)) for text, name in empty[at]])
        index, row = found
        return self._strips(self._roll.entries[index])[row]

    def _first_steps(self, width: int) -> Sequence[list[tuple[str, str]]]:
        """What a first-time user is told below the headings, while there are no lines."""
        entries = self._roll.entries
        if self._meeting.line_count():
            return ()
        return first_steps(width, agenda=bool(entries), with_keys=partial(with_keys, self.screen))

    def _strips(self, entry: Entry) -> list[Strip]:
        mark = self._mark(entry)
        notes = self._notes.get(entry.id, ()) if isinstance(entry, Line) else ()
        if mark is None:
            kept = self._drawn.get(id(entry))
            # An id can be given again once its object is gone; the object itself can't.
            if kept is not None and kept[0] is entry and kept[1] == notes:
                return kept[2]
        strips = [
            Strip([Segment(text, self._style(name, mark)) for text, name in row], self._roll.width)
            for row in draw_entry(entry, self._roll.width, mark, self._found, notes)
        ]
        if mark is None:
            if len(self._drawn) >= _KEPT:
                self._drawn.clear()
            self._drawn[id(entry)] = (entry, notes, strips)
        return strips

    def _mark(self, entry: Entry) -> Mark | None:
        if not isinstance(entry, Line):
            return None
        if entry.id == self._editing:
            return Mark.EDITING
        if entry.id == self._chosen:
            return Mark.CHOSEN
        if self._beside is not None and entry.id == self._beside.line_id:
            return Mark.BEFORE if self._beside.before else Mark.AFTER
        if self._found is not None and entry.id == self._found[0]:
            return Mark.FOUND
        return None

    def _style(self, name: str, mark: Mark | None) -> Style:
        key = f"{mark}/{name}"
        style = self._styles.get(key)
        if style is None:
            style = self.get_component_rich_style(f"transcript--{name}")
            if mark in (Mark.CHOSEN, Mark.EDITING) and name != "found":
                ground = self.get_component_rich_style("transcript--chosen")
                style = style + Style(bgcolor=ground.bgcolor)
            self._styles[key] = style
        return style
