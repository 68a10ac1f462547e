"""The minutes as plain text, as they read on the screen."""

from __future__ import annotations

from minute_taker.composing.blocks import Document
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import Style
from minute_taker.minutes.visible import visible_lines


def text_bytes(document: Document, _style: Style) -> bytes:
    """The text file of the minutes."""
    return (visible_lines(document_text(document)).rstrip("\n") + "\n").encode()
