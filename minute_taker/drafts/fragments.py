"""The records that can still be made out in a damaged draft.

The bytes are not trusted to be JSON: every place where an object begins is tried, so damage
to one record, to a table's name or to the frame round them costs nothing else. What lies
between the whole records is searched for the fields of broken ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from minute_taker.drafts.layout import META, Record, record_is_whole

_DECODER = json.JSONDecoder(strict=False)
_KEY_BEFORE = re.compile(r'"?(\w*)"?\s*:\s*$')
_LONGEST_KEY = 40

# A field of a broken record: whole, or a text that stops where the damage begins.
_STRING = r'"(?:[^"\\\x00-\x1f]|\\.)*'
_FIELD = re.compile(rf'"(\w+)":({_STRING}"?|-?\d+|true|false)')
_BROKEN = re.compile(r'\{"(?:id":\d|text":|council":|committee":|called":|date":)')

_OURS = re.compile(rb'"(?:check"\s*:\s*"[0-9a-f]{8}"|checksum"\s*:|_meta"\s*:)')

_LINE_KEYS = {"item", "kind"}
_ATTENDEE_KEYS = {"name", "code"}
_PENDING_KEYS = {"text", "cursor", "item_id", "line_id"}


class Fragment(Struct, frozen=True):
    """One record that was found. ``whole`` when it is exactly what was saved."""

    table: str
    number: int
    record: Record
    whole: bool


def find_records(data: bytes) -> list[Fragment]:
    """Every record of a draft that the bytes still show, whole ones first."""
    text = data.decode("utf-8", "replace")
    whole: list[Fragment] = []
    broken: list[Fragment] = []
    covered = 0
    position = text.find("{")
    while position >= 0:
        record, end = _decode(text, position)
        key = _key_before(text, position)
        if record is None or not _is_record(record, key):
            position = text.find("{", position + 1)
            continue
        broken += _mend(text[covered:position])
        whole.append(_fragment(record, key, record_is_whole(record)))
        covered, position = end, text.find("{", end)
    broken += _mend(text[covered:])
    return whole + broken


def looks_like_draft(data: bytes) -> bool:
    """Whether the bytes show that this program wrote them, however little is left."""
    return _OURS.search(data) is not None


def _decode(text: str, position: int) -> tuple[Record | None, int]:
    try:
        value, end = _DECODER.raw_decode(text, position)
    except (ValueError, RecursionError):
        return None, position
    return value, end


def _key_before(text: str, position: int) -> str:
    match = _KEY_BEFORE.search(text, max(0, position - _LONGEST_KEY), position)
    return match[1] if match else ""


def _is_record(record: Record, key: str) -> bool:
    if "check" in record:
        return True
    # Written by another program, then: a record without a check, under a number.
    return key.isdecimal() and any(not isinstance(value, dict) for value in record.values())


def _fragment(record: Record, key: str, whole: bool) -> Fragment:
    number = record.get("id")
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        number = int(key) if key.isdecimal() else 0
    return Fragment(_table(record), number, record, whole)


def _table(record: Record) -> str:
    keys = set(record)
    if "schema" in keys or "checksum" in keys:
        return META
    if keys & _LINE_KEYS:
        return "lines"
    if keys & _ATTENDEE_KEYS:
        return "attendance"
    if "order" in keys:
        return "items"
    return "pending" if keys & _PENDING_KEYS else "meeting"


def _mend(region: str) -> Iterator[Fragment]:
    """What can be read of the broken records in a stretch of text."""
    starts = [match.start() for match in _BROKEN.finditer(region)]
    for start, end in pairwise([*starts, len(region)]):
        record: Record = {}
        for name, raw in _FIELD.findall(region, start, end):
            value = _value(raw)
            if value is not None:
                record.setdefault(name, value)
        if record:
            yield _fragment(record, "", whole=False)


def _value(raw: str) -> str | int | bool | None:
    if raw.startswith('"') and (len(raw) == 1 or not raw.endswith('"')):
        raw = raw.rstrip("\\") + '"'
    try:
        value: str | int | bool = json.loads(raw, strict=False)
    except ValueError:
        return None
    return value
