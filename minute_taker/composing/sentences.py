"""Small grammar: lists of words, capitals at the start of a sentence, ranges of numbers."""

from __future__ import annotations

from collections.abc import Iterable

from minute_taker.minutes.text import listed

__all__ = ["listed", "lower_start", "ranges", "upper_first"]


def upper_first(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def lower_start(text: str) -> str:
    """The text with a small letter at its start."""
    return text[:1].lower() + text[1:]


def ranges(numbers: Iterable[str]) -> str:
    """Numbers as read out, with runs of three and more closed up: ``1 to 4, 6 and 9a``."""
    said: list[str] = []
    run: list[str] = []

    def close() -> None:
        said.extend([f"{run[0]} to {run[-1]}"] if len(run) > 2 else run)
        run.clear()

    for number in numbers:
        follows = run and number.isdecimal() and run[-1].isdecimal()
        if run and not (follows and int(number) == int(run[-1]) + 1):
            close()
        run.append(number)
    if run:
        close()
    return listed(said)
