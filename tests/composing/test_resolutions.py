"""RESOLVED: one in a line, several as a list, parts, stems, short forms."""

from __future__ import annotations

import pytest

from minute_taker.composing.blocks import ListEntry, Paragraph, Role


def test_one_stands_in_a_line_with_the_word_bold(blocks_of, said) -> None:
    assert said("# Paths\n! That the report be noted\n")[1] == "RESOLVED: That the report be noted."
    runs = blocks_of("# Paths\n! That the report be noted\n")[1].runs
    assert (runs[0].text, runs[0].strong) == ("RESOLVED:", True)
    assert not any(run.strong for run in runs[1:])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("That a be noted", "That b be noted"),
        ("That a be noted; and", "That b be noted."),
        ("That a be noted, and", "That b be noted;"),
        ("that a be noted.", "that b be noted; and"),
        ("a be noted,", "RESOLVED: That b be noted"),
        ("1. That a be noted", "2) That b be noted"),
    ],
)
def test_several_are_a_list_whatever_was_typed(said, first, second) -> None:
    text = said(f"# Paths\n! {first}\n! {second}\n")[1:]
    assert text[0] == "RESOLVED:"
    assert text[1:] == ["1. That a be noted; and", "2. That b be noted."]


def test_three_have_their_stops(said) -> None:
    text = said("# Paths\n! The report be noted\n! the paths be mended\n! That Rhys be thanked\n")
    assert text[2:] == [
        "1. That the report be noted;",
        "2. That the paths be mended; and",
        "3. That Rhys be thanked.",
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("To note the report", "To note the report."),
        ("Agrees the budget", "Agrees the budget."),
        ("Notes that the paths will be mended", "Notes that the paths will be mended."),
        ("Unanimously approved the lease", "Unanimously approved the lease."),
        ("Delegate authority to the Head of Parks", "Delegate authority to the Head of Parks."),
        ("Support be given to the scheme", "That Support be given to the scheme."),
        ("Officers be thanked", "That officers be thanked."),
        ("SEN places be reviewed", "That SEN places be reviewed."),
        ("Councillor Crane be appointed", "That Councillor Crane be appointed."),
    ],
)
def test_that_is_put_where_it_belongs(said, typed, printed) -> None:
    assert said(f"# Paths\n! {typed}\n")[1] == f"RESOLVED: {printed}"


def test_numbering_starts_anew_under_each_resolved(blocks_of) -> None:
    blocks = blocks_of("# Paths\n! That a\n! That b\nThen:\n! That c\n! That d\n")
    entries = [block for block in blocks if isinstance(block, ListEntry)]
    assert [entry.mark for entry in entries] == ["1.", "2.", "1.", "2."]
    assert entries[0].series == entries[1].series != entries[2].series == entries[3].series


def test_parts_to_three_levels(blocks_of, said) -> None:
    lines = (
        "# Paths\n! That officers be asked:\n  ! To mend Mill Lane\n  ! To report on:\n"
        "    ! cost\n    ! time;\n! That the report be noted\n"
    )
    assert said(lines)[2:] == [
        "1. That officers be asked:",
        "a) to mend Mill Lane; and",
        "b) to report on:",
        "(i) cost; and",
        "(ii) time; and",
        "2. That the report be noted.",
    ]
    levels = [block.level for block in blocks_of(lines) if isinstance(block, ListEntry)]
    assert levels == [0, 1, 1, 2, 2, 0]


def test_a_shared_stem_stands_in_the_line(said) -> None:
    text = said("# Paths\n! That the Committee:\n  ! Notes the report\n  ! Agrees the plan;\n")
    assert text[1:] == [
        "RESOLVED: That the Committee:",
        "1. notes the report; and",
        "2. agrees the plan.",
    ]


def test_the_parts_of_a_stem_need_no_indent(said) -> None:
    text = said("# Paths\n! The Committee:\n! note a\n! note b\n! That c be noted\n")
    assert text[1:] == [
        "RESOLVED:",
        "1. That the Committee:",
        "a) note a; and",
        "b) note b; and",
        "2. That c be noted.",
    ]


def test_what_continues_a_decision_keeps_the_list_going(blocks_of, said) -> None:
    lines = (
        "# Paths\n! That the lease be granted, subject to:\n  - a deposit\n  - a survey.\n"
        "! That the rent be £10\n  The rent had stood for years.\n! That c be noted\n"
    )
    assert said(lines)[1:] == [
        "RESOLVED:",
        "1. That the lease be granted, subject to:",
        "• a deposit; and",
        "• a survey;",
        "2. That the rent be £10; and",
        "The rent had stood for years.",
        "3. That c be noted.",
    ]
    blocks = blocks_of(lines)
    ordered = [block for block in blocks if isinstance(block, ListEntry) and block.ordered]
    assert len({entry.series for entry in ordered}) == 1
    goes_on = next(b for b in blocks if isinstance(b, Paragraph) and "stood" in b.runs[0].text)
    assert goes_on.role is Role.RESOLUTION


def test_short_forms(said) -> None:
    assert said("# A\n! noted\n")[1] == "RESOLVED: That the report be noted."
    text = said("# A\n! deferred to 7 April 2026\n")
    assert text[1] == "RESOLVED: That the item be deferred to 7 April 2026."


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("The Committee welcomed the plan", "The Committee welcomed the plan."),
        ("that the Chairman write", "It was agreed that the Chairman write."),
        ("To visit the park", "It was agreed to visit the park."),
        ("The item be deferred", "It was agreed that the item be deferred."),
    ],
)
def test_agreed_is_a_sentence_without_resolved(said, typed, printed) -> None:
    assert said(f"# A\n! agreed: {typed}\n")[1:] == [printed]


def test_a_gap_in_a_decision_stays_a_gap(blocks_of) -> None:
    runs = blocks_of("# A\n! That £?? be spent\n")[1].runs
    assert [run.text for run in runs if run.gap] == ["??"]


def test_or_between_alternatives_is_the_clerks(said) -> None:
    assert said("# A\n! That a be done; or\n! That b be done\n")[2] == "1. That a be done; or"
