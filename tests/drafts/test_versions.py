"""Earlier versions: taken when there is something to go back to, ordered by revision, bounded."""

from __future__ import annotations

import gzip
import stat

import pytest
from msgspec.structs import replace

from minute_taker.drafts import snapshots, versions
from minute_taker.drafts.errors import DraftBusy, DraftUnreadable
from minute_taker.drafts.paths import history_folder
from minute_taker.drafts.snapshots import EVERY, KEPT, SnapshotTaker, list_snapshots, take
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Status


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    init = SnapshotTaker.__init__
    monkeypatch.setattr(SnapshotTaker, "__init__", lambda self, draft: init(self, draft, clock))
    return clock


def taken(path) -> list[tuple[int, str]]:
    return [(each.revision, each.reason) for each in list_snapshots(path)]


def test_the_draft_as_it_was_opened_is_kept_at_the_first_change(draft, meeting, add):
    before = draft.read_bytes()
    store = DraftStore.open(draft)
    assert taken(draft) == []
    store.save(add(meeting, "first"))
    store.save(add(meeting, "second"))
    store.close()
    assert taken(draft) == [(2, "opened")]
    assert list_snapshots(draft)[0].data() == before


def test_one_is_kept_after_ten_minutes_of_change(draft, meeting, add, clock):
    store = DraftStore.open(draft)
    for minute in range(41):
        meeting = add(meeting, f"minute {minute}")
        store.save(meeting)
        clock.now += 60
    store.close()
    changes = [revision for revision, reason in taken(draft) if reason == "change"]
    assert changes == [43, 33, 23, 13]
    assert EVERY == 600


def test_both_sides_of_a_change_of_status_are_kept(draft, meeting):
    store = DraftStore.open(draft)
    store.save(meeting)
    store.save(replace(meeting, status=Status.AGREED))
    store.save(replace(meeting, status=Status.AGREED))
    store.close()
    assert taken(draft) == [(4, "status"), (3, "status"), (2, "opened")]


def test_no_version_is_kept_twice(draft):
    for _ in range(3):
        take(draft, draft.read_bytes(), "opened")
    assert len(taken(draft)) == 1


def test_their_number_is_bounded_and_the_oldest_go(store, meeting, add):
    for number in range(KEPT + 5):
        store.save(add(meeting, f"number {number}"))
        store.keep_version("change")
    revisions = [revision for revision, _ in taken(store.path)]
    assert revisions == list(range(KEPT + 6, 6, -1))


def test_the_order_is_that_of_revisions_whatever_the_clock_says(draft, meeting, add, monkeypatch):
    import datetime as dt

    years = iter(range(2030, 1990, -1))
    monkeypatch.setattr(
        "minute_taker.drafts.storage.local_now", lambda: dt.datetime(next(years), 1, 1)
    )
    for number in range(4):
        store = DraftStore.open(draft)
        store.save(add(meeting, f"number {number}"))
        store.close()
    found = versions.versions(draft)
    revisions = [version.revision for version in found]
    assert revisions == sorted(revisions, reverse=True)
    assert revisions == [5, 4, 3, 2]
    # The clock ran back all the while, so that its order is the other one.
    moments = [version.saved_at for version in found]
    assert moments[:-1] == sorted(moments[:-1])
    assert moments[0].year < 2030


def test_revisions_go_on_from_the_history_when_an_old_file_is_put_back(draft, meeting, add):
    old = draft.read_bytes()
    store = DraftStore.open(draft)
    for number in range(6):
        store.save(add(meeting, f"number {number}"))
    store.keep_version("change")
    highest = store.revision
    store.close()
    draft.write_bytes(old)

    store = DraftStore.open(draft)
    store.save(add(meeting, "after the old file came back"))
    store.close()

    assert store.revision == highest + 1


def test_versions_say_what_the_clerk_needs(draft, meeting, add):
    store = DraftStore.open(draft)
    store.save(add(meeting, "one"))
    store.save(add(add(meeting, "one"), "two"))
    store.close()
    found = versions.versions(draft)
    assert [(v.revision, v.lines, v.status, v.reason) for v in found] == [
        (3, 25, Status.DRAFT, "before the last save"),
        (2, 24, Status.DRAFT, "as it was opened"),
    ]
    assert all(version.saved_at for version in found)
    assert versions.read_version(found[1]).meeting == meeting


def test_no_version_is_listed_twice(draft, meeting, add):
    store = DraftStore.open(draft)
    store.save(add(meeting, "one"))
    store.keep_version("change")
    store.save(add(add(meeting, "one"), "two"))
    store.close()
    assert [version.revision for version in versions.versions(draft)] == [3, 2]


def test_a_version_is_put_back_as_the_newest_and_that_can_be_taken_back(draft, meeting, add):
    store = DraftStore.open(draft)
    store.save(add(meeting, "one"), Pending("half"))
    store.save(add(add(meeting, "one"), "two"), Pending("half a sentence"))
    store.close()

    revision = versions.restore(draft, 2)

    view = DraftStore.open(draft, read_only=True)
    assert view.meeting == meeting
    assert view.revision == revision == 5

    versions.restore(draft, 4)
    view = DraftStore.open(draft, read_only=True)
    assert view.meeting.line_count() == 26
    assert view.pending == Pending("half a sentence")


def test_a_revision_that_is_not_kept_is_refused(draft):
    before = draft.read_bytes()
    with pytest.raises(DraftUnreadable, match="no kept version 77"):
        versions.restore(draft, 77)
    assert draft.read_bytes() == before


def test_nothing_is_put_back_under_another_clerk(draft, meeting, add):
    store = DraftStore.open(draft)
    store.save(add(meeting, "one"))
    with pytest.raises(DraftBusy, match="has it open"):
        versions.restore(draft, 2)
    assert DraftStore.open(draft, read_only=True).meeting == add(meeting, "one")
    store.close()


def test_a_version_that_is_damaged_itself_is_left_out(draft, meeting, add):
    store = DraftStore.open(draft)
    store.save(add(meeting, "one"))
    store.close()
    (kept,) = list_snapshots(draft)
    packed = bytearray(kept.path.read_bytes())
    packed[len(packed) // 2] ^= 255
    kept.path.write_bytes(packed)
    assert [version.reason for version in versions.versions(draft)] == ["before the last save"]


def test_a_snapshot_that_cannot_be_written_is_tried_again(draft, meeting, add, monkeypatch):
    store = DraftStore.open(draft)

    def full(*_args):
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(snapshots, "take", full)
        store.save(add(meeting, "one"))
    store.save(add(add(meeting, "one"), "two"))
    store.close()
    assert taken(draft) == [(2, "opened")]


def test_snapshots_are_gzip_and_their_owners_alone(draft, meeting, add):
    store = DraftStore.open(draft)
    store.save(add(meeting, "one"))
    store.close()
    (path,) = history_folder(draft).glob("*.gz")
    assert b'"_meta"' in gzip.decompress(path.read_bytes())
    assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0
