"""Text that could not be saved in its place: kept, offered, put back, never over anything."""

from __future__ import annotations

import stat

import pytest

from minute_taker.drafts import recovery
from minute_taker.drafts.errors import DraftBusy, DraftNotSaved, DraftUnreadable
from minute_taker.drafts.store import DraftStore, Pending


def view(path) -> DraftStore:
    store = DraftStore.open(path, read_only=True)
    store.close()
    return store


@pytest.fixture
def kept(draft, meeting, add) -> recovery.Recovery:
    recovery.keep(draft, 2, add(meeting, "typed while the share was away"), Pending("half"))
    (found,) = recovery.list_recoveries()
    return found


def test_it_is_found_at_the_next_start(kept, draft):
    assert (kept.draft, kept.revision, kept.lines) == (draft, 2, 25)


def test_it_is_readable_by_its_owner_alone(kept):
    assert stat.S_IMODE(kept.file.stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE(kept.file.parent.stat().st_mode) & 0o077 == 0


def test_its_text_goes_back_where_it_belongs(kept, draft, meeting, add):
    done = recovery.recover(kept)
    assert done.draft == draft
    assert view(draft).meeting == add(meeting, "typed while the share was away")
    assert view(draft).pending == Pending("half")
    assert recovery.list_recoveries() == []


def test_a_draft_that_was_changed_since_is_left_alone(kept, draft, meeting, add):
    store = DraftStore.open(draft)
    store.save(add(meeting, "typed by a colleague"))
    store.close()

    done = recovery.recover(kept)

    assert view(draft).meeting == add(meeting, "typed by a colleague")
    assert done.draft.name == "2026-03-03-parks-committee-recovered.json"
    assert view(done.draft).meeting == add(meeting, "typed while the share was away")
    assert done.draft.name in done.sentence


def test_a_draft_that_holds_it_already_needs_nothing(kept, draft, meeting, add):
    store = DraftStore.open(draft)
    store.save(add(meeting, "typed while the share was away"), Pending("half"))
    store.close()
    before = draft.read_bytes()
    assert "already" in recovery.recover(kept).sentence
    assert draft.read_bytes() == before
    assert recovery.list_recoveries() == []


def test_a_draft_that_is_gone_is_made_again(kept, draft, meeting, add):
    draft.unlink()
    assert recovery.recover(kept).draft == draft
    assert view(draft).meeting == add(meeting, "typed while the share was away")


def test_under_another_clerk_it_waits(kept, draft, meeting):
    store = DraftStore.open(draft)
    with pytest.raises(DraftBusy):
        recovery.recover(kept)
    store.close()
    assert recovery.list_recoveries() == [kept]
    assert view(draft).meeting == meeting


def test_it_is_let_go_only_when_the_clerk_says_so(kept):
    recovery.discard(kept)
    assert recovery.list_recoveries() == []


def test_one_that_cannot_be_read_is_not_offered_and_not_deleted(kept):
    kept.file.write_bytes(kept.file.read_bytes()[:-9])
    assert recovery.list_recoveries() == []
    with pytest.raises(DraftUnreadable):
        recovery.recover(kept)
    assert kept.file.exists()


def test_drafts_of_one_name_in_two_folders_do_not_meet(tmp_path, meeting):
    files = {recovery.keep(tmp_path / name / "a.json", 1, meeting, None) for name in "xy"}
    assert len(files) == 2


def test_where_nothing_was_ever_kept_nothing_is_offered():
    assert recovery.list_recoveries() == []


def test_one_sitting_has_one_file_and_each_sitting_its_own(draft, meeting, add):
    first = recovery.keep(draft, 2, meeting, None)
    assert recovery.keep(draft, 2, add(meeting, "more"), None, first) == first
    second = recovery.keep(draft, 2, add(meeting, "another evening"), None)
    assert second != first
    assert [each.lines for each in recovery.list_recoveries()] == [25, 25]
    done = [recovery.recover(each) for each in recovery.list_recoveries()]
    assert {view(each.draft).meeting for each in done} == {
        add(meeting, "more"),
        add(meeting, "another evening"),
    }
    assert recovery.list_recoveries() == []


def test_who_opens_the_draft_is_told_that_something_is_kept(kept, draft, tmp_path):
    (sentence,) = recovery.waiting_for(draft)
    assert draft.name in sentence
    assert recovery.waiting_for(tmp_path / "another.json") == ()


def test_saving_one_after_the_other_keeps_what_is_refused_until_it_is_taken(
    store, meeting, add, monkeypatch
):
    keeping = recovery.RecoveryWriter(store)
    with monkeypatch.context() as patch:

        def refuse(*_args: object) -> None:
            raise DraftNotSaved("it was not saved: the disk is full", "the disk is full")

        patch.setattr(store, "save", refuse)
        with pytest.raises(DraftNotSaved, match="kept on this computer"):
            keeping.save(add(meeting, "refused"))
    (kept,) = recovery.list_recoveries()
    assert kept.lines == 25
    keeping.save(add(meeting, "taken"))
    assert recovery.list_recoveries() == []
    assert view(store.path).meeting == add(meeting, "taken")


def test_what_a_killed_process_left_half_written_is_swept(kept, draft):
    half = kept.file.with_name(f".{kept.file.name}.01234567.new")
    half.write_bytes(b"{")
    recovery.sweep(draft)
    assert not half.exists()
    assert kept.file.exists()
