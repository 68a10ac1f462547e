"""kill -9 at any moment: what was said to be saved is there, whole, and nothing is damaged."""

from __future__ import annotations

import os
import random

import pytest
from fault_meetings import first_meeting, nth_state
from fault_runs import (
    Worker,
    kill_in_the_middle,
    killed_at_fsync,
    left_by,
    read_stock,
    slow_disk,
    write_stock,
)

from minute_taker.drafts.store import DraftStore

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def draft(tmp_path):
    store = DraftStore.create(tmp_path / "drafts", first_meeting())
    store.close()
    return store.path


def new_seed(long: bool, number: int) -> int:
    # The short form is the same every time; the long form looks further each time.
    return random.randrange(10**9) if long else number


@pytest.mark.parametrize("delay", [0.0, 0.01], ids=["as the disk is", "10 ms a flush"])
def test_killed_while_saving(draft, tmp_path, rounds, long, delay):
    env = slow_disk(tmp_path / "site", delay)
    meeting = first_meeting()
    for number in range(rounds(15, 300)):
        seed = new_seed(long, number)
        saved = kill_in_the_middle(draft, seed, env=env)
        meeting, _ = left_by(draft, meeting, seed, saved)


@pytest.mark.parametrize("delay", [0.0, 0.01], ids=["as the disk is", "10 ms a flush"])
def test_killed_while_the_saver_writes(draft, tmp_path, rounds, long, delay):
    env = slow_disk(tmp_path / "site", delay)
    meeting = first_meeting()
    for number in range(rounds(6, 100)):
        seed = new_seed(long, number)
        saved = kill_in_the_middle(draft, seed, "--engine", "saver", env=env, spread=0.1)
        meeting, _ = left_by(draft, meeting, seed, saved, ahead=400)


def test_killed_right_after_each_flush(draft, tmp_path):
    """A save flushes twice, the file and the folder: old before the second, or new."""
    meeting = first_meeting()
    for number in range(1, 7):
        worker = Worker(draft, number, env=killed_at_fsync(tmp_path / "site", number))
        while worker.hear():
            pass
        worker.end()
        meeting, _ = left_by(draft, meeting, number, worker.saved)


def test_the_control_killed_right_after_its_flush_is_unreadable(tmp_path):
    """TinyDB's own storage flushes what is too long and cuts it afterwards."""
    draft = tmp_path / "stock.json"
    meeting = first_meeting()
    broken = 0
    for number in range(1, 9):
        write_stock(draft, meeting)
        worker = Worker(
            draft, 5, "--engine", "stock", env=killed_at_fsync(tmp_path / "site", number)
        )
        while worker.hear():
            pass
        worker.end()
        try:
            read_stock(draft)
        except ValueError:
            broken += 1
    assert broken > 0


def test_the_control_does_not_survive_the_same_kills(tmp_path, long):
    if not long:
        pytest.skip("in the long form; the short form kills the control at a flush")
    draft = tmp_path / "stock.json"
    env = slow_disk(tmp_path / "site", 0.01)
    broken = 0
    for number in range(200):
        write_stock(draft, first_meeting())
        saved = kill_in_the_middle(draft, number, "--engine", "stock", env=env)
        try:
            found = read_stock(draft)
        except (ValueError, KeyError, TypeError):
            broken += 1
        else:
            fitting = [nth_state(first_meeting(), number, n) for n in (saved, saved + 1)]
            broken += found not in fitting
    print(f"\nstock JSONStorage: {broken} of 200 kills left a file that is not what was saved")
    assert broken > 0


def test_nothing_is_left_lying_about(draft, tmp_path, rounds, long):
    """Temporary files of killed processes are swept at the next opening."""
    meeting = first_meeting()
    for number in range(rounds(3, 30)):
        seed = new_seed(long, 1000 + number)
        saved = kill_in_the_middle(draft, seed, env=slow_disk(tmp_path / "site", 0.01))
        meeting, _ = left_by(draft, meeting, seed, saved)
    assert not list(draft.parent.rglob("*.new"))
    assert {path.name for path in draft.parent.iterdir()} == {".minute-taker", draft.name}
