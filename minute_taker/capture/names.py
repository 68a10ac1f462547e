"""Telling a person's name from the beginning of a sentence, and a time at its end."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from contextlib import suppress

from minute_taker.minutes.names import PARTICLES, TITLES
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import parse_time

#: Words in small letters that may stand among names.
_AMONG_NAMES = {"and", "&", "of", "y", "e"} | TITLES | PARTICLES - {"a", "op", "pour", "te"}
#: Words that open a sentence or a phrase, never a name typed in haste without its capital.
_NO_NAME = {"a", "an", "of", "to", "for", "on", "at", "in", "by", "with", "and", "out", "all",
            "the", "this", "that", "it", "its", "no", "not", "view", "order", "line", "light",
            "time", "due", "response", "addition", "accordance", "writing", "general", "was",
            "were", "be", "had", "has", "as", "from", "until", "before", "after"}  # fmt: skip
_WORD = re.compile(r"@?[^\W\d_][\w'’‘ʼ.\-]*,?|&")
_LONGEST = 12


def looks_like_names(words: str) -> bool:
    """Whether the words can be one or more names (or ``@code``) and are no sentence.

    Names have capitals; one or two words without any are taken for a name typed in haste
    ("chamdal", "roy chamdal").
    """
    # A letter and the accent that stands after it are one letter.
    tokens = unicodedata.normalize("NFC", words).split()
    if not tokens or len(tokens) > _LONGEST:
        return False
    bare = [re.sub(r"\(.*?\)", "", token) or token for token in tokens]
    if not all(_WORD.fullmatch(token) for token in bare):
        return False
    if all(_capital(token) or token.rstrip(",.").lower() in _AMONG_NAMES for token in bare):
        return any(_capital(token) for token in bare)
    hasty = [token for token in bare if token.rstrip(",.").lower() not in TITLES - {"the", "hon"}]
    return 0 < len(hasty) <= 2 and not any(token.rstrip(",.") in _NO_NAME for token in hasty)


def _capital(token: str) -> bool:
    return token[0] == "@" or not token[0].islower()


def split_names(words: str) -> tuple[str, ...]:
    """The names of a list, "A, B and C"."""
    parts = re.split(r"\s*(?:,\s*and\b|,|;|\band\b|&)\s*", words.strip().rstrip("."))
    return tuple(part for part in parts if part)


def end_time(words: str) -> tuple[str, dt.time | None]:
    """Part a time at the end ("Chamdal 7.42 pm", "Chamdal at ??") from what stands before it."""
    tokens = words.split()
    for count in (2, 1):
        if len(tokens) < count:
            continue
        tail = " ".join(tokens[-count:])
        if count == 1 and tail == GAP:
            return _before(tokens[:-1]), None
        with suppress(ValueError):
            return _before(tokens[:-count]), parse_time(tail)
    return words, None


def start_time(words: str) -> tuple[dt.time | None, str]:
    """Part a time at the start ("7.52 pm for a break") from what follows it."""
    tokens = words.split()
    if tokens and tokens[0].lower() == "at":
        tokens = tokens[1:]
    for count in (2, 1):
        if len(tokens) < count:
            continue
        head = " ".join(tokens[:count])
        if count == 1 and head == GAP:
            return None, " ".join(tokens[1:])
        with suppress(ValueError):
            return parse_time(head), " ".join(tokens[count:])
    return None, words


def _before(tokens: list[str]) -> str:
    if tokens and tokens[-1].lower() == "at":
        tokens = tokens[:-1]
    return " ".join(tokens).rstrip(",")
