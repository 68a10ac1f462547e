"""The opening items, composed from the attendance unless the clerk typed something."""

from __future__ import annotations

import pytest

from minute_taker.composing.blocks import runs_of


def test_apologies_come_from_the_attendance(said) -> None:
    text = said("# Apologies for absence\n", apologies="Kit Fenn, Lou Marsh, Ravi Dale")
    assert text[1] == "Apologies were received from Councillors Fenn, Marsh and Dale."


def test_nobody_absent(said) -> None:
    assert said("# Apologies for absence\n")[1] == "There were no apologies for absence."


def test_one_substitute(said) -> None:
    text = said("# Apologies\n", apologies="Kit Fenn (substitute Ben Crane)")
    expected = "Apologies were received from Councillor Fenn with Councillor Crane substituting."
    assert text[1] == expected


def test_several_substitutes_respectively(said) -> None:
    text = said(
        "# Apologies\n",
        apologies="Kit Fenn (substitute Ben Crane), Lou Marsh (substitute Cleo Dunn)",
    )
    assert text[1] == (
        "Apologies were received from Councillors Fenn and Marsh with Councillors Crane and Dunn "
        "substituting respectively."
    )


def test_some_with_a_substitute_and_some_without(said) -> None:
    text = said(
        "# Apologies\n",
        apologies="Kit Fenn (substitute Ben Crane), Lou Marsh, Ravi Dale (no substitute)",
    )
    assert text[1] == (
        "Apologies were received from Councillor Fenn with Councillor Crane substituting, and "
        "from Councillor Marsh, and from Councillor Dale with no substitute."
    )


def test_a_member_in_no_list_for_whom_somebody_came(said) -> None:
    text = said("# Apologies\n", members="Ada Bright (Chairman), Lou Marsh (substitute Kit Fenn)")
    expected = "Apologies were received from Councillor Fenn with Councillor Marsh substituting."
    assert text[1] == expected


def test_an_officer_who_sends_apologies_has_a_sentence_of_their_own(said, meeting_of) -> None:
    text = said("# Apologies\n~ apologies Rhys Gale\n", apologies="Kit Fenn")
    assert text[1] == (
        "Apologies were received from Councillor Fenn. "
        "Apologies were also received from Rhys Gale (Head of Parks)."
    )


def test_apologies_given_in_the_meeting_join_the_others(said) -> None:
    text = said("# Apologies\n~ apologies Dunn\n", apologies="Kit Fenn")
    assert text[1:] == ["Apologies were received from Councillors Fenn and Dunn."]


def test_two_of_one_surname_have_their_first_names(said) -> None:
    text = said("# Apologies\n", apologies="Kit Bright")
    assert text[1] == "Apologies were received from Councillor Kit Bright."


def test_what_the_clerk_typed_goes_instead(said) -> None:
    text = said("# Apologies\nNone had been sent.\n", apologies="Kit Fenn")
    assert text[1:] == ["None had been sent."]


def test_what_the_agenda_says_stands_above(said) -> None:
    text = said("# Declarations of interest\n#: Members are asked to declare.\n")
    assert text[1:] == ["Members are asked to declare.", "None."]


def test_declarations_of_nobody(said) -> None:
    assert said("# Declarations of Interest\n")[1:] == ["None."]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        (
            "~ interest Crane 6: a trustee of the club (stayed)",
            "Councillor Crane declared an interest in agenda item 6 as a trustee of the club. "
            "Councillor Crane remained in the meeting and took part in the discussion.",
        ),
        (
            "~ interest Crane 6: he was a trustee (left)",
            "Councillor Crane declared an interest in agenda item 6 as he was a trustee. "
            "Councillor Crane left the room during the discussion.",
        ),
        (
            "~ interest Crane 6: because he was a trustee (left, no vote)",
            "Councillor Crane declared an interest in agenda item 6 because he was a trustee. "
            "Councillor Crane left the room during the discussion and did not vote.",
        ),
    ],
)
def test_a_declaration(said, typed, printed) -> None:
    assert said(f"# Declarations of interest\n{typed}\n")[1:] == [printed]


def test_a_title_tells_he_from_she(said) -> None:
    text = said(
        "# Declarations of interest\n~ interest Crane 6: a trustee (left)\n",
        members="Ada Bright (Chairman), Mrs Bea Crane",
    )
    assert text[1].endswith("trustee. She left the room during the discussion.")


def test_declared_later_is_not_none_at_the_start(said) -> None:
    text = said("# Declarations of interest\n# Bowls Club Lease\n~ interest Crane: a trustee\n")
    assert text[1].startswith("Interests were declared in the course of the meeting")
    assert text[3] == "Councillor Crane declared an interest as a trustee."


def test_all_items_in_public(said) -> None:
    text = said("# To confirm which items are in Part I\n# Paths\n")
    assert text[1] == (
        "It was confirmed that all items were marked as Part I and would therefore be considered "
        "in public."
    )


def test_the_items_of_each_part(said) -> None:
    text = said("# Part I and Part II\n# Paths\n# Trees\n# Lease (Part II, 3)\n# Closing\n")
    assert text[1] == (
        "It was confirmed that agenda items 1 to 3 and 5 were marked as Part I and would therefore "
        "be considered in public, and that agenda item 4 was marked as Part II and would therefore "
        "be considered in private."
    )


def test_minutes_of_a_date(said) -> None:
    text = said("# Minutes of the previous meeting\n! minutes 6 January 2026\n")
    assert text[1] == (
        "RESOLVED: That the minutes of the meeting held on 6 January 2026 be approved as a correct "
        "record."
    )


def test_minutes_of_several_dates_with_a_correction(said) -> None:
    text = said(
        "# Minutes\n! minutes 6 January 2026, 3 February 2026 subject to: minute 12 reading “two”\n"
    )
    assert text[1] == (
        "RESOLVED: That the minutes of the meetings held on 6 January 2026 and 3 February 2026 be "
        "approved as correct records, subject to the following: minute 12 reading “two”."
    )


def test_minutes_with_nothing_typed_leave_a_gap_for_the_date(said, blocks_of) -> None:
    block = blocks_of("# To agree the minutes of the previous meeting\n")[1]
    assert any(run.gap for run in block.runs)
    text = said("# To agree the minutes of the meeting held on 6 January 2026\n")
    assert "held on 6 January 2026 be approved" in text[1]


@pytest.mark.parametrize("title", ["Matters arising from the minutes of the last meeting", "Parks"])
def test_an_item_of_another_kind_is_left_alone(said, title) -> None:
    assert len(said(f"# {title}\n")) == 1


def test_gaps_are_runs_of_their_own() -> None:
    assert [(run.text, run.gap) for run in runs_of("at ?? on ??")] == [
        ("at ", False),
        ("??", True),
        (" on ", False),
        ("??", True),
    ]


def test_a_heading_that_begins_a_part_is_no_item_of_business(said) -> None:
    lines = "#- Part I\n# A (1)\n# Part I and Part II (2)\n#- Part II\n"
    text = said(lines)
    assert [line.startswith("It was confirmed") for line in text] == [
        False, False, False, True, False,
    ]  # fmt: skip


def test_items_are_counted_in_the_agendas_order_whatever_was_taken_first(said) -> None:
    text = said(
        "# C (10, taken first)\n# Part I and II (1)\n# A (2)\n# B (3)\n# D (11, Part II, 3)\n"
    )
    assert "agenda items 1 to 3 and 10 were marked as Part I" in " ".join(text)


def test_the_mayor_presides_where_there_is_no_chair(said) -> None:
    text = said(
        "# A (1, urgent)\n@chair spoke.\n", members="Ada Bright (Mayor), Ben Crane (Deputy Mayor)"
    )
    assert text[1:] == [
        "The Mayor had agreed that this item be considered as a matter of urgency.",
        "The Mayor spoke.",
    ]


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("The Chairman thanked the substitute.", ["Apologies were", "thanked"]),
        ("~ apologies Winter\nThe Clerk would write.", ["Winter", "would write"]),
        ("* Post-meeting note: it was late.", ["Apologies were", "Post-meeting"]),
        ("Apologies for lateness were received from Bo.", ["Apologies were", "lateness"]),
        ("There were no apologies.", ["no apologies"]),
        ("None.", ["None."]),
        ("Apologies had been sent by all.", ["sent by all"]),
        ("An apology was received from Dr Quill.\nHe was ill.", ["Dr Quill", "He was ill"]),
        ("! That the apologies be accepted", ["Apologies were", "RESOLVED"]),
        ("- a list", ["Apologies were", "a list"]),
    ],
)
def test_an_opening_item_loses_nothing(said, typed: str, page: list[str]) -> None:
    text = said(f"# Apologies for absence\n{typed}\n", apologies="Eve Stone")[1:]
    assert len(text) == len(page), text
    assert all(words in block for words, block in zip(page, text, strict=True)), text


MINUTES = "Minutes of the meeting held on 2 February 2020"


@pytest.mark.parametrize(
    ("title", "typed", "page"),
    [
        ("Declarations of interest", "Members were reminded to declare them.", ["None.", "rem"]),
        ("Declarations of interest", "No declarations were made.", ["No declarations"]),
        ("Declarations of interest", "Cllr Winter declared an interest in it.", ["declared an"]),
        ("Declarations of interest", "~ interest Bright 2: a friend", ["as a friend"]),
        ("Part I and Part II", "The Mayor spoke.", ["It was confirmed", "The Mayor"]),
        ("Part I and Part II", "All items were considered in public.", ["All items"]),
        (
            MINUTES,
            "A page had been missing.",
            ["RESOLVED", "missing"],
        ),
        (
            MINUTES,
            "! minutes 2 February 2020",
            ["RESOLVED"],
        ),
        (
            MINUTES,
            "The minutes were agreed.",
            ["were agreed"],
        ),
        (
            MINUTES,
            "! That the minutes be signed",
            ["be signed"],
        ),
        (
            MINUTES,
            "! That the clerk be thanked",
            ["approved", "thanked"],
        ),
        (MINUTES, "~ deferred", ["deferred"]),
    ],
)
def test_each_opening_item_has_its_sentence_once(
    said, title: str, typed: str, page: list[str]
) -> None:
    text = said(f"# {title}\n{typed}\n# Paths\n", apologies="")[1:-1]
    assert len(text) == len(page), text
    assert all(words in block for words, block in zip(page, text, strict=True)), text
