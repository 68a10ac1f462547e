"""The list of those who attended."""

from __future__ import annotations

from typing import Any

import pytest

from minute_taker.composing.blocks import Attendance, AttendanceSection, Table
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text


@pytest.fixture
def attendance(meeting_of, styled):
    """The attendance of a meeting: ``attendance(lines, settings, members="…")``."""

    def make(lines: str = "", settings: dict[str, Any] | None = None, **head: str) -> Attendance:
        document = compose(meeting_of(lines, **head), styled(settings))
        return next(block for block in document.blocks if isinstance(block, Attendance))

    return make


def test_a_committees_table(attendance) -> None:
    block = attendance(
        also_present="Joe Wild (Friends of Mill Lane)",
        **{"co-opted": "Eve Hall (Schools, independent)"},
    )
    assert block.layout == "table"
    assert block.sections == (
        AttendanceSection(
            "Committee Members Present:",
            ("Ada Bright (Chairman)", "Ben Crane", "Cleo Dunn", "Dev Ellery"),
            before="Councillors",
        ),
        AttendanceSection("Co-opted Members Present:", ("Eve Hall (Schools)",)),
        AttendanceSection(
            "Officers Present:",
            ("Rhys Gale (Head of Parks)", "Nia Frost (Democratic Services Officer)"),
        ),
        AttendanceSection("Also Present:", ("Joe Wild (Friends of Mill Lane)",)),
    )


def test_another_council_has_no_short_form(attendance) -> None:
    headings = [section.heading for section in attendance(council="Weir Borough").sections]
    assert headings == ["Committee Members Present:", "Officers Present:"]


def test_an_independent_member_stands_among_councillors_under_their_own_name(attendance) -> None:
    section = attendance(members="Ada Bright (Chairman), Cllr Ben Crane, Eve Hall (independent)")
    assert section.sections[0].before == ""
    assert section.sections[0].entries == (
        "Councillor Ada Bright (Chairman)",
        "Councillor Ben Crane",
        "Eve Hall",
    )


def test_a_councillor_typed_with_the_word_has_it_once(attendance) -> None:
    section = attendance(members="Councillor Ada Bright, Cllr Ben Crane").sections[0]
    assert (section.before, section.entries) == ("Councillors", ("Ada Bright", "Ben Crane"))
    alone = attendance(members="Councillor Ada Bright").sections[0]
    assert (alone.before, alone.entries) == ("", ("Councillor Ada Bright",))


def test_the_absent_are_not_listed_and_a_substitute_is(attendance) -> None:
    block = attendance(apologies="Kit Fenn (substitute Lou Marsh)", absent="Ravi Dale")
    entries = [entry for section in block.sections for entry in section.entries]
    assert "Lou Marsh" in entries
    assert not any("Fenn" in entry or "Dale" in entry for entry in entries)


def test_those_who_attend_by_a_line_are_listed_too(attendance) -> None:
    block = attendance("# Paths\n~ attending Joe Wild and Ann Lee (Friends of Mill Lane)\n")
    assert block.sections[-1].entries == (
        "Joe Wild (Friends of Mill Lane)",
        "Ann Lee (Friends of Mill Lane)",
    )
    hidden = attendance("# Paths\n~ attending Joe Wild\n", {"attendance.attending_listed": False})
    assert "Also Present:" not in [section.heading for section in hidden.sections]


def test_whoever_takes_the_chair_is_marked(attendance) -> None:
    block = attendance("# Paths\n~ chair Crane 7.30 pm\n")
    assert "Ben Crane (in the chair from 7.30 pm)" in block.sections[0].entries


def test_full_council_has_the_mayor_first_and_columns(attendance) -> None:
    block = attendance(
        committee="Council",
        members="Zed Young (Mayor), Ann Ward (Deputy Mayor), Ben Crane, Ada Bright",
    )
    mayor, members, officers = block.sections
    assert mayor.entries == ("Councillor Zed Young (Mayor)", "Councillor Ann Ward (Deputy Mayor)")
    assert (members.heading, members.before, members.columns, members.caps) == (
        "Members Present:",
        "Councillors:",
        3,
        True,
    )
    assert members.entries == ("Ada Bright", "Ben Crane")
    assert officers.sentence


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Full Council", True),
        ("Annual Council", True),
        ("Weirbridge Borough Council", True),
        ("Committee of the Council", False),
        ("Council Tax Committee", False),
        ("Parks Committee", False),
    ],
)
def test_which_bodies_are_full_council(attendance, name, full) -> None:
    columns = [section.columns for section in attendance(committee=name).sections]
    assert (3 in columns) is full


def test_nobody_at_all_leaves_no_empty_table(meeting_of, styled) -> None:
    document = compose(meeting_of(members="", officers=""), styled())
    assert not any(isinstance(block, Attendance) for block in document.blocks)


def entries(meeting_of, styled, lines: str, **head: str) -> str:
    return document_text(compose(meeting_of(lines, **head), styled())).split("APOLOGIES")[0]


def test_who_sends_apologies_in_the_meeting_is_not_listed_as_present(meeting_of, styled) -> None:
    assert "Crane" not in entries(meeting_of, styled, "# Apologies\n~ apologies Crane and Dunn\n")


def test_who_comes_after_all_is_listed_and_their_apologies_are_not(meeting_of, styled) -> None:
    lines = "# Apologies\n# A\n~ in Fenn 7.20 pm\n"
    document = document_text(compose(meeting_of(lines, apologies="Kit Fenn, Lou Marsh"), styled()))
    assert "Kit Fenn" in document.split("APOLOGIES")[0]
    assert "Apologies were received from Councillor Marsh." in document


def test_words_stand_between_the_attendance_and_a_table(meeting_of, styled) -> None:
    document = compose(meeting_of("| Plot | Rent |\n| 7 | £40 |\n# A\n| X |\n| 1 |\n"), styled())
    first, second = (block for block in document.blocks if isinstance(block, Table))
    assert first.caption == "A table with the columns Plot and Rent"
    assert second.caption == ""
