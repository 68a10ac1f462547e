"""A meeting set up from several files, and what the clerk is told of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.found import Found, LeftOut
from minute_taker.importing.merging import Merged, merge, text_left_out
from minute_taker.importing.pasted import pasted_agenda, pasted_people
from minute_taker.importing.reading import read, read_file
from minute_taker.minutes.changes import Change, Several
from minute_taker.minutes.model import Group, Meeting
from minute_taker.minutes.text import counted

_MOST_NAMED = 10
_PASTED = "what was pasted"
_COUNCILLOR = re.compile(r"\b(?:cllrs?|councillors?)\b", re.IGNORECASE)


class Source(Struct, frozen=True):
    """A file or a paste: how it is named, and what was found in it, or why it was refused."""

    name: str
    found: Found = Found()
    refused: str = ""


class SetUp(Struct, frozen=True):
    """The meeting with all files in it, the change that makes it so, and sentences for the clerk.

    ``rows`` is how many items and people the files have; ``left_out`` are those of them that were
    not taken. No sentence has words of an item that is not for the public.
    """

    meeting: Meeting
    change: Change
    remarks: tuple[str, ...] = ()
    rows: int = 0
    left_out: tuple[LeftOut, ...] = ()


def read_source(path: Path) -> Source:
    """Read a file; one that can't be taken says why in a sentence."""
    try:
        return Source(path.name, read_file(path))
    except ImportRefused as refused:
        return Source(path.name, refused=str(refused))


def read_paste(text: str, *, people: Group | None = None) -> Source:
    """Read what was pasted, told by its content.

    What its content does not tell are names where ``people`` of a group are asked for, and
    items elsewhere.
    """
    try:
        found = read(text.encode("utf-8", "replace"))
    except ImportRefused as refused:
        found = Found() if people is not None else pasted_agenda(text)
        if not found.rows and people is None:
            return Source(_PASTED, refused=f"{_PASTED}: {refused}")
    told = any(item.number for item in found.items) or _COUNCILLOR.search(text)
    if people is not None and not told and (found.kind == "a paste" or not found.people):
        found = pasted_people(text, people)
    return Source(_PASTED, found)


def put_in(meeting: Meeting, sources: Iterable[Source]) -> SetUp:
    """Put the agenda and the people of the sources into a meeting, the first first."""
    changes: list[Change] = []
    remarks: list[str] = []
    left_out: list[LeftOut] = []
    rows = 0
    for source in sources:
        if source.refused:
            remarks.append(source.refused)
            continue
        found = source.found
        merged = merge(meeting, found)
        remarks += [f"{source.name}: {sentence}" for sentence in said_of(found, merged)]
        changes.append(merged.change)
        left_out += found.left_out
        rows += found.rows
        meeting = merged.meeting
    return SetUp(meeting, Several(tuple(changes)), tuple(remarks), rows, tuple(left_out))


def set_up(meeting: Meeting, files: Iterable[str], stdin: bytes | None = None) -> SetUp:
    """Put the agenda and the people of the files into a meeting, the first first.

    A file ``-`` is what stands in ``stdin``. Raises ImportRefused, with nothing taken.
    """
    sources = [
        Source(_PASTED, read(stdin or b""))
        if name == "-"
        else Source(Path(name).name, read_file(Path(name)))
        for name in files
    ]
    made = put_in(meeting, sources)
    if sources and not made.meeting.committee:
        said = "no file says which committee meets; its name is still to be given"
        return replace(made, remarks=(*made.remarks, said))
    return made


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
