"""Names spelt two ways."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator

from minute_taker.minutes.checking.check_context import CheckContext
from minute_taker.minutes.checking.findings import Finding
from minute_taker.minutes.facts import Interest, Moved, Movement, NamedVote, Nominated, TakesChair
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.names import folded, name_words
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.people import surname_of

_TITLED = pattern(
    r"\b(?:Councillors?|Cllrs?\.?|Mr|Mrs|Ms|Miss|Dr)\.?\s+"
    r"([A-Z][\w’'-]+(?:(?:,\s+|\s+and\s+|\s+)[A-Z][\w’'-]+)*)"
)
_PAIR = pattern(r"\b([A-Z][a-z’'-]+)\s+([A-Z][\w’'-]+)")
#: The last word of each name in a list of them.
_LAST_NAME = pattern(r"([\w’'-]+)(?=,\s|\s+and\s|$)")
#: How alike two spellings must be to be one name's: one letter in five or so.
_ALIKE = 0.8
_SHORTEST = 4
#: Lines whose names are looked up anyway.
_LOOKED_UP = (Movement, TakesChair, Interest, Moved, NamedVote, Nominated)


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
        for name, start in _names_in(line.text, first_names):
            lowered = folded(name)
            if lowered in known or lowered in told:
                continue
            alike = _alike(lowered, known)
            if alike:
                told.add(lowered)
                words = f"“{name}” and “{known[alike]}” may be one name spelt two ways"
                place = (start, start + len(name))
                meant = (known[alike],)
                yield Finding(
                    "name-spelt-two-ways", words, item.id, line.id, meant, place, found=name
                )
            else:
                known[lowered] = name


def _first_names(meeting: Meeting) -> set[str]:
    words = (name_words(person.name) for person in meeting.attendance)
    return {name[0] for name in words if len(name) > 1}


def _names_in(text: str, first_names: set[str]) -> Iterator[tuple[str, int]]:
    """Surnames in a text and where they stand: after a title, and after somebody's first name."""
    for match in _TITLED.finditer(text):
        for each in _LAST_NAME.finditer(match[1]):
            yield _bare(each[1]), match.start(1) + each.start(1)
    for match in _PAIR.finditer(text):
        if match[1] in first_names:
            yield _bare(match[2]), match.start(2)


def _bare(name: str) -> str:
    return re.sub(r"[’']s?$", "", name)


def _alike(name: str, known: dict[str, str]) -> str:
    if len(name) < _SHORTEST:
        return ""
    close = difflib.get_close_matches(name, known, n=1, cutoff=_ALIKE)
    return close[0] if close else ""
