"""The agenda's numbers and the minutes'."""

from __future__ import annotations

import pytest

from minute_taker.minutes.model import HeadingKind, Item, Meeting
from minute_taker.minutes.numbering import ItemNumbers, item_numbers, number_after


def numbers(*items: Item, first: str = "") -> list[tuple[str, str]]:
    found = item_numbers(Meeting(first_minute=first, items=items))
    return [(found[item.id].agenda, found[item.id].minute) for item in items]


@pytest.mark.parametrize(
    ("first", "minutes"),
    [("", ["", ""]), ("64", ["64", "65"]), ("77/21", ["77/21", "78/21"]), ("9", ["9", "10"])],
)
def test_both_count_on(first: str, minutes: list[str]) -> None:
    found = numbers(Item(id=1), Item(id=2), first=first)
    assert found == [("1", minutes[0]), ("2", minutes[1])]


def test_a_number_that_was_given_stands_and_the_count_goes_on_from_it() -> None:
    found = numbers(
        Item(id=1),
        Item(id=2, agenda_number="5a", minute_number="70"),
        Item(id=3),
        Item(id=4, agenda_number="4"),
        Item(id=5),
        first="64",
    )
    assert found == [("1", "64"), ("5a", "70"), ("6", "71"), ("4", "72"), ("5", "73")]


def test_a_heading_without_a_number_has_none_and_is_not_counted() -> None:
    found = item_numbers(
        Meeting(
            first_minute="1",
            items=(
                Item(id=1, heading=HeadingKind.NONE),
                Item(id=2, heading=HeadingKind.UNNUMBERED, title="Part One"),
                Item(id=3),
            ),
        )
    )
    assert found == {1: ItemNumbers(), 2: ItemNumbers(), 3: ItemNumbers("1", "1")}


@pytest.mark.parametrize(
    ("number", "after"),
    [
        ("20/01", "20/02"), ("2025/014", "2025/015"), ("2025/99", "2025/100"), ("AM119", "AM120"),
        ("C/25/09", "C/25/10"), ("77/21", "78/21"), ("CAB 17", "CAB 18"), ("first", ""),
    ],
)  # fmt: skip
def test_what_counts_up_in_a_number_is_told_by_its_form(number, after) -> None:
    assert number_after(number) == after
