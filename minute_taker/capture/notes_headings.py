"""The headings that open a notes file: ``name: value``, to the first blank line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.capture.decoding import NotesRefused
from minute_taker.capture.people_list import Named, format_clerk, parse_clerk, parse_people
from minute_taker.capture.signs import ESCAPE, split_sign
from minute_taker.minutes.model import Attendee, Group, Meeting, State, Status
from minute_taker.minutes.names import folded, name_words
from minute_taker.minutes.numbering import is_number, told
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.people import Codes, in_order
from minute_taker.minutes.text import GAP, clean
from minute_taker.minutes.when import (
    DATE_FORM,
    TIME_FORM,
    format_date,
    format_time,
    parse_date,
    parse_time,
)

_LONGEST_MINUTE = 16
_STATUS = pattern(r"(draft|agreed)(?:\s+(?:on\s+)?(.+))?", re.IGNORECASE)
_HEADING = pattern(r"([^:]*):(.*)", re.DOTALL)


class Head(Struct, frozen=True):
    """What the headings say: the fields of the meeting's head, and who attended.

    ``used`` is how many lines of the file they took.
    """

    values: dict[str, Any]
    attendance: tuple[Attendee, ...]
    used: int


def _date(value: str) -> dict[str, Any]:
    try:
        return {"date": parse_date(value) if value not in ("", GAP) else None}
    except ValueError:
        raise ValueError(f"this is no day of the calendar; write {DATE_FORM}, or ??") from None


def _time(field: str) -> Callable[[str], dict[str, Any]]:
    def read(value: str) -> dict[str, Any]:
        try:
            return {field: parse_time(value) if value not in ("", GAP) else None}
        except ValueError:
            raise ValueError(f"this is no time of day; write {TIME_FORM}, or ??") from None

    return read


def _words(field: str) -> Callable[[str], dict[str, Any]]:
    return lambda value: {field: value}


def _clerk(value: str) -> dict[str, Any]:
    name, contact = parse_clerk(value)
    return {"clerk": name, "contact": contact}


def _first_minute(value: str) -> dict[str, Any]:
    if value in ("", GAP):
        return {"first_minute": ""}
    if len(value) > _LONGEST_MINUTE or not is_number(value):
        raise ValueError("write a number such as 64, 77/21, 20/01, 2025/014 or AM119")
    return {"first_minute": value}


def _quorum(value: str) -> dict[str, Any]:
    if value in ("", GAP):
        return {"quorum": None}
    if not re.fullmatch(r"[0-9]{1,4}", value):
        raise ValueError("write a number such as 4, or ??")
    return {"quorum": int(value)}


def _status(value: str) -> dict[str, Any]:
    match = _STATUS.fullmatch(value or "draft")
    agreed = match is not None and match[1].lower() == "agreed"
    if match is None or (match[2] and not agreed):
        raise ValueError("write draft, agreed, or agreed and the date")
    try:
        day = parse_date(match[2]) if match[2] else None
    except ValueError:
        raise ValueError(f"after agreed, write {DATE_FORM}") from None
    return {"status": Status.AGREED if agreed else Status.DRAFT, "agreed_on": day}


def _day(day: dt.date | None) -> str:
    return format_date(day) if day is not None else ""


def _clock(time: dt.time | None) -> str:
    return format_time(time) if time is not None else ""


def _status_written(meeting: Meeting) -> str:
    agreed = meeting.status is Status.AGREED
    return f"agreed {_day(meeting.agreed_on)}".rstrip() if agreed else "draft"


class HeadField(Struct, frozen=True):
    """One heading with one value: how a notes file, ``:set`` and the form of details have it.

    ``read`` returns the fields of the head that a value gives; its ValueError says what is
    accepted. ``write`` returns the value as it is typed. Where that is ``usual``, a notes file
    leaves the heading out, or has it with ``missing``. ``label`` and ``example`` are the form's.
    """

    name: str
    label: str
    example: str
    read: Callable[[str], dict[str, Any]]
    write: Callable[[Meeting], str]
    missing: str | None = None
    usual: str = ""


def _of_words(name: str, label: str, example: str, missing: str | None = None) -> HeadField:
    """Return the heading of a field of the head that holds words, and has the heading's name."""
    return HeadField(name, label, example, _words(name), attrgetter(name), missing)


#: Every heading with one value, in the order of a notes file.
HEADINGS = (
    _of_words("council", "Council", "the council's name, where the title has it"),
    _of_words("committee", "Committee", "Health Select Committee", missing=""),
    _of_words("called", "In the text", "the Committee"),
    HeadField("date", "Date", "18 February 2020", _date, lambda m: _day(m.date), GAP),
    HeadField("time", "Began", "7.00 pm", _time("start"), lambda m: _clock(m.start), GAP),
    HeadField(
        "closed", "Closed", "8.35 pm; F2 for now", _time("close"), lambda m: _clock(m.close), GAP
    ),
    _of_words("venue", "Venue", "Committee Room 5, Civic Centre"),
    _of_words("chair", "In the chair", "if it is not the Chairman of the attendance"),
    HeadField(
        "clerk", "Clerk", "name, telephone", _clerk, lambda m: format_clerk(m.clerk, m.contact)
    ),
    HeadField(
        "first minute", "First minute", "64, or 77/21", _first_minute, attrgetter("first_minute")
    ),
    HeadField(
        "quorum", "Quorum", "4", _quorum, lambda m: "" if m.quorum is None else str(m.quorum)
    ),
    HeadField(
        "status",
        "Status",
        "draft, agreed, or agreed 10 March 2020",
        _status,
        _status_written,
        usual="draft",
    ),
    _of_words("style", "House style", "hillingdon"),
)
#: What reads the value of each heading, by its name.
VALUES = {heading.name: heading.read for heading in HEADINGS}
#: Headings with a list of people: on what footing they attend, and whether they came.
PEOPLE: dict[str, tuple[Group, State]] = {
    "members": (Group.MEMBER, State.PRESENT),
    "co-opted": (Group.CO_OPTED, State.PRESENT),
    "officers": (Group.OFFICER, State.PRESENT),
    "also present": (Group.ALSO_PRESENT, State.PRESENT),
    "apologies": (Group.MEMBER, State.APOLOGIES),
    "absent": (Group.MEMBER, State.ABSENT),
}
_NAMES = (*VALUES, *PEOPLE)
#: Who is on the lists of those who came, or are to come.
_HERE = (State.PRESENT, State.EXPECTED)


def read_head(lines: Sequence[str]) -> Head:
    """Read the headings; a file whose first line is blank, or begins with a sign, has none.

    A heading's list may go on in indented lines. Raises NotesRefused, with the line's number,
    the heading and what is accepted.
    """
    given: dict[str, tuple[int, str]] = {}
    used = 0
    name = ""
    for used, raw in enumerate((*lines, ""), 1):
        text = clean(raw).text
        if not text or text.startswith(ESCAPE) or split_sign(text)[0].sign:
            break
        if raw[0] in " \t" and name:
            number, value = given[name]
            given[name] = number, f"{value} {text}"
            continue
        name, value = _heading(text, used)
        if name in given:
            raise NotesRefused(
                f"line {used}: the heading {name} is on line {given[name][0]} already"
            )
        given[name] = used, value
    values: dict[str, Any] = {}
    people: list[tuple[Named, Group, State]] = []
    for name, (number, value) in given.items():
        if name in VALUES:
            try:
                values |= VALUES[name](value)
            except ValueError as why:
                raise NotesRefused(f"line {number}, {name}: {why}") from None
        else:
            group, state = PEOPLE[name]
            listed = parse_people(value, absent=state is not State.PRESENT)
            people += [
                (person, person.group or group, State.EXPECTED if person.expected else state)
                for person in listed
            ]
    try:
        number_told(values, values.get("date"))
    except ValueError as why:
        raise NotesRefused(f"line {given['first minute'][0]}, first minute: {why}") from None
    return Head(values, _attendance(people), used - 1)


def number_told(values: dict[str, Any], day: dt.date | None) -> None:
    """Mark what counts up in a first minute among the values, by the day where it tells that.

    Raises ValueError, with what to write, where it can't be told.
    """
    if values.get("first_minute"):
        values["first_minute"] = told(values["first_minute"], day)


def _heading(text: str, number: int) -> tuple[str, str]:
    match = _HEADING.fullmatch(text)
    name = " ".join(match[1].lower().split()) if match else ""
    if match is None or name not in _NAMES:
        shown = f" “{match[1].strip()}”" if match and 0 < len(name) <= 30 else ""
        raise NotesRefused(
            f"line {number}: there is no heading{shown}; the headings are "
            f"{', '.join(_NAMES)}, and a blank line ends them"
        )
    return name, match[2].strip()


def _attendance(people: Iterable[tuple[Named, Group, State]]) -> tuple[Attendee, ...]:
    """The attendees, with those who came as substitutes, their codes and ids."""
    listed = list(people)
    came = {_key(person.name) for person, _, state in listed if state in _HERE}
    whose: dict[str, str] = {}
    for absent, group, _ in list(listed):
        key = _key(absent.substitute)
        if key:
            whose[key] = absent.name
        if key and key not in came:
            came.add(key)
            listed.append((Named(name=absent.substitute), group, State.PRESENT))
    found = [
        Attendee(
            id=0,
            name=person.name,
            code=person.code,
            post=person.post,
            group=group,
            state=state,
            substitute_for=person.substitute_for
            or (whose.get(_key(person.name), "") if state in _HERE else ""),
            no_substitute=person.no_substitute,
            organisation=person.organisation,
            remote=person.remote,
            independent=person.independent,
            called=person.called,
            pronoun=person.pronoun,
            source=person.source,
        )
        for person, group, state in listed
    ]
    return with_codes(in_order(found))


def _key(name: str) -> str:
    """A name without its title ("Cllr"), to tell whether two lists mean one person."""
    return folded(" ".join(name_words(name))) if name else ""


def with_codes(people: Sequence[Attendee]) -> tuple[Attendee, ...]:
    """Ids from 1 on, and a code from the initials for each who has none.

    Raises NotesRefused where two people were given one code, or a code that is kept free.
    """
    taken = Codes()
    for person in people:
        if person.code and person.code in taken:
            raise NotesRefused(f"the code @{person.code} can't be given to two people")
        if person.code:
            taken.take(person.code)
    coded = []
    for number, person in enumerate(people, 1):
        code = person.code or taken.make(person.name)
        taken.take(code)
        coded.append(replace(person, id=number, code=code))
    return tuple(coded)
