"""What was exported to where, so that a document changed by hand since is known as such.

A hidden file beside the exports holds a checksum for each, of nothing but the file as it was
written. It may be deleted: then every document that is there counts as changed by hand.
"""

from __future__ import annotations

import contextlib
import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from minute_taker.drafts.files import make_folder, put
from minute_taker.drafts.paths import COMPANIONS

_NAME = "exports.json"


class _Record(Struct):
    """Checksums by file name, of the last export and of the one before it; and from what draft."""

    schema: int = 1
    files: dict[str, str] = {}
    before: dict[str, str] = {}
    drafts: dict[str, str] = {}


def _record_path(path: Path) -> Path:
    return path.parent / COMPANIONS / _NAME


def _read(path: Path) -> _Record:
    try:
        return msgspec.json.decode(_record_path(path).read_bytes(), type=_Record)
    except (OSError, msgspec.MsgspecError):
        return _Record()


def _checksum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def remember(path: Path, data: bytes, draft: str = "") -> None:
    """Note what is about to be written, and the file name of the draft that it is of.

    Failing is no harm: the next export asks before it overwrites.
    """
    record = _read(path)
    known = {name: mark for name, mark in record.files.items() if (path.parent / name).exists()}
    before = {name: mark for name, mark in record.before.items() if name in known}
    if path.name in known and is_untouched(path, _bytes(path)):
        before[path.name] = _checksum(_bytes(path))
    known[path.name] = _checksum(data)
    drafts = {name: draft for name, draft in record.drafts.items() if name in known}
    drafts[path.name] = draft
    with contextlib.suppress(OSError):
        make_folder(_record_path(path).parent)
        put(
            _record_path(path),
            msgspec.json.encode(_Record(files=known, before=before, drafts=drafts)),
        )


def drop_others(folder: Path, kept: set[str]) -> None:
    """Delete what was exported to a folder before and is no part of it now.

    A piece of an item that has another title, or is gone, must not be published by mistake.
    What somebody has changed by hand stays.
    """
    record = _read(folder / "any")
    for name in set(record.files) - kept:
        old = folder / name
        with contextlib.suppress(OSError):
            if record.files[name] == _checksum(old.read_bytes()):
                old.unlink()


def exported_from(path: Path) -> str:
    """The file name of the draft that a document was exported from; empty where it is not known."""
    return _read(path).drafts.get(path.name, "")


def is_untouched(path: Path, data: bytes) -> bool:
    """Whether the file there, which holds ``data``, is as it was exported."""
    record, mark = _read(path), _checksum(data)
    return mark in (record.files.get(path.name), record.before.get(path.name))


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
