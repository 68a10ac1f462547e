"""What may be done about a slip."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from proofed_notes import meeting_of

from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.changes import ChangeLine
from minute_taker.minutes.errors import Refused
from minute_taker.proofing import HouseWords, lexicon_for, proofread
from minute_taker.proofing.remedies import (
    SlipGone,
    keeping,
    leaving,
    mended,
    stays_in_the_draft,
    word_of,
)


def slips(meeting):
    return proofread(meeting, lexicon_for(meeting, HouseWords()))


def test_a_suggestion_is_put_in_the_place_of_the_slip() -> None:
    meeting = meeting_of("The lcoal roof and the lcoal wall were sound.")
    first, second = slips(meeting)
    assert mended(meeting, second) == "The lcoal roof and the local wall were sound."
    assert mended(meeting, first, "coal") == "The coal roof and the lcoal wall were sound."


def test_a_line_that_reads_otherwise_by_now_is_not_mended() -> None:
    meeting = meeting_of("The lcoal roof was sound.")
    (slip,) = slips(meeting)
    line = meeting.line(1)
    changed, _ = ChangeLine(replace(line, text="A lcoal roof was sound.")).apply(meeting)
    with pytest.raises(SlipGone):
        mended(changed, slip)
    with pytest.raises(Refused):
        mended(meeting, replace(slip, suggestions=()))


def test_leaving_a_slip_can_be_undone() -> None:
    meeting = meeting_of("The lcoal roof was sound.")
    (slip,) = slips(meeting)
    left, undo = leaving(meeting, slip).apply(meeting)
    assert slips(left) == ()
    assert undo.apply(left)[0] == meeting


def test_an_exempt_word_is_kept_in_the_draft_alone(tmp_path) -> None:
    meeting = meeting_of("The bench was sound.\n# Tenders (Part II, 3)\nZibblety’s quizzle fell.")
    slip = next(each for each in slips(meeting) if "quizzle" in each.found)
    assert stays_in_the_draft(meeting, slip)
    kept, _ = keeping(meeting, slip).apply(meeting)
    assert "quizzle" not in [each.found for each in slips(kept)]
    kept, _ = leaving(kept, slip).apply(kept)
    store = DraftStore.create(tmp_path / "drafts", kept)
    store.close()
    again = DraftStore.open(store.path)
    assert (again.meeting.own_words, again.meeting.left) == (kept.own_words, kept.left)
    again.close()
    assert not (tmp_path / "register.json").exists()


def test_a_possessive_is_kept_as_its_word() -> None:
    meeting = meeting_of("The quizzle’s roof was sound.")
    (slip,) = slips(meeting)
    assert word_of(slip) == "quizzle"
    assert not stays_in_the_draft(meeting, slip)
