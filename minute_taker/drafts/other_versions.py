"""Versions that are not the draft and must not be lost: from elsewhere, or left half-way.

A save that was killed between two steps leaves a whole file under a hidden name. It is the
generation before, the one that was to come, or what somebody else had put in the draft's place
at that moment; whichever it is, it is kept.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from minute_taker.drafts import files, snapshots
from minute_taker.drafts.errors import Damaged, NewerSchema
from minute_taker.drafts.layout import unseal
from minute_taker.drafts.paths import SUFFIX, free_name, history_folder


def keep_other_version(draft: Path, file: Path) -> Path:
    """Give ``file`` a second name beside the draft, ``NAME-other-version.json``. Return it.

    Raises OSError.
    """
    while True:
        stem = files.short_name(draft.stem)
        other = free_name(draft.with_name(f"{stem}-other-version{SUFFIX}"))
        with contextlib.suppress(FileExistsError):
            files.same_file(file, other)
            break
    files.flush_folder(other.parent)
    return other


def gather(draft: Path) -> list[Path]:
    """Tidy up what killed saves left beside a draft that is locked.

    What is whole goes to the draft's history. What cannot be read is kept beside the draft:
    those files are returned, for the clerk to be told. What cannot be kept now stays.
    """
    others = []
    files.sweep_folder(history_folder(draft))
    for left in files.sweep(draft):
        with contextlib.suppress(OSError):
            if not (draft.exists() and draft.samefile(left)):
                data = left.read_bytes()
                if _whole(data):
                    snapshots.take(draft, data, "interrupted")
                else:
                    others.append(keep_other_version(draft, left))
            left.unlink()
    return others


def _whole(data: bytes) -> bool:
    try:
        unseal(data)
    except NewerSchema:
        return True
    except Damaged:
        return False
    return True
