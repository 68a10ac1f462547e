"""Where a document goes: its name, the file that is there already, and putting it in place."""

from __future__ import annotations

import io
import os
import stat
import zipfile
import zlib
from pathlib import Path

from minute_taker.drafts.files import put, reason, sweep
from minute_taker.drafts.fragments import looks_like_draft
from minute_taker.drafts.paths import history_folder, real, slug
from minute_taker.exporting.errors import (
    AnotherDrafts,
    EditedSince,
    ExportRefused,
    OpenElsewhere,
    PlaceTaken,
)
from minute_taker.exporting.export_records import exported_from, is_untouched, remember
from minute_taker.exporting.formats import find_format
from minute_taker.minutes.exempt import has_exempt
from minute_taker.minutes.model import Meeting, Status

#: A document is for everybody to read; the full copy of a meeting with exempt lines is not.
_PUBLIC_MODE, _PRIVATE_MODE = 0o644, 0o600


def default_path(
    exports_folder: Path, meeting: Meeting, format: str = "docx", *, public: bool = True
) -> Path:
    """Where a meeting's document goes: ``exports/2020-02-18-parks-committee-minutes.docx``.

    Minutes that are not agreed yet are ``…-minutes-draft``, so that the agreed ones stand
    beside them; a copy with exempt lines is ``…-minutes-full``. Raises ExportRefused for a
    format that is not known.
    """
    day = meeting.date.isoformat() if meeting.date else "undated"
    parts = [day, slug(meeting.committee) or "meeting", "minutes"]
    if not public and has_exempt(meeting):
        parts.append("full")
    if meeting.status is Status.DRAFT:
        parts.append("draft")
    return exports_folder / ("-".join(parts) + find_format(format).suffix)


def free_path(path: Path) -> Path:
    """The path, or the same with ``-2``, ``-3``, … where something has that name already."""
    number, candidate = 1, path
    while os.path.lexists(candidate):
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate


def check_place(path: Path, data: bytes, *, overwrite: bool = False, draft: str = "") -> None:
    """Refuse a place where writing ``data`` would destroy or be lost.

    ``draft`` is the file name of the draft that is exported. Raises EditedSince for a file that
    is not as it was exported, AnotherDrafts for one that was exported from another draft (both
    unless ``overwrite``),
    OpenElsewhere for one that is open in a word processor, PlaceTaken for a draft and for what
    may not be read, and ExportRefused for a folder.
    """
    target = real(path)
    if target.is_dir():
        raise ExportRefused(f"{path} is a folder, so no document can be written there")
    if not target.exists():
        return
    if any(lock.exists() for lock in _locks(target)):
        raise OpenElsewhere(
            f"{path.name} is open in another program: close it there, or export to another name",
            free_path(path),
        )
    try:
        there = target.read_bytes()
    except OSError as error:
        raise PlaceTaken(
            f"{path.name} is there and can't be read: {reason(error)}", free_path(path)
        ) from None
    is_draft = looks_like_draft(there) or history_folder(target).exists()
    if is_draft and not is_untouched(target, there):
        raise PlaceTaken(f"{path.name} is a draft, so it was left as it is", free_path(path))
    if not (overwrite or is_untouched(target, there) or _same(there, data)):
        raise EditedSince(
            f"{path.name} was changed by hand since it was exported, or was not exported from "
            "here, so it was left as it is",
            free_path(path),
        )
    whose = exported_from(target)
    if draft and whose not in ("", draft) and not (overwrite or _same(there, data)):
        raise AnotherDrafts(
            f"{path.name} was exported from another draft, {whose}, so it was left as it is",
            free_path(path),
        )


def _same(there: bytes, data: bytes) -> bool:
    """Return whether two files hold the same; how far a package is compressed does not count."""
    return there == data or (data.startswith(b"PK") and _parts(there) == _parts(data))


def _parts(package: bytes) -> dict[str, bytes] | None:
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError):
        return None


def put_in_place(path: Path, data: bytes, *, public: bool = True, draft: str = "") -> None:
    """Write the whole file or nothing.

    Raises ExportRefused where it can't be written, PlaceTaken where another name would do.
    """
    target = real(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        mode = _PUBLIC_MODE if public else _PRIVATE_MODE
        if target.exists():
            if not os.access(target, os.W_OK):
                raise _not_writable(path)
            if public:
                mode = stat.S_IMODE(target.stat().st_mode)
        # Of an export that was killed half-way.
        sweep(target)
        # Known before it is in place: an export that is killed right after is still ours.
        remember(target, data, draft)
        put(target, data, mode)
    except (FileExistsError, NotADirectoryError):
        raise ExportRefused(f"{path.parent} is no folder, so nothing was exported to it") from None
    except OSError as error:
        # Windows lets nobody replace a file that another program has open.
        if isinstance(error, PermissionError) and target.exists() and _takes_files(target.parent):
            raise _not_writable(path) from None
        raise ExportRefused(
            f"nothing could be exported to {path.parent}: {reason(error)}"
        ) from None


def _takes_files(folder: Path) -> bool:
    return os.access(folder, os.W_OK | os.X_OK)


def _not_writable(path: Path) -> PlaceTaken:
    return PlaceTaken(
        f"{path.name} may not be written to, so it was left as it is", free_path(path)
    )


def _locks(path: Path) -> tuple[Path, ...]:
    """The files by which Word and LibreOffice say that they have the document open."""
    word = f"~${path.name[2:]}" if len(path.stem) > 6 else f"~${path.name}"
    return path.with_name(word), path.with_name(f".~lock.{path.name}#")
