"""A finding, and what the rules that find them have in common."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from minute_taker.minutes.model import Item, Line
from minute_taker.minutes.names import folded, surname
from minute_taker.minutes.people import make_code


class Finding(Struct, frozen=True):
    """One thing that does not stand.

    ``rule`` names what is asked ("unanswered-question"), ``words`` says it in a sentence
    without a full stop. ``item`` and ``line`` are ids; a finding in the head has neither.
    ``suggestions`` are what may be meant, the likeliest first, or a line that would mend it.
    ``place`` is where in the line's text it stands, from and up to which character, and
    ``found`` what stands there, for a finding about words.
    """

    rule: str
    words: str
    item: int | None = None
    line: int | None = None
    suggestions: tuple[str, ...] = ()
    place: tuple[int, int] | None = None
    found: str = ""


def at_line(
    rule: str, words: str, item: Item, line: Line, suggestions: tuple[str, ...] = ()
) -> Finding:
    """A finding at a line."""
    return Finding(rule, words, item.id, line.id, suggestions)


def nearest(name: str, known: Iterable[str], most: int = 3) -> list[str]:
    """The known names that are spelt most like ``name``, the nearest first, by surname.

    A code ("@rg") is like the names whose initials begin so, or else have them the other way
    round, or else differ in one letter.
    """
    import difflib

    names = list(known)
    if name.startswith("@"):
        code = name[1:].lower()
        initials = {other: make_code(other)[:2] for other in names}
        for like in (code[:2], code[::-1]):
            if found := [other for other in names if initials[other] == like]:
                return found[:most]
        return [other for other in names if _one_letter_apart(initials[other], code)][:most]
    wanted = folded(surname(name))
    by_surname: dict[str, list[str]] = {}
    for other in names:
        by_surname.setdefault(folded(surname(other)), []).append(other)
    close = difflib.get_close_matches(wanted, by_surname, n=most, cutoff=0.6)
    return [other for found in close for other in by_surname[found]][:most]


def _one_letter_apart(initials: str, code: str) -> bool:
    differ = sum(one != other for one, other in zip(initials, code, strict=False))
    return len(initials) == len(code) and differ == 1


def shortened(text: str, longest: int = 48) -> str:
    """The beginning of a text, to say which is meant."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
