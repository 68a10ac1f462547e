"""Finding words, and replacing them with a look at each."""

from __future__ import annotations

import datetime as dt

import pytest
from capture_strategies import meetings
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.capture.find import Found, Wanted, find, in_the_same_letters, replacing
from minute_taker.capture.language import format_line
from minute_taker.capture.session import Session
from minute_taker.minutes.changes import ChangeRefused
from minute_taker.minutes.model import Meeting


def sitting(*typed: str) -> Session:
    session = Session(Meeting())
    for raw in typed:
        session.enter(raw)
    return session


def written(session: Session) -> list[str]:
    return [format_line(line) for _, line in session.meeting.lines()]


WATER = sitting("# The pond", "A pond, two Ponds.", "? @jp Was the pond dry?", "# Other", "None.")


def test_words_are_found_in_titles_and_lines_in_order() -> None:
    meeting = WATER.meeting
    assert find(meeting, Wanted("pond")) == [
        Found(1, None, 4, 8),
        Found(1, 1, 2, 6),
        Found(1, 1, 12, 16),
        Found(1, 2, 8, 12),
    ]
    assert len(find(meeting, Wanted("pond", whole=True))) == 3
    assert len(find(meeting, Wanted("Pond", match_case=True))) == 1
    assert find(meeting, Wanted("")) == []
    assert find(meeting, Wanted("(")) == []


@pytest.mark.parametrize(
    ("found", "new", "written_as"),
    [("pond", "lake", "lake"), ("Pond", "lake", "Lake"), ("POND", "lake", "LAKE"),
     ("pond", "Lake", "Lake"), ("A", "lake", "Lake"), ("", "lake", "lake")],
)  # fmt: skip
def test_capitals_stay(found: str, new: str, written_as: str) -> None:
    assert in_the_same_letters(found, new) == written_as


@pytest.mark.parametrize("space", [" ", "\N{NO-BREAK SPACE}", "  "])
def test_any_space_is_found_as_a_space(space: str) -> None:
    session = sitting("# Times", "It began at 7.30 pm.")

    (found,) = find(session.meeting, Wanted(f"7.30{space}pm"))
    assert (found.start, found.end) == (12, 19)


def test_all_places_are_replaced_and_undone_as_one() -> None:
    session = sitting("# The pond", "A pond, two Ponds.", "? @jp Was the pond dry?")
    before = session.meeting
    wanted = Wanted("pond")
    session.do(replacing(before, wanted, "lake", find(before, wanted)))
    assert session.meeting.items[0].title == "The lake"
    assert written(session) == ["A lake, two Lakes.", "? @jp Was the lake dry?"]
    session.undo()
    assert session.meeting == before


def test_one_place_is_replaced_and_the_rest_left() -> None:
    session = sitting("# One", "pond pond pond")
    wanted = Wanted("pond")
    places = find(session.meeting, wanted)
    session.do(replacing(session.meeting, wanted, r"\1 lake", places[1:2]))
    assert written(session) == [r"pond \1 lake pond"]


def test_the_data_of_a_line_follow_its_words() -> None:
    session = sitting("# One", "~ out Chamdal 7.42 pm", r"! \noted 7.42")
    wanted = Wanted("7.42")
    session.do(replacing(session.meeting, wanted, "7.52", find(session.meeting, wanted)))
    first, second = (line for _, line in session.meeting.lines())
    assert first.fact.time == dt.time(19, 52)  # type: ignore[union-attr]
    assert second.fact is None


def test_a_line_is_never_left_without_a_word_and_a_stale_place_is_refused() -> None:
    session = sitting("# One", "pond", "a pond")
    wanted = Wanted("pond")
    places = find(session.meeting, wanted)
    with pytest.raises(ChangeRefused, match="without a word"):
        replacing(session.meeting, wanted, "", places)
    session.enter(":edit 2 a lake")
    session.enter(":delete 1")
    for place in places:
        with pytest.raises(ChangeRefused, match="no longer there"):
            replacing(session.meeting, wanted, "x", [place])


@given(meetings(), st.sampled_from(["a", "e", "?", "(", "noted", "@", "  "]), st.text(max_size=5))
def test_replacing_is_undone_exactly(meeting: Meeting, words: str, new: str) -> None:
    wanted = Wanted(words)
    places = find(meeting, wanted)
    try:
        change = replacing(meeting, wanted, new, places)
    except ChangeRefused:
        return
    changed, back = change.apply(meeting)
    undone, _ = back.apply(changed)
    assert undone.items == meeting.items
