"""Votes on people and votes between motions: who and what came out of them."""

from __future__ import annotations

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.amending import decided, motions
from minute_taker.minutes.checking import check
from minute_taker.minutes.elections import elections
from minute_taker.minutes.facts import Correction, MinutesApproved
from minute_taker.minutes.model import Item, Meeting
from minute_taker.minutes.registers import decisions

HEAD = "committee: Parks\nmembers: Ada Bright (Chairman), Ben Crane, Cleo Dunn\n\n# Business\n"


def meeting(lines: str) -> Meeting:
    return read_notes(f"{HEAD}{lines}\n".encode()).meeting


def item(lines: str) -> Item:
    return meeting(lines).items[-1]


def told(lines: str) -> list[tuple[str, str]]:
    return [(row.outcome, row.words) for row in decisions(meeting(lines))]


NOMINATED = "% nominate Dunn as Mayor by Crane\n% nominate Crane as Mayor by Dunn\n"
MOVED = "% Crane / Dunn: That it be kept\n% Dunn / Crane: That it be sold\n"


@pytest.mark.parametrize(
    ("lines", "who", "post"),
    [
        (NOMINATED + "% carried Dunn 2, Crane 1", "Dunn", "Mayor"),
        (NOMINATED + "% carried Dunn 2, Crane 2", "", "Mayor"),
        (NOMINATED + "% elected Crane 2, Dunn 2 casting vote", "Crane", "Mayor"),
        (NOMINATED + "% lost 1-2", "", "Mayor"),
        ("% nominate Dunn by Crane\n% carried", "Dunn", ""),
        ("% elected Dunn as Deputy Mayor unopposed", "Dunn", "Deputy Mayor"),
        ("% carried Dunn 2, Crane 1", "Dunn", ""),
        (
            "% nominate Dunn as Mayor by Crane\n% nominate Crane as Clerk by Dunn\n% elected Crane",
            "Crane",
            "Clerk",
        ),
    ],
)
def test_a_vote_on_people(lines: str, who: str, post: str) -> None:
    (election,) = elections(item(lines)).values()
    assert (election.who, election.post) == (who, post)


def test_an_election_is_a_decision() -> None:
    assert told(NOMINATED + "% carried Dunn 2, Crane 1") == [
        ("elected", "Cleo Dunn was elected as Mayor")
    ]
    assert told("% elected Dunn and Crane") == [("elected", "Cleo Dunn and Ben Crane were elected")]
    assert told(NOMINATED + "% carried Dunn 2, Crane 1\n! That Dunn be elected Mayor") == [
        ("carried", "That Dunn be elected Mayor")
    ]


def test_an_election_leaves_a_motion_open() -> None:
    lines = "% Crane / Dunn: That a teller be chosen\n% nominate Dunn by Crane\n% carried\n% lost"
    assert [(each.words, each.outcome.result) for each in motions(item(lines))] == [
        ("That a teller be chosen", "lost")
    ]


@pytest.mark.parametrize(
    ("vote", "kept", "sold"),
    [
        ("% carried Crane 2, Dunn 1", "carried", "lost"),
        ("% carried Dunn 2, Crane 1", "lost", "carried"),
        ("% carried Option A 1, Option B 2", "lost", "carried"),
    ],
)
def test_of_rival_motions_one_is_carried_and_the_other_lost(vote, kept, sold) -> None:
    assert told(MOVED + vote) == [(kept, "That it be kept"), (sold, "That it be sold")]


def test_what_won_is_resolved() -> None:
    lines = MOVED + "% carried Dunn 2, Crane 1\n! That it be sold"
    assert [each.words for each in decided(item(lines)).values()] == ["That it be sold"]
    assert told(lines) == [("lost", "That it be kept"), ("carried", "That it be sold")]


def test_nothing_is_decided_by_as_many_votes_for_each() -> None:
    assert [each.outcome for each in motions(item(MOVED + "% carried Crane 1, Dunn 1"))] == [
        None,
        None,
    ]


def test_more_votes_than_voters_are_found() -> None:
    found = [each.rule for each in check(meeting(NOMINATED + "% carried Dunn 3, Crane 1"))]
    assert "votes-do-not-add-up" in found
    assert "votes-do-not-add-up" not in [
        each.rule for each in check(meeting(NOMINATED + "% carried Dunn 2, Crane 1"))
    ]


@pytest.mark.parametrize(
    ("typed", "data"),
    [
        ("page 2, “a” to read “b” (Crane)", Correction("“a” to read “b”", "page 2", "Crane")),
        (
            "the following: minute 64/25, second paragraph: delete “not” (moved by Crane / Dunn)",
            Correction("delete “not”", "minute 64/25, second paragraph", "Crane and Dunn"),
        ),
        ("“a” to be deleted (Cllr Dunn).", Correction("“a” to be deleted", "", "Cllr Dunn")),
        (
            "on page 3: Mr (Bo) to read Mr Winter",
            Correction("Mr (Bo) to read Mr Winter", "on page 3"),
        ),
    ],
)
def test_a_correction_is_data(typed: str, data: Correction) -> None:
    fact = item(f"! minutes 6 January 2026 subject to {typed}").lines[0].fact
    assert isinstance(fact, MinutesApproved)
    assert fact.corrections == (data,)


def test_words_that_name_no_place_and_no_mover_are_words() -> None:
    fact = item("! minutes 6 January 2026 subject to the above changes").lines[0].fact
    assert fact == MinutesApproved(fact.dates, "the above changes")
