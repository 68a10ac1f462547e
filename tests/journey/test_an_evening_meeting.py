"""An evening meeting of 300 lines, typed through tmux as fast as it takes them.

The window changes its size while the clerk types, and once the line is hung up on. What stands
in the draft and in the document in the end is what the same meeting reads as from a notes file.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import pytest
from evening import HEAD, Step, evening, notes_of

from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.drafts.store import DraftStore
from minute_taker.exporting.export import export_meeting
from minute_taker.minutes.model import Meeting

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")

SIZES = ((80, 24), (200, 50), (40, 10), (120, 36))
#: The window changes its size after so many steps, in the middle of a line.
RESIZED_EVERY = 23


class Window:
    """One window of a tmux of our own."""

    def __init__(self, folder: Path) -> None:
        self._sockets = Path(tempfile.mkdtemp(prefix="mt-"))
        self._folder = folder
        names = ("TMUX", "COLUMNS", "LINES")
        own = {name: value for name, value in os.environ.items() if name not in names}
        self._environment = {**own, "LC_ALL": "C.UTF-8", "MINUTE_TAKER_FOLDER": ""}

    def tmux(self, *words: str, taking: str | None = None) -> str:
        command = ["tmux", "-u", "-f", os.devnull, "-S", str(self._sockets / "s"), *words]
        done = subprocess.run(
            command, env=self._environment, input=taking, capture_output=True, encoding="utf-8",
            check=True,
        )  # fmt: skip
        return done.stdout

    def open(self, *words: str, columns: int = 120, rows: int = 36) -> None:
        """Start the program in a window of its own."""
        size = ("-x", str(columns), "-y", str(rows))
        command = (sys.executable, "-m", "minute_taker", "--folder", str(self._folder), *words)
        self.tmux("new-session", "-d", *size, *command)

    def type(self, text: str) -> None:
        """Type text as it is."""
        if text:
            # A semicolon that ends an argument would part two commands of tmux.
            self.tmux("send-keys", "-l", "--", text[:-1] + "\\;" if text[-1] == ";" else text)

    def press(self, *keys: str) -> None:
        self.tmux("send-keys", *keys)

    def paste(self, text: str) -> None:
        """Paste between brackets, as terminals do."""
        self.tmux("load-buffer", "-", taking=text)
        self.tmux("paste-buffer", "-p", "-d")

    def resize(self, columns: int, rows: int) -> None:
        self.tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def text(self) -> str:
        return self.tmux("capture-pane", "-p")

    def wait_until(self, holds, what: str, limit: float = 60.0) -> None:
        until = time.monotonic() + limit
        while not holds():
            assert time.monotonic() < until, f"no {what}; the screen:\n{self.text()}"
            time.sleep(0.1)

    def wait_for(self, words: str) -> None:
        self.wait_until(lambda: words in self.text(), words)

    def wait_saved(self) -> None:
        self.wait_until(lambda: "Saved" in self.text().split("\n", 1)[0], "Saved")

    def hang_up(self) -> None:
        """The line is cut: the program is told by the signal, and its window is gone."""
        pid = int(self.tmux("display-message", "-p", "#{pane_pid}"))
        os.kill(pid, signal.SIGHUP)
        self.wait_end(pid)

    def quit(self) -> None:
        pid = int(self.tmux("display-message", "-p", "#{pane_pid}"))
        self.press("C-q")
        self.wait_end(pid)

    def wait_end(self, pid: int) -> None:
        self.wait_until(lambda: not Path(f"/proc/{pid}").exists(), "end of the program", 20)

    def close(self) -> None:
        with contextlib.suppress(subprocess.CalledProcessError):
            self.tmux("kill-server")  # It may have ended with its last window.
        shutil.rmtree(self._sockets, ignore_errors=True)


@pytest.fixture
def window(tmp_path):
    window = Window(tmp_path / "Minutes")
    yield window
    window.close()


def without_times(meeting: Meeting) -> Meeting:
    """The meeting as the language can hold it: no times of entry, no ids, no counters."""
    return read_notes(write_notes(meeting).encode()).meeting


def stored(folder: Path) -> Meeting:
    (path,) = folder.glob("drafts/*.json")
    store = DraftStore.open(path, read_only=True)
    assert store.notices == ()
    return store.meeting


def in_composer(window: Window) -> str:
    """What stands in the composer; tmux leaves out the spaces at the ends of rows."""
    rows = window.text().splitlines()
    return "".join(row.removeprefix("▌ ") for row in rows if row.startswith("▌ "))


def type_steps(window: Window, steps: list[Step], sizes: list[tuple[int, int]]) -> None:
    """Type it all without waiting, the window resized in the middle of some lines."""
    for number, step in enumerate(steps, 1):
        for line in step.typed[:-1]:
            window.type(line)
            window.press("Enter")
        last = step.typed[-1]
        half = len(last) // 2 if number % RESIZED_EVERY == 0 else len(last)
        window.type(last[:half])
        if half < len(last):
            sizes.append(sizes.pop(0))
            window.resize(*sizes[-1])
        window.type(last[half:])
        if step.pasted:
            window.paste(step.pasted)
        window.press("Enter")


def test_three_hundred_lines_typed_through_tmux(tmp_path, window):
    folder = tmp_path / "Minutes"
    steps = evening()
    meant = read_notes(notes_of(steps).encode()).meeting
    assert sum(len(item.lines) for item in meant.items) == 300
    DraftStore.create(folder / "drafts", read_notes(HEAD.encode() + b"\n").meeting).close()
    sizes = list(SIZES)

    window.open("open", "parks")
    window.wait_for("line 1")
    middle = len(steps) // 2
    while len(steps[middle].typed) > 1 or steps[middle].pasted or len(steps[middle].meant[0]) < 20:
        middle += 1
    type_steps(window, steps[:middle], sizes)

    cut = steps[middle].typed[0]
    first, rest = cut[:16].rstrip(), cut[len(cut[:16].rstrip()) :]
    window.resize(120, 36)
    window.type(first)
    window.wait_until(lambda: in_composer(window).endswith(first[-8:]), f"{first!r}")
    window.hang_up()
    half = read_notes(notes_of(steps[:middle]).encode()).meeting
    assert without_times(stored(folder)) == half

    window.open("open", "parks")
    window.wait_for(f"line {stored(folder).last_line + 1}")
    window.type(rest)
    window.press("Enter")
    type_steps(window, steps[middle + 1 :], sizes)
    window.resize(120, 36)
    window.wait_until(
        lambda: sum(len(item.lines) for item in stored(folder).items) >= 300, "three hundred lines"
    )
    window.wait_saved()
    window.press("F6")
    window.wait_until(lambda: list(folder.glob("exports/*.docx")), "document")
    window.quit()

    typed = stored(folder)
    assert write_notes(without_times(typed)) == write_notes(meant)
    assert without_times(typed) == without_times(meant)
    (document,) = folder.glob("exports/*.docx")
    assert_same_document(document, meant, tmp_path / "meant")


def assert_same_document(document: Path, meant: Meeting, exports: Path) -> None:
    """The document is the one that the meeting that was meant is exported to."""
    wanted = export_meeting(meant, exports=exports).path
    assert document.name == wanted.name
    with zipfile.ZipFile(document) as ours, zipfile.ZipFile(wanted) as theirs:
        assert ours.namelist() == theirs.namelist()
        for name in theirs.namelist():
            assert ours.read(name) == theirs.read(name), name
