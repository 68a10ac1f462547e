"""The minutes as they will be printed, at the line under work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from minute_taker.screens.parts.steady import Steady
from minute_taker.screens.reading.preview_rows import STYLE_NAMES, PageRow

_MARGIN = 2


class Preview(ScrollView, Steady, can_focus=False):
    """Shows rows that were composed elsewhere, the line under work marked at the margin."""

    DEFAULT_CSS = """
    Preview {
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

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[PageRow] = ()
        self._line: int | None = None

    @property
    def page_width(self) -> int:
        """How many cells a row of the page may have."""
        return max(1, self.scrollable_content_region.width - _MARGIN - 1)

    def show(self, rows: Sequence[PageRow], line: int | None) -> None:
        """Show the page, at the line of the meeting that is under work."""
        self._rows = rows
        self.virtual_size = Size(0, len(rows))
        self.refresh()
        self.go_to(line)

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
