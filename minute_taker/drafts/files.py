"""Write files that are whole or not there: written beside, flushed, then put in place.

Nothing here knows what a draft is. Every function raises OSError, and leaves no half-written
file under the name that was asked for.
"""

from __future__ import annotations

import contextlib
import errno
import functools
import os
import re
import secrets
import stat
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

#: New files and folders are their owner's alone.
FILE_MODE = 0o600
FOLDER_MODE = 0o700

# Windows refuses to replace a file that a virus scanner or an indexer has open for a moment.
_REPLACE_WAIT = 2.5 if os.name == "nt" else 0.0
_BETWEEN_TRIES = 0.05

# What file systems without hard links answer; a copy is made there instead.
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}

# What systems and file systems answer that cannot exchange two names.
_NO_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP}
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2

# The ends of hidden names: a file that may be half written, and one that is whole and in between.
_NEW = ".new"
_OUT = ".out"
_BINARY = getattr(os, "O_BINARY", 0)

# A name has at most 255 bytes almost everywhere; what is put after it needs its share.
_LONGEST = 120


class Fingerprint(Struct, frozen=True):
    """What tells a file from any other: it changes when anybody writes or replaces the file."""

    device: int
    inode: int
    size: int
    changed_ns: int


def fingerprint(status: os.stat_result) -> Fingerprint:
    """Return the fingerprint of a file from its ``stat``."""
    return Fingerprint(status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, readable by their owner alone."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with contextlib.suppress(FileExistsError):
            folder.mkdir(FOLDER_MODE)


def short_name(name: str) -> str:
    """Return the name, or a short one in its place where nothing more could be put after it."""
    if len(os.fsencode(name)) <= _LONGEST:
        return name
    mark = f"{zlib.crc32(os.fsencode(name)):08x}"
    return name.encode("utf-8", "ignore")[: _LONGEST - 9].decode("utf-8", "ignore") + "~" + mark


def beside(path: Path, end: str = _NEW) -> Path:
    """Return a free hidden name in the same folder, for a file that is to become ``path``."""
    return path.with_name(f".{short_name(path.name)}.{secrets.token_hex(4)}{end}")


def out_of(path: Path) -> Path:
    """Return a free hidden name in the same folder, for what is taken out of ``path``."""
    return beside(path, _OUT)


def sweep(path: Path) -> list[Path]:
    """Remove what killed processes left half written beside ``path``.

    What they left that is whole may be somebody's only copy: it stays, and is returned.
    """
    way = re.compile(re.escape(f".{short_name(path.name)}.") + r"[0-9a-f]{8}(\.new|\.out)")
    whole = []
    with contextlib.suppress(OSError):
        for entry in list(path.parent.iterdir()):
            match = way.fullmatch(entry.name)
            if match and match[1] == _OUT:
                whole.append(entry)
            elif match:
                entry.unlink(missing_ok=True)
    return whole


def sweep_folder(folder: Path) -> None:
    """Remove what killed processes left half written in a folder that nobody else writes to."""
    with contextlib.suppress(OSError):
        for entry in list(folder.iterdir()):
            if entry.name.startswith(".") and entry.name.endswith(_NEW):
                entry.unlink(missing_ok=True)


def write_new(path: Path, data: bytes, mode: int = FILE_MODE) -> Fingerprint:
    """Write a file that must not exist yet, down to the disk. Return its fingerprint.

    Raises FileExistsError when it does exist. On any other error nothing is left.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)
    try:
        try:
            if stat.S_IMODE(os.fstat(descriptor).st_mode) != mode and hasattr(os, "fchmod"):
                os.fchmod(descriptor, mode)
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            flush(descriptor)
            return fingerprint(os.fstat(descriptor))
        finally:
            os.close(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            path.unlink()
        raise


def flush(descriptor: int) -> None:
    """Flush what was written to the device, past the drive's own cache where that can be done."""
    if sys.platform == "darwin":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def flush_folder(folder: Path) -> None:
    """Flush the names in a folder to the disk. Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems flush names at once and know no fsync of a folder.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS):
            raise
    finally:
        os.close(descriptor)


def replace(source: Path, target: Path, wait: float = _REPLACE_WAIT) -> None:
    """Put ``source`` in the place of ``target`` in one step.

    PermissionError is tried again for ``wait`` seconds.
    """
    end = time.monotonic() + wait
    while True:
        try:
            source.replace(target)
        except PermissionError:
            if time.monotonic() >= end:
                raise
            time.sleep(_BETWEEN_TRIES)
        else:
            return


def take_place(new: Path, target: Path, out: Path) -> None:
    """Put ``new`` in the place of ``target``, and what was there under the name ``out``.

    Where two names can be exchanged in one step (Linux, on the usual local disks), ``out`` is
    exactly what was replaced, whoever else writes there at that moment. Elsewhere the file
    gets its second name just before, and what somebody puts there between the two calls is
    gone. With no file there, none is under ``out``.

    When an OSError leaves here, either of the two steps may have been done or not.
    """
    if not _exchange(new, target, out):
        with contextlib.suppress(FileNotFoundError):
            same_file(target, out)
        replace(new, target)


def _exchange(new: Path, target: Path, out: Path) -> bool:
    """Exchange the two in one step. Return False, with all as before, where that cannot be done."""
    swap = _swapper()
    if swap is None or not target.exists():
        return False
    # Under this name it is known as whole, should the process end right here.
    new.rename(out)
    code = swap(out, target)
    if code in _NO_EXCHANGE or code == errno.ENOENT:
        out.rename(new)
        return False
    if code:
        raise OSError(code, os.strerror(code), str(target))
    return True


@functools.cache
def _swapper() -> Callable[[Path, Path], int] | None:
    """Return the function that exchanges two names in one step, giving 0 or an error's number."""
    if sys.platform != "linux":
        return None
    try:
        import ctypes

        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (ImportError, OSError, AttributeError):
        return None

    def swap(one: Path, other: Path) -> int:
        names = os.fsencode(one), os.fsencode(other)
        done = rename(_AT_FDCWD, names[0], _AT_FDCWD, names[1], _RENAME_EXCHANGE)
        return ctypes.get_errno() if done else 0

    return swap


def same_file(source: Path, target: Path) -> None:
    """Give the file a second name, or make a copy where the file system has no second names.

    ``target`` must not exist: FileExistsError otherwise.
    """
    try:
        os.link(source, target)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A name that is known again as half written, should the process end right here.
        is_out = re.fullmatch(r"\..+\.[0-9a-f]{8}" + re.escape(_OUT), source.name)
        temporary = source.with_suffix(_NEW) if is_out else beside(source)
        write_new(temporary, source.read_bytes(), stat.S_IMODE(source.stat().st_mode))
        if os.path.lexists(target):
            temporary.unlink()
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        replace(temporary, target)


def put_new(path: Path, data: bytes, mode: int = FILE_MODE) -> Fingerprint:
    """Write a file that appears whole under its name, and only if the name is free.

    Raises FileExistsError when it is taken.
    """
    temporary = beside(path)
    mark = write_new(temporary, data, mode)
    try:
        try:
            os.link(temporary, path)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode))
            replace(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    flush_folder(path.parent)
    return mark


def put(path: Path, data: bytes, mode: int = FILE_MODE) -> None:
    """Write a file in the place of whatever has its name, whole and down to the disk."""
    temporary = beside(path)
    write_new(temporary, data, mode)
    try:
        replace(temporary, path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    flush_folder(path.parent)


def reason(error: OSError) -> str:
    """Return why the system refused, in words for the clerk."""
    return _REASONS.get(error.errno or 0) or (error.strerror or type(error).__name__).lower()


_WORDS = {
    "the disk is full": ("ENOSPC",),
    "the disk quota is used up": ("EDQUOT",),
    "the file would be larger than the system allows": ("EFBIG",),
    "the disk reports an error": ("EIO",),
    "the folder may not be written to": ("EACCES", "EPERM"),
    "the disk is read-only": ("EROFS",),
    "the folder is no longer there": ("ENOENT", "ENOTDIR", "ESTALE"),
    "too many files are open": ("EMFILE", "ENFILE"),
}
# By name, because not every system has every one.
_REASONS = {
    getattr(errno, name): words
    for words, names in _WORDS.items()
    for name in names
    if hasattr(errno, name)
}
