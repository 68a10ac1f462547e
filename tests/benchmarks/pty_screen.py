"""A program on a pseudo-terminal, and the moment at which its screen shows something."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pyte

COLUMNS, ROWS = 120, 40
#: What a terminal answers to the questions that Textual asks at its start.
_ANSWERS = {
    b"\x1b[?2026$p": b"\x1b[?2026;2$y",
    b"\x1b[?2048$p": b"\x1b[?2048;0$y",
    b"\x1b[c": b"\x1b[?62;22c",
}
#: Output has come to rest when nothing has come for so long, in seconds.
_REST = 0.045


class PtyScreen:
    """Starts ``command`` on a terminal of 120 x 40 and follows what it shows.

    ``settings`` are put into its environment.
    """

    def __init__(self, command: Sequence[str], settings: Mapping[str, str] | None = None) -> None:
        self.screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self.screen)
        self.started = time.perf_counter()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            # Here, so that a program that is quicker than its parent knows its size as well.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", **(settings or {}))
            # An installed program is compiled; so is this one, from its second start on.
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
            try:
                os.execvp(command[0], list(command))
            finally:
                os._exit(127)

    def send(self, keys: bytes) -> None:
        """Press keys. A program that has ended takes none."""
        with contextlib.suppress(OSError):
            os.write(self._fd, keys)

    def wait_for(self, shown: Callable[[], bool], limit: float) -> float | None:
        """The time at which the output came that made ``shown`` true; None if none did.

        Output is read until it comes to rest, so that the next key finds the program idle.
        Times are taken before the output is drawn here, which takes longer than to show it.
        """
        end = time.perf_counter() + limit
        chunks: list[tuple[float, bytes]] = []
        while (now := time.perf_counter()) < end:
            data = self._read(min(_REST, end - now) if chunks else end - now)
            if data:
                chunks.append((time.perf_counter(), data))
                for question, answer in _ANSWERS.items():
                    if question in data:
                        self.send(answer)
                continue
            seen = self._draw(chunks, shown)
            if seen is not None or data == b"":
                return seen
        return self._draw(chunks, shown)

    def _read(self, limit: float) -> bytes | None:
        """What comes next; None if nothing does in time, nothing at all once it has ended."""
        if not select.select([self._fd], [], [], limit)[0]:
            return None
        try:
            return os.read(self._fd, 65536)
        except OSError:
            return b""

    def _draw(self, chunks: list[tuple[float, bytes]], shown: Callable[[], bool]) -> float | None:
        """Draw what came; when the part came that made ``shown`` true."""
        seen: float | None = None
        for moment, data in chunks:
            self._stream.feed(data)
            if seen is None and shown():
                seen = moment
        chunks.clear()
        return seen

    def rest(self, limit: float = 2.0) -> None:
        """Wait until nothing more comes."""
        self.wait_for(lambda: True, limit)

    def shows(self, text: str) -> bool:
        """Whether ``text`` stands on the screen."""
        return any(text in row for row in self.screen.display)

    def matches(self, pattern: re.Pattern[str]) -> bool:
        """Whether the pattern is found in a row of the screen."""
        return any(pattern.search(row) for row in self.screen.display)

    def count(self, character: str) -> int:
        """In how many cells a character stands."""
        rows = self.screen.buffer.values()
        return sum(1 for row in rows for cell in row.values() if cell.data == character)

    def memory(self) -> float:
        """The program's resident memory, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        kilobytes = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(kilobytes.split()[1]) / 1024

    def end(self) -> None:
        """Kill the program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._fd)
