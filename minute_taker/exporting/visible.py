"""Characters that no document can hold, made visible.

Words come in clean (:mod:`minute_taker.minutes.text`); what a house style or a title holds may
not. A control character becomes its picture (``␇``), half of a surrogate pair and what is no
character the replacement character ``�``: nothing is dropped in silence.
"""

from __future__ import annotations

import re

_LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


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
