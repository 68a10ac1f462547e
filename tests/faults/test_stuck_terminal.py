"""A terminal that nobody reads any more holds up the screen, and neither the saving nor the end."""

from __future__ import annotations

import os
import signal
import sys
import termios
import time
from pathlib import Path

import pytest
from fault_meetings import first_meeting
from fault_screen import Terminal, reopened, texts, type_into_composer
from terminal import KEYS

from minute_taker.drafts.store import DraftStore

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pty")

#: Which of a terminal's attributes say whether it echoes.
_LOCAL = 3

#: The program, which has a file "held" there while the thread that draws waits for the terminal.
PROGRAM = """
import pathlib, sys
from textual.drivers._writer_thread import WriterThread
held, write = pathlib.Path(sys.argv[1], "held"), WriterThread.write
def watched(self, text):
    if self._queue.full():
        held.touch()
    write(self, text)
    held.unlink(missing_ok=True)
WriterThread.write = watched
{more}
from minute_taker.cli import main
sys.exit(main(["--folder", sys.argv[1], "open", "parks"]))
"""

#: F8 goes wrong just when the terminal has more to take than it ever will.
FAILING = """
from msgspec.structs import replace
from minute_taker.screens.capture.commands import COMMANDS
def fail(at):
    waiting = at.composer.app._driver._writer_thread._queue
    waiting.put("x" * 1_000_000)
    while not waiting.full():
        waiting.put("x")
    raise RuntimeError("confidential")
COMMANDS["capture.people"] = replace(COMMANDS["capture.people"], run=fail)
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    DraftStore.create(tmp_path / "Minutes" / "drafts", first_meeting()).close()
    return tmp_path / "Minutes"


def opened(folder: Path, more: str = "") -> Terminal:
    screen = Terminal([sys.executable, "-c", PROGRAM.format(more=more), str(folder)], 120, 36)
    screen.wait_for("line ")
    return screen


def have_it_stuck(screen: Terminal, folder: Path) -> None:
    """Have the program draw and draw, and read nothing of it, until it waits for the terminal."""
    until, since, size = time.monotonic() + 60, None, 100
    while since is None or time.monotonic() < since + 0.5:
        assert time.monotonic() < until, "the program is never held up"
        if not (folder / "held").exists():
            size = 220 - size
            screen.resize(size, 36)
            since = None
        elif since is None:
            since = time.monotonic()
        time.sleep(0.02)


def status_of(screen: Terminal) -> int:
    """The exit status of a program whose terminal nobody reads."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        pid, status = os.waitpid(screen.pid, os.WNOHANG)
        if pid:
            screen.alive = False
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.05)
    raise AssertionError("it does not end")


@pytest.mark.parametrize("sign", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_with_all_saved(folder, sign):
    screen = opened(folder)
    try:
        screen.type("entered before\r")
        screen.wait_for(f"line {first_meeting().last_line + 2}")
        type_into_composer(screen, "half a sentence")
        have_it_stuck(screen, folder)
        os.kill(screen.pid, sign)
        status = status_of(screen)
        left = termios.tcgetattr(screen._fd)
    finally:
        screen.close()
    assert status == 128 + sign
    assert left[_LOCAL] & termios.ECHO
    assert left[_LOCAL] & termios.ICANON
    store = reopened(folder)
    assert texts(store.meeting)[-1] == "entered before"
    assert store.pending.text == "half a sentence"


def test_an_error_nobody_foresaw_ends_it_with_all_saved(folder):
    screen = opened(folder, FAILING)
    try:
        type_into_composer(screen, "half a sentence")
        os.write(screen._fd, KEYS["f8"].encode())
        status = status_of(screen)
    finally:
        screen.close()
    assert status == 1
    assert reopened(folder).pending.text == "half a sentence"
