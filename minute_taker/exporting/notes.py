"""The meeting as a notes file, which can be read in again. It holds every line, exempt or not."""

from __future__ import annotations

from minute_taker.capture.notes_writer import write_notes
from minute_taker.minutes.model import Meeting


def notes_bytes(meeting: Meeting) -> bytes:
    """The notes file of a meeting."""
    return write_notes(meeting).encode()
