"""Declarations of interest at their item: reminders, lines offered, who may vote."""

from __future__ import annotations

import datetime as dt

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.session import Session
from minute_taker.minutes.facts import Interest
from minute_taker.minutes.interests import (
    Interests,
    barred,
    closing_lines,
    opening_lines,
    reminders,
)
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.presence import ledger, standing

HEAD = """\
committee: Orchards Committee
members: Ada Bright (Chairman), Ben Crane, Cleo Dunn, Dev Ellery
officers: Rhys Gale (Head of Orchards)

# Declarations of interest (2)
"""


def of(declared: str, lines: str = "") -> Meeting:
    text = f"{HEAD}{declared}\n# Paths (4)\n# Pruning (5)\n{lines}# Hedges (6)\n"
    return read_notes(text.encode()).meeting


def item(meeting: Meeting, number: str) -> int:
    return next(item.id for item in meeting.items if item.agenda_number == number)


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (
            "~ interest Crane 5: he rented the orchard. (left)",
            "Ben Crane declared an interest in this item and leaves for it: he rented the orchard",
        ),
        (
            "~ interest @bc 5: pecuniary, he rented it",
            "Ben Crane declared a pecuniary interest in this item and has no vote: he rented it",
        ),
        (
            "~ interest Crane 5 non-pecuniary (stayed)",
            "Ben Crane declared a non-pecuniary interest in this item and stays",
        ),
        (
            "~ interest Nobody 5 (left, no vote)",
            "Nobody declared an interest in this item and leaves for it, without a vote",
        ),
    ],
)
def test_the_clerk_is_reminded_when_the_item_opens(declared, said) -> None:
    meeting = of(declared)
    assert [each.words for each in reminders(meeting, item(meeting, "5"))] == [said]
    assert reminders(meeting, item(meeting, "6")) == ()


def test_an_interest_in_several_items_is_one_in_each() -> None:
    meeting = of("~ interest Crane items 5 and 6: a tenant (left)")
    assert [len(reminders(meeting, item(meeting, number))) for number in ("2", "4", "5", "6")] == [
        0,
        0,
        1,
        1,
    ]


def test_an_interest_without_an_item_belongs_to_the_item_it_stands_in() -> None:
    meeting = of("~ interest Dunn 4: x", "~ interest Crane: a tenant (left)\n")
    assert len(reminders(meeting, item(meeting, "5"))) == 1


def test_whoever_is_to_leave_is_offered_out_and_back_in() -> None:
    meeting = of("~ interest Crane 5: a tenant (left)\n~ interest Dunn 5: a friend (stayed)")
    five = item(meeting, "5")
    session = Session(meeting)
    session.go(five)
    assert opening_lines(meeting, five) == ("~ out Crane",)
    assert closing_lines(meeting, five) == ()
    for line in opening_lines(meeting, five, dt.time(19, 42)):
        assert line == "~ out Crane 7.42 pm"
        session.enter(line)
    assert opening_lines(session.meeting, five) == ()
    session.enter("The orchard was pruned.")
    for line in closing_lines(session.meeting, five):
        assert line == "~ in Crane"
        session.enter(line)
    assert closing_lines(session.meeting, five) == ()
    assert opening_lines(session.meeting, five) == ()
    assert ledger(session.meeting).doubts == ()


def test_several_leave_in_one_line_and_codes_tell_apart_who_shares_a_name() -> None:
    declared = "~ interest Crane 5 (left)\n~ interest Dunn, Ellery 5 (left)"
    meeting = of(declared)
    assert opening_lines(meeting, item(meeting, "5")) == ("~ out Crane, Dunn and Ellery",)
    text = HEAD.replace("Dev Ellery", "Dev Ellery, Eve Crane")
    shared = read_notes(f"{text}~ interest @bc 5 (left)\n# Pruning (5)\n".encode()).meeting
    assert opening_lines(shared, item(shared, "5")) == ("~ out @bc",)


def test_whoever_is_out_already_is_not_offered() -> None:
    meeting = of("~ interest Crane 5 (left)\n~ out Crane")
    assert opening_lines(meeting, item(meeting, "5")) == ()
    assert closing_lines(meeting, item(meeting, "5")) == ()


def test_what_is_not_there_offers_nothing() -> None:
    meeting = of("~ interest Nobody 5 (left)")
    assert opening_lines(meeting, item(meeting, "5")) == ()
    assert reminders(meeting, 99) == opening_lines(meeting, 99) == closing_lines(meeting, 99) == ()


def test_no_vote_of_theirs_is_counted() -> None:
    meeting = of("~ interest Crane 5 (left, no vote)\n~ interest Dunn 5 (stayed)")
    interests = Interests(meeting)
    now = standing(meeting)
    everybody = {person.id for person in meeting.attendance if person.name != "Rhys Gale"}
    crane = next(person.id for person in meeting.attendance if person.name == "Ben Crane")
    assert interests.entitled(item(meeting, "5"), now) == everybody - {crane}
    assert interests.entitled(item(meeting, "6"), now) == everybody


def test_which_interests_bar() -> None:
    assert barred(Interest("x", nature="disclosable pecuniary"))
    assert barred(Interest("x", conduct="left, no vote"))
    assert not barred(Interest("x", nature="non-pecuniary", conduct="stayed"))
