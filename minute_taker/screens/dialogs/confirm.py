"""A question answered by yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.parts.key_line import KeyLine


class Confirm(Dialog[bool]):
    """Asks before something is done; dismissed with whether to do it.

    ``yes`` and ``no`` are what the two keys do, in words ("Move to the bin", "Keep").
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y", "answer(True)", "Yes", key_display="Enter", id="confirm.yes"),
        Binding("escape,n", "answer(False)", "No", key_display="Esc", id="confirm.no"),
    ]

    def __init__(self, title: str, words: str, *, yes: str = "Yes", no: str = "No") -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._labels = {"answer(True)": yes, "answer(False)": no}

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            yield Static(Content(self._words), classes="words")
            yield Static("")
            yield KeyLine(labels=self._labels)

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)


class ConfirmLoss(Confirm, inherit_bindings=False):
    """Asks before what nothing brings back: Enter, which one presses without looking, keeps."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", key_display="Y", id="confirm-loss.yes"),
        Binding("escape,n,enter", "answer(False)", "No", key_display="Esc", id="confirm-loss.no"),
    ]
