"""Acronyms before their words, and names spelt two ways."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from minute_taker.minutes.checking.check_context import CheckContext
from minute_taker.minutes.checking.findings import Finding, at_line
from minute_taker.minutes.facts import Interest, Moved, Movement, NamedVote, Nominated, TakesChair
from minute_taker.minutes.model import Item, Line, Meeting
from minute_taker.minutes.names import folded, name_words
from minute_taker.minutes.people import surname_of

_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,7}\b")
_DEFINED = re.compile(r"[A-Za-z’']\s+\(([A-Z][A-Z&]{1,7})s?\)")
_TITLED = re.compile(
    r"\b(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr)\.?\s+"
    r"([A-Z][\w’'-]+(?:(?:,\s+|\s+and\s+|\s+)[A-Z][\w’'-]+)*)"
)
_PAIR = re.compile(r"\b([A-Z][a-z’'-]+)\s+([A-Z][\w’'-]+)")
#: How alike two spellings must be to be one name's: one letter in five or so.
_ALIKE = 0.8
_SHORTEST = 4
#: Lines whose names are looked up anyway.
_LOOKED_UP = (Movement, TakesChair, Interest, Moved, NamedVote, Nominated)


def acronyms(context: CheckContext) -> Iterator[Finding]:
    """Acronyms that are used before the words that they stand for are given."""
    used: dict[str, tuple[Item, Line]] = {}
    told: set[str] = set()
    for item, line in context.meeting.lines():
        defined = {match.start(1): match[1] for match in _DEFINED.finditer(line.text)}
        for match in _ACRONYM.finditer(line.text):
            if match.start() not in defined:
                used.setdefault(match[0], (item, line))
                continue
            if match[0] in used and match[0] not in told:
                told.add(match[0])
                words = f"{match[0]} is used before it is spelt out"
                yield at_line("acronym-before-words", words, *used[match[0]])
            used.setdefault(match[0], (item, line))
            told.add(match[0])


def spellings(context: CheckContext) -> Iterator[Finding]:
    """Names in the text that are nearly, but not quite, somebody's in the attendance.

    Of two spellings that are both in no list, the second is the finding.
    """
    known = {
        folded(surname_of(person)).split()[-1]: surname_of(person)
        for person in context.meeting.attendance
    }
    first_names = _first_names(context.meeting)
    told: set[str] = set()
    for item, line in context.meeting.lines():
        if isinstance(line.fact, _LOOKED_UP):
            continue
        for name in _names_in(line.text, first_names):
            lowered = folded(name)
            if lowered in known or lowered in told:
                continue
            alike = _alike(lowered, known)
            if alike:
                told.add(lowered)
                words = f"“{name}” and “{known[alike]}” may be one name spelt two ways"
                yield at_line("name-spelt-two-ways", words, item, line)
            else:
                known[lowered] = name


def _first_names(meeting: Meeting) -> set[str]:
    words = (name_words(person.name) for person in meeting.attendance)
    return {name[0] for name in words if len(name) > 1}


def _names_in(text: str, first_names: set[str]) -> Iterator[str]:
    """Surnames in a text: after a title, and after a first name of somebody's."""
    for match in _TITLED.finditer(text):
        for name in re.split(r",\s+|\s+and\s+", match[1]):
            yield _bare(name.split()[-1])
    for match in _PAIR.finditer(text):
        if match[1] in first_names:
            yield _bare(match[2])


def _bare(name: str) -> str:
    return re.sub(r"[’']s?$", "", name)


def _alike(name: str, known: dict[str, str]) -> str:
    if len(name) < _SHORTEST:
        return ""
    close = difflib.get_close_matches(name, known, n=1, cutoff=_ALIKE)
    return close[0] if close else ""
