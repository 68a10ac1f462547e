"""A members' list as a spreadsheet saves it: commas, semicolons or tabs, and odd bytes."""

from __future__ import annotations

import csv
import io

from msgspec import Struct

from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.found import Found
from minute_taker.importing.limits import MOST_ROWS
from minute_taker.importing.people_table import columns_of, read_table
from minute_taker.importing.words import tidy

#: Rows above the headings: the list's title, the day it was printed.
_ABOVE = 10


class _Sheet(Struct, frozen=True):
    columns: tuple[str, ...]
    above: int
    rows: list[list[str]]


def is_members_list(text: str) -> bool:
    """Whether a text is a sheet with a row of headings that name people."""
    return _sheet(text) is not None


def read_members_list(text: str) -> Found:
    """The people of a members' list. Raises ImportRefused where no column names anybody."""
    sheet = _sheet(text)
    if sheet is None:
        raise ImportRefused("this seems to be a sheet, but no column of it is headed as a name")
    if len(sheet.rows) > MOST_ROWS:
        raise ImportRefused("this sheet has too many rows to be a list of members")
    people, left_out = read_table(sheet.columns, sheet.rows)
    found = Found(kind="a members' list", people=people, left_out=left_out)
    if not sheet.above:
        return found
    return found.with_remarks("what stands above the headings of the list is not read")


def _sheet(text: str) -> _Sheet | None:
    for delimiter in (",", ";", "\t"):
        rows = _rows(text, delimiter)
        for number, row in enumerate(rows[:_ABOVE]):
            columns = columns_of(row) if len(row) > 1 else None
            if columns is not None:
                above = [cells for cells in rows[:number] if any(map(tidy, cells))]
                return _Sheet(columns, len(above), rows[number + 1 :])
    return None


def _rows(text: str, delimiter: str) -> list[list[str]]:
    # A sheet may say in its first line what parts its cells.
    lines = text.replace("\0", "").split("\n", 1)
    if lines[0].strip().lower().startswith("sep=") and len(lines) > 1:
        text = lines[1]
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in text.splitlines()]
