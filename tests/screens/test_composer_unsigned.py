"""Nothing is guessed without a key: kinds offered, words without a sign, Enter on nothing."""

from __future__ import annotations

import pytest
from desk import desk

from minute_taker.minutes.model import Kind

MOVED = """\
committee: Libraries Committee
date: 3 March 2020
time: 7.00 pm
members: Odile Farrant (Chairman), Jonas Peake, Mina Okoro
officers: Rani Dell (Head of Libraries)

# Opening hours
% Peake / Okoro: That the hours be longer
% carried 2-1-0
"""


@pytest.mark.parametrize("key", ["tab", "right"])
async def test_tab_and_right_take_the_kind_that_is_offered(tmp_path, key):
    async with desk(tmp_path) as at:
        await at.enter("- a point", "  - and a part")
        assert (at.kind, at.offered) == ("text", "bullet")
        await at.press(key)
        assert (at.kind, at.offered) == ("bullet", "")
        await at.enter("another part")
        assert (at.last.kind, at.last.depth) == (Kind.BULLET, 1)
        await at.enter("Plain words")
        assert (at.last.kind, at.last.depth) == (Kind.TEXT, 0)


async def test_the_kind_is_said_before_the_first_letter_and_as_it_is_typed(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("? Why?")
        assert " A  answer ─" in at.text
        await at.enter("@rd For want of staff.")
        assert (at.last.kind, at.last.speaker) == (Kind.ANSWER, "rd")
        assert at.kind == "text"
        await at.type("Would it")
        assert at.kind == "text"
        await at.type(" stay so?")
        assert " Q  question ─" in at.text
        await at.press("backspace")
        assert at.kind == "text"
        await at.enter("?")
        assert (at.last.kind, at.last.text) == (Kind.QUESTION, "Would it stay so?")


@pytest.mark.parametrize(
    ("head", "kind"), [("@jp ", "question"), ("@rd ", "answer"), ("@members ", "question")]
)
async def test_a_code_after_an_answer_says_who_speaks(tmp_path, head, kind):
    async with desk(tmp_path) as at:
        await at.type(head)
        assert (at.kind, at.screen.composer.text) == (kind, "")
        await at.enter("had more to say")
        assert at.last.kind is Kind(kind)


@pytest.mark.parametrize("keys", [["enter"], ["enter", "enter", "enter"], ["ctrl+j"]])
async def test_enter_in_an_empty_composer_takes_nothing(tmp_path, keys):
    async with desk(tmp_path, MOVED) as at:
        before = at.meeting
        await at.press(*keys)
        assert at.screen.composer.empty
        assert at.meeting is before
        assert at.said.startswith("Nothing is typed")


async def test_lines_that_come_as_keys_stay_what_they_are(tmp_path):
    async with desk(tmp_path, MOVED) as at:
        await at.type("\rThe hall was cold.\r\r\rA window was open.\r")
        await at.press("ctrl+j")
        await at.type("It was shut.")
        await at.press("enter", "ctrl+j")
        assert [(line.kind, line.text) for line in at.lines] == [
            (Kind.TEXT, "The hall was cold."),
            (Kind.TEXT, "A window was open."),
            (Kind.TEXT, "It was shut."),
        ]


@pytest.mark.parametrize(
    "begun", [["f2"], ["f4"], ["f5"], ["x", "ctrl+u"], ["f3", "x", "backspace"], ["tab"]]
)
@pytest.mark.parametrize(
    ("sign", "kind"),
    [("-", Kind.BULLET), ("?", Kind.QUESTION), (">", Kind.ANSWER), ("|", Kind.ROW)],
)
async def test_a_sign_typed_first_sets_the_kind_whatever_was_there(tmp_path, begun, sign, kind):
    async with desk(tmp_path) as at:
        await at.press(*begun)
        await at.enter(f"{sign} words")
        assert (at.last.kind, at.last.text) == (kind, "words")


async def test_after_an_offer_was_taken_and_emptied_a_sign_sets_the_kind(tmp_path):
    async with desk(tmp_path, MOVED) as at:
        await at.enter("% lost 0-3-0", "% Peake / Okoro: That the hall be let", "% carried 3-0-0")
        await at.press("tab")
        assert at.composer == "! That the hall be let"
        await at.press("ctrl+u")
        await at.enter("> Nobody spoke.")
        assert (at.last.kind, at.last.text) == (Kind.ANSWER, "Nobody spoke.")


@pytest.mark.parametrize("typed", ["-5 degrees", "~£30", "+44", "#1", "!2", ">50%", "%5"])
async def test_a_sign_glued_to_a_figure_leaves_the_kind_that_was_chosen(tmp_path, typed):
    async with desk(tmp_path) as at:
        await at.press("f2")
        await at.enter(typed)
        assert (at.last.kind, at.last.text) == (Kind.QUESTION, typed)


@pytest.mark.parametrize(
    ("typed", "kind", "text"), [("|5|6", Kind.ROW, "5|6"), ("\\5", Kind.TEXT, "5")]
)
async def test_a_row_and_plain_text_may_begin_with_a_figure(tmp_path, typed, kind, text):
    async with desk(tmp_path) as at:
        await at.enter(typed)
        assert (at.last.kind, at.last.text) == (kind, text)


async def test_text_that_is_chosen_is_no_answer_and_stays_so_in_an_edit(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter("? Why?")
        await at.press("f5")
        await at.enter("Members laughed.")
        assert at.last.kind is Kind.TEXT
        await at.press("up", "enter", "end")
        assert at.kind == "text"
        await at.enter(" Loudly?")
        assert (at.last.kind, at.last.text) == (Kind.TEXT, "Members laughed. Loudly?")
