"""A screen that leaves what can wait until a key is seen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen, ScreenResultType


class Prompt(Screen[ScreenResultType]):
    """A screen with work that is done once its changes are drawn."""

    def call_when_drawn(self, act: Callable[..., object], *given: Any) -> None:
        """Call something once all that has changed so far is on the screen.

        Textual's ``call_after_refresh`` alone may call before, while the widgets still have to
        tell the screen that they changed.
        """
        self.call_later(self.call_after_refresh, act, *given)
