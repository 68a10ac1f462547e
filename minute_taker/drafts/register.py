"""What outlives a meeting: people, committees, shorthand, the glossary and our own words.

One TinyDB file, ``register.json`` in the minutes folder, with a table of each. Two programs
may have it open at once: every change reads the file, changes it and writes it under a lock.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from minute_taker.drafts import files
from minute_taker.drafts.damage import keep_original
from minute_taker.drafts.errors import Damaged, DraftBusy, DraftUnreadable, NewerSchema
from minute_taker.drafts.layout import META, LaidOut, Record, Tables, decode, encode_record, unseal
from minute_taker.drafts.others import encode_tables
from minute_taker.drafts.paths import lock_file, previous_file
from minute_taker.drafts.storage import DraftStorage
from minute_taker.minutes.model import Attendee, Group, Meeting

NAME = "register.json"

# A change takes milliseconds; whoever holds the lock longer than this is stuck.
_LOCK_WAIT = 2.0

_T = TypeVar("_T", bound=Struct)


class Person(Struct, frozen=True, omit_defaults=True):
    """Somebody who has attended. ``committees`` are the bodies, the latest last."""

    name: str
    code: str = ""
    post: str = ""
    group: Group = Group.MEMBER
    organisation: str = ""
    independent: bool = False
    committees: tuple[str, ...] = ()


class Committee(Struct, frozen=True, omit_defaults=True):
    """A body, with what its meetings have in common."""

    name: str
    council: str = ""
    called: str = ""
    venue: str = ""
    clerk: str = ""
    contact: str = ""
    quorum: int | None = None
    style: str = ""


class Shorthand(Struct, frozen=True):
    """What the clerk types, and what it stands for: ``cttee``, ``Committee``."""

    short: str
    words: str


class Term(Struct, frozen=True):
    """An acronym of the glossary and its words: at first mention both are written."""

    acronym: str
    words: str


class OwnWord(Struct, frozen=True):
    """A word of ours that is in no list; proofing knows it in every meeting."""

    word: str


class Contents(Struct, frozen=True):
    """All that the register holds."""

    people: tuple[Person, ...] = ()
    committees: tuple[Committee, ...] = ()
    shorthand: tuple[Shorthand, ...] = ()
    glossary: tuple[Term, ...] = ()
    words: tuple[OwnWord, ...] = ()


class Register:
    """The register of one minutes folder.

    ``contents`` is as last read or changed; ``notices`` are sentences for the clerk. Every
    change raises DraftNotSaved when it cannot be kept, DraftBusy when the register is stuck.
    """

    def __init__(self, root: Path) -> None:
        """Read the register in ``root``; there need be none yet."""
        self._storage = DraftStorage(root / NAME)
        self.path = self._storage.path
        self.notices: tuple[str, ...] = ()
        self.contents = self._read()

    def add_shorthand(self, short: str, words: str) -> None:
        """Keep a shorthand, in the place of one that is written the same."""
        new = Shorthand(short, words)
        self._change(lambda now: replace(now, shorthand=_with(now.shorthand, new, _short)))

    def remove_shorthand(self, short: str) -> None:
        """Remove a shorthand, if there is one."""
        self._change(
            lambda now: replace(
                now,
                shorthand=tuple(each for each in now.shorthand if _short(each) != short.lower()),
            )
        )

    def add_term(self, acronym: str, words: str) -> None:
        """Keep an acronym and its words, in the place of what it stood for before."""
        new = Term(acronym, words)
        self._change(lambda now: replace(now, glossary=_with(now.glossary, new, _acronym)))

    def remove_term(self, acronym: str) -> None:
        """Remove an acronym, if there is one."""
        self._change(
            lambda now: replace(
                now, glossary=tuple(each for each in now.glossary if each.acronym != acronym)
            )
        )

    def add_word(self, word: str) -> None:
        """Keep a word of ours, which proofing then knows in every meeting."""
        new = OwnWord(word)
        self._change(lambda now: replace(now, words=_with(now.words, new, _own_word)))

    def remove_word(self, word: str) -> None:
        """Remove a word of ours, if there is one."""
        self._change(
            lambda now: replace(
                now,
                words=tuple(each for each in now.words if _own_word(each) != word.casefold()),
            )
        )

    def remember(self, meeting: Meeting) -> None:
        """Keep the people and the committee of a meeting, as they are called in it now."""

        def change(now: Contents) -> Contents:
            people, committees = now.people, now.committees
            for attendee in meeting.attendance:
                people = _with(people, _person(attendee, meeting, people), _name)
            if meeting.committee:
                committees = _with(committees, _committee(meeting), _name)
            return replace(now, people=people, committees=committees)

        self._change(change)

    def _change(self, change: Callable[[Contents], Contents]) -> None:
        with self._locked():
            before = self._read()
            self.contents = change(before)
            if self.contents != before or not self.path.exists():
                self._storage.write(_tables(self.contents))

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        from filelock import FileLock, Timeout

        files.make_folder(lock_file(self.path).parent)
        try:
            with FileLock(lock_file(self.path), timeout=_LOCK_WAIT, mode=files.FILE_MODE):
                yield
        except Timeout:
            raise DraftBusy("the register is in use by another program") from None

    def _read(self) -> Contents:
        try:
            data = self._storage.read_bytes()
            if data is None:
                return Contents()
            try:
                tables, meta = unseal(data)
                self._storage.revision = meta.revision
                self._keep_others(tables)
                return _contents(tables)
            except (Damaged, msgspec.ValidationError):
                return self._salvage(data)
        except NewerSchema:
            raise DraftUnreadable("a later version of Minute Taker wrote the register") from None
        except OSError as error:
            why = files.reason(error)
            raise DraftUnreadable(f"the register {self.path.name} cannot be read: {why}") from None

    def _keep_others(self, tables: Tables) -> None:
        """Remember what somebody else keeps in the file, so that a save leaves it there."""
        own = Contents.__struct_fields__
        others = {name: rows for name, rows in tables.items() if name not in own}
        self._storage.others = encode_tables(others)

    def _salvage(self, data: bytes) -> Contents:
        """The records that can be read, or the generation before when none can."""
        kept = keep_original(self.path, data)
        self._storage.worth_keeping = False
        tables = decode(data)
        source = "what could be read of it is used"
        if tables is None:
            tables, source = {}, "it starts empty"
            with contextlib.suppress(OSError, Damaged, NewerSchema):
                tables, meta = unseal(previous_file(self.path).read_bytes())
                self._storage.revision = meta.revision
                source = "it is as it was before its last change"
        self._keep_others({name: rows for name, rows in tables.items() if name != META})
        sentence = f"The register was damaged: {source}. The damaged file is kept as {kept.name}."
        if sentence not in self.notices:
            self.notices = (*self.notices, sentence)
        return _contents(_fitting(tables))


def _tables(contents: Contents) -> dict[str, LaidOut]:
    return {
        table: LaidOut(
            {
                str(number): encode_record(msgspec.to_builtins(row))
                for number, row in enumerate(getattr(contents, table), 1)
            }
        )
        for table in Contents.__struct_fields__
    }


def _contents(tables: Tables) -> Contents:
    """Raises msgspec.ValidationError."""
    rows = {table: list(tables.get(table, {}).values()) for table in Contents.__struct_fields__}
    return msgspec.convert(rows, Contents)


def _fitting(tables: Tables) -> Tables:
    """The tables without the records that are of the wrong shape."""

    def fits(table: str, row: Record) -> bool:
        try:
            _contents({table: {"1": row}})
        except msgspec.ValidationError:
            return False
        return True

    return {
        table: {key: row for key, row in rows.items() if fits(table, row)}
        for table, rows in tables.items()
    }


def _with(row: tuple[_T, ...], new: _T, key: Callable[[Any], str]) -> tuple[_T, ...]:
    """Return the row with ``new`` in place of the one with its key, or at the end."""
    if any(key(each) == key(new) for each in row):
        return tuple(new if key(each) == key(new) else each for each in row)
    return (*row, new)


def _short(shorthand: Shorthand) -> str:
    return shorthand.short.lower()


def _acronym(term: Term) -> str:
    return term.acronym


def _own_word(known: OwnWord) -> str:
    return known.word.casefold()


def _name(known: Person | Committee) -> str:
    return known.name.lower()


def _person(attendee: Attendee, meeting: Meeting, people: tuple[Person, ...]) -> Person:
    known = next((each for each in people if _name(each) == attendee.name.lower()), None)
    others = tuple(each for each in known.committees if each != meeting.committee) if known else ()
    return Person(
        name=attendee.name,
        code=attendee.code,
        post=attendee.post,
        group=attendee.group,
        organisation=attendee.organisation,
        independent=attendee.independent,
        committees=(*others, meeting.committee) if meeting.committee else others,
    )


def _committee(meeting: Meeting) -> Committee:
    return Committee(
        name=meeting.committee,
        council=meeting.council,
        called=meeting.called,
        venue=meeting.venue,
        clerk=meeting.clerk,
        contact=meeting.contact,
        quorum=meeting.quorum,
        style=meeting.style,
    )
