"""The figures that proofing is held to, on a part of what the benchmark measures."""

from __future__ import annotations

from pathlib import Path

import pytest
from slips import (
    clean_meeting,
    in_the_present,
    lexicon_of,
    typos,
    unexplained,
    word_count,
)

from minute_taker.capture.notes_reader import read_notes_file
from minute_taker.proofing import Proofreader, proofread
from minute_taker.proofing.word_list import word_list

SUPPORT = Path(__file__).parents[1] / "support"
CLEAN = ("clean_minutes.notes", "clean_other_councils.notes")


def test_clean_minutes_are_left_alone() -> None:
    words = findings = spelling = 0
    for name in CLEAN:
        meeting = read_notes_file(SUPPORT / name).meeting
        found = proofread(meeting, lexicon_of(meeting))
        words += word_count(meeting)
        findings += len(found)
        spelling += sum(finding.rule == "spelling" for finding in found)
    assert words >= 4000
    assert findings / words <= 1.0 / 1000
    assert spelling / words <= 0.3 / 1000


def hits(planted) -> tuple[int, int]:
    """How many of the planted slips are found, and how many with the right word first."""
    reader, found, first = Proofreader(), 0, 0
    lexicon = lexicon_of(clean_meeting())
    for each in planted:
        at = [
            finding
            for finding in reader.findings(each.meeting, lexicon)
            if finding.line == each.line and finding.place[0] <= each.start < finding.place[1]
        ]
        found += bool(at)
        first += any(each.right in finding.suggestions[:1] for finding in at)
    return found, first


@pytest.mark.parametrize("seed", [3, 1725])
def test_typing_errors_are_found_with_the_right_word_first(seed) -> None:
    planted = list(typos(clean_meeting(), 150, seed, is_word=word_list()))
    found, first = hits(planted)
    assert found >= 0.88 * len(planted)
    assert first >= 0.88 * found


def test_the_present_tense_is_found() -> None:
    planted = list(in_the_present(clean_meeting(), 60, 8))
    found, first = hits(planted)
    assert found >= 0.8 * len(planted)
    assert first == found


def test_acronyms_that_nobody_spelt_out_are_found() -> None:
    planted = list(unexplained(clean_meeting(), 40, 8))
    assert hits(planted)[0] >= 0.95 * len(planted)
