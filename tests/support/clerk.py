"""A clerk at the keyboard: the program's own keys, on a real terminal."""

from __future__ import annotations

import sys
from pathlib import Path

from terminal import Terminal


def program(folder: Path, *words: str, columns: int = 120, rows: int = 36) -> Terminal:
    """The program, started in a minutes folder as a clerk starts it."""
    command = [sys.executable, "-m", "minute_taker", "--folder", str(folder), *words]
    return Terminal(command, columns, rows, MINUTE_TAKER_FOLDER="")
