"""Which widget takes the keys, told and set without delay."""

from __future__ import annotations

from textual.widget import Widget


def has_keys(pane: Widget) -> bool:
    """Return whether the keys go to this widget.

    Textual's ``has_focus`` says so only after the widget has handled its Focus event.
    """
    return pane.screen.focused is pane


def give_keys(pane: Widget) -> None:
    """Focus this widget at once; Textual's ``focus()`` does it some time later."""
    pane.screen.set_focus(pane)
