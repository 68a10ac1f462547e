"""A meeting of a full Council with everything that happens at one, from the notes to the page.

The council, the borough and the people are made up. The expected texts are in ``golden/``;
MINUTE_TAKER_WRITE_GOLDEN=1 writes them anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from council import NOTES, PLANTED, meeting_of, planted

from minute_taker.capture.notes_writer import write_notes
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import available_styles, load_style
from minute_taker.minutes.checking import Finding, check
from minute_taker.minutes.interests import Interests, opening_lines, reminders
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.presence import ledger
from minute_taker.minutes.questions import questions
from minute_taker.minutes.registers import actions, decisions

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def council() -> Meeting:
    return meeting_of(NOTES)


@pytest.mark.parametrize("public", [True, False])
def test_the_minutes_read_as_they_should(council, public) -> None:
    text = document_text(compose(council, load_style(), public=public))
    kept = HERE / "golden" / f"council{'-public' if public else ''}.txt"
    if os.environ.get("MINUTE_TAKER_WRITE_GOLDEN"):
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("style", available_styles())
def test_nothing_exempt_and_no_address_is_in_a_public_copy(council, style) -> None:
    text = document_text(compose(council, load_style(style)))
    for words in ("Garland", "1,310,000", "highest", "Tanner's Row", "Quay Lane, "):
        assert words not in text
    assert "land at quay lane" in text.lower()
    assert re.search(r"Vane left the meeting at 9.38 ?pm", text)


def test_the_meeting_is_read_again_as_it_was_written(council) -> None:
    again = meeting_of(write_notes(council))
    for style in available_styles():
        for public in (True, False):
            documents = [compose(one, load_style(style), public=public) for one in (council, again)]
            assert document_text(documents[0]) == document_text(documents[1])
    assert check(again) == ()


def test_the_registers(council) -> None:
    assert [(row.who, row.due, row.source, row.done) for row in actions(council)] == [
        (("Amos Birch",), "12 June 2026", "+", False),
        (("Caspar Rowe",), "5 June 2026", ">+", False),
        (("Caspar Rowe",), "", "~ writing", False),
        (("Yusuf Amin",), "5 June 2026", ">+", True),
    ]
    outcomes = [row.outcome for row in decisions(council) if not row.depth]
    assert outcomes == [
        "approved", "resolved", "noted", "resolved", "carried", "resolved", "agreed", "lost",
        "withdrawn", "carried", "deferred", "deferred", "resolved", "resolved",
    ]  # fmt: skip


def test_the_questions(council) -> None:
    found = [(each.line.number, each.answered, each.in_writing) for each in questions(council)]
    assert found[:6] == [
        ("1", True, False),
        ("", True, False),
        ("2", True, False),
        ("4", True, True),
        ("1", True, False),
        ("3", True, False),
    ]
    assert questions(council)[2].read_by == "Vane"


def test_interests_and_who_could_vote(council) -> None:
    rents = next(item for item in council.items if item.agenda_number == "8")
    assert [each.words.split(" declared")[0] for each in reminders(council, rents.id)] == [
        "Mabel Pell",
        "Gus Dunmore",
    ]
    assert opening_lines(council, rents.id) == ()
    vote = next(line for line in rents.lines if line.text.startswith("carried 9"))
    could = Interests(council).entitled(rents.id, ledger(council).at(vote.id))
    assert len(could) == 13
    bare = NOTES.replace("~ out Pell and Dunmore 7.58 pm\n", "")
    bare = bare.replace("~ in Pell and Dunmore 8.31 pm\n", "")
    assert opening_lines(meeting_of(bare), rents.id) == ("~ out Pell and Dunmore",)


def test_nothing_in_it_is_found_wanting(council) -> None:
    assert check(council) == ()


def place(meeting: Meeting, finding: Finding) -> tuple[str, str]:
    """The rule, and the words at which it is found."""
    line = meeting.line(finding.line) if finding.line is not None else None
    item = meeting.item(finding.item) if finding.item is not None else None
    return finding.rule, line.text if line is not None else item.title if item is not None else ""


@pytest.mark.parametrize("fault", PLANTED, ids=lambda fault: fault[0])
def test_each_planted_fault_is_found_where_it_is(fault) -> None:
    meeting = planted([fault])
    assert [place(meeting, finding) for finding in check(meeting)] == [(fault[0], fault[3])]


def test_all_planted_faults_are_found_and_no_other() -> None:
    meeting = planted(PLANTED)
    found = [place(meeting, finding) for finding in check(meeting)]
    assert len(found) == len(PLANTED)
    assert sorted(found) == sorted((rule, words) for rule, _, _, words in PLANTED)
