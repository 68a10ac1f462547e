"""Which item and which person of a draft somebody or something found is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from msgspec import Struct

from minute_taker.importing.found import FoundItem, FoundPerson
from minute_taker.importing.titles import part_begun
from minute_taker.minutes.model import Attendee, HeadingKind, Item, Part
from minute_taker.minutes.names import name_words
from minute_taker.minutes.standing import standing_kind

DATED = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}")
#: So many letters of a title are enough to know it again by a part of it, beside its number.
_TELLING = 8


def plain_key(words: str) -> str:
    """Words as they are compared: small letters and figures alone."""
    plain = unicodedata.normalize("NFKD", words.casefold()).replace("&", "and")
    return re.sub(r"[^a-z0-9]", "", plain)


def _name_key(name: str) -> tuple[str, ...]:
    return tuple(key for word in name_words(name) if (key := plain_key(word)))


def recognised(people: Sequence[Attendee], found: FoundPerson) -> Attendee | None:
    """Who of the attendance somebody found is; None for somebody new.

    By what the committee system calls them, by the whole name, or by the surname and an initial
    where they can only be one.
    """
    if found.source:
        for person in people:
            same_name = _name_key(person.name)[-1:] == _name_key(found.name)[-1:]
            if person.source == found.source and same_name:
                return person
        # Two whom the system tells apart are two, whatever their names.
        people = [person for person in people if not person.source]
    wanted = _name_key(found.name)
    exact = [person for person in people if _name_key(person.name) == wanted]
    alike = exact or [person for person in people if _alike(_name_key(person.name), wanted)]
    return alike[0] if len(alike) == 1 or exact else None


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names may be one's: one is a surname alone, or has initials."""
    if not one or not other or one[-1] != other[-1]:
        return False
    if len(one) == 1 or len(other) == 1:
        return True
    first, second = one[0], other[0]
    return min(len(first), len(second)) == 1 and first[0] == second[0]


def matched_items(items: Sequence[Item], found: Sequence[FoundItem]) -> list[Item | None]:
    """Which item of the draft each item found is; each of the draft is at most one.

    First those that are surely the same, by what the committee system calls them or by the
    title; then those that are likely to be.
    """
    free = {
        item.id: (item, _marks_of(item, item.agenda_number or item.minute_number))
        for item in items
        if item.heading is not HeadingKind.NONE
    }
    marks = [_marks_of(each, each.number) for each in found]
    matches: list[Item | None] = [None] * len(found)
    for tells, agrees in ((_sure, _surely_same), (_likely, _likely_same)):
        known: dict[object, list[int]] = {}
        for ident, (_, mark) in free.items():
            for told in tells(mark):
                known.setdefault(told, []).append(ident)
        for at, mark in enumerate(marks):
            if matches[at] is not None:
                continue
            alike = (ident for told in tells(mark) for ident in known.get(told, ()))
            same = (n for n in alike if n in free and agrees(free[n][1], mark))
            found_again = next(same, None)
            if found_again is not None:
                matches[at] = free.pop(found_again)[0]
    return matches


class _Marks(Struct, frozen=True):
    """By what an item is known again."""

    source: str
    heading: HeadingKind
    title: str
    number: str
    part: Part | None
    kind: str | None
    days: frozenset[str]


def _marks_of(item: Item | FoundItem, number: str) -> _Marks:
    headed = item.heading is HeadingKind.UNNUMBERED
    return _Marks(
        source=item.source,
        heading=item.heading,
        title=plain_key(item.title),
        number=number,
        part=part_begun(item.title) if headed else None,
        kind=None if headed else standing_kind(item.title),
        days=frozenset(DATED.findall(item.title)),
    )


def _sure(mark: _Marks) -> list[object]:
    return [(name, told) for name, told in (("source", mark.source), ("title", mark.title)) if told]


def _surely_same(one: _Marks, other: _Marks) -> bool:
    if one.source and other.source:
        return one.source == other.source
    return bool(one.title) and one.title == other.title and one.heading is other.heading


def _likely(mark: _Marks) -> list[object]:
    told = (("number", mark.number), ("part", mark.part), ("kind", mark.kind))
    return [(name, words) for name, words in told if words]


def _likely_same(one: _Marks, other: _Marks) -> bool:
    if (one.source and other.source) or one.heading is not other.heading:
        return False
    if one.number and one.number == other.number:
        short, long = sorted((one.title, other.title), key=len)
        if len(short) >= _TELLING and short in long:
            return True
    if one.part is not None:
        return one.part is other.part
    # Two bodies' minutes, or minutes of two days, are two items.
    apart = one.kind == "minutes" and one.days and other.days and one.days != other.days
    return one.kind is not None and one.kind == other.kind and not apart
