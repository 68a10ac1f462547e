"""An agenda's front sheet: the page of the meeting, then the items.

The same rows come from Word's paragraphs and tables and from plain text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from minute_taker.importing.agenda_rows import AgendaReader, Row, is_columns, number_of, row_of
from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.found import Found
from minute_taker.importing.front_page import FrontPage, is_labelled
from minute_taker.importing.limits import MOST_ROWS
from minute_taker.importing.name_words import is_name, is_officers
from minute_taker.importing.naming import plain_name
from minute_taker.importing.titles import part_begun
from minute_taker.importing.words import date_in, tidy
from minute_taker.minutes.standing import standing_kind

_AGENDA = re.compile(
    r"(?:a\s*g\s*e\s*n\s*d\s*a|agenda items?|order of business|items? of business|business"
    r"|agenda (?:for|of) the meeting)\s*:?",
    re.IGNORECASE,
)


def read_front_sheet(rows: Sequence[Row], kind: str) -> Found:
    """What the rows of a front sheet say. Raises ImportRefused where they say nothing.

    ``kind`` says what the file is.
    """
    kept = [row for row in rows if row.words]
    begin = _begin(kept)
    front = FrontPage()
    front.read(kept[:begin])
    agenda = [row for row in kept[begin:] if not _AGENDA.fullmatch(row.words)]
    items, left_out = AgendaReader().read(_without_signature(agenda, front))
    if len(items) + len(front.people) > MOST_ROWS:
        raise ImportRefused("this file has more items than any agenda")
    if not items and not front.people:
        raise ImportRefused(f"this seems to be {kind}, but no agenda and no people are found in it")
    return Found(
        kind=kind,
        head=front.head,
        people=tuple(front.people),
        items=items,
        left_out=(*front.left_out, *left_out),
    )


def _without_signature(rows: Sequence[Row], front: FrontPage) -> Sequence[Row]:
    """The rows without who signed the agenda, as what and when, below its last item."""
    end = len(rows)
    while end and not number_of(rows[end - 1]) and _signs(rows[end - 1].words):
        end -= 1
    signed = [row.words for row in rows[end:]]
    if not signed or not end or not any(is_officers(words) for words in signed):
        return rows
    clerks = [plain_name(words.split(",")[0]) for words in signed if is_name(words.split(",")[0])]
    if clerks:
        front.head.setdefault("clerk", clerks[0])
    return rows[:end]


def _signs(words: str) -> bool:
    day = date_in(words)
    dated = day is not None and len(words) - (day[1][1] - day[1][0]) < 12
    return dated or is_name(words.split(",")[0]) or (is_officers(words) and len(words) < 60)


def _begin(rows: Sequence[Row]) -> int:
    """Where the agenda begins: after its heading, or with its first item."""
    headings = [n for n, row in enumerate(rows) if _AGENDA.fullmatch(row.words) or is_columns(row)]
    for at in reversed(headings):
        counted = (n for n in range(at + 1, len(rows)) if _parts_or_counts(rows[n]))
        begun = next(counted, None)
        if begun is not None and not any(is_labelled(row) for row in rows[at + 1 : at + 6]):
            # The meeting may be named below the heading as well as above it.
            return begun if any(date_in(row.words) for row in rows[at + 1 : begun]) else at + 1
    first = next((n for n, row in enumerate(rows) if _opens(row)), None)
    if first is not None:
        # A part's heading and what stands in capitals before the first item is the agenda's.
        while first and part_begun(rows[first - 1].words) is not None:
            first -= 1
        return first
    if headings and headings[-1] + 1 < len(rows):
        return headings[-1] + 1
    # An agenda without numbers is known by what every agenda has.
    standing = (n for n, row in enumerate(rows) if standing_kind(row.words) is not None)
    return next(standing, len(rows))


def _parts_or_counts(row: Row) -> bool:
    return bool(number_of(row)) or part_begun(row.words) is not None


def _opens(row: Row) -> bool:
    """Whether a row is likely to be the first item of an agenda."""
    number = number_of(row)
    if not number or is_labelled(row):
        return False
    if number.rstrip(".") in ("1", "1a") or standing_kind(row.words) is not None:
        return True
    return row.tabular and len([cell for cell in row.cells if tidy(cell)]) > 1


def text_rows(text: str) -> list[Row]:
    """The lines of a plain text as rows; a line that is set in goes with the one above."""
    rows = []
    for line in text.splitlines():
        if tidy(line):
            indented = len(line) - len(line.lstrip(" \t")) > 1 and not number_of(row_of(line))
            rows.append(replace(row_of(line.strip()), indented=indented))
    return rows
