"""Earlier versions of a draft, kept as they were saved: when one is taken, and how many stay.

One is taken of the draft as it was opened, after every ten minutes of change, and on both
sides of a change of status. Each is the draft's file, compressed, named by its revision: the
order of versions is that of the revisions, whatever the computer's clock says.
"""

from __future__ import annotations

import contextlib
import gzip
import re
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from minute_taker.drafts import files
from minute_taker.drafts.errors import Damaged, NewerSchema
from minute_taker.drafts.layout import first_meta
from minute_taker.drafts.paths import history_folder, previous_file
from minute_taker.drafts.reading import Reading, read_draft
from minute_taker.minutes.model import Status

#: Seconds of work between two snapshots.
EVERY = 600.0
#: How many are kept of a draft: ten hours of change.
KEPT = 60

# Text in records packs to a sixth at any level; the lowest takes a fifth of the time.
_LEVEL = 1
_NAME = re.compile(r"r(\d{8,})-([a-z]+)-([0-9a-f]{8})\.json\.gz")


class Snapshot(Struct, frozen=True):
    """One kept version. ``reason`` is why: ``opened``, ``change``, ``status``, ``previous``."""

    revision: int
    reason: str
    path: Path

    def data(self) -> bytes:
        """The draft's file as it was. Raises OSError, Damaged."""
        packed = self.path.read_bytes()
        if self.path.suffix != ".gz":
            return packed
        try:
            return gzip.decompress(packed)
        except (OSError, EOFError, zlib.error) as error:
            raise Damaged("this version is damaged itself") from error


class SnapshotTaker:
    """Decides, save by save, when a snapshot of one open draft is due, and takes it.

    A snapshot that cannot be written does not stop the saving; it is tried again with the
    next save.
    """

    def __init__(self, draft: Path, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._draft = draft
        self._monotonic = monotonic
        self._last = monotonic()
        self._opened: bytes | None = None
        self._status: Status | None = None

    def opened(self, data: bytes | None, status: Status) -> None:
        """The draft as it was opened; it is kept once there is a change to go back from.

        None for a draft that is new, or one that was damaged.
        """
        self._opened = data
        self._status = status

    def saved(self, before: bytes, after: bytes, status: Status) -> None:
        """Take note of a save; ``before`` and ``after`` are the file's bytes on either side."""
        with contextlib.suppress(OSError):
            if self._opened is not None:
                take(self._draft, self._opened, "opened")
                self._opened = None
            if status is not self._status:
                take(self._draft, before, "status")
                take(self._draft, after, "status")
                self._status, self._last = status, self._monotonic()
            elif self._monotonic() - self._last >= EVERY:
                take(self._draft, after, "change")
                self._last = self._monotonic()


def take(draft: Path, data: bytes, reason: str) -> None:
    """Keep this version of the draft. Raises OSError.

    A version that is kept already is not kept twice, and what has no revision is no version.
    """
    meta = first_meta(data)
    if meta is None:
        return
    folder = history_folder(draft)
    number, mark = f"r{meta.revision:08d}-", f"-{meta.checksum[:8]}.json.gz"
    names = [each.path.name for each in list_snapshots(draft)]
    if any(name.startswith(number) and name.endswith(mark) for name in names):
        return
    files.make_folder(folder)
    files.put(folder / f"{number}{reason}{mark}", gzip.compress(data, _LEVEL, mtime=0))
    _thin(draft)


def list_snapshots(draft: Path) -> list[Snapshot]:
    """The snapshots of a draft, the newest revision first."""
    found = []
    with contextlib.suppress(OSError):
        for path in history_folder(draft).iterdir():
            if match := _NAME.fullmatch(path.name):
                found.append(Snapshot(int(match[1]), match[2], path))
    return sorted(found, key=lambda each: (each.revision, each.path.name), reverse=True)


def previous(draft: Path) -> Snapshot | None:
    """The generation before the last save."""
    path = previous_file(draft)
    try:
        meta = first_meta(path.read_bytes())
    except OSError:
        return None
    return None if meta is None else Snapshot(meta.revision, "previous", path)


def list_versions(draft: Path) -> list[Snapshot]:
    """Everything that is kept of a draft, the newest revision first, no version twice."""
    kept, before = list_snapshots(draft), previous(draft)
    if before is not None and not any(_same(before, each) for each in kept):
        kept.append(before)
    return sorted(kept, key=lambda each: each.revision, reverse=True)


def _same(one: Snapshot, other: Snapshot) -> bool:
    try:
        return one.revision == other.revision and one.data() == other.data()
    except (OSError, Damaged):
        return False


def newest_whole(draft: Path) -> Reading | None:
    """The newest kept version that can be read as it was saved."""
    for version in list_versions(draft):
        with contextlib.suppress(OSError, Damaged, NewerSchema):
            return read_draft(version.data())
    return None


def highest_revision(draft: Path) -> int:
    """The highest revision that was ever kept; 0 for none."""
    return max((each.revision for each in list_versions(draft)), default=0)


def _thin(draft: Path) -> None:
    for each in list_snapshots(draft)[KEPT:]:
        each.path.unlink(missing_ok=True)
