"""What is pasted into a form: an agenda, or people one a line or parted by semicolons."""

from __future__ import annotations

import re

from minute_taker.importing.agenda_rows import AgendaReader
from minute_taker.importing.found import Found, FoundPerson, LeftOut
from minute_taker.importing.front_sheet import text_rows
from minute_taker.importing.naming import names_in, person_of, plain_name, settled, written
from minute_taker.minutes.model import Group


def pasted_agenda(text: str) -> Found:
    """The items of a paste: numbers, tabs, pages and parts as a front sheet has them."""
    items, left_out = AgendaReader().read(text_rows(text))
    return Found(kind="a paste", items=items, left_out=left_out)


def pasted_people(text: str, group: Group | None = None) -> Found:
    """The people of a paste.

    Of one a line, or of several parted by semicolons, a comma is the one between a name and a
    post ("Priya Dass, Legal Adviser"); in a single line without a semicolon it parts people.
    """
    lines = [line for line in text.splitlines() if line.strip()]
    several = len(lines) > 1 or ";" in text
    people: list[FoundPerson] = []
    left_out: list[LeftOut] = []
    for line in lines:
        for words in _one_each(line) if several else names_in(line):
            found = person_of(words, group=group)
            if found is None:
                left_out.append(LeftOut("person", plain_name(words), "no name that can be read"))
            else:
                people.append(found)
    return Found(kind="a paste", people=settled(people), left_out=tuple(left_out))


def _one_each(line: str) -> list[str]:
    """The people of a line of several: those at its semicolons, or a list that says it is one."""
    if ";" in line:
        return [part for part in line.split(";") if part.strip()]
    names = names_in(line)
    whole = len(names) > 1 and all(
        written(name).councillor or len(written(name).notes) == 0 for name in names
    )
    listed = re.match(r"\s*(?:councillors|cllrs)\b", line, re.IGNORECASE) or len(names) > 2
    return names if whole and listed else [line]
