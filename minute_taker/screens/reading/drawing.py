"""How an entry of the transcript is drawn: its rows as stretches of text with a style's name.

The names are words ("question", "gap", "number"); which colour each has is the style sheet's.
Nothing is said by colour alone: the kind is a letter, a gap its ``??``, the chosen line a
``>`` at its side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import Enum
from itertools import pairwise

from rich.cells import cell_len, set_cell_size

from minute_taker.capture.signs import sign_of
from minute_taker.minutes.model import Kind, Line, Part
from minute_taker.minutes.text import GAP
from minute_taker.screens.parts.kinds import INKS, KINDS
from minute_taker.screens.parts.part_words import IN_DOUBT, PART_WORDS
from minute_taker.screens.reading.rows import (
    BULLET_MARK,
    INDENT,
    NARROW_GUTTER,
    Entry,
    Heading,
    LineNote,
    gutter,
    heading_width,
    shown_text,
    text_width,
)
from minute_taker.screens.reading.worded import ABOVE, AUTO, BELOW, WordedLine
from minute_taker.screens.reading.wrapping import wrap

#: A stretch of text and its style's name.
Stretch = tuple[str, str]

STYLE_NAMES = (
    *INKS,
    "number",
    "heading",
    "rule",
    "aside",
    "gap",
    "slip",
    "found",
    "chosen",
)
_GAPS = re.compile(re.escape(GAP))
#: What stands in for a word beside a line where there is no room for it.
_BRIEF = {AUTO: "=", ABOVE: "=", BELOW: "="}


class Mark(Enum):
    """Why an entry stands out."""

    CHOSEN = ">"
    EDITING = "e"
    AFTER = "↓"
    BEFORE = "↑"
    FOUND = ""


def letter(line: Line) -> str:
    """The letter of the line's kind, as the composer's badge has it; none for text."""
    return sign_of(line.kind, line.plus).badge if KINDS[line.kind].lettered else ""


def speakers(line: Line) -> str:
    """Who speaks, in few letters: ``JP``, or ``JP>RD`` for who asked whom."""
    codes = [code.strip("[]").upper() for code in (line.speaker, line.addressee) if code]
    return ">".join(code[:2] if len(codes) > 1 else code[:5] for code in codes)


#: What a first-time user is told where nothing is taken down yet.
_FIRST_STEPS = (
    ("Nothing is taken down yet.", "heading"),
    ("", "note"),
    ("#  begins an item of the agenda:     # Apologies for absence", "note"),
    ("   then just type; Enter keeps each paragraph, and saves it.", "note"),
    ("?  begins a question, > its answer, ! a resolution. {capture.help} shows all signs.", "note"),
    ("", "note"),
    (
        "{capture.people} says who is here. A whole text can be pasted: it is shown before it is "
        "entered.",
        "note",
    ),
)


#: The same where the agenda is there already.
_FIRST_LINES = (
    ("", "note"),
    ("Nothing is taken down yet.", "heading"),
    ("", "note"),
    (
        "Type what is said: it goes to the item at the top. Enter keeps it, and saves it.",
        "note",
    ),
    ("?  begins a question, > its answer, ! a resolution. {capture.help} shows all signs.", "note"),
    ("", "note"),
    (
        "{capture.pane} goes to the agenda, where Enter opens an item. {capture.people} says who "
        "is here.",
        "note",
    ),
)


def first_steps(
    width: int, *, agenda: bool, with_keys: Callable[[str], str]
) -> list[list[Stretch]]:
    """What stands in a transcript without lines; ``agenda`` tells that it has headings.

    ``with_keys`` puts the keys of commands in the place of their ids.
    """
    rows = []
    for sentence, name in _FIRST_LINES if agenda else _FIRST_STEPS:
        text = with_keys(sentence)
        for start, stop in pairwise([*wrap(text, max(1, width - 4)), len(text)]):
            rows.append(_filled([("  ", "note"), (text[start:stop].rstrip(" "), name)], width))
    return rows


def draw_entry(
    entry: Entry,
    width: int,
    mark: Mark | None,
    found: tuple[int, int, int] | None = None,
    notes: Sequence[LineNote] = (),
) -> list[list[Stretch]]:
    """The rows of an entry, each exactly ``width`` cells wide.

    ``found`` is a stretch of a line's text that was searched for: the line's id, its start
    and its stop. ``notes`` are those under the line, whose stretches are underlined in it.
    """
    if isinstance(entry, Heading):
        return _draw_heading(entry, width)
    if isinstance(entry, LineNote):
        return _draw_note(entry, width)
    at = found if found is not None and found[0] == entry.id else None
    return _draw_line(entry, width, mark, at, notes)


def _draw_heading(heading: Heading, width: int) -> list[list[Stretch]]:
    label = heading.label
    starts = wrap(label, text_width(heading, width))
    rows: list[list[Stretch]] = [] if heading.first else [[(" " * width, "text")]]
    for start, stop in zip(starts, [*starts[1:], len(label)], strict=True):
        rows.append(_filled([(f" {label[start:stop].rstrip(' ')}", "heading")], width))
    aside = " ".join(
        [f"minute {heading.minute}"] * bool(heading.minute)
        + [IN_DOUBT if heading.asked else PART_WORDS[heading.part]]
        * (heading.asked or heading.part is Part.EXEMPT)
    )
    rows[-1] = _ruled(f" {label[starts[-1] :]} ", f" {aside} " if aside else " ", width)
    return rows


def _ruled(last: str, aside: str, width: int) -> list[Stretch]:
    """A heading's last row: its words, a rule, and at the right what it is in the minutes."""
    rule = heading_width(width) - cell_len(last) - len(aside)
    if rule < 1:
        return _filled([(last.rstrip(" "), "heading")], width)
    return _filled([(last, "heading"), ("─" * rule, "rule"), (aside, "aside")], width)


def _draw_note(note: LineNote, width: int) -> list[list[Stretch]]:
    side = " " * (gutter(width) + INDENT * note.depth)
    starts = wrap(note.words, text_width(note, width))
    return [
        _filled([(side, "text"), (note.words[start:stop].rstrip(" "), note.style)], width)
        for start, stop in pairwise([*starts, len(note.words)])
    ]


def _draw_line(
    line: Line,
    width: int,
    mark: Mark | None,
    found: tuple[int, int, int] | None,
    notes: Sequence[LineNote],
) -> list[list[Stretch]]:
    look = KINDS[line.kind]
    ink = look.ink
    words = ink if look.coloured else "text"
    text = shown_text(line)
    shift = len(BULLET_MARK) if line.kind is Kind.BULLET else 0
    starts = wrap(text, text_width(line, width))
    marked = [(match.start(), match.end(), "gap") for match in _GAPS.finditer(text)]
    if isinstance(line, WordedLine) and line.text != line.typed:
        # What was found in the clerk's words is looked for in the page's.
        words_found = line.typed[found[1] : found[2]] if found is not None else ""
        start = text.casefold().find(words_found.casefold()) if words_found else -1
        if start >= 0:
            marked = [(start, start + len(words_found), "found")]
    elif found is not None:
        marked = [(found[1] + shift, found[2] + shift, "found")]
    else:
        marked += [
            (begin + shift, end + shift, "slip") for note in notes for begin, end in note.stretches
        ]
        marked.sort()
    side = gutter(width)
    rows = []
    for start, stop in zip(starts, [*starts[1:], len(text)], strict=True):
        before = _gutter(line, side, mark, ink) if start == 0 else [(" " * side, "number")]
        if line.depth:
            before = [*before, (" " * (INDENT * line.depth), "text")]
        rows.append(_filled([*before, *_stretches(text, start, stop, words, marked)], width))
    return rows


def _gutter(line: Line, side: int, mark: Mark | None, ink: str) -> list[Stretch]:
    number = f"{line.id:>4}" if line.id < 10_000 else f"{line.id % 10_000:04}"
    number = "    " if line.id < 0 else number
    sign = mark.value if mark is not None else ""
    word = line.word if isinstance(line, WordedLine) else ""
    if side > NARROW_GUTTER:
        aside = (f"{word or speakers(line):<6}", "aside")
        return [(f"{number}{sign or ' ':<1}", "number"), (f"{letter(line):<2} ", ink), aside]
    return [
        (f"{number}{sign or ' ':<1}", "number"),
        (f"{letter(line) + _BRIEF.get(word, ''):<2} ", ink),
    ]


def _stretches(
    text: str, start: int, stop: int, ink: str, marked: list[tuple[int, int, str]]
) -> list[Stretch]:
    """One row's text, parted where a gap or what was found begins and ends."""
    stop = start + len(text[start:stop].rstrip(" "))
    row: list[Stretch] = []
    at = start
    for begin, end, name in marked:
        begin, end = max(begin, at), min(end, stop)
        if begin < end:
            row += [(text[at:begin], ink), (text[begin:end], name)]
            at = end
    row.append((text[at:stop], ink))
    return [stretch for stretch in row if stretch[0]]


def _filled(row: list[Stretch], width: int) -> list[Stretch]:
    """The row with spaces to the full width; what is beyond it is cut."""
    used = sum(cell_len(text) for text, _ in row)
    if used <= width:
        return [*row, (" " * (width - used), "text")]
    left = width
    cut: list[Stretch] = []
    for text, name in row:
        fitted = text if cell_len(text) <= left else set_cell_size(text, left)
        cut.append((fitted, name))
        left -= cell_len(fitted)
    return cut
