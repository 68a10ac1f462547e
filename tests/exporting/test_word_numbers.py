"""Word counts to the numbers that were composed, whatever they are."""

from __future__ import annotations

import pytest
from handmade_minutes import document, entry, head, para

from minute_taker.composing.blocks import Document, Role
from minute_taker.composing.style import Style
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.docx_reading import Package, read_body
from minute_taker.exporting.printed_numbers import Mark, Pattern, readings


def shown(made: Document, style: Style) -> list[tuple[str, str]]:
    """Each paragraph's number as Word counts it, and its text."""
    return [(one.number, one.text) for one in read_body(Package(docx_bytes(made, style)))]


@pytest.mark.parametrize(
    "numbers",
    [
        ["64.", "65.", "66."],
        ["64.", "66.", "67.", "3."],
        ["1", "2"],
        ["77/21", "78/21", "1/22"],
        ["77/21.", "78/21."],
        ["64.", "64A.", "65."],
        ["(a)", "(b)", "(c)"],
        ["i)", "ii)", "iii)", "iv)"],
        ["Minute 12:", "Minute 13:"],
        ["5.1", "5.2", "6.1"],
        ["64.", "64.", "64."],
        ["999.", "1000."],
    ],
)
def test_headings_count_to_any_number(style: Style, numbers: list[str]) -> None:
    made = document(*(head(number, "An item") for number in numbers))

    assert shown(made, style) == [(number, "An item") for number in numbers]


@pytest.mark.parametrize(
    "number", ["064.", "7 %", "five", "40000.", "The longest of all the numbers: 1."]
)
def test_a_number_that_word_cannot_count_to_is_written(style: Style, number: str) -> None:
    assert shown(document(head(number, "An item")), style) == [("", f"{number}\tAn item")]


def test_a_heading_between_without_a_number_stops_nothing(style: Style) -> None:
    made = document(head("64.", "One"), head("", "Part Two"), head("65.", "Two"))

    assert shown(made, style) == [("64.", "One"), ("", "Part Two"), ("65.", "Two")]


def test_sub_headings_start_anew_in_each_item(style: Style) -> None:
    made = document(
        head("1.", "One"), head("i)", "a", level=2), head("ii)", "b", level=2),
        head("2.", "Two"), head("i)", "c", level=2),
    )  # fmt: skip

    assert [number for number, _ in shown(made, style)] == ["1.", "i)", "ii)", "2.", "i)"]


def test_paragraphs_are_numbered(style: Style) -> None:
    made = document(
        head("85.", "An item"), para(Role.TEXT, "a", label="85.1"),
        para(Role.QUESTION, "b", label="85.2"), para(Role.TEXT, "c", label="85.3"),
        head("86.", "Another"), para(Role.TEXT, "d", label="86.1"),
    )  # fmt: skip

    numbers = [number for number, _ in shown(made, style)]
    assert numbers == ["85.", "85.1", "85.2", "85.3", "86.", "86.1"]


def test_three_levels_with_the_marks_of_the_style(style: Style) -> None:
    marks = [(0, 1, "(1)"), (1, 1, "A."), (2, 1, "i"), (2, 2, "ii"), (1, 2, "B."), (0, 2, "(2)"),
             (1, 1, "A."), (2, 1, "i")]  # fmt: skip
    made = document(*(entry("That it be so", n, mark, 1, level) for level, n, mark in marks))

    assert [number for number, _ in shown(made, style)] == [mark for _, _, mark in marks]


def test_each_list_starts_at_one(style: Style) -> None:
    made = document(
        entry("a", 1, "1.", 1), entry("b", 2, "2.", 1), entry("c", 1, "1.", 2),
        entry("d", 1, "1.", 3), entry("e", 2, "2.", 3),
    )  # fmt: skip

    assert [number for number, _ in shown(made, style)] == ["1.", "2.", "1.", "1.", "2."]


def test_marks_that_do_not_follow_on(style: Style) -> None:
    marks = [(3, "3."), (4, "4."), (7, "7."), (1, "one")]
    made = document(*(entry("x", n, mark, 1) for n, mark in marks))

    assert [f"{number}{text}" for number, text in shown(made, style)] == [
        "3.x", "4.x", "7.x", "one\tx",
    ]  # fmt: skip


def test_more_than_an_alphabet(style: Style) -> None:
    letters = [chr(97 + n) for n in range(26)] + ["aa", "bb"]
    made = document(*(entry("x", n + 1, f"{mark})", 1) for n, mark in enumerate(letters)))

    assert [number for number, _ in shown(made, style)] == [f"{mark})" for mark in letters]


def test_bullets_are_bullets(style: Style) -> None:
    made = document(
        entry("a", 1, "•", 1, bullet=True), entry("b", 1, "–", 1, 1, bullet=True),
        entry("c", 2, "•", 1, bullet=True),
    )  # fmt: skip

    assert [number for number, _ in shown(made, style)] == ["•", "–", "•"]


@pytest.mark.parametrize(
    ("printed", "likeliest"),
    [
        ("64.", Mark(Pattern("decimal", "", "."), 64)),
        ("77/21", Mark(Pattern("decimal", "", "/21"), 77)),
        ("85.1", Mark(Pattern("decimal", "85.", ""), 1)),
        ("(b)", Mark(Pattern("lowerLetter", "(", ")"), 2)),
        ("i)", Mark(Pattern("lowerRoman", "", ")"), 1)),
        ("XIV.", Mark(Pattern("upperRoman", "", "."), 14)),
        ("Q3", Mark(Pattern("decimal", "Q", ""), 3)),
    ],
)
def test_the_likeliest_reading(printed: str, likeliest: Mark) -> None:
    assert readings(printed)[0] == likeliest
