"""What is read out, and the screen that shows it."""

from __future__ import annotations

import string
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from waiting import until

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.model import Meeting
from minute_taker.screens.reading.large_face import ROWS, can_draw, columns, drawn, wrapped
from minute_taker.screens.reading.read_back import Piece, clause_ends, readings
from minute_taker.screens.reading.read_back_screen import ReadBackScreen

_NOTES = """\
committee: Cabinet
members: Ann Bright, Bo Graham, Cy Peake

# Markets (5)
% Bright / Graham: That the market be held on the first Sunday of the month
% amend Peake / Bright: That the market be held on the second Sunday of each month
% lost 1-2
% carried 7-5-1
! That the market be held [sic]
  ! at the Town Hall
# Work programme (6)
! noted
"""


def _meeting() -> Meeting:
    return read_notes(_NOTES.encode()).meeting


def test_motions_amendments_and_resolutions_are_read_in_order() -> None:
    found = readings(_meeting())
    assert [(each.item, each.label) for each in found] == [
        ("5", "Motion, moved by Ann Bright, seconded by Bo Graham"),
        ("5", "Amendment, moved by Cy Peake, seconded by Ann Bright"),
        ("5", "Resolutions"),
        ("6", "Resolution"),
    ]
    assert found[2].paragraphs == (
        (Piece("That the market be held [sic]"),),
        (Piece("at the Town Hall"),),
    )
    assert found[2].depths == (0, 1)
    assert found[3].paragraphs == ((Piece("That the report be noted"),),)
    assert [each.settled for each in found] == [True, True, True, False]


def test_people_stand_by_name_in_what_is_read_out() -> None:
    notes = (
        "committee: Cabinet\nmembers: Ann Bright\n\n# A (1)\n% @ab: That @ab go\n! That @ab go\n"
    )
    found = readings(read_notes(notes.encode()).meeting)
    assert [each.paragraphs for each in found] == [((Piece("That Ann Bright go"),),)] * 2


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("That the report be noted", ["That the report be noted"]),
        (
            "That the Council: approves the sum of £48,000 for the repair; thanks Bo, Cy and Di, "
            "who had kept watch, and the crew. The Mayor is to write",
            [
                "That the Council: ",
                "approves the sum of £48,000 for the repair; ",
                "thanks Bo, Cy and Di, who had kept watch, ",
                "and the crew. ",
                "The Mayor is to write",
            ],
        ),
        (
            "At 7.30 p.m. on No. 5, Weir Row, a lamp",
            ["At 7.30 p.m. on No. 5, Weir Row, ", "a lamp"],
        ),
    ],
)
def test_words_are_broken_where_a_speaker_takes_breath(text, clauses) -> None:
    cuts = [0, *clause_ends(text), len(text)]
    assert [text[a:b] for a, b in pairwise(cuts)] == clauses


def test_an_amendment_is_shown_as_changes_to_the_motion() -> None:
    amendment = readings(_meeting())[1]
    assert amendment.paragraphs == (
        (
            Piece("That the market be held on the"),
            Piece("first", "taken out"),
            Piece("second", "added"),
            Piece("Sunday of"),
            Piece("the", "taken out"),
            Piece("each", "added"),
            Piece("month"),
        ),
    )
    assert amendment.outcome == "lost 1-2"


def test_an_amendment_that_says_what_to_do_is_read_as_it_is() -> None:
    notes = (
        "committee: Cabinet\n\n# A (1)\n% Bright: To open\n% amend Peake: delete all after “To”\n"
    )
    found = readings(read_notes(notes.encode()).meeting)
    assert found[1].paragraphs == ((Piece("delete all after “To”"),),)


def test_a_motion_is_read_as_amended_once_an_amendment_was_carried() -> None:
    notes = (
        "committee: Cabinet\n\n# A (1)\n% Bright: That it open\n"
        '% amend Peake: add "on Sundays" at the end\n% carried\n% carried 3-1\n'
    )
    motion, _, amended = readings(read_notes(notes.encode()).meeting)
    assert motion.paragraphs == ((Piece("That it open"),),)
    assert (amended.label, amended.outcome) == ("Motion as amended", "carried 3-1")
    assert amended.paragraphs == ((Piece("That it open on Sundays"),),)
    before_the_vote = readings(read_notes(notes.removesuffix("% carried 3-1\n").encode()).meeting)
    assert [(each.label, each.outcome) for each in before_the_vote][2:] == [
        ("Motion as amended", "")
    ]


def test_a_casting_vote_is_told_with_the_votes() -> None:
    notes = "committee: Cabinet\n\n# A (1)\n% Bright: That it open\n% carried 1-1 casting vote\n"
    assert [each.outcome for each in readings(read_notes(notes.encode()).meeting)] == [
        "carried 1-1 casting vote"
    ]


async def test_the_exact_words_stand_on_every_screen(look, size, theme) -> None:
    app = look.HostApp(lambda: ReadBackScreen(_meeting()), theme)
    async with app.run_test(size=size) as pilot:
        await look.press(pilot, "left", "-")
        assert "That the market be held" in look.text(app)
        assert "[sic]" in " ".join(look.text(app).split())
        await look.press(pilot, "left", "left")
        words = " ".join(look.text(app).replace("\n", " ").split())
        assert "first Sunday" in words or size[0] < 80
        await look.press(pilot, "right")
        assert "[-first-]" in look.text(app) or size[0] < 80


async def test_it_opens_at_the_line_asked_for_and_escape_closes(look) -> None:
    meeting = _meeting()
    line = readings(meeting)[0].lines[0]
    app = look.HostApp(lambda: ReadBackScreen(meeting, line))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "moved by Ann Bright" in look.text(app)
        assert "1 of 4" in look.text(app)
        await look.press(pilot, "left", "escape")
        assert not isinstance(app.screen, ReadBackScreen)


async def test_nothing_to_read_says_so(look) -> None:
    app = look.HostApp(lambda: ReadBackScreen(Meeting()))
    async with app.run_test(size=(80, 24)) as pilot:
        assert "There is no motion" in look.text(app)
        await look.press(pilot, "right", "left", "escape")
        assert not isinstance(app.screen, ReadBackScreen)


def _stands(app, text: str, width: int) -> bool:
    """Whether a text stands on the page in large letters."""
    strips = app.screen._compositor.render_strips()
    on_screen = ["".join(part.text for part in strip) for strip in strips]
    return all(
        any(line.strip() in row for row in on_screen)
        for row in wrapped(text, width)
        for line in drawn(row)
    )


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 50)])
async def test_the_words_stand_in_large_letters_where_there_is_room(look, size) -> None:
    app = look.HostApp(lambda: ReadBackScreen(_meeting()))
    async with app.run_test(size=size) as pilot:
        await look.press(pilot, "left", "left", "left")
        await until(lambda: "1 of 4" in look.text(app))
        assert app.screen.large
        page = app.screen.query_one("#page")
        width = page.scrollable_content_region.width
        assert width > size[0] - 6
        words = "That the market be held on the first Sunday of the month"
        await until(lambda: _stands(app, words, width))
        await look.press(pilot, "-")
        await until(lambda: "That the market be held" in look.text(app))
        assert not app.screen.large
        await look.press(pilot, "right", "+")
        words = (
            "That the market be held on the [-first-] [+second+] Sunday of [-the-] [+each+] month"
        )
        await until(lambda: _stands(app, words, page.scrollable_content_region.width))
        assert app.screen.large


async def test_large_words_are_scrolled_by_a_row_of_letters(look) -> None:
    notes = "committee: Cabinet\n\n# A (1)\n! That " + "the lamps be lit " * 12 + "\n"
    app = look.HostApp(lambda: ReadBackScreen(read_notes(notes.encode()).meeting))
    async with app.run_test(size=(80, 24)) as pilot:
        page = app.screen.query_one("#page")
        await until(lambda: page.max_scroll_y > 2 * ROWS)
        await look.press(pilot, "down", "down")
        await until(lambda: page.scroll_y == 2 * ROWS)
        await look.press(pilot, "up")
        await until(lambda: page.scroll_y == ROWS)


@pytest.mark.parametrize(
    ("size", "words", "no_color"),
    [
        ((59, 24), "That it open", ""),
        ((80, 15), "That it open", ""),
        ((80, 24), "That it open λ", ""),
        ((80, 24), "That it open", "1"),
    ],
)
async def test_otherwise_they_stand_in_the_terminals_own_letters(
    look, monkeypatch, size, words, no_color
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    notes = f"committee: Cabinet\n\n# A (1)\n! {words}\n"
    app = look.HostApp(lambda: ReadBackScreen(read_notes(notes.encode()).meeting))
    async with app.run_test(size=size) as pilot:
        await until(lambda: words in look.text(app))
        await look.press(pilot, "+")
        await until(lambda: app.screen.large is bool(no_color))


def test_the_face_has_every_letter_of_plain_english_and_each_is_its_own() -> None:
    letters = string.ascii_letters + string.digits + "£$€%.,:;!?'\"()[]-–—/&+=*@#‘’“”•…½¼¾²³°§_"
    assert [letter for letter in letters if not can_draw(letter)] == []
    assert len({tuple(drawn(letter)) for letter in letters}) == len(letters)
    for letter in letters:
        rows = drawn(letter)
        assert len(rows) == ROWS
        assert {len(row) for row in rows} == {columns(letter)}


@pytest.mark.parametrize("name", ["Zoë", "François", "Siân Llŷr", "Café Müller", "Núñez", "ÉÀÖÑ"])
def test_accents_are_drawn_and_tell_one_letter_from_another(name) -> None:
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    assert can_draw(name)
    assert drawn(name) != drawn(plain)
    assert drawn(name) == drawn(unicodedata.normalize("NFD", name))


@given(st.text("abcdefg hijkW.,£éÉ1", max_size=120), st.integers(10, 90))
def test_large_words_are_wrapped_in_their_order_and_fit(text, width) -> None:
    rows = wrapped(text, width)
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert all(columns(row) <= width for row in rows)
