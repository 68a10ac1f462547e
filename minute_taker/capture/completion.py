"""Completion of people: ``@co`` to a code, the beginning of a name to the whole, with the post."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from minute_taker.capture.offers import OPENING, Offer
from minute_taker.minutes.model import Attendee, Group
from minute_taker.minutes.names import folded, name_words, surname
from minute_taker.minutes.people import FREE_CODES

_CODE_BEGUN = re.compile(r"(?<![\w@.])@([A-Za-z][A-Za-z0-9'’\-]{0,24})?$")
_SHORTEST, _SHORTEST_IN_DATA = 3, 2
_MOST_WORDS = 4
#: Words that begin sentences and are the beginning of somebody's name no more often than not.
_ORDINARY = {"The", "This", "That", "There", "Then", "They", "Their", "Members", "May",
             "Was", "Were", "Would", "Will", "Councillor", "Committee", "Council"}  # fmt: skip
#: Whose post is written at the first mention; members are known to the reader from the list.
_WITH_POST = (Group.OFFICER, Group.ALSO_PRESENT)


def people_for(begun: str, people: Sequence[Attendee]) -> list[Attendee]:
    """Who may be meant by the beginning of a code, a first name or a surname, the likeliest first.

    Codes go before names, those present before those away; an empty beginning is everybody.
    """
    wanted = folded(begun)

    def rank(person: Attendee) -> int | None:
        if person.code == wanted:
            return 0
        if person.code.startswith(wanted):
            return 1
        words = [folded(word) for word in name_words(person.name)]
        last = folded(person.called or surname(person.name))
        if words and (words[-1].startswith(wanted) or last.startswith(wanted)):
            return 2
        return 3 if any(word.startswith(wanted) for word in words) else None

    ranked = [
        (found, person.away, number, person)
        for number, person in enumerate(people)
        if (found := rank(person)) is not None
    ]
    return [person for *_, person in sorted(ranked, key=lambda entry: entry[:3])]


def offer_code(before: str, people: Sequence[Attendee]) -> Offer | None:
    """The code for what follows an ``@``: the rest of it, or the code of the name begun."""
    match = _CODE_BEGUN.search(before[-40:])
    if match is None or not match[1]:
        return None
    begun = match[1]
    found = people_for(begun, people)
    if found:
        person = found[0]
        said = f"{person.name}, {person.post}" if person.post else person.name
        return Offer(person.code, len(begun), said) if person.code != begun else None
    free = [code for code in FREE_CODES if code.startswith(begun.lower()) and code != begun]
    return Offer(free[0], len(begun), FREE_CODES[free[0]]) if free else None


def _post(person: Attendee) -> str:
    post = person.post or person.organisation
    return f" ({post})" if post and person.group in _WITH_POST else ""


@lru_cache(maxsize=1024)
def _called(name: str, called: str) -> tuple[str, ...]:
    """What somebody may be called: the whole name, and the surname."""
    words = name_words(name)
    return (" ".join(words), called or surname(name)) if len(words) > 1 else tuple(words)


def offer_name(
    before: str,
    people: Sequence[Attendee],
    mentioned: Callable[[str], bool] = lambda _: True,
    *,
    data: bool = False,
) -> Offer | None:
    """The rest of a name that only one person bears, with the post where it is new.

    ``mentioned`` says whether words stand in the meeting already; without it no post is added.
    A single word is taken for a name begun from three letters on, the first a capital. In
    ``data``, where names are to be expected, two letters do, and of several who may be meant
    each is offered.
    """
    shortest = _SHORTEST_IN_DATA if data else _SHORTEST
    tokens = before[-120:].split(" ")
    for count in range(min(_MOST_WORDS, len(tokens)), 0, -1):
        begun = " ".join(tokens[-count:]).lstrip(OPENING)
        if not begun[:1].isupper():
            continue
        if count == 1 and (len(begun) < shortest or begun in _ORDINARY):
            continue
        borne = [
            (person, name)
            for person in people
            for name in _called(person.name, person.called)
            if name.startswith(begun)
        ]
        if len({person.id for person, _ in borne}) == 1:
            return _rest_of(begun, *borne[0], mentioned)
        if borne and data:
            return _one_of(begun, borne)
    return None


def _one_of(begun: str, borne: Sequence[tuple[Attendee, str]]) -> Offer | None:
    """Offer each of several people, by the surname where it tells them apart."""
    names: dict[int, str] = {}
    for person, name in borne:
        shared = any(name == other and who.id != person.id for who, other in borne)
        names.setdefault(person.id, _called(person.name, person.called)[0] if shared else name)
    texts = tuple(dict.fromkeys(names.values()))
    # Whoever's name it is already may be meant: it is whole.
    return None if begun in texts else Offer(texts[0], len(begun), others=texts[1:])


def _rest_of(
    begun: str, person: Attendee, name: str, mentioned: Callable[[str], bool]
) -> Offer | None:
    whole = _called(person.name, person.called)[0]
    is_new = name == whole and not mentioned(whole) and not mentioned(f"@{person.code}")
    text = name + (_post(person) if is_new else "")
    return Offer(text, len(begun), person.post) if text != begun else None
