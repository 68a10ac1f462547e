"""The screen of a draft on a terminal of its own, and what is on the disk after its end."""

from __future__ import annotations

import contextlib
import random
import re
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from fault_meetings import first_meeting

sys.path.insert(0, str(Path(__file__).parent.parent / "support"))

from clerk import program
from terminal import Terminal

from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Meeting

SAVED = re.compile(r"\bSaved \d{1,2}\.\d\d [ap]m")
UNSAVED = re.compile(r"\bSaving\b|\bNOT SAVED\b")


@contextlib.contextmanager
def screen_of(folder: Path, *, shows: str = "line "):
    screen = program(folder, "open", "parks")
    try:
        screen.wait_for(shows)
        yield screen
    finally:
        screen.close()


def draft_of(folder: Path) -> Path:
    (path,) = (folder / "drafts").glob("*.json")
    return path


def reopened(folder: Path) -> DraftStore:
    store = DraftStore.open(draft_of(folder))
    store.close()
    assert store.notices == ()
    assert not store.read_only, store.read_only_reason
    return store


def texts(meeting: Meeting) -> list[str]:
    return [line.text for _, line in meeting.lines()]


def in_composer(screen: Terminal) -> str:
    """What stands in the composer, however it is wrapped."""
    rows = [row[1:] for row in screen.text().splitlines() if row.startswith("▌")]
    return " ".join(" ".join(rows).split())


def type_into_composer(screen: Terminal, words: str) -> None:
    """Type, and wait until the program has taken it all."""
    screen.type(words)
    screen.wait_until(lambda _text: in_composer(screen) == words, f"{words!r} in the composer")


def new_chance(long: bool, turn: int) -> random.Random:
    return random.Random(random.randrange(10**9) if long else turn)


def new_folder(tmp_path: Path, number: int) -> Path:
    """A minutes folder of that number, with a draft of its own."""
    folder = tmp_path / f"Minutes {number}"
    DraftStore.create(folder / "drafts", first_meeting()).close()
    return folder


def folders(tmp_path: Path, turns: Iterable[int]):
    """A minutes folder for each turn, with a draft of its own."""
    for turn in turns:
        yield turn, new_folder(tmp_path, turn)


def enter_and_see_saved(screen: Terminal, raw: str) -> None:
    """Type a line or a command, and return as soon as it is taken and shown as saved."""
    screen.type(raw)
    # A sign goes into the badge, so that it is not in the composer itself.
    last = raw.split()[-1].lstrip(":")
    screen.wait_until(lambda _text: in_composer(screen).endswith(last), f"{raw!r} in the composer")
    screen.type("\r")
    until = time.monotonic() + 60
    while in_composer(screen) or UNSAVED.search(screen.text()) or "Saved" not in screen.text():
        assert time.monotonic() < until, screen.text()
        screen.settle(quiet=0.002, limit=0.002)


def is_kept(kept: str, words: str, but: int) -> bool:
    return words.startswith(kept) and len(words) - len(kept) <= but


def wait_until_kept(
    screen: Terminal, folder: Path, words: str, *, but: int = 0, limit: float = 60
) -> None:
    """Wait until the disk has what is in the composer, ``but`` for so many characters."""
    until = time.monotonic() + limit
    while True:
        store = DraftStore.open(draft_of(folder), read_only=True)
        store.close()
        kept = store.pending.text if store.pending else ""
        if is_kept(kept, words, but):
            return
        assert time.monotonic() < until, f"kept: {kept!r}\n{screen.text()}"
        screen.settle(quiet=0.02, limit=0.02)
