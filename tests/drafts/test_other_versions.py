"""A draft changed by something else meanwhile: both versions are kept, whenever it came."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from minute_taker.drafts import files, snapshots
from minute_taker.drafts.errors import DraftNotSaved
from minute_taker.drafts.reading import read_draft
from minute_taker.drafts.storage import DraftStorage
from minute_taker.drafts.store import DraftStore


def other_versions(store) -> list:
    return sorted(store.path.parent.glob("*other-version*.json"))


def write_elsewhere(path, meeting, *, in_place: bool = False) -> None:
    """What a share or a sync folder does: the same draft, changed on another computer."""
    copy = path.with_name("elsewhere.json")
    copy.write_bytes(path.read_bytes())
    other = DraftStore.open(copy)
    other.save(meeting)
    other.close()
    if in_place:
        path.write_bytes(copy.read_bytes())
        copy.unlink()
    else:
        copy.replace(path)


@pytest.mark.parametrize("in_place", [False, True])
def test_a_version_from_elsewhere_is_noticed_and_both_are_kept(
    store, meeting, add, in_place, place
):
    theirs, ours = add(meeting, "typed elsewhere"), add(meeting, "typed here")
    write_elsewhere(store.path, theirs, in_place=in_place)

    store.save(ours)

    assert read_draft(store.path.read_bytes()).meeting == ours
    (other,) = other_versions(store)
    assert read_draft(other.read_bytes()).meeting == theirs
    assert len(store.notices) == 1
    assert other.name in store.notices[0]
    assert "typed" not in store.notices[0]


def at_the_last_moment(monkeypatch, act) -> None:
    """Something is done after this program's last look, right before the new file goes in."""
    swap = files._swapper()
    if swap is None:
        pytest.skip("this system cannot exchange two names")
    times = [act]

    def late(new, target):
        if times:
            times.pop()()
        return swap(new, target)

    monkeypatch.setattr(files, "_swapper", lambda: late)


@pytest.mark.parametrize("in_place", [False, True])
def test_a_version_that_comes_at_the_last_moment_is_kept_too(
    store, meeting, add, monkeypatch, in_place, litter
):
    theirs, ours = add(meeting, "typed elsewhere"), add(meeting, "typed here")
    copy = store.path.with_name("elsewhere.json")
    copy.write_bytes(store.path.read_bytes())
    other = DraftStore.open(copy)
    other.save(theirs)
    other.close()

    def put_there() -> None:
        if in_place:
            store.path.write_bytes(copy.read_bytes())
        else:
            copy.replace(store.path)

    at_the_last_moment(monkeypatch, put_there)
    store.save(ours)

    assert read_draft(store.path.read_bytes()).meeting == ours
    (kept,) = other_versions(store)
    assert read_draft(kept.read_bytes()).meeting == theirs
    assert kept.name in store.notices[0]
    assert litter() == []


def test_a_late_version_that_cannot_be_kept_yet_is_kept_by_the_next_save(
    store, meeting, add, monkeypatch, litter
):
    at_the_last_moment(monkeypatch, lambda: store.path.write_bytes(b"from a sync program"))
    same_file = files.same_file

    def fail(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(files, "same_file", fail)
    for _ in range(2):
        with pytest.raises(DraftNotSaved):
            store.save(add(meeting, "here"))

    monkeypatch.setattr(files, "same_file", same_file)
    store.save(add(meeting, "here"))

    (kept,) = other_versions(store)
    assert kept.read_bytes() == b"from a sync program"
    assert read_draft(store.path.read_bytes()).meeting == add(meeting, "here")
    assert len(store.notices) == 1
    assert litter() == []


@pytest.mark.parametrize("late", [b"", b"from a sync program", None])
def test_a_save_that_is_killed_after_the_exchange_loses_nobodys_version(
    store, meeting, add, monkeypatch, late, litter
):
    before = store.path.read_bytes()
    if late is not None:
        at_the_last_moment(monkeypatch, lambda: store.path.write_bytes(late))

    class Killed(BaseException):
        pass

    def kill(*_args: object) -> None:
        raise Killed

    # Nothing after the exchange is done, as when the process is killed there.
    monkeypatch.setattr(DraftStorage, "_put_away", lambda _self: None)
    monkeypatch.setattr(files, "flush_folder", kill)
    with pytest.raises(Killed):
        store.save(add(meeting, "here"))
    store.close()
    monkeypatch.undo()

    again = DraftStore.open(store.path)
    assert again.meeting == add(meeting, "here")
    assert litter() == []
    if late is None:
        assert again.notices == ()
        assert before in [each.data() for each in snapshots.list_versions(store.path)]
    else:
        (kept,) = other_versions(store)
        assert kept.read_bytes() == late
        assert kept.name in again.notices[0]
    again.close()


def test_a_save_that_is_killed_before_the_exchange_leaves_what_it_wrote_in_the_history(
    store, meeting, add, monkeypatch, litter
):
    class Killed(BaseException):
        pass

    def kill(*_args: object) -> None:
        raise Killed

    before = store.path.read_bytes()
    monkeypatch.setattr(files, "_swapper", lambda: kill)
    monkeypatch.setattr(DraftStorage, "_put_away", lambda _self: None)
    with pytest.raises(Killed):
        store.save(add(meeting, "on its way"))
    store.close()
    monkeypatch.undo()

    again = DraftStore.open(store.path)
    assert again.meeting == meeting
    assert again.notices == ()
    assert store.path.read_bytes() == before
    assert litter() == []
    kept = [read_draft(each.data()).meeting for each in snapshots.list_snapshots(store.path)]
    assert add(meeting, "on its way") in kept
    again.save(add(meeting, "afterwards"))
    again.close()
    assert read_draft(store.path.read_bytes()).meeting == add(meeting, "afterwards")


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of Linux")
def test_another_version_of_the_longest_name_is_kept(tmp_path, meeting, add):
    store = DraftStore.create_at(tmp_path / ("é" * 125 + ".json"), meeting)
    store.path.write_bytes(b"from elsewhere")
    store.save(add(meeting, "kept"))
    store.close()
    (other,) = tmp_path.glob("*-other-version.json")
    assert other.read_bytes() == b"from elsewhere"


def test_our_revision_goes_past_theother_versions(store, meeting, add):
    for number in range(5):
        write_elsewhere(store.path, add(meeting, f"elsewhere {number}"))
    store.save(add(meeting, "here"))
    theirs = read_draft(other_versions(store)[0].read_bytes()).meta.revision
    assert read_draft(store.path.read_bytes()).meta.revision > theirs


def test_each_version_from_elsewhere_has_a_file_of_its_own(store, meeting, add):
    for number in range(3):
        write_elsewhere(store.path, add(meeting, f"elsewhere {number}"))
        store.save(add(meeting, f"here {number}"))
    texts = {
        read_draft(other.read_bytes()).meeting.items[-1].lines[-1].text
        for other in other_versions(store)
    }
    assert texts == {"elsewhere 0", "elsewhere 1", "elsewhere 2"}


def test_bytes_from_elsewhere_that_are_no_draft_are_kept_too(store, meeting):
    store.path.write_bytes(b"what a sync program left")
    store.save(meeting)
    (other,) = other_versions(store)
    assert other.read_bytes() == b"what a sync program left"


def test_a_file_that_was_only_touched_or_copied_over_itself_is_ours(store, meeting, add):
    os.utime(store.path, (1, 1))
    store.save(add(meeting, "after a touch"))
    store.path.write_bytes(store.path.read_bytes())
    store.save(add(meeting, "after a copy"))
    assert other_versions(store) == []
    assert store.notices == ()


def test_a_folder_without_hard_links_still_keeps_everything(store, meeting, add, monkeypatch):
    def no_links(*_args: object, **_named: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    before = store.path.read_bytes()
    write_elsewhere(store.path, add(meeting, "elsewhere"))
    store.save(add(meeting, "here"))
    assert len(other_versions(store)) == 1
    now = store.path.read_bytes()
    store.save(add(meeting, "here again"))
    assert DraftStorage(store.path).previous.read_bytes() == now
    assert before != now
    assert DraftStore.create(store.path.parent, meeting).path.exists()
