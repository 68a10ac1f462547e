"""The exact words of a motion or a resolution, by themselves on the screen, to be read out.

Where the terminal has room they stand in large letters drawn of blocks, some twenty words on a
screen of 80 columns, to be scrolled as they are read. One key shows them in the terminal's own
letters instead, which puts a long motion on one screen: bold, a short measure, a free row under
each row, and each clause on a row of its own, what it runs over set in.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from minute_taker.minutes.model import Meeting
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.reading.large_face import ROWS, can_draw, drawn, wrapped
from minute_taker.screens.reading.read_back import Piece, Reading, clause_ends, readings

_NOTHING = (
    "There is no motion and no resolution to read out yet. % begins a motion, ! a resolution."
)
#: The longest row, in characters, which the eye finds its way back from; and a step inwards.
_MEASURE = 60
_STEP = 4
_MARGIN = 3
#: From so many columns and rows on there is room for large letters.
_ROOM = (60, 16)
#: An addition and an omission are told by signs as well as by their looks.
_MARKS = {"kept": ("", "", ""), "added": ("[+", "+]", "bold underline"),
          "taken out": ("[-", "-]", "strike")}  # fmt: skip
_NO_WORDS = Reading(lines=(), item="", label="", paragraphs=())


class ReadBackScreen(Dialog[int | None]):
    """Motions and resolutions one at a time, the one at ``line`` first, else the last.

    Dismissed with the line to go to, or None.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,pagedown", "turn(1)", "Next", key_display="→", id="read-back.next"),
        Binding("left,pageup", "turn(-1)", "Previous", key_display="←", id="read-back.previous"),
        Binding("down", "scroll(1)", "Scroll", show=False, id="read-back.down"),
        Binding("up", "scroll(-1)", "Scroll", show=False, id="read-back.up"),
        Binding("plus,equals_sign", "size(True)", "Larger", key_display="+", id="read-back.larger"),
        Binding("minus", "size(False)", "Smaller", key_display="-", id="read-back.smaller"),
        Binding("enter", "pick", "Go there", key_display="Enter", id="read-back.go"),
        Binding("escape", "close", "Close", key_display="Esc", id="read-back.close"),
    ]

    def __init__(self, meeting: Meeting, line: int | None = None) -> None:
        super().__init__()
        self._readings = readings(meeting)
        at = [n for n, reading in enumerate(self._readings) if line in reading.lines]
        self._at = at[0] if at else len(self._readings) - 1
        # Without colours the terminal may be one that reads the words to its user.
        self._wants_large = not os.environ.get("NO_COLOR")

    def compose(self) -> ComposeResult:
        yield Static(id="bar", markup=False)
        with VerticalScroll(id="page", can_focus=False):
            yield Static(id="words", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._show()

    def on_resize(self) -> None:
        self.call_after_refresh(self._show)

    @property
    def reading(self) -> Reading | None:
        """What is being read out."""
        return self._readings[self._at] if self._readings else None

    def _show(self) -> None:
        reading = self.reading
        bar, words = self.query_one("#bar", Static), self.query_one("#words", Static)
        if reading is None:
            bar.update("")
            words.update(Content(_NOTHING))
            return
        place = f"{self._at + 1} of {len(self._readings)}"
        item = f"Item {reading.item}   " if reading.item else ""
        said = ("EXEMPT" * reading.exempt, reading.outcome.upper(), "SETTLED" * reading.settled)
        outcome = ", ".join(filter(None, said))
        told = (f"{outcome}   ", "bold") if outcome else ""
        bar.update(Content.assemble(f" {place}   {item}", told, reading.label))
        self.refresh_bindings()
        width = self.query_one("#page").scrollable_content_region.width
        rows = _in_large if self.large else _in_plain
        words.update(Content("\n").join(rows(reading, width)))

    @property
    def large(self) -> bool:
        """Whether the words stand in large letters."""
        return self._wants_large and self._can_be_large

    @property
    def _can_be_large(self) -> bool:
        """Whether there is room for large letters, and one for every character."""
        pieces = [piece for part in (self.reading or _NO_WORDS).paragraphs for piece in part]
        roomy = self.size.width >= _ROOM[0] and self.size.height >= _ROOM[1]
        return roomy and bool(pieces) and all(can_draw(piece.words) for piece in pieces)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "turn" and parameters:
            at = self._at + int(str(parameters[0]))
            return 0 <= at < len(self._readings)
        if action == "size":
            return self._can_be_large and parameters != (self._wants_large,)
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """To the next or the previous words to read out."""
        self._at += by
        self._show_from_the_top()

    def action_size(self, large: bool) -> None:
        """Show the words in large letters, or in the terminal's own."""
        self._wants_large = large
        self._show_from_the_top()

    def _show_from_the_top(self) -> None:
        self._show()
        self.query_one("#page").scroll_home(animate=False, immediate=True)

    def action_scroll(self, by: int) -> None:
        """Scroll by a line and the space under it."""
        step = ROWS if self.large else 2
        self.query_one("#page").scroll_relative(y=step * by, animate=False, immediate=True)

    def action_pick(self) -> None:
        """To the line whose words these are."""
        if self.reading is not None:
            self.dismiss(self.reading.lines[0])

    def action_close(self) -> None:
        """Back to the minutes."""
        self.dismiss(None)


def _in_plain(reading: Reading, width: int) -> Iterator[Content]:
    """The words in the terminal's own letters, a free row under each row."""
    margin = max(_MARGIN if width > _MEASURE else 0, (width - _MEASURE) // 2 - _STEP)
    measure = max(10, min(_MEASURE, width - margin))
    for paragraph, depth in zip(reading.paragraphs, reading.depths, strict=True):
        for line in _in_clauses(_styled(paragraph), measure, depth):
            yield Content(" " * margin) + line
            yield Content("")


def _in_large(reading: Reading, width: int) -> Iterator[Content]:
    """The words in large letters; an addition and an omission are told by their signs alone."""
    for paragraph, depth in zip(reading.paragraphs, reading.depths, strict=True):
        margin = " " * _STEP * depth
        for row in wrapped(_styled(paragraph).plain, max(10, width - len(margin))):
            yield from (Content(margin + line) for line in drawn(row))


def _in_clauses(paragraph: Content, measure: int, depth: int) -> Iterator[Content]:
    """A paragraph row by row, each clause beginning a row; what it runs over is set in."""
    for clause in paragraph.divide(clause_ends(paragraph.plain)):
        margin = _STEP * depth
        for row in _balanced(clause.rstrip(), max(10, measure - margin - _STEP)):
            yield Content(" " * margin) + row
            margin = _STEP * (depth + 1)


def _balanced(clause: Content, width: int) -> Sequence[Content]:
    """A clause in as few rows as it takes, none of them much shorter than the others."""
    rows = clause.wrap(width)
    narrow = -(-clause.cell_length // max(1, len(rows)))
    return next(
        (tried for at in range(narrow, width) if len(tried := clause.wrap(at)) <= len(rows)), rows
    )


def _styled(paragraph: tuple[Piece, ...]) -> Content:
    pieces = []
    for piece in paragraph:
        before, after, style = _MARKS[piece.change]
        pieces.append(Content.styled(f"{before}{piece.words}{after}", style or "bold"))
    return Content(" ").join(pieces)
