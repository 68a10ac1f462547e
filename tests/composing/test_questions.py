"""Questions and answers."""

from __future__ import annotations

from minute_taker.composing.blocks import ListEntry, Role

LEAD_IN = "The Committee asked a number of questions, including:"


def test_the_lead_in_is_supplied(said) -> None:
    text = said("# Paths\nThe report was introduced.\n? Why?\n> Because.\n? When?\n> Soon.\n")
    assert text[1:] == ["The report was introduced.", LEAD_IN, "Why?", "Because.", "When?", "Soon."]


def test_the_clerks_own_lead_in_stands(blocks_of, said) -> None:
    lines = "# Paths\nMembers wondered:\n? Why?\n> Because.\n"
    assert said(lines)[1:] == ["Members wondered:", "Why?", "Because."]
    lead_in = blocks_of(lines)[1]
    assert lead_in.role is Role.LEAD_IN
    assert lead_in.keep_with_next


def test_somebody_leaving_does_not_part_a_lead_in_from_its_questions(said) -> None:
    assert LEAD_IN not in said("# Paths\nMembers wondered:\n~ out Crane\n? Why?\n")


def test_a_colon_before_a_list_is_no_lead_in(said) -> None:
    text = said("# Paths\nThree paths were closed:\n- Mill Lane\n- Weir Path\n? Why?\n")
    assert text[4:] == ["The Committee asked the following question:", "Why?"]


def test_the_body_is_called_what_its_name_says(said) -> None:
    assert said("# Paths\n? Why?\n", committee="Trees Panel")[1].startswith("The Panel asked")
    called = said("# Paths\n? Why?\n", called="the Working Party")
    assert called[1].startswith("The Working Party asked")


def test_a_question_is_kept_with_its_answer(blocks_of) -> None:
    _, _, question, answer = blocks_of("# Paths\n? Why?\n> Because.\n")
    assert (question.role, question.keep_with_next) == (Role.QUESTION, True)
    assert (answer.role, answer.keep_with_next) == (Role.ANSWER, False)


def test_a_paragraph_that_goes_on_has_the_role_of_what_it_continues(blocks_of) -> None:
    blocks = blocks_of(
        "# Paths\n? Why?\n  And when?\n> Soon.\n  Perhaps.\n> In May.\nText.\n  More.\n"
    )
    assert [block.role for block in blocks[2:]] == [
        Role.QUESTION,
        Role.QUESTION,
        Role.ANSWER,
        Role.ANSWER,
        Role.ANSWER,
        Role.TEXT,
        Role.TEXT,
    ]


def test_bullets_in_an_answer_are_one_list(blocks_of) -> None:
    blocks = blocks_of("# Paths\n? Why?\n> Two grounds:\n  - cost\n  - time\n> Soon.\n")
    entries = [block for block in blocks if isinstance(block, ListEntry)]
    assert [(entry.ordinal, entry.ordered) for entry in entries] == [(1, False), (2, False)]
    assert len({entry.series for entry in entries}) == 1


def test_speakers_are_kept_in_the_record_and_not_printed(said) -> None:
    assert said("# Paths\n? @bc @rg Why?\n> @rg Because.\n")[2:] == ["Why?", "Because."]


def test_a_setting_prints_the_speakers(said) -> None:
    text = said("# Paths\n? @bc @rg Why?\n> Because.\n", {"questions.speakers": "printed"})
    assert text[2:] == ["Councillor Crane asked Rhys Gale: Why?", "Rhys Gale replied: Because."]


def test_a_supplementary_says_so(said) -> None:
    assert said("# Paths\n? Why?\n> So.\n?+ And then?\n")[4] == "Supplementary question: And then?"


def test_a_member_of_the_public_is_named_without_the_address(said) -> None:
    text = said("# Questions\n? [Mr Joe Wild, 4 Weir Row] Why?\n> So.\n")
    assert text[1:] == ["Mr Joe Wild asked: Why?", "So."]
    with_address = {"questions.public_asker": "name and address"}
    text = said("# Questions\n? [Mr Joe Wild, 4 Weir Row] Why?\n", with_address)
    assert text[1] == "Mr Joe Wild, 4 Weir Row asked: Why?"


def test_a_promise_is_printed_as_an_answer(blocks_of, said) -> None:
    lines = "# Paths\n? Cost?\n>+ @rg: Costs would be sent in writing (by 1 May 2026)\n"
    assert said(lines)[-1] == "Costs would be sent in writing (by 1 May 2026)."
    assert blocks_of(lines)[-1].role is Role.ANSWER


def test_read_out_for_somebody(said) -> None:
    text = said("# Questions\n? [Joe Wild, 4 Weir Row] Why?\n~ read Crane\n~ writing\n")
    assert text[2:] == [
        "Councillor Crane read out the question on behalf of Joe Wild.",
        "An answer would be provided in writing.",
    ]


def test_the_number_a_question_was_published_under(said) -> None:
    lines = "# Questions\n? (3) [Joe Wild, 4 Weir Row] Why?\n> So.\n? (Q7a) @bc When?\n> Soon.\n"
    assert said(lines)[1:] == [
        "Question 3: Joe Wild asked: Why?",
        "So.",
        "Question 7a: Councillor Crane asked: When?",
        "Soon.",
    ]
    without = {"questions.published": "{text}", "questions.label": "Q{n}"}
    assert said(lines, without)[1::2] == [
        "Q3 Joe Wild asked: Why?",
        "Q7a Councillor Crane asked: When?",
    ]


def test_a_supplementary_to_a_published_question_has_no_number_of_its_own(said) -> None:
    lines = "# Q\n? (1) @bc Why?\n> So.\n?+ @bc And when?\n> Soon.\n? (2) @cd How?\n> Thus.\n"
    settings = {
        "questions.published": "{text}",
        "questions.label": "Q{n}",
        "questions.answer_label": "A{n}",
        "questions.speakers": "not printed",
    }
    labels = [text.split(" ")[0] for text in said(lines, settings)[1:]]
    assert labels == ["Q1", "A1", "Supplementary", "Soon.", "Q2", "A2"]


def test_a_small_letter_after_a_code_makes_the_speaker_the_subject(said) -> None:
    text = said(
        "# Paths\n? @ab asked whether it was so.\n> @bc thought so.\n> @rg was sure of it.\n"
        "> @officers would see.\n> @bc It was.\n"
    )
    assert text[2:] == [
        "Councillor Bright asked whether it was so.",
        "Councillor Crane thought so.",
        "Rhys Gale (Head of Parks) was sure of it.",
        "Officers would see.",
        "It was.",
    ]
