"""The screen on a pty, on a disk that refuses, with a file that changes and a clock that jumps."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fault_meetings import first_meeting
from fault_runs import clock_in
from fault_screen import SAVED, draft_of, enter_and_see_saved, reopened, screen_of, texts

from minute_taker.drafts import recovery
from minute_taker.drafts.store import DraftStore

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and mounts of Linux")

FIRST = texts(first_meeting())


@pytest.fixture
def folder(tmp_path) -> Path:
    DraftStore.create(tmp_path / "Minutes" / "drafts", first_meeting()).close()
    return tmp_path / "Minutes"


def test_a_file_that_may_not_grow(folder):
    with screen_of(folder) as screen:
        enter_and_see_saved(screen, "Before.")
        before = draft_of(folder).read_bytes()
        _, hard = resource.prlimit(
            screen.pid, resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY)
        )
        screen.type("Too much.\r")
        screen.wait_for("NOT SAVED the file would be larger than the system allows")
        assert draft_of(folder).read_bytes() == before
        resource.prlimit(screen.pid, resource.RLIMIT_FSIZE, (hard, hard))
        screen.wait_until(SAVED.search, "saved")
        screen.signal(signal.SIGKILL)
    assert texts(reopened(folder).meeting) == [*FIRST, "Before.", "Too much."]


def test_a_read_only_disk(small_disk):
    folder = small_disk / "Minutes"
    DraftStore.create(folder / "drafts", first_meeting()).close()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with screen_of(folder, shows="READ ONLY") as screen:
        screen.wait_for("the disk is read-only")
        screen.type("Not to be taken.\r")
        screen.rest()
        screen.signal(signal.SIGHUP)
    assert DraftStore.open(draft_of(folder), read_only=True).meeting == first_meeting()


def test_a_file_changed_underneath_is_kept_and_told(folder):
    with screen_of(folder) as screen:
        enter_and_see_saved(screen, "Before.")
        draft = draft_of(folder)
        draft.write_bytes(b"from a sync program")
        screen.type("After.\r")
        screen.wait_for("the other one is")
        screen.wait_until(SAVED.search, "saved")
        screen.signal(signal.SIGKILL)
    (other,) = draft.parent.glob("*-other-version.json")
    assert other.read_bytes() == b"from a sync program"
    other.unlink()
    assert texts(reopened(folder).meeting) == [*FIRST, "Before.", "After."]


def test_a_damaged_draft_is_told_before_anything_is_typed(folder):
    draft = draft_of(folder)
    damaged = draft.read_bytes().replace(b"13: the", b"13: \0he")
    draft.write_bytes(damaged)
    with screen_of(folder, shows="Before you go on") as screen:
        screen.wait_for("Look at line 13")
        screen.type("\r")
        screen.wait_until(lambda text: "Before you go on" not in text, "minutes")
        enter_and_see_saved(screen, "Goes on.")
        screen.signal(signal.SIGKILL)
    assert draft.with_name(f"{draft.name}.damaged-1").read_bytes() == damaged
    assert texts(reopened(folder).meeting)[-1] == "Goes on."


def test_the_clock_two_years_back(folder, tmp_path, monkeypatch):
    typed = []
    for year in (2026, 2024, 2031, 2019):
        for name, value in clock_in(tmp_path / "site", year).items():
            monkeypatch.setenv(name, value)
        with screen_of(folder) as screen:
            typed.append(f"Typed in {year}.")
            enter_and_see_saved(screen, typed[-1])
            screen.signal(signal.SIGKILL)
        assert f'"saved_at":"{year}-'.encode() in draft_of(folder).read_bytes()
        assert texts(reopened(folder).meeting) == [*FIRST, *typed]


def test_through_a_link(folder, tmp_path):
    draft = draft_of(folder)
    other = tmp_path / "Other minutes"
    (other / "drafts").mkdir(parents=True)
    (other / "drafts" / draft.name).symlink_to(draft)
    with screen_of(other) as screen:
        enter_and_see_saved(screen, "Through the link.")
        screen.signal(signal.SIGKILL)
    assert (other / "drafts" / draft.name).is_symlink()
    assert texts(reopened(folder).meeting) == [*FIRST, "Through the link."]


def test_a_folder_that_is_gone_and_comes_back(folder, tmp_path):
    """A share that is lost for a while: said, kept on this computer, saved when it is back."""
    away = tmp_path / "away"
    with screen_of(folder) as screen:
        enter_and_see_saved(screen, "Before.")
        folder.rename(away)
        screen.type("While it was away.\r")
        screen.wait_for("NOT SAVED the folder is no longer there")
        (kept,) = recovery.list_recoveries()
        assert kept.lines == 22
        shutil.move(away, folder)
        screen.wait_until(SAVED.search, "saved")
        screen.signal(signal.SIGKILL)
    assert texts(reopened(folder).meeting) == [*FIRST, "Before.", "While it was away."]
    assert recovery.list_recoveries() == []
