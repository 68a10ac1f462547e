"""Asking before what a vote has settled is changed."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from minute_taker.screens.dialogs.confirm import Confirm


class Unlock(Confirm, inherit_bindings=False):
    """As :class:`Confirm`, but Enter, which a clerk may press out of habit, changes nothing.

    ``said`` is what was settled: "the motion at line 12 was carried at 7.40 pm"; ``question`` is
    what is asked, ``yes`` and ``no`` what the two keys do.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", key_display="Y", id="unlock.yes"),
        Binding("escape,n,enter", "answer(False)", "No", key_display="Esc", id="unlock.no"),
    ]

    def __init__(
        self,
        said: str,
        question: str = "Change it all the same?",
        *,
        yes: str = "Change it",
        no: str = "Leave it",
    ) -> None:
        words = f"{said[:1].upper()}{said[1:]}. {question}"
        super().__init__("Settled by a vote", words, yes=yes, no=no)
