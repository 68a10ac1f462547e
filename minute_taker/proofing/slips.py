"""A slip in a line, and the finding that tells it."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.minutes.checking.findings import Finding
from minute_taker.proofing.passages import Passage


class Slip(Struct, frozen=True):
    """One slip: the rule, what is said of it, where it stands in the line, what may be meant."""

    rule: str
    words: str
    start: int
    end: int
    suggestions: tuple[str, ...] = ()


def as_finding(passage: Passage, slip: Slip) -> Finding:
    """The finding of a slip in a line or a title."""
    return Finding(
        slip.rule,
        slip.words,
        passage.item_id,
        passage.line_id,
        slip.suggestions,
        place=(slip.start, slip.end),
        found=passage.text[slip.start : slip.end],
    )


def like(found: str, right: str) -> str:
    """What is right, with the capitals and the apostrophe of what was found."""
    if "’" in found:
        right = right.replace("'", "’")
    if found[:1].isupper() and right[:1].islower():
        right = right[:1].upper() + right[1:]
    return right.upper() if len(found) > 1 and found.isupper() else right


def words_of(text: str) -> frozenset[str]:
    """The words of a text, for a list that is long."""
    return frozenset(text.split())
