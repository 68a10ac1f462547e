"""The list of drafts: from the files, remembered in a cache that nobody needs."""

from __future__ import annotations

import os

import pytest
from msgspec.structs import replace

from minute_taker.drafts import listing
from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.paths import list_cache
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Status


def test_a_draft_is_summed_up(store, drafts, meeting, add):
    store.save(replace(add(meeting, "The cost was £?? or £??."), status=Status.AGREED))
    (found,) = list_drafts(drafts)
    assert found.path == store.path
    assert (found.committee, found.date) == ("Parks Committee", meeting.date)
    assert (found.lines, found.gaps, found.status) == (25, 2, Status.AGREED)
    assert found.saved_at is not None
    assert found.problem == ""


def test_the_latest_meeting_stands_first(drafts, make_meeting):
    days = [2, 30, 11]
    for day in days:
        head = make_meeting(1).date.replace(day=day)
        DraftStore.create(drafts, make_meeting(1, date=head)).close()
    assert [each.date.day for each in list_drafts(drafts)] == [30, 11, 2]


def test_a_folder_that_is_not_there_has_no_drafts(tmp_path):
    assert list_drafts(tmp_path / "none") == []
    assert not (tmp_path / "none").exists()


def test_only_what_changed_is_read_again(drafts, make_meeting, monkeypatch):
    stores = [DraftStore.create(drafts, make_meeting(n)) for n in range(1, 5)]
    list_drafts(drafts)
    read = []
    real = listing._read
    monkeypatch.setattr(
        listing, "_read", lambda path, mark: (read.append(path), real(path, mark))[1]
    )
    stores[2].save(make_meeting(9))

    found = {each.path: each.lines for each in list_drafts(drafts)}

    assert read == [stores[2].path]
    assert found == {store.path: lines for store, lines in zip(stores, [1, 2, 9, 4], strict=True)}


@pytest.mark.parametrize("spoil", ["gone", "garbage", "of another shape"])
def test_the_cache_can_go_at_any_time(store, drafts, spoil):
    before = list_drafts(drafts)
    cache = list_cache(drafts)
    if spoil == "gone":
        cache.unlink()
    else:
        cache.write_bytes(b"\0\xff" if spoil == "garbage" else b'{"x.json": [1, 2]}')
    assert list_drafts(drafts) == before


def test_a_deleted_draft_leaves_the_list(store, drafts):
    list_drafts(drafts)
    store.path.unlink()
    assert list_drafts(drafts) == []


def test_the_cache_holds_no_word_of_the_minutes(store, drafts, meeting, add):
    store.save(add(meeting, "exempt words"), Pending("pending words"))
    list_drafts(drafts)
    cached = list_cache(drafts).read_text(encoding="utf-8")
    for words in ("exempt words", "pending words", "What was said", "Bandstand", "Larkin"):
        assert words not in cached


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"", "damaged"), (b"{}", "damaged"), (b"\xff\0", "damaged")],
    ids=["empty", "JSON", "bytes"],
)
def test_a_file_that_is_no_draft_is_listed_with_its_problem(store, drafts, data, problem):
    (drafts / "2026-01-01-strange.json").write_bytes(data)
    found = {each.path.name: each for each in list_drafts(drafts)}
    assert found["2026-01-01-strange.json"].problem.startswith(problem)
    assert found[store.path.name].problem == ""


def test_a_later_programs_draft_is_listed_as_such(store, drafts):
    data = store.path.read_bytes().replace(b'"schema":1', b'"schema":2')
    (drafts / "later.json").write_bytes(data)
    found = {each.path.name: each.problem for each in list_drafts(drafts)}
    assert "later version" in found["later.json"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_listed_with_its_problem(store, drafts):
    store.path.chmod(0)
    assert list_drafts(drafts)[0].problem
    store.path.chmod(0o600)
    assert not list_drafts(drafts)[0].problem


def test_folders_and_hidden_files_are_no_drafts(store, drafts):
    (drafts / ".hidden.json").write_bytes(store.path.read_bytes())
    (drafts / "notes.txt").write_text("not a draft")
    (drafts / "folder.json").mkdir()
    assert [each.path for each in list_drafts(drafts) if not each.problem] == [store.path]
