"""What damage may have hidden of Part II stays out of a public copy until the clerk has looked."""

from __future__ import annotations

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.session import Session
from minute_taker.drafts.paths import history_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.exporting.exempt import Unsettled
from minute_taker.exporting.export import export_meeting
from minute_taker.minutes.exempt import public_view

NOTES = b"""committee: Parks Committee
date: 3 March 2026

# Paths
Everybody heard it.
# Sale (Part II, 3)
Secret of the sale.
"""


@pytest.fixture
def draft(tmp_path):
    store = DraftStore.create(tmp_path, read_notes(NOTES).meeting)
    store.close()
    for path in history_folder(store.path).glob("*"):
        path.unlink()
    return store.path


def blanked(data: bytes, begins: bytes) -> bytes:
    start = data.index(begins)
    end = data.index(b"\n", start)
    return data[:start] + b" " * (end - start) + data[end:]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data.replace(b'"part":"II"', b'"part":"IJ"'),
        lambda data: data.replace(b'"part":"II"', b'"part":"I" '),
        lambda data: data.replace(b'"part":"II"', b'"port":"II"'),
        lambda data: data.replace(b'"item":2', b'"item":1'),
        lambda data: data.replace(b'"item":2', b'"item":7'),
        lambda data: blanked(data, b'"2":{"id":2,"order":1'),
    ],
)
def test_nothing_secret_is_shown_until_the_clerk_has_looked(draft, tmp_path, damage) -> None:
    before = draft.read_bytes()
    draft.write_bytes(damage(before))
    assert draft.read_bytes() != before
    store = DraftStore.open(draft)
    assert "Secret of the sale." in repr(store.meeting)
    assert "Secret" not in repr(public_view(store.meeting).items)
    with pytest.raises(Unsettled, match=":looked"):
        export_meeting(store.meeting, exports=tmp_path)
    session = Session(store.meeting)
    session.enter(":looked")
    assert not session.meeting.salvaged
    store.save(session.meeting)
    store.close()
    again = DraftStore.open(draft)
    assert not again.meeting.salvaged
    assert "Secret" not in repr(public_view(again.meeting).items)
    again.close()
