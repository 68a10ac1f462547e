"""The storage under TinyDB itself, for whoever keeps tables of their own in a draft's file."""

from __future__ import annotations

import datetime as dt

import pytest
from tinydb import TinyDB
from tinydb.storages import JSONStorage

from minute_taker.drafts.storage import DraftStorage
from minute_taker.drafts.store import DraftStore

ROWS = [
    {"check": "mine", "check_": 1, "check__": None, "checked": True},
    {'a "quoted" name': {"check": [1, 2.5]}, "_meta": "word"},
    {},
]


@pytest.mark.parametrize("table", ["_meta", "_meta_", "check", 'a "quoted" name', "_default"])
def test_every_field_and_table_comes_back(tmp_path, table):
    path = tmp_path / "own.json"
    with TinyDB(path, storage=DraftStorage) as db:
        db.table(table).insert_multiple(ROWS)
    with TinyDB(path, storage=DraftStorage) as db:
        assert db.tables() == {table}
        assert [dict(row) for row in db.table(table)] == ROWS


@pytest.mark.parametrize("value", [{1}, dt.date(2026, 3, 3), b"bytes", object(), float("nan")])
def test_what_cannot_be_stored_raises_and_nothing_is_written(tmp_path, value):
    path = tmp_path / "own.json"
    with TinyDB(path, storage=DraftStorage) as db:
        db.insert({"word": "kept"})
        before = path.read_bytes()
        with pytest.raises((TypeError, ValueError)):
            db.insert({"word": value})
    assert path.read_bytes() == before


@pytest.mark.parametrize("storage", [JSONStorage, DraftStorage])
def test_a_table_of_somebody_elses_stays_when_the_draft_is_saved(draft, meeting, add, storage):
    with TinyDB(draft, storage=storage) as db:
        db.table("mine").insert_multiple(ROWS)
    for _ in range(2):
        store = DraftStore.open(draft)
        assert store.notices == ()
        store.save(add(store.meeting, "goes on"))
        store.close()
    with TinyDB(draft, storage=DraftStorage) as db:
        assert [dict(row) for row in db.table("mine")] == ROWS
