"""The door to the terminal for the commands: all that is printed goes through it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from minute_taker.minutes.visible import for_terminal


class _Door:
    """A stream that shows control characters instead of sending them; else the one it is over."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(for_terminal(text))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextlib.contextmanager
def nothing_sent_unseen() -> Iterator[None]:
    """Inside, no word that is printed, in answer or in error, can steer the terminal."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = _Door(sys.stdout), _Door(sys.stderr)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
