"""Damage: what can be saved is saved line by line, and nothing of it is silent."""

from __future__ import annotations

import json
import random
import time

import msgspec
import pytest
from undoubted import undoubted

from minute_taker.drafts.fragments import find_records
from minute_taker.drafts.layout import LaidOut, Meta, decode, encode_exactly, encode_record, seal
from minute_taker.drafts.paths import history_folder
from minute_taker.drafts.reading import read_draft
from minute_taker.drafts.records import Encoder
from minute_taker.drafts.salvage import rescue
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Meeting


def opened(path) -> DraftStore:
    store = DraftStore.open(path)
    store.close()
    return store


def forget_earlier_versions(draft) -> None:
    """As when the file alone was copied from a stick."""
    for path in history_folder(draft).iterdir():
        path.unlink()


def texts(meeting: Meeting) -> dict[int, str]:
    return {line.id: line.text for _, line in meeting.lines()}


def unmarked(meeting: Meeting) -> Meeting:
    """The meeting without what says that its clerk is still to look at it."""
    items = tuple(
        msgspec.structs.replace(
            item,
            doubtful=False,
            lines=tuple(msgspec.structs.replace(line, doubtful=False) for line in item.lines),
        )
        for item in meeting.items
    )
    return msgspec.structs.replace(meeting, items=items, salvaged=False)


def line_of(data: bytes, number: int) -> tuple[int, int]:
    """Where a line's record stands in the file."""
    start = data.index(b'"%d":{"id":%d,"item":' % (number, number))
    return start, data.index(b"\n", start)


def test_the_damaged_file_is_kept_as_it_was(draft, meeting, add):
    data = draft.read_bytes()[:-200]
    draft.write_bytes(data)
    store = DraftStore.open(draft)
    store.save(add(store.meeting, "goes on"))
    store.close()
    kept = draft.with_name(f"{draft.name}.damaged-1")
    assert kept.read_bytes() == data
    assert any(kept.name in notice for notice in store.notices)
    assert opened(draft).notices == ()


def test_opening_again_and_again_keeps_it_once(draft):
    draft.write_bytes(draft.read_bytes()[:-200])
    for _ in range(3):
        opened(draft)
    assert len(list(draft.parent.glob("*.damaged-*"))) == 1


def test_looking_at_a_damaged_draft_writes_nothing(draft):
    draft.write_bytes(draft.read_bytes()[:-200])
    DraftStore.open(draft, read_only=True).close()
    assert not list(draft.parent.glob("*.damaged-*"))


@pytest.mark.parametrize("data", [b"", b"\0" * 3000], ids=["empty", "NUL"])
def test_nothing_left_but_the_generation_before(draft, meeting, data):
    draft.write_bytes(data)
    store = opened(draft)
    assert unmarked(store.meeting) == meeting
    assert store.meeting.salvaged
    assert any("Nothing of it could be read" in notice for notice in store.notices)
    assert any("version saved at" in notice for notice in store.notices)


def test_the_first_save_after_damage_keeps_the_generation_before_it(draft, meeting, add):
    before = (history_folder(draft) / "previous.json").read_bytes()
    draft.write_bytes(b"")
    store = DraftStore.open(draft)
    store.save(add(store.meeting, "goes on"))
    store.close()
    assert (history_folder(draft) / "previous.json").read_bytes() == before
    assert list(history_folder(draft).glob("*-damaged-*.gz"))


def test_one_broken_line_costs_one_line(draft, meeting):
    forget_earlier_versions(draft)
    data = bytearray(draft.read_bytes())
    start, end = line_of(data, 12)
    data[start : end + 1] = b"#" * (end + 1 - start)
    draft.write_bytes(data)

    store = opened(draft)

    expected = texts(meeting)
    del expected[12]
    assert texts(store.meeting) == expected
    assert "23 of 24 lines could be read whole." in store.notices
    assert "1 line missing after line 11." in store.notices


def test_a_line_that_is_lost_comes_back_from_the_generation_before(draft, meeting):
    data = bytearray(draft.read_bytes())
    start, end = line_of(data, 12)
    data[start : end + 1] = b"#" * (end + 1 - start)
    draft.write_bytes(data)
    store = opened(draft)
    assert unmarked(store.meeting) == meeting
    assert store.meeting.salvaged
    assert any("comes line 12; look whether it was changed" in notice for notice in store.notices)


def test_a_line_that_was_deleted_does_not_come_back(store, meeting):
    shorter = msgspec.structs.replace(
        meeting, items=(*meeting.items[:-1], msgspec.structs.replace(meeting.items[-1], lines=()))
    )
    store.save(shorter)
    store.close()
    data = bytearray(store.path.read_bytes())
    start, _ = line_of(data, 12)
    place = data.index(b"What was said", start)
    data[place] ^= 1
    store.path.write_bytes(data)

    again = opened(store.path)

    assert unmarked(again.meeting) == shorter
    assert any("comes line 12; look whether it was changed" in notice for notice in again.notices)


def test_a_changed_word_is_noticed_and_the_clerk_is_sent_there(draft, meeting):
    forget_earlier_versions(draft)
    draft.write_bytes(draft.read_bytes().replace(b"said in line 7 ", b"said in line 9 ", 1))
    store = opened(draft)
    assert store.meeting.line(7).text.startswith("What was said in line 9")
    assert "Look at line 7: part of the words may be damaged." in store.notices


def test_a_wrong_type_in_one_line_costs_that_field(draft, meeting):
    forget_earlier_versions(draft)
    draft.write_bytes(draft.read_bytes().replace(b'"kind":"question"', b'"kind":42', 1))
    store = opened(draft)
    assert texts(store.meeting) == texts(meeting)
    assert "Look at line 4: part of the words may be damaged." in store.notices


def test_a_wrong_type_under_a_right_checksum_is_damage_too(draft, meeting):
    tables = decode(draft.read_bytes())
    meta = read_draft(draft.read_bytes()).meta
    del tables["_meta"]
    tables["lines"]["4"]["depth"] = "two"
    encoded = {
        name: {key: encode_record(row) for key, row in rows.items()}
        for name, rows in tables.items()
    }
    draft.write_bytes(seal(encoded, meta))
    forget_earlier_versions(draft)
    store = opened(draft)
    assert texts(store.meeting) == texts(meeting)
    assert any("line 4" in notice for notice in store.notices)


def test_a_line_cut_in_the_middle_keeps_its_beginning(draft, meeting):
    forget_earlier_versions(draft)
    data = draft.read_bytes()
    start, _ = line_of(data, 24)
    start = data.index(b"out Winter", start)
    draft.write_bytes(data[: start + 6])
    store = opened(draft)
    assert store.meeting.line(24).text == "out Wi"
    assert "Look at line 24: part of the words may be damaged." in store.notices


def test_half_a_file_of_nul(draft, meeting):
    forget_earlier_versions(draft)
    data = draft.read_bytes()
    start, _ = line_of(data, 13)
    draft.write_bytes(data[:start] + b"\0" * (len(data) - start))
    store = opened(draft)
    assert texts(store.meeting) == {n: t for n, t in texts(meeting).items() if n < 13}
    assert "12 of 24 lines could be read whole." in store.notices
    assert "12 lines missing, most likely from the end of an item." in store.notices


def test_nul_in_the_middle(draft, meeting):
    forget_earlier_versions(draft)
    data = draft.read_bytes()
    start, _ = line_of(data, 8)
    _, end = line_of(data, 15)
    draft.write_bytes(data[: start + 3] + b"\0" * (end - start - 6) + data[end - 3 :])
    store = opened(draft)
    kept = {n: t for n, t in texts(meeting).items() if not 8 <= n <= 15}
    assert texts(store.meeting) == kept
    assert "16 of 24 lines could be read whole." in store.notices
    assert "5 lines missing at the beginning of an item." in store.notices
    assert "3 lines missing, most likely from the end of an item." in store.notices


def test_lines_whose_heading_is_lost_stay_together(draft, meeting):
    forget_earlier_versions(draft)
    data = draft.read_bytes().replace(b'"2":{"id":2,"order":1,"title"', b'"2":{"id":2,"ord', 1)
    draft.write_bytes(data)
    store = opened(draft)
    assert texts(store.meeting) == texts(meeting)
    assert [line.id for line in store.meeting.item(2).lines] == list(range(11, 21))


def test_a_lost_head_is_said(draft, meeting):
    forget_earlier_versions(draft)
    draft.write_bytes(draft.read_bytes().replace(b'"committee":"Parks', b'"committee:"Parks', 1))
    store = opened(draft)
    assert texts(store.meeting) == texts(meeting)
    assert any("meeting's own details" in notice for notice in store.notices)


def test_pending_text_is_salvaged(store, meeting):
    store.save(meeting, Pending("typed and not yet entered", item_id=2))
    store.close()
    data = store.path.read_bytes()
    store.path.write_bytes(data[: data.index(b"not yet")])
    forget_earlier_versions(store.path)
    again = opened(store.path)
    assert again.pending.text == "typed and "
    assert any("not yet entered" in notice for notice in again.notices)


def test_a_draft_that_another_program_laid_out_is_salvaged_as_well(draft, meeting):
    forget_earlier_versions(draft)
    data = json.dumps(decode(draft.read_bytes()), indent=4).encode()
    draft.write_bytes(data[: len(data) * 2 // 3])
    store = opened(draft)
    found = texts(store.meeting)
    del found[max(found)]  # the one that was cut
    assert len(found) > 8
    assert found == {number: texts(meeting)[number] for number in found}
    assert store.notices


def test_no_notice_holds_any_of_the_minutes_words(draft, meeting):
    forget_earlier_versions(draft)
    data = bytearray(draft.read_bytes())
    chance = random.Random(7)
    for _ in range(60):
        data[chance.randrange(200, len(data))] = chance.randrange(256)
    draft.write_bytes(data)
    store = opened(draft)
    told = " ".join(store.notices)
    for words in ("What was said", "Bandstand", "Larkin", "Winter"):
        assert words not in told


def test_cut_anywhere_every_whole_record_before_the_cut_is_there(meeting, drafts):
    store = DraftStore.create(drafts, meeting)
    store.save(meeting, Pending("half a sentence"))
    store.close()
    data = store.path.read_bytes()
    ends = {number: line_of(data, number)[1] for number in texts(meeting)}
    expected = texts(meeting)
    for cut in range(0, len(data) - 3, 7):
        rescued = rescue(data[:cut], None)
        if rescued is None:
            assert cut < data.index(b'"checksum"') + 60
            continue
        assert rescued.notices
        found = texts(rescued.meeting)
        whole = [number for number, end in ends.items() if end <= cut + 1]
        assert all(found[number] == expected[number] for number in whole)


def test_a_flipped_bit_never_passes_unnoticed(drafts, meeting):
    store = DraftStore.create(drafts, meeting)
    store.close()
    data = store.path.read_bytes()
    chance = random.Random(11)
    for _ in range(150):
        damaged = bytearray(data)
        damaged[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        store.path.write_bytes(damaged)
        again = opened(store.path)
        same = undoubted(again.meeting) == meeting and again.pending is None
        assert same or again.notices
        changed = [n for n, t in texts(meeting).items() if texts(again.meeting).get(n) != t]
        assert len(changed) <= 1


@pytest.mark.parametrize("length", [4000, 4050, 4090, 4096, 5000, 40_000])
def test_a_record_of_any_length_is_found(length):
    words = [("ab\\ud83d\\ude00\\n"[: n % 4 * 6 + 2] + "x" * (length - n)) for n in range(0, 60, 3)]
    rows = [
        b'"%d":%b' % (n, json.dumps({"item": 1, "text": w}).encode()) for n, w in enumerate(words)
    ]
    found = find_records(b"{<<<<" + b",\n".join(rows))
    assert [each.record["text"] for each in found] == words


def test_ten_times_the_broken_records_take_no_hundred_times_as_long(make_meeting):
    meta = msgspec.convert({"schema": 1, "revision": 1, "saved_at": "2026-03-03T19:00:00"}, Meta)

    def taken(lines: int) -> float:
        theirs = LaidOut({str(n): encode_exactly({"said": "more words"}) for n in range(lines)})
        data = seal(Encoder().tables(make_meeting(lines), None), meta, {"mine": theirs})
        data = data.replace(b"said in", b'said "in').replace(b"more words", b'more "words')
        begun = time.process_time()
        assert rescue(data, None).notices
        return time.process_time() - begun

    assert taken(10_000) < 35 * taken(1_000)
