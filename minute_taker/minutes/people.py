"""Who is meant: codes, surnames, the order of the attendance, and finding somebody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from minute_taker.minutes.model import Attendee, Group, Meeting, State

#: Codes that stand for no single person of the attendance.
FREE_CODES = {
    "members": "Members",
    "member": "a Member",
    "officers": "officers",
    "chair": "the Chairman",
    "leader": "the Leader of the Council",
}
#: A code where it stands in a text, and is no part of an address.
CODE_IN_TEXT = re.compile(r"(?<![\w@.])@([A-Za-z][A-Za-z0-9]{0,11})(?![A-Za-z0-9@])")
CODE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,11}")

_PLAIN_SURNAME = re.compile(r"[^\W\d_a-z][\w'’-]+")
_BETWEEN_GUESTS = re.compile(r"(?:\s*[,;&]\s*(?:and\s+)?|\s+and\s+)(?![^(]*\))")
_MAYOR = re.compile(r"(?:lord )?mayor(?:ess)?\b", re.IGNORECASE)
_WITH_BODY = re.compile(r"(.*?)\s*\(([^()]*)\)")
_LETTERS = re.compile(r"[A-Z][A-Za-z]?[A-Z]+(?:\s+[A-Z][A-Za-z]?[A-Z]+)*")
#: What stands between the names of several people.
NAMES_APART = re.compile(r"\s*[,;&]\s*(?:and\s+)?|\s+and\s+")

_GROUP_ORDER = {group: n for n, group in enumerate(Group)}
#: Whoever is expected stands where they will stand once they have come.
_STATE_ORDER = {State.EXPECTED: 0, State.PRESENT: 0, State.APOLOGIES: 1, State.ABSENT: 2}
#: Letters after a name ("OBE", "FRSA") and titles before it are no part of it for a code.
_TITLES = {"cllr", "councillor", "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "lord",
           "lady", "rev", "revd", "prof", "professor", "the", "hon", "alderman"}  # fmt: skip


def in_order(people: Iterable[Attendee]) -> tuple[Attendee, ...]:
    """The attendance in the order of the record.

    Those present or expected by group, then apologies, then the absent; within each, as they
    were.
    """
    return tuple(sorted(people, key=lambda p: (_STATE_ORDER[p.state], _GROUP_ORDER[p.group])))


def name_words(name: str) -> list[str]:
    """The words of the name itself: no title before it, no letters after it."""
    words = [word for word in re.split(r"\s+", name.split(",")[0].strip()) if word]
    while len(words) > 1 and words[0].rstrip(".").lower() in _TITLES:
        words.pop(0)
    while len(words) > 2 and re.fullmatch(r"[A-Z][A-Za-z]?[A-Z]+", words[-1]):
        words.pop()
    return words


@lru_cache(maxsize=1024)
def surname(name: str) -> str:
    """The last word of the name: ``Chamdal`` of ``Roy Chamdal``."""
    words = name_words(name)
    return words[-1] if words else name


def _plain_letters(word: str) -> str:
    """The word in a to z, without its accents: ``zoe`` of ``Zoë``."""
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", word).lower())


def make_code(name: str, taken: Iterable[str] = ()) -> str:
    """A code from the initials, lengthened until nobody else has it: ``jp``, ``jpa``, ``jp2``."""
    used = {code.lower() for code in taken} | set(FREE_CODES)
    words = [_plain_letters(word) for word in name_words(name)]
    words = [word for word in words if word] or ["x"]
    initials = "".join(word[0] for word in words)[:6]
    for extra in range(len(words[-1])):
        code = (initials + words[-1][1 : 1 + extra])[:12]
        if code not in used:
            return code
    number = 2
    while f"{initials}{number}" in used:
        number += 1
    return f"{initials}{number}"


def _matches(person: Attendee, words: str) -> bool:
    asked = [word.lower() for word in name_words(words)]
    borne = [word.lower() for word in name_words(person.name)]
    return bool(asked) and borne[-len(asked) :] == asked


def find_person(people: Sequence[Attendee], words: str) -> Attendee | None:
    """The one person meant by a name, a surname or ``@code``; None if nobody or several.

    A code counts with or without its ``@``; a full name goes before a surname, and somebody
    present or expected before somebody away.
    """
    wanted = words.strip()
    if wanted.startswith("@"):
        code = wanted[1:].lower()
        return next((person for person in people if person.code == code), None)
    exact = [person for person in people if person.name.lower() == wanted.lower()]
    found = exact or [person for person in people if _matches(person, wanted)]
    if len(found) > 1:
        found = [person for person in found if not person.away]
    if len(found) == 1:
        return found[0]
    if not found:
        return next((person for person in people if person.code == wanted.lower()), None)
    return None


def bearers(people: Sequence[Attendee], words: str) -> list[Attendee]:
    """All who bear a name or a surname, the absent among them."""
    return [person for person in people if _matches(person, words)]


def find_people(people: Sequence[Attendee], words: str) -> list[tuple[str, Attendee | None]]:
    """Who is meant where several may be named (``Bright, Crane and @rg``): words and person.

    Letters after one person's name ("Ann Example AM, FRSA") do not make them two.
    """
    alone = find_person(people, words)
    parts = [part for part in NAMES_APART.split(words.strip()) if part]
    if len(parts) > 1 and not (alone and alone.name.lower() == words.strip().lower()):
        found = [find_person(people, part) for part in parts]
        if all(found) or (alone is None and any(found)):
            return list(zip(parts, found, strict=True))
    return [(words, alone)]


def guests(words: str) -> list[tuple[str, str]]:
    """Names that may be in no list, each with what stands in brackets after it.

    ``Bo Lee (Police) and Al Orr (Parks and Paths)`` are two; letters after a name are its own.
    """
    found: list[tuple[str, str]] = []
    for part in _BETWEEN_GUESTS.split(words.strip()):
        match = _WITH_BODY.fullmatch(part)
        name, body = (match[1], match[2].strip()) if match else (part, "")
        if found and _LETTERS.fullmatch(name) and not found[-1][1]:
            found[-1] = (f"{found[-1][0]}, {name}", body)
        elif name:
            found.append((name, body))
    return found


def reference(people: Sequence[Attendee], person: Attendee) -> str:
    """The shortest way to write who is meant: a surname that is one word, else ``@code``."""
    short = surname(person.name)
    alone = _PLAIN_SURNAME.fullmatch(short) and find_person(people, short) is person
    bearers = [other for other in people if surname(other.name).lower() == short.lower()]
    return short if alone and len(bearers) == 1 else f"@{person.code}"


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
