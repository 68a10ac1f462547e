"""What the agenda recommends is offered as the item's resolution."""

from __future__ import annotations

import pytest

from minute_taker.capture.session import Session
from minute_taker.minutes.model import Item, Kind, Line, Meeting, Part
from minute_taker.minutes.recommendations import offered_line, offered_lines
from minute_taker.minutes.standing import standing_kind


def item(title: str, *text: str, part: Part = Part.PUBLIC) -> Item:
    lines = tuple(
        Line(
            id=n,
            kind=Kind.AGENDA,
            text=words.strip(),
            depth=(len(words) - len(words.lstrip())) // 2,
        )
        for n, words in enumerate(text, 1)
    )
    return Item(id=1, title=title, part=part, lines=lines)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (["Report.", "RECOMMENDATION: That the Committee notes the report."],
         ["! That the Committee notes the report."]),
        (["Recommendations:", "1. That it be noted", "2. That it be sent"],
         ["! That it be noted", "! That it be sent"]),
        (["The Committee is recommended to:", "  (a) note the report; and", "  (b) agree it."],
         ["! That the Committee:", "  ! note the report; and", "  ! agree it."]),
        (["Cabinet is asked to approve the budget."], ["! That Cabinet approve the budget."]),
        (["RECOMMENDED - That it be noted.", "Wards affected: all"], ["! That it be noted."]),
        (["Recommendation", "That it be noted."], ["! That it be noted."]),
        (["Officer's recommendation: Approval"], ["! Approval"]),
        (["The report recommends nothing yet."], []),
        (["Recommendation:"], []),
    ],
)  # fmt: skip
def test_word_for_word_in_the_councils_form(text, offered):
    assert list(offered_lines(item("Trees", *text))) == offered


@pytest.mark.parametrize(
    ("title", "kind", "offered"),
    [
        ("Minutes of the meeting held on 6 May 2027", "minutes", ["! minutes 6 May 2027"]),
        ("To receive the minutes of 6th May 2027 as a correct record", "minutes",
         ["! minutes 6 May 2027"]),
        ("Minutes", "minutes", []),
        ("Exclusion of the Press and Public", "exempt business", ["~ exclude"]),
        ("Apologies for absence", "apologies", []),
        ("Members’ Declarations of Interest", "declarations", []),
        ("Disclosure of Pecuniary Interests", "declarations", []),
        ("Trees", None, []),
        ("Car park charges: first 30 minutes", None, []),
    ],
)  # fmt: skip
def test_the_standing_items_are_known_by_their_titles(title, kind, offered):
    assert standing_kind(title) == kind
    assert list(offered_lines(item(title))) == offered


def test_one_after_another_until_all_are_taken_or_something_else_is_resolved():
    text = ["Recommendations:", "1. That it be noted", "2. That it be sent"]
    session = Session(Meeting(items=(item("Trees", *text),), last_item=1, last_line=3))
    session.go(1)

    assert session.recommended == "! That it be noted"
    session.enter("Officers introduced the report.")
    assert session.recommended == "! That it be noted"
    session.enter("! That it be noted")
    assert session.recommended == "! That it be sent"
    session.enter("! That it be sent")
    assert session.recommended == ""


def test_what_was_resolved_otherwise_ends_the_offer():
    here = item("Trees", "Recommendation: That it be noted.")
    session = Session(Meeting(items=(here,), last_item=1, last_line=1))
    session.go(1)
    session.enter("! That it be refused")
    assert session.recommended == ""
    assert offered_line(session.meeting.items[0]) == ""
