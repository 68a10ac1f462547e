"""What stands for ``@code``, and what people are called."""

from __future__ import annotations

import re

import pytest

from minute_taker.composing.plain_text import block_text

LINES = "# Paths\n{}\n"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("@bc spoke.", "Councillor Crane spoke."),
        ("Thanks went to @bc's ward.", "Thanks went to Councillor Crane’s ward."),
        ("@rg spoke, then @rg left.", "Rhys Gale (Head of Parks) spoke, then Rhys Gale left."),
        ("@members agreed with @officers.", "Members agreed with officers."),
        ("Yes. @member asked @chair.", "Yes. A Member asked the Chairman."),
        ("@leader replied.", "The Leader of the Council replied."),
        ("@zz and bc@rg.example stay.", "@zz and bc@rg.example stay."),
        ("@BC spoke (with @rg).", "Councillor Crane spoke (with Rhys Gale (Head of Parks))."),
    ],
)
def test_codes_in_the_text(said, typed, printed) -> None:
    assert said(LINES.format(typed))[1] == printed


def test_a_name_typed_before_counts_as_the_first_mention(said) -> None:
    text = said("# Paths\nRhys Gale opened the item.\n@rg explained.\n")
    assert text[2] == "Rhys Gale explained."


def test_an_independent_member_is_no_councillor(said) -> None:
    text = said(LINES.format("@eh spoke."), members="Ada Bright (Chairman), Eve Hall (independent)")
    assert text[1] == "Eve Hall spoke."


def test_codes_in_cells_headings_and_decisions(said) -> None:
    text = said("# Paths\n## Views of @bc\n| Ward | Member\n| North | @bc\n! That @bc be thanked\n")
    assert text[1] == "Views of Councillor Crane"
    assert "Councillor Crane" in text[2]
    assert text[3] == "RESOLVED: That Councillor Crane be thanked."


def test_the_chair_is_called_as_in_the_attendance(said) -> None:
    text = said(LINES.format("@chair spoke."), members="Ada Bright (Chair), Ben Crane")
    assert text[1] == "The Chair spoke."


def test_full_names_where_the_style_has_them(said) -> None:
    text = said(LINES.format("@bc spoke."), {"names.in_text": "full name"})
    assert text[1] == "Councillor Ben Crane spoke."
    text = said(LINES.format("@rg spoke."), {"names.first_mention": "post"})
    assert text[1] == "Head of Parks spoke."
    text = said(LINES.format("@rg spoke."), {"names.first_mention": "name"})
    assert text[1] == "Rhys Gale spoke."


def test_several_people_are_found_wherever_a_line_may_name_them(said) -> None:
    text = said(
        "# Apologies\n~ apologies Crane and Dunn\n# A (5)\n"
        "~ interest Bright, Ellery 5: tenants (left)\n"
        "~ chair Bright and Ellery\n~ attending Rhys Gale and Bo Lee (Police)\n"
        "? @rg Why?\n~ read Ellery and @rg\n+ Bright, @rg: mend it\n% Bright and Ellery / Gale: x\n"
    )
    assert text[1] == "Apologies were received from Councillors Crane and Dunn."
    assert text[3] == (
        "Councillors Bright and Ellery declared an interest in agenda item 5 as tenants. "
        "They left the room during the discussion."
    )
    assert text[4] == "Councillors Bright and Ellery took the chair."
    assert text[5] == "Rhys Gale and Bo Lee (Police) were in attendance."
    assert text[8] == "The question was read out on behalf of Councillor Ellery and Rhys Gale."
    assert text[9] == "Action: Councillor Bright and Rhys Gale: mend it."
    assert text[10].startswith(
        "It was moved by Councillors Bright and Ellery, and seconded by Rhys"
    )


def test_of_several_apologies_those_in_no_list_stand_as_typed(said) -> None:
    text = said("# Apologies\n~ apologies Crane and Mr Bo Lee\n")
    assert text[1] == "Apologies were received from Councillor Crane, and from Mr Bo Lee."


LED = "Ada Bright (Chairman), Ben Crane (Leader of the Council), Dev Ellery"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("+ @leader: mend it", "Action: Councillor Crane: mend it."),
        ("+ @leader and @rg: mend it", "Action: Councillor Crane and Rhys Gale: mend it."),
        ("+ @chair: mend it", "Action: Councillor Bright: mend it."),
        ("~ chair Ellery\n+ @chair: mend it", "Action: Councillor Ellery: mend it."),
        ("+ Head of Parks: mend it", "Action: Head of Parks: mend it."),
        ("+ @officers: mend it", "Action: officers: mend it."),
    ],
)
def test_an_action_is_printed_with_who_holds_the_office_that_a_code_stands_for(
    typed, printed, said
) -> None:
    assert said(f"# Paths\n{typed}\n", members=LED)[-1] == printed


def test_a_promise_of_the_leader_stands_by_name_in_the_table_of_actions(blocks_of) -> None:
    *_, table = blocks_of(
        "# Paths\n? @de @leader Why?\n>+ It would be sent\n",
        {"actions.printed": "table"},
        members=LED,
    )
    assert "Councillor Crane" in block_text(table)


def test_the_leader_is_called_so_where_it_is_not_known_who_that_is(said) -> None:
    assert said("# Paths\n+ @leader: mend it\n")[-1] == (
        "Action: the Leader of the Council: mend it."
    )


@pytest.mark.parametrize(
    ("attendance", "typed", "page"),
    [
        (
            "Ed Marsh (substitute for Fi Marsh), Bo Winter",
            "# Apologies for absence",
            "Councillor Fi Marsh with Councillor Ed Marsh substituting",
        ),
        (
            "Ed Marsh, Fi Marsh, Bo Winter",
            "# Paths\n% Marsh / @fm: That it lie\n% for @em and Winter",
            "seconded by Councillor Fi Marsh",
        ),
        (
            "Ed Marsh, Bo Winter",
            "# Apologies for absence\n~ apologies Winter (substitute Fi Marsh)\n"
            "# Paths\n~ out Ed Marsh",
            "Councillor Ed Marsh left the meeting",
        ),
        (
            "Ed Márquez, Fi Marquez, Bo Winter",
            "# Paths\n~ out @fm 7.10 pm",
            "Councillor Fi Marquez left the meeting",
        ),
        (
            "Ada Larkin (Chairman), Iris Orchard Lane (called Orchard Lane), Bo Lane",
            "# Paths\n~ out Orchard Lane, Lane 7.10 pm",
            "Councillors Orchard Lane and Lane left the meeting|"
            "Councillor Orchard Lane and Councillor Lane left the meeting",
        ),
    ],
)
def test_people_of_one_surname_are_told_apart(said, attendance: str, typed: str, page: str) -> None:
    shown = " ".join(said(f"{typed}\n", members=attendance, apologies=""))
    assert re.search(page, shown), shown
