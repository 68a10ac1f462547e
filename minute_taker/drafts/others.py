"""Tables that somebody else keeps in a draft's file.

They are none of the minutes: what stands in them is kept as it was written, without a check of
ours and under its own names, so that whoever put it there finds it again with stock TinyDB.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from minute_taker.drafts.layout import (
    CHECK,
    META,
    Encoded,
    LaidOut,
    Record,
    Tables,
    encode_exactly,
    encode_record,
    record_is_whole,
)
from minute_taker.drafts.records import TABLES


def encode_tables(tables: Tables) -> Encoded:
    """Return tables that were read from a file as they stand in it."""
    return {
        name: LaidOut({number: msgspec.json.encode(row) for number, row in rows.items()})
        for name, rows in tables.items()
    }


def as_given(tables: Tables) -> Tables:
    """Return all of a file's tables as TinyDB's user knows them.

    Records in tables of the draft's own lose their checks and have their fields' names again.
    """
    given = {
        _freed(name, META): {number: _given(name, row) for number, row in rows.items()}
        for name, rows in tables.items()
        if name != META
    }
    for row in tables.get(META, {}).values():
        # Put beside our own record by stock TinyDB, which knows of no other table of that name.
        rows = given.setdefault(META, {})
        rows[str(max(map(int, filter(str.isdecimal, rows)), default=0) + 1)] = row
    return given


def _given(table: str, row: Record) -> Record:
    if table not in TABLES or not record_is_whole(row):
        return row
    return {_freed(name, CHECK): value for name, value in row.items() if name != CHECK}


def as_kept(table: str, rows: Mapping[str, Any]) -> tuple[str, LaidOut]:
    """Return the name under which TinyDB's table stands in the file, and its records.

    Raises TypeError or ValueError for what JSON cannot hold.
    """
    if not isinstance(rows, Mapping):
        raise TypeError(f"a table is records by their numbers, not {type(rows).__name__}")
    encode = _checked if table in TABLES else encode_exactly
    name = _beside(table, META)
    name.encode()  # Half a character, which no file can hold, raises here.
    return name, LaidOut({str(number): encode(row) for number, row in rows.items()})


def _checked(row: Mapping[str, Any]) -> bytes:
    plain: Record = json.loads(encode_exactly(row))
    return encode_record({_beside(name, CHECK): value for name, value in plain.items()})


def _beside(name: str, taken: str) -> str:
    """Return a name that does not clash with the reserved one, by one more ``_``."""
    return f"{name}_" if name.rstrip("_") == taken.rstrip("_") else name


def _freed(name: str, taken: str) -> str:
    """The name that :func:`_beside` made another of."""
    return name[:-1] if name != taken and _beside(name, taken) != name else name
