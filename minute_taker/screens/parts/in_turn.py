"""A pane whose keys are done one after another, however fast they come."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from textual import events
from textual.widget import Widget

from minute_taker.screens.parts.key_lane import InLane


class InTurn(InLane):
    """Hands each key to the screen, and waits until it is done.

    Textual carries out what a key is bound to once it has bubbled up to the app. What comes
    right after it would be done first, or in a pane that the key has left.
    """

    #: Does a key; whether there was anything to do. Set by the screen.
    take_key: Callable[[Widget, events.Key], Awaitable[bool]] | None = None

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()
        if self.take_key is None:
            return
        async with self.turn(event):
            if self.app.screen is not self.screen:
                event.stop()
                self.pass_on(event)
            elif await self.take_key(self, event):
                event.stop()


def has_keys(pane: Widget) -> bool:
    """Whether the keys go to this pane.

    Textual's ``has_focus`` tells the same only after the pane has heard of it.
    """
    return pane.screen.focused is pane


def give_keys(pane: Widget) -> None:
    """Let the keys go to this pane from now on.

    Textual's ``focus`` does it some time later, when further keys may have been done.
    """
    pane.screen.set_focus(pane)
