"""What is known to be a word or a name in one meeting, beside the word list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.minutes.model import Meeting
from minute_taker.minutes.people import chair_of

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_CHAIR_WORD = re.compile(r"^Chair(?:man|woman|person)?$")


class HouseWords(Struct, frozen=True, kw_only=True):
    """What a house style says of words.

    ``words`` are the style's own; ``wrong`` gives for what is not to be written what is.
    ``bodies`` are "singular" ("the Committee was"), "plural" or "any", ``comma_before_and``
    in a list is "always", "never" or "any".
    """

    words: frozenset[str] = frozenset()
    wrong: tuple[tuple[str, str], ...] = ()
    bodies: str = "any"
    comma_before_and: str = "any"


class Lexicon(Struct, frozen=True, kw_only=True):
    """The words and names that one meeting may use.

    ``words`` are our own, in every meeting; ``names`` are those of people and bodies, by their
    words. ``exempt_words`` are known on exempt lines alone. ``expansions`` are the acronyms of
    the glossary with their words, ``chair`` is what the attendance calls whoever presides.
    ``earlier`` says how often each word, in small letters, stands in earlier minutes.
    """

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    exempt_words: frozenset[str] = frozenset()
    house: HouseWords = HouseWords()
    expansions: tuple[tuple[str, str], ...] = ()
    chair: str = ""
    earlier: Mapping[str, int] = {}

    def knows(self, word: str, *, exempt: bool) -> bool:
        """Whether a word, as written, is one of ours, the style's, or part of a name."""
        folded = word.casefold()
        return (
            folded in self.words
            or folded in self.names
            or folded in self.house.words
            or (exempt and folded in self.exempt_words)
        )


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """The words of names, in small letters; those that a hyphen joins each for itself."""
    return frozenset(word for text in texts for word in words_in(text))


def words_in(text: str) -> list[str]:
    """Return the words of a text in small letters, as lists of words have them."""
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def lexicon_for(
    meeting: Meeting,
    house: HouseWords,
    *,
    words: Iterable[str] = (),
    names: Iterable[str] = (),
    expansions: Iterable[tuple[str, str]] = (),
    earlier: Mapping[str, int] | None = None,
) -> Lexicon:
    """The lexicon of a meeting: its attendance, its head, and what the register has.

    ``words`` are our words, ``names`` the register's people, committees and organisations;
    ``earlier`` counts the words of earlier minutes.
    """
    told = [
        meeting.council, meeting.committee, meeting.called, meeting.venue, meeting.chair,
        meeting.clerk, *names,
    ]  # fmt: skip
    for person in meeting.attendance:
        told += [person.name, person.post, person.organisation, person.substitute_for]
    presiding = chair_of(meeting)
    chair = presiding.post if presiding and _CHAIR_WORD.match(presiding.post) else ""
    return Lexicon(
        words=frozenset(word.casefold() for word in words),
        names=names_in(told),
        exempt_words=frozenset(word.casefold() for word in meeting.own_words),
        house=replace(house, words=frozenset(word.casefold() for word in house.words)),
        expansions=tuple(expansions),
        chair=chair,
        earlier=earlier or {},
    )
