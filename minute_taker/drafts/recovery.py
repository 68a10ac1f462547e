"""When a draft's folder stays out of reach: its text is kept on this computer, and offered back.

One recovery file a draft, in the user's own state folder (``MINUTE_TAKER_STATE`` names
another), readable by the user alone. It is a draft file itself, which also says where it
belongs, and it goes as soon as its text is in the draft again.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import zlib
from pathlib import Path

from msgspec import Struct

from minute_taker.drafts import files
from minute_taker.drafts.errors import Damaged, DraftBusy, DraftUnreadable, NewerSchema
from minute_taker.drafts.layout import SCHEMA, Meta, seal
from minute_taker.drafts.names import SUFFIX, free_name
from minute_taker.drafts.reading import Reading, read_draft
from minute_taker.drafts.records import Encoder, Pending
from minute_taker.drafts.storage import local_now
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Meeting

VARIABLE = "MINUTE_TAKER_STATE"


class Recovery(Struct, frozen=True):
    """Text of a draft that could not be saved in its place.

    ``file`` holds it, ``draft`` is where it belongs, ``revision`` the draft's revision when it
    was last saved there, ``saved_at`` when the text was kept (the clerk's time).
    """

    file: Path
    draft: Path
    revision: int
    saved_at: dt.datetime
    lines: int


class Recovered(Struct, frozen=True):
    """What became of it: the draft that now holds the text, and a sentence for the clerk."""

    draft: Path
    sentence: str


def recovery_folder() -> Path:
    """Where recovery files are kept."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).expanduser() / "unsaved"
    import platformdirs

    return platformdirs.user_state_path("minute-taker", appauthor=False) / "unsaved"


def recovery_file(draft: Path) -> Path:
    """The recovery file of the draft at ``draft`` (resolved)."""
    mark = f"{zlib.crc32(os.fsencode(draft)):08x}"
    return recovery_folder() / f"{files.short_name(draft.stem)}-{mark}{SUFFIX}"


def keep(draft: Path, revision: int, meeting: Meeting, pending: Pending | None) -> Path:
    """Keep the text of a draft that cannot be saved; the file it is in. Raises OSError.

    ``revision`` is that of the draft's last save.
    """
    meta = Meta(SCHEMA, revision, local_now().isoformat(), draft=str(draft))
    file = recovery_file(draft)
    files.make_folder(file.parent)
    files.put(file, seal(Encoder().tables(meeting, pending), meta))
    return file


def drop(draft: Path) -> None:
    """The draft is saved: its recovery file is not needed any more."""
    with contextlib.suppress(OSError):
        recovery_file(draft).unlink()


def sweep(draft: Path) -> None:
    """Remove what a killed process left half written of the draft's recovery file."""
    files.sweep(recovery_file(draft))


def list_recoveries() -> list[Recovery]:
    """What waits to be offered, by the draft's name. Files that cannot be read stay unlisted."""
    found = []
    folder = recovery_folder()
    for file in sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []:
        with contextlib.suppress(OSError, Damaged, NewerSchema, ValueError):
            reading = read_draft(file.read_bytes())
            if reading.meta.draft:
                found.append(
                    Recovery(
                        file,
                        Path(reading.meta.draft),
                        reading.meta.revision,
                        dt.datetime.fromisoformat(reading.meta.saved_at),
                        reading.meeting.line_count(),
                    )
                )
    return found


def recover(recovery: Recovery) -> Recovered:
    """Put the text where it belongs, and then let go of the recovery file.

    Where the draft has been changed since, it is left alone and the text becomes a draft of
    its own beside it. Raises DraftBusy, DraftNotSaved, DraftUnreadable; the recovery file
    then stays.
    """
    try:
        reading = read_draft(recovery.file.read_bytes())
    except (OSError, Damaged, NewerSchema):
        raise DraftUnreadable("what was kept of this draft cannot be read") from None
    draft = recovery.draft
    if os.path.lexists(draft):
        recovered = _into_the_draft(recovery, reading)
    else:
        recovered = _as_a_draft(draft, reading)
    recovery.file.unlink(missing_ok=True)
    return recovered


def discard(recovery: Recovery) -> None:
    """Let go of what was kept, because the clerk says so."""
    recovery.file.unlink(missing_ok=True)


def _into_the_draft(recovery: Recovery, reading: Reading) -> Recovered:
    draft = recovery.draft
    store = DraftStore.open(draft)
    try:
        if store.read_only:
            raise DraftBusy(f"{draft.name} cannot be changed now: {store.read_only_reason}")
        if store.revision == recovery.revision:
            store.save(reading.meeting, reading.pending)
            return Recovered(draft, f"What had not been saved is now in {draft.name}.")
        if (store.meeting, store.pending) == (reading.meeting, reading.pending):
            return Recovered(draft, f"{draft.name} holds it all already.")
    finally:
        store.close()
    return _as_a_draft(free_name(draft.with_name(f"{draft.stem}-recovered{SUFFIX}")), reading)


def _as_a_draft(path: Path, reading: Reading) -> Recovered:
    store = DraftStore.create_at(path, reading.meeting, reading.pending)
    store.close()
    return Recovered(path, f"What had not been saved is now in a draft of its own, {path.name}.")
