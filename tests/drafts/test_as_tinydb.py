"""The storage under TinyDB itself, for whoever keeps tables of their own in a draft's file."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from msgspec.structs import replace
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from minute_taker.drafts.errors import Damaged
from minute_taker.drafts.layout import unseal
from minute_taker.drafts.paths import history_folder
from minute_taker.drafts.register import Register
from minute_taker.drafts.storage import DraftStorage
from minute_taker.drafts.store import DraftStore

ROWS = [
    {"check": "mine", "check_": 1, "check__": None, "checked": True},
    {'a "quoted" name': {"check": [1, 2.5]}, "_meta": "word"},
    {"id": 7, "item": 2, "kind": "text", "text": "Bread, milk"},
    {"title": "Not a heading", "order": 1, "check": "0123abcd"},
    {},
]
NAMES = ["_meta", "_meta_", "check", 'a "quoted" name', "back\\slash", "_default", "2020"]


def rows(path, table, storage=DraftStorage):
    with TinyDB(path, storage=storage) as db:
        return [dict(row) for row in db.table(table)]


def put(path, table, found=ROWS, **words):
    """Adds records with stock TinyDB."""
    with TinyDB(path, storage=JSONStorage, **words) as db:
        db.table(table).insert_multiple(found)


def saved_again(path, add):
    """Opens the draft, types a line and saves. Returns what the clerk is told."""
    store = DraftStore.open(path)
    store.save(add(store.meeting, "goes on"))
    store.close()
    return store.notices


@pytest.mark.parametrize("table", [*NAMES, "lines", "meeting"])
def test_every_field_and_table_comes_back(tmp_path, table):
    path = tmp_path / "own.json"
    with TinyDB(path, storage=DraftStorage) as db:
        db.table(table).insert_multiple(ROWS)
    with TinyDB(path, storage=DraftStorage) as db:
        assert db.tables() == {table}
    assert rows(path, table) == ROWS
    json.loads(path.read_bytes())


def test_stock_tinydb_sees_the_records_as_they_were_given(tmp_path):
    path = tmp_path / "own.json"
    with TinyDB(path, storage=DraftStorage) as db:
        db.insert_multiple(ROWS)
    assert rows(path, "_default", JSONStorage) == ROWS


@pytest.mark.parametrize("words", [{}, {"indent": 2}, {"sort_keys": True, "ensure_ascii": False}])
def test_stock_tinydb_may_go_on_with_the_file(tmp_path, words):
    path = tmp_path / "own.json"
    with TinyDB(path, storage=DraftStorage) as db:
        db.insert({"word": "ours"})
    put(path, "_default", [{"word": "theirs"}], **words)
    with TinyDB(path, storage=DraftStorage) as db:
        db.insert({"word": "ours again"})
    assert [row["word"] for row in rows(path, "_default")] == ["ours", "theirs", "ours again"]


def test_a_file_that_was_changed_without_tinydb_is_damaged(tmp_path):
    path = tmp_path / "own.json"
    with TinyDB(path, storage=DraftStorage) as db:
        db.insert({"word": "kept"})
    path.write_bytes(path.read_bytes().replace(b"kept", b"kent"))
    with pytest.raises(Damaged), TinyDB(path, storage=DraftStorage) as db:
        db.all()


@pytest.mark.parametrize(
    "value", [{1}, dt.date(2026, 3, 3), b"bytes", object(), float("nan"), {(1, 2): 3}, "\ud800"]
)
@pytest.mark.parametrize("table", ["_default", "lines"])
def test_what_cannot_be_stored_raises_and_nothing_is_written(tmp_path, table, value):
    path = tmp_path / "own.json"
    with TinyDB(path, storage=DraftStorage) as db:
        db.insert({"word": "kept"})
        before = path.read_bytes()
        with pytest.raises((TypeError, ValueError)):
            db.table(table).insert({"word": value})
        with pytest.raises((TypeError, ValueError)):
            db.table("half \ud800").insert({"word": "well"})
        with pytest.raises(TypeError):
            db.storage.write({"words": ["no", "records"]})
    assert path.read_bytes() == before


def test_what_json_can_hold_comes_back_as_from_stock_tinydb(tmp_path):
    row = {"big": 10**30, "low": -(2**64), "pair": (1, 2), "keys": {1: 2, None: 3}, "nul": "\0\x7f"}
    found = []
    for storage in (JSONStorage, DraftStorage):
        with TinyDB(tmp_path / storage.__name__, storage=storage) as db:
            db.insert(row)
        found.append(rows(tmp_path / storage.__name__, "_default", storage))
    assert found[0] == found[1]


@pytest.mark.parametrize("table", NAMES)
def test_a_table_of_somebody_elses_stays_as_stock_tinydb_knows_it(draft, add, table):
    with TinyDB(draft, storage=JSONStorage) as db:
        before = [dict(row) for row in db.table(table)]
    for _ in range(2):
        put(draft, table)
        before += ROWS
        for _ in range(2):
            assert saved_again(draft, add) == ()
        assert rows(draft, table, JSONStorage)[-len(ROWS) :] == ROWS
    after = rows(draft, table, JSONStorage)
    assert (after[1:] if table == "_meta" else after) == ROWS * 2
    # In our storage a table `_meta` has to stand under this name.
    assert rows(draft, "_meta" if table == "_meta_" else table) == ROWS * 2


def test_a_table_that_was_added_by_way_of_our_storage_stays(draft, add):
    with TinyDB(draft, storage=DraftStorage) as db:
        db.table("mine").insert_multiple(ROWS)
    assert saved_again(draft, add) == ()
    assert rows(draft, "mine") == rows(draft, "mine", JSONStorage) == ROWS
    put(draft, "other")  # which lays the file out anew: the draft's records know themselves
    assert saved_again(draft, add) == ()


def test_the_register_keeps_them_as_well(tmp_path, meeting):
    register = Register(tmp_path)
    register.remember(meeting)
    path = register.path
    put(path, "mine")
    Register(tmp_path).remember(replace(meeting, committee="Another Committee"))
    assert len(Register(tmp_path).contents.committees) == 2
    assert rows(path, "mine", JSONStorage) == ROWS


def without_history(draft):
    for path in history_folder(draft).iterdir():
        path.unlink()


def spoilt_line(data: bytes) -> bytes:
    return data.replace(b"said in line 7 ", b"said in line 9 ", 1)


def broken_line(data: bytes) -> bytes:
    return data.replace(b"said in line 7 ", b'said in "line 7 ', 1)


def lost_beginning(data: bytes) -> bytes:
    return data.replace(b'"lines":{', b"#########", 1)


def lost_name(data: bytes) -> bytes:
    return data.replace(b'"lines":', b'"mines":', 1)


def merge_marks(data: bytes) -> bytes:
    place = data.index(b'"13":{"id":13')
    return data[:place] + b"<<<<<<< ours\n" + data[place:]


@pytest.mark.parametrize(
    "spoil", [spoilt_line, broken_line, lost_beginning, lost_name, merge_marks]
)
@pytest.mark.parametrize("alone", [True, False], ids=["the file alone", "with its history"])
@pytest.mark.parametrize("first", [True, False], ids=["before", "after"])
def test_they_stay_through_salvage_and_are_none_of_the_minutes(
    draft, meeting, add, spoil, alone, first
):
    for table in NAMES:
        put(draft, table)
    saved_again(draft, add)
    if first:
        before_ours(draft)
    if alone:
        without_history(draft)
    data = draft.read_bytes()
    draft.write_bytes(spoil(data))
    assert draft.read_bytes() != data

    assert saved_again(draft, add)

    store = DraftStore.open(draft)
    store.close()
    assert store.notices == ()
    said = [line.text for _, line in store.meeting.lines()]
    assert len(said) == 26
    assert "Bread, milk" not in said
    assert [item.title for item in store.meeting.items] == [item.title for item in meeting.items]
    for table in NAMES:
        found = rows(draft, table, JSONStorage)
        assert (found[1:] if table == "_meta" else found) == ROWS, table


def before_ours(draft) -> None:
    """Lays the same file out with somebody else's tables at its beginning."""
    tables = json.loads(draft.read_bytes())
    meta = tables.pop("_meta")
    others = {name: tables.pop(name) for name in NAMES if name in tables}
    tables = {"_meta": meta, **others, **tables}
    draft.write_text(json.dumps(tables, separators=(",", ":"), ensure_ascii=False), "utf-8")
    unseal(draft.read_bytes())


def test_what_is_lost_of_them_comes_back_from_the_version_before(draft, add):
    put(draft, "mine", [{"word": f"number {number}"} for number in range(9)])
    saved_again(draft, add)
    saved_again(draft, add)
    data = draft.read_bytes()
    draft.write_bytes(data[: data.index(b"number 5")])
    told = " ".join(saved_again(draft, add))
    assert "3 records that somebody else keeps" in told or "4 records" in told
    assert len(rows(draft, "mine", JSONStorage)) == 9


def test_a_broken_record_of_theirs_is_named_and_the_others_stay(draft, meeting, add):
    put(draft, "mine", [{"text": f"number {number}", "item": 1} for number in range(9)])
    saved_again(draft, add)
    without_history(draft)
    draft.write_bytes(draft.read_bytes().replace(b"number 5", b'number "5'))
    told = " ".join(saved_again(draft, add))
    assert "1 record could not be taken over" in told
    found = [row["text"] for row in rows(draft, "mine", JSONStorage)]
    assert found == [f"number {number}" for number in range(9) if number != 5]


@pytest.mark.parametrize(
    "words",
    [
        {"indent": 4},
        {"indent": 0},
        {"sort_keys": True},
        {"sort_keys": True, "separators": (" , ", " : "), "indent": "\t"},
        {"separators": (",", ":"), "ensure_ascii": False},
    ],
)
def test_the_same_data_in_another_order_is_no_damage(draft, meeting, add, words):
    put(draft, "mine")
    saved_again(draft, add)
    store = DraftStore.open(draft)
    store.close()
    with TinyDB(draft, storage=JSONStorage, **words) as db:
        db.table("mine").remove(doc_ids=[1])
        db.table("mine").update({"more": "é"})
    again = DraftStore.open(draft)
    again.close()
    assert again.notices == ()
    assert again.meeting == store.meeting
    draft.write_bytes(draft.read_bytes().replace(b"said in line 7 ", b"said in line 9 ", 1))
    assert DraftStore.open(draft, read_only=True).notices  # but a changed word still is
