"""One question with a line to answer it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.suggester import Suggester
from textual.widgets import Static

from minute_taker.minutes.errors import Refused
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.parts.field import Field
from minute_taker.screens.parts.key_line import KeyLine


class Ask(Dialog[str | None]):
    """Asks for a line of text; dismissed with it, or with None after Esc.

    ``check`` is given what was typed and gives back what is meant; where it raises ValueError
    or Refused, its sentence is shown and the question stays. What ``suggester``
    finds is offered as grey text while typing, and taken with Right.
    """

    AUTO_FOCUS = "Field"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the field's own Enter, which would keep the key off the line of keys.
        Binding("enter", "answer", "OK", key_display="Enter", priority=True, id="ask.answer"),
        Binding("escape", "cancel", "Cancel", key_display="Esc", id="ask.cancel"),
    ]

    def __init__(
        self,
        title: str,
        value: str = "",
        *,
        words: str = "",
        suggester: Suggester | None = None,
        check: Callable[[str], str] = str.strip,
    ) -> None:
        super().__init__()
        self._title = title
        self._value = value
        self._words = words
        self._suggester = suggester
        self._check = check

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            if self._words:
                yield Static(Content(self._words), classes="words")
            yield Field(self._value, suggester=self._suggester)
            yield Static("", classes="wrong", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        field = self.query_one(Field)
        field.selection = type(field.selection)(0, len(self._value))

    def action_answer(self) -> None:
        """Take the answer, if it will do."""
        try:
            answer = self._check(self.query_one(Field).value)
        except (ValueError, Refused) as error:
            self.query_one(".wrong", Static).update(Content(str(error)))
            return
        self.dismiss(answer)

    def action_cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
