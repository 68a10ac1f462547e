"""Whole drafts: duplicated, renamed, put into the bin and taken out; never over one another."""

from __future__ import annotations

import pytest

from minute_taker.drafts import snapshots, versions
from minute_taker.drafts.draft_operations import (
    bin_draft,
    duplicate_draft,
    empty_bin,
    rename_draft,
    restore_draft,
)
from minute_taker.drafts.errors import DraftBusy, DraftNotFound, DraftNotSaved
from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.paths import bin_folder
from minute_taker.drafts.store import DraftStore


def meeting_of(path):
    store = DraftStore.open(path, read_only=True)
    store.close()
    return store.meeting


def test_a_duplicate_is_a_draft_of_its_own(draft, meeting, add):
    copy = duplicate_draft(draft)
    store = DraftStore.open(copy)
    store.save(add(meeting, "in the copy"))
    store.close()
    assert meeting_of(draft) == meeting
    assert copy.name == "2026-03-03-parks-committee-copy.json"
    assert duplicate_draft(draft).name == "2026-03-03-parks-committee-copy-2.json"


def test_a_draft_can_be_duplicated_while_it_is_open(store, meeting):
    assert meeting_of(duplicate_draft(store.path)) == meeting


def test_a_renamed_draft_keeps_its_history(draft, meeting):
    renamed = rename_draft(draft, "Parks, special meeting")
    assert renamed.name == "parks-special-meeting.json"
    assert not draft.exists()
    assert meeting_of(renamed) == meeting
    assert [version.revision for version in versions.versions(renamed)] == [1]
    assert versions.versions(draft) == []


def test_what_a_killed_save_left_goes_with_the_draft(draft, meeting, add, litter):
    store = DraftStore.open(draft)
    store.save(add(meeting, "saved"))
    before = draft.read_bytes()
    store.save(meeting)
    store.close()
    draft.with_name(f".{draft.name}.01234567.new").write_bytes(b"{")
    draft.with_name(f".{draft.name}.01234567.out").write_bytes(before)
    renamed = rename_draft(draft, "another name")
    assert litter() == []
    assert before in [each.data() for each in snapshots.list_snapshots(renamed)]


def test_a_name_that_is_taken_gets_a_number(draft, meeting, drafts):
    other = DraftStore.create(drafts, meeting)
    other.close()
    assert rename_draft(other.path, draft.stem).name == f"{draft.stem}-3.json"
    assert meeting_of(draft) == meeting


def test_its_own_name_is_no_change(draft):
    assert rename_draft(draft, draft.name) == draft
    assert draft.exists()


@pytest.mark.parametrize("words", ["", "  ", "///", ".json"])
def test_a_name_of_nothing_is_refused(draft, words):
    with pytest.raises(DraftNotSaved, match="letter or a digit"):
        rename_draft(draft, words)
    assert draft.exists()


def test_what_goes_into_the_bin_can_be_taken_out(draft, drafts, meeting):
    binned = bin_draft(draft)
    assert list_drafts(drafts) == []
    assert [each.path for each in list_drafts(bin_folder(drafts))] == [binned]

    back = restore_draft(binned, drafts)

    assert back == draft
    assert meeting_of(back) == meeting
    assert [version.revision for version in versions.versions(back)] == [1]
    assert list_drafts(bin_folder(drafts)) == []


def test_two_of_one_name_in_the_bin_stay_two(drafts, make_meeting):
    for lines in (3, 4):
        store = DraftStore.create(drafts, make_meeting(lines))
        store.close()
        bin_draft(store.path)
    assert sorted(each.lines for each in list_drafts(bin_folder(drafts))) == [3, 4]


@pytest.mark.parametrize("do", [bin_draft, lambda path: rename_draft(path, "other")])
def test_a_draft_that_is_open_stays(store, do):
    with pytest.raises(DraftBusy, match="has it open"):
        do(store.path)
    assert store.path.exists()


@pytest.mark.parametrize(
    "do", [bin_draft, duplicate_draft, lambda path: rename_draft(path, "other")]
)
def test_a_draft_that_is_not_there_is_refused(draft, do):
    draft.unlink()
    with pytest.raises(DraftNotFound):
        do(draft)


def test_a_link_moves_and_its_file_stays(draft, meeting, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to(draft)
    renamed = rename_draft(link, "another name")
    assert renamed.is_symlink()
    assert draft.exists()
    assert meeting_of(renamed) == meeting
    assert not link.exists()


def test_an_emptied_bin_is_gone_for_good(draft, drafts):
    bin_draft(draft)
    assert empty_bin(drafts) == 1
    assert empty_bin(drafts) == 0
    assert not bin_folder(drafts).exists()
