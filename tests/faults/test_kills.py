"""kill -9 at any moment: what was said to be saved is there, whole, and nothing is damaged."""

from __future__ import annotations

import os
import random

import pytest
from fault_meetings import first_meeting
from fault_runs import (
    Worker,
    in_lanes,
    kill_in_the_middle,
    killed_at_fsync,
    left_by,
    slow_disk,
)

from minute_taker.drafts.store import DraftStore

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def draft(tmp_path):
    return new_draft(tmp_path, 0)


def new_draft(tmp_path, number: int):
    store = DraftStore.create(tmp_path / f"drafts {number}", first_meeting())
    store.close()
    return store.path


def new_seed(long: bool, number: int) -> int:
    # The short form is the same every time; the long form looks further each time.
    return random.randrange(10**9) if long else number


@pytest.mark.parametrize("delay", [0.0, 0.01], ids=["as the disk is", "10 ms a flush"])
def test_killed_while_saving(tmp_path, rounds, long, delay):
    env = slow_disk(tmp_path / "site", delay)

    def play(lane: int, turns: range) -> None:
        draft, meeting = new_draft(tmp_path, lane), first_meeting()
        for number in turns:
            seed = new_seed(long, number)
            saved = kill_in_the_middle(draft, seed, env=env)
            meeting, _ = left_by(draft, meeting, seed, saved)

    in_lanes(rounds(15, 300), play)


@pytest.mark.parametrize("delay", [0.0, 0.01], ids=["as the disk is", "10 ms a flush"])
def test_killed_while_the_saver_writes(tmp_path, rounds, long, delay):
    env = slow_disk(tmp_path / "site", delay)

    def play(lane: int, turns: range) -> None:
        draft, meeting = new_draft(tmp_path, lane), first_meeting()
        for number in turns:
            seed = new_seed(long, number)
            saved = kill_in_the_middle(draft, seed, "--engine", "saver", env=env, spread=0.1)
            meeting, _ = left_by(draft, meeting, seed, saved, ahead=400)

    in_lanes(rounds(6, 100), play)


def test_killed_right_after_each_flush(draft, tmp_path):
    """A save flushes twice, the file and the folder: old before the second, or new."""
    meeting = first_meeting()
    for number in range(1, 7):
        worker = Worker(draft, number, env=killed_at_fsync(tmp_path / "site", number))
        while worker.hear():
            pass
        worker.end()
        meeting, _ = left_by(draft, meeting, number, worker.saved)


def test_nothing_is_left_lying_about(draft, tmp_path, rounds, long):
    """Temporary files of killed processes are swept at the next opening."""
    meeting = first_meeting()
    for number in range(rounds(3, 30)):
        seed = new_seed(long, 1000 + number)
        saved = kill_in_the_middle(draft, seed, env=slow_disk(tmp_path / "site", 0.01))
        meeting, _ = left_by(draft, meeting, seed, saved)
    assert not list(draft.parent.rglob("*.new"))
    assert {path.name for path in draft.parent.iterdir()} == {".minute-taker", draft.name}
