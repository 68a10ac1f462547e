"""Presence, procedure and motions: a sentence for each form of the language."""

from __future__ import annotations

import pytest

from minute_taker.composing.blocks import ListEntry, Role


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("~ out Crane 7.42 pm", "During this item, Councillor Crane left the meeting at 7.42 pm."),
        ("~ out Crane", "During this item, Councillor Crane left the meeting."),
        ("~ out Crane ??", "During this item, Councillor Crane left the meeting at ??."),
        ("~ late Crane", "During this item, Councillor Crane joined the meeting."),
        (
            "~ in Bright, Crane 7.50 pm",
            "During this item, Councillors Bright and Crane joined the meeting at 7.50 pm.",
        ),
        ("~ out Fenn", "During this item, Councillor Fenn left the meeting."),
        ("~ out Joe Wild", "During this item, Joe Wild left the meeting."),
        ("~ apologies Crane", "Apologies were received from Councillor Crane."),
        ("~ chair Crane 8.05 pm", "Councillor Crane took the chair at 8.05 pm."),
        ("~ attending Joe Wild (Police)", "Joe Wild (Police) was in attendance."),
        ("~ adjourned 7.52 pm", "The Committee adjourned at 7.52 pm."),
        ("~ adjourned for a fire alarm", "The Committee adjourned for a fire alarm."),
        ("~ adjourned 9 pm to 4 March 2026", "The Committee adjourned at 9.00 pm to 4 March 2026."),
        ("~ adjourned to ??", "The Committee adjourned to ??."),
        ("~ resumed 8.08 pm", "The Committee reconvened at 8.08 pm."),
        ("~ deferred to 7 April 2026", "The item was deferred to 7 April 2026."),
        ("~ deferred", "The item was deferred."),
        ("~ writing", "An answer would be provided in writing."),
        ("~ read Crane", "Councillor Crane read out the question."),
        ("~ A minute's silence was kept.", "A minute’s silence was kept."),
    ],
)
def test_a_verb_has_its_sentence(said, typed, printed) -> None:
    assert said(f"# Paths\n{typed}\n")[1:] == [printed]


def test_an_adjournment_and_its_end_are_one_sentence(said) -> None:
    text = said("# Paths\n~ adjourned 7.52 pm\n~ resumed 8.08 pm\n")
    assert text[1:] == ["The Committee adjourned at 7.52 pm and reconvened at 8.08 pm."]


def test_an_adjournment_to_another_day_stands_apart(said) -> None:
    assert len(said("# Paths\n~ adjourned to 4 March 2026\n~ resumed 8.08 pm\n")) == 3


def test_whoever_left_returns(said) -> None:
    text = said("# Paths\n~ out Crane 7.42 pm\n# Trees\n~ in Crane 7.50 pm\n")
    assert text[3] == "During this item, Councillor Crane returned to the meeting at 7.50 pm."


def test_before_the_first_item_there_is_no_item(said) -> None:
    assert said("~ out Crane\n# Paths\n")[0] == "Councillor Crane left the meeting."


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            "% Crane / Dunn: That the lease be granted",
            "It was moved by Councillor Crane, and seconded by Councillor Dunn, that the lease be "
            "granted.",
        ),
        (
            "% Crane / Dunn: Grant the lease.",
            "It was moved by Councillor Crane, and seconded by Councillor Dunn: Grant the lease.",
        ),
        ("% carried", "On being put to the vote, the motion was carried."),
        (
            "% carried 7-5-1",
            "On being put to the vote, the motion was carried (7 for, 5 against, 1 abstained).",
        ),
        ("% lost 5-7", "On being put to the vote, the motion was lost (5 for, 7 against)."),
        ("% withdrawn", "The motion was withdrawn."),
        ("% for Crane, Dunn", "Voting for: Councillors Crane and Dunn."),
        ("% against Crane", "Voting against: Councillor Crane."),
    ],
)
def test_a_motion_has_its_sentence(said, typed, printed) -> None:
    assert said(f"# Paths\n{typed}\n")[1:] == [printed]


def test_an_amendment_then_the_motion_as_amended(said) -> None:
    text = said(
        "# Paths\n% Crane / Dunn: That a be done\n% amend Dunn / Ellery: That b be added\n"
        "% carried\n% carried\n"
    )
    assert text[2] == (
        "An amendment was moved by Councillor Dunn, and seconded by Councillor Ellery, that b be "
        "added."
    )
    assert text[3:] == [
        "On being put to the vote, the amendment was carried.",
        "On being put to the vote, the motion as amended was carried.",
    ]


def test_a_lost_amendment_leaves_the_motion(said) -> None:
    text = said("# Paths\n% Crane / Dunn: A\n% amend Dunn / Ellery: B\n% lost\n% carried\n")
    assert text[4] == "On being put to the vote, the motion was carried."


def test_a_vote_leads_in_to_the_resolution(blocks_of, said) -> None:
    lines = "# Paths\n% Crane / Dunn: That a be done\n% carried 7-5-1\n! That a be done\n"
    assert said(lines)[2:] == [
        "On being put to the vote, the motion was carried (7 for, 5 against, 1 abstained) and it "
        "was:",
        "RESOLVED: That a be done.",
    ]
    assert blocks_of(lines)[2].keep_with_next


def test_a_bare_motion_leads_in_too(said) -> None:
    text = said("# Paths\n% Crane / Dunn\n! That a be done\n")
    assert text[1] == (
        "The motion was moved by Councillor Crane, and seconded by Councillor Dunn, and it was:"
    )


def test_the_exclusion_of_the_public_names_items_and_grounds(blocks_of, said) -> None:
    lines = "# Exclusion\n~ exclude\n# Lease (Part II, 3)\n# Staff (Part II, 1)\n"
    text = said(lines)
    assert text[1].startswith("RESOLVED: That the press and public be excluded")
    assert text[2] == (
        "• Agenda Item 2: Lease (paragraph 3: information relating to the financial or business "
        "affairs of any particular person (including the authority holding that information))"
    )
    assert text[3] == (
        "• Agenda Item 3: Staff (paragraph 1: information relating to any individual)"
    )
    assert [type(block) for block in blocks_of(lines)[2:4]] == [ListEntry, ListEntry]
    assert blocks_of(lines)[1].role is Role.RESOLUTION


def test_one_item_in_private_is_one_item(said) -> None:
    text = said("# Exclusion\n~ exclude\n# Lease (Part II, 3)\n")
    assert "for the following item of business, which involves" in text[1]


def test_a_table_is_one_block_with_its_header_first(blocks_of) -> None:
    table = blocks_of("# Paths\n| Member | Reserve\n| Crane | Dunn | spare\n")[1]
    assert [[cell[0].text if cell else "" for cell in row] for row in table.rows] == [
        ["Member", "Reserve", ""],
        ["Crane", "Dunn", "spare"],
    ]
    assert table.rows[0][0][0].strong
    assert table.description == "A table with the columns Member and Reserve"


def test_actions_notes_and_what_the_agenda_says(blocks_of, said) -> None:
    lines = (
        "# Paths\n#: Recommendation: Approval\n+ Rhys Gale: mend the gate (by 1 May 2026)\n"
        "* Post-meeting note: it was mended.\n"
    )
    assert said(lines)[1:] == [
        "Recommendation: Approval",
        "Action: Rhys Gale: mend the gate (by 1 May 2026).",
        "Post-meeting note: it was mended.",
    ]
    assert [block.role for block in blocks_of(lines)[1:]] == [Role.AGENDA, Role.ACTION, Role.NOTE]


def test_that_an_action_is_done_is_not_printed(said) -> None:
    lines = "# Paths\n+ Rhys Gale: mend it (by 1 May 2026) [done]\n>+ It would be sent [done]\n"
    assert said(lines)[1:] == [
        "Action: Rhys Gale: mend it (by 1 May 2026).",
        "It would be sent.",
    ]


def test_a_full_stop_is_put_where_the_clerk_typed_none_and_only_there(said) -> None:
    lines = (
        "# Paths\n+ Rhys Gale: mend it.\n+ Rhys Gale: ask why?\n>+ It would cost £??\n"
        ">+ These would be sent:\n  - the map\nNo stop after plain text\n> Nor after an answer\n"
    )
    assert said(lines)[1:] == [
        "Action: Rhys Gale: mend it.",
        "Action: Rhys Gale: ask why?",
        "It would cost £??.",
        "These would be sent:",
        "• the map",
        "No stop after plain text",
        "Nor after an answer",
    ]
