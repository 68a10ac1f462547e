"""One clerk at a draft: a lock that a dead process lets go of, and who holds it."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import getpass
import os
import socket
import stat
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout

from minute_taker.drafts import files
from minute_taker.drafts.errors import DraftBusy
from minute_taker.drafts.paths import lock_file, owner_file
from minute_taker.minutes.when import format_date, format_time

_UNKNOWN = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


class LocksUnknown(Exception):
    """The file system has no locks. Only the look before each save protects two clerks."""


class Owner(msgspec.Struct, frozen=True):
    """Who has a draft open: their user name, their computer, and since when (local time)."""

    user: str
    host: str
    process: int
    since: dt.datetime

    def sentence(self) -> str:
        """For the clerk: ``jbloggs has it open on civic-12 since 7.02 pm on 18 February 2020``."""
        when = f"{format_time(self.since.time())} on {format_date(self.since.date())}"
        return f"{self.user} has it open on {self.host} since {when}"


class DraftLock:
    """Holds a draft until it is released or the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        """Take the lock of the draft at ``path`` (resolved).

        Raises DraftBusy, saying who has it, LocksUnknown where the file system knows no locks,
        and OSError where no lock file can be made.
        """
        self._owner = owner_file(path)
        files.make_folder(self._owner.parent)
        # Whoever may write the draft may lock it.
        mode = stat.S_IMODE(path.stat().st_mode) & 0o666 if path.exists() else files.FILE_MODE
        self._lock = FileLock(lock_file(path), timeout=0, mode=mode, thread_local=False)
        try:
            self._lock.acquire()
        except Timeout:
            owner = read_owner(path)
            raise DraftBusy(owner.sentence() if owner else "somebody else has it open") from None
        except NotImplementedError:
            raise LocksUnknown from None
        except OSError as error:
            if error.errno in _UNKNOWN:
                raise LocksUnknown from error
            raise
        with contextlib.suppress(OSError):
            self._say_who(mode)

    def release(self) -> None:
        """Let go of the draft. Doing so twice is no error."""
        if self._lock.is_locked:
            with contextlib.suppress(OSError):
                self._owner.unlink()
            self._lock.release()

    def _say_who(self, mode: int) -> None:
        owner = Owner(
            user=_user(),
            host=socket.gethostname(),
            process=os.getpid(),
            since=dt.datetime.now().replace(microsecond=0),
        )
        # Only for showing, so it is not worth waiting for the disk.
        temporary = files.beside(self._owner)
        temporary.write_bytes(msgspec.json.encode(owner))
        temporary.chmod(mode)
        files.replace(temporary, self._owner)


def read_owner(path: Path) -> Owner | None:
    """Who has the draft at ``path`` open, or had it last; None when that is not known."""
    try:
        return msgspec.json.decode(owner_file(path).read_bytes(), type=Owner)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"
