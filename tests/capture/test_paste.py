"""A paste of many paragraphs: clean lines of the right kinds, and nothing lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.capture.batch import plain_entries
from minute_taker.capture.entries import ItemEntry, LineEntry
from minute_taker.capture.language import parse
from minute_taker.capture.paste import lines_of_paste
from minute_taker.capture.session import Session
from minute_taker.minutes.model import Kind, Line, Meeting
from minute_taker.minutes.text import LONGEST_LINE, clean

STRAY = "\u00a0 " * 300

PAGE = f"""Agenda item

Pond Strategy 2030

Minutes:

Rani Dale (Head of Ponds) introduced the report.{STRAY}

\u00a0

The Committee asked a number of questions, including:

\u00a0

The ponds appeared to be dry. Why was this?

\u00a0

There had been little rain.{STRAY}

Further wells would be dug.

How deep were the wells?

Ten metres.

RESOLVED:{STRAY}

\u00a0

1.\u00a0\u00a0\u00a0 That the report be noted;

2.\u00a0\u00a0\u00a0 That the wells be measured.

Supporting documents:
"""


def test_a_committee_page_becomes_an_item_with_its_lines() -> None:
    assert lines_of_paste(PAGE) == [
        "# Pond Strategy 2030",
        "Rani Dale (Head of Ponds) introduced the report.",
        "The Committee asked a number of questions, including:",
        "? The ponds appeared to be dry. Why was this?",
        "> There had been little rain.",
        "> Further wells would be dug.",
        "? How deep were the wells?",
        "> Ten metres.",
        "! That the report be noted;",
        "! That the wells be measured.",
    ]


def test_a_page_of_the_item_under_work_goes_into_it() -> None:
    session = Session(Meeting())
    session.enter("# Pond Strategy 2030")
    session.enter_many(PAGE)
    assert len(session.meeting.items) == 1
    assert len(session.meeting.items[0].lines) == 9


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("RESOLVED: That the report be noted.", ["! That the report be noted."]),
        ("RESOLVED – That it be noted", ["! That it be noted"]),
        (
            "Resolved: That it be noted\nThanks were given.",
            ["! That it be noted", "Thanks were given."],
        ),
        ("Resolved matters were listed.", ["Resolved matters were listed."]),
        (
            "RESOLVED: That the Committee:\n1) note;\na) in part\nb) in whole\n(i) soon\n2) agree.",
            [
                "! That the Committee:",
                "  ! note;",
                "    ! in part",
                "    ! in whole",
                "      ! soon",
                "  ! agree.",
            ],
        ),
        (
            "RESOLVED:\nThat the Committee:\n• note it\n• agree it",
            ["! That the Committee:", "  ! note it", "  ! agree it"],
        ),
        (
            "RESOLVED:\n(a) That x\n(b) That y\n(h) That z\n(i) That w",
            ["! That x", "! That y", "! That z", "! That w"],
        ),
        ("• one\no sub\no sub two\n• two", ["- one", "  - sub", "  - sub two", "- two"]),
        ("o one is no bullet", ["o one is no bullet"]),
        ("- one\n* two", ["- one", "  - two"]),
        ("1. not a resolution", ["1. not a resolution"]),
        ("Why was this?", ["Why was this?"]),
        ("Q1: Why?\nA: Because.", ["? Why?", "> Because."]),
        ("70. POND STRATEGY (Agenda Item 6)\nText.", ["# POND STRATEGY (6, minute 70)", "Text."]),
        ("#hash\n@jp spoke\n:undo", [r"\#hash", "@jp spoke", r"\:undo"]),
        ("? A sign.\n\n  ! part\n:undo\nPlain?", ["? A sign.", "  ! part", r"\:undo", "Plain?"]),
        ("", []),
        (" \n\u00a0\n", []),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert lines_of_paste(text) == expected


def test_lines_wrapped_by_a_mail_program_are_one_paragraph() -> None:
    wrapped = (
        "The Chairman opened the meeting, thanked everyone for coming and noted\n"
        "that the papers had been late. The Committee would hear from officers\n"
        "and then from two witnesses.\n\nA second paragraph."
    )
    first, second = lines_of_paste(wrapped)
    assert first == " ".join(wrapped.split("\n\n", maxsplit=1)[0].split())
    assert second == "A second paragraph."


def test_paragraphs_on_lines_of_their_own_are_not_run_together() -> None:
    text = "That the report on the ponds of the borough be noted by the Committee;\n" * 4
    assert len(lines_of_paste(text)) == 4


def test_a_paste_among_questions_goes_on_with_them() -> None:
    answer = Line(id=1, kind=Kind.ANSWER, text="Yes.")
    lead_in = Line(id=1, text="Members asked questions, including:")
    assert lines_of_paste("And so?\n\nIndeed.", answer) == ["? And so?", "> Indeed."]
    assert lines_of_paste("Text.\n\nAnd so?\n\nIndeed.", lead_in) == [
        "Text.",
        "? And so?",
        "> Indeed.",
    ]


def test_long_paragraphs_are_divided_at_sentences() -> None:
    sentence = "The report was noted. "
    pasted = lines_of_paste(f"Members asked questions:\nWhy?\n{sentence * 2000}")
    assert pasted[:2] == ["Members asked questions:", "? Why?"]
    assert len(pasted) == 5
    assert all(line.startswith("> The") and line.endswith("noted.") for line in pasted[2:])
    assert len("".join(lines_of_paste("x" * 50_000))) == 50_000


def _said(entries: list[LineEntry | ItemEntry]) -> str:
    words = [entry.text if isinstance(entry, LineEntry) else entry.title for entry in entries]
    return "".join("".join(words).split())


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=8))
def test_every_line_is_one_that_can_be_entered(paragraphs: list[str]) -> None:
    lines = lines_of_paste("\n".join(paragraphs))
    for line in lines:
        assert isinstance(parse(line), LineEntry | ItemEntry)
        assert len(clean(line).text) <= LONGEST_LINE + 10


#: What stands before words to say what they are, and is not taken down itself.
_LABEL = re.compile(r"(agenda item|q|question|a|answer|resolved)\b", re.IGNORECASE)


def _plain(text: str) -> bool:
    words = text.strip()
    return words[:1].isalpha() and not _LABEL.match(words)


@given(
    st.lists(
        st.text(st.characters(categories=["L", "N", "Po", "Zs"]), min_size=1, max_size=40).filter(
            _plain
        ),
        max_size=6,
    )
)
def test_no_word_of_plain_paragraphs_is_lost(paragraphs: list[str]) -> None:
    text = "\n\n".join(paragraphs)
    entries = list(plain_entries(lines_of_paste(text)))
    wanted = "".join(clean(text).text.split())
    assert _said(entries) == wanted
