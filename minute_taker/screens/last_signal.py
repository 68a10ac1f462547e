"""Signals that end the program, heard whatever the screen waits for.

A terminal that nobody reads any more holds the thread that draws in the middle of a write, and
an event loop on that thread hears of no signal. So the system writes each signal into a pipe,
and a thread that does nothing else reads it there.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
from collections.abc import Callable
from typing import Any

#: The signals by which a system, a terminal or a person ends a program. Windows has its own ways.
ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT) if os.name == "posix" else ()


class LastSignal:
    """Calls ``hear(number)`` on a thread of its own when the program is told to end.

    :meth:`start` and :meth:`stop` are for the main thread. In any other thread, and on a system
    without such signals, both do nothing.
    """

    def __init__(self, hear: Callable[[int], None]) -> None:
        self._hear = hear
        self._pipe: tuple[int, int] | None = None
        self._before: dict[int, Any] = {}
        self._woken = -1

    def start(self) -> None:
        """Take the signals over."""
        if not ENDING or threading.current_thread() is not threading.main_thread():
            return
        self._pipe = hears, told = os.pipe()
        os.set_blocking(told, False)
        self._woken = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
        for number in ENDING:
            # The system tells the pipe only of signals that Python itself has a handler for.
            self._before[number] = signal.signal(number, _leave_it_to_the_pipe)
        threading.Thread(target=self._listen, args=(hears,), name="signals", daemon=True).start()

    def stop(self) -> None:
        """Leave the signals to whoever had them before."""
        if self._pipe is None:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._woken)
        # Its end is what the thread ends by.
        os.close(self._pipe[1])
        self._pipe = None

    def _listen(self, hears: int) -> None:
        while heard := os.read(hears, 64):
            # Also signals that have nothing to do with an end come this way.
            for number in filter(set(ENDING).__contains__, heard):
                with contextlib.suppress(Exception):
                    self._hear(number)
        os.close(hears)


def _leave_it_to_the_pipe(_number: int, _frame: object) -> None:
    pass


def give_back_the_terminal(driver: object) -> None:
    """Have the terminal take whole lines again, which is all that can be done without a write.

    ``driver`` is Textual's; where it has changed nothing of the terminal, nothing is done.
    """
    before = getattr(driver, "attrs_before", None)
    if before is None:
        return
    import termios

    # A program in the background would be stopped for it.
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTTOU])
    with contextlib.suppress(termios.error, OSError, AttributeError):
        termios.tcsetattr(driver.fileno, termios.TCSANOW, before)  # type: ignore[attr-defined]
