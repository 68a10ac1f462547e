"""What is done with whole drafts: duplicate, rename, put into the bin and take out again.

The bin is a folder of drafts like any other (``list_drafts(bin_folder(drafts))`` lists it), so
taking out is moving back. A draft that somebody has open is left alone, nothing is ever
overwritten, and a draft's history goes where the draft goes.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from minute_taker.drafts import files
from minute_taker.drafts.errors import DraftBusy, DraftNotFound, DraftNotSaved
from minute_taker.drafts.listing import draft_paths
from minute_taker.drafts.lock import DraftLock, LocksUnknown
from minute_taker.drafts.other_versions import gather
from minute_taker.drafts.paths import SUFFIX, bin_folder, free_name, history_folder, real, slug


def duplicate_draft(path: Path) -> Path:
    """Copy a draft as it is, and return the copy's path. Raises DraftNotFound, DraftNotSaved."""
    with _said(path, "copied"):
        data = path.read_bytes()
        while True:
            copy = free_name(path.with_name(f"{path.stem}-copy{SUFFIX}"))
            with contextlib.suppress(FileExistsError):
                files.put_new(copy, data)
                return copy


def rename_draft(path: Path, words: str) -> Path:
    """Give a draft another file name, made from ``words``, and return its new path.

    Raises DraftBusy, DraftNotFound, DraftNotSaved.
    """
    stem = slug(words.removesuffix(SUFFIX))
    if not stem:
        raise DraftNotSaved("a draft's name needs a letter or a digit")
    return path if path.name == f"{stem}{SUFFIX}" else _move(path, path.parent, stem)


def bin_draft(path: Path) -> Path:
    """Put a draft into the bin. Return its path there.

    Raises DraftBusy, DraftNotFound, DraftNotSaved.
    """
    return _move(path, bin_folder(path.parent), path.stem)


def restore_draft(path: Path, drafts_folder: Path) -> Path:
    """Take a draft out of the bin. Return its path.

    Raises DraftBusy, DraftNotFound, DraftNotSaved.
    """
    return _move(path, drafts_folder, path.stem)


def empty_bin(drafts_folder: Path) -> int:
    """Delete for good what is in the bin, history and all. Return how many drafts that was.

    Raises DraftNotSaved when not all of it could be deleted.
    """
    folder = bin_folder(drafts_folder)
    count = len(draft_paths(folder))
    with _said(folder, "emptied"), contextlib.suppress(FileNotFoundError):
        shutil.rmtree(folder)
    return count


def _move(path: Path, folder: Path, stem: str) -> Path:
    with _said(path, "moved"), _held(path):
        files.make_folder(folder)
        while True:
            target = free_name(folder / f"{stem}{SUFFIX}")
            with contextlib.suppress(FileExistsError):
                _give_name(path, target)
                break
        old, new = history_folder(path), history_folder(target)
        if not path.is_symlink() and old.is_dir():
            files.make_folder(new.parent)
            old.rename(new)
        path.unlink(missing_ok=True)
        files.flush_folder(target.parent)
        files.flush_folder(path.parent)
    return target


def _give_name(path: Path, target: Path) -> None:
    if path.is_symlink():
        # The link moves and the file that it leads to stays, with its history.
        target.symlink_to(real(path))
    else:
        files.same_file(path, target)


@contextlib.contextmanager
def _held(path: Path) -> Iterator[None]:
    if not os.path.lexists(path):
        raise FileNotFoundError
    try:
        lock = DraftLock(real(path))
    except DraftBusy as busy:
        raise DraftBusy(f"{path.name} stays where it is: {busy}") from None
    except LocksUnknown:
        yield
        return
    try:
        # What a killed save left goes with the draft, in its history.
        gather(real(path))
        yield
    finally:
        lock.release()


@contextlib.contextmanager
def _said(path: Path, done: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise DraftNotFound(f"there is no draft at {path}") from None
    except IsADirectoryError:
        raise DraftNotFound(f"{path.name} is a folder, not a draft") from None
    except OSError as error:
        why = files.reason(error)
        raise DraftNotSaved(f"{path.name} could not be {done}: {why}", why) from error
