"""Loads what is needed soon but not at first, so that no key waits for it later."""

from __future__ import annotations

import importlib
import threading
import time

from minute_taker.minutes.patterns import compile_one

#: How long the thread that draws may have the processor after each piece of work, in seconds.
_BREATH = 0.002


def load_the_rest() -> None:
    """Begin to import what an entered line needs, and to compile the expressions, on a thread."""
    # Nobody waits for it at the end of the program.
    threading.Thread(target=_load, name="loading", daemon=True).start()


def _load() -> None:
    for name in ("minute_taker.capture.advice", "minute_taker.composing.as_printed"):
        importlib.import_module(name)
        time.sleep(_BREATH)
    while compile_one():
        time.sleep(_BREATH)
