"""What a word that is in no list may have been meant to be, the likeliest first."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
#: The letters beside each other on a British keyboard.
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    (row[i], row[j])
    for row in _ROWS
    for i in range(len(row))
    for j in (i - 1, i + 1)
    if 0 <= j < len(row)
} | {("e", "a"), ("a", "e"), ("i", "e"), ("e", "i"), ("o", "a"), ("a", "o")}
_MOST = 4
_FURTHEST = 7


def one_away(word: str) -> set[str]:
    """Every word one slip of the finger away."""
    parts = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    found = {left + right[1:] for left, right in parts if right}
    found.update([left + right[1] + right[0] + right[2:] for left, right in parts if right[1:]])
    for letter in _LETTERS:
        found.update([left + letter + right for left, right in parts])
        found.update([left + letter + right[1:] for left, right in parts if right])
    found.discard(word)
    return found


def likelihood(typed: str, meant: str) -> float:
    """How likely the one slip is that makes of the word meant the word typed."""
    shorter = min(len(typed), len(meant))
    i = next((n for n in range(shorter) if typed[n] != meant[n]), shorter)
    first = -3.0 if i == 0 else 0.0
    if len(typed) > len(meant):
        # A letter too many: struck twice, or brushed beside the one that was meant.
        extra, beside = typed[i], (typed[i - 1 : i], typed[i + 1 : i + 2])
        if extra in beside:
            return first + 2.0
        return first + (1.0 if any((extra, other) in _BESIDE for other in beside) else 0.0)
    if len(typed) < len(meant):
        twice = meant[i] in (meant[i - 1 : i], meant[i + 1 : i + 2])
        return (-2.0 if i == 0 else 0.5) + (1.5 if twice else 0.0)
    if typed[i : i + 2] == meant[i : i + 2][::-1]:
        return 2.0 + first / 2
    return first + (1.0 if (meant[i], typed[i]) in _BESIDE else 0.0)


def suggest(
    word: str,
    near: Iterable[str],
    weight: Callable[[str], float],
    known: Mapping[str, int],
    *,
    far: bool = True,
) -> list[tuple[str, float]]:
    """What may be meant by a word in small letters: words with their scores, the best first.

    ``near`` are the words one slip away that there are, ``weight`` says how often a word is
    used, 0 for one that is in no list. ``known`` is the word list; words further away are looked
    for there, for a long word, where ``far``.
    """
    best = {other: used + likelihood(word, other) for other in near if (used := weight(other))}
    for i in range(2, len(word) - 1):
        left, right = word[:i], word[i:]
        if known.get(left, 0) >= 3 and known.get(right, 0) >= 3 and len(right) > 1:
            best.setdefault(f"{left} {right}", min(weight(left), weight(right)) - 3.0)
    if not best and far and len(word) >= _FURTHEST:
        best.update(_far(word, weight, known))
    return sorted(best.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST]


def _far(
    word: str, weight: Callable[[str], float], known: Mapping[str, int]
) -> Iterator[tuple[str, float]]:
    """Common words that begin alike and are two slips away."""
    begun, length = word[:2], len(word)
    for other, common in known.items():
        if (
            common >= 3
            and other.startswith(begun)
            and abs(len(other) - length) <= 2
            and _within_two(word, other)
        ):
            yield other, max(weight(other), float(common))


def _within_two(one: str, other: str) -> bool:
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before = before, row
        row = [i]
        for j, against in enumerate(other, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > 2:
            return False
    return row[-1] <= 2


def frequency(count: int, common: int) -> float:
    """How much is to be said for a word that stands so often in the minutes and is so common."""
    return 1.5 * common + 2.0 * math.log2(1 + count)
