"""A calendar invitation: the day, the time, the place, and who is invited.

That somebody declined is no apology yet, and is only suggested. Rooms and mailing lists are
nobody. Of an address nothing is taken but the name beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.found import Found, FoundPerson, LeftOut
from minute_taker.importing.headings import heading_facts
from minute_taker.importing.limits import MOST_ROWS
from minute_taker.importing.naming import person_of, plain_name, surname_first
from minute_taker.importing.words import tidy
from minute_taker.minutes.model import Group

_FOLD = re.compile(r"\r?\n[ \t]")
_LINE = re.compile(
    r'([A-Za-z0-9-]+)((?:;[^=:;"]+=(?:"[^"]*"|[^":;]*)(?:,(?:"[^"]*"|[^":;]*))*)*):(.*)'
)
_PARAMETER = re.compile(r';([^=:;"]+)=("[^"]*"|[^":;]*)')
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_STAMP = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(?:\d{2})?(Z?))?")
_ROOM = re.compile(r"(?:room|equipment|projector)[-_ ].*|(?:rm|conf|mr)[-_].*", re.IGNORECASE)
_ONLINE = re.compile(
    r"\s*(?:;|,|\band\b|\+|/|&|\s)*\b(?:via\s+)?(?:microsoft |ms )?(?:teams|zoom)"
    r"(?: meeting| link| webinar)?\s*;?\s*$",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^(?:(?:fw|fwd|re|canceled|cancelled|updated(?: invitation)?|invitation|accepted)\s*:\s*)+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\s*[(\[][^()\[\]]*(?:\d|pre-?agenda|pre-?meet|hybrid|teams)[^()\[\]]*[)\]]", re.I
)
_BRITISH = ("gmt", "london", "utc", "greenwich", "british")


class _Property(Struct, frozen=True):
    name: str
    parameters: dict[str, str]
    value: str


def read_invitation(text: str) -> Found:
    """The meeting that an invitation is for. Raises ImportRefused for one without an event."""
    properties = list(_events(text))
    if not properties:
        raise ImportRefused("this seems to be a calendar file, but there is no meeting in it")
    event, more = properties[0], len(properties) - 1
    remarks: list[str] = []
    head = _head(event, remarks)
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    invited = [each for each in event if each.name in ("ORGANIZER", "ATTENDEE")]
    if len(invited) > MOST_ROWS:
        raise ImportRefused("this invitation has more people than any meeting")
    for each in invited:
        found = _person(each)
        if isinstance(found, LeftOut):
            left_out.append(found)
        elif any(known.name == found.name for known in people):
            left_out.append(LeftOut("person", found.name, "invited twice"))
        else:
            people.append(found)
    if more:
        remarks.append("the file has more than one meeting; the first is taken")
    if any(each.name == "RRULE" for each in event):
        remarks.append("the meeting is repeated; its first day is taken")
    return Found(
        kind="a calendar invitation",
        head=head,
        people=tuple(people),
        left_out=tuple(left_out),
        remarks=tuple(remarks),
    )


def _events(text: str) -> Iterator[list[_Property]]:
    event: list[_Property] | None = None
    inside: list[str] = []
    for line in _FOLD.sub("", text).splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        name, value = match[1].upper(), match[3]
        if name == "BEGIN":
            inside.append(value.strip().upper())
            if inside[-1] == "VEVENT":
                event = []
        elif name == "END":
            if inside and inside.pop() == "VEVENT" and event is not None:
                yield event
                event = None
        elif event is not None and inside and inside[-1] == "VEVENT":
            parameters = {
                key.upper(): _parameter(words) for key, words in _PARAMETER.findall(match[2])
            }
            event.append(_Property(name, parameters, value))
    if event:
        # Cut short: what there is, is told.
        yield event


def _parameter(words: str) -> str:
    words = words.strip('"')
    return words.replace("^n", " ").replace("^'", '"').replace("^^", "^")


def _text(value: str) -> str:
    return tidy(_ESCAPED.sub(lambda m: " " if m[1] in "nN" else m[1], value))


def _head(event: list[_Property], remarks: list[str]) -> dict[str, Any]:
    head: dict[str, Any] = {}
    first = {each.name: each for each in reversed(event)}
    if "SUMMARY" in first:
        summary = _ASIDE.sub("", _FORWARDED.sub("", _text(first["SUMMARY"].value)))
        facts, became = heading_facts(summary)
        if facts.get("committee"):
            head["committee"] = facts["committee"]
        if became:
            remarks.append(f"the invitation says that this meeting is {became}")
    if "DTSTART" in first:
        head |= _start(first["DTSTART"], remarks)
    if "LOCATION" in first:
        place = _text(first["LOCATION"].value)
        if venue := _ONLINE.sub("", place).strip(" ;,") or place.strip(" ;,"):
            head["venue"] = venue
    if "STATUS" in first and _text(first["STATUS"].value).upper() == "CANCELLED":
        remarks.append("the invitation says that this meeting is cancelled")
    return head


def _start(start: _Property, remarks: list[str]) -> dict[str, Any]:
    match = _STAMP.match(start.value.strip())
    if match is None:
        return {}
    try:
        day = dt.date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return {"date": day}
        moment = dt.datetime.combine(day, dt.time(int(match[4]), int(match[5])))
    except ValueError:
        return {}
    if match[6]:
        moment += dt.timedelta(hours=_summer_time(moment))
    zone = start.parameters.get("TZID", "")
    if zone and not any(word in zone.lower() for word in _BRITISH):
        remarks.append(f"the time of the invitation is that of “{tidy(zone)[:40]}”")
    return {"date": moment.date(), "start": moment.time()}


def _summer_time(moment: dt.datetime) -> int:
    """The hours by which British clocks are ahead of universal time at a moment of it.

    From the last Sunday of March to that of October, at one o'clock.
    """

    def last_sunday(month: int) -> dt.datetime:
        last = dt.datetime(moment.year, month, 31, 1)
        return last - dt.timedelta(days=(last.weekday() + 1) % 7)

    return 1 if last_sunday(3) <= moment < last_sunday(10) else 0


def _person(invited: _Property) -> FoundPerson | LeftOut:
    parameters = invited.parameters
    name = tidy(parameters.get("CN", ""))
    kind = parameters.get("CUTYPE", "").upper()
    if kind in ("RESOURCE", "ROOM") or parameters.get("ROLE", "").upper() == "NON-PARTICIPANT":
        return LeftOut("person", plain_name(name), "a room or a thing")
    if kind == "GROUP":
        return LeftOut("person", plain_name(name), "a list of addresses")
    if not name or "@" in name:
        return LeftOut("person", "", "an address without a name")
    if _ROOM.fullmatch(name):
        return LeftOut("person", plain_name(name), "a room or a thing")
    found = person_of(surname_first(name))
    if found is None:
        return LeftOut("person", plain_name(name), "no name that can be read")
    if found.group is Group.MEMBER and not re.search(r"\b(?:cllr|councillor)\b", name, re.I):
        # Only members are told by their title; whoever else is invited is likely an officer.
        found = replace(found, group=Group.OFFICER, independent=False)
    if parameters.get("PARTSTAT", "").upper() == "DECLINED":
        found = replace(found, suggested="declined the invitation: apologies?")
    return found
