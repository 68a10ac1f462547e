"""Widgets that are drawn once and kept, so that a key typed elsewhere costs them nothing.

At every repaint, however small, Textual asks each visible widget for all its rows.
"""

from __future__ import annotations

from math import ceil
from typing import Any
from weakref import WeakKeyDictionary

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static


class CachedRender(Widget):
    """A widget that keeps the rows that it drew until it is refreshed or its style changes."""

    _kept: tuple[Region, list[Strip]] | None = None

    def render_lines(self, crop: Region) -> list[Strip]:
        if self._kept is None or self._kept[0] != crop:
            self._kept = (crop, self.draw_lines(crop))
        return self._kept[1]

    def draw_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows anew."""
        return super().render_lines(crop)

    def refresh(self, *regions: Region, **what: Any) -> CachedRender:
        self._kept = None
        return super().refresh(*regions, **what)

    def notify_style_update(self) -> None:
        self._kept = None
        super().notify_style_update()


class CachedStatic(Static, CachedRender):
    """Words that stay as they are."""


class CachedVertical(Vertical, CachedRender):
    """A column of widgets."""


class LayoutOnly(Widget):
    """A container that draws nothing, as the widgets in it leave no cell of it free.

    Textual cuts each row of a container to pieces at every repaint, only to find that other
    widgets stand before all of them.
    """

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002
        return []


class LayoutHorizontal(Horizontal, LayoutOnly):
    """A row of widgets that fill it."""


class LayoutVertical(Vertical, LayoutOnly):
    """A column of widgets that fill it."""


#: The thumb of a scroll bar is drawn to the eighth of a cell.
_STEPS = 8
_Look = tuple[object, ...]
_bars_drawn: WeakKeyDictionary[ScrollBar, tuple[_Look, list[Strip]]] = WeakKeyDictionary()
_draw_bar = ScrollBar.render_lines


def cache_scroll_bars() -> None:
    """Have every scroll bar drawn anew only where that shows.

    Drawing one costs more than drawing all the rows beside it, and in a long transcript one
    line more moves the thumb by less than can be seen.
    """
    ScrollBar.render_lines = _render_bar  # type: ignore[method-assign,assignment]


def _render_bar(bar: ScrollBar, crop: Region) -> list[Strip]:
    look = (crop, *_look(bar))
    drawn = _bars_drawn.get(bar)
    if drawn is None or drawn[0] != look:
        drawn = _bars_drawn[bar] = (look, _draw_bar(bar, crop))
    return drawn[1]


def _look(bar: ScrollBar) -> _Look:
    """Return all that tells one drawing of a scroll bar from another."""
    length = bar.size.height if bar.vertical else bar.size.width
    window, virtual = bar.window_size, bar.window_virtual_size
    thumb = max(1.0, window * length / max(virtual, 1))
    start = (length - thumb) * bar.position / max(virtual - window, 1)
    ends = (int(start * _STEPS), ceil(thumb * _STEPS))
    pane = bar.parent
    colours: _Look = ()
    if isinstance(pane, Widget):
        styles = pane.styles
        ground = styles.scrollbar_background
        colours = (ground, styles.scrollbar_color, pane.background_colors if ground.a < 1 else ())
    # Those under the mouse change with the theme alone.
    hover = (bar.mouse_over, bar.grabbed is not None, bar.app.theme)
    return (length, virtual > window, *ends, *hover, *colours)
