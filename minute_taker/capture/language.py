r"""The capture language: one typed line becomes data, and data becomes the line again.

The composer, the line mode and the notes files all read by :func:`parse`. It takes any text
and never raises: a sign that is not known is text. :func:`format_line` and
:func:`format_item` write so that :func:`parse` gives the same again; where the words would be
taken for more than they are, they put a ``\`` before them.
"""

from __future__ import annotations

import re

from minute_taker.capture.commands import parse_command, parse_mend
from minute_taker.capture.entries import (
    BadCommand,
    Blank,
    ChangeKind,
    Command,
    Delete,
    Edit,
    Entry,
    Go,
    ItemEntry,
    LineEntry,
    ListLines,
    Mend,
    Move,
    Redo,
    Save,
    Undo,
)
from minute_taker.capture.facts_parser import fact_of, literal_fact
from minute_taker.capture.headings import format_heading, parse_heading
from minute_taker.capture.signs import ESCAPE, SIGNS, Sign, sign_of, split_sign
from minute_taker.minutes.model import Item, Kind, Line
from minute_taker.minutes.people import CODE
from minute_taker.minutes.text import clean

__all__ = [
    "SIGNS", "BadCommand", "Blank", "ChangeKind", "Command", "Delete", "Edit", "Entry", "Go",
    "ItemEntry", "LineEntry", "ListLines", "Mend", "Move", "Redo", "Save", "Sign", "Undo",
    "body_of", "format_item", "format_line", "parse", "read_body", "sign_of",
]  # fmt: skip

DEEPEST = 3
_SPOKEN = (Kind.QUESTION, Kind.ANSWER)
_CODE_HEAD = re.compile(rf"@({CODE.pattern})(?::\s*|\s+)(?=\S)")
_PUBLIC_HEAD = re.compile(r"(\[\s*[^\s\[\],][^\[\],]*,[^\[\]]*\])(?::\s*|\s+)(?=\S)")

_PUBLISHED = re.compile(
    r"\((?:(?:question|q)\.?\s*)?(\d{1,3}[a-z]?)\)[:.]?\s+(?=\S)", re.IGNORECASE
)


def parse(raw: str) -> Entry:
    """Read one line of the capture language."""
    cleaned = clean(raw)
    body = cleaned.text
    if not body:
        return Blank()
    if body[0] == ":" and (command := parse_command(body)) is not None:
        return command
    if body.startswith("s/") and (mend := parse_mend(body)) is not None:
        return mend
    depth = _depth(raw)
    if body[0] == ESCAPE:
        return LineEntry(Kind.TEXT, body[1:].lstrip() or body, depth, controls=cleaned.controls)
    sign, payload = split_sign(body)
    if sign.kind is None:
        return parse_heading(payload, sign.heading)
    if not payload:
        return Blank()
    return read_body(sign, payload, depth, cleaned.controls)


def _depth(raw: str) -> int:
    """How many pairs of spaces stand before the line; a tab counts as a pair."""
    if raw[0] not in " \t":
        return 0
    lead = raw[: len(raw) - len(raw.lstrip(" \t"))]
    return min(DEEPEST, len(lead.replace("\t", "  ")) // 2)


def read_body(sign: Sign, payload: str, depth: int = 0, controls: int = 0) -> LineEntry:
    """Read what follows a sign: who speaks, the words, and what they say as data.

    A question's published number stands first, in brackets: ``? (3) [Ann Example, …] Why?``.
    """
    if sign.kind is None:
        raise ValueError(f"{sign.sign} makes no line")
    speaker = addressee = number = ""
    if sign.kind is Kind.QUESTION and (match := _PUBLISHED.match(payload)):
        number, payload = match[1].lower(), payload[match.end() :]
    if sign.kind in _SPOKEN and payload[0] in "@[":
        speaker, payload = _speaker(payload)
        if speaker:
            addressee, payload = _speaker(payload)
    if payload[0] == ESCAPE and sign.kind is not Kind.TEXT:
        payload, read = payload[1:].lstrip() or payload, literal_fact
    else:
        read = fact_of
    fact = read(sign.kind, payload, speaker=speaker, plus=sign.plus)
    return LineEntry(
        sign.kind, payload, depth, speaker, addressee, sign.plus, fact, controls, number
    )


def _speaker(payload: str) -> tuple[str, str]:
    """Part a code or a member of the public from the head of the words."""
    if match := _CODE_HEAD.match(payload):
        return match[1].lower(), payload[match.end() :]
    if match := _PUBLIC_HEAD.match(payload):
        return match[1], payload[match.end() :]
    return "", payload


def body_of(line: Line | LineEntry) -> str:
    """What stands after the sign: a question's number, who speaks, and the words as typed."""
    published = (f"({line.number})",) if line.number else ()
    people = (_written(who) for who in (line.speaker, line.addressee) if who)
    return " ".join((*published, *people, line.text))


def _written(who: str) -> str:
    return who if who.startswith("[") else f"@{who}"


def format_line(line: Line | LineEntry) -> str:
    """Write a line so that :func:`parse` gives the same kind, words, people and data."""
    sign = sign_of(line.kind, line.plus).sign
    head = "  " * line.depth + (f"{sign} " if sign else "")
    plain = head + body_of(line)
    if _same(parse(plain), line):
        return plain
    people = body_of(line)[: -len(line.text)] if line.text else body_of(line)
    literal = f"{head}{people}{ESCAPE}{line.text}"
    return literal if _same(parse(literal), line) else plain


def _same(entry: Entry, line: Line | LineEntry) -> bool:
    return (
        isinstance(entry, LineEntry)
        and entry.text == line.text
        and entry.kind is line.kind
        and entry.fact == line.fact
        and entry.speaker == line.speaker
        and entry.addressee == line.addressee
        and entry.plus == line.plus
        and entry.number == line.number
        and entry.depth == line.depth
    )


def format_item(item: Item | ItemEntry, *, with_source: bool = False) -> str:
    """Write an item's heading so that :func:`parse` gives the same."""
    return format_heading(item, with_source=with_source)
