"""Who holds an office: the codes that stand for one, and posts written instead of a name."""

from __future__ import annotations

import re

from minute_taker.minutes.chair import in_the_chair
from minute_taker.minutes.model import Attendee, Meeting
from minute_taker.minutes.people import NAMES_APART, find_people

_LEADER = re.compile(r"leader(?: of (?:the )?council)?(?=$|\s*[,;/&(]| and )", re.IGNORECASE)
_THE = re.compile(r"^the\s+", re.IGNORECASE)


def responsible(meeting: Meeting, words: str, line_id: int) -> list[tuple[str, Attendee | None]]:
    """Who is meant by what stands for somebody at a line, each with the words for them.

    As :func:`~minute_taker.minutes.people.find_people`, but ``@chair`` is whoever is in the
    chair by then, ``@leader`` the Leader of the Council, and ``the Head of Libraries`` whoever
    has that post. Where nobody is known to hold an office, or several do, its person is None.
    """
    found = find_people(meeting.attendance, words)
    if len(found) == 1 and found[0][1] is None:
        person = holder(meeting, words, line_id)
        parts = [part for part in NAMES_APART.split(words.strip()) if part]
        if person is not None or len(parts) < 2:
            return [(words, person)]
        apart = [pair for part in parts for pair in find_people(meeting.attendance, part)]
        told = _told(meeting, apart, line_id)
        return told if all(person for _, person in told) else found
    return _told(meeting, found, line_id)


def _told(
    meeting: Meeting, found: list[tuple[str, Attendee | None]], line_id: int
) -> list[tuple[str, Attendee | None]]:
    return [(part, person or holder(meeting, part, line_id)) for part, person in found]


def holder(meeting: Meeting, words: str, line_id: int) -> Attendee | None:
    """The one who holds an office at a line, told by its code or by its name."""
    code = _code(words)
    if code == "chair":
        return in_the_chair(meeting, line_id).person
    if code == "leader":
        return _only([p for p in meeting.attendance if _LEADER.match(_bare(p.post))])
    wanted = _bare(words).lower()
    return _only([p for p in meeting.attendance if p.post and _bare(p.post).lower() == wanted])


def is_office_code(words: str) -> bool:
    """Whether words are a code that stands for whoever holds an office."""
    return _code(words) in ("chair", "leader")


def _code(words: str) -> str:
    return words.strip().removeprefix("@").lower()


def _bare(words: str) -> str:
    return _THE.sub("", " ".join(words.split()))


def _only(people: list[Attendee]) -> Attendee | None:
    """The one of them, or the one of them who is not away."""
    here = [person for person in people if not person.away]
    return next((few[0] for few in (people, here) if len(few) == 1), None)
