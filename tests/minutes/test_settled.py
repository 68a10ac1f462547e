"""What a vote has settled is told from what is still open."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from minute_taker.capture.session import Session
from minute_taker.minutes.changes import (
    ChangeItem,
    ChangeLine,
    MoveItem,
    MoveLine,
    RemoveItem,
    RemoveLine,
    SetLines,
    Several,
)
from minute_taker.minutes.model import Kind, Meeting
from minute_taker.minutes.settled import settled, settled_at

EVENING = dt.datetime(2026, 3, 3, 19, 40, 12)
MOVED = ("# Gate (5)", "% Bright / Crane: That it be mended", "% amend Dunn / Ellery: That it go")


def meeting(*votes: str) -> Meeting:
    session = Session(Meeting(), clock=lambda: EVENING)
    for raw in (*MOVED, *votes):
        session.enter(raw)
    return session.meeting


@pytest.mark.parametrize(
    ("votes", "motion", "amendment"),
    [
        ((), "", ""),
        (("% lost",), "", "the amendment at line 2 was lost at 7.40 pm"),
        (
            ("% lost", "% carried 3-1-0"),
            "the motion at line 1 was carried at 7.40 pm",
            "the amendment at line 2 was lost at 7.40 pm",
        ),
        (("% withdrawn", "% withdrawn"), "", ""),
    ],
)
def test_a_vote_settles_the_words_that_were_moved(votes, motion, amendment) -> None:
    of = meeting(*votes)
    assert (settled_at(of, 1), settled_at(of, 2)) == (motion, amendment)
    assert settled_at(of, of.last_line) == settled_at(of, 99) == ""


def test_every_change_of_the_words_is_seen_and_no_other() -> None:
    of = meeting("% lost", "% carried")
    (item,) = of.items
    motion, amendment, *votes = item.lines
    other = replace(motion, text=motion.text + " soon")
    said = "the motion at line 1 was carried at 7.40 pm"
    for change in (
        ChangeLine(other),
        RemoveLine(1),
        SetLines(item.id, (other, amendment, *votes)),
        SetLines(item.id, tuple(votes)),
        Several((ChangeLine(replace(votes[1], text="carried 4-0")), ChangeLine(other))),
    ):
        assert settled(of, change) == said
    for change in (
        ChangeLine(replace(motion, depth=1)),
        RemoveLine(votes[1].id),
        SetLines(item.id, item.lines),
        ChangeLine(replace(motion, id=77)),
    ):
        assert settled(of, change) == ""


def test_a_line_from_a_file_has_no_time() -> None:
    session = Session(Meeting(), clock=None)
    for raw in (*MOVED[:2], "% carried"):
        session.enter(raw)
    assert settled_at(session.meeting, 1) == "the motion at line 1 was carried"


VOTED = (
    "# Gate (5)",
    "% Bright / Crane: That it be mended",  # 1
    "% carried 3-1-0",
    "% for Bright, Crane, Dunn",
    "! That the gate:",  # 4
    "  ! be mended",
    "  - with oak",
    "Officers thanked the Committee.",  # 7
    "! That the report be noted",
)
MOTION = "the motion at line 1 was carried at 7.40 pm"
VOTE = f"belongs to the vote by which {MOTION}"
RESOLVED = f"was resolved by the vote at line 2: {MOTION}"


def taken_down(*typed: str) -> Meeting:
    session = Session(Meeting(), clock=lambda: EVENING)
    for raw in typed:
        assert session.enter(raw).outcome in ("saved", "done")
    return session.meeting


def test_the_vote_and_what_it_resolved_are_settled_with_the_motion() -> None:
    of = taken_down(*VOTED)
    assert {line.id: settled_at(of, line.id) for _, line in of.lines()} == {
        1: MOTION,
        2: f"line 2 {VOTE}",
        3: f"line 3 {VOTE}",
        4: f"line 4 {RESOLVED}",
        5: f"line 5 {RESOLVED}",
        6: f"line 6 {RESOLVED}",
        7: "",
        8: "",
    }


@pytest.mark.parametrize("last", range(2, 8))
def test_a_vote_and_a_resolution_are_open_until_something_else_is_taken_down(last) -> None:
    of = taken_down(*VOTED[: last + 1])
    still_written = {2: {2}, 3: {2, 3}, 4: {4}, 5: {4, 5}, 6: {4, 5, 6}, 7: {7}}[last]
    assert {n for n in range(1, last + 1) if not settled_at(of, n)} == still_written


def test_they_are_settled_when_an_item_is_opened_and_something_taken_down_there() -> None:
    of = taken_down(*VOTED[:5], "# Next", "The report was introduced.")
    assert settled_at(of, 4) == f"line 4 {RESOLVED}"


@pytest.mark.parametrize(
    "typed",
    [
        ("! That it be noted", "So it was.", "! minutes 3 March 2020", "Then."),
        ("% Bright: That it go", "% withdrawn", "! That it be noted", "So it was."),
        ("% Bright: That it go", "! That it be noted", "So it was."),
    ],
)
def test_a_resolution_that_came_from_no_vote_is_never_settled(typed) -> None:
    of = taken_down("# Gate", *typed)
    assert [settled_at(of, line.id) for _, line in of.lines()] == [""] * of.line_count()


def test_a_resolution_after_a_lost_motion_or_after_other_words_is_open() -> None:
    lost = taken_down("# Gate", "% Bright: That it go", "% lost", "! That it stay", "So it was.")
    assert settled_at(lost, 3) == ""
    later = taken_down(*VOTED)
    assert settled_at(later, 8) == ""


def test_a_vote_on_what_nobody_moved_is_settled_too() -> None:
    of = taken_down("# Gate", "% carried 3-1", "! That it be mended", "Officers left.")
    assert settled_at(of, 1) == (
        "line 1 belongs to the vote by which what was put to it was carried at 7.40 pm"
    )
    assert settled_at(of, 2).startswith("line 2 was resolved by the vote at line 1: what was put")


def test_moving_parting_and_taking_out_are_changes_of_what_is_settled() -> None:
    of = taken_down(*VOTED, "# Next", "The report was introduced.")
    gate, other = of.items
    motion, vote, named, stem, part, *_ = gate.lines
    swapped = (motion, named, vote, *gate.lines[2:])
    for change, said in (
        (MoveLine(1, gate.id, 3), MOTION),
        (MoveLine(2, other.id), f"line 2 {VOTE}"),
        (MoveLine(5, gate.id, 0), f"line 5 {RESOLVED}"),
        (ChangeLine(replace(part, depth=0)), f"line 5 {RESOLVED}"),
        (ChangeLine(replace(stem, kind=Kind.TEXT)), f"line 4 {RESOLVED}"),
        (RemoveItem(gate.id), MOTION),
        (SetLines(gate.id, swapped), f"line 2 {VOTE}"),
        (SetLines(gate.id, (motion, vote, stem, *gate.lines[4:])), f"line 3 {VOTE}"),
    ):
        assert settled(of, change) == said, change
    for change in (
        MoveLine(1, gate.id, 0),
        MoveLine(8, gate.id, 0),
        MoveLine(7, other.id),
        MoveItem(gate.id, 1),
        ChangeItem(replace(gate, title="Gates")),
        RemoveItem(other.id),
        RemoveItem(99),
        SetLines(gate.id, (*gate.lines[:6], replace(gate.lines[6], text="Thanks"))),
        SetLines(gate.id, (replace(part, id=40, text="first"), *gate.lines)),
    ):
        assert settled(of, change) == "", change


some_id = st.integers(1, 9)
typed = st.lists(
    st.one_of(
        st.sampled_from(
            ["% Bright: That it go", "% amend Dunn: That it went", "% carried 2-1", "% lost",
             "% withdrawn", "% for Bright", "! That it go", "  ! to sea", "  - in a boat",
             "So it was.", "# Gate", "# Wall", "s/go/come/", ":replace /it/they/"]
        ),
        st.builds(":delete {}".format, some_id),
        st.builds(":join {}".format, some_id),
        st.builds(":edit {} That it stay".format, some_id),
        st.builds(":kind {} *".format, some_id),
        st.builds(":indent {} {}".format, some_id, st.integers(0, 3)),
        st.builds(":part {} before it".format, some_id),
        st.builds(":move {} {} {}".format, some_id, st.sampled_from(["after", "before"]), some_id),
        st.builds(":{} {}".format, st.sampled_from(["after", "before"]), some_id),
    ),
    max_size=25,
)  # fmt: skip


def what_is_settled(meeting: Meeting) -> dict[int, list[tuple[int, Kind, str]]]:
    """The settled lines of each item, in their order."""
    return {
        item.id: [
            (line.id, line.kind, line.text) for line in item.lines if settled_at(meeting, line.id)
        ]
        for item in meeting.items
    }


@given(typed=typed)
@settings(max_examples=200)
def test_whatever_is_typed_what_is_settled_stays_as_it_is(typed) -> None:
    session = Session(Meeting(), clock=None)
    session.enter("# Pond")
    for raw in typed:
        before = what_is_settled(session.meeting)
        session.enter(raw)
        after = {item.id: [(ln.id, ln.kind, ln.text) for ln in item.lines]
                 for item in session.meeting.items}  # fmt: skip
        for item, lines in before.items():
            assert [line for line in after[item] if line in lines] == lines, raw
