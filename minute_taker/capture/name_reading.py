"""Telling a person's name from the beginning of a sentence, and a time at its end."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from contextlib import suppress

from minute_taker.minutes.names import PARTICLES, TITLES
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import parse_time

#: Words in small letters that may stand among names.
_AMONG_NAMES = {"and", "&", "of", "y", "e"} | TITLES | PARTICLES - {"a", "op", "pour", "te"}
#: Words that open a sentence or a phrase, never a name typed in haste without its capital.
_NO_NAME = {"a", "an", "of", "to", "for", "on", "at", "in", "by", "with", "and", "out", "all",
            "the", "this", "that", "it", "its", "no", "not", "view", "order", "line", "light",
            "time", "due", "response", "addition", "accordance", "writing", "general", "was",
            "were", "be", "had", "has", "as", "from", "until", "before", "after",
            "vacated"}  # fmt: skip
_WORD = pattern(r"@?[^\W\d_][\w'’‘ʼ.\-]*[,;]?|&")
#: What stands for nobody, and is no name.
NOBODY = pattern(r"(?:none|nil|nobody|no[ -]one|no\s+members?|0|-|–|zero|n/?a)\.?", re.IGNORECASE)
_LONGEST = 12
#: Words before which a name ends and the clerk's own words begin: "Larkin to robe".
_OPENERS = {"to", "for", "as", "because", "due", "owing", "having", "on", "by", "via", "from",
            "before", "after", "during", "while", "with", "when", "in", "since", "at",
            "following", "pending", "until", "so"}  # fmt: skip


def looks_like_names(words: str) -> bool:
    """Whether the words can be one or more names (or ``@code``) and are no sentence.

    Names have capitals; one or two words without any are taken for a name typed in haste
    ("chamdal", "roy chamdal").
    """
    # A letter and the accent that stands after it are one letter.
    words = unicodedata.normalize("NFC", words)
    tokens = words.split()
    if not tokens or any(len(name.split()) > _LONGEST for name in split_names(words)):
        return False
    if words.islower() and NOBODY.fullmatch(words):
        return False
    bare = [re.sub(r"\([^()]*\)", "", token) or token for token in tokens]
    if not all(_WORD.fullmatch(token) for token in bare):
        return False
    if all(_capital(token) or token.rstrip(",;.").lower() in _AMONG_NAMES for token in bare):
        return any(_capital(token) for token in bare)
    if any(token.rstrip(",;.") in _NO_NAME for token in bare if token != "and"):
        return False
    titles = TITLES - {"the", "hon"}
    hasty = [[t for t in name.split() if t.lower() not in titles] for name in split_names(words)]
    return all(0 < len(name) <= 2 and not _ends_small(name) for name in hasty)


def _ends_small(name: list[str]) -> bool:
    """Whether a name with a capital ends in a word without one: ``Larkin temporarily``."""
    return _capital(name[0]) and not _capital(name[-1])


def start_names(words: str) -> tuple[str, str]:
    """Part names at the start from the clerk's words after them: ``("Larkin", "to robe")``.

    No names are given where what stands before those words has no capital.
    """
    tokens = words.split()
    for at, token in enumerate(tokens):
        if token.rstrip(",") in _OPENERS or token in _OPENERS:
            who = " ".join(tokens[:at]).rstrip(",:;–-")
            known = bool(who) and any(_capital(word) for word in who.split())
            return (who, opened(" ".join(tokens[at:]))) if known else ("", "")
    return words, ""


def opened(words: str) -> str:
    """The words as they go on a sentence: what opens them does, and no stop ends them."""
    bare = words.strip().removesuffix(".")
    return bare if bare.partition(" ")[0].rstrip(",") in _OPENERS and " " in bare else ""


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
        tail = tail[1:-1] if tail.startswith("(") and tail.endswith(")") else tail
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
        head = " ".join(tokens[:count]).rstrip(",")
        if count == 1 and head == GAP:
            return None, " ".join(tokens[1:])
        with suppress(ValueError):
            return parse_time(head), " ".join(tokens[count:])
    return None, words


def _before(tokens: list[str]) -> str:
    if tokens and tokens[-1].lower() in ("at", "from"):
        tokens = tokens[:-1]
    return " ".join(tokens).rstrip(" ,;–-")
