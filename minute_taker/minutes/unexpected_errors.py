"""Errors that nobody foresaw: what may be said of them, which is never their words.

An error's own message, and Python's way of printing one, can hold words of the minutes, and
those may be exempt. Its kind and its place are enough to mend it.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def kind_and_place(error: BaseException) -> str:
    """``ValueError at compose.py:31``, and no more."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


@contextlib.contextmanager
def nothing_printed_of_them() -> Iterator[None]:
    """Inside, an error in a thread or in tidying up is not printed by Python itself.

    What it was is said in one line on standard error, by kind and place.
    """

    def say(found: Any) -> None:
        error = found.exc_value
        if error is not None and not isinstance(error, SystemExit):
            print(f"minute-taker: {kind_and_place(error)}", file=sys.stderr)

    before = threading.excepthook, sys.unraisablehook
    threading.excepthook = sys.unraisablehook = say
    try:
        yield
    finally:
        threading.excepthook, sys.unraisablehook = before
