"""Reading a printed number (``64.``, ``77/21``, ``(a)``, ``iv)``, ``Q3``) as one that counts.

The blocks say what is printed; Word wants a kind of number, a place to start and the signs
around it. A printed number may be read in more than one way (``i)`` is a letter or a Roman
one), so all readings are given, the likeliest first; whoever knows what went before chooses.
"""

from __future__ import annotations

import re

from msgspec import Struct

#: Word keeps a number's signs and its place to start in fields of this size.
_LONGEST, _HIGHEST = 30, 32_767

_WHOLE = re.compile(r"(?<!\d)[1-9]\d*")
_TWO_FIGURES = re.compile(r"(?<=/)\d\d(?!\d)")
_FILLED_UP = re.compile(r"(?<=/0)[1-9]\d+|(?<=/00)[1-9]\d*")
_LETTERS = re.compile(r"(?<![A-Za-z])([a-z]{1,7}|[A-Z]{1,7})(?=[^A-Za-z0-9]*$)")
_ROMAN = re.compile(r"m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


class Pattern(Struct, frozen=True):
    """What stays the same down a list: Word's name for the numbers, and the signs around."""

    form: str
    before: str
    after: str


class Mark(Struct, frozen=True):
    """One reading of a printed number."""

    pattern: Pattern
    number: int


def _roman(letters: str) -> int:
    """The value of a Roman number in lower case; 0 where it is none."""
    if not letters or not _ROMAN.fullmatch(letters):
        return 0
    values = [_ROMAN_VALUES[letter] for letter in letters]
    after = [*values[1:], 0]
    return sum(-v if v < follows else v for v, follows in zip(values, after, strict=True))


def _letter(letters: str) -> int:
    """The place of ``a`` … ``z``, then ``aa``, ``bb`` … as Word counts; 0 where it is none."""
    if len(set(letters)) != 1:
        return 0
    return ord(letters[0]) - ord("a") + 1 + 26 * (len(letters) - 1)


def readings(printed: str) -> tuple[Mark, ...]:
    """Every way in which Word could count to that number, the likeliest first.

    Empty where it could not (``064``, ``5 bis of 7 %``): such a number is written as text.
    """
    if len(printed) > _LONGEST or "%" in printed:
        return ()
    found: list[tuple[str, int, re.Match[str]]] = []
    # 77/21 is the 77th minute of 2021; 85.1 is the first paragraph of minute 85.
    whole = list(_WHOLE.finditer(printed))
    for match in whole if "/" in printed else reversed(whole):
        found.append(("decimal", int(match[0]), match))
    # 20/01 is the first minute of 2020: its number is filled up to two figures, or to more.
    found += [("decimalZero", int(match[0]), match) for match in _TWO_FIGURES.finditer(printed)]
    found += [("decimal", int(match[0]), match) for match in _FILLED_UP.finditer(printed)]
    lettered = _LETTERS.search(printed)
    if lettered:
        case = "lower" if lettered[1].islower() else "upper"
        letters = lettered[1].lower()
        found.insert(0, (f"{case}Letter", _letter(letters), lettered))
        # The first of a list is likelier to be i than the ninth letter.
        found.insert(0 if letters == "i" else 1, (f"{case}Roman", _roman(letters), lettered))
    return tuple(
        Mark(Pattern(form, printed[: match.start()], printed[match.end() :]), number)
        for form, number, match in found
        if 0 < number <= _HIGHEST
    )
