"""Presence by day, and out of the room for an interest: one ledger for all who ask."""

from __future__ import annotations

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.checking import check
from minute_taker.minutes.interests import Interests
from minute_taker.minutes.model import Line, Meeting
from minute_taker.minutes.presence import ledger

HEAD = """\
committee: Parks Committee
date: 3 March 2026
time: 7.00 pm
closed: 9.00 pm
venue: Town Hall
members: Ada Larkin (Chairman), Bo Winter, Cy Penrow, Dee Ford
quorum: 3

"""
NAMES = {"Larkin": 1, "Winter": 2, "Penrow": 3, "Ford": 4}


def meeting_of(lines: str) -> Meeting:
    return read_notes(f"{HEAD}{lines}\n".encode()).meeting


def here_at(meeting: Meeting, text: str) -> set[str]:
    line: Line = next(line for _, line in meeting.lines() if line.text == text)
    present = ledger(meeting).at(line.id).present
    return {name for name, number in NAMES.items() if number in present}


EVERYBODY = set(NAMES)
SECOND_DAY = "~ adjourned 10.00 pm to 11 March 2026\n~ resumed 6.30 pm\n"


@pytest.mark.parametrize(
    ("lines", "first", "second"),
    [
        ("# One\nFirst.\n" + SECOND_DAY + "~ apologies Ford\nSecond.", EVERYBODY, {"Ford"}),
        ("# One\nFirst.\n" + SECOND_DAY + "~ late Ford 7.00 pm\nSecond.", EVERYBODY, set()),
        ("# One\n~ out Ford 9.30 pm\nFirst.\n" + SECOND_DAY + "Second.", {"-Ford"}, set()),
        ("# One\n~ apologies Ford\nFirst.\n" + SECOND_DAY + "Second.", {"-Ford"}, set()),
        (
            "# One\n~ out Ford 9.30 pm\nFirst.\n" + SECOND_DAY + "~ in Ford 7.05 pm\nSecond.",
            {"-Ford"},
            set(),
        ),
    ],
)
def test_each_day_has_a_presence_of_its_own(lines: str, first: set[str], second: set[str]) -> None:
    meeting = meeting_of(lines)
    gone = {name.removeprefix("-") for name in first if name.startswith("-")}
    assert here_at(meeting, "First.") == EVERYBODY - gone
    assert here_at(meeting, "Second.") == EVERYBODY - second
    wrong = ("leaves-twice", "comes-in-without-leaving", "comes-in-though-away", "mover-absent")
    assert not [found for found in check(meeting) if found.rule in wrong]


def test_who_comes_late_on_the_second_day_is_not_there_before() -> None:
    meeting = meeting_of("# One\nFirst.\n" + SECOND_DAY + "Before.\n~ late Ford 7.00 pm\nAfter.")
    assert here_at(meeting, "Before.") == EVERYBODY - {"Ford"}
    assert here_at(meeting, "After.") == EVERYBODY


@pytest.mark.parametrize(
    ("lines", "during", "after"),
    [
        ("# A\n~ interest Ford: a friend (left)\nDuring.\n# B\nAfter.", {"Ford"}, set()),
        ("# A\n~ interest Ford 2: a friend (left)\n# B\nDuring.\n# C\nAfter.", {"Ford"}, set()),
        (
            "# A\n~ interest Ford: a friend (left)\nDuring.\n~ in Ford 8.00 pm\nAfter.",
            {"Ford"},
            set(),
        ),
        (
            "# A\n~ interest Ford: a friend (left)\n~ out Ford 7.10 pm\nDuring.\n# B\nAfter.",
            {"Ford"},
            {"Ford"},
        ),
        ("# A\n~ interest Ford: a friend (stayed)\nDuring.\n# B\nAfter.", set(), set()),
        (
            "# A\n~ interest Ford and Winter 2: a tie (left, no vote)\n# B\nDuring.\n# C\nAfter.",
            {"Ford", "Winter"},
            set(),
        ),
        ("# A\n~ interest Ford 2: a friend (left)\n# B\n# C\nDuring.\nAfter.", set(), set()),
    ],
)
def test_who_left_for_an_interest_is_out_for_the_item(
    lines: str, during: set[str], after: set[str]
) -> None:
    meeting = meeting_of(lines)
    assert here_at(meeting, "During.") == EVERYBODY - during
    assert here_at(meeting, "After.") == EVERYBODY - after
    doubts = ("leaves-twice", "comes-in-without-leaving")
    assert not [found for found in check(meeting) if found.rule in doubts]


def test_quorum_count_and_votes_read_one_ledger() -> None:
    meeting = meeting_of(
        "# A\n~ interest Ford and Winter 2: a tie (left)\n# B\nDuring.\n% carried 2-0-0\n"
        "# C\nAfter."
    )
    found = {finding.rule for finding in check(meeting)}
    assert "quorum-lost" in found
    assert "votes-do-not-add-up" not in found
    item = meeting.items[1]
    at = ledger(meeting).at(item.lines[0].id)
    assert at.members_present == len(Interests(meeting).entitled(item.id, at)) == 2
