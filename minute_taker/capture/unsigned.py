r"""What words without a sign are: the one rule for the composer, line mode, pastes and files.

After a question they are its answer. After an answer they are a question where they are headed
by a member's code or end in a question mark, an answer where they are headed by an officer's
code. Otherwise they are text, and so is whatever is set in or stands behind a ``\``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from minute_taker.capture.entries import Entry, LineEntry
from minute_taker.capture.language import format_line, parse, read_body
from minute_taker.capture.signs import ESCAPE, sign_of, split_sign
from minute_taker.minutes.facts import ReadFor
from minute_taker.minutes.model import Attendee, Group, Kind, Line
from minute_taker.minutes.people import CODE
from minute_taker.minutes.text import clean

#: The code of a person who speaks, before their words.
HEADED = re.compile(rf"@({CODE.pattern})(?::|\s)")
_ENDS_AS_QUESTION = re.compile(r"\?[\"'”’)\]]*$")
#: The free codes of those who ask, and of those who answer.
_ASKING, _ANSWERING = ("member", "members", "chair", "leader"), ("officers",)

_Any = TypeVar("_Any", bound=Line | LineEntry)


def stands_under(lines: Iterable[_Any]) -> _Any | None:
    """Return the line that the next one follows, of an item's ``lines`` from the last one up.

    What is set in belongs to the line above it, and a question that was read out is still one.
    """
    for line in lines:
        if not line.depth and not isinstance(line.fact, ReadFor):
            return line
    return None


def kind_of_unsigned(
    under: Line | LineEntry | None, words: str, people: Sequence[Attendee]
) -> Kind:
    """Return the kind of words without a sign that follow the line ``under``."""
    if under is None or under.kind not in (Kind.QUESTION, Kind.ANSWER):
        return Kind.TEXT
    if under.kind is Kind.QUESTION:
        return Kind.ANSWER
    if headed := HEADED.match(words):
        code = headed[1].lower()
        group = next((person.group for person in people if person.code == code), None)
        if code in _ANSWERING or group in (Group.OFFICER, Group.ALSO_PRESENT):
            return Kind.ANSWER
        if code in _ASKING or group is not None:
            return Kind.QUESTION
    return Kind.QUESTION if _ENDS_AS_QUESTION.search(words.rstrip()) else Kind.TEXT


def read_unsigned(
    raw: str, entry: Entry, under: Line | LineEntry | None, people: Sequence[Attendee]
) -> Entry:
    """Return ``entry``, as which ``raw`` was parsed, as what it is after the line ``under``."""
    if not isinstance(entry, LineEntry) or entry.kind is not Kind.TEXT or entry.depth:
        return entry
    body = clean(raw).text
    if body.startswith(ESCAPE) or split_sign(body)[0].sign:
        return entry
    kind = kind_of_unsigned(under, body, people)
    return entry if kind is Kind.TEXT else read_body(sign_of(kind), body, 0, entry.controls)


def format_after(
    line: Line | LineEntry, under: Line | LineEntry | None, people: Sequence[Attendee]
) -> str:
    """Return a line of the language that gives ``line`` again where it follows ``under``."""
    written = format_line(line)
    again = read_unsigned(written, parse(written), under, people)
    if line.kind is Kind.TEXT and isinstance(again, LineEntry) and again.kind is not Kind.TEXT:
        return ESCAPE + written
    return written


def format_explicitly(line: Line | LineEntry) -> str:
    """Return a line of the language that gives ``line`` again wherever it stands."""
    written = format_line(line)
    plain = line.kind is Kind.TEXT and not line.depth and not written.startswith(ESCAPE)
    return ESCAPE + written if plain else written
