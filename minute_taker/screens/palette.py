"""All that can be done, to be found by typing."""

from __future__ import annotations

from typing import ClassVar

from textual.command import CommandPalette

from minute_taker.screens.parts.early_keys import EarlyKeys


class Palette(CommandPalette, EarlyKeys[None]):
    """Textual's palette, which also gets what is typed before it is on the screen."""

    FIRST: ClassVar[str] = "CommandInput"
