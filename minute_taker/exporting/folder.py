"""Opening a document or the exports folder where the clerk's own programs show folders."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from minute_taker.exporting.errors import ExportRefused


class NoWindow(ExportRefused):
    """No program here shows a folder, as over a remote line; the message says where it is."""


def open_folder(folder: Path) -> None:
    """Show a folder in the system's own window, made if it is not there yet.

    Nothing is waited for. Raises NoWindow, which names the folder, where it can't be shown.
    """
    where = f"No window can be opened here. The documents are in {folder}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise NoWindow(where) from None
    _open(folder, where)


def open_document(path: Path) -> None:
    """Open a document in the program that the system has for it; likewise."""
    _open(path, f"No window can be opened here. The document is {path}")


def _open(path: Path, where: str) -> None:
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return
        subprocess.Popen(
            [_program(where), str(path)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError:
        raise NoWindow(where) from None


def _program(where: str) -> str:
    """What opens files here. Raises NoWindow."""
    if sys.platform == "darwin":
        return "open"
    windows = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    found = shutil.which("xdg-open")
    if not (windows and found):
        raise NoWindow(where)
    return found
