"""One open draft: named, locked, reopened as it stood, refused in one sentence."""

from __future__ import annotations

import datetime as dt
import os
import re
import subprocess
import sys

import msgspec
import pytest

from minute_taker.drafts import lock as lock_module
from minute_taker.drafts.errors import (
    DraftExists,
    DraftNotFound,
    DraftNotSaved,
    DraftUnreadable,
)
from minute_taker.drafts.layout import SCHEMA, Meta, decode, encode_record, seal
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Meeting

HOLD = """
import sys, time
from pathlib import Path
from minute_taker.drafts.store import DraftStore
store = DraftStore.open(Path(sys.argv[1]))
print("read only" if store.read_only else "open", flush=True)
time.sleep(600)
"""


def hold(path):
    """Another process that has the draft open."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "open\n"
    return process


def reopened(path) -> DraftStore:
    store = DraftStore.open(path)
    store.close()
    return store


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ({}, "2026-03-03-parks-committee.json"),
        ({"date": None}, "undated-parks-committee.json"),
        ({"committee": ""}, "2026-03-03-meeting.json"),
        ({"committee": "../../etc/passwd"}, "2026-03-03-etc-passwd.json"),
        ({"committee": "Café & Children’s “Panel”"}, "2026-03-03-cafe-childrens-panel.json"),
        ({"committee": "委員会"}, "2026-03-03-meeting.json"),
    ],
)
def test_a_draft_is_named_for_its_meeting(drafts, make_meeting, head, name):
    store = DraftStore.create(drafts, make_meeting(3, **head))
    store.close()
    assert store.path.name == name


def test_a_name_is_bounded_and_ends_with_a_whole_word(drafts, make_meeting):
    committee = "Residents, Education and Environmental Services Policy Overview Committee " * 9
    store = DraftStore.create(drafts, make_meeting(3, committee=committee))
    store.close()
    assert len(store.path.name) <= 76
    assert re.fullmatch(r"2026-03-03-residents[a-z-]+[a-z]\.json", store.path.name)


def test_a_name_that_is_taken_gets_a_number(drafts, meeting):
    names = []
    for _ in range(3):
        store = DraftStore.create(drafts, meeting)
        store.close()
        names.append(store.path.name)
    assert names == [
        "2026-03-03-parks-committee.json",
        "2026-03-03-parks-committee-2.json",
        "2026-03-03-parks-committee-3.json",
    ]


def test_a_draft_is_never_created_over_anything(tmp_path, meeting):
    path = tmp_path / "taken.json"
    path.write_text("mine")
    with pytest.raises(DraftExists, match="nothing was written"):
        DraftStore.create_at(path, meeting)
    assert path.read_text() == "mine"
    assert [each.name for each in tmp_path.iterdir()] == ["taken.json"]


def test_it_reopens_as_it_stood(store, meeting, add):
    typed = Pending("half a sent", item_id=2, line_id=7, cursor=5)
    changed = add(meeting, "the last line")
    store.save(changed, typed)
    store.close()

    again = reopened(store.path)

    assert again.meeting == changed
    assert again.pending == typed
    assert again.notices == ()
    assert not again.read_only


def test_pending_text_stays_until_it_is_said_to_be_gone(store, meeting, add):
    store.save(meeting, Pending("half a sent"))
    store.save(add(meeting, "by line mode"))
    assert reopened_pending(store) == Pending("half a sent")
    store.save(meeting, None)
    assert reopened_pending(store) is None


def reopened_pending(store):
    view = DraftStore.open(store.path, read_only=True)
    view.close()
    return view.pending


def test_ids_never_return_after_the_highest_was_deleted(store, meeting):
    items = tuple(msgspec.structs.replace(item, lines=()) for item in meeting.items)
    store.save(msgspec.structs.replace(meeting, items=items, last_line=900))
    store.close()
    assert reopened(store.path).meeting.last_line == 900


def test_an_empty_meeting_is_a_draft_too(drafts):
    store = DraftStore.create(drafts, Meeting())
    store.close()
    with_nothing = DraftStore.open(store.path)
    assert with_nothing.meeting == Meeting()
    assert with_nothing.notices == ()


def test_the_second_clerk_reads_only_and_is_told_who_has_it(draft, meeting):
    process = hold(draft)
    try:
        second = DraftStore.open(draft)
        assert second.read_only
        assert second.meeting == meeting
        assert re.search(r"\w+ has it open on \S+ since \d+\.\d\d [ap]m on \d+ \w+ \d{4}",
                         second.read_only_reason)  # fmt: skip
        with pytest.raises(DraftNotSaved, match="has it open"):
            second.save(meeting)
        second.close()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_lock_left_by_a_killed_process_frees_itself(draft):
    process = hold(draft)
    process.kill()
    process.wait()
    process.stdout.close()
    assert not reopened(draft).read_only


def test_reading_only_takes_no_lock_and_writes_nothing(draft):
    before = {path: path.stat().st_mtime_ns for path in draft.parent.rglob("*")}
    view = DraftStore.open(draft, read_only=True)
    writer = DraftStore.open(draft)
    assert not writer.read_only
    writer.close()
    view.close()
    files = {path for path in draft.parent.rglob("*") if path.is_file()}
    assert {path for path in files if path.name.endswith(".json")} <= set(before)
    assert draft.stat().st_mtime_ns == before[draft]


def test_an_owner_file_that_says_nothing_still_keeps_the_second_clerk_out(store):
    owner = lock_module.owner_file(store.path)
    owner.write_bytes(b"\0\0\0")
    second = DraftStore.open(store.path)
    assert second.read_only_reason == "somebody else has it open"
    second.close()


def test_where_nothing_can_be_locked_the_clerk_is_told(draft, monkeypatch):
    def unknown(*_args):
        raise lock_module.LocksUnknown

    monkeypatch.setattr("minute_taker.drafts.lock.DraftLock", unknown)
    store = DraftStore.open(draft)
    assert not store.read_only
    assert "knows no locks" in store.notices[0]


def test_what_a_killed_process_left_beside_the_draft_is_swept(draft):
    left = draft.with_name(f".{draft.name}.0123abcd.new")
    other = draft.with_name(".another.json.0123abcd.new")
    left.write_bytes(b"half")
    other.write_bytes(b"somebody else's")
    reopened(draft)
    assert not left.exists()
    assert other.exists()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\0" * 4096, "is empty"),
        (b"Dear all,\nplease find attached", "is not a draft"),
        (b'{"name": "minute-taker", "version": "1"}', "is not a draft"),
        (b'{"_default": {"1": {"name": "John", "order": 2}}}', "is not a draft"),
        (b"[1, 2, 3]", "is not a draft"),
        (b"PK\x03\x04\x14\x00\xff\xfe", "is not a draft"),
        (b"{" * 5000, "is not a draft"),
    ],
    ids=["empty", "NUL", "a letter", "JSON", "another TinyDB", "a list", "a zip", "braces"],
)
def test_what_never_was_a_draft_is_refused_and_left_alone(tmp_path, data, words):
    path = tmp_path / "strange.json"
    path.write_bytes(data)
    with pytest.raises(DraftUnreadable, match=words) as refusal:
        DraftStore.open(path)
    assert "left as it is" in str(refusal.value)
    assert path.read_bytes() == data
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["strange.json"]


def test_a_folder_in_the_place_of_a_draft_is_refused(tmp_path):
    with pytest.raises(DraftUnreadable, match="is a folder"):
        DraftStore.open(tmp_path)


def test_a_draft_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(DraftNotFound, match="there is no draft"):
        DraftStore.open(tmp_path / "none.json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(DraftUnreadable, match="is not a file"):
        DraftStore.open(tmp_path / "pipe.json")


def newer_draft(path, **changes) -> bytes:
    """A draft as a later program would write it: another schema, fields unknown here."""
    tables = decode(path.read_bytes())
    del tables["_meta"]
    tables["lines"]["1"] |= {"mood": "calm", **changes}
    tables["votes"] = {"1": {"for": 3}}
    encoded = {
        name: {key: encode_record(row) for key, row in rows.items()}
        for name, rows in tables.items()
    }
    data = seal(encoded, Meta(SCHEMA + 1, 9, "2030-01-01T09:00:00"))
    path.write_bytes(data)
    return data


def test_a_later_programs_draft_opens_for_looking_only(draft, meeting):
    data = newer_draft(draft)
    store = DraftStore.open(draft)
    store.close()
    assert store.meeting == meeting
    assert store.read_only
    assert "a later version of Minute Taker wrote" in store.read_only_reason
    with pytest.raises(DraftNotSaved, match="later version"):
        store.save(meeting)
    assert draft.read_bytes() == data


def test_a_later_programs_draft_that_makes_no_sense_here_is_refused(draft):
    data = newer_draft(draft, kind="a kind unknown here")
    with pytest.raises(DraftUnreadable, match="a later version of Minute Taker wrote"):
        DraftStore.open(draft)
    assert draft.read_bytes() == data


def test_a_damaged_schema_number_is_never_silent(draft, meeting):
    data = draft.read_bytes().replace(b'"schema":1', b'"schema":5', 1)
    draft.write_bytes(data)
    store = DraftStore.open(draft)
    store.close()
    assert store.meeting == meeting
    assert "a later version" in store.read_only_reason
    assert draft.read_bytes() == data


def test_the_clock_does_not_order_anything(draft, meeting, add, monkeypatch):
    early = dt.datetime(2019, 1, 1, 12)
    monkeypatch.setattr("minute_taker.drafts.storage.local_now", lambda: early)
    store = DraftStore.open(draft)
    before = store.revision
    store.save(add(meeting, "two years ago"))
    store.close()
    assert b'"saved_at":"2019-01-01T12:00:00"' in draft.read_bytes()
    again = reopened(draft)
    assert again.meeting == add(meeting, "two years ago")
    assert again.revision == before + 1
