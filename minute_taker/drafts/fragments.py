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
from typing import Any

from msgspec import Struct

from minute_taker.drafts.layout import META, Record, record_is_whole


class _Twice(dict[str, Any]):
    """A JSON object in which a name stood twice with different values. Only the last is kept."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs) and any(made[name] != value for name, value in pairs):
        return _Twice(made)
    return made


_DECODER = json.JSONDecoder(strict=False, object_pairs_hook=_object)
_KEY_BEFORE = re.compile(r'"?(\w*)"?\s*:\s*$')
_LONGEST_KEY = 40
_LONGEST_NUMBER = 10
#: Nearly every record is shorter.
_WINDOW = 4096
#: So near to the end of a piece of text an error may come from the cut, as in half a word.
_LONGEST_WORD = 16
#: No record is nested so deep; as many levels are passed over at once where more are begun.
_DEEP = 100
#: A hundred openings and no end between them: rarely anything but a hostile file.
_NESTED = re.compile(rf"(?:[{{\[][^{{}}\[\]]{{0,400}}){{{_DEEP}}}")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)

# A field of a broken record: whole, or a text that stops where the damage begins.
_STRING = r'"(?:[^"\\\x00-\x1f]|\\.)*'
_FIELD = re.compile(rf'"(\w+)":({_STRING}"?|-?\d+|true|false)')
_BROKEN = re.compile(r'\{"(?:id":\d|text":|council":|committee":|called":|date":)')

_OURS = re.compile(rb'"(?:check"\s*:\s*"[0-9a-f]{8}"|checksum"\s*:|_meta"\s*:)')

_LINE_KEYS = {"item", "kind"}
_ATTENDEE_KEYS = {"name", "code"}
_PENDING_KEYS = {"text", "cursor", "item_id", "line_id"}


#: The fields by which a record is known under a key that is no number, and how many it takes.
_FIELDS = {"id", "item", "order", "kind", "text", "title", "code", "cursor", "committee", "date"}
_ENOUGH = 2


class Fragment(Struct, frozen=True):
    """One record that was found. ``whole`` when it is exactly what was saved.

    ``key`` is the number under which it stood, ``twice`` whether a name stood in it twice, so
    that there are words of it which are not in ``record``.
    """

    table: str
    number: int
    record: Record
    whole: bool
    key: int | None = None
    twice: bool = False


def find_records(data: bytes) -> list[Fragment]:
    """Every record of a draft that the bytes still show, whole ones first."""
    text = data.decode("utf-8", "replace")
    whole: list[Fragment] = []
    broken: list[Fragment] = []
    covered = 0
    position = text.find("{")
    while position >= 0:
        record, end = decode_at(text, position)
        key = _key_before(text, position)
        if record is None or not _is_record(record, key):
            position = text.find("{", (end if record is None else position) + 1)
            continue
        broken += _mend(text[covered:position])
        whole.append(_fragment(record, key, record_is_whole(record)))
        covered, position = end, text.find("{", end)
    broken += _mend(text[covered:])
    return whole + broken


def looks_like_draft(data: bytes) -> bool:
    """Whether the bytes show that this program wrote them, however little is left."""
    return _OURS.search(data) is not None


def decode_at(text: str, position: int) -> tuple[Record | None, int]:
    """Return the object that begins there and its end, or None and where to go on."""
    # How deep the decoder itself goes differs from Python to Python, up to thousands of levels,
    # and each of them would be tried again.
    if _is_too_deep(text, position):
        return None, _levels_on(text, position)
    size = _WINDOW
    while True:
        # From a piece of it, as an error counts the lines of all the text before it.
        piece = text[position : position + size]
        try:
            value, end = _DECODER.raw_decode(piece)
        except RecursionError:
            return None, _levels_on(text, position)
        except json.JSONDecodeError as error:
            cut = error.msg.startswith("Unterminated") or error.pos > len(piece) - _LONGEST_WORD
            if not cut or position + size >= len(text):
                return None, position
        except ValueError:
            return None, position
        else:
            return value, position + end
        size *= 8


def _is_too_deep(text: str, position: int) -> bool:
    if _NESTED.match(text, position) is None:
        return False
    depth = 0
    # Brackets in a line's words open nothing.
    for token in _TOKEN.finditer(text, position):
        depth += (token[0] in "{[") - (token[0] in "}]")
        if depth <= 0 or depth > _DEEP:
            break
    return depth > _DEEP


def _levels_on(text: str, position: int) -> int:
    for _ in range(_DEEP):
        position = max(position, text.find("{", position + 1))
    return position


def _key_before(text: str, position: int) -> str:
    match = _KEY_BEFORE.search(text, max(0, position - _LONGEST_KEY), position)
    return match[1] if match else ""


def _is_record(record: Record, key: str) -> bool:
    if "check" in record:
        return True
    # Written by another program, then: a record without a check, under a number.
    if key.isdecimal():
        return any(not isinstance(value, dict) for value in record.values())
    # Or put in by hand, under any key; a fact is part of a record.
    return key != "fact" and len(_FIELDS & set(record)) >= _ENOUGH


def _fragment(record: Record, key: str, whole: bool) -> Fragment:
    number = record.get("id")
    if (
        not isinstance(number, int)
        or isinstance(number, bool)
        or not 0 <= number < 10**_LONGEST_NUMBER
    ):
        number = int(key) if key.isdecimal() and len(key) < _LONGEST_NUMBER else 0
    under = int(key) if key.isdecimal() and len(key) < _LONGEST_NUMBER else None
    twice = isinstance(record, _Twice)
    return Fragment(_table(record), number, dict(record), whole and not twice, under, twice)


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
    """Return what can be read of the broken records in a stretch of text."""
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
