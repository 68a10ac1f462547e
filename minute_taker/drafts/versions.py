"""The versions of a draft that are kept, and going back to one."""

from __future__ import annotations

import contextlib
import datetime as dt
from pathlib import Path

from msgspec import Struct

from minute_taker.drafts import files, snapshots
from minute_taker.drafts.errors import Damaged, DraftBusy, DraftUnreadable, NewerSchema
from minute_taker.drafts.paths import real
from minute_taker.drafts.reading import Reading, read_draft
from minute_taker.drafts.snapshots import Snapshot
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Status

_REASONS = {
    "opened": "as it was opened",
    "change": "while it was written",
    "status": "when its status changed",
    "damaged": "before it was damaged",
    "replaced": "before an earlier version was put back",
    "interrupted": "left by a save that was cut short",
    "previous": "before the last save",
}


class Version(Struct, frozen=True):
    """One version that can be put back.

    ``revision`` orders versions; ``saved_at`` (the clerk's time) is only for showing, and None
    where it cannot be read. ``reason`` says in words why it was kept.
    """

    revision: int
    saved_at: dt.datetime | None
    lines: int
    status: Status
    reason: str
    snapshot: Snapshot


def versions(draft: Path) -> list[Version]:
    """The kept versions of a draft that can be read, the newest first."""
    found = []
    for snapshot in snapshots.list_versions(real(draft)):
        with contextlib.suppress(OSError, Damaged, NewerSchema):
            reading = read_draft(snapshot.data())
            found.append(
                Version(
                    reading.meta.revision,
                    reading.meta.moment,
                    reading.meeting.line_count(),
                    reading.meeting.status,
                    _REASONS.get(snapshot.reason, snapshot.reason),
                    snapshot,
                )
            )
    return found


def read_version(version: Version) -> Reading:
    """The meeting as it was in that version. Raises DraftUnreadable."""
    try:
        return read_draft(version.snapshot.data())
    except OSError as error:
        why = files.reason(error)
        raise DraftUnreadable(f"version {version.revision} cannot be read: {why}") from None
    except (Damaged, NewerSchema) as error:
        raise DraftUnreadable(f"version {version.revision} cannot be read: {error}") from None


def restore(draft: Path, revision: int) -> int:
    """Put a version back as the newest one; the revision that it now has.

    The draft as it stands is kept first, so going back can itself be taken back. Raises
    DraftUnreadable for a revision that is not kept, DraftBusy when the draft cannot be written
    here, DraftNotSaved.
    """
    wanted = next((each for each in versions(draft) if each.revision == revision), None)
    if wanted is None:
        raise DraftUnreadable(f"{draft.name} has no kept version {revision}")
    reading = read_version(wanted)
    store = DraftStore.open(draft)
    try:
        if store.read_only:
            raise DraftBusy(f"{draft.name} cannot be changed now: {store.read_only_reason}")
        store.keep_version("replaced")
        store.save(reading.meeting, reading.pending)
        return store.revision
    finally:
        store.close()
