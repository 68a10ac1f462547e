"""A real terminal for tests: the program on a pty, its screen read through pyte."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pyte
from waiting import PATIENCE

KEYS = {
    # Esc as terminals send it that tell it from the start of another key: with a bare one it
    # would be for the program's clock to say whether what follows makes it Alt and a letter.
    "enter": "\r", "escape": "\x1b[27u", "backspace": "\x7f", "tab": "\t", "up": "\x1b[A",
    "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D", "home": "\x1b[H", "end": "\x1b[F",
    "delete": "\x1b[3~", "space": " ",
    "f1": "\x1bOP", "f2": "\x1bOQ", "f3": "\x1bOR", "f4": "\x1bOS", "f5": "\x1b[15~",
    "f6": "\x1b[17~", "f7": "\x1b[18~", "f8": "\x1b[19~", "f9": "\x1b[20~",
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefgklnopqrstuvwxyz"},
}  # fmt: skip

#: What a terminal answers when it is asked what it can do.
_ANSWERS = (
    (b"\x1b[?2026$p", b"\x1b[?2026;2$y"),
    (b"\x1b[?2048$p", b"\x1b[?2048;0$y"),
    (b"\x1b[c", b"\x1b[?62;22c"),
    (b"\x1b[6n", b"\x1b[1;1R"),
)


def _set_size(fd: int, columns: int, rows: int) -> None:
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


class Terminal:
    """One program in one terminal."""

    def __init__(
        self, command: Sequence[str], columns: int = 80, rows: int = 24, **environment: str
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            _set_size(0, columns, rows)
            # The size is the terminal's to say, so that it can change.
            own = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES")}
            kind = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
            os.execvpe(command[0], list(command), {**own, **kind, **environment})
        os.set_blocking(self._fd, False)
        # Else a program in another terminal would keep this one open.
        os.set_inheritable(self._fd, False)
        self.alive = True

    def type(self, text: str) -> None:
        """Type text, a key at a time, as fast as the program takes it."""
        for start in range(0, len(text), 64):
            self._write(text[start : start + 64].encode())
            self.settle(quiet=0.0)

    def press(self, *names: str) -> None:
        """Press named keys, one after the other."""
        for name in names:
            self._write(KEYS[name].encode())
            self.settle(quiet=0.02)

    def paste(self, text: str) -> None:
        """Paste as a terminal does it, between brackets."""
        self._write(b"\x1b[200~" + text.encode() + b"\x1b[201~")

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is told by a signal."""
        self._screen.resize(rows, columns)
        _set_size(self._fd, columns, rows)

    def _write(self, data: bytes) -> None:
        while data:
            try:
                data = data[os.write(self._fd, data) :]
            except BlockingIOError:
                self.settle(quiet=0.01)

    def settle(self, quiet: float = 0.1, limit: float = 5.0) -> None:
        """Read what the program says until it has said nothing for ``quiet`` seconds.

        That it is quiet is no sign that it has done its keys: on a busy machine it may not
        have begun.
        """
        until = time.monotonic() + limit
        while self.alive and time.monotonic() < until:
            if not select.select([self._fd], [], [], quiet)[0]:
                return
            try:
                data = os.read(self._fd, 65536)
            except BlockingIOError:
                continue
            except OSError:
                data = b""
            if not data:
                self.alive = False
                return
            self._stream.feed(data)
            for asked, answer in _ANSWERS:
                if asked in data:
                    self._write(answer)

    def rest(self, quiet: float = 0.3, limit: float = PATIENCE) -> None:
        """Wait until the program has waited for keys for ``quiet`` seconds.

        It says nothing, and none of its threads has any work: one that a busy machine keeps
        from its work is not at rest. AssertionError if it never is.
        """
        end, since = time.monotonic() + limit, time.monotonic()
        while self.alive and time.monotonic() - since < quiet:
            assert time.monotonic() < end, f"it never rests; the screen:\n{self.text()}"
            if select.select([self._fd], [], [], 0.02)[0]:
                self.settle(quiet=0.0)
                since = time.monotonic()
            elif self._at_work():
                since = time.monotonic()

    def _at_work(self) -> bool:
        for status in Path(f"/proc/{self.pid}/task").glob("*/stat"):
            with contextlib.suppress(OSError):
                # The state stands behind the name, which may hold anything.
                if status.read_text().rpartition(")")[2].split()[0] in "RD":
                    return True
        return False

    def text(self) -> str:
        """What is on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, words: str, limit: float = PATIENCE) -> None:
        """Wait until ``words`` are on the screen; AssertionError, with the screen, if not."""
        self.wait_until(lambda screen: words in screen, f"{words!r} on the screen", limit)

    def wait_until(self, holds, what: str = "it", limit: float = PATIENCE) -> None:
        """Wait until ``holds(text of the screen)``."""
        until = time.monotonic() + limit
        while not holds(self.text()):
            if time.monotonic() > until or not self.alive:
                raise AssertionError(f"no {what}; the screen:\n{self.text()}")
            self.settle(quiet=0.05, limit=0.5)

    def signal(self, number: int) -> int:
        """Send a signal; the exit status (negative: ended by that signal)."""
        os.kill(self.pid, number)
        return self.wait()

    def wait(self, limit: float = PATIENCE) -> int:
        """Wait for the program's end; its exit status."""
        until = time.monotonic() + limit
        while time.monotonic() < until:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.alive = False
                os.close(self._fd)
                return os.waitstatus_to_exitcode(status)
            self.settle(quiet=0.02, limit=0.1)
        raise AssertionError(f"it does not end; the screen:\n{self.text()}")

    def close(self) -> None:
        """End the program, whatever it does."""
        if self.alive or self._still_there():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            self.alive = False

    def _still_there(self) -> bool:
        try:
            return os.waitpid(self.pid, os.WNOHANG)[0] == 0
        except ChildProcessError:
            return False
