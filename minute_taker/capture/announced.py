"""Outcomes as chairs announce them, in the short form of the capture language.

``defeated by 4 votes to 5`` is ``lost 4-5``, ``unanimously carried`` is ``carried unanimously``,
``carried 2-nil`` is ``carried 2-0``.
"""

from __future__ import annotations

import re

from minute_taker.minutes.patterns import pattern

_COUNTED = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
            "eighteen", "nineteen", "twenty")  # fmt: skip
_VALUES = {word: number for number, word in enumerate(_COUNTED)} | {"nil": 0, "no": 0, "zero": 0}
_N = rf"(\d{{1,5}}|{'|'.join(sorted(_VALUES, key=len, reverse=True))})"
_WORDS = {
    "passed": "carried", "adopted": "carried", "approved": "carried", "defeated": "lost",
    "rejected": "lost", "negatived": "lost", "not carried": "lost", "lapsed": "fell",
}  # fmt: skip
_RESULT = rf"carried|agreed|lost|fell|withdrawn|{'|'.join(_WORDS)}"
_ANNOUNCED = pattern(
    rf"(?:(unanimously|overwhelmingly|narrowly)\s+)?({_RESULT})\b(.*)", re.IGNORECASE | re.DOTALL
)
_ABSTAINED = rf"(?:[\s,;]+(?:and\s+|with\s+)*{_N}\s+(?:abstentions?|abstain(?:ed|ing)))"
#: How a vote is told in words; the groups are those for, against, and abstaining.
_TOLD = tuple(
    pattern(form, re.IGNORECASE)
    for form in (
        rf"(?:\b(?:by|with)\s+)?\b{_N}\s+votes?\s+(?:for\s+)?(?:to|and)\s+{_N}\b"
        rf"(?:\s+votes?)?(?:\s+against)?{_ABSTAINED}?",
        rf"(?:\b(?:by|with)\s+)?\b{_N}\s+(?:votes?\s+)?(?:for|in\s+favour)[\s,;]+(?:and\s+)?"
        rf"{_N}\s+(?:votes?\s+)?against\b{_ABSTAINED}?",
        rf"(?:\bby\s+)?\b{_N}\s*[-–]\s*{_N}(?:\s*[-–]\s*{_N})?(?![-\w])()",
        rf"\b{_N}\s*[-–]\s*{_N}{_ABSTAINED}",
    )
)


def short_outcome(text: str) -> str:
    """The outcome in its short form; the text as it is where it is none, or is short already.

    A name may be any word: before a ``/`` stands who moved something.
    """
    match = _ANNOUNCED.fullmatch(text)
    if match is None or "/" in text:
        return text
    adverb, result, rest = match[1], " ".join(match[2].split()), match[3]
    # The longest way of telling a vote that fits: abstentions belong to it.
    found = max((told for form in _TOLD if (told := form.search(rest))), key=_length, default=None)
    if found is not None:
        counts = "-".join(str(_count(word)) for word in found.groups() if word)
        rest = f"{rest[: found.start()]} {counts} {rest[found.end() :]}"
    words = (_WORDS.get(result.lower(), result), rest.strip(), adverb)
    short = " ".join(" ".join(word.split()) for word in words if word)
    return re.sub(r"\(\s*([\d-]+)\s*\)", r"\1", short).replace(" ,", ",")


def _length(match: re.Match[str]) -> int:
    return match.end() - match.start()


def _count(word: str) -> int:
    return _VALUES[word.lower()] if word.lower() in _VALUES else int(word)
