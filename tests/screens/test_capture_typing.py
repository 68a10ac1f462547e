"""Typing into the capture screen: kinds, people, commands, undo; by keys."""

from __future__ import annotations

import pytest
from desk import desk

from minute_taker.minutes.model import Kind
from minute_taker.screens.capture.shorthand import load_typing_aid


async def test_a_question_is_entered_and_its_answer_is_offered(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("# Opening hours 2")
        assert at.kind == "text"
        await at.type("?Why not on Sundays?")
        assert at.kind == "question"
        assert at.screen.composer.text == "Why not on Sundays?"
        await at.press("enter")
        assert at.last.kind is Kind.QUESTION
        assert at.composer == ""
        assert at.kind == "answer"
        await at.enter("There was no call for it.")
        assert at.notes.endswith("? Why not on Sundays?\n> There was no call for it.")


@pytest.mark.parametrize(
    ("typed", "kind", "text"),
    [
        ("plain words", Kind.TEXT, "plain words"),
        ("? asked", Kind.QUESTION, "asked"),
        ("?+asked too", Kind.QUESTION, "asked too"),
        (">told", Kind.ANSWER, "told"),
        (">+@rd: sent on (by May)", Kind.ANSWER, "sent on (by May)"),
        ("!That it be noted", Kind.RESOLUTION, "That it be noted"),
        ("- a point", Kind.BULLET, "a point"),
        ("+Rani Dell: write (by May)", Kind.ACTION, "Rani Dell: write (by May)"),
        ("~out Peake 7.42 pm", Kind.PROCEDURE, "out Peake 7.42 pm"),
        ("%Peake / Okoro: That it lie", Kind.MOTION, "Peake / Okoro: That it lie"),
        ("##Discussion", Kind.SUBHEADING, "Discussion"),
        ("#:Recommendation: note", Kind.AGENDA, "Recommendation: note"),
        ("*A note", Kind.NOTE, "A note"),
        ("|a|b", Kind.ROW, "a|b"),
        ("\\# 1 priority", Kind.TEXT, "# 1 priority"),
        ("??", Kind.TEXT, "??"),
        ("?? pounds", Kind.TEXT, "?? pounds"),
        ("[sic] and [/", Kind.TEXT, "[sic] and [/"),
    ],
)
async def test_the_sign_typed_first_makes_the_kind(tmp_path, typed, kind, text):
    async with desk(tmp_path, "committee: A\n\n# One\n") as at:
        await at.enter(typed)
        assert (at.last.kind, at.last.text) == (kind, text)


async def test_signs_after_a_chosen_kind_are_text(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter(">- a dash", "\\? literally")
        assert at.lines[-2].text == "- a dash"
        assert at.last.text == "? literally"


async def test_two_spaces_set_a_line_in(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter(
            "!That the Committee:", "  !note it", "    !at once", "  Whereupon it rained"
        )
        lines = at.lines
        assert [(line.kind, line.depth) for line in lines] == [
            (Kind.RESOLUTION, 0),
            (Kind.RESOLUTION, 1),
            (Kind.RESOLUTION, 2),
            (Kind.TEXT, 1),
        ]


async def test_backspace_at_the_start_takes_back_speaker_sign_and_depth(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("  ?@jp Why?")
        assert at.composer == "  ? @jp Why?"
        await at.press("home", "backspace")
        assert at.screen.composer.text == "@jpWhy?"
        await at.press("home", "backspace")
        assert at.composer == "  @jpWhy?"
        await at.press("backspace")
        assert at.composer == "@jpWhy?"


async def test_who_speaks_goes_into_the_badge_and_onto_the_line(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("?@jp @rd Since when?")
        assert at.screen.composer.badge.people == ("@jp", "@rd")
        assert at.screen.composer.text == "Since when?"
        assert "JP Jonas Peake asks RD Rani Dell" in at.text
        await at.press("enter")
        assert (at.last.speaker, at.last.addressee) == ("jp", "rd")
        await at.enter("?[Ada Lund, Mill Lane] Why?")
        assert (at.last.speaker, at.last.text) == ("[Ada Lund, Mill Lane]", "Why?")


async def test_an_unknown_code_stays_in_the_words(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("?@zz Why?")
        assert at.screen.composer.text == "@zz Why?"


async def test_function_keys_set_the_kind(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("Something said")
        for key, word in (
            ("f2", "question"), ("f3", "answer"), ("f4", "resolution"), ("f5", "text"),
            ("f5", "action"),
        ):  # fmt: skip
            await at.press(key)
            assert at.kind == word
        await at.press("f3", "enter")
        assert (at.last.kind, at.last.text) == (Kind.ANSWER, "Something said")


async def test_commands_are_done_from_the_composer(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("Teh hours", "s/Teh/The/")
        assert at.last.text == "The hours"
        await at.enter(":go 2")
        assert at.screen.draft.item.title == "Opening hours"
        await at.enter(":undo")
        assert at.last.text == "Teh hours"
        await at.enter(":kind 1 !")
        assert at.meeting.line(1).kind is Kind.RESOLUTION
        await at.enter(":lines")
        assert "number" in at.said


async def test_what_is_refused_stays_in_the_composer(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter(":delete 99")
        assert at.composer == ":delete 99"
        assert "no line 99" in at.said
        assert "no line 99" in at.text
        await at.press("backspace")
        assert at.said == ""


async def test_a_kind_with_nothing_after_it_enters_nothing(tmp_path):
    async with desk(tmp_path) as at:
        before = at.meeting
        await at.type("\r?\r")
        assert at.meeting is before
        assert at.said == "Type the question, then Enter"


async def test_undo_and_redo_of_the_meeting_from_an_empty_composer(tmp_path):
    async with desk(tmp_path) as at:
        before = at.notes
        await at.enter("One.", "Two.")
        await at.press("ctrl+z", "ctrl+z")
        assert at.notes == before
        await at.press("ctrl+y")
        assert at.last.text == "One."


async def test_undo_while_typing_is_of_the_text_first(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("One.")
        await at.type("Two")
        await at.press("ctrl+z")
        assert at.screen.composer.text == ""
        assert at.last.text == "One."
        await at.press("ctrl+y")
        assert at.screen.composer.text == "Two"


async def test_emoji_with_joiners_and_names_from_right_to_left_stay_whole(tmp_path):
    async with desk(tmp_path) as at:
        family, name = "👩\u200d👩\u200d👧\ufe0f", "\u200fמרים לוי\u200e"
        await at.enter(f"Seen: {family} and {name}")
        assert at.last.text == f"Seen: {family} and {name}"
        assert family in at.text


async def test_control_keys_do_no_harm(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("Before")
        await at.press("ctrl+a", "ctrl+e", "ctrl+k", "ctrl+n", "ctrl+r", "f7", "f7", "ctrl+j")
        assert "Before" in at.notes + at.composer


async def test_two_hundred_keys_at_once_come_in_their_order(tmp_path):
    async with desk(tmp_path) as at:
        lines = [f"?Question {n} of many?\rAnswer {n} to it." for n in range(5)]
        await at.type("\r".join(lines) + "\r")
        taken = [line.text for line in at.lines]
        assert taken == [
            words for n in range(5) for words in (f"Question {n} of many?", f"Answer {n} to it.")
        ]


async def test_names_codes_and_shorthand_are_offered_and_taken(tmp_path):
    async with desk(tmp_path) as at:
        load_typing_aid(at.screen)
        await at.type("?@r")
        assert at.screen.composer.suggestion.startswith("d")
        await at.press("tab")
        assert at.screen.composer.badge.people == ("@rd",)
        await at.type("Did Mina O")
        assert "koro" in at.text
        await at.press("right")
        assert at.screen.composer.text == "Did Mina Okoro"
        await at.type(" join the working party")
        await at.press(*["shift+left"] * 13, "ctrl+b")
        await at.type("wp\r")
        assert "offered" in at.said
        await at.press("end")
        await at.type("? The wp\t")
        assert at.screen.composer.text.endswith("? The working party")


async def test_nothing_offered_is_forced(tmp_path):
    async with desk(tmp_path) as at:
        load_typing_aid(at.screen)
        await at.enter("Did Mina O come")
        assert at.last.text == "Did Mina O come"
