"""The records that a save encodes: only what changed, and the same file as from the beginning."""

from __future__ import annotations

import random
from collections.abc import Iterator

import msgspec
import pytest
from msgspec.structs import replace

from minute_taker.drafts import records
from minute_taker.drafts.layout import Meta, decode, seal, unseal
from minute_taker.drafts.records import Encoder, Pending, assemble
from minute_taker.minutes.changes import (
    AddItem,
    AddLine,
    ChangeItem,
    ChangeLine,
    MoveItem,
    MoveLine,
    RemoveItem,
    RemoveLine,
    SetAttendance,
)
from minute_taker.minutes.model import Item, Line, Meeting

META = Meta(1, 7, "2026-03-03T19:42:07")


def file_of(encoder: Encoder, meeting: Meeting, pending: Pending | None = None) -> bytes:
    return seal(encoder.tables(meeting, pending), META)


def changed(meeting: Meeting) -> Iterator[Meeting]:
    """The meeting after each of many changes of every kind, and after some of them undone."""
    chance = random.Random(5)
    for number in range(200):
        item = chance.choice(meeting.items)
        other = chance.choice(meeting.items)
        line = chance.choice([line for _, line in meeting.lines()])
        made = Line(id=meeting.last_line + 1, text=f"Said in turn {number}")
        change = chance.choice(
            [
                AddLine(item.id, made),
                AddLine(item.id, made, 0),
                ChangeLine(replace(line, text=f"{line.text} Changed.")),
                MoveLine(line.id, other.id, 1),
                RemoveLine(line.id),
                ChangeItem(replace(item, title=f"Title {number}")),
                MoveItem(item.id, 0),
                AddItem(Item(id=meeting.last_item + 1, title="New", lines=(made,)), 1),
                RemoveItem(item.id) if len(meeting.items) > 2 else RemoveLine(line.id),
                SetAttendance(meeting.attendance[::-1]),
            ]
        )
        before = meeting
        meeting, back = change.apply(meeting)
        yield meeting
        if chance.random() < 0.3 and len(before.items) > 1:
            meeting, _ = back.apply(meeting)
            yield meeting


def test_what_is_remembered_makes_the_same_file_as_what_is_encoded_anew(meeting):
    encoder = Encoder()
    for number, state in enumerate(changed(meeting)):
        pending = Pending(f"half a sentence {number}") if number % 3 else None
        data = file_of(encoder, state, pending)
        assert data == file_of(Encoder(), state, pending)
        tables, _ = unseal(data)
        assert assemble(tables) == (state, pending)


def test_a_save_encodes_only_the_lines_that_changed(meeting, monkeypatch):
    encoder = Encoder()
    encoder.tables(meeting, None)
    encoded = []
    encode = records.encode_record

    def noted(record):
        encoded.append(record)
        return encode(record)

    monkeypatch.setattr(records, "encode_record", noted)
    later, _ = AddLine(meeting.items[0].id, Line(id=99, text="One more")).apply(meeting)
    encoder.tables(later, None)
    assert [record["id"] for record in encoded if "kind" in record] == [99]


def test_text_that_is_only_typed_lays_no_line_out_anew(meeting):
    encoder = Encoder()
    before = encoder.tables(meeting, Pending("half"))
    after = encoder.tables(meeting, Pending("half a sentence"))
    assert after["lines"] is before["lines"]
    assert after["pending"] != before["pending"]


def test_two_lines_with_one_number_do_not_make_a_file_that_cannot_be_read(meeting):
    twice = replace(
        meeting, items=(*meeting.items, Item(id=9, title="Twice", lines=(Line(id=1, text="b"),)))
    )
    data = file_of(Encoder(), twice)
    assert decode(data) == msgspec.json.decode(data)
    tables, _ = unseal(data)
    assert tables["lines"]["1"]["text"] == "b"


@pytest.mark.parametrize("empty", [True, False])
def test_an_item_without_lines_leaves_no_trace_between_the_others(meeting, empty):
    lines = () if empty else meeting.items[1].lines
    items = (replace(meeting.items[0], lines=()), replace(meeting.items[1], lines=lines))
    short = replace(meeting, items=items)
    assert assemble(unseal(file_of(Encoder(), short))[0])[0].items == items
