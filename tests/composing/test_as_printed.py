"""What each line of data will print: the same words as on the page, by the line."""

from __future__ import annotations

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.as_printed import as_printed
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style

HEAD = (
    "committee: Parks Committee\ndate: 3 March 2026\ntime: 7.00 pm\n"
    "members: Ada Bright (Chairman), Bo Crane, Cleo Dunn\n\n"
)
LINES = """\
# Apologies for absence
# Gate
~ adjourned 8.20 pm for a fire alarm
~ resumed 8.31 pm
~ out Crane to take a call
Plain words.
% Bright / Dunn: That it be done
% carried unanimously
! noted
~ vanished Crane 9 pm
"""


@pytest.fixture(scope="module")
def meeting():
    return read_notes((HEAD + LINES).encode()).meeting


def test_each_line_of_data_is_given_with_its_sentence(meeting) -> None:
    said = as_printed(meeting, load_style()).lines
    assert said[1] == (
        "The Committee adjourned at 8.20 pm for a fire alarm and reconvened at 8.31 pm.",
    )
    assert said[2] == ()
    assert said[3] == ("During this item, Councillor Crane left the meeting to take a call.",)
    assert 4 not in said
    assert "carried unanimously" in said[6][0]
    assert "That the report be noted" in said[7][0]
    assert 8 not in said


def test_what_no_line_says_is_given_by_its_item(meeting) -> None:
    assert as_printed(meeting, load_style()).items[1] == ("There were no apologies for absence.",)


@pytest.mark.parametrize("style", ["hillingdon", "parish-council", "numbered-paragraphs"])
def test_every_sentence_stands_on_the_page(meeting, style) -> None:
    house = load_style(style)
    page = " ".join(document_text(compose(meeting, house, public=False)).split())
    for sentences in as_printed(meeting, house).lines.values():
        for sentence in sentences:
            assert " ".join(sentence.split()) in page
