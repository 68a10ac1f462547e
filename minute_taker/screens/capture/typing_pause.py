"""How long nobody has typed, for threads to keep out of the way of the one that draws."""

from __future__ import annotations

import time
from collections.abc import Callable

#: How often it is looked, in seconds.
_LOOK = 0.01


class TypingPause:
    """Waits on a thread of its own until there was no key for a while.

    ``keys`` counts what is typed. One object for each thread that waits.
    """

    def __init__(self, keys: Callable[[], int]) -> None:
        self._keys = keys
        self._heard, self._at = 0, 0.0

    def wait(self, quiet: float, gone: Callable[[], bool]) -> bool:
        """Wait until there was no key for ``quiet`` seconds; return False once ``gone`` says so."""
        while not gone():
            now, keys = time.monotonic(), self._keys()
            if keys != self._heard:
                self._heard, self._at = keys, now
            if now - self._at >= quiet:
                return True
            time.sleep(_LOOK)
        return False
