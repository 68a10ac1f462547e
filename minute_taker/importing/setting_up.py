"""A meeting set up from several files, and what the clerk is told of each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from minute_taker.importing.found import Found
from minute_taker.importing.merging import Merged, merge, text_left_out
from minute_taker.importing.reading import read, read_file
from minute_taker.minutes.changes import Change, Several
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.text import counted

_MOST_NAMED = 10


class SetUp(Struct, frozen=True):
    """The meeting with all files in it, the change that makes it so, and sentences for the clerk.

    No sentence has words of an item that is not for the public.
    """

    meeting: Meeting
    change: Change
    remarks: tuple[str, ...] = ()


def set_up(meeting: Meeting, files: Iterable[str], stdin: bytes | None = None) -> SetUp:
    """Put the agenda and the people of the files into a meeting, the first first.

    A file ``-`` is what stands in ``stdin``. Raises ImportRefused, with nothing taken.
    """
    changes: list[Change] = []
    remarks: list[str] = []
    for name in files:
        found = read(stdin or b"") if name == "-" else read_file(Path(name))
        merged = merge(meeting, found)
        shown = "what was pasted" if name == "-" else Path(name).name
        remarks += [f"{shown}: {sentence}" for sentence in said_of(found, merged)]
        changes.append(merged.change)
        meeting = merged.meeting
    if changes and not meeting.committee:
        remarks.append("no file says which committee meets; its name is still to be given")
    return SetUp(meeting, Several(tuple(changes)), tuple(remarks))


def said_of(found: Found, merged: Merged) -> tuple[str, ...]:
    """What is said of one file: what it is, how many rows were taken, and what was not.

    The items and people taken and those left out are together the rows that there are.
    """
    rows = [f"{counted(len(found.items), 'item')}" if found.items else "",
            _people(len(found.people)) if found.people else ""]  # fmt: skip
    taken = " and ".join(row for row in rows if row) or "nothing"
    known = merged.known_items + merged.known_people
    there = f", {known} of them there already" if known else ""
    total = counted(found.rows, "row")
    said = [f"{found.kind}; {taken} taken{there}, {len(found.left_out)} left out, of {total}"]
    for why, names in _grouped(found).items():
        shown = ", ".join(names[:_MOST_NAMED])
        more = f" and {len(names) - _MOST_NAMED} more" if len(names) > _MOST_NAMED else ""
        said.append(f"left out ({why}): {shown}{more}")
    said += [f"{person.name}: {person.suggested}" for person in found.people if person.suggested]
    if texts := text_left_out(found):
        said.append(
            f"what the agenda says under {counted(texts, 'heading')} is left out:"
            " the minutes word it themselves"
        )
    return (*said, *found.remarks, *merged.remarks)


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _grouped(found: Found) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for row in found.left_out:
        groups.setdefault(row.why, []).append(row.words or f"one {row.what}")
    return groups
