"""Each kind of line is in the table of the language, of the screens and of the page."""

from __future__ import annotations

import pytest

from minute_taker.capture.language import LineEntry, format_line, parse
from minute_taker.capture.signs import SIGNS, sign_of
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.screens.parts.kinds import INKS, KIND_COLOURS, KINDS
from minute_taker.screens.parts.themes import THEMES

KIND = pytest.mark.parametrize("kind", Kind)


def test_the_two_tables_hold_every_kind_once() -> None:
    assert {sign.kind for sign in SIGNS} - {None} == set(Kind)
    assert list(KINDS) == list(Kind)
    plain = [sign.kind for sign in SIGNS if sign.kind and not sign.plus]
    assert len(plain) == len(set(plain))


@KIND
def test_the_language_reads_its_sign_and_writes_it(kind: Kind) -> None:
    entry = parse(sign_of(kind).example)
    assert isinstance(entry, LineEntry)
    assert entry.kind is kind
    line = Line(id=1, kind=kind, text=entry.text, speaker=entry.speaker, fact=entry.fact)
    again = parse(format_line(line))
    assert isinstance(again, LineEntry)
    assert (again.kind, again.text) == (kind, entry.text)


@KIND
def test_the_page_prints_it(kind: Kind) -> None:
    line = Line(id=1, kind=kind, text="Towpath", speaker="")
    meeting = Meeting(committee="Parks", items=(Item(id=1, title="Canal", lines=(line,)),))
    assert "towpath" in document_text(compose(meeting, load_style(), public=False)).lower()


@KIND
def test_every_theme_has_its_colour(kind: Kind) -> None:
    assert KINDS[kind].ink in INKS
    for theme in THEMES:
        assert set(KIND_COLOURS) <= set(theme.variables)


def test_letters_tell_the_kinds_apart_that_have_one() -> None:
    letters = [sign_of(kind).badge for kind, look in KINDS.items() if look.lettered]
    assert len(letters) == len(set(letters))
