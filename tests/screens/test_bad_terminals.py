"""What terminals do to a program: bursts, bytes of all kinds, sizes, enormous pastes.

The program on a pty, driven by what a terminal would send. What stands in the draft's file
afterwards is held against what was sent.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from clerk import program
from desk import make_draft
from terminal import KEYS, Terminal
from waiting import PATIENCE

from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Kind

NOTES = "committee: Parks\ndate: 9 June 2026\nmembers: Odile Farrant, Jonas Peake\n\n# One\n"
#: Four hundred kilobytes, as lines and as one paragraph.
LINES = [f"{n} was a year in which the library was open." for n in range(8_500)]
PARAGRAPH = "The library was open on some days and shut on others. " * 7_500
#: Joined emoji, a flag of tags, hands of two colours, Hebrew and Arabic with marks of
#: direction, letters put together of several, wide letters.
STRANGE = (
    "👩‍👩‍👧‍👦 and 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "👩🏽‍🌾👍🏿 ❤️",
    "\u200fמרים לוי\u200e asked",
    "محمد علي 12",
    "e\u0301te\u0301 n\u0303 Z\u0323\u0302",
    "日本の庭 and ｆｕｌｌ",
)
Opener = Callable[..., Terminal]


class Clerk:
    """Somebody at the terminal, and the draft that they write."""

    def __init__(self, folder: Path, columns: int, rows: int) -> None:
        self.path = make_draft(minutes_folder(folder), NOTES)
        self.at = program(folder, "open", "parks", columns=columns, rows=rows)
        self.at.wait_for("line 1" if rows > 12 else "Saved")

    def type(self, words: str) -> None:
        """Send words, and wait until they are in the composer: what came before them is done."""
        self.send(words)
        self.at.wait_until(lambda _: words.strip() in self.composer, f"{words!r} in the composer")

    @property
    def composer(self) -> str:
        """What stands in the composer, however it is wrapped."""
        rows = [row[1:] for row in self.at.text().splitlines() if row.startswith("▌")]
        return " ".join(" ".join(rows).split())

    def send(self, data: str) -> None:
        """Send characters as they are, all at once."""
        self.at._write(data.encode())

    @property
    def lines(self) -> list[str]:
        """The words of the lines that are on the disk."""
        return [line.text for _, line in DraftStore.open(self.path, read_only=True).meeting.lines()]

    @property
    def pending(self) -> str:
        """What is in the composer and on the disk."""
        pending = DraftStore.open(self.path, read_only=True).pending
        return pending.text if pending is not None else ""

    def wait_lines(self, count: int, limit: float = PATIENCE) -> list[str]:
        """Wait until there are so many lines on the disk."""
        self.at.wait_until(lambda _: len(self.lines) >= count, f"{count} lines", limit)
        return self.lines

    def quit(self) -> None:
        """Leave as a clerk does; the program ends well."""
        self.at.press("ctrl+q")
        assert self.at.wait() == 0


@pytest.fixture
def clerk(tmp_path: Path) -> Iterator[Callable[..., Clerk]]:
    opened: list[Clerk] = []

    def open_draft(columns: int = 80, rows: int = 24) -> Clerk:
        opened.append(Clerk(tmp_path / "Minutes", columns, rows))
        return opened[-1]

    yield open_draft
    for each in opened:
        each.at.close()


def test_two_hundred_keys_in_a_burst_then_enter(clerk):
    taking = clerk()
    words = "The wardens had looked after the towpath since the flood. " * 4
    taking.send(f"?@jp {words[:200]}\r>Answered.\r" + "! That it be noted\r")
    assert taking.wait_lines(3) == [words[:200].strip(), "Answered.", "That it be noted"]
    taking.quit()
    meeting = DraftStore.open(taking.path, read_only=True).meeting
    kinds = [(line.kind, line.speaker) for _, line in meeting.lines()]
    assert kinds == [(Kind.QUESTION, "jp"), (Kind.ANSWER, ""), (Kind.RESOLUTION, "")]


def test_a_burst_that_ends_before_enter_is_saved_within_the_second(clerk):
    taking = clerk()
    words = "Half of what was said, and no more, " * 6
    taking.send(words)
    taking.at.wait_until(lambda _: taking.pending.strip() == words.strip(), "it on the disk")
    taking.at.signal(signal.SIGKILL)
    assert taking.pending.strip() == words.strip()


@pytest.mark.parametrize("bracketed", [True, False], ids=["pasted", "typed"])
def test_joined_and_right_to_left_and_combined_letters_stay_whole(clerk, bracketed):
    taking = clerk()
    for words in STRANGE:
        if bracketed:
            taking.at.paste(words)
        else:
            taking.send(words)
        taking.send("\r")
    assert taking.wait_lines(len(STRANGE)) == list(STRANGE)
    taking.quit()


def test_four_hundred_kilobytes_of_lines_are_pasted(clerk):
    taking = clerk()
    taking.at.paste("\n".join(LINES))
    taking.at.wait_for("Enter these lines?")
    taking.send("\r\\And then on.\r")
    assert taking.wait_lines(len(LINES) + 1) == [*LINES, "And then on."]
    taking.quit()


def test_four_hundred_kilobytes_in_one_paragraph_are_pasted(clerk):
    taking = clerk()
    taking.at.paste(PARAGRAPH)
    taking.at.wait_for("Enter these lines?")
    taking.send("\r")
    taking.wait_lines(20)
    taking.quit()
    assert " ".join(taking.lines) == PARAGRAPH.strip()


@pytest.mark.parametrize("end", ["\r", "\n"], ids=["returns", "feeds"])
def test_a_paste_that_comes_as_keys_is_lines(clerk, end):
    taking = clerk()
    taking.send(end.join(LINES[:80]) + end)
    assert taking.wait_lines(80) == LINES[:80]
    taking.quit()


def test_a_long_paragraph_that_comes_as_keys_is_looked_at(clerk):
    taking = clerk()
    taking.send(PARAGRAPH[:21_600])
    taking.send("\r")
    taking.at.wait_for("Enter these lines?")
    taking.send("\r")
    taking.wait_lines(2)
    taking.quit()
    assert " ".join(taking.lines) == PARAGRAPH[:21_600].strip()


#: What a control key does to the words in the composer that another takes back.
_TAKEN_BACK = {"u": "z", "w": "z", "x": "z", "h": "z", "z": "y"}


def test_no_control_key_loses_what_is_in_the_composer(clerk):
    taking = clerk(120, 36)
    sent = []
    for letter in "abcdefghijklmnoprstuvwxyz":
        word = f"{letter}{letter}word"
        sent.append(word)
        taking.type(f"{word} ")
        taking.send(chr(ord(letter) - 96))
        taking.at.rest(0.1)
        if letter in _TAKEN_BACK:
            taking.send(chr(ord(_TAKEN_BACK[letter]) - 96))
        taking.send(KEYS["escape"])
        taking.at.wait_until(lambda shown: "╭" not in shown and "🔎" not in shown, "composer")
        assert taking.at.alive, f"Ctrl+{letter} ended it"
    taking.send("\x11")
    assert taking.at.wait() == 0
    kept = " ".join([*taking.lines, taking.pending])
    assert [word for word in sent if word not in kept] == []


def test_escape_alone_is_a_key_of_its_own(clerk):
    """As terminals send it that do not tell it from the start of another key."""
    taking = clerk()
    taking.type("Half")
    taking.at.press("f1")
    taking.at.wait_for("╭")
    taking.send("\x1b")
    taking.at.wait_until(lambda shown: "╭" not in shown, "minutes")
    taking.send(" a line\r")
    assert taking.wait_lines(1) == ["Half a line"]
    taking.quit()


def test_quitting_saves_what_is_in_the_composer(clerk):
    taking = clerk()
    taking.send("?@jp Not yet entered\x11")
    assert taking.at.wait() == 0
    assert taking.pending == "? @jp Not yet entered"


def test_bytes_of_no_meaning_do_no_harm(clerk):
    taking = clerk()
    taking.send("\\Before\x00\x1c\x1d\x1e\x1f\x7f")
    # The last of them was Backspace.
    taking.send("e")
    for noise in (
        "\x1b[999~",
        "\x1b[1;99Z",
        "\x1bOz",
        "\x1b]0;a title\x07",
        "\x1b[?1;2c",
        "\x1b[I",
    ):
        taking.send(noise)
        # What follows at once may be taken for the rest of it.
        taking.at.rest()
    taking.at._write(b"\xff\xfe\xc3")
    taking.at.rest()
    taking.send("\x1b")
    taking.at.rest()
    taking.send(" and after.\r")
    (line,) = taking.wait_lines(1)
    assert line.startswith("Before")
    assert line.endswith("and after.")
    taking.quit()


def test_mouse_events_of_all_kinds_change_nothing_that_is_typed(clerk):
    taking = clerk(100, 30)
    taking.send("\\One.\r\\Two.\r\\Typed ")
    taking.wait_lines(2)
    for x, y in ((1, 1), (50, 5), (50, 29), (99, 30), (2, 27), (40, 26), (500, 500)):
        for kind in (0, 2, 64, 65, 35, 32):
            taking.send(f"\x1b[<{kind};{x};{y}M\x1b[<{kind};{x};{y}m")
        taking.at.rest(0.1)
    for _ in range(3):
        taking.send("\x1b")
        taking.at.rest()
    taking.at.press("end")
    taking.send("on.")
    taking.quit()
    assert sorted(taking.lines)[:2] == ["One.", "Two."]
    assert "Typed on." in [*taking.lines, taking.pending.removeprefix("\\")]


def test_the_window_changes_its_size_in_the_middle_of_every_word(clerk):
    taking = clerk()
    words = LINES[:40]
    sizes = [(40, 10), (200, 50), (80, 24), (20, 5), (120, 36), (3, 2)]
    for number, line in enumerate(words):
        taking.send(line[:9])
        taking.at.resize(*sizes[number % len(sizes)])
        taking.send(line[9:] + "\r")
    taking.at.resize(80, 24)
    assert taking.wait_lines(len(words)) == words
    taking.quit()


def test_forty_columns_and_ten_rows_are_enough(clerk):
    taking = clerk(40, 10)
    taking.send("?@jp What would longer hours cost in the winter months?\r")
    taking.wait_lines(1)
    taking.send("About £9,000")
    taking.at.wait_for("About £9,000")
    shown = taking.at.text()
    assert "Saved" in shown
    assert "answer" in shown
    assert "winter" in shown
    for key in ("up", "f1", "escape", "f8", "escape", "ctrl+f", "escape"):
        taking.at.press(key)
        taking.at.rest(0.1)
    taking.at.press("end", "enter")
    assert taking.wait_lines(2)[1] == "About £9,000"
    taking.quit()


def test_keys_held_down_walk_and_come_back(clerk):
    taking = clerk()
    taking.send("\\One.\r\\Two.\r")
    taking.wait_lines(2)
    taking.send("\x1b[A" * 100 + "\x1b[B" * 100 + "\\Three.\r")
    assert taking.wait_lines(3) == ["One.", "Two.", "Three."]
    taking.quit()
