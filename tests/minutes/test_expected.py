"""Somebody expected is nobody yet: a gap until the clerk says whether they came."""

from __future__ import annotations

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.capture.session import Session
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style
from minute_taker.composing.style_reader import available_styles
from minute_taker.minutes.changes import all_present
from minute_taker.minutes.checking import check
from minute_taker.minutes.gaps import gap_count
from minute_taker.minutes.model import Meeting, State
from minute_taker.minutes.presence import ledger, standing, still_expected

HEAD = (
    "committee: Parks Committee\ndate: 3 March 2026\ntime: 7.00 pm\nclosed: 8.00 pm\n"
    "venue: Room 2\nquorum: 2\n"
    "members: Ada Bright (Chairman, expected), Ben Crane (expected), Cleo Dunn\n"
    "officers: Rhys Gale (Head of Parks, expected)\n\n"
)


def meeting(lines: str = "") -> Meeting:
    return read_notes(f"{HEAD}# Lease\n{lines}".encode()).meeting


def named(people) -> list[str]:
    return [person.name for person in people]


def test_whoever_is_expected_is_not_in_the_room_and_is_a_gap():
    here = meeting()

    assert named(still_expected(here)) == ["Ada Bright", "Ben Crane", "Rhys Gale"]
    assert standing(here).members_present == 1
    assert standing(here).members_expected == 3
    assert gap_count(here) == 3
    gaps = [finding.words for finding in check(here) if finding.rule == "gap"]
    assert len(gaps) == 3
    assert all("is expected" in words for words in gaps)


@pytest.mark.parametrize(
    ("line", "came"),
    [
        ("~ in Crane 7.10 pm", True),
        ("~ late Crane 7.10 pm", True),
        ("~ out Crane 7.30 pm", True),
        ("~ chair Crane", True),
        ("~ apologies Crane", False),
    ],
)
def test_a_line_that_tells_of_somebody_fills_the_gap(line, came):
    here = meeting(f"{line}\n")

    crane = here.attendance[1].id
    assert named(still_expected(here)) == ["Ada Bright", "Rhys Gale"]
    assert (crane in ledger(here).came) is came
    assert ledger(here).doubts == ()


def test_those_who_may_have_come_are_no_reason_to_find_the_quorum_lost_or_a_vote_wrong():
    here = meeting("% Bright / Crane: That the lease be granted\n% carried 3-0-0\n% for Bright\n")

    rules = {finding.rule for finding in check(here)}
    assert not rules & {"quorum-lost", "mover-absent", "votes-after-leaving"}
    assert "votes-do-not-add-up" in rules  # three for, and one named


def test_all_present_is_one_change_and_can_be_undone():
    session = Session(meeting())
    before = session.meeting
    session.do(all_present(before))

    assert {person.state for person in session.meeting.attendance} == {State.PRESENT}
    assert gap_count(session.meeting) == 0
    session.undo()
    assert session.meeting == before


@pytest.mark.parametrize("style", available_styles())
def test_nobody_who_is_only_expected_is_printed_without_a_mark(style):
    page = document_text(compose(meeting(), load_style(style), public=True))

    for line in page.splitlines():
        if "Bright" in line or "Gale" in line or "Crane" in line:
            assert "??" in line
            assert "expected" in line
        if "Dunn" in line and "Crane" not in line:
            assert "??" not in line


def test_a_post_of_that_name_is_no_mark_and_the_notes_keep_both():
    text = HEAD.replace("Cleo Dunn", r"Cleo Dunn (\expected)")
    here = read_notes(text.encode()).meeting

    assert (here.attendance[2].post, here.attendance[2].state) == ("expected", State.PRESENT)
    assert read_notes(write_notes(here).encode()).meeting == here


def test_the_listing_of_gaps_names_them_and_adding_one_to_a_list_says_that_they_came():
    session = Session(meeting())

    assert session.enter(":gaps").listing[0].startswith("@ab Ada Bright")
    assert session.enter(":add members: Ada Bright").outcome == "done"
    assert session.meeting.attendance[0].state is State.PRESENT
    session.enter(":add members: Ada Bright (expected)")
    assert session.meeting.attendance[0].state is State.EXPECTED
