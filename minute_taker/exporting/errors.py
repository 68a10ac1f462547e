"""Why an export did not happen, in the clerk's words."""

from __future__ import annotations

from pathlib import Path

from minute_taker.minutes.errors import Refused


class ExportRefused(Refused):
    """The document was not written, and nothing that was there has changed."""


class PlaceTaken(ExportRefused):
    """A file that must not be overwritten without a word stands where the export would go.

    ``free`` is another name in the same folder that can be offered.
    """

    def __init__(self, message: str, free: Path) -> None:
        super().__init__(message)
        self.free = free


class EditedSince(PlaceTaken):
    """The file there is not as Minute Taker wrote it: somebody has worked on it by hand."""


class AnotherDrafts(PlaceTaken):
    """The file there was exported from another draft: of the same body and day, for one."""


class OpenElsewhere(PlaceTaken):
    """The file there is open in a word processor, which would overwrite or lose ours."""
