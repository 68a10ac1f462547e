"""Who is meant: codes, surnames, the order of the attendance, and finding somebody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from minute_taker.minutes.facts import ApologiesFrom
from minute_taker.minutes.model import Attendee, Group, Meeting, State
from minute_taker.minutes.names import folded, is_letters, name_words, surname, title_of
from minute_taker.minutes.patterns import pattern

#: Codes that stand for no single person of the attendance.
FREE_CODES = {
    "members": "Members",
    "member": "a Member",
    "officers": "officers",
    "chair": "the Chairman",
    "leader": "the Leader of the Council",
}
#: A code where it stands in a text, and is no part of an address.
CODE_IN_TEXT = pattern(r"(?<![\w@.])@([A-Za-z][A-Za-z0-9]{0,11})(?![A-Za-z0-9@])")
CODE = pattern(r"[A-Za-z][A-Za-z0-9]{0,11}")

_PLAIN_SURNAME = pattern(r"[^\W\d_a-z][\w'’-]+")
_BETWEEN_GUESTS = pattern(r"(?:\s*[,;&]\s*(?:and\s+)?|\s+and\s+)(?![^(]*\))")
_MAYOR = pattern(r"(?:lord )?mayor(?:ess)?\b", re.IGNORECASE)
_WITH_BODY = pattern(r"(.*?)\s*\(([^()]*)\)")
_LETTERS = pattern(r"[A-Z][A-Za-z]?[A-Z]+(?:\s+[A-Z][A-Za-z]?[A-Z]+)*")
#: What stands between the names of several people.
NAMES_APART = pattern(r"\s*[,;&]\s*(?:and\s+)?|\s+and\s+")

_GROUP_ORDER = {group: n for n, group in enumerate(Group)}
#: Whoever is expected stands where they will stand once they have come.
_STATE_ORDER = {State.EXPECTED: 0, State.PRESENT: 0, State.APOLOGIES: 1, State.ABSENT: 2}


def in_order(people: Iterable[Attendee]) -> tuple[Attendee, ...]:
    """The attendance in the order of the record.

    Those present or expected by group, then apologies, then the absent; within each, as they
    were.
    """
    return tuple(sorted(people, key=lambda p: (_STATE_ORDER[p.state], _GROUP_ORDER[p.group])))


def surname_of(person: Attendee) -> str:
    """The surname of somebody in the attendance, as the clerk gave it or as the name has it."""
    return person.called or surname(person.name)


def _plain_letters(word: str) -> str:
    """The word in a to z, without its accents: ``zoe`` of ``Zoë``."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", word).lower())


def make_code(name: str, taken: Iterable[str] = ()) -> str:
    """A code from the initials, lengthened until nobody else has it: ``jp``, ``jpa``, ``jp2``."""
    return Codes(taken).make(name)


class Codes:
    """The codes that are taken, for whoever needs codes for many people."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = {code.lower() for code in taken} | set(FREE_CODES)
        #: From which number on the codes of those initials may be free.
        self._numbers: dict[str, int] = {}

    def __contains__(self, code: str) -> bool:
        return code.lower() in self._taken

    def take(self, code: str) -> None:
        """Keep a code from being made again."""
        self._taken.add(code.lower())

    def make(self, name: str) -> str:
        """A code for that name that nobody has; it is not taken by that."""
        opening, endings = _letters_for_code(name)
        for ending in endings:
            code = (opening + ending)[:12]
            if code not in self._taken:
                return code
        number = self._numbers.get(opening, 2)
        while f"{opening}{number}" in self._taken:
            number += 1
        self._numbers[opening] = number
        return f"{opening}{number}"


def _letters_for_code(name: str) -> tuple[str, list[str]]:
    """The initials of a name, and what of the surname may lengthen them, the least first."""
    words = [_plain_letters(word) for word in name_words(name)]
    words = [word for word in words if word] or ["x"]
    initials = "".join(word[0] for word in words)[:6]
    return initials, [words[-1][1 : 1 + extra] for extra in range(min(12, len(words[-1])))]


def _asked(words: str) -> list[str]:
    return folded(" ".join(name_words(words))).split()


def _bears(person: Attendee, asked: list[str]) -> bool:
    """Whether a name ends in the words asked for: a surname, or a full name."""
    borne = _asked(person.name)
    return bool(asked) and (
        borne[-len(asked) :] == asked
        or asked == folded(person.called).split()
        or _by_initials(borne, folded(surname_of(person)).split(), asked)
    )


def _by_initials(borne: list[str], last: list[str], asked: list[str]) -> bool:
    """Whether the words are initials and the surname: ``E Marsh``, ``J.R. Hart``."""
    given = [letter for word in asked[: -len(last)] for letter in word.split(".") if letter]
    if not given or asked[-len(last) :] != last or any(len(letter) > 1 for letter in given):
        return False
    return [word[0] for word in borne[: len(given)]] == given


def find_person(people: Sequence[Attendee], words: str) -> Attendee | None:
    """The one person meant by a name, a surname or ``@code``; None if nobody or several.

    A code counts with or without its ``@``. Of several, the one goes first whose full name it
    is, then whose surname, then who is spelt so to the letter, has the title that was typed,
    is present.
    A code counts with or without its ``@``; a full name goes before a surname, and somebody
    present or expected before somebody away.
    """
    wanted = words.strip()
    if wanted.startswith("@"):
        code = wanted[1:].lower()
        return next((person for person in people if person.code == code), None)
    asked = _asked(wanted)
    found = [person for person in people if _bears(person, asked)]
    for nearer in _NEARER:
        if len(found) < 2:
            break
        found = [person for person in found if nearer(person, wanted)] or found
    if len(found) == 1:
        return found[0]
    if not found:
        return next((person for person in people if person.code == wanted.lower()), None)
    return None


def _to_the_letter(person: Attendee, wanted: str) -> bool:
    borne, asked = (
        unicodedata.normalize("NFC", " ".join(name_words(name))) for name in (person.name, wanted)
    )
    return borne.endswith(asked)


#: What tells which of several is meant, the strongest first.
_NEARER: tuple[Callable[[Attendee, str], bool], ...] = (
    lambda person, wanted: folded(person.name) == folded(wanted),
    lambda person, wanted: _asked(person.name) == _asked(wanted),
    lambda person, wanted: folded(surname_of(person)).split() == _asked(wanted),
    _to_the_letter,
    lambda person, wanted: title_of(person.name) == title_of(wanted),
    lambda person, _: not person.away,
)


def bearers(people: Sequence[Attendee], words: str) -> list[Attendee]:
    """All who bear a name or a surname, the absent among them."""
    asked = _asked(words)
    return [person for person in people if _bears(person, asked)]


def find_people(people: Sequence[Attendee], words: str) -> list[tuple[str, Attendee | None]]:
    """Who is meant where several may be named (``Bright, Crane and @rg``): words and person.

    Letters after one person's name ("Ann Example AM, FRSA") do not make them two.
    """
    alone = find_person(people, words)
    parts = [part for part in NAMES_APART.split(words.strip()) if part]
    if len(parts) > 1 and not (alone and folded(alone.name) == folded(words)):
        found = [find_person(people, part) for part in parts]
        if all(found) or (alone is None and any(found)):
            return list(zip(parts, found, strict=True))
    return [(words, alone)]


def unlisted_names(meeting: Meeting) -> Iterator[str]:
    """The names that apologies and substitutions give of people who are in no list."""
    people = meeting.attendance
    for person in people:
        if person.substitute_for:
            member = find_person(people, person.substitute_for)
            if member is None or member is person:
                yield person.substitute_for
    for _, line in meeting.lines():
        if isinstance(line.fact, ApologiesFrom):
            for words in filter(None, (line.fact.who, line.fact.substitute)):
                yield from (name for name, known in find_people(people, words) if known is None)


def guests(words: str) -> list[tuple[str, str]]:
    """Names that may be in no list, each with what stands in brackets after it.

    ``Bo Lee (Police) and Al Orr (Parks and Paths)`` are two; letters after a name are its own.
    """
    found: list[tuple[str, str]] = []
    for part in _BETWEEN_GUESTS.split(words.strip()):
        match = _WITH_BODY.fullmatch(part)
        name, body = (match[1], match[2].strip()) if match else (part, "")
        if found and (_LETTERS.fullmatch(name) or is_letters(name)) and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}, {name}", body)
        elif name:
            found.append((name, body))
    return found


def reference(people: Sequence[Attendee], person: Attendee) -> str:
    """The shortest way to write who is meant: a surname that is one word, else ``@code``."""
    short = surname_of(person)
    alone = _PLAIN_SURNAME.fullmatch(short) and find_person(people, short) is person
    namesakes = [other for other in people if folded(surname_of(other)) == folded(short)]
    return short if alone and len(namesakes) == 1 else f"@{person.code}"


def chair_of(meeting: Meeting) -> Attendee | None:
    """Who presides: the one named in the head, else the member whose post says so.

    Where there is no chair the Mayor presides.
    """
    if meeting.chair:
        return find_person(meeting.attendance, meeting.chair)
    for person in meeting.attendance:
        post = person.post.lower()
        if not person.away and "chair" in post and "vice" not in post:
            return person
    mayors = [person for person in meeting.attendance if _MAYOR.match(person.post)]
    return next((person for person in mayors if not person.away), None)
