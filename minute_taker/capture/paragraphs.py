"""Pasted lines put together to paragraphs, and paragraphs that are too long taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minute_taker.minutes.text import clean

#: Lines wrapped by a mail program or a PDF are about this long, in characters.
_WRAPPED = range(50, 111)
_ENDS = (".", ";", "?", "!", ":", ".”", "?”", ".’", ".)")
_MARK = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)]|[•·▪●◦‣∙○■□–—*\-o§\uf0b7\uf0a7])\s")
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*\s")


def paragraphs_of(raw_lines: Sequence[str]) -> list[str]:
    """The paragraphs, each clean and on one line.

    A blank line parts them, and so does a line end, unless the lines were wrapped at a width.
    """
    paragraphs: list[str] = []
    for block in _blocks(raw_lines):
        paragraphs += _unwrapped(block)
    return paragraphs


def _blocks(raw_lines: Sequence[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for raw in raw_lines:
        text = clean(raw).text
        if text:
            block.append(text)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _unwrapped(block: list[str]) -> list[str]:
    wrapped = _is_wrapped(block)
    joined = [block[0]]
    for before, line in pairwise(block):
        goes_on = wrapped or (
            len(before) in _WRAPPED and not before.endswith(_ENDS) and line[0].islower()
        )
        if goes_on and not _MARK.match(line):
            joined[-1] = f"{joined[-1]} {line}"
        else:
            joined.append(line)
    return joined


def _is_wrapped(block: list[str]) -> bool:
    """Whether every line but the last runs to about one width, mostly in mid-sentence."""
    full = block[:-1]
    longest = max((len(line) for line in full), default=0)
    if len(full) < 2 or longest not in _WRAPPED:
        return False
    ended = sum(line.endswith(_ENDS) for line in full)
    return all(len(line) >= longest * 0.75 for line in full) and ended * 2 < len(full)


def divided(text: str, longest: int) -> list[str]:
    """The text in pieces of at most ``longest`` characters, at ends of sentences if it can be."""
    pieces = []
    while len(text) > longest:
        at = _last_end(text, longest)
        pieces.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*pieces, text] if text else pieces


def _last_end(text: str, longest: int) -> int:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, longest)]
    if ends:
        return ends[-1]
    space = text.rfind(" ", 1, longest)
    return space if space > 0 else longest
