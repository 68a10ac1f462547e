"""How a draft lies in its file: TinyDB's tables as JSON, one record a line, under a checksum.

Stock TinyDB reads it. A person can, too, and so can :mod:`~minute_taker.drafts.salvage` when
part of it is gone: damage to one line of the file is damage to one record. Each record
carries a ``check`` of its own and ``_meta`` a checksum over everything, so that what was
changed is known, and where.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import json
import zlib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import msgspec

from minute_taker.drafts.errors import Damaged, NewerSchema

#: The schema that this program writes. See :mod:`minute_taker.drafts.migrations`.
SCHEMA = 1

META = "_meta"
CHECK = "check"
#: What bytes that are no draft raise, however many levels or digits they have.
UNREADABLE = (msgspec.MsgspecError, ValueError, RecursionError, OverflowError)
_BEGINNING = b'{\n"_meta":{"1":'

Record: TypeAlias = dict[str, Any]
#: Table name -> record's number in digits -> record. What TinyDB hands to a storage.
Tables: TypeAlias = dict[str, dict[str, Record]]
#: The same, with records already encoded.
Encoded: TypeAlias = Mapping[str, Mapping[str, bytes]]


class Meta(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a draft's file says about itself.

    ``revision`` goes up with every save and is what versions are ordered by; ``saved_at`` is
    only for showing. ``counts`` says how many records each of the program's own tables has
    (None where it is not said), ``draft`` where the draft belongs when the file is a recovery
    file kept elsewhere.
    """

    schema: int
    revision: int
    saved_at: str
    counts: dict[str, int] | None = None
    draft: str = ""
    checksum: str = ""

    @property
    def moment(self) -> dt.datetime | None:
        """When it was saved; None where ``saved_at`` is no time."""
        try:
            return dt.datetime.fromisoformat(self.saved_at)
        except ValueError:
            return None


def encode_record(record: Record) -> bytes:
    """Return one record as it stands in the file, with a new check."""
    plain = _encode({key: value for key, value in record.items() if key != "check"})
    # A record of nothing but what is usual is empty, and has no field to put a comma after.
    comma = b"" if plain == b"{}" else b","
    return b'%b%b"check":"%08x"}' % (plain[:-1], comma, zlib.crc32(_in_any_order(plain)))


def encode_exactly(record: Mapping[str, Any]) -> bytes:
    """Return one record of somebody else's as it stands in the file.

    Raises TypeError or ValueError for what JSON cannot hold, and changes none of the rest.
    """
    text = json.dumps(dict(record), allow_nan=False, ensure_ascii=False).encode()
    return msgspec.json.encode(json.loads(text))


def record_is_whole(record: Record) -> bool:
    """Whether the record is the one that was written."""
    plain = {key: value for key, value in record.items() if key != "check"}
    check, encoded = record.get("check"), _encode(plain)
    # Of a record that was written before the order of its fields was left open, as it stands.
    return any(check == f"{zlib.crc32(e):08x}" for e in (_in_any_order(encoded), encoded))


def _in_any_order(encoded: bytes) -> bytes:
    """A record by which it is known again in whatever order its fields are written."""
    return msgspec.json.encode(msgspec.json.decode(encoded), order="sorted")


class LaidOut(dict[str, bytes]):
    """A table's encoded records, and ``text``, which they make in the file.

    What has not changed since the last save is then not put together again for the next.
    """

    def __init__(self, records: Mapping[str, bytes], text: bytes | None = None) -> None:
        super().__init__(records)
        self.text = lay_out_records(records) if text is None else text


def lay_out_records(records: Mapping[str, bytes]) -> bytes:
    """Encoded records as they stand in the file, one a line."""
    return b",\n".join([b"%b:%b" % (_encode(key), row) for key, row in records.items()])


def seal(tables: Encoded, meta: Meta, others: Encoded = MappingProxyType({})) -> bytes:
    """The whole file: the program's own tables, and ``others`` that somebody keeps beside them.

    What ``others`` has under ``_meta`` stands there after the program's own record.
    """
    counts = {name: len(records) for name, records in tables.items()}
    body = _lay_out({**tables, **others})
    own = _encode(msgspec.structs.replace(meta, counts=counts))
    return _whole_file(own, _checksum(own, body).decode(), body)


def _whole_file(meta: bytes, checksum: str, body: list[bytes]) -> bytes:
    sealed = b'%b,"checksum":"%b"}' % (meta[:-1], checksum.encode())
    return b"".join((_BEGINNING, sealed, *body, b"\n}\n"))


def unseal(data: bytes) -> tuple[Tables, Meta]:
    """The tables and what the file says about itself.

    ``_meta`` is among the tables only where somebody else has records there, and holds those.
    Raises Damaged when the bytes are not what was saved, NewerSchema when this program cannot
    know what they mean.
    """
    tables = decode(data)
    if tables is None:
        raise Damaged("it is cut short or is no draft")
    meta = read_meta(tables)
    if meta is None:
        raise Damaged("it does not say what it is")
    beside = tables.pop(META)
    own = dict(beside.pop("1"))
    checksum = own.pop("checksum", "")
    if beside:
        tables[META] = beside
    body = _lay_out(
        {table: {key: _encode(row) for key, row in rows.items()} for table, rows in tables.items()}
    )
    # Asked first: a later program may reckon its checksum in another way. Should it be the
    # number itself that is damaged, a draft that is only shown is still not lost.
    if meta.schema > SCHEMA:
        raise NewerSchema(meta.schema)
    encoded = _encode(own)
    fits = checksum == _checksum(encoded, body).decode()
    if not fits and not _laid_out_anew(data, tables, meta):
        raise Damaged("its checksum does not fit")
    # Of two records under one number a reader of JSON sees the last, and the words of the other
    # are lost. The file as it was written has none; only another one is looked through.
    if not (fits and data == _whole_file(encoded, checksum, body)) and says_twice(data):
        raise Damaged("a name or a number stands in it twice")
    return tables, meta


def _laid_out_anew(data: bytes, tables: Tables, meta: Meta) -> bool:
    """Return whether the records are those that were saved, but for spaces and order.

    So another program that reads JSON writes them; its own tables beside ours are its own.
    """
    if data.startswith(_BEGINNING) or meta.counts is None:
        return False
    return all(
        len(tables.get(name, {})) == count and all(map(record_is_whole, tables[name].values()))
        for name, count in meta.counts.items()
    )


def says_twice(data: bytes) -> bool:
    """Whether a name stands twice in one object of this JSON."""

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            raise _Twice
        return made

    try:
        json.loads(data, object_pairs_hook=once)
    except _Twice:
        return True
    return False


class _Twice(Exception):
    """A name stands twice in one object."""


def decode(data: bytes) -> Tables | None:
    """The tables as they stand in the file, unverified; None when it is not of that shape."""
    try:
        return msgspec.json.decode(data, type=Tables)
    except UNREADABLE:
        return None


def read_meta(tables: Tables) -> Meta | None:
    """What the file says about itself, unverified; None when it says nothing readable."""
    try:
        return msgspec.convert(tables[META]["1"], Meta)
    except (KeyError, *UNREADABLE):
        return None


def first_meta(data: bytes) -> Meta | None:
    """What a file says about itself, unverified, without reading all of it where possible."""
    start = _BEGINNING
    if data.startswith(start):
        with contextlib.suppress(*UNREADABLE):
            end = data.index(b"},\n", len(start))
            return msgspec.json.decode(data[len(start) : end], type=Meta)
    tables = decode(data)
    return None if tables is None else read_meta(tables)


def _lay_out(tables: Encoded) -> list[bytes]:
    # In pieces that are joined once: at 2,000 lines every copy of it all is felt.
    laid: list[bytes] = []
    beside = tables.get(META)
    if beside:
        laid += (b",\n", lay_out_records(beside))
    laid.append(b"}")
    for name, records in tables.items():
        if name == META:
            continue
        text = records.text if isinstance(records, LaidOut) else lay_out_records(records)
        laid += (b",\n%b:{\n" % _encode(name), text, b"\n}")
    return laid


def _checksum(meta: bytes, body: list[bytes]) -> bytes:
    digest = hashlib.blake2b(meta, digest_size=16)
    for piece in body:
        digest.update(piece)
    return digest.hexdigest().encode()


def _encode(value: object) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        # Half a character, from a terminal that sent no whole one: no encoding can hold it.
        return msgspec.json.encode(_whole(msgspec.to_builtins(value)))


def _whole(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode()
    if isinstance(value, dict):
        return {_whole(key): _whole(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_whole(each) for each in value]
    return value
