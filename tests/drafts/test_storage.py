"""The storage: whole or not at all, readable by anybody, nobody else's bytes overwritten."""

from __future__ import annotations

import errno
import json
import os
import stat
import sys
from pathlib import Path

import pytest
from tinydb import Query, TinyDB

from minute_taker.drafts import files
from minute_taker.drafts.errors import Damaged, DraftNotSaved
from minute_taker.drafts.reading import read_draft
from minute_taker.drafts.storage import DraftStorage
from minute_taker.drafts.store import DraftStore

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links of POSIX")


def test_stock_tinydb_reads_a_draft(draft, meeting):
    with TinyDB(draft, access_mode="r") as db:
        assert db.tables() == {"_meta", "meeting", "attendance", "items", "lines", "pending"}
        assert db.table("meeting").all()[0]["committee"] == "Parks Committee"
        assert len(db.table("attendance")) == 3
        assert [row["title"] for row in db.table("items").all()] == [
            item.title for item in meeting.items
        ]
        asked = db.table("lines").search(Query().kind == "question")
        assert [row["id"] for row in asked] == [
            line.id for _, line in meeting.lines() if line.kind == "question"
        ]
        line = db.table("lines").get(doc_id=12)
        assert (line["item"], line["order"], line["text"]) == (2, 1, meeting.line(12).text)
        meta = db.table("_meta").all()[0]
        assert (meta["schema"], meta["revision"]) == (1, 2)


def test_stock_tinydb_sees_a_text_as_such(draft, meeting):
    with TinyDB(draft, access_mode="r") as db:
        kinds = {row["id"]: row["kind"] for row in db.table("lines").all()}
    assert kinds == {line.id: line.kind.value for _, line in meeting.lines()}


def test_one_record_stands_on_each_line_of_the_file(draft, meeting):
    rows = draft.read_text(encoding="utf-8").splitlines()
    assert sum('"item":' in row for row in rows) == meeting.line_count()


def test_tinydb_writes_through_the_storage_whole_and_sealed(draft):
    with TinyDB(draft, storage=DraftStorage) as db:
        db.table("notes", cache_size=0).insert({"text": "by another program"})

    tables = DraftStorage(draft).read()
    assert tables["notes"]["1"]["text"] == "by another program"
    assert len(tables["lines"]) == 24


def test_what_stock_tinydb_writes_back_unchanged_is_sound(draft, meeting):
    with TinyDB(draft) as db:
        db.storage.write(db.storage.read())
    assert read_draft(draft.read_bytes()).meeting == meeting


def test_there_is_nothing_to_read_only_where_there_is_no_file(tmp_path):
    assert DraftStorage(tmp_path / "none.json").read() is None


@pytest.mark.parametrize("data", [b"", b"\0" * 500, b"{}", b"null", b"[]", b'{"lines": {'])
def test_what_is_no_draft_is_never_read_as_an_empty_one(draft, data):
    draft.write_bytes(data)
    with pytest.raises(Damaged):
        DraftStorage(draft).read()


def test_a_write_through_tinydb_leaves_damaged_bytes_alone(draft):
    draft.write_bytes(b"\0" * 500)
    with TinyDB(draft, storage=DraftStorage) as db, pytest.raises(Damaged):
        db.table("lines").insert({"text": "new"})
    assert draft.read_bytes() == b"\0" * 500


def test_what_cannot_be_encoded_touches_nothing(draft):
    before = draft.read_bytes()
    storage = DraftStorage(draft)
    storage.read()
    with pytest.raises(TypeError):
        storage.write({"lines": {"1": {"text": object()}}})
    assert draft.read_bytes() == before
    assert not list(draft.parent.glob(".*.new"))


def test_half_a_character_does_not_stop_a_save(store, add, meeting):
    store.save(add(meeting, "half \ud83d of it"))
    found = read_draft(store.path.read_bytes()).meeting
    assert found.items[-1].lines[-1].text == "half ? of it"


@posix
def test_a_new_draft_is_its_owners_alone(store):
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700


@posix
def test_every_file_beside_a_draft_is_its_owners_alone(store, meeting, add):
    store.save(add(meeting, "one more"))
    store.keep_version("change")
    open_to_others = [
        path for path in store.path.parent.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert open_to_others == []


@posix
def test_a_mode_that_was_given_stays(draft, meeting):
    draft.chmod(0o640)
    store = DraftStore.open(draft)
    store.save(meeting)
    store.close()
    assert stat.S_IMODE(draft.stat().st_mode) == 0o640


@posix
def test_a_link_stays_a_link_and_its_file_is_saved(draft, meeting, add, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to(draft)
    store = DraftStore.open(link)
    store.save(add(meeting, "through the link"))
    store.close()
    assert link.is_symlink()
    assert read_draft(draft.read_bytes()).meeting.line_count() == 25
    assert {path.name for path in tmp_path.iterdir()} == {"drafts", "link.json"}


def test_the_previous_generation_is_kept(store, meeting, add, place):
    before = store.path.read_bytes()
    store.save(add(meeting, "one more"))
    previous = DraftStorage(store.path).previous
    assert previous.read_bytes() == before


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="needs /proc")
def test_no_handle_is_left_open(store, meeting):
    store.save(meeting)
    assert str(store.path) not in [os.path.realpath(fd) for fd in Path("/proc/self/fd").iterdir()]


STEPS = ("write_new", "take_place", "flush_folder")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_failed_step_is_a_failed_save_and_the_next_one_works(
    store, meeting, add, monkeypatch, step, code
):
    def fail(*_args: object, **_named: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(files, step, fail)
        for words in ("first", "second", "third"):
            with pytest.raises(DraftNotSaved) as failure:
                store.save(add(meeting, words))
            assert failure.value.why == files.reason(OSError(code, ""))
    found = read_draft(store.path.read_bytes()).meeting
    assert found.line_count() in (24, 25)

    store.save(add(meeting, "last"))

    found = read_draft(store.path.read_bytes()).meeting
    assert found == add(meeting, "last")
    assert store.notices == ()
    assert [path.name for path in store.path.parent.glob("*")] == [".minute-taker", store.path.name]


def test_a_replace_that_was_done_and_reported_as_failed_is_no_conflict(
    store, meeting, add, monkeypatch, place, litter
):
    real = files.take_place
    before = store.path.read_bytes()

    def done_but_failed(*paths):
        real(*paths)
        raise OSError(errno.EIO, "after the fact")

    with monkeypatch.context() as patch:
        patch.setattr(files, "take_place", done_but_failed)
        with pytest.raises(DraftNotSaved):
            store.save(add(meeting, "first"))
    assert DraftStorage(store.path).previous.read_bytes() == before
    first = store.path.read_bytes()

    store.save(add(meeting, "second"))
    assert store.notices == ()
    assert read_draft(store.path.read_bytes()).meeting == add(meeting, "second")
    assert DraftStorage(store.path).previous.read_bytes() == first
    assert litter() == []


def test_a_step_into_place_that_fails_leaves_the_draft_and_the_generation_before(
    store, meeting, add, monkeypatch, place, litter
):
    store.save(add(meeting, "saved"))
    now, before = store.path.read_bytes(), DraftStorage(store.path).previous.read_bytes()

    def fail(*_args: object) -> int:
        if place == "replaced":
            raise OSError(errno.EIO, "")
        return errno.EIO

    if place == "replaced":
        monkeypatch.setattr(files, "replace", fail)
    else:
        monkeypatch.setattr(files, "_swapper", lambda: fail)
    with pytest.raises(DraftNotSaved):
        store.save(add(meeting, "refused"))

    assert store.path.read_bytes() == now
    assert DraftStorage(store.path).previous.read_bytes() == before
    assert litter() == []


def test_a_disk_that_knows_no_exchange_is_saved_to_all_the_same(
    store, meeting, add, monkeypatch, litter
):
    monkeypatch.setattr(files, "_swapper", lambda: lambda *_names: errno.EINVAL)
    before = store.path.read_bytes()
    store.save(add(meeting, "saved"))
    assert read_draft(store.path.read_bytes()).meeting == add(meeting, "saved")
    assert DraftStorage(store.path).previous.read_bytes() == before
    assert litter() == []


def test_without_a_previous_generation_the_save_still_counts(store, meeting, add, monkeypatch):
    def fail(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(files, "same_file", fail)
    store.save(add(meeting, "kept"))
    assert read_draft(store.path.read_bytes()).meeting == add(meeting, "kept")


def test_a_file_that_was_deleted_underneath_is_written_anew(store, meeting, add, place):
    store.path.unlink()
    store.save(add(meeting, "still here"))
    assert read_draft(store.path.read_bytes()).meeting == add(meeting, "still here")


def test_a_file_that_a_scanner_holds_for_a_moment_is_replaced_all_the_same(tmp_path, monkeypatch):
    tries = []

    class Held(type(tmp_path)):
        def replace(self, target):
            tries.append(target)
            if len(tries) < 3:
                raise PermissionError(errno.EACCES, "in use")
            return super().replace(target)

    source = Held(tmp_path / "new")
    source.write_bytes(b"new")
    files.replace(source, tmp_path / "old", wait=2.5)
    assert (tmp_path / "old").read_bytes() == b"new"
    assert len(tries) == 3


def test_a_save_flushes_the_file_before_and_the_folder_after_it_takes_its_place(
    store, meeting, add, monkeypatch, place
):
    done = []
    flush, take_place = files.flush, files.take_place
    flush_folder = files.flush_folder
    monkeypatch.setattr(files, "flush", lambda fd: (done.append("file"), flush(fd))[1])
    monkeypatch.setattr(
        files, "take_place", lambda *paths: (done.append("in place"), take_place(*paths))[1]
    )
    monkeypatch.setattr(
        files, "flush_folder", lambda folder: (done.append("folder"), flush_folder(folder))[1]
    )
    store.save(add(meeting, "in order"))
    saving = done[: done.index("folder") + 1]
    assert saving == ["file", "in place", "folder"]


def test_the_file_is_json_whatever_is_in_it(store, meeting, add):
    store.save(add(meeting, '"quotes" \\ and \u2028 {"id":7} \x7f'))
    assert isinstance(json.loads(store.path.read_bytes()), dict)


@pytest.mark.skipif(sys.platform != "linux", reason="the limit of Linux")
def test_the_longest_name_that_a_file_can_have_is_saved(tmp_path, meeting, add):
    path = tmp_path / ("é" * 125 + ".json")
    store = DraftStore.create_at(path, meeting)
    store.save(add(meeting, "kept"))
    store.close()
    again = DraftStore.open(path)
    assert again.meeting == add(meeting, "kept")
    again.close()
