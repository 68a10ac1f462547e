"""A scroll bar that is drawn anew only when that shows."""

from __future__ import annotations

from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

#: The thumb's ends are drawn to the eighth of a cell.
_STEPS = 8


class CalmScrollBar(ScrollBar):
    """Drawing a scroll bar costs more than drawing all the rows beside it.

    In a long transcript one line more moves the thumb by less than can be seen.
    """

    _kept: tuple[tuple[object, ...], list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        look = (crop, *self._look())
        if self._kept is None or self._kept[0] != look:
            self._kept = (look, super().render_lines(crop))
        return self._kept[1]

    def notify_style_update(self) -> None:
        self._kept = None
        super().notify_style_update()

    def _look(self) -> tuple[object, ...]:
        """All that tells one drawing from another: the thumb's ends, and the mouse."""
        size, window = self.size.height, self.window_size
        virtual = max(self.window_virtual_size, 1)
        thumb = max(1.0, window * size / virtual)
        start = (size - thumb) * self.position / max(virtual - window, 1)
        ends = (int(start * _STEPS), int(thumb * _STEPS))
        return (size, virtual > window, *ends, self.mouse_over, self.grabbed is not None)


class CalmlyScrolled(Widget):
    """A widget with such a bar at its side."""

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            bar = CalmScrollBar(vertical=True, name="vertical", thickness=1)
            self._vertical_scrollbar = bar
            bar.display = False
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar
