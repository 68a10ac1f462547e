"""One open draft: read, checked, locked, and saved whole with every change."""

from __future__ import annotations

import contextlib
import datetime as dt
import stat
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec import UNSET, UnsetType
from tinydb import TinyDB

from minute_taker.drafts import files, snapshots
from minute_taker.drafts.damage import keep_original
from minute_taker.drafts.errors import (
    Damaged,
    DraftBusy,
    DraftExists,
    DraftNotFound,
    DraftNotSaved,
    DraftUnreadable,
    NewerSchema,
)
from minute_taker.drafts.others import encode_tables
from minute_taker.drafts.paths import draft_name, free_name
from minute_taker.drafts.reading import Reading, read_draft, read_newer
from minute_taker.drafts.records import Encoder, Pending
from minute_taker.drafts.storage import DraftStorage
from minute_taker.minutes.model import Meeting

if TYPE_CHECKING:
    from minute_taker.drafts.lock import DraftLock

__all__ = ["DraftStore", "Pending", "read_meeting"]

_NO_LOCKS = "This folder knows no locks: make sure that nobody else has the draft open."


def read_meeting(path: Path) -> Meeting:
    """The meeting of a draft, read without taking it from whoever has it open.

    Raises DraftNotFound, and DraftUnreadable for what is no draft or cannot be read.
    """
    store = DraftStore.open(path, read_only=True)
    try:
        return store.meeting
    finally:
        store.close()


class DraftStore:
    """A draft that is open.

    ``meeting`` and ``pending`` are as last read or saved. ``notices`` are sentences that the
    clerk must see: damage, another version found. ``read_only`` with ``read_only_reason``
    (a sentence) when saving is not possible here: somebody else has it open, the folder may
    not be written to, or a later program wrote it.

    A store is used by one thread at a time; see :class:`~minute_taker.drafts.saver.Saver`.
    """

    path: Path
    meeting: Meeting
    pending: Pending | None
    notices: tuple[str, ...]
    read_only: bool
    read_only_reason: str
    #: Whether a later program wrote it, so that part of it may not be understood here.
    newer: bool

    def __init__(self, path: Path) -> None:
        """Called by :meth:`create` and :meth:`open`, which do everything else."""
        self._db = TinyDB(path, storage=DraftStorage)
        self._storage = cast(DraftStorage, self._db.storage)
        self._encoder = Encoder()
        self._snapshot_taker = snapshots.SnapshotTaker(self._storage.path)
        self._lock: DraftLock | None = None
        self.path = self._storage.path
        self.meeting = Meeting()
        self.pending = None
        self.notices = ()
        self.read_only = False
        self.read_only_reason = ""
        self.newer = False

    @property
    def revision(self) -> int:
        """The number of the last save."""
        return self._storage.revision

    @property
    def saved_at(self) -> dt.datetime | None:
        """When the draft was last saved (the clerk's time); None where that is not known."""
        return self._storage.saved_at

    def keep_version(self, reason: str) -> None:
        """Keep the draft as it stands on the disk among its versions. Raises DraftNotSaved."""
        try:
            snapshots.take(self.path, self._storage.contents, reason)
        except OSError as error:
            why = files.reason(error)
            raise DraftNotSaved(f"no version of {self.path.name} was kept: {why}", why) from error

    @classmethod
    def create(
        cls, drafts_folder: Path, meeting: Meeting, pending: Pending | None = None
    ) -> DraftStore:
        """Make a new draft in the folder, named for the meeting's date and committee.

        The folder is made where there is none. Raises DraftNotSaved.
        """
        while True:
            path = free_name(drafts_folder / draft_name(meeting))
            with contextlib.suppress(DraftExists):
                return cls.create_at(path, meeting, pending)

    @classmethod
    def create_at(cls, path: Path, meeting: Meeting, pending: Pending | None = None) -> DraftStore:
        """Make a new draft at ``path``.

        Raises DraftExists when anything is there already, DraftNotSaved.
        """
        store = cls(path)
        try:
            store._storage.create(store._encoder.tables(meeting, pending))
        except FileExistsError:
            raise DraftExists(f"there is a file already at {path}; nothing was written") from None
        except DraftNotSaved as error:
            if path.parent.is_dir():
                raise
            why = "there is no such folder, and none can be made there"
            raise DraftNotSaved(f"no draft was made in {path.parent}: {why}", why) from error
        store.meeting, store.pending = meeting, pending
        store._snapshot_taker.opened(None, meeting.status)
        store._take()
        return store

    @classmethod
    def open(cls, path: Path, *, read_only: bool = False) -> DraftStore:
        """Open a draft. ``read_only`` takes no lock and writes nothing.

        Raises DraftNotFound, and DraftUnreadable for what is no draft or cannot be read.
        """
        store = cls(path)
        store._look()
        if read_only:
            store._refuse_saves("it was opened for reading only")
        else:
            store._take()
        try:
            store._read()
        except BaseException:
            store.close()
            raise
        return store

    def save(self, meeting: Meeting, pending: Pending | UnsetType | None = UNSET) -> None:
        """Save the meeting, and the text not yet entered. Durable on return.

        Without ``pending`` what was pending stays; None says that nothing is. Raises
        DraftNotSaved; the file is then as it was before.
        """
        if self.read_only:
            raise DraftNotSaved(
                f"{self.path.name} was not saved: {self.read_only_reason}", self.read_only_reason
            )
        text = self.pending if isinstance(pending, UnsetType) else pending
        before = self._storage.contents
        found = len(self._storage.other_versions)
        try:
            tables = self._encoder.tables(meeting, text)
            self._db.storage.write(tables)  # type: ignore[arg-type]
        finally:
            for other in self._storage.other_versions[found:]:
                self._notice(
                    f"{self.path.name} had been changed by something else since it was last "
                    f"saved here. Both versions are kept: the other one is {other.name}."
                )
        self.meeting, self.pending = meeting, text
        self._snapshot_taker.saved(before, self._storage.contents, meeting.status)

    def close(self) -> None:
        """Let go of the draft. It is saved already. Doing so twice is no error."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    def _take(self) -> None:
        """Lock the draft, or open it for reading only and say why."""
        # Most commands only read: they need neither locks nor salvage, and do without both.
        from minute_taker.drafts.lock import DraftLock, LocksUnknown

        try:
            self._lock = DraftLock(self.path)
        except DraftBusy as busy:
            self._refuse_saves(str(busy))
        except LocksUnknown:
            self._notice(_NO_LOCKS)
        except OSError as error:
            self._refuse_saves(files.reason(error))
        else:
            self._gather()

    def _gather(self) -> None:
        from minute_taker.drafts.other_versions import gather

        for other in gather(self.path):
            self._notice(
                f"When Minute Taker last ended, something else had just changed {self.path.name}. "
                f"Both versions are kept: the other one is {other.name}."
            )

    def _refuse_saves(self, reason: str) -> None:
        self.read_only = True
        self.read_only_reason = reason

    def _notice(self, sentence: str) -> None:
        self.notices = (*self.notices, sentence)

    def _read(self) -> None:
        data = self._bytes()
        try:
            reading = read_draft(data)
        except NewerSchema as newer:
            reading = self._look_at_newer(data, newer.schema)
        except Damaged as damage:
            self._salvage(data, str(damage))
            return
        self.meeting, self.pending = reading.meeting, reading.pending
        self._storage.others = encode_tables(reading.others)
        self._storage.saved_at = reading.meta.moment
        # A file put back from a backup must not use revisions again that its history knows.
        self._storage.revision = max(reading.meta.revision, snapshots.highest_revision(self.path))
        self._snapshot_taker.opened(data, self.meeting.status)

    def _salvage(self, data: bytes, damage: str) -> None:
        """Open what is left of a damaged draft; its file is kept as it is."""
        from minute_taker.drafts.salvage import rescue

        rescued = rescue(data, snapshots.newest_whole(self.path))
        if rescued is None:
            what = "is empty" if not data.strip(b"\0 \n") else "is not a draft of Minute Taker"
            raise DraftUnreadable(f"{self.path.name} {what}; it was left as it is")
        self._notice(f"{self.path.name} was damaged: {damage}.")
        self.notices += rescued.notices
        self.meeting, self.pending = rescued.meeting, rescued.pending
        self._storage.others = encode_tables(rescued.others)
        self._storage.revision = max(rescued.revision, snapshots.highest_revision(self.path))
        self._storage.worth_keeping = False
        self._snapshot_taker.opened(None, self.meeting.status)
        if not self.read_only:
            self._keep_original(data)

    def _keep_original(self, data: bytes) -> None:
        try:
            kept = keep_original(self.path, data)
            before = snapshots.previous(self.path)
            if before is not None:
                snapshots.take(self.path, before.data(), "damaged")
        except OSError as error:
            self._refuse_saves(
                f"it is damaged, and its file cannot be kept aside: {files.reason(error)}"
            )
        else:
            self._notice(f"The damaged file is kept as {kept.name}.")

    def _look(self) -> None:
        """Refuse what cannot be a draft, before anything is made beside it."""
        name = self.path.name
        try:
            mode = self.path.stat().st_mode
        except (FileNotFoundError, NotADirectoryError):
            raise DraftNotFound(f"there is no draft at {self.path}") from None
        except OSError as error:
            raise DraftUnreadable(f"{name} cannot be read: {files.reason(error)}") from None
        if stat.S_ISDIR(mode):
            raise DraftUnreadable(f"{name} is a folder, not a draft")
        if not stat.S_ISREG(mode):
            raise DraftUnreadable(f"{name} is not a file")

    def _bytes(self) -> bytes:
        try:
            data = self._storage.read_bytes()
        except OSError as error:
            why = files.reason(error)
            raise DraftUnreadable(f"{self.path.name} cannot be read: {why}") from None
        if data is None:
            raise DraftNotFound(f"there is no draft at {self.path}")
        return data

    def _look_at_newer(self, data: bytes, schema: int) -> Reading:
        sentence = f"a later version of Minute Taker wrote {self.path.name} (schema {schema})"
        reading = read_newer(data)
        if reading is None:
            raise DraftUnreadable(f"{sentence}; this version cannot read it")
        self.newer = True
        self._refuse_saves(f"{sentence}; this version only shows it")
        return reading
