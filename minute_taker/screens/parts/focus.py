"""Which widget takes the keys, told and set without delay, and where on the screen that is."""

from __future__ import annotations

from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget


def has_keys(pane: Widget) -> bool:
    """Return whether the keys go to this widget.

    Textual's ``has_focus`` says so only after the widget has handled its Focus event.
    """
    return pane.screen.focused is pane


def give_keys(pane: Widget) -> None:
    """Focus this widget at once; Textual's ``focus()`` does it some time later."""
    pane.screen.set_focus(pane)


def cursor_place(screen: Screen[object]) -> Offset:
    """Return the cell of a screen at which the keys work.

    A widget says so itself, as Textual's own fields do, by its ``cursor_screen_offset``: the
    place of its cursor, or the row that is chosen. For another one it is its first cell.
    """
    pane = screen.focused
    if pane is None:
        pane = next((each for each in screen.query("*") if each.display and each.size), screen)
    place: Offset = getattr(pane, "cursor_screen_offset", pane.content_region.offset)
    return place


def row_place(pane: Widget, row: int) -> Offset:
    """Return the cell at which a row begins that a widget scrolls to; the nearest in view."""
    region = pane.scrollable_content_region
    shown = max(0, min(row - pane.scroll_offset.y, region.height - 1))
    return pane.content_region.offset + Offset(0, shown)
