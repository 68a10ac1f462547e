"""Bytes that are not what was saved: cut at every offset, bits flipped, halves and blocks gone."""

from __future__ import annotations

import random
import re

import pytest
from fault_meetings import SENTENCE, first_meeting
from undoubted import undoubted

from minute_taker.drafts.errors import DraftUnreadable
from minute_taker.drafts.paths import history_folder
from minute_taker.drafts.store import DraftStore, Pending

MEETING = first_meeting(30)
PENDING = Pending("typed and not yet entered", 1, None, 25)
TEXTS = {line.id: line.text for _, line in MEETING.lines()}


@pytest.fixture(params=["with the generation before", "the file alone"])
def draft(tmp_path, request):
    store = DraftStore.create(tmp_path / "drafts", MEETING)
    store.save(MEETING, PENDING)
    store.save(MEETING, PENDING)
    store.close()
    if request.param == "the file alone":
        for path in history_folder(store.path).iterdir():
            path.unlink()
    return store.path


def damage(draft, data: bytes) -> DraftStore | None:
    """The draft opened with these bytes in its file; None when it was refused."""
    for path in draft.parent.glob("*.damaged-*"):
        path.unlink()
    draft.write_bytes(data)
    try:
        store = DraftStore.open(draft)
    except DraftUnreadable:
        store = None
    else:
        store.close()
    assert draft.read_bytes() == data
    return store


def whole(draft) -> bool:
    """Whether the history holds the generation before."""
    return any(history_folder(draft).glob("*.json"))


def told(store, draft, data: bytes) -> None:
    """Damage is said, the bytes are kept, and no word of the minutes is in what is said."""
    assert store.notices
    (kept,) = draft.parent.glob("*.damaged-*")
    assert kept.read_bytes() == data
    assert not any(words in " ".join(store.notices) for words in ("bandstand", "not yet entered."))
    assert SENTENCE not in " ".join(store.notices)


def test_cut_at_every_offset(draft, long):
    data = draft.read_bytes()
    rows = {
        int(match[1]): match.end()
        for match in re.finditer(rb'"(\d+)":\{"id":\d+,"item":.*\}', data)
    }
    for cut in range(0, len(data), 1 if long else 13):
        store = damage(draft, data[:cut])
        if whole(draft):
            assert store is not None
            assert undoubted(store.meeting) == MEETING, cut
        elif store is None:
            assert cut < data.index(b'"checksum"') + 60
            continue
        if cut == len(data) - 1:
            assert undoubted(store.meeting) == MEETING  # nothing but the last line end is gone
            continue
        found = {line.id: line.text for _, line in store.meeting.lines()}
        kept = [number for number, end in rows.items() if end <= cut]
        assert all(found[number] == TEXTS[number] for number in kept), cut
        if not store.notices:
            assert (undoubted(store.meeting), store.pending) == (MEETING, PENDING), cut
        else:
            told(store, draft, data[:cut])


def test_flipped_bits(draft, rounds):
    data = draft.read_bytes()
    chance = random.Random(42)
    for _ in range(rounds(60, 400)):
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        flipped = bytearray(data)
        flipped[place] ^= bit
        store = damage(draft, bytes(flipped))
        assert store is not None
        where = f"bit {bit} of byte {place}"
        if store.read_only_reason:
            # A schema number of a later program: it is shown as it stands, and only shown.
            assert (undoubted(store.meeting), store.pending) == (MEETING, PENDING), where
            continue
        if not store.notices:
            # A letter of a number in hexadecimal may change its case and mean the same.
            assert (undoubted(store.meeting), store.pending) == (MEETING, PENDING), where
            continue
        told(store, draft, bytes(flipped))
        found = {line.id: line.text for _, line in store.meeting.lines()}
        wrong = [number for number, text in TEXTS.items() if found.get(number) != text]
        assert len(wrong) <= 1, where
        assert not (wrong and whole(draft)), where
        assert len(found) >= len(TEXTS) - 1, where
        if wrong and wrong[0] in found:
            assert any(re.search(rf"lines? {wrong[0]}\b", each) for each in store.notices), where


def test_blocks_of_the_disk_gone(draft, rounds):
    """A block of NUL, or of another file, anywhere: the lines outside it are all there."""
    data = draft.read_bytes()
    chance = random.Random(43)
    for number in range(rounds(20, 200)):
        start = chance.randrange(len(data) - 512)
        block = b"\0" * 512 if number % 2 else bytes(chance.choices(range(256), k=512))
        damaged = data[:start] + block + data[start + 512 :]
        store = damage(draft, damaged)
        assert store is not None
        told(store, draft, damaged)
        found = {line.id: line.text for _, line in store.meeting.lines()}
        for match in re.finditer(rb'"(\d+)":\{"id":\d+,"item":.*\}', data):
            if match.end() <= start or match.start() >= start + 512:
                assert found[int(match[1])] == TEXTS[int(match[1])], start


@pytest.mark.parametrize("data", [b"", b"\0" * 5000], ids=["no bytes", "NUL"])
def test_nothing_left(draft, data):
    store = damage(draft, data)
    if not whole(draft):
        assert store is None
        return
    assert (undoubted(store.meeting), store.pending) == (MEETING, PENDING)
    told(store, draft, data)
    # The damage, what stands there instead, and where the file is: no list of what may be wrong
    # with a version that is whole.
    assert len(store.notices) == 4
    assert "what was typed after that is missing" in store.notices[2]
