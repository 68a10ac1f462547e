"""Recovery files: text kept on this computer while a draft's folder is out of reach.

One recovery file for each sitting at a draft whose end is not in the draft, in the user's own
state folder (``MINUTE_TAKER_STATE`` names another), readable by the user alone. It is a draft
file itself, which also says where it belongs. It goes as soon as its text is in the draft
again; what an earlier sitting left is never written over.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import zlib
from collections.abc import Callable
from pathlib import Path

from msgspec import UNSET, Struct, UnsetType

from minute_taker.drafts import files
from minute_taker.drafts.errors import (
    Damaged,
    DraftBusy,
    DraftNotSaved,
    DraftUnreadable,
    NewerSchema,
)
from minute_taker.drafts.folders import state_folder
from minute_taker.drafts.layout import SCHEMA, Meta, seal
from minute_taker.drafts.paths import SUFFIX, free_name
from minute_taker.drafts.reading import Reading, read_draft
from minute_taker.drafts.records import Encoder, Pending
from minute_taker.drafts.storage import local_now
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Meeting


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
    return state_folder() / "unsaved"


def recovery_file(draft: Path, number: int = 1) -> Path:
    """Return the path of a draft's recovery file number ``number``; ``draft`` is resolved."""
    mark = f"{zlib.crc32(os.fsencode(draft)):08x}"
    again = "" if number == 1 else f"-{number}"
    return recovery_folder() / f"{files.short_name(draft.stem)}-{mark}{again}{SUFFIX}"


def keep(
    draft: Path,
    revision: int,
    meeting: Meeting,
    pending: Pending | None,
    file: Path | None = None,
) -> Path:
    """Keep the text of a draft that cannot be saved. Return the recovery file. Raises OSError.

    ``revision`` is that of the draft's last save, ``file`` what this sitting has kept it in
    before; without it a new file is made.
    """
    meta = Meta(SCHEMA, revision, local_now().isoformat(), draft=str(draft))
    data = seal(Encoder().tables(meeting, pending), meta)
    if file is not None:
        files.put(file, data)
        return file
    files.make_folder(recovery_folder())
    number = 1
    while True:
        with contextlib.suppress(FileExistsError):
            files.put_new(recovery_file(draft, number), data)
            return recovery_file(draft, number)
        number += 1


class RecoveryWriter:
    """What one sitting keeps of its draft while that cannot be saved.

    ``tell`` is called with each sentence that a :meth:`save` found for the clerk.
    """

    def __init__(self, store: DraftStore, tell: Callable[[str], None] | None = None) -> None:
        self._store = store
        self._tell = tell
        self._told = len(store.notices)
        self.file: Path | None = None
        self._kept: tuple[Meeting, Pending | None] | None = None

    def keep(self, meeting: Meeting, pending: Pending | None) -> str:
        """Keep this state. Return what to tell the clerk, after why it is not saved."""
        state = (meeting, pending)
        try:
            if self.file is None or state != self._kept:
                store = self._store
                self.file = keep(store.path, store.revision, meeting, pending, self.file)
                self._kept = state
        except OSError as error:
            return f"; it could not be kept on this computer either: {files.reason(error)}"
        return f"; it is kept on this computer meanwhile, in {self.file}"

    def let_go(self) -> None:
        """The draft is saved: what was kept of it is not needed any more."""
        if self.file is not None:
            with contextlib.suppress(OSError):
                self.file.unlink()
            self.file = self._kept = None

    def save(self, meeting: Meeting, pending: Pending | UnsetType | None = UNSET) -> None:
        """Save the meeting, and what is pending where that is given; durable on return.

        Raises DraftNotSaved, which also says where the text is kept meanwhile.
        """
        try:
            self._store.save(meeting, pending)
        except DraftNotSaved as error:
            waits = self._store.pending if pending is UNSET else pending
            kept = self.keep(meeting, waits)
            raise DraftNotSaved(f"{error}{kept}", f"{error.why}{kept}") from error
        finally:
            notices, self._told = self._store.notices[self._told :], len(self._store.notices)
            if self._tell is not None:
                for notice in notices:
                    self._tell(notice)
        self.let_go()


def waiting_for(draft: Path) -> tuple[str, ...]:
    """Return what to tell a clerk who opens a draft of which a recovery file is kept."""
    if not any(each.draft == draft for each in list_recoveries()):
        return ()
    return (
        f"Text of {draft.name} that could not be saved in its place is kept on this computer. "
        "The list of drafts offers it.",
    )


def sweep(draft: Path) -> None:
    """Remove what a killed process left half written of the draft's recovery files."""
    number = 1
    while True:
        file = recovery_file(draft, number)
        files.sweep(file)
        if not file.exists():
            return
        number += 1


def list_recoveries() -> list[Recovery]:
    """Return the recovery files to offer, by the draft's name; unreadable ones are left out."""
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
    """Put the text into its draft, then delete the recovery file.

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
    """Delete a recovery file because the clerk says so."""
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
