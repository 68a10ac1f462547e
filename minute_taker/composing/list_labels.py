"""The marks of lists: ``1.``, ``b)``, ``(iii)``."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def letter(number: int) -> str:
    """1 as ``a``, 26 as ``z``, 27 as ``aa``, as Word counts them."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def roman(number: int) -> str:
    """4 as ``iv``."""
    said = ""
    for value, sign in _ROMAN:
        times, number = divmod(number, value)
        said += sign * times
    return said


_COUNTS: dict[str, Callable[[int], str]] = {"1": str, "a": letter, "i": roman}


def mark(pattern: str, number: int) -> str:
    """The mark of the entry with that number, after the pattern of the first: ``a)``."""
    for first, counted in _COUNTS.items():
        if first in pattern:
            return pattern.replace(first, counted(number))
        if first.upper() in pattern:
            return pattern.replace(first.upper(), counted(number).upper())
    return pattern
