"""Outcomes as chairs announce them, motions with parts, and who presided how long."""

from __future__ import annotations

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style
from minute_taker.minutes.checking import check
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.registers import decisions
from minute_taker.minutes.understood import not_understood

HEAD = """\
committee: Parks Committee
date: 3 March 2026
time: 7.00 pm
closed: 8.00 pm
venue: Town Hall
members: Ada Larkin (Chairman), Bo Winter, Cy Penrow

"""


def read(lines: str) -> Meeting:
    return read_notes((HEAD + lines).encode()).meeting


def page(lines: str) -> str:
    said = document_text(compose(read(lines), load_style("hillingdon")))
    return " ".join(said.replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("carried by 2 votes to 1", "carried (2 for, 1 against)"),
        ("carried by two votes to one with no abstentions", "(2 for, 1 against, 0 abstained)"),
        ("carried with 2 in favour, 0 against and 1 abstention", "(2 for, 0 against, 1 abstained)"),
        ("carried 3-nil", "carried (3 for, 0 against)"),
        ("carried 2-0 with one abstention", "(2 for, 0 against, 1 abstained)"),
        ("defeated 1-2", "was lost (1 for, 2 against)"),
        ("not carried", "motion was lost."),
        ("unanimously carried", "was carried unanimously."),
        ("carried overwhelmingly", "was carried overwhelmingly."),
        ("carried on a show of hands", "was carried on a show of hands."),
        ("carried by a two-thirds majority", "was carried by a two-thirds majority."),
        ("carried, Cllr Penrow abstaining", "was carried with Cllr Penrow abstaining."),
        ("carried by the casting vote of the Mayor", "on the casting vote of the Chair"),
    ],
)
def test_an_outcome_is_printed_as_it_was_announced(typed: str, said: str) -> None:
    lines = f"# Item\n% Larkin / Winter: That it be done\n% {typed}\n"
    assert not not_understood(read(lines))
    assert said in page(lines)


@pytest.mark.parametrize("typed", ["fell for want of a seconder", "lost for lack of a seconder"])
def test_what_nobody_seconded_was_not_put_to_the_vote(typed: str) -> None:
    lines = f"# Item\n% Larkin / nil: That it be done\n% {typed}\n"
    said = page(lines)
    assert "moved by Councillor Larkin that it be done" in said
    assert "motion fell for" in said
    assert "put to the vote" not in said
    assert [(row.words, row.outcome) for row in decisions(read(lines))] == [
        ("That it be done", "fell")
    ]


@pytest.mark.parametrize("typed", ["Carried / Larkin: That it be so", "carried without a vote"])
def test_what_is_no_announcement_is_not_taken_for_one(typed: str) -> None:
    assert "was carried" not in page(f"# Item\n% {typed}\n")


@pytest.mark.parametrize(
    "typed",
    [
        "Larkin / Winter that it be done",
        "moved by Larkin, seconded by Winter: That it be done",
        "Proposed Larkin and seconded Winter that it be done",
    ],
)
def test_a_motion_as_it_is_spoken(typed: str) -> None:
    said = "It was moved by Councillor Larkin, and seconded by Councillor Winter, that it be done."
    assert said in page(f"# Item\n% {typed}\n")


PARTS = """\
# Rivers
% Larkin / Winter: That the Committee:
  ! notes the state of the rivers
  ! calls upon the Government:
    ! to act
% {outcome}
"""


def test_the_parts_of_a_motion_are_moved_and_not_yet_resolved() -> None:
    said = page(PARTS.format(outcome="lost 1-2-0"))
    assert "that the Committee: 1. notes the state" in said.replace("Notes", "notes")
    assert "RESOLVED" not in said
    rows = decisions(read(PARTS.format(outcome="lost 1-2-0")))
    assert [row.outcome for row in rows] == ["lost"]
    assert "notes the state of the rivers; calls upon the Government:; to act" in rows[0].words


def test_the_list_of_a_motion_is_listed_with_it() -> None:
    lines = "# A\n% Larkin / Winter: That we:\n- do this\n- do that\n% carried nem con\n"
    assert [row.words for row in decisions(read(lines))] == ["That we: do this; do that"]


def test_a_chair_without_an_end_does_not_seem_to_go_on() -> None:
    lines = "# One\n~ chair Winter 7.05 pm\n# Two\n~ chair Larkin\nText.\n"
    assert "in the chair from 7.05 pm to ??" in page(lines)
    assert any("until which Bo Winter" in finding.words for finding in check(read(lines)))


def test_a_chair_to_the_end_needs_no_end() -> None:
    lines = "# One\n~ chair Winter 7.05 pm\nText.\n"
    assert "in the chair from 7.05 pm)" in page(lines)
    assert not any("until which" in finding.words for finding in check(read(lines)))


def test_a_question_that_is_reported_already_is_not_asked_twice() -> None:
    lines = "# Item\n? @bw asked about the cost\n> £1,200.\n"
    said = document_text(compose(read(lines), load_style("reported-questions")))
    assert "Winter asked about the cost." in said
    assert "asked asked" not in said


def test_a_label_in_a_part_keeps_its_capital() -> None:
    said = page("# Item\n! That these be appointed:\n  ! Planning: Winter\n  ! Agree: Penrow\n")
    assert "a) Agree" not in said
    assert "1. Planning: Winter; and 2. Agree: Penrow." in said


def test_votes_for_one_name_twice_are_both_printed() -> None:
    said = page("# Item\n% amend Larkin: delete it\n% carried Larkin 3, Larkin 1\n")
    assert "3" in said
    assert "1" in said


def test_apologies_of_a_post_are_no_mistyped_name() -> None:
    rules = [f.rule for f in check(read("# Apologies\n~ apologies the Monitoring Officer\n"))]
    assert "unknown-name" not in rules
    mistyped = [f.rule for f in check(read("# Apologies\n~ apologies Wintre\n"))]
    assert "unknown-name" in mistyped
