"""The minutes of last time, as a Word document: who is on the body, and the day to approve."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from minute_taker.importing.agenda_rows import Row, row_of
from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.found import Found, FoundItem, LeftOut
from minute_taker.importing.front_page import FrontPage
from minute_taker.importing.words import date_in, tidy
from minute_taker.minutes.model import Group, State
from minute_taker.minutes.when import format_date

_MINUTES = re.compile(
    r"(?:draft |printed |public )?minutes(?: of (?:(?:a|the) )?(?:meeting|proceedings)\b"
    r"(?: of (?:the )?)?(.*))?",
    re.IGNORECASE,
)
_RESOLVED = re.compile(r"^\s*(?:it was )?resolved\b", re.IGNORECASE)
_CLOSED = re.compile(
    r"\bmeeting\b.{0,60}\b(?:closed|ended|finished|rose|concluded|terminated)\b", re.IGNORECASE
)
_HELD_AT = re.compile(r"^(?:meeting )?held (?:at|in)\s+(?:the\s+)?(\S.*)$", re.IGNORECASE)
_NUMBERED = re.compile(r"^\d{1,4}(?:/\d{2,4})?[.)]?\s+\S")
_ATTENDANCE = re.compile(r"attendance|names?|present", re.IGNORECASE)
_FIRST = 8


def are_minutes(rows: Sequence[Row]) -> bool:
    """Whether a document is minutes and not an agenda."""
    words = [row.words for row in rows if row.words]
    if any(_MINUTES.fullmatch(text) for text in words[:_FIRST]):
        return True
    return any(_RESOLVED.match(text) or _CLOSED.search(text) for text in words)


def read_last_minutes(rows: Sequence[Row]) -> Found:
    """Who attended or sent apologies, expected again, and an item to approve these minutes.

    Substitutes and guests of that evening are left out. Raises ImportRefused where nobody is
    named.
    """
    page = FrontPage()
    page.read(_attendance(rows))
    people, left_out = [], list(page.left_out)
    for person in page.people:
        if person.substitute_for or person.group is Group.ALSO_PRESENT:
            left_out.append(LeftOut("person", person.name, "came for that meeting alone"))
        else:
            people.append(replace(person, state=State.EXPECTED, remote=False))
    day = page.head.get("date")
    if not people and day is None:
        raise ImportRefused("this seems to be minutes, but nobody and no day is found in them")
    head = {name: page.head[name] for name in ("committee", "council", "venue")
            if page.head.get(name)}  # fmt: skip
    items: tuple[FoundItem, ...] = ()
    if day is not None:
        items = (FoundItem(title=f"Minutes of the meeting held on {format_date(day)}"),)
    return Found(
        kind="the minutes of a meeting",
        head=head,
        people=tuple(people),
        items=items,
        left_out=tuple(left_out),
    )


def _attendance(rows: Sequence[Row]) -> list[Row]:
    """The rows of the title and of the attendance, to the first item."""
    kept: list[Row] = []
    for row in rows:
        words = row.words
        cells = [tidy(cell) for cell in row.cells if tidy(cell)]
        if not words:
            continue
        if match := _MINUTES.fullmatch(words):
            kept += [row_of(f"Committee: {body}")] if (body := match[1]) else []
            continue
        if _RESOLVED.match(words) or (
            kept and not row.tabular and (row.number or _NUMBERED.match(words)) and len(kept) > 2
        ):
            break
        if row.tabular and all(_ATTENDANCE.fullmatch(cell) for cell in cells):
            continue
        if row.tabular and len(row.cells) == 2 and cells:
            # The heading of the list stands beside the names, or above them in the same cell.
            heading = tidy(row.cells[0])
            kept += [row_of(heading)] if heading else []
            kept += [row_of(line) for line in row.cells[1].split("\n") if tidy(line)]
            continue
        if match := _HELD_AT.match(words):
            place, day = match[1], date_in(match[1])
            if day is not None:
                kept.append(row_of(f"Date: {place[day[1][0] :]}"))
                place = re.sub(r"[\s,]+on$", "", place[: day[1][0]].strip())
            kept.append(row_of(f"Venue: {place}"))
            continue
        kept.append(row)
    return kept
