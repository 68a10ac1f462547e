"""A question answered by yes or no."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.parts.key_queue import KeyQueueApp


class Confirm(Dialog[bool]):
    """Asks before something is done; dismissed with whether to do it.

    Who types on has not seen the question: that means no, and what is typed goes on to where
    it was meant for.

    ``yes`` and ``no`` are what the two keys do, in words ("Move to the bin", "Keep"). With
    ``careful`` Enter, which one presses without looking, means no. A question that comes
    ``unasked``, while one types, is careful, and no letter answers it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "Yes", key_display="Enter", id="confirm.enter"),
        Binding("f2", "answer(True)", "Yes", key_display="F2", id="confirm.yes-unasked"),
        Binding("escape", "answer(False)", "No", key_display="Esc", id="confirm.no"),
        Binding("y,Y", "letter(True)", "Yes", key_display="Y", id="confirm.yes"),
        Binding("n,N", "letter(False)", "No", show=False, id="confirm.no-letter"),
    ]

    def __init__(
        self,
        title: str,
        words: str,
        *,
        yes: str = "Yes",
        no: str = "No",
        careful: bool = False,
        unasked: bool = False,
    ) -> None:
        super().__init__()
        self._title = title
        self._words = words
        self._careful = careful or unasked
        self._unasked = unasked
        self._answered = False
        # A key with an empty label is not on the line of keys.
        self._labels = {
            "enter": "" if self._careful else yes,
            "answer(True)": yes,
            "letter(True)": yes,
            "answer(False)": no,
        }

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            yield Static(Content(self._words), classes="words")
            yield Static("")
            yield KeyLine(labels=self._labels)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "letter":
            return not self._unasked
        if action == "answer" and parameters == (True,):
            return self._unasked
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        if not event.is_printable or event.key in self.active_bindings:
            return
        event.stop()
        if isinstance(self.app, KeyQueueApp):
            self.app.deliver_again(event)
        if not self._answered:
            self._answered = True
            self.dismiss(False)

    def action_enter(self) -> None:
        """Close with what Enter means."""
        self.dismiss(not self._careful)

    def action_letter(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)


def confirm_settled(
    said: str,
    question: str = "Change it all the same?",
    *,
    yes: str = "Change it",
    no: str = "Leave it",
) -> Confirm:
    """Return the question before what a vote has settled is changed.

    ``said`` is what was settled: "the motion at line 12 was carried at 7.40 pm".
    """
    words = f"{said[:1].upper()}{said[1:]}. {question}"
    return Confirm("Settled by a vote", words, yes=yes, no=no, careful=True)
