"""The thread that saves: nobody waits, the newest state wins, a failure is said and survived."""

from __future__ import annotations

import errno
import threading
import time

import pytest

from minute_taker.drafts import recovery
from minute_taker.drafts import saver as saver_module
from minute_taker.drafts.errors import DraftNotSaved
from minute_taker.drafts.reading import read_draft
from minute_taker.drafts.saver import Saver, SaveState
from minute_taker.drafts.store import Pending

LONG = 30.0


class Disk:
    """Stands between the saver and the store: can be slow, or refuse."""

    def __init__(self, store, monkeypatch) -> None:
        self.free = threading.Event()
        self.free.set()
        self.error: Exception | None = None
        self.saved: list = []
        self._save = store.save
        monkeypatch.setattr(store, "save", self.save)

    def save(self, meeting, pending) -> None:
        assert self.free.wait(LONG)
        if self.error is not None:
            raise self.error
        self._save(meeting, pending)
        self.saved.append((meeting, pending))


@pytest.fixture
def disk(store, monkeypatch) -> Disk:
    return Disk(store, monkeypatch)


@pytest.fixture
def states() -> list[SaveState]:
    return []


@pytest.fixture
def saver(store, disk, states, monkeypatch):
    monkeypatch.setattr(saver_module, "_FIRST_RETRY", 0.02)
    monkeypatch.setattr(saver_module, "_SLOW_WRITE", 0.1)
    made = Saver(store, states.append)
    yield made
    disk.free.set()
    made.close(LONG)


def on_disk(store):
    return read_draft(store.path.read_bytes())


def wait_for(condition) -> None:
    end = time.monotonic() + LONG
    while not condition():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.005)


def test_what_is_submitted_is_on_the_disk_after_a_flush(saver, store, meeting, add):
    changed = add(meeting, "typed")
    saver.submit(changed, Pending("half"))
    assert saver.flush(LONG)
    assert on_disk(store).meeting == changed
    assert on_disk(store).pending == Pending("half")


def test_the_state_says_so(saver, states, meeting):
    saver.submit(meeting)
    saver.flush(LONG)
    assert saver.state.kind == "saved"
    saver.close(LONG)
    assert [state.kind for state in states] == ["saving", "saved"]
    assert states[-1].at is not None


def test_submitting_never_waits_and_only_the_newest_waiting_state_is_written(
    saver, disk, store, meeting, add
):
    disk.free.clear()
    row = [meeting]
    for number in range(50):
        row.append(add(row[-1], f"line {number}"))
        saver.submit(row[-1], None)
    assert not saver.flush(0.01)
    disk.free.set()
    assert saver.flush(LONG)
    assert len(disk.saved) <= 3
    assert disk.saved[-1] == (row[-1], None)
    assert on_disk(store).meeting == row[-1]


def test_saved_is_never_said_of_an_older_state(saver, disk, states, store, meeting, add):
    disk.free.clear()
    saver.submit(add(meeting, "first"), None)
    wait_for(lambda: len(states) == 1)
    saver.submit(add(meeting, "second"), None)
    assert saver.state.kind == "saving"
    disk.free.set()
    assert saver.close(LONG)
    assert [state.kind for state in states] == ["saving", "saving", "saving", "saved"]
    assert on_disk(store).meeting == add(meeting, "second")


def test_a_failure_is_said_and_tried_again_until_it_works(saver, disk, states, store, meeting, add):
    disk.error = DraftNotSaved("the draft was not saved: the disk is full", "the disk is full")
    changed = add(meeting, "typed on a full disk")
    saver.submit(changed, None)
    wait_for(lambda: sum(state.kind == "failed" for state in states) >= 2)
    assert saver.state.why.startswith("the disk is full")
    assert on_disk(store).meeting == meeting

    disk.error = None

    assert saver.flush(LONG)
    assert on_disk(store).meeting == changed
    assert saver.state.kind == "saved"


def test_what_is_typed_after_a_failure_is_what_gets_saved(saver, disk, store, meeting, add, states):
    disk.error = DraftNotSaved("not saved", "why")
    saver.submit(add(meeting, "first"), None)
    wait_for(lambda: any(state.kind == "failed" for state in states))
    newest = add(add(meeting, "first"), "second")
    saver.submit(newest, None)
    disk.error = None
    assert saver.flush(LONG)
    assert on_disk(store).meeting == newest


def test_while_it_fails_the_text_is_in_a_recovery_file(saver, disk, store, meeting, add, states):
    disk.error = DraftNotSaved("not saved", "the folder may not be written to")
    changed = add(meeting, "kept elsewhere")
    saver.submit(changed, Pending("half"))
    wait_for(lambda: any(state.kind == "failed" for state in states))
    (kept,) = recovery.list_recoveries()
    assert kept.draft == store.path
    assert str(kept.file) in saver.state.why
    assert read_draft(kept.file.read_bytes()).meeting == changed

    disk.error = None

    assert saver.flush(LONG)
    wait_for(lambda: not recovery.list_recoveries())
    assert saver.recovery_file is None


def test_what_is_typed_while_it_fails_is_kept_without_waiting_for_the_next_try(
    saver, disk, meeting, add, states, monkeypatch
):
    monkeypatch.setattr(saver_module, "_FIRST_RETRY", LONG * 10)
    monkeypatch.setattr(saver_module, "_LONGEST_RETRY", LONG * 10)
    disk.error = DraftNotSaved("not saved", "why")
    saver.submit(add(meeting, "first"), None)
    wait_for(lambda: recovery.list_recoveries())
    saver.submit(add(add(meeting, "first"), "second"), Pending("half"))
    wait_for(lambda: recovery.list_recoveries()[0].lines == 26)
    assert len(recovery.list_recoveries()) == 1
    disk.error = None


def test_what_an_earlier_sitting_left_is_not_written_over(saver, disk, store, meeting, add, states):
    earlier = recovery.keep(store.path, 1, add(meeting, "of the evening before"), None)
    before = earlier.read_bytes()
    disk.error = DraftNotSaved("not saved", "why")
    saver.submit(add(meeting, "of this evening"), None)
    wait_for(lambda: len(recovery.list_recoveries()) == 2)
    disk.error = None
    assert saver.flush(LONG)
    wait_for(lambda: len(recovery.list_recoveries()) == 1)
    assert earlier.read_bytes() == before


def test_a_disk_that_does_not_answer_is_said_and_the_newest_text_kept_meanwhile(
    saver, disk, store, meeting, add, states, monkeypatch
):
    disk.free.clear()
    saver.submit(add(meeting, "first"), None)
    wait_for(lambda: any("does not answer" in state.why for state in states))
    assert saver.state.kind == "failed"
    newest = add(add(meeting, "first"), "second")
    saver.submit(newest, Pending("half"))
    wait_for(lambda: recovery.list_recoveries()[0].lines == 26)
    (kept,) = recovery.list_recoveries()
    assert read_draft(kept.file.read_bytes()).pending == Pending("half")

    disk.free.set()

    assert saver.flush(LONG)
    wait_for(lambda: not recovery.list_recoveries())
    assert on_disk(store).meeting == newest
    assert saver.state.kind == "saved"


def test_closing_while_it_fails_leaves_the_text_in_the_recovery_file(
    saver, disk, meeting, add, states
):
    disk.error = DraftNotSaved("not saved", "why")
    saver.submit(add(meeting, "never saved"), None)
    wait_for(lambda: any(state.kind == "failed" for state in states))
    assert not saver.close(LONG)
    (kept,) = recovery.list_recoveries()
    assert kept.lines == 25


def test_closing_while_the_disk_hangs_leaves_the_text_in_the_recovery_file(
    saver, disk, meeting, add
):
    disk.free.clear()
    saver.submit(add(meeting, "never answered"), None)
    wait_for(lambda: saver.state.kind == "saving")
    assert not saver.close(0.05)
    (kept,) = recovery.list_recoveries()
    assert kept.lines == 25


def test_closing_saves_what_is_waiting(saver, store, meeting, add):
    saver.submit(add(meeting, "at the last moment"), None)
    assert saver.close(LONG)
    assert on_disk(store).meeting == add(meeting, "at the last moment")


def test_closing_twice_is_no_error(saver):
    assert saver.close(LONG)
    assert saver.close(LONG)


def test_no_error_of_any_kind_ends_the_thread(saver, disk, store, meeting, add, states):
    disk.error = RuntimeError("with words of the minutes in it")
    saver.submit(add(meeting, "first"), None)
    wait_for(lambda: any(state.kind == "failed" for state in states))
    assert "words of the minutes" not in saver.state.why
    disk.error = None
    assert saver.flush(LONG)
    assert on_disk(store).meeting == add(meeting, "first")


def test_whoever_shows_the_state_cannot_stop_the_saving(store, meeting, add):
    def broken(_state) -> None:
        raise RuntimeError("the screen is gone")

    saver = Saver(store, broken)
    saver.submit(add(meeting, "saved all the same"), None)
    assert saver.close(LONG)
    assert on_disk(store).meeting == add(meeting, "saved all the same")


def test_another_version_that_was_found_is_told(saver, store, meeting, add, states):
    store.path.write_bytes(b"what a sync program left")
    saver.submit(add(meeting, "typed here"), None)
    assert saver.close(LONG)
    assert "Both versions are kept" in states[-1].why
    assert states[-1].kind == "saved"


def test_a_recovery_that_fails_too_is_said(saver, disk, meeting, states, monkeypatch):
    def full(*_args):
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(recovery, "keep", full)
    disk.error = DraftNotSaved("not saved", "the folder may not be written to")
    saver.submit(meeting, None)
    wait_for(lambda: any(state.kind == "failed" for state in states))
    assert "could not be kept on this computer either: the disk is full" in saver.state.why
    disk.error = None


@pytest.fixture
def lagging(store, disk, states):
    """A saver that would begin to save long after the test."""
    made = Saver(store, states.append, lag=10 * LONG)
    yield made
    made.close(LONG)


def test_a_save_waits_its_lag_and_what_comes_meanwhile_goes_with_it(lagging, disk, meeting, add):
    first = add(meeting, "first")
    lagging.submit(first, Pending("half"))
    lagging.submit(add(first, "second"), Pending("half a sentence"))
    assert lagging.state.kind == "saving"
    assert disk.saved == []
    assert lagging.flush(LONG)
    assert disk.saved == [(add(first, "second"), Pending("half a sentence"))]


def test_an_end_does_not_wait_for_the_lag(lagging, store, meeting, add):
    changed = add(meeting, "typed")
    lagging.submit(changed)
    assert lagging.close(LONG)
    assert on_disk(store).meeting == changed
