"""What people are called in the minutes, and what stands for ``@code`` in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from minute_taker.composing.sentences import listed, upper_first
from minute_taker.composing.settings.people import NameSettings
from minute_taker.composing.wording import fill
from minute_taker.minutes.model import Attendee, Group, Meeting
from minute_taker.minutes.names import folded, name_words, surname
from minute_taker.minutes.people import (
    CODE_IN_TEXT,
    chair_of,
    find_people,
    find_person,
    surname_of,
    unlisted_names,
)

_COUNCILLOR = re.compile(r"^(?:councillor|cllr)\.?\s+", re.IGNORECASE)
_SURNAME = re.compile(r"[A-Z][A-Za-z’'-]+")
_CHAIR_WORD = re.compile(r"^(?:chair(?:man|woman|person)?|(?:lord )?mayor)$", re.IGNORECASE)
_TITLES = {
    "mr": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "miss": "she",
    "dame": "she", "lady": "she",
}  # fmt: skip
_POSSESSIVES = {"he": "his", "she": "her"}
#: Where an apposition begins and ends ("Rhys Gale, Head of Parks,"); no text can hold them.
APPOSED, APPOSED_END = "\x01", "\x02"
_SPOKEN_FOR = (Group.OFFICER, Group.ALSO_PRESENT)


def is_councillor(person: Attendee) -> bool:
    """Whether "Councillor" goes before the name."""
    if _COUNCILLOR.match(person.name):
        return True
    return person.group is Group.MEMBER and not person.independent


def bare_name(person: Attendee) -> str:
    """The name as entered, without a "Councillor" or "Cllr" typed before it."""
    return _COUNCILLOR.sub("", person.name)


def public_speaker(speaker: str) -> tuple[str, str] | None:
    """Name and address of ``[Name, address]``; None for a code."""
    if not (speaker.startswith("[") and speaker.endswith("]")):
        return None
    name, _, address = speaker[1:-1].partition(",")
    return name.strip(), address.strip()


def _shared_surnames(meeting: Meeting) -> frozenset[str]:
    """The surnames that several bear, folded: somebody's who is in no list counts, too."""
    bearers: dict[str, set[str]] = {}
    for person in meeting.attendance:
        if is_councillor(person):
            bearers.setdefault(folded(surname_of(person)), set()).add(str(person.id))
    for words in unlisted_names(meeting):
        bearers.setdefault(folded(surname(words)), set()).add(folded(words))
    return frozenset(name for name, people in bearers.items() if len(people) > 1)


class Names:
    """The names of one meeting's people in one document, in the order that it is read.

    An officer's post stands with the first mention only, so a sentence must be composed once,
    in its turn: asking twice for the same mention gives two different answers.
    """

    def __init__(self, meeting: Meeting, settings: NameSettings) -> None:
        self._people = meeting.attendance
        self._set = settings
        self._by_code = {person.code: person for person in meeting.attendance}
        self._shared = _shared_surnames(meeting)
        self._found: dict[str, Attendee | None] = {}
        self._several: dict[str, list[tuple[str, Attendee | None]]] = {}
        self._mentioned: set[int] = set()
        self._read: list[str] = []
        self.chair = self._chair_word(meeting)
        self._free = {code: fill(words, chair=self.chair) for code, words in settings.free.items()}

    def _chair_word(self, meeting: Meeting) -> str:
        presiding = chair_of(meeting)
        if self._set.chair_from_attendance and presiding and _CHAIR_WORD.match(presiding.post):
            return presiding.post
        return self._set.chair

    def person(self, words: str) -> Attendee | None:
        """Who is meant by a name, a surname or a code, with or without its ``@``."""
        if words not in self._found:
            self._found[words] = self._by_code.get(words.lower()) or find_person(
                self._people, words
            )
        return self._found[words]

    def short(self, person: Attendee, *, full: bool | None = None) -> str:
        """The name in a list of names: a councillor's surname, or the whole name."""
        whole = self._whole(person) if full is None else full
        last = surname_of(person)
        if not is_councillor(person) or whole or folded(last) in self._shared:
            return self._in_sentence(person)
        if self._set.in_text == "initial and surname":
            first = name_words(bare_name(person))[0]
            return last if first == last else f"{first[0]} {last}"
        return last

    def _whole(self, person: Attendee) -> bool:
        """Whether the style has the whole name here; of some only where it is the first mention."""
        if self._set.in_text == "full name first":
            name = self._in_sentence(person)
            return person.id not in self._mentioned and not any(name in t for t in self._read)
        return self._set.in_text == "full name"

    def _in_sentence(self, person: Attendee) -> str:
        """The whole name, without the letters after it where they are for the attendance alone."""
        name, last = bare_name(person), surname_of(person)
        if self._set.letters == "everywhere" or last not in name:
            return name
        return name[: name.rfind(last) + len(last)]

    def _titled(self, name: str) -> str:
        return f"{self._set.councillor} {name}".strip()

    def called(self, person: Attendee, *, full: bool | None = None) -> str:
        """The name in a sentence: ``Councillor Chamdal``; an officer's post the first time."""
        name = self.short(person, full=full)
        if is_councillor(person):
            self._mentioned.add(person.id)
            return self._titled(name)
        if person.group not in _SPOKEN_FOR or self._set.first_mention == "name":
            return name
        if person.id in self._mentioned or any(name in text for text in self._read):
            self._mentioned.add(person.id)
            return name
        self._mentioned.add(person.id)
        post = person.post or person.organisation
        if not post:
            return name
        if self._set.first_mention == "name, post":
            return f"{name}{APPOSED}, {post}{APPOSED_END}"
        return post if self._set.first_mention == "post" else f"{name} ({post})"

    def plain(self, person: Attendee) -> str:
        """The name where no post is ever wanted: a label, a table."""
        name = self.short(person)
        return self._titled(name) if is_councillor(person) else name

    def listed(self, names: Sequence[str]) -> str:
        """Several names as one: ``A, B and C``, by the word that the style has for it."""
        return listed(names, self._set.joined)

    def together(
        self, people: Sequence[Attendee], *, full: bool | None = None, each: bool = False
    ) -> str:
        """Several people in a sentence: ``Councillors Bright and Graham and Rani Dady``.

        With ``each``, "Councillor" stands before each name.
        """
        councillors = [person for person in people if is_councillor(person)]
        others = [self.called(person) for person in people if not is_councillor(person)]
        if len(councillors) < 2 or each or self._set.councillor_before == "each name":
            return self.listed(
                [*(self.called(person, full=full) for person in councillors), *others]
            )
        names = [self.short(person, full=full) for person in councillors]
        self._mentioned |= {person.id for person in councillors}
        said = f"{self._set.councillors} {self.listed(names)}".strip()
        return self.listed([said, *others]) if others else said

    def people(self, words: str) -> list[tuple[str, Attendee | None]]:
        """Those named by words that may name several: each with the words for them."""
        if words not in self._several:
            self._several[words] = find_people(self._people, words)
        return self._several[words]

    def known(self, words: str) -> list[Attendee]:
        """Those named by words that may name several, without the names that nobody bears."""
        return [person for _, person in self.people(words) if person is not None]

    def who(self, words: str) -> str:
        """The people that a line names, as a sentence has them; a name in no list as typed."""
        return self._all(self.people(words))

    def all_of(self, names: Iterable[str]) -> str:
        """The people of several names, as a sentence has them."""
        return self._all([pair for name in names for pair in self.people(name)])

    def _all(self, named: Sequence[tuple[str, Attendee | None]]) -> str:
        known = [person for _, person in named if person]
        if len(known) == len(named):
            return self.together(known)
        return self.listed([self.called(p) if p else self._unlisted(words) for words, p in named])

    def _unlisted(self, words: str) -> str:
        """Somebody who is in no list: a bare surname is how clerks write a councillor."""
        if _SURNAME.fullmatch(words):
            return self._titled(words)
        return self.expand(words)

    def label(self, words: str) -> str:
        """The people that a line names, without posts: for labels and tables."""
        public = public_speaker(words)
        if public:
            return public[0]
        return self.listed([self._labelled(part) or part for part, _ in self.people(words)])

    def speaker(self, code: str) -> str:
        """Who a question or an answer is from; a code that nobody has is seen to be one."""
        public = public_speaker(code)
        if public or not code:
            return public[0] if public else ""
        return self._labelled(code) or f"@{code}"

    def _labelled(self, words: str) -> str:
        person = self.person(words) if words else None
        if person:
            return self.plain(person)
        return self._free.get(words.removeprefix("@").lower(), "")

    def pronoun(self, person: Attendee | None) -> str:
        """``he`` or ``she``, by the person's mark or title; empty where neither tells."""
        if person is None or person.pronoun:
            return person.pronoun if person else ""
        first = _COUNCILLOR.sub("", person.name).split(" ")[0]
        return _TITLES.get(first.rstrip(".").lower(), "")

    def spoken_of(self, words: str) -> dict[str, str]:
        """The fields of a wording about the people named: ``{pronoun}`` and ``{possessive}``."""
        people = self.people(words)
        return self.pronouns(people[0][1] if len(people) == 1 else None)

    def pronouns(self, person: Attendee | None) -> dict[str, str]:
        """The fields of a wording about somebody; of nobody known, or several, they and their."""
        pronoun = self.pronoun(person)
        return {
            "pronoun": pronoun or "they",
            "possessive": _POSSESSIVES.get(pronoun, "their"),
        }

    def expand(self, text: str) -> str:
        """The text with the people's names for their codes; a code that nobody has stays."""
        if "@" in text:
            text = CODE_IN_TEXT.sub(lambda match: self._worded(match, text), text)
        self._read.append(text)
        return text

    def _worded(self, match: re.Match[str], text: str) -> str:
        code = match[1].lower()
        person = self._by_code.get(code)
        if person:
            return self.called(person)
        words = self._free.get(code)
        if words is None:
            return match[0]
        before = text[: match.start()].rstrip(" \"'“‘(")
        return upper_first(words) if not before or before[-1] in ".?!" else words


def body_called(meeting: Meeting, settings: NameSettings) -> str:
    """What the text calls the body: ``the Committee``, ``Cabinet``."""
    if meeting.called:
        return meeting.called
    name = meeting.committee.lower()
    for ending in sorted(settings.bodies, key=len, reverse=True):
        if name.endswith(ending.lower()):
            return settings.bodies[ending]
    return settings.body_otherwise
