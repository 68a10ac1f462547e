"""The badge: what spaces, signs, function keys and Backspace make of the line that is begun."""

from __future__ import annotations

import pytest
from desk import desk

from minute_taker.minutes.model import Kind


@pytest.mark.parametrize(
    ("keys", "typed", "kind", "depth"),
    [
        (["f2", "f5"], "  goes on", Kind.TEXT, 1),
        (["f2", "f5"], "    goes on", Kind.TEXT, 2),
        (["f2", "f5"], " one space", Kind.TEXT, 0),
        (["f4"], "  notes it", Kind.RESOLUTION, 1),
        (["f3"], "  \tsaid", Kind.ANSWER, 2),
        (["f2"], "? asked too", Kind.QUESTION, 0),
    ],
)
async def test_spaces_after_a_key_for_the_kind_set_the_line_in(tmp_path, keys, typed, kind, depth):
    async with desk(tmp_path) as at:
        await at.press(*keys)
        await at.enter(typed)
        assert (at.last.kind, at.last.depth) == (kind, depth)
        assert at.last.text == typed.strip().removeprefix("? ")


async def test_a_sign_after_tab_sets_the_kind_of_the_part(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("tab", "backspace")
        await at.enter("\t\t!noted by Cabinet")
        assert (at.last.kind, at.last.depth, at.last.text) == (
            Kind.RESOLUTION, 1, "noted by Cabinet"
        )  # fmt: skip


async def test_a_sign_that_is_taken_back_can_be_typed_anew(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("  ?")
        await at.press("backspace")
        await at.enter("!noted")
        assert (at.last.kind, at.last.depth, at.last.text) == (Kind.RESOLUTION, 1, "noted")
        await at.type("  ")
        await at.press("backspace", "backspace")
        await at.enter("Not set in")
        assert (at.last.kind, at.last.depth) == (Kind.TEXT, 0)


async def test_spaces_that_are_typed_stay_when_something_else_is_done(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("  ")
        at.screen.editor.offer_next()
        await at.enter("goes on")
        assert (at.last.kind, at.last.depth) == (Kind.TEXT, 1)


async def test_what_is_only_offered_says_so_without_colour(tmp_path):
    async with desk(tmp_path) as at:
        assert " T  text   Tab: question ─" in at.text
        await at.press("f2")
        assert " Q  question ─" in at.text
        await at.press("backspace")
        assert " T  text   Tab: question ─" in at.text


async def test_a_mend_is_no_answer(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("? Who pays?")
        assert " A  answer ─" in at.text
        await at.enter("s/pays/paid/")
        assert at.last.text == "Who paid?"


async def test_the_bar_of_keys_says_what_the_key_for_text_does_now(tmp_path):
    async with desk(tmp_path, size=(300, 30)) as at:
        assert "F5 Action" in at.text
        await at.press("f2")
        assert "F5 Text" in at.text
        await at.press("f5")
        assert at.kind == "text"
        assert "F5 Action" in at.text
        await at.press("f5")
        assert at.kind == "action"
        assert "F5 Text" in at.text
        await at.press("f5", "backspace", "up")
        assert at.screen.transcript.chosen == 3
        assert "F5 Text" in at.text
        await at.press("up", "up")
        assert at.screen.transcript.chosen == 1
        assert "F5 Action" in at.text
        await at.press("f5")
        assert at.meeting.line(1).kind is Kind.ACTION
        assert at.said.startswith("Line 1: action")


@pytest.mark.parametrize(
    ("key", "word", "kind"),
    [
        ("f2", "Question", Kind.QUESTION),
        ("f3", "Answer", Kind.ANSWER),
        ("f4", "Resolution", Kind.RESOLUTION),
    ],
)
async def test_each_key_of_the_bar_makes_the_kind_that_it_names(tmp_path, key, word, kind):
    async with desk(tmp_path, size=(120, 30)) as at:
        assert f"{key.upper()} {word}" in at.text
        await at.press(key)
        await at.enter("Words")
        assert at.last.kind is kind


async def test_a_pasted_sign_sets_the_kind_over_one_that_is_offered(tmp_path):
    async with desk(tmp_path) as at:
        assert at.offered == "question"
        await at.paste("! That it be noted")
        assert (at.kind, at.screen.composer.text) == ("resolution", "That it be noted")
        await at.press("ctrl+z")
        assert at.screen.composer.text == ""
        await at.press("backspace")
        await at.paste("  - a part")
        await at.press("enter")
        assert (at.last.kind, at.last.depth, at.last.text) == (Kind.BULLET, 1, "a part")


async def test_pasted_words_are_what_typed_ones_would_be(tmp_path):
    async with desk(tmp_path) as at:
        await at.paste("Who pays?")
        await at.press("enter")
        assert (at.last.kind, at.last.text) == (Kind.QUESTION, "Who pays?")


async def test_a_sign_pasted_after_a_chosen_kind_is_text(tmp_path):
    async with desk(tmp_path) as at:
        await at.type(">")
        await at.paste("- a dash")
        await at.press("enter")
        assert (at.last.kind, at.last.text) == (Kind.ANSWER, "- a dash")


async def test_a_line_feed_ends_the_line_as_enter_does(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("\\One.")
        await at.press("ctrl+j")
        await at.type("\\Two.")
        await at.press("ctrl+j")
        assert [line.text for line in at.lines] == ["One.", "Two."]


@pytest.mark.parametrize("typed", ["-5 degrees", ">50% of them", "~£30 each", "+44 20 7946", "#1"])
async def test_a_sign_glued_to_a_figure_is_text(tmp_path, typed):
    async with desk(tmp_path) as at:
        await at.enter(typed)
        assert (at.last.kind, at.last.text) == (Kind.TEXT, typed)


async def test_a_figure_after_a_sign_and_a_space_is_that_kind(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("- 5 degrees")
        assert (at.last.kind, at.last.text) == (Kind.BULLET, "5 degrees")
