"""Numbers of lists, as Word counts them."""

from __future__ import annotations

import pytest

from minute_taker.composing.list_counts import Level, ListCounter, NumberedList

LEVELS = {0: Level(1, "decimal", "%1."), 1: Level(1, "lowerLetter", "%1(%2)")}


def counted(*places, **lists):
    counter = ListCounter(lists)
    return [counter.next(ident, at) for ident, at in places]


def test_a_deeper_level_begins_again_under_each_number():
    places = [("a", 0), ("a", 1), ("a", 1), ("a", 0), ("a", 1)]
    numbers = ["1.", "1(a)", "1(b)", "2.", "2(a)"]
    assert counted(*places, a=NumberedList("k", LEVELS, {})) == numbers


def test_lists_of_a_kind_go_on_and_one_with_a_start_of_its_own_begins_once():
    lists = {
        "a": NumberedList("k", LEVELS, {}),
        "b": NumberedList("k", LEVELS, {}),
        "c": NumberedList("k", LEVELS, {0: 5}),
        "d": NumberedList("other", LEVELS, {}),
    }
    places = [("a", 0), ("b", 0), ("c", 0), ("c", 0), ("d", 0), ("a", 0)]
    assert counted(*places, **lists) == ["1.", "2.", "5.", "6.", "1.", "7."]


@pytest.mark.parametrize(
    ("form", "start", "figure"),
    [("upperRoman", 14, "XIV"), ("lowerLetter", 28, "bb"), ("decimalZero", 7, "07")],
)
def test_the_forms_of_figures(form, start, figure):
    assert counted(("a", 0), a=NumberedList("k", {0: Level(start, form, "%1")}, {})) == [figure]


def test_what_there_is_not_has_no_level():
    counter = ListCounter({"a": NumberedList("k", LEVELS, {})})
    assert counter.level("a", 1) == LEVELS[1]
    assert counter.level("a", 2) is counter.level("z", 0) is None
