"""People in a table whose columns are named: a members' list, an attendance, a front sheet's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from minute_taker.importing.found import FoundPerson, LeftOut
from minute_taker.importing.name_words import (
    COUNCILLOR,
    is_name,
    is_nobody,
    is_party,
    is_post,
    is_reserve,
)
from minute_taker.importing.naming import (
    person_of,
    plain_name,
    settled,
    surname_first,
    with_attendance,
    written,
)
from minute_taker.importing.words import READABLE, tidy
from minute_taker.minutes.model import Group, State

#: What a column is called: the first that fits.
_COLUMNS = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("nothing", r".*(?:e-?mail|phone|mobile|address|post ?code|contact|twitter|photo).*"),
        ("surname", r"(?:sur|last|family)\s*-?name.*"),
        ("forename", r"(?:fore|first|given|christian)\s*-?name.*|known as"),
        ("title", r"title|salutation|prefix|style"),
        ("letters", r"(?:honou?rs?|post-?nominals?|letters|suffix)"),
        ("substitute for", r"(?:substitut\w*|deputis\w*|in place) (?:for|of).*|replac\w+"),
        ("attendance", r"attend(?:ance|ing|ed)|status|present|attendance status"),
        ("organisation", r"organi[sz]ation.*|representing.*|represents|body|company|employer"),
        ("role", r"(?:committee )?(?:role|position|post|office|appointment|capacity|job ?title"
                 r"|designation)\b.*|type|member ?type|membership(?: type)?|category|job"),
        ("ward", r"(?:electoral )?(?:ward|division|constituency|area).*"),
        ("party", r"(?:political )?(?:party|group).*"),
        ("name", r"(?:(?:full|member['’]?s?|councillor['’]?s?) )?names?(?: of .*)?"
                 r"|(?:committee )?members?|councillors?|cllrs?|attendees?|officers?|person"),
    )
)  # fmt: skip
_NAMING = {"name", "surname"}
_AS_SUBSTITUTE = re.compile(r"substitut\w*(?:\s+for\s+([^()]+))?", re.IGNORECASE)


def columns_of(cells: Sequence[str]) -> tuple[str, ...] | None:
    """What each column of a table is, by the row of its headings; None for no such row."""
    found = []
    for cell in cells:
        words = re.sub(r"\s*\([^)]*\)", "", tidy(cell[:READABLE])).strip(" :*")
        found.append(next((name for name, form in _COLUMNS if form.fullmatch(words)), ""))
    named = [name for name in found if name]
    if any(written(cell).councillor and is_name(written(cell).name) for cell in cells):
        return None  # somebody's own row, whatever else stands in it
    if not _NAMING & set(named) or (len(named) < 2 and len(found) > 1):
        return None
    # A list with a column for surnames has the whole name in no other, whatever that is called.
    return tuple("role" if name == "name" and "surname" in named else name for name in found)


def read_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    sources: Sequence[str] = (),
    group: Group | None = None,
) -> tuple[tuple[FoundPerson, ...], tuple[LeftOut, ...]]:
    """The people of a table, and the rows that are nobody; empty rows are none.

    ``sources`` are what the committee system calls them, in the order of the rows.
    """
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    every = [row for row in rows if any(tidy(cell) for cell in row)]
    titled = any(_said_councillor(columns, row) for row in every)
    for number, row in enumerate(every):
        cells = _cells(columns, row)
        person = _person(cells, titled=titled, group=group)
        if isinstance(person, LeftOut):
            left_out.append(person)
        else:
            source = sources[number] if number < len(sources) else ""
            people.append(replace(person, source=source))
    return settled(people), tuple(left_out)


def _cells(columns: Sequence[str], row: Sequence[str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for name, cell in zip(columns, row, strict=False):
        if name and tidy(cell):
            cells.setdefault(name, tidy(cell))
    return cells


def _said_councillor(columns: Sequence[str], row: Sequence[str]) -> bool:
    cells = _cells(columns, row)
    name = f"{cells.get('title', '')} {cells.get('name', '')}".strip()
    return COUNCILLOR.match(name) is not None


def _person(cells: dict[str, str], *, titled: bool, group: Group | None) -> FoundPerson | LeftOut:
    shown = plain_name(_name(cells))
    role = cells.get("role", "")
    attendance = cells.get("attendance", "")
    if is_nobody(shown) or not any(char.isalpha() for char in shown):
        return LeftOut("person", shown, "a seat that is empty" if shown else "no name in the row")
    if is_reserve(role) and not re.search(r"present|attend|substitute", attendance, re.IGNORECASE):
        return LeftOut("person", shown, "comes only in somebody's place")
    found = person_of(_name(cells), group=group, role=role)
    if found is None:
        return LeftOut("person", shown, "no name that can be read")
    if not is_post(role) and role and not is_party(role) and found.group is Group.OFFICER:
        found = replace(found, post=role)
    if attendance:
        told = with_attendance(found, attendance)
        if told is None:
            return LeftOut("person", shown, "not asked to come")
        found = told
    body = cells.get("organisation", "")
    member = cells.get("substitute for", "")
    if found.state is State.PRESENT and (match := _AS_SUBSTITUTE.search(attendance)):
        member = match[1] or body or member
    if member:
        found = replace(found, substitute_for=plain_name(member))
    elif body and not is_party(body):
        found = replace(found, organisation=found.organisation or body)
    whose = written(_name(cells))
    plain_member = found.group is Group.MEMBER and titled and not whose.councillor
    return replace(found, independent=found.independent or plain_member)


def _name(cells: dict[str, str]) -> str:
    """The name in the usual order, with its title, its letters and what is in brackets."""
    title, letters = cells.get("title", ""), cells.get("letters", "")
    if "surname" not in cells:
        words = surname_first(cells.get("name", ""))
        return f"{title} {words} {letters}".strip()
    last, _, brackets = cells["surname"].partition("(")
    words = " ".join(part for part in (title, cells.get("forename", ""), last.strip()) if part)
    inside = f" ({brackets}" if brackets else ""
    return f"{words} {letters}".strip() + inside
