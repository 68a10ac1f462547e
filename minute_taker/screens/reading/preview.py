"""The minutes as they will be printed, at the line under work."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import on
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.screens.parts.cached_render import CachedRender
from minute_taker.screens.parts.keys import with_keys
from minute_taker.screens.reading.preview_rows import NO_LINES, STYLE_NAMES, PageRow

_MARGIN = 2


#: Lines that come fast are composed once, this long after the first of them, in seconds.
_GATHER = 0.25


class PreviewPane(ScrollView, CachedRender, can_focus=False):
    """Shows the page that a meeting makes, the line under work marked at the margin.

    The page is composed on a thread, some time after the meeting was given to :meth:`show`.
    """

    DEFAULT_CSS = """
    PreviewPane {
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: $surface;
        & > .preview--text { color: $foreground; }
        & > .preview--title { color: $foreground; text-style: bold; }
        & > .preview--heading { color: $foreground; text-style: bold; }
        & > .preview--question { color: $foreground; text-style: italic; }
        & > .preview--quiet { color: $quiet; }
        & > .preview--strong { color: $foreground; text-style: bold; }
        & > .preview--gap { color: $gap; text-style: bold reverse; }
        & > .preview--here { color: $edge; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"preview--{name}" for name in STYLE_NAMES),
        "preview--here",
    }
    ALLOW_SELECT = False

    class _Composed(Message):
        """The page is composed; posted by the thread that did it."""

        def __init__(self, rows: Sequence[PageRow]) -> None:
            super().__init__()
            self.rows = rows

    class Failed(Message):
        """The page cannot be composed."""

        def __init__(self, why: str) -> None:
            super().__init__()
            self.why = why

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._meeting = Meeting()
        self._rows: Sequence[PageRow] = ()
        self._line: int | None = None
        self._due = False

    @property
    def page_width(self) -> int:
        """How many cells a row of the page may have."""
        return max(1, self.scrollable_content_region.width - _MARGIN - 1)

    def show(self, meeting: Meeting, line: int | None) -> None:
        """Show the page of a meeting, at the line that is under work."""
        self._meeting, self._line = meeting, line
        if not self._due:
            self._due = True
            self.set_timer(_GATHER, self._compose_page)

    def on_resize(self) -> None:
        self.show(self._meeting, self._line)

    def _compose_page(self) -> None:
        self._due = False
        next_step = with_keys(self.screen, NO_LINES)
        compose = partial(self._composed, self._meeting, self.page_width, next_step)
        self.run_worker(compose, thread=True, group="preview", exclusive=True)

    def _composed(self, meeting: Meeting, width: int, next_step: str) -> None:
        from minute_taker.composing.compose import compose
        from minute_taker.composing.style import style_for
        from minute_taker.minutes.exempt import withheld
        from minute_taker.screens.reading.preview_rows import page_rows, page_without_lines

        try:
            style = style_for(meeting)
        except Refused as why:
            self.post_message(self.Failed(str(why)))
            return
        # The full copy: the clerk sees what is exempt as well, and that it is.
        document = compose(meeting, style, public=False)
        exempt = frozenset(line.id for line, _ in withheld(meeting))
        rows = (
            page_rows(document, width, exempt)
            if meeting.line_count()
            else page_without_lines(document, width, next_step)
        )
        self.post_message(self._Composed(rows))

    @on(_Composed)
    def _show_rows(self, message: _Composed) -> None:
        self._rows = message.rows
        self.virtual_size = Size(0, len(message.rows))
        self.refresh()
        self.go_to(self._line)

    def go_to(self, line: int | None) -> None:
        """Mark a line, and bring it into view where it is not."""
        self._line = line
        self.refresh()
        numbers = [n for n, row in enumerate(self._rows) if row.line == line is not None]
        if not numbers:
            return
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if not top <= numbers[0] <= numbers[-1] < top + height:
            # In the middle, with what stands above and below.
            self.scroll_to(y=max(0, numbers[0] - height // 2), animate=False, immediate=True)

    @property
    def marked(self) -> str:
        """The words of the paragraph that is marked, as they stand on the page."""
        rows = [row for row in self._rows if row.line == self._line is not None]
        return " ".join(" ".join("".join(t for t, _ in row.stretches) for row in rows).split())

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[index]
        here = row.line is not None and row.line == self._line
        stretches = [("> " if here else " " * _MARGIN, "here"), *row.stretches]
        used = sum(cell_len(text) for text, _ in stretches)
        if used < width:
            stretches.append((" " * (width - used), "text"))
        segments = [
            Segment(text, self.get_component_rich_style(f"preview--{name}"))
            for text, name in stretches
        ]
        return Strip(segments).adjust_cell_length(width) if used > width else Strip(segments, width)
