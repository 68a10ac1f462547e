"""Why a file can't be taken."""

from __future__ import annotations

from minute_taker.minutes.errors import Refused


class ImportRefused(Refused):
    """Nothing can be taken from this file; the message says in a sentence what it seems to be."""
