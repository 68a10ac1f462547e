"""A look at a paste of many paragraphs before it is entered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from minute_taker.capture.session import Session
from minute_taker.capture.signs import sign_of
from minute_taker.minutes.model import HeadingKind, Meeting
from minute_taker.screens.dialogs.dialog import LOOK, Dialog
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.reading.transcript import Transcript


class PasteScreen(Dialog[bool]):
    """Shows what lines a paste will be; dismissed with whether to enter them.

    ``lines`` are lines of the capture language; the first takes the place of the line
    ``over``, where there is one. ``as_text`` counts the headings among them that are text.
    """

    AUTO_FOCUS = "Transcript"
    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, "paste.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "Enter them", key_display="Enter", id="paste.enter",
                priority=True),
        Binding("escape", "answer(False)", "Keep the text in the composer", key_display="Esc",
                id="paste.keep"),
        Binding("up", "scroll(-1)", "Up", show=False, id="paste.up", priority=True),
        Binding("down", "scroll(1)", "Down", show=False, id="paste.down", priority=True),
    ]  # fmt: skip

    def __init__(
        self,
        meeting: Meeting,
        item_id: int | None,
        lines: Sequence[str],
        *,
        over: int | None = None,
        as_text: int = 0,
    ) -> None:
        super().__init__()
        self._over = over
        self._as_text = as_text
        self._pasted = _as_entered(meeting, item_id, lines)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Enter these lines?")
            yield Static(Content(self._summary()), classes="words")
            yield Transcript()
            yield KeyLine()

    def on_mount(self) -> None:
        transcript = self.query_one(Transcript)
        transcript.show(self._pasted)
        self.call_after_refresh(transcript.scroll_home, animate=False)

    def _summary(self) -> str:
        counts: Counter[str] = Counter()
        for item in self._pasted.items:
            counts["agenda item"] += item.heading is not HeadingKind.NONE
            counts.update(sign_of(line.kind).word for line in item.lines)
        words = [f"{count} × {word}" for word, count in counts.items() if count]
        first = f" The first takes the place of line {self._over}." if self._over else ""
        if self._as_text:
            heading = "One heading stays" if self._as_text == 1 else "Headings stay"
            first += f" {heading} text, as no item begins inside another."
        return f"{self._pasted.line_count()} lines: {', '.join(words)}.{first} Undone as one."

    def action_answer(self, enter: bool) -> None:
        """Close with the answer."""
        self.dismiss(enter)

    def action_scroll(self, by: int) -> None:
        """Scroll what will be entered."""
        self.query_one(Transcript).scroll_relative(y=by, animate=False)


def _as_entered(meeting: Meeting, item_id: int | None, lines: Sequence[str]) -> Meeting:
    """What the lines will be, alone, as the session will make it of them."""
    trial = Session(meeting, clock=None)
    trial.go(item_id)
    trial.enter_lines(lines)
    old_items = {item.id for item in meeting.items}
    items = []
    for item in trial.meeting.items:
        new = tuple(line for line in item.lines if line.id > meeting.last_line)
        if item.id not in old_items:
            items.append(replace(item, lines=new))
        elif new:
            items.append(replace(item, heading=HeadingKind.NONE, title="", lines=new))
    return replace(trial.meeting, items=tuple(items))
