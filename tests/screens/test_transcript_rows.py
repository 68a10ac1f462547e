"""Rows of the transcript: wrapping by cells, and a meeting laid out anew where it changed."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.cells import cell_len

from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.screens.reading.drawing import draw_entry
from minute_taker.screens.reading.rows import LineNote, Roll
from minute_taker.screens.reading.wrapping import row_count, wrap

WORDS = st.text(st.sampled_from("abcde  éß’–…日本👩\u200d👧\ufe0fמר\u0301"), max_size=120).map(
    str.strip
)


def rows_of(text: str, width: int) -> list[str]:
    starts = wrap(text, width)
    return [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


@given(WORDS, st.integers(2, 40))
def test_rows_hold_all_of_the_text_and_fit(text, width):
    rows = rows_of(text, width)
    assert "".join(rows) == text
    assert len(rows) == row_count(text, width)
    for row in rows:
        assert cell_len(row.rstrip(" ")) <= width or len(row) <= 3


@given(st.text("ab ", max_size=80).map(lambda text: " ".join(text.split())), st.integers(4, 30))
def test_no_word_that_fits_is_broken(text, width):
    rows = rows_of(text, width)
    if all(len(word) <= width for word in text.split()):
        assert [word for row in rows for word in row.split()] == text.split()


def meeting(count: int) -> Meeting:
    chance = random.Random(3)
    lines = [
        Line(id=n, text=" ".join(["word"] * chance.randint(1, 60)), depth=chance.randint(0, 3))
        for n in range(1, count + 1)
    ]
    half = count // 2
    return Meeting(
        items=(
            Item(id=1, title="One", lines=tuple(lines[:half])),
            Item(id=2, title="Two", lines=tuple(lines[half:])),
        ),
        last_line=count,
    )


def changed(before: Meeting, chance: random.Random) -> Meeting:
    """The meeting with a line added, changed, taken out or moved, or an item renamed."""
    at = chance.randrange(len(before.items))
    item = before.items[at]
    lines = list(item.lines)
    match chance.randrange(4):
        case 0:
            lines.insert(chance.randint(0, len(lines)), Line(id=before.last_line + 1, text="new"))
        case 1 if lines:
            n = chance.randrange(len(lines))
            lines[n] = replace(lines[n], text="changed " * chance.randint(1, 40))
        case 2 if lines:
            lines.pop(chance.randrange(len(lines)))
        case _:
            item = replace(item, title=item.title + " and more")
    items = list(before.items)
    items[at] = replace(item, lines=tuple(lines))
    return replace(before, items=tuple(items), last_line=before.last_line + 1)


@given(st.integers(0, 30), st.integers(0, 10_000), st.integers(20, 120))
def test_a_roll_that_follows_changes_is_as_one_that_is_new(count, seed, width):
    chance = random.Random(seed)
    now = meeting(count)
    roll = Roll()
    roll.lay_out(now, width)
    for _ in range(5):
        now = changed(now, chance)
        roll.lay_out(now, width)
        fresh = Roll()
        fresh.lay_out(now, width)
        assert roll.entries == fresh.entries
        assert (roll.heights, roll.tops) == (fresh.heights, fresh.tops)


def test_each_row_of_the_roll_belongs_to_an_entry():
    roll = Roll()
    roll.lay_out(meeting(9), 60)
    found = [roll.at_row(row) for row in range(roll.height)]
    assert [sum(at[0] == n for at in found) for n in range(len(roll.entries))] == roll.heights
    assert roll.at_row(roll.height) is None
    assert roll.at_row(-1) is None


@given(WORDS, st.sampled_from(list(Kind)), st.integers(0, 3), st.integers(24, 100))
def test_drawn_rows_are_as_many_as_measured_and_fill_the_width(text, kind, depth, width):
    line = Line(id=12, text=text, kind=kind, depth=depth, speaker="jp", addressee="rd")
    roll = Roll()
    roll.lay_out(Meeting(items=(Item(id=1, title="T", lines=(line,)),)), width)
    for entry, height in zip(roll.entries, roll.heights, strict=True):
        rows = draw_entry(entry, width, None)
        assert len(rows) == height
        for row in rows:
            assert sum(cell_len(words) for words, _ in row) == width


def note(line_id: int, words: str = "word " * 30, **more: object) -> LineNote:
    return LineNote(line_id, words.strip(), **more)  # type: ignore[arg-type]


@given(st.sets(st.integers(1, 20)), st.sets(st.integers(1, 20)), st.integers(20, 120))
def test_notes_stand_under_their_lines_whatever_stood_there_before(first, then, width):
    now, roll = meeting(20), Roll()
    roll.lay_out(now, width, {n: (note(n),) for n in first})
    roll.lay_out(now, width, {n: (note(n), note(n, "b")) for n in then})
    fresh = Roll()
    fresh.lay_out(now, width, {n: (note(n), note(n, "b")) for n in then})
    assert (roll.entries, roll.tops) == (fresh.entries, fresh.tops)
    for n in then:
        index = roll.index_of_line(n)
        assert index is not None
        assert [roll.line_at(index + step) for step in range(3)] == [n, n, n]
        assert roll.with_notes(index) == sum(roll.heights[index : index + 3])
    bare = Roll()
    bare.lay_out(now, width)
    assert [roll.neighbour(n, 1) for n in range(1, 21)] == [
        bare.neighbour(n, 1) for n in range(1, 21)
    ]
    for entry, height in zip(roll.entries, roll.heights, strict=True):
        rows = draw_entry(entry, width, None)
        assert len(rows) == height
        assert {sum(cell_len(words) for words, _ in row) for row in rows} == {width}


def test_what_a_note_is_about_is_underlined_in_its_line():
    line = Line(id=1, text="The lcoal roof", kind=Kind.BULLET)
    rows = draw_entry(line, 60, None, notes=(note(1, "local?", stretches=((4, 9),)),))
    assert ("lcoal", "slip") in rows[0]
