"""A pane whose keys are done one after another, however fast they come."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable

from textual import events
from textual.widget import Widget

#: How long is waited for a pane that is busy, in seconds.
_PATIENCE = 3.0


async def caught_up(pane: Widget) -> None:
    """Wait until a pane has done the keys that came before now."""
    if asyncio.current_task() is pane._task:
        return  # It is one of its keys that asks.
    done = asyncio.Event()
    pane.call_later(done.set)
    with contextlib.suppress(asyncio.TimeoutError):
        await asyncio.wait_for(done.wait(), _PATIENCE)


class InTurn(Widget):
    """Hands each key to the screen, and waits until it is done.

    Textual carries out what a key is bound to once it has bubbled up to the app. What comes
    right after it would be done first, or in a pane that the key has left.
    """

    #: Does a key; whether there was anything to do. Set by the screen.
    take_key: Callable[[Widget, events.Key], Awaitable[bool]] | None = None

    async def _on_key(self, event: events.Key) -> None:
        event.prevent_default()
        # A key that comes before the dialog that it is for goes to the screen, which passes it on.
        if self.take_key is None or self.app.screen is not self.screen:
            return
        if await self.take_key(self, event):
            event.stop()
