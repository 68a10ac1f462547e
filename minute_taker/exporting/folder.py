"""Opening the exports folder where the clerk's own programs show folders."""

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
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if sys.platform == "win32":
            os.startfile(folder)
            return
        subprocess.Popen(
            [_program(folder), str(folder)],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
    except OSError:
        raise _no_window(folder) from None


def _program(folder: Path) -> str:
    """What shows folders here. Raises NoWindow."""
    if sys.platform == "darwin":
        return "open"
    windows = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    found = shutil.which("xdg-open")
    if not (windows and found):
        raise _no_window(folder)
    return found


def _no_window(folder: Path) -> NoWindow:
    return NoWindow(f"No window can be opened here. The documents are in {folder}")
