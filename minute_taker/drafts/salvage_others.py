"""Somebody else's tables in a damaged draft: taken out of the file before the minutes are."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from minute_taker.drafts.fragments import decode_at
from minute_taker.drafts.layout import (
    CHECK,
    META,
    Record,
    Tables,
    decode,
    encode_exactly,
    record_is_whole,
    says_twice,
)
from minute_taker.drafts.records import TABLES

# Where a table begins, before its first record's number. A quotation mark within words has a
# backslash before it and begins no name: a line of nothing else is gone through once.
_HEADER = re.compile(r'(?<!\\)"((?:[^"\\]|\\.){0,200})"\s*:\s*(?=\{\s*"\d+"\s*:\s*\{)')
_ROW = re.compile(r'[\s,{]*"(\d+)"\s*:\s*(?=\{)')
_NEXT_ROW = re.compile(r'"\d+"\s*:\s*\{')
_END = re.compile(r"\s*\}")
#: The tables that every draft's file has, filled or empty.
_OURS = {META, *TABLES}
#: So many tables that cannot be read as one are tried, each of them perhaps to the file's end.
_MOST_BROKEN = 20
_CHECKED = re.compile(r"[0-9a-f]{8}")


class TakenOut(Struct):
    """A damaged file without somebody else's tables, and these.

    ``whole`` are the names of those that nothing is missing from, ``exact`` says that of all.
    ``left`` is how many of their records cannot be taken over.
    """

    rest: bytes
    tables: Tables
    whole: set[str]
    exact: bool = False
    left: int = 0


def take_out(data: bytes) -> TakenOut:
    """Part what is in a damaged file between the draft and whoever else keeps tables there."""
    tables = decode(data)
    if tables is None or says_twice(data):
        return _Scan(data.decode("utf-8", "replace")).run(data)
    nameless = _OURS - tables.keys()
    meta = tables.pop(META, {})
    others = {
        name: rows
        for name, rows in tables.items()
        if name not in TABLES and not (nameless and _any_is_ours(rows))
    }
    beside = {number: row for number, row in meta.items() if number != "1"}
    if beside:
        others[META] = beside
    if not others:
        return TakenOut(data, {}, set(), exact=True)
    own: Tables = {META: {"1": meta["1"]}} if "1" in meta else {}
    own |= {name: rows for name, rows in tables.items() if name not in others}
    return TakenOut(json.dumps(own).encode(), others, set(others), exact=True)


class _Scan:
    """Goes through text that is no JSON, or says something twice, table by table."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cuts: list[tuple[int, int]] = []
        self._found = TakenOut(b"", {}, set())
        self._broken = 0
        #: Whether a table of the draft's own has lost its name, and may be under another's.
        self._nameless = any(not re.search(rf'"{name}"\s*:\s*\{{', text) for name in _OURS)

    def run(self, data: bytes) -> TakenOut:
        position = 0
        while header := _HEADER.search(self._text, position):
            name = _name(header[1])
            position = header.end()
            if name == META:
                position = self._beside_ours(position)
            elif name not in TABLES:
                position = self._table(name, header.start(), position)
        self._found.rest = self._without_cuts() if self._cuts else data
        return self._found

    def _table(self, name: str, start: int, position: int) -> int:
        table, end = None, position
        if self._broken < _MOST_BROKEN:
            table, end = decode_at(self._text, position)
            self._broken += table is None
        if (
            table is not None
            and type(table) is dict
            and name not in self._found.tables
            and _are_rows(table)
            and not (self._nameless and _any_is_ours(table))
        ):
            self._found.whole.add(name)
            for number, row in table.items():
                self._keep(name, number, row)
        else:
            end = self._rows(name, position)
        self._cuts.append((start, end))
        return end

    def _beside_ours(self, position: int) -> int:
        first = _ROW.match(self._text, position)
        record, end = decode_at(self._text, first.end()) if first else (None, position)
        if record is None:
            return position
        after = self._rows(META, end)
        self._cuts.append((end, after))
        return after

    def _rows(self, table: str, position: int) -> int:
        """Take a table's records one by one. Return where it ends or the next one begins."""
        text = self._text
        while True:
            match = _ROW.match(text, position)
            if match is None and (end := _END.match(text, position)):
                return end.end()
            row, end_of_row = decode_at(text, match.end()) if match else (None, position)
            if match and row is not None:
                if self._nameless and _is_ours(match[1], row):
                    return match.start()
                self._keep(table, match[1], row)
                position = end_of_row
                continue
            self._found.left += 1
            # Past what is nested too deep, of which nothing can be read.
            searched = max(end_of_row, match.end() if match else position)
            following = _NEXT_ROW.search(text, searched)
            if following is None:
                return len(text)
            if header := _HEADER.search(text, searched, following.end()):
                return header.start()
            position = following.start()

    def _keep(self, table: str, number: str, row: Record) -> None:
        rows = self._found.tables.setdefault(table, {})
        if table == META and number == "1":
            self._found.left += 1
            return
        try:
            encode_exactly(row)
        except (ValueError, RecursionError):
            self._found.left += 1
            return
        # Of two under one number, or a name twice in one, JSON can hold no more than the last.
        self._found.left += type(row) is not dict or rows.get(number, row) != row
        rows[number] = dict(row)

    def _without_cuts(self) -> bytes:
        kept, position = [], 0
        for start, end in self._cuts:
            kept.append(self._text[position:start])
            position = end
        return "\n".join((*kept, self._text[position:])).encode("utf-8", "replace")


def _are_rows(table: Record) -> bool:
    return all(isinstance(row, dict) for row in table.values())


def _name(raw: str) -> str:
    try:
        name: str = json.loads(f'"{raw}"', strict=False)
        name.encode()
    except ValueError:
        return raw
    return name


def _any_is_ours(rows: Mapping[str, Any]) -> bool:
    return any(_is_ours(number, row) for number, row in rows.items())


def _is_ours(number: str, row: Record) -> bool:
    """Whether it is a record of the draft's own whose table's name is gone."""
    if "schema" in row and "checksum" in row:
        return True
    check = row.get(CHECK)
    if not isinstance(check, str) or not _CHECKED.fullmatch(check):
        return False
    return str(row.get("id")) == number or record_is_whole(row)


def bring_back(found: TakenOut, earlier: Tables) -> int:
    """Add what only the earlier version has of tables that are damaged. Return how many records."""
    if found.exact:
        return 0
    count = 0
    for name, rows in earlier.items():
        if name not in found.whole:
            now = found.tables.setdefault(name, {})
            missing = {number: row for number, row in rows.items() if number not in now}
            now.update(missing)
            count += len(missing)
    return count
