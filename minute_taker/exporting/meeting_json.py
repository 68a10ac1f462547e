"""The meeting itself in the public JSON shape that ``show --json`` prints.

``{"schema", "meeting": {…}, "attendance": […], "items": [{"id", "title", "agenda_number",
"minute_number", "part", "lines": [{"id", "kind", "text", "speaker", "at", …}]}]}``. Every key
is always there; what is not known is null or empty. Dates and times are ISO 8601, local time.
"""

from __future__ import annotations

from typing import Any

import msgspec

from minute_taker.minutes.model import HEAD_FIELDS, Attendee, Item, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.people import find_person
from minute_taker.minutes.public_json import as_json

#: The number of this public shape; it rises when a key changes its meaning or goes.
SHAPE = 1


def meeting_shape(meeting: Meeting) -> dict[str, Any]:
    """The meeting as plain dicts and lists."""
    numbers = item_numbers(meeting)
    people = meeting.attendance

    def item_shape(item: Item) -> dict[str, Any]:
        return {
            "id": item.id,
            "title": item.title,
            "heading": item.heading.value,
            "agenda_number": numbers[item.id].agenda,
            "minute_number": numbers[item.id].minute,
            "part": item.part.value,
            "exempt_paragraph": item.exempt_paragraph,
            "urgent": item.urgent,
            "together_with": item.together_with,
            "taken": item.taken,
            "deferred": item.deferred,
            "source": item.source,
            "lines": [_line_shape(line, people) for line in item.lines],
        }

    head = {name: msgspec.to_builtins(getattr(meeting, name)) for name in HEAD_FIELDS}
    return {
        "schema": SHAPE,
        "meeting": head,
        "attendance": [_person_shape(person) for person in people],
        "items": [item_shape(item) for item in meeting.items],
    }


def meeting_json(meeting: Meeting) -> str:
    """The same as indented JSON text."""
    return as_json(meeting_shape(meeting))


def _person_shape(person: Attendee) -> dict[str, Any]:
    return {name: msgspec.to_builtins(getattr(person, name)) for name in Attendee.__struct_fields__}


def _line_shape(line: Line, people: tuple[Attendee, ...]) -> dict[str, Any]:
    return {
        "id": line.id,
        "kind": line.kind.value,
        "text": line.text,
        "speaker": _named(line.speaker, people),
        "addressee": _named(line.addressee, people),
        "speaker_code": line.speaker,
        "addressee_code": line.addressee,
        "at": msgspec.to_builtins(line.at),
        "depth": line.depth,
        "plus": line.plus,
        "number": line.number,
        "fact": msgspec.to_builtins(line.fact),
    }


def _named(code: str, people: tuple[Attendee, ...]) -> str:
    """The name behind a speaker's code; the words as they are where nobody has it."""
    person = find_person(people, f"@{code}") if code else None
    return person.name if person else code
