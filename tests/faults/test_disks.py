"""A disk that is full, a folder that may not be written, a second writer, a clock that jumps."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import shutil
import sys
import tempfile
import threading
from pathlib import Path

import pytest
from fault_meetings import first_meeting, nth_state, states
from fault_runs import Worker, left_by

from minute_taker.drafts import files, recovery, saver
from minute_taker.drafts.errors import DraftNotSaved
from minute_taker.drafts.saver import Saver
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.changes import AddLine
from minute_taker.minutes.model import Line

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and mounts of Linux")

NOBODY = 65534


def make_draft(folder: Path, lines: int = 20) -> Path:
    store = DraftStore.create(folder, first_meeting(lines))
    store.save(first_meeting(lines))
    store.close()
    return store.path


def as_it_is(draft: Path):
    view = DraftStore.open(draft, read_only=True)
    view.close()
    assert not view.notices
    return view.meeting, view.pending


def test_a_file_that_may_not_grow_is_left_whole(tmp_path):
    draft = make_draft(tmp_path / "drafts")
    before = draft.read_bytes()
    worker = Worker(draft, 1, "--wait", "--limit", "1000")
    assert worker.hear() == "ready"
    assert worker.go_on() == "failed the file would be larger than the system allows"
    assert draft.read_bytes() == before
    assert "Traceback" not in worker.end()
    left_by(draft, first_meeting(), 1, 0)


def test_a_full_disk_is_said_and_nothing_is_lost(small_disk, monkeypatch):
    monkeypatch.setattr(saver, "_FIRST_RETRY", 0.02)
    draft = make_draft(small_disk / "drafts")
    filler = small_disk / "filler"
    told = []
    store = DraftStore.open(draft)
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    saving = Saver(store, told.append)
    state = nth_state(first_meeting(), 3, 5)
    saving.submit(*state)
    assert not saving.flush(0.3)
    assert saving.state.kind == "failed"
    assert saving.state.why.startswith("the disk is full; it is kept on this computer meanwhile")
    assert as_it_is(draft) == (first_meeting(), None)
    (kept,) = recovery.list_recoveries()
    assert kept.draft == draft

    filler.unlink()

    assert saving.flush(30)
    assert saving.close(30)
    store.close()
    assert as_it_is(draft) == state


def test_a_disk_that_fills_up_while_it_is_written(small_disk):
    draft = make_draft(small_disk / "drafts")
    store = DraftStore.open(draft)
    meeting, saved = first_meeting(), (first_meeting(), None)
    reason = ""
    while not reason:
        line = Line(id=meeting.last_line + 1, text="the bandstand roof " * 200)
        meeting, _undo = AddLine(1, line).apply(meeting)
        try:
            store.save(meeting)
        except DraftNotSaved as error:
            reason = error.why
        else:
            saved = (meeting, None)
    assert reason == "the disk is full"
    store.close()
    assert as_it_is(draft) == saved


@pytest.fixture
def folder_of_nobody():
    """A folder that belongs to somebody who is not root, where one may give folders away."""
    folder = Path(tempfile.mkdtemp())
    user = NOBODY if os.geteuid() == 0 else os.geteuid()
    folder.chmod(0o755)
    os.chown(folder, user, -1)
    yield folder, user
    for path in [folder, *folder.rglob("*")]:
        if path.is_dir():
            path.chmod(0o755)
    shutil.rmtree(folder)


def give_away(folder: Path, user: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, user, -1)


def test_a_folder_that_turns_read_only_is_said_and_the_next_save_works(folder_of_nobody):
    folder, user = folder_of_nobody
    draft = make_draft(folder)
    give_away(folder, user)
    worker = Worker(draft, 1, "--wait", "--user", str(user))
    assert worker.hear() == "ready"
    assert worker.go_on() == "saved 1"
    folder.chmod(0o555)
    assert worker.go_on() == "failed the folder may not be written to"
    assert as_it_is(draft) == nth_state(first_meeting(), 1, 1)
    folder.chmod(0o755)
    assert worker.go_on() == "saved 2"
    assert "Traceback" not in worker.end()
    give_away(folder, 0 if os.geteuid() == 0 else user)
    left_by(draft, first_meeting(), 1, 2)


def test_a_draft_in_a_read_only_folder_opens_for_reading(folder_of_nobody):
    folder, user = folder_of_nobody
    draft = make_draft(folder)
    companions = folder / ".minute-taker"
    give_away(folder, user)
    for path in (companions / "locks").iterdir():
        path.unlink()
    (companions / "locks").rmdir()
    for path in (companions, folder):
        path.chmod(0o555)
    worker = Worker(draft, 1, "--wait", "--user", str(user))
    assert worker.hear() == "read only: the folder may not be written to"
    assert worker.end() == ""


def test_the_clock_two_years_back(tmp_path, monkeypatch):
    """Neither the time in the file nor that of the file decides what is newer."""
    draft = make_draft(tmp_path / "drafts")
    meeting, revision = first_meeting(), 2
    for number, year in enumerate((2026, 2024, 2031, 2019), 1):
        monkeypatch.setattr(
            "minute_taker.drafts.storage.local_now",
            lambda year=year: dt.datetime(year, 3, 3, 19, 0),
        )
        store = DraftStore.open(draft)
        assert store.revision == revision
        state = nth_state(meeting, number, 3)
        store.save(*state)
        store.close()
        assert f'"saved_at":"{year}-03-03T19:00:00"'.encode() in draft.read_bytes()
        os.utime(draft, (year, year))
        meeting, revision = state[0], revision + 1
        assert as_it_is(draft) == state


def test_through_a_link(tmp_path):
    draft = make_draft(tmp_path / "drafts")
    link = tmp_path / "link.json"
    link.symlink_to(draft)
    worker = Worker(link, 1)
    for _ in range(5):
        worker.hear()
    worker.end()
    assert link.is_symlink()
    assert not list(tmp_path.glob(".*"))
    left_by(draft, first_meeting(), 1, worker.saved)


def test_the_second_writer_is_kept_out(tmp_path):
    draft = make_draft(tmp_path / "drafts")
    first = Worker(draft, 1, "--wait")
    assert first.hear() == "ready"
    second = Worker(draft, 2, "--wait")
    told = second.hear()
    assert re.fullmatch(r"read only: .+ has it open on .+ since .+", told)
    second.end()
    assert first.go_on() == "saved 1"
    first.end()
    third = Worker(draft, 3, "--wait")
    assert third.hear() == "ready"
    third.end()


def test_two_writers_where_nothing_can_be_locked_lose_nothing(tmp_path, rounds):
    """Each has its own last state in the draft or in a version beside it."""
    for number in range(rounds(2, 30)):
        draft = make_draft(tmp_path / f"drafts-{number}")
        seeds = (2 * number, 2 * number + 1)
        writers = [Worker(draft, seed, "--wait", "--unlocked") for seed in seeds]
        for writer in writers:
            assert writer.hear() == "ready"
        for turn in range(6):
            writer = writers[(turn + turn // 3) % 2]
            assert writer.go_on().startswith("saved ")
        found = [as_it_is(path)[0] for path in draft.parent.glob("*.json")]
        for seed, writer in zip(seeds, writers, strict=True):
            writer.end()
            assert nth_state(first_meeting(), seed, writer.saved)[0] in found


def test_what_a_sync_folder_puts_there_at_any_moment_is_kept(tmp_path, rounds):
    """Files from elsewhere come without a pause, before and after each look at the draft."""
    swap = files._swapper()
    if swap is None:
        pytest.skip("this system cannot exchange two names")
    draft = make_draft(tmp_path / "drafts")
    coming, number, ended = tmp_path / "coming", rounds(300, 3000), threading.Event()
    put, taken_back = [], set()

    def sync() -> None:
        for turn in range(number):
            put.append(b"version %d from elsewhere" % turn)
            coming.write_bytes(put[-1])
            assert swap(coming, draft) == 0
            # It may have replaced its own version before the next save saw that one.
            taken_back.add(coming.read_bytes())
        ended.set()

    store = DraftStore.open(draft)
    syncing = threading.Thread(target=sync)
    syncing.start()
    row = states(first_meeting(), 7)
    while not ended.is_set():
        store.save(*next(row))
    syncing.join()
    last = next(row)
    store.save(*last)
    store.close()

    assert as_it_is(draft) == last
    kept = {path.read_bytes() for path in draft.parent.glob("*-other-version*.json")}
    assert kept
    assert set(put) <= kept | taken_back
