"""Line mode on a disk that refuses: it says so, keeps the text, and saves it when it can."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys

import pytest
from fault_line_mode import LineMode
from fault_meetings import first_meeting
from fault_runs import clock_in

from minute_taker.drafts import recovery, versions
from minute_taker.drafts.store import DraftStore

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits and mounts of Linux")


@pytest.fixture
def draft(small_disk):
    store = DraftStore.create(small_disk / "drafts", first_meeting())
    store.close()
    return store.path


def texts(draft) -> list[str]:
    view = DraftStore.open(draft, read_only=True)
    view.close()
    assert view.notices == ()
    return [line.text for _, line in view.meeting.lines()]


FIRST = [line.text for _, line in first_meeting().lines()]


def fill_up(disk) -> None:
    with (disk / "filler").open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)


def test_a_full_disk_is_said_and_what_was_typed_is_saved_when_there_is_room(small_disk, draft):
    clerk = LineMode(draft)
    assert clerk.enter("Before.") == "saved 21"
    fill_up(small_disk)
    answer = clerk.enter("On a full disk.")
    assert answer.startswith("refused: not saved yet")
    assert "the disk is full" in answer
    assert "kept on this computer" in answer
    assert texts(draft) == [*FIRST, "Before."]
    (small_disk / "filler").unlink()
    assert clerk.enter("Room again.") == "saved 22"
    assert clerk.process.stdout.readline().strip() == "saved 23"
    assert clerk.end() == (0, "item 2, “Ponds” (Part I) is open\n")
    assert texts(draft) == [*FIRST, "Before.", "On a full disk.", "Room again."]
    assert recovery.list_recoveries() == []


@pytest.mark.parametrize("sign", [None, signal.SIGKILL, signal.SIGHUP])
def test_ended_on_a_full_disk_the_text_is_offered_at_the_next_start(small_disk, draft, sign):
    clerk = LineMode(draft)
    fill_up(small_disk)
    assert clerk.enter("On a full disk.").startswith("refused: ")
    status, _ = clerk.end(sign)
    assert status != 0
    (small_disk / "filler").unlink()
    assert texts(draft) == FIRST
    again = LineMode(draft)
    _, said = again.end()
    assert "kept on this computer" in said
    (kept,) = recovery.list_recoveries()
    recovery.recover(kept)
    assert texts(draft) == [*FIRST, "On a full disk."]


def test_a_draft_on_a_read_only_disk_is_not_taken(small_disk, draft):
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    status, said = LineMode(draft).end()
    assert status == 1
    assert said == "minute-taker: the disk is read-only\n"


def test_a_file_that_may_not_grow(draft):
    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))

    before = draft.read_bytes()
    clerk = LineMode(draft, limit)
    answer = clerk.enter("Too much.")
    assert "the file would be larger than the system allows" in answer
    # The same limit holds for every file, so that it could not be kept elsewhere either.
    assert "could not be kept on this computer either" in answer
    status, _ = clerk.end()
    assert status == 1
    assert draft.read_bytes() == before


def test_the_second_is_told_who_has_the_draft(draft):
    first = LineMode(draft)
    assert first.enter("By the first.") == "saved 21"
    status, said = LineMode(draft).end()
    assert status == 1
    assert "has it open" in said
    first.end(signal.SIGKILL)
    assert LineMode(draft).enter("By the second.") == "saved 22"


def test_a_file_changed_underneath_is_kept_and_told(draft):
    clerk = LineMode(draft)
    assert clerk.enter("Before.") == "saved 21"
    draft.write_bytes(b"from a sync program")
    assert clerk.enter("After.") == "saved 22"
    status, said = clerk.end()
    assert status == 0
    assert "Both versions are kept" in said
    (other,) = draft.parent.glob("*-other-version.json")
    assert other.read_bytes() == b"from a sync program"


def test_a_damaged_draft_is_told_line_by_line(draft):
    draft.write_bytes(draft.read_bytes().replace(b"13: the", b"13: \0he"))
    clerk = LineMode(draft)
    assert clerk.enter("Goes on.") == "saved 21"
    _, said = clerk.end()
    assert "was damaged" in said
    assert "line 13:" in said
    assert draft.with_name(f"{draft.name}.damaged-1").exists()


def test_the_clock_two_years_back(draft, tmp_path):
    typed = []
    for year in (2026, 2024, 2031, 2019):
        clerk = LineMode(draft, env=clock_in(tmp_path / "site", year))
        typed.append(f"Typed in {year}.")
        assert clerk.enter(typed[-1]) == f"saved {20 + len(typed)}"
        clerk.end()
        assert f'"saved_at":"{year}-'.encode() in draft.read_bytes()
        assert texts(draft) == [*FIRST, *typed]
    revisions = [version.revision for version in versions.versions(draft)]
    assert revisions == sorted(revisions, reverse=True)
    assert len(revisions) == 4


def test_through_a_link(draft, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to(draft)
    clerk = LineMode(link)
    assert clerk.enter("Through the link.") == "saved 21"
    clerk.end(signal.SIGKILL)
    assert link.is_symlink()
    assert texts(draft) == [*FIRST, "Through the link."]
