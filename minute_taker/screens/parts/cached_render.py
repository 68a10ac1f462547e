"""Widgets that are drawn once and kept, so that a key typed elsewhere costs them nothing.

At every repaint, however small, Textual asks each visible widget for all its rows.
"""

from __future__ import annotations

from typing import Any

from textual.containers import Horizontal, Vertical
from textual.geometry import Region
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
