"""The door to the terminal for the screens: every text that a widget draws goes through it.

Words of the minutes are made visible where they are read. This is for all others: the name of a
file, the owner of a lock, a style's title, what a program said. Textual counts no cell for a
control character, so it is left out here rather than shown.
"""

from __future__ import annotations

from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from minute_taker.minutes.visible import without_controls

_as_textual_does = Strip.render


def _render(strip: Strip, console: Console) -> str:
    if all(text.isprintable() for text, _, _ in strip):
        return _as_textual_does(strip, console)
    seen = Strip([Segment(without_controls(text), style) for text, style, _ in strip])
    return _as_textual_does(seen, console)


def keep_the_door() -> None:
    """From now on no text on any screen can steer the terminal."""
    Strip.render = _render  # type: ignore[method-assign,assignment]
