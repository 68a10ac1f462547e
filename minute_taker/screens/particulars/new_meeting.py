"""A new meeting made of what the form says: its fields are the headings of a notes file."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from minute_taker.capture.language import format_item
from minute_taker.capture.notes_headings import VALUES
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import HeadingKind, Meeting
from minute_taker.minutes.text import GAP, clean

#: The headings whose value is a list of people, as the form asks for them.
LISTS = ("members", "co-opted", "officers")


def headings_of(meeting: Meeting) -> dict[str, str]:
    """The meeting's headings as a notes file has them, without those that are not known.

    What the committee system calls its people is no word for a form.
    """
    found = {}
    people = tuple(replace(person, source="") for person in meeting.attendance)
    notes = write_notes(replace(meeting, attendance=people, items=()))
    for line in notes.split("\n\n", 1)[0].splitlines():
        name, _, value = line.partition(":")
        if value.strip() not in ("", GAP):
            found[name] = value.strip()
    return found


def agenda_of(meeting: Meeting) -> str:
    """The agenda, an item a line, as the form shows it."""
    return "\n".join(
        format_item(item).removeprefix("# ")
        for item in meeting.items
        if item.heading is not HeadingKind.NONE
    )


def check_heading(name: str, value: str) -> None:
    """Raises ValueError, with what is accepted, where a heading cannot have that value."""
    if name in VALUES:
        VALUES[name](clean(value).text)


def one_list(typed: str) -> str:
    """People written one a line, or several with commas, as one list with one mark between."""
    lines = [clean(line).text.rstrip(",;").strip() for line in typed.splitlines()]
    mark = ";" if ";" in typed else ","
    joined = f"{mark} ".join(line for line in lines if line)
    return f"{joined};" if mark == ";" and ";" not in joined else joined


def typed_meeting(headings: Mapping[str, str], agenda: str) -> Meeting:
    """The meeting that the form describes so far.

    ``headings`` are values by the names of a notes file's headings, ``agenda`` an item a line.
    Raises Refused (a NotesRefused) where they cannot be read.
    """
    rows = [
        f"{name}: {one_list(value) if name in LISTS else clean(value).text}"
        for name, value in headings.items()
        if value.strip()
    ]
    items = [clean(line).text for line in agenda.splitlines()]
    rows += ["", *(item if item.startswith("#") else f"# {item}" for item in items if item)]
    text = "\n".join(rows)
    return read_notes(text.encode()).meeting if text.strip() else Meeting()


def new_meeting(headings: Mapping[str, str], agenda: str) -> Meeting:
    """Likewise the whole meeting; raises Refused without a committee, too."""
    meeting = typed_meeting(headings, agenda)
    if not meeting.committee:
        raise Refused("A meeting needs a committee.")
    return meeting
