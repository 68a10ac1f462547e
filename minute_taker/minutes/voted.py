"""Which resolutions a vote decided, and which were taken without one.

The first resolution after a motion was carried comes from the vote where its words are the
motion's, where an amendment was carried, or where the motion refers to something that only the
resolution writes out ("the officer's recommendation"). Later ones come from it where their
words are the motion's, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from minute_taker.minutes.amending import Motion, decided
from minute_taker.minutes.facts import Instead, NamedVote, Outcome
from minute_taker.minutes.model import Item, Kind, Line
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.remembered import remembered

_WORD = pattern(r"[^\W\d_]{4,}|\d+")
#: Words that every resolution has, which make no two alike.
_COMMON = frozenset(
    [
        "that",
        "this",
        "these",
        "those",
        "with",
        "from",
        "have",
        "been",
        "shall",
        "will",
        "into",
        "upon",
        "they",
    ]
)
_REFERS = pattern(
    r"\b(?:recommend\w*|proposals?|propos\w+|motions?|as\s+(?:set\s+out|printed|tabled|moved|"
    r"circulated|stated|above|amended|written|read)|the\s+(?:above|following|same)|set\s+out|"
    r"options?|in\s+the\s+(?:report|agenda)|(?:the\s+)?(?:officer|report)['’]?s?)\b|:\s*[-–—]?$",
    re.IGNORECASE,
)
#: How much of the shorter text the other must share to say the same.
_ENOUGH = 0.5


class AfterVote(Struct, frozen=True):
    """A resolution that stands straight after a vote; ``voted`` says that it comes from it.

    ``first`` marks the one that follows at once.
    """

    line: Line
    outcome: Line
    voted: bool
    first: bool


@remembered
def after_votes(item: Item) -> tuple[AfterVote, ...]:
    """The resolutions of an item that stand in the run after a carried vote, parts among them."""
    lines = item.lines
    if not any(isinstance(line.fact, Outcome) for line in lines):
        return ()
    by_vote = decided(item)
    return tuple(
        found
        for at, line in enumerate(lines)
        if isinstance(line.fact, Outcome) and line.fact.result == "carried"
        for found in _run(lines, at + 1, line, by_vote.get(line.id))
    )


@remembered
def voted(item: Item) -> frozenset[int]:
    """The ids of the resolutions that come from a vote."""
    return frozenset(each.line.id for each in after_votes(item) if each.voted)


@remembered
def unvoted(item: Item) -> frozenset[int]:
    """The ids of the resolutions that stand straight after a vote and do not come from it."""
    return frozenset(each.line.id for each in after_votes(item) if not each.voted)


def _run(
    lines: Sequence[Line], start: int, outcome: Line, motion: Motion | None
) -> Iterator[AfterVote]:
    first, comes = True, False
    for at in range(start, len(lines)):
        line = lines[at]
        if line.kind is not Kind.RESOLUTION:
            if (first and isinstance(line.fact, NamedVote)) or (line.depth and not first):
                continue
            return
        if first or not line.depth:
            comes = isinstance(line.fact, Instead) or _comes_from(
                motion, line.text, _with_parts(lines, at), first=first
            )
        yield AfterVote(line, outcome, comes, first)
        first = False


def _with_parts(lines: Sequence[Line], at: int) -> str:
    """The words of the resolution that stands there, with those of its parts."""
    after = (lines[n] for n in range(at + 1, len(lines)))
    within = takewhile(lambda line: line.depth > 0, after)
    return " ".join(line.text for line in (lines[at], *within))


def _comes_from(motion: Motion | None, stem: str, whole: str, *, first: bool) -> bool:
    if motion is None:
        return first
    texts = [text for text in (motion.moved.text, motion.words, motion.before) if text]
    # The parts of a stem may be still to come.
    begun = first and whole.rstrip().endswith(":")
    if begun or any(_alike(text, words) for text in texts for words in (stem, whole)):
        return True
    free = motion.amended or motion.moved.amendment or not texts
    return first and (free or any(_REFERS.search(text) for text in texts))


def _alike(one: str, other: str) -> bool:
    """Whether two texts say the same: the shorter has enough of its words from the longer."""
    words, others = _words(one), _words(other)
    if not words or not others:
        return _bare(one) == _bare(other)
    return len(words & others) >= _ENOUGH * min(len(words), len(others))


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)} - _COMMON


def _bare(text: str) -> str:
    return re.sub(r"^that\s+|\W+", " ", text.lower()).strip()
