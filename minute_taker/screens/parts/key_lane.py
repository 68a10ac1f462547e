"""The order in which keys came, for panes that each have a queue of their own."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from collections.abc import AsyncIterator

from textual import events
from textual.message import Message
from textual.widget import Widget

#: How long is waited for a key that is still being done, in seconds.
_PATIENCE = 3.0


class KeyLane:
    """Lets one key be done after another, whichever pane each was sent to.

    A key goes to the pane that has the focus as it comes, and waits in that pane's queue. The
    keys before it may yet move the focus, and what they do may take its time: without an order
    of all of them a later key could be done first.
    """

    def __init__(self) -> None:
        self._keys: deque[events.Key] = deque()
        self._moved = asyncio.Event()
        self._at_work: asyncio.Task[object] | None = None

    def join(self, key: events.Key) -> None:
        """A key has come; its turn is after those that came before."""
        self._keys.append(key)

    @contextlib.asynccontextmanager
    async def turn(self, key: events.Key) -> AsyncIterator[None]:
        """Wait until all keys before this one are done; it is done when the block ends."""
        while self._waits(key) and self._keys[0] is not key:
            await self._wait()
        self._at_work = asyncio.current_task()
        try:
            yield
        finally:
            self._at_work = None
            if self._keys and self._keys[0] is key:
                self._keys.popleft()
            self._moved.set()

    async def caught_up(self) -> None:
        """Wait until the keys that have come by now are done, but no longer than is sensible."""
        if not self._keys or self._at_work is asyncio.current_task():
            return  # It is one of the keys that asks.
        last = self._keys[-1]
        with contextlib.suppress(asyncio.TimeoutError):
            async with asyncio.timeout(_PATIENCE):
                while self._waits(last):
                    await self._wait()

    def _waits(self, key: events.Key) -> bool:
        return any(each is key for each in self._keys)

    async def _wait(self) -> None:
        self._moved.clear()
        await self._moved.wait()


class InLane(Widget):
    """A pane whose keys have their place in the order of the screen's keys."""

    #: The order; the panes of one screen share one.
    lane: KeyLane | None = None

    def post_message(self, message: Message) -> bool:
        posted = super().post_message(message)
        if posted and self.lane is not None and isinstance(message, events.Key):
            self.lane.join(message)
        return posted

    def turn(self, key: events.Key) -> contextlib.AbstractAsyncContextManager[None]:
        """Wait for the key's turn among the screen's keys; a pane without a lane has it at once."""
        return self.lane.turn(key) if self.lane is not None else contextlib.nullcontext()

    def pass_on(self, *keys: events.Key) -> None:
        """Give the screen keys that came before the dialog that they are for.

        Each is sent anew, as the one that came here is stopped.
        """
        for key in keys:
            self.screen.post_message(events.Key(key.key, key.character))
