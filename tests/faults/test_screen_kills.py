"""The screen on a real terminal, killed and hung up on: what it shows as saved is there."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest
from fault_meetings import WORDS, first_meeting, shape, typed
from fault_runs import in_lanes, slow_disk
from fault_screen import (
    UNSAVED,
    Terminal,
    draft_of,
    enter_and_see_saved,
    folders,
    is_kept,
    new_chance,
    new_folder,
    reopened,
    screen_of,
    texts,
    type_into_composer,
    wait_until_kept,
)

from minute_taker.drafts import recovery
from minute_taker.drafts.store import DraftStore, Pending

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pty")

#: Of text not yet entered, at most what was typed in the last second or as many characters.
SECONDS, CHARACTERS = 1.0, 20


@pytest.fixture
def folder(tmp_path) -> Path:
    DraftStore.create(tmp_path / "Minutes" / "drafts", first_meeting()).close()
    return tmp_path / "Minutes"


@pytest.fixture(params=[0.0, 0.01], ids=["as the disk is", "10 ms a flush"])
def disk(request, tmp_path, monkeypatch):
    """The program finds a disk that is this much slower."""
    for name, value in slow_disk(tmp_path / "site", request.param).items():
        monkeypatch.setenv(name, value)


def some_words(chance: random.Random) -> str:
    return " ".join(["Next", *chance.choices(WORDS, k=chance.randint(1, 9))])


def enter(screen: Terminal, words: str, number: int) -> None:
    """Type a line, and return as soon as the screen shows line ``number`` and calls it saved."""
    type_into_composer(screen, words)
    screen.type("\r")
    until = time.monotonic() + 60
    while True:
        text = screen.text()
        if f"line {number + 1}" in text and "Saved" in text and not UNSAVED.search(text):
            return
        assert time.monotonic() < until, text
        screen.settle(quiet=0.002, limit=0.002)


def changes(store: DraftStore, chance: random.Random) -> tuple[list[str], list]:
    """What a clerk types, deletions, edits and moves among it, and the meeting after each."""
    here = store.pending.item_id if store.pending else None
    return typed(store.meeting, chance, here=here, longest=10)


def test_killed_as_soon_as_it_shows_a_change_as_saved(tmp_path, disk, rounds, long):
    def play(lane: int, turns: range) -> None:
        folder = new_folder(tmp_path, lane)
        for turn in turns:
            chance = new_chance(long, turn)
            inputs, after = changes(reopened(folder), chance)
            number = chance.randint(2, 5)
            with screen_of(folder) as screen:
                for raw in inputs[:number]:
                    enter_and_see_saved(screen, raw)
                screen.signal(signal.SIGKILL)
            assert shape(reopened(folder).meeting) == shape(after[number]), inputs[:number]

    in_lanes(rounds(1, 150), play)


def take_out_of_composer(folder: Path) -> None:
    store = DraftStore.open(draft_of(folder))
    store.save(store.meeting, Pending("", store.pending.item_id))
    store.close()


def test_killed_at_any_moment_while_it_is_changed(tmp_path, disk, rounds, long):
    def play(lane: int, turns: range) -> None:
        folder = new_folder(tmp_path, lane)
        for turn in turns:
            chance = new_chance(long, turn)
            inputs, after = changes(reopened(folder), chance)
            with screen_of(folder) as screen:
                for raw in inputs[: chance.randint(2, 12)]:
                    screen.type(f"{raw}\r")
                screen.settle(quiet=0.0, limit=chance.random() * 0.1)
                screen.signal(signal.SIGKILL)
            left = reopened(folder)
            assert shape(left.meeting) in map(shape, after), inputs
            if left.pending is not None and left.pending.text:
                # It was killed while this was typed. The next turn begins with nothing typed.
                begun = left.pending.text.lstrip("?>!- ")
                assert any(begun in raw for raw in inputs), (begun, inputs)
                take_out_of_composer(folder)

    in_lanes(rounds(1, 150), play)


def test_what_is_not_yet_entered_is_there_a_second_later(tmp_path, rounds, long):
    def play(_lane: int, turns: range) -> None:
        for turn, folder in folders(tmp_path, turns):
            words = some_words(new_chance(long, turn))
            with screen_of(folder) as screen:
                type_into_composer(screen, words)
                # How soon is asked in the long form alone, which has the machine to itself.
                wait_until_kept(screen, folder, words, limit=SECONDS + 0.5 if long else 60)
                screen.signal(signal.SIGKILL)
            pending = reopened(folder).pending
            assert pending is not None
            assert pending.text == words

    in_lanes(rounds(2, 20), play)


#: The program, which never waits long enough for a pause in the typing.
NEVER_QUIET = """
import sys
from minute_taker.screens.capture import draft_session
assert draft_session._AUTOSAVE_AFTER
draft_session._AUTOSAVE_AFTER = 1e6
from minute_taker.cli import main
sys.exit(main(["--folder", sys.argv[1], "open", "parks"]))
"""


def test_of_fast_typing_no_more_than_a_few_characters_are_lost(tmp_path, rounds, long):
    def play(_lane: int, turns: range) -> None:
        for turn, folder in folders(tmp_path, turns):
            chance = new_chance(long, turn)
            words = " ".join(chance.choices(WORDS, k=20))
            screen = Terminal([sys.executable, "-c", NEVER_QUIET, str(folder)], 120, 36)
            try:
                screen.wait_for("line ")
                type_into_composer(screen, words)
                wait_until_kept(screen, folder, words, but=CHARACTERS)
                screen.signal(signal.SIGKILL)
            finally:
                screen.close()
            pending = reopened(folder).pending
            assert pending is not None
            assert is_kept(pending.text, words, CHARACTERS)

    in_lanes(rounds(2, 20), play)


@pytest.mark.parametrize("sign", [signal.SIGHUP, signal.SIGTERM], ids=["SIGHUP", "SIGTERM"])
def test_hung_up(tmp_path, rounds, long, sign):
    def play(_lane: int, turns: range) -> None:
        for turn, folder in folders(tmp_path, turns):
            chance = new_chance(long, turn)
            entered, words = some_words(chance), some_words(chance)
            with screen_of(folder) as screen:
                screen.type(f"{entered}\r")
                screen.wait_for(f"line {first_meeting().last_line + 2}")
                type_into_composer(screen, words)
                status = screen.signal(sign)
            assert status == 128 + sign
            store = reopened(folder)
            assert texts(store.meeting) == [*texts(first_meeting()), entered]
            assert store.pending is not None
            assert store.pending.text == words

    in_lanes(rounds(1, 60 if sign == signal.SIGHUP else 20), play)


def test_the_terminal_is_closed(tmp_path, rounds, long):
    for turn, folder in folders(tmp_path, range(rounds(1, 10))):
        words = some_words(new_chance(long, turn))
        with screen_of(folder) as screen:
            type_into_composer(screen, words)
            os.close(screen._fd)
            _, status = os.waitpid(screen.pid, 0)
            screen.alive = False
        assert os.waitstatus_to_exitcode(status) != 0
        pending = reopened(folder).pending
        assert pending is not None
        assert pending.text == words


STUCK = """
import sys
import threading
from textual.drivers.linux_driver import LinuxDriver
def never_taken(self):
    threading.Event().wait()
LinuxDriver.disable_input = never_taken
from minute_taker.cli import main
sys.exit(main(["--folder", sys.argv[1], "open", "parks"]))
"""


def test_a_terminal_that_takes_nothing_more_does_not_hold_up_the_end(folder):
    screen = Terminal([sys.executable, "-c", STUCK, str(folder)], 120, 36)
    try:
        screen.wait_for("line ")
        type_into_composer(screen, "half a sentence")
        status = screen.signal(signal.SIGHUP)
    finally:
        screen.close()
    assert status == 128 + signal.SIGHUP
    assert reopened(folder).pending.text == "half a sentence"


FAILING = """
import sys
from minute_taker.screens.reading.transcript import Transcript
show = Transcript.show
def fail(self, meeting, **named):
    confidential = [line.text for _, line in meeting.lines()]
    if confidential[-1] == "now it fails":
        raise RuntimeError(confidential[-2])
    show(self, meeting, **named)
Transcript.show = fail
from minute_taker.cli import main
sys.exit(main(["--folder", sys.argv[1], "open", "parks"]))
"""


def test_an_error_nobody_foresaw(folder):
    screen = Terminal([sys.executable, "-c", FAILING, str(folder)], 120, 36)
    try:
        screen.wait_for("line ")
        screen.type("now it fails\r")
        status = screen.wait()
    finally:
        screen.close()
    assert status == 1
    # What is left on the terminal after the screen was taken down.
    left = screen.text()
    assert "Minute Taker has stopped: RuntimeError" in left
    assert first_meeting().items[-1].lines[-1].text not in left
    assert texts(reopened(folder).meeting)[-1] == "now it fails"


def test_a_full_disk_is_shown_and_the_text_is_kept_on_this_computer(small_disk):
    folder = small_disk / "Minutes"
    DraftStore.create(folder / "drafts", first_meeting()).close()
    with screen_of(folder) as screen:
        filler = (small_disk / "filler").open("wb", buffering=0)
        with filler, contextlib.suppress(OSError):
            while True:
                filler.write(b"x" * 4096)
        screen.type("typed on a full disk\r")
        screen.wait_for("NOT SAVED")
        screen.wait_for("the disk is full")
        screen.signal(signal.SIGKILL)
    assert texts(reopened(folder).meeting) == texts(first_meeting())
    (kept,) = recovery.list_recoveries()
    (small_disk / "filler").unlink()
    recovery.recover(kept)
    assert texts(reopened(folder).meeting)[-1] == "typed on a full disk"


def test_the_second_clerk_reads_only(folder):
    with screen_of(folder) as first, screen_of(folder, shows="READ ONLY") as second:
        second.wait_for("has it open")
        second.type("typed by the second\r")
        second.rest()
        enter(first, "typed by the first", first_meeting().last_line + 1)
        first.signal(signal.SIGKILL)
        second.signal(signal.SIGKILL)
    assert texts(reopened(folder).meeting) == [*texts(first_meeting()), "typed by the first"]
