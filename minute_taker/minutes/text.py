"""The door through which every word comes in: clean, on one line, with nothing lost in silence."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from minute_taker.minutes.patterns import pattern

#: The longest paragraph that is taken as one line, in characters. A page of minutes is about
#: 3,000; a longer line makes every later key in an editor slow.
LONGEST_LINE = 20_000

GAP = "??"

_SPACES = pattern(r"\s+")
# C0 and C1 controls but white space, DEL, lone surrogates, and the non-characters XML forbids.
_CONTROLS = pattern("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_MARK = "\ufeff"


class Cleaned(Struct, frozen=True):
    """A paragraph fit to be kept; ``controls`` counts the characters that could not stay."""

    text: str
    controls: int = 0


def clean(raw: str) -> Cleaned:
    """Make one paragraph of what was typed, pasted or read.

    Every run of white space (line ends, tabs and no-break spaces among it) becomes one space,
    none is left at the ends; control characters, which no document can hold, are left out and
    counted. Joiners and direction marks stay: emoji and right-to-left names need them.
    """
    text, controls = _CONTROLS.subn("", raw.replace(_MARK, ""))
    return Cleaned(_SPACES.sub(" ", text).strip(), controls)


def count_gaps(text: str) -> int:
    """How many ``??`` the text has; a question that ends in two marks is one gap too."""
    return text.count(GAP)


def listed(words: Sequence[str], last: str = " and ") -> str:
    """``A, B and C``; one word alone, none as an empty string."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + last + words[-1]


def leads_to_list(words: str) -> bool:
    """Whether a colon ends the words, a dash after it or not: ``That the Committee:-``."""
    return words.rstrip(" -–—").endswith(":")


def counted(number: int, noun: str) -> str:
    """``1 line``, ``3 lines``: how many there are of what is named in the singular."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
