"""The sample meeting that comes with the program, whole, in every style.

The expected texts are in ``golden/``. Where a wording is meant to change, run the tests once
with MINUTE_TAKER_WRITE_GOLDEN=1 and read the difference before it is kept.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from minute_taker import sample
from minute_taker.capture.notes_reader import read_notes_file
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import available_styles, load_style
from minute_taker.minutes.checking import check

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="module")
def meeting():
    notes = sorted(Path(sample.__file__).parent.glob("*.notes"))
    return read_notes_file(notes[0]).meeting


CASES = [("hillingdon", True), *((name, False) for name in available_styles())]


@pytest.mark.parametrize(("name", "public"), CASES)
def test_the_sample_reads_as_it_should(meeting, name, public) -> None:
    text = document_text(compose(meeting, load_style(name), public=public))
    kept = GOLDEN / f"{name}{'-public' if public else ''}.txt"
    if os.environ.get("MINUTE_TAKER_WRITE_GOLDEN"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", available_styles())
def test_the_samples_exempt_words_are_in_no_public_copy(meeting, name) -> None:
    text = document_text(compose(meeting, load_style(name)))
    assert "Weir Street Roof" in text or "WEIR STREET ROOF" in text
    for exempt in ("212,400", "surveyor", "scaffolding"):
        assert exempt not in text


def test_what_is_found_in_the_sample_is_the_gap_that_it_shows(meeting) -> None:
    (finding,) = check(meeting)
    line = meeting.line(finding.line)
    assert finding.rule == "gap"
    assert line is not None
    assert line.text == "The budget for the autumn visit was £??."
