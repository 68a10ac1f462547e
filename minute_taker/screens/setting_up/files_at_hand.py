"""The files among which the agenda is likely to be, and those of a folder that is typed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import platformdirs
from msgspec import Struct

#: How the names of files end that are offered before anything is typed.
_LIKELY = (
    ".html", ".htm", ".mht", ".mhtml", ".xml", ".docx", ".csv", ".tsv", ".txt", ".ics", ".notes",
    ".md",
)  # fmt: skip
#: No more files of one folder are looked at.
_MOST = 5_000
_SEPARATORS = tuple(filter(None, (os.sep, os.altsep)))


class FileRow(Struct, frozen=True):
    """A file or a folder: where it is, and when it was changed."""

    path: Path
    folder: bool = False
    changed: float = 0.0

    @property
    def key(self) -> str:
        """What it is known by."""
        return str(self.path)

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return True


def usual_folders(*more: Path) -> tuple[Path, ...]:
    """The folders that files arrive in: downloads, documents, desktop, the current, ``more``."""
    folders = (
        platformdirs.user_downloads_path(),
        platformdirs.user_documents_path(),
        platformdirs.user_desktop_path(),
        Path.cwd(),
        *more,
    )
    return tuple(dict.fromkeys(folders))


def is_path(typed: str) -> bool:
    """Whether what is typed is a path, and no words of a name."""
    begun = typed.lstrip("'\"")
    return begun.startswith(("~", "file:")) or any(mark in begun for mark in _SEPARATORS)


def folder_of(typed: str) -> Path:
    """The folder that a typed path leads to."""
    return Path(os.path.split(typed.lstrip("'\""))[0] or os.sep).expanduser()


def files_of(folders: Iterable[Path]) -> list[FileRow]:
    """The files of some folders, the latest first; a folder that can't be read has none."""
    rows = [row for folder in folders for row in _listed(folder) if not row.folder]
    return sorted(rows, key=lambda row: -row.changed)


def entries_of(folder: Path) -> list[FileRow]:
    """The files and folders of one folder, the folders first, by their names."""
    return sorted(_listed(folder), key=lambda row: (not row.folder, row.path.name.casefold()))


def _listed(folder: Path) -> list[FileRow]:
    rows: list[FileRow] = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if len(rows) == _MOST:
                    break
                try:
                    row = FileRow(Path(entry.path), entry.is_dir(), entry.stat().st_mtime)
                except OSError:
                    continue  # It went away, or its link leads nowhere.
                rows.append(row)
    except OSError:
        return []
    return rows


def fitting(rows: Sequence[FileRow], typed: str) -> list[FileRow]:
    """The rows that what is typed leaves: by words of the name, or by how the name begins."""
    if is_path(typed):
        begun = os.path.split(typed)[1].rstrip("'\"").casefold()
        return [
            row
            for row in rows
            if row.path.name.casefold().startswith(begun)
            and (not row.path.name.startswith(".") or begun.startswith("."))
        ]
    words = typed.casefold().split()
    shown = [row for row in rows if not row.path.name.startswith(".")]
    if not words:
        return [row for row in shown if row.path.suffix.lower() in _LIKELY]
    return [row for row in shown if all(word in row.path.name.casefold() for word in words)]
