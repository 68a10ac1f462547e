"""Who is meant, who presides, and who is in the room."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.minutes.facts import ApologiesFrom, Movement
from minute_taker.minutes.model import Attendee, Group, Item, Kind, Line, Meeting, State
from minute_taker.minutes.names import name_words, surname
from minute_taker.minutes.people import (
    CODE,
    FREE_CODES,
    chair_of,
    find_person,
    in_order,
    make_code,
)
from minute_taker.minutes.presence import standing

HART = Attendee(id=1, name="Cllr Wen Hart", code="wh", post="Chairman")
BAY = Attendee(id=2, name="Mo Bay", code="mb", post="Vice-Chairman")
OTHER_BAY = Attendee(id=3, name="Max Bay", code="mba", state=State.APOLOGIES)
FIR = Attendee(id=4, name="Kelly Fir", code="kf", substitute_for="Max Bay")
DALE = Attendee(id=5, name="Rani Dale OBE", code="rd", group=Group.OFFICER)
PEOPLE = (HART, BAY, FIR, DALE, OTHER_BAY)


@pytest.mark.parametrize(
    ("name", "words", "last"),
    [
        ("Councillor Wen Hart", ["Wen", "Hart"], "Hart"),
        ("Rani Dale OBE", ["Rani", "Dale"], "Dale"),
        ("Ann Example AM, FRSA", ["Ann", "Example"], "Example"),
        ("The Mayor", ["Mayor"], "Mayor"),
        ("Cher", ["Cher"], "Cher"),
        ("", [], ""),
    ],
)
def test_the_words_of_a_name(name: str, words: list[str], last: str) -> None:
    assert name_words(name) == words
    assert surname(name) == last


@pytest.mark.parametrize(
    ("name", "taken", "code"),
    [
        ("Jane Palmer", [], "jp"),
        ("Jane Palmer", ["jp"], "jpa"),
        ("Cllr Jane Palmer MBE", ["JP", "jpa"], "jpal"),
        ("Li Po", ["lp", "lpo"], "lp2"),
        ("Élodie Ångström", [], "ea"),
        ("李", [], "x"),
        ("李", ["x"], "x2"),
    ],
)
def test_codes_are_made_from_initials(name: str, taken: list[str], code: str) -> None:
    assert make_code(name, taken) == code


@given(st.lists(st.text(max_size=20), max_size=12))
def test_codes_are_well_formed_and_never_given_twice(names: list[str]) -> None:
    codes: list[str] = []
    for name in names:
        codes.append(make_code(name, codes))
    assert len(set(codes)) == len(codes)
    assert not set(codes) & set(FREE_CODES)
    assert all(CODE.fullmatch(code) for code in codes)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("@wh", HART),
        ("@WH", HART),
        ("wh", HART),
        ("Hart", HART),
        ("hart", HART),
        ("Councillor Hart", HART),
        ("Wen Hart", HART),
        ("Bay", BAY),
        ("Max Bay", OTHER_BAY),
        ("Dale", DALE),
        ("@zz", None),
        ("Nobody", None),
        ("", None),
    ],
)
def test_somebody_is_found_by_name_surname_or_code(words: str, found: Attendee | None) -> None:
    assert find_person(PEOPLE, words) == found


def test_two_of_one_surname_who_are_both_present_are_not_guessed_at() -> None:
    twins = (HART, Attendee(id=9, name="Lou Hart", code="lh"))
    assert find_person(twins, "Hart") is None
    assert find_person(twins, "Lou Hart") == twins[1]


def test_the_record_has_an_order_of_its_own() -> None:
    assert in_order((OTHER_BAY, DALE, FIR, HART)) == (FIR, HART, DALE, OTHER_BAY)


def test_the_chair_is_the_one_named_or_the_one_whose_post_says_so() -> None:
    assert chair_of(Meeting(attendance=PEOPLE)) == HART
    assert chair_of(Meeting(chair="Mo Bay", attendance=PEOPLE)) == BAY
    assert chair_of(Meeting(attendance=(BAY,))) is None


def meeting(*facts: Movement | ApologiesFrom) -> Meeting:
    lines = tuple(
        Line(id=number, kind=Kind.PROCEDURE, text="x", fact=fact)
        for number, fact in enumerate(facts, 1)
    )
    return Meeting(attendance=PEOPLE, items=(Item(id=1, lines=lines),))


def test_a_substitute_fills_the_seat_of_the_member_who_is_away() -> None:
    now = standing(meeting())
    assert now.present == {1, 2, 4, 5}
    assert (now.members_present, now.members_expected) == (3, 3)


def test_a_seat_whose_member_is_not_listed_counts_too() -> None:
    lone = Meeting(attendance=(Attendee(id=1, name="A", code="a", substitute_for="B"),))
    assert standing(lone).members_expected == 1


def test_who_came_and_went_is_told_from_the_lines() -> None:
    evening = meeting(
        Movement("late", "Bay", dt.time(19, 10)),
        Movement("out", "Hart", dt.time(19, 20)),
        Movement("in", "@wh", dt.time(19, 30)),
        ApologiesFrom("Kelly Fir"),
        Movement("out", "Nobody"),
    )
    assert standing(evening, 0).members_present == 2
    assert [standing(evening, number).members_present for number in range(1, 6)] == [2, 1, 2, 2, 2]


@given(
    st.lists(
        st.builds(
            Movement,
            st.sampled_from(["in", "out", "late"]),
            st.sampled_from([p.name for p in PEOPLE] + ["@mb", "Bay", "Nobody"]),
        ),
        max_size=12,
    ),
    st.integers(0, 12),
)
def test_present_and_away_are_everybody_at_every_line(moves: list[Movement], at: int) -> None:
    now = standing(meeting(*moves), at)
    assert now.present | now.away == {person.id for person in PEOPLE}
    assert not now.present & now.away
    assert 0 <= now.members_present <= 4
