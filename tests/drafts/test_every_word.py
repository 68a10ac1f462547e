"""Whatever was done to a draft's file by hand: each word of it is in the draft, or is named."""

from __future__ import annotations

import json
import random

import pytest

from minute_taker.drafts.layout import decode, encode_record, seal
from minute_taker.drafts.paths import history_folder
from minute_taker.drafts.reading import read_draft
from minute_taker.drafts.store import DraftStore

NEW = "Words that stand nowhere else"


def rows_of(data: bytes):
    tables = decode(data)
    tables.pop("_meta")
    return tables


def sealed(data: bytes, tables) -> bytes:
    """The file under a checksum that fits."""
    encoded = {n: {k: encode_record(r) for k, r in rows.items()} for n, rows in tables.items()}
    return seal(encoded, read_draft(data).meta)


def another(data: bytes, number: str) -> dict:
    return {**rows_of(data)["lines"][number], "text": NEW}


def copied_under_a_new_key(data: bytes, number: str) -> bytes:
    tables = rows_of(data)
    tables["lines"]["900"] = another(data, number)
    return sealed(data, tables)


def copied_under_words(data: bytes, number: str) -> bytes:
    tables = rows_of(data)
    tables["lines"]["my copy"] = another(data, number)
    return sealed(data, tables)


def without_its_check(data: bytes, number: str) -> bytes:
    row = another(data, number)
    del row["check"]
    line = b'"my copy":' + json.dumps(row).encode() + b",\n"
    key = b'"%b":{"id":%b,"item"' % (number.encode(), number.encode())
    return data.replace(key, line + key)


def key_twice(data: bytes, number: str) -> bytes:
    key = b'"%b":{"id":%b,"item"' % (number.encode(), number.encode())
    copy = b'"%b":' % number.encode() + encode_record(another(data, number)) + b",\n"
    return data.replace(key, copy + key)


def field_twice(data: bytes, number: str) -> bytes:
    key = b'"%b":{' % number.encode()
    place = data.index(key + b'"id":%b,"item"' % number.encode()) + len(key)
    return data[:place] + b'"text":"%b",' % NEW.encode() + data[place:]


def merge_conflict(data: bytes, number: str) -> bytes:
    start = data.index(b'"%b":{"id":%b,"item"' % (number.encode(), number.encode()))
    end = data.index(b"\n", start) + 1
    theirs = b'"%b":' % number.encode() + encode_record(another(data, number)) + b",\n"
    return b"".join((data[:start], b"<<<<<<< ours\n", data[start:end], b"=======\n", theirs,
                     b">>>>>>> theirs\n", data[end:]))  # fmt: skip


BY_HAND = (
    copied_under_a_new_key, copied_under_words, without_its_check, key_twice, field_twice,
    merge_conflict,
)  # fmt: skip


@pytest.mark.parametrize("by_hand", BY_HAND)
@pytest.mark.parametrize("alone", [True, False], ids=["the file alone", "with its history"])
def test_every_word_is_in_the_draft_or_named(draft, meeting, by_hand, alone):
    if alone:
        for path in history_folder(draft).iterdir():
            path.unlink()
    chance = random.Random(by_hand.__name__)
    line = chance.choice([line for _, line in meeting.lines() if len(line.text) > 20])
    draft.write_bytes(by_hand(draft.read_bytes(), str(line.id)))

    store = DraftStore.open(draft)
    store.close()

    texts = [each.text for _, each in store.meeting.lines()]
    told = " ".join(store.notices)
    for words in (NEW, line.text):
        assert words in texts or "look for them in the damaged file" in told, words
    assert len(texts) >= len(list(meeting.lines()))
    assert "Every line could be read whole." not in store.notices
    assert store.notices
    assert store.meeting.salvaged
    assert list(draft.parent.glob("*.damaged-1"))


def test_what_cannot_be_told_counts_as_exempt(draft, meeting):
    for path in history_folder(draft).iterdir():
        path.unlink()
    data = draft.read_bytes()
    number = next(line.id for _, line in meeting.lines() if len(line.text) > 20)
    start = data.index(b'"%d":{"id":%d,"item":' % (number, number))
    place = data.index(b'"item":', start) + 7
    draft.write_bytes(data[:place] + b"2" + data[place + 1 :])
    if data[place : place + 1] == b"2":
        draft.write_bytes(data[:place] + b"1" + data[place + 1 :])
    store = DraftStore.open(draft)
    store.close()
    assert store.meeting.line(number).doubtful

    draft.write_bytes(
        data.replace(b'"2":{"id":2,"order":1,"title"', b'"2":{"id":2,"part":"IJ","title"')
    )
    store = DraftStore.open(draft)
    store.close()
    assert store.meeting.item(2).doubtful
    assert not store.meeting.item(1).doubtful
    assert any("count as exempt" in told or "counts as exempt" in told for told in store.notices)


def test_the_same_data_laid_out_by_another_program_is_no_damage(draft, meeting):
    from tinydb import TinyDB
    from tinydb.storages import JSONStorage

    for words in ({"indent": 4}, {"sort_keys": True}, {"separators": (",", ":")}):
        with TinyDB(draft, storage=JSONStorage, **words) as db:
            db.table("somebody's own").insert({"check": 'a "quoted" word'})
        store = DraftStore.open(draft)
        assert store.notices == ()
        assert store.meeting == meeting
        store.close()
