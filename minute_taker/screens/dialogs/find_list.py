"""A list of rows that is narrowed by typing."""

from __future__ import annotations

from typing import Any, ClassVar

from textual import events
from textual.message import Message
from textual.reactive import var

from minute_taker.minutes.text import clean
from minute_taker.screens.parts.row_list import AnyRow, RowList

_LONGEST = 100


class FindList(RowList[AnyRow], inherit_bindings=True):
    """What is typed while :attr:`finding` is gathered in :attr:`words`.

    The list does not narrow itself: whoever holds it answers :class:`Words` by showing the
    rows that fit. Backspace takes a letter back, Esc all of them.
    """

    class Words(Message):
        """The words to find have changed."""

        def __init__(self, rows: FindList[Any]) -> None:
            super().__init__()
            self.rows = rows

        @property
        def control(self) -> FindList[Any]:
            return self.rows

    #: Whether Esc takes the words away; the screen's own Esc comes first where it does not.
    ESCAPE_CLEARS: ClassVar[bool] = True

    words: var[str] = var("", init=False)

    def __init__(self, *, finding: bool = True, id: str | None = None) -> None:
        super().__init__(id=id)
        self.finding = finding

    def watch_words(self) -> None:
        self.post_message(self.Words(self))

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        return self.finding and character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        if not self.finding:
            return
        if event.is_printable and event.character and (self.words or event.character != " "):
            self.words = (self.words + event.character)[:_LONGEST]
        elif event.key == "backspace" and self.words:
            self.words = self.words[:-1]
        elif event.key == "escape" and self.words and self.ESCAPE_CLEARS:
            self.words = ""
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        if self.finding:
            event.stop()
            self.words = clean(self.words + event.text[:_LONGEST]).text[:_LONGEST]
