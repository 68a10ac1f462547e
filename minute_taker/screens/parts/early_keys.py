"""Keys that come before the dialog that they are for takes any."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.screen import Screen, ScreenResultType

#: How many refreshes a dialog waits for something of its own to take the keys.
_PATIENCE = 5


class EarlyKeys(Screen[ScreenResultType]):
    """Keeps the keys that come too early, and takes them in their order once it can.

    ``FIRST`` is the selector of what has the focus first.
    """

    FIRST: ClassVar[str] = ""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        #: Whether it takes keys already.
        self.ready = False
        self._early: list[events.Key] = []

    def on_mount(self) -> None:
        # After the keys that are in this screen's queue already.
        self.call_later(self._begin, _PATIENCE)

    async def _begin(self, patience: int) -> None:
        if self.FIRST:
            self.set_focus(self.query_one(self.FIRST))
        elif self.focused is None and self.focus_chain and patience:
            self.call_after_refresh(self._begin, patience - 1)
            return
        self.ready = True
        self.refresh_bindings()
        early, self._early = self._early, []
        for event in early:
            await self.take(event)

    async def take(self, event: events.Key) -> None:
        """A key for this dialog, now or as soon as it takes keys."""
        if self.ready:
            await self.app.on_event(events.Key(event.key, event.character))
        else:
            self._early.append(event)

    async def on_key(self, event: events.Key) -> None:
        if not self.ready:
            event.stop()
            event.prevent_default()
            await self.take(event)
        elif self.app.screen is not self:
            # It came after the key that closed this dialog, and is for what stands under it.
            event.stop()
            event.prevent_default()
            await self.app.on_event(events.Key(event.key, event.character))
