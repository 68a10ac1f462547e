"""A screen that shows a key as soon as it is typed, and leaves what can wait until after it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Any

from textual._time import sleep
from textual.screen import Screen, ScreenResultType
from textual.timer import Timer

#: Between two repaints the keys get so long at least, in seconds, however fast they come.
_GAP = 0.004
#: What waits to be drawn first waits so long at most: it may be that nothing has changed.
_AT_LATEST = 0.05


class Prompt(Screen[ScreenResultType]):
    """Draws what has changed at once, or a few thousandths of a second after the last time.

    Textual draws at most sixty times a second, and after a repaint may wait for two such
    beats. A key typed just after the time of saving was shown would be seen that much later.
    """

    _painter: _Painter | None = None
    _waiting: tuple[Callable[[], object], ...] = ()

    def call_when_drawn(self, act: Callable[..., object], *given: Any) -> None:
        """Call something once all that has changed so far is on the screen.

        Textual's ``call_after_refresh`` may call before, while the widgets still have to tell
        the screen that they changed.
        """
        if not self._waiting:
            self.set_timer(_AT_LATEST, self._drawn)
        self._waiting = (*self._waiting, partial(act, *given))

    def _drawn(self) -> None:
        waiting, self._waiting = self._waiting, ()
        for act in waiting:
            act()

    def _on_timer_update(self) -> None:
        super()._on_timer_update()
        if self._waiting:
            self.call_next(self._drawn)

    @property
    def _update_timer(self) -> Timer:
        if self._painter is None:
            self._painter = _Painter(
                self, _GAP, name="screen_update", callback=self._on_timer_update, pause=True
            )
            self._painter._start()
            self._timers.add(self._painter)
        return self._painter


class _Painter(Timer):
    """Ticks once each time that it is resumed, at the earliest a gap after the last tick."""

    async def _run(self) -> None:
        last, count = monotonic() - self._interval, 0
        while True:
            await self._active.wait()
            wait = last + self._interval - monotonic()
            if wait > 0:
                await sleep(wait)
            count += 1
            await self._tick(next_timer=monotonic(), count=count)
            last = monotonic()
