"""A meeting becomes a notes file, which reads back as the same meeting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from minute_taker.capture.language import format_item
from minute_taker.capture.notes_headings import HEADINGS, PEOPLE
from minute_taker.capture.people_list import format_people
from minute_taker.capture.unsigned import format_after, stands_under
from minute_taker.minutes.model import Attendee, HeadingKind, Meeting, State
from minute_taker.minutes.people import Codes


def write_notes(meeting: Meeting) -> str:
    """The meeting in the capture language, with its headings.

    :func:`~minute_taker.capture.notes_reader.read_notes` gives the same meeting again, but for
    ids and the times at which lines were taken down, which the language does not hold.
    """
    rows = [*_head(meeting), *_people(meeting.attendance)]
    for item in meeting.items:
        rows.append("")
        if item.heading is not HeadingKind.NONE:
            rows.append(format_item(item, with_source=True))
        under = None
        for line in item.lines:
            rows.append(format_after(line, under, meeting.attendance))
            under = stands_under((line,)) or under
    return "\n".join(rows) + "\n"


def _head(meeting: Meeting) -> Iterator[str]:
    for heading in HEADINGS:
        value: str | None = heading.write(meeting)
        if value == heading.usual:
            value = heading.missing
        if value is not None:
            yield f"{heading.name}: {value}".rstrip()


def _people(attendance: Sequence[Attendee]) -> Iterator[str]:
    explicit = _codes_to_write(attendance)
    for name, (group, state) in PEOPLE.items():
        present = state is State.PRESENT
        listed = [
            person
            for person in attendance
            if (person.group is group and not person.away if present else person.state is state)
        ]
        if listed:
            yield f"{name}: {format_people(listed, explicit, absent=not present)}"


def _codes_to_write(attendance: Sequence[Attendee]) -> frozenset[int]:
    """The ids of those whose code the reader would not make from their names."""
    times = Counter(person.code for person in attendance)
    # What two have is made for neither: the reader knows all codes that are written beforehand.
    explicit = {person.id for person in attendance if times[person.code] > 1}
    taken = Codes(person.code for person in attendance if person.id in explicit)
    for person in attendance:
        if person.id not in explicit and taken.make(person.name) != person.code:
            explicit.add(person.id)
        taken.take(person.code)
    return frozenset(explicit)
