"""Characters that no document can hold and no terminal may be sent, made visible.

Words come in clean (:mod:`minute_taker.minutes.text`); what a house style, a title, a file or its
name holds may not. A control character becomes its picture (``␇``), half of a surrogate pair and
what is no character the replacement character ``�``: nothing is dropped in silence.
"""

from __future__ import annotations

import re
from typing import Any

_LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# A line end alone may go to a terminal; a carriage return would write over the line.
_SENT = re.compile("\r(?!\n)|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_ENDS = {ord(end): None for end in "\t\n\r"}


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def visible_lines(text: str) -> str:
    """The text, its line ends of any kind as ``\\n`` and tabs as they are."""
    return _FORBIDDEN.sub(_shown, _LINE_END.sub("\n", text))


def visible_text(text: str) -> str:
    """The text on one line."""
    return _FORBIDDEN.sub(_shown, _LINE_END.sub(" ", text))


def visible_everywhere(value: Any) -> Any:
    """A shape of dicts and lists with every text in it on one line and visible."""
    if isinstance(value, str):
        return visible_text(value)
    if isinstance(value, dict):
        return {visible_everywhere(key): visible_everywhere(each) for key, each in value.items()}
    if isinstance(value, list):
        return [visible_everywhere(each) for each in value]
    return value


def for_terminal(text: str) -> str:
    """The text with line ends and tabs as they are, and no other control character.

    Nothing in it can move the cursor, change a colour or name a window.
    """
    return text if text.isprintable() else _SENT.sub(_shown, text)


def without_controls(text: str) -> str:
    """The text without any control character, for where each character's cell is counted."""
    return text if text.isprintable() else _SENT.sub("", text.translate(_ENDS))
