"""A sample meeting to try: a committee, a borough and people that do not exist."""

from __future__ import annotations

from importlib.resources import files

NAME = "reading-and-libraries.notes"


def sample_notes() -> bytes:
    """The sample meeting as a notes file, UTF-8."""
    return files(__package__).joinpath(NAME).read_bytes()
