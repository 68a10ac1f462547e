"""Keyboards of all kinds at a real terminal, its own cursor, and what can be copied from it."""

from __future__ import annotations

import base64
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clerk import program
from desk import EVERY_KIND, make_draft
from terminal import Terminal

from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.store import DraftStore

_NOISE = (
    "\x1b[;;;;u",
    "\x1b[99999999999u",
    "\x1b[1114112u",
    "\x1b[48;9999999;9999999;0;0t",
    "\x1b[<99999;99999;99999M",
    "\x1b[0;0R",
    "\x1b]52;c;\x07",
    "\x1b[55555;55555;1M",
    "\x1bP\x1b\\",
    "\x1b[" + "1;" * 3_000 + "u",
)


class _Typist:
    """Somebody at a terminal with a keyboard of its own ways."""

    def __init__(self, folder: Path) -> None:
        self.path = make_draft(minutes_folder(folder), EVERY_KIND)
        self.at: Terminal = program(folder, "open", "libraries")
        self.at.wait_for("Saved")
        self.at.rest()

    def send(self, *parts: str, gap: float = 0.0) -> None:
        """Send parts of what the keyboard says, the next after ``gap`` seconds."""
        for part in parts:
            self.at._write(part.encode())
            if gap:
                time.sleep(gap)
        self.at.rest()

    @property
    def lines(self) -> list[str]:
        return [line.text for _, line in DraftStore.open(self.path, read_only=True).meeting.lines()]

    def cursor_row(self) -> str:
        """The row in which the terminal's own cursor stands, from it on."""
        cursor = self.at._screen.cursor
        return self.at._screen.display[cursor.y][cursor.x :].rstrip()

    def quit(self) -> None:
        self.at.press("ctrl+q")
        assert self.at.wait() == 0


@pytest.fixture
def typist(tmp_path: Path) -> Iterator[_Typist]:
    at = _Typist(tmp_path / "Minutes")
    yield at
    at.at.close()


def test_keys_without_their_text_are_typed_and_what_cannot_be_read_is_said(typist):
    typist.send("\\", *(f"\x1b[{key}" for key in ("97;2u", "32u", "101:69;2u", "163u", "281u")))
    typist.send("\x1b[63u", "\x1b[32;2u", "1")
    typist.at.wait_for("A E£ę? 1")
    typist.send("\x1b[50;3u")
    typist.at.wait_for("Alt+2 came without the character that it types")
    typist.send("\x1b[51;2u")
    typist.at.wait_for("Shift+3 came without")
    typist.send("\x1b[999~")
    typist.at.wait_for("can't be read: Esc [999~")
    typist.send("\x1b[13u")
    typist.at.wait_until(lambda _: "A E£ę? 1" in typist.lines, "the line on the disk")
    typist.quit()


def test_what_cannot_be_read_is_said_over_a_dialog_too(typist):
    typist.at.press("ctrl+f")
    typist.at.rest()
    typist.send("\x1b[50;3u")
    typist.at.wait_for("Alt+2 came without")
    typist.at.press("escape")
    typist.quit()


def test_sequences_that_come_in_pieces_put_nothing_into_the_minutes(typist):
    for sequence in ("\x1b[A", "\x1bOB", "\x1b[1;2C", "\x1b[97;5u", "\x1b[<35;10;10M", "\x1b[20~"):
        typist.send(*sequence, gap=0.2)
    typist.send("\x1b[27u")
    typist.send("\\Whole.\r")
    typist.at.wait_until(lambda _: "Whole." in typist.lines, "the line on the disk")
    typist.quit()


def test_no_noise_ends_the_program(typist):
    for noise in _NOISE:
        typist.send(noise)
        assert typist.at.alive
    typist.at._write(bytes(range(128, 256)))
    typist.at.rest()
    typist.send("\x1b[27u", "\\Still here.\r")
    typist.at.wait_until(lambda _: any("Still here." in line for line in typist.lines), "the line")
    typist.quit()


def _copied(typist: _Typist, press: Callable[[], None]) -> str:
    """What a key gives the terminal to keep."""
    heard: list[bytes] = []
    feed = typist.at._stream.feed
    typist.at._stream.feed = lambda data: (heard.append(data), feed(data))[1]  # type: ignore[method-assign]
    press()
    typist.at.rest()
    found = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]*)", b"".join(heard))
    return base64.b64decode(found[-1]).decode() if found else ""


def test_words_are_copied_from_the_transcript_and_the_preview(typist):
    assert _copied(typist, lambda: typist.at.press("ctrl+c")) == ""
    typist.at.wait_for("Choose a line first")
    typist.at.press("up", "up", "up")
    assert _copied(typist, lambda: typist.at.press("ctrl+c")) == "out Okoro 7.42 pm"
    typist.at.press("escape", "f7")
    typist.at.wait_for("Post-meeting note: the figure was £1.2m.")
    typist.at.rest()
    assert "the figure was £1.2m." in _copied(typist, lambda: typist.at.press("ctrl+c"))
    typist.quit()


def test_the_terminals_own_cursor_stands_where_the_keys_work(typist):
    typist.send("\\Half a line")
    assert typist.cursor_row() == ""
    typist.at.press("home")
    assert typist.cursor_row().startswith("Half a line")
    typist.at.press("f9")
    typist.at.rest()
    assert re.match(r"\d+", typist.cursor_row().lstrip())
    typist.at.press("up")
    typist.at.rest()
    above = typist.cursor_row()
    assert ">" in above[:6]
    typist.at.press("f9")
    typist.at.rest()
    assert typist.cursor_row().startswith("▸")
    typist.at.press("escape", "f8")
    typist.at.rest()
    assert typist.cursor_row().startswith("▸")
    typist.at.press("down")
    typist.at.rest()
    assert typist.cursor_row().startswith("▸")
    typist.at.press("escape", "ctrl+f")
    typist.at.rest()
    typist.send("three libraries")
    x = typist.at._screen.cursor.x
    assert typist.at._screen.display[typist.at._screen.cursor.y][:x].rstrip().endswith("libraries")
    typist.at.press("escape")
    typist.quit()
