"""Write text into a Word document: the only module that does.

XML cannot hold all that a clipboard can, and what python-docx does with the rest differs from
sign to sign: some raise, some vanish, a line end of two signs becomes two. Here each has an
answer that can be seen on the page.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from minute_taker.minutes.visible import visible_lines

#: lxml has no types of its own; an element is what its functions return.
Element = Any

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_W = f"{{{MAIN}}}"
_T = f"{_W}t"

_SPECIAL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_PIECES = re.compile("([\t\n])")


def _add_t(run: Element, text: str) -> None:
    t = etree.SubElement(run, _T)
    t.text = text
    if text[0].isspace() or text[-1].isspace() or "  " in text:
        t.set(SPACE, "preserve")


def add_text(run: Element, text: str) -> None:
    """Put words into a run: the one door by which text enters the document.

    A line end of any kind is one break and a tab a tab; a control character becomes its
    picture (``␇``), a lone surrogate the replacement character ``�``. Nothing is dropped in
    silence and nothing raises.
    """
    if not text:
        return
    if not _SPECIAL.search(text):
        _add_t(run, text)
        return
    for piece in _PIECES.split(visible_lines(text)):
        if piece == "\n":
            etree.SubElement(run, f"{_W}br")
        elif piece == "\t":
            etree.SubElement(run, f"{_W}tab")
        elif piece:
            _add_t(run, piece)
