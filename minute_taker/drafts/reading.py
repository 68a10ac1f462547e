"""The bytes of a draft's file become the meeting, or it is said why they do not."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.drafts.errors import Damaged
from minute_taker.drafts.layout import UNREADABLE, Meta, Tables, decode, read_meta, unseal
from minute_taker.drafts.migrations import migrate
from minute_taker.drafts.records import TABLES, Pending, assemble
from minute_taker.minutes.model import Meeting


class Reading(Struct, frozen=True):
    """A draft as read: the meeting, the text not yet entered, and the file's own record.

    ``others`` are tables that somebody else added.
    """

    meeting: Meeting
    pending: Pending | None
    meta: Meta
    others: Tables = {}


def read_draft(data: bytes) -> Reading:
    """Read a draft that is exactly what was saved.

    Raises Damaged for anything less, and NewerSchema for a later program's draft.
    """
    tables, meta = unseal(data)
    if not _each_under_its_number(tables):
        raise Damaged("a record in it has another's number")
    try:
        meeting, pending = assemble(migrate(tables, meta.schema))
    except (KeyError, TypeError, AttributeError, *UNREADABLE) as error:
        raise Damaged("a record in it is of the wrong shape") from error
    others = {name: rows for name, rows in tables.items() if name not in TABLES}
    return Reading(meeting, pending, meta, others)


def _each_under_its_number(tables: Tables) -> bool:
    return all(
        key == str(row.get("id"))
        for table in ("attendance", "items", "lines")
        for key, row in tables.get(table, {}).items()
    )


def read_newer(data: bytes) -> Reading | None:
    """What this program understands of a later program's draft, for looking at; None if nothing.

    Fields that are not known here are passed over, so the result must never be saved.
    """
    tables = decode(data) or {}
    meta = read_meta(tables)
    try:
        meeting, pending = assemble(tables)
    except (KeyError, TypeError, AttributeError, *UNREADABLE):
        return None
    return Reading(meeting, pending, meta) if meta else None
