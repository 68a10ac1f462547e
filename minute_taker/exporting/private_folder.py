"""A private folder for what another program must read while a document is made of it.

It may hold exempt text, so it lies in the user's own state folder, for the user alone, and goes
when the work is done. Should the process be killed before that, the next start or export
clears it away: each folder has a lock beside it, which a dead process lets go of.
"""

from __future__ import annotations

import contextlib
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

from minute_taker.drafts import files
from minute_taker.drafts.folders import state_folder

_LOCK = ".lock"


def _rooms() -> Path:
    return state_folder() / "exporting"


@contextlib.contextmanager
def private_folder() -> Iterator[Path]:
    """A new empty folder that its owner alone can read, gone afterwards. Raises OSError."""
    from filelock import FileLock, Timeout

    files.make_folder(_rooms())
    while True:
        room = _rooms() / secrets.token_hex(8)
        lock = FileLock(_lock_of(room), timeout=0, mode=files.FILE_MODE, thread_local=False)
        # Without locks the folder still goes at the end, but for that of a killed process.
        with contextlib.suppress(Timeout, NotImplementedError, OSError):
            lock.acquire()
        if lock.is_locked == _lock_of(room).exists():
            break
        # Somebody swept between the making of the lock and its locking.
        lock.release()
    room.mkdir(files.FOLDER_MODE)
    try:
        yield room
    finally:
        _clear(room)
        lock.release()
        _lock_of(room).unlink(missing_ok=True)


def sweep_private_folders() -> None:
    """Clear away what killed processes left. What is in use, or will not go, stays."""
    if not _rooms().is_dir():
        return
    with contextlib.suppress(OSError):
        for found in list(_rooms().glob(f"*{_LOCK}")):
            _sweep(found)


def _sweep(found: Path) -> None:
    from filelock import FileLock, Timeout

    lock = FileLock(found, timeout=0, mode=files.FILE_MODE, thread_local=False)
    with contextlib.suppress(Timeout, NotImplementedError, OSError):
        lock.acquire()
        room = found.with_name(found.name.removesuffix(_LOCK))
        _clear(room)
        lock.release()
        if not room.exists():
            found.unlink(missing_ok=True)


def _clear(room: Path) -> None:
    # Windows keeps what another program has open.
    shutil.rmtree(room, ignore_errors=True)


def _lock_of(room: Path) -> Path:
    return room.with_name(f"{room.name}{_LOCK}")
