"""How a table fits the page: the widths of its columns, and smaller type where it is too wide."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from minute_taker.composing.blocks import Runs, plain

#: A bold letter is so many times as wide as the type is high, generously; a cell's left and
#: right edges are so wide, in twips.
_LETTER, _CELL_EDGES = 0.625, 260
#: A cell of no more letters than this is better not divided over lines.
_NAME_OR_DATE = 20
#: The smallest types that can still be read on paper, in points, the largest first.
_SMALLER = (10, 9, 8)
SMALLEST = _SMALLER[-1]


class Fitted(Struct, frozen=True):
    """Column widths and where the table begins, in twips.

    ``size`` is the type's in half points, 0 for that of the style; ``fits`` is whether no word
    must be divided.
    """

    widths: tuple[int, ...]
    left: int
    size: int = 0
    fits: bool = True


def fit(rows: Sequence[Sequence[Runs]], width: int, indent: int, size: float) -> Fitted:
    """Fit a table between the margins, in type of ``size`` points or smaller.

    The longest word of each column has room where that is possible at all. A table that is too
    wide begins at the margin, then it is set smaller; what is too wide even then is divided
    within its words by Word, and nothing is cut off.
    """
    columns = max(map(len, rows))
    texts = [[plain(row[n]) for row in rows if n < len(row)] for n in range(columns)]
    words = [max((len(word) for text in column for word in text.split()), default=1)
             for column in texts]  # fmt: skip
    tried = [(indent, size), (0, size), *((0, points) for points in _SMALLER if points < size)]
    left, points, fits = next(
        ((left, points, True) for left, points in tried
         if _needed(words, points) <= width - left),
        (*tried[-1], False),
    )  # fmt: skip
    widths = _shared_out(texts, words, width - left, points)
    return Fitted(tuple(widths), left, 0 if points == size else round(points * 2), fits)


def cell_width(letters: int, points: float) -> int:
    """How wide a cell must be for a word of so many letters in type of that size, in twips."""
    return round(letters * _LETTER * points * 20) + _CELL_EDGES


def _needed(words: Sequence[int], points: float) -> int:
    return sum(cell_width(word, points) for word in words)


def _shared_out(
    texts: Sequence[Sequence[str]], words: list[int], width: int, points: float
) -> list[int]:
    """Column widths: the longest word of each fits, and the rest goes by how much text it has.

    A name or a date stays on one line where there is room for it.
    """
    columns = len(texts)
    whole = [max(map(len, column), default=0) for column in texts]
    unbroken = [
        all_of_it if all_of_it <= _NAME_OR_DATE else word
        for all_of_it, word in zip(whole, words, strict=True)
    ]
    if _needed(unbroken, points) <= width * 0.9:
        words = unbroken
    needed = [_needed([word], points) for word in words]
    if sum(needed) > width:
        needed = [width // columns] * columns
    left = width - sum(needed)
    wishes = [min(most - word + 1, 60) for most, word in zip(whole, words, strict=True)]
    widths = [need + left * wish // sum(wishes) for need, wish in zip(needed, wishes, strict=True)]
    return [*widths[:-1], width - sum(widths[:-1])]
