"""The question before a draft is printed by a style file that came with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.screens.capture.context import CaptureContext


def when_style_is_agreed(at: CaptureContext, then: Callable[[], object]) -> None:
    """Do something that prints the minutes, once the clerk agreed to the style they name.

    A style of the program's, or none, needs no question; a file is asked for once in a run.
    """
    from minute_taker.composing.style import DEFAULT_STYLE, agree_to, not_agreed

    path = not_agreed(at.draft.meeting)
    if not path:
        then()
        return
    from minute_taker.screens.dialogs.confirm import Confirm

    words = (
        f"This draft names a house style of its own, the file {path}.\n\nUse it if you know "
        "where it comes from. The details of the meeting can name another, such as "
        f"{DEFAULT_STYLE}."
    )

    def answered(wanted: bool | None) -> None:
        give_keys(at.composer)
        if wanted:
            agree_to(path)
            then()

    question = Confirm("Use this house style?", words, yes="Use it", no="Not now", careful=True)
    at.open(question, answered)
