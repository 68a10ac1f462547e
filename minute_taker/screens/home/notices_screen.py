"""What was found as a draft was opened, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.parts.key_line import KeyLine


class NoticesScreen(Dialog[None]):
    """Shows sentences that the clerk must read before going on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,pagedown", "scroll(1)", "Scroll", show=False, id="notices.down"),
        Binding("up,pageup", "scroll(-1)", "Scroll", show=False, id="notices.up"),
        Binding("enter,escape", "close", "To the minutes", key_display="Enter", id="notices.close"),
    ]

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__()
        self._sentences = sentences

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content(" Before you go on ")
            with VerticalScroll(id="sentences", can_focus=False):
                yield Static(Content("\n\n".join(self._sentences)), classes="words")
            yield Static("")
            yield KeyLine()

    def action_scroll(self, by: int) -> None:
        """Scroll by a sentence or so."""
        self.query_one("#sentences").scroll_relative(y=3 * by, animate=False)

    def action_close(self) -> None:
        """To the minutes."""
        self.dismiss(None)
