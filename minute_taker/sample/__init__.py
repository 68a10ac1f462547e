"""A sample meeting to try: a committee, a borough and people that do not exist."""

from __future__ import annotations

import contextlib
from importlib.resources import files
from pathlib import Path

NAME = "reading-and-libraries.notes"


def sample_notes() -> bytes:
    """The sample meeting as a notes file, UTF-8."""
    return files(__package__).joinpath(NAME).read_bytes()


def sample_document(exports: Path) -> Path:
    """Write the sample meeting as a Word document in the folder of exports, and return its path.

    A document of that name that was changed by hand stays, and ours has a number. Raises
    ExportRefused.
    """
    from minute_taker.capture.notes_reader import read_notes
    from minute_taker.exporting.export import PlaceTaken, export_meeting

    meeting = read_notes(sample_notes()).meeting
    try:
        return export_meeting(meeting, exports=exports).path
    except PlaceTaken as taken:
        return export_meeting(meeting, exports=exports, output=taken.free).path


def one_page_notes() -> bytes:
    """A meeting of one page with something of everything, to show a house style by; UTF-8."""
    return files(__package__).joinpath("style-page.notes").read_bytes()


def sample_draft(drafts: Path) -> Path:
    """The sample meeting's draft in the folder of drafts, made where there is none; its path.

    What was tried in the sample before is kept: it is made once, and opened after that. Raises
    DraftNotSaved.
    """
    from minute_taker.capture.notes_reader import read_notes
    from minute_taker.drafts.errors import DraftExists
    from minute_taker.drafts.paths import draft_name
    from minute_taker.drafts.store import DraftStore

    meeting = read_notes(sample_notes()).meeting
    draft = drafts / draft_name(meeting)
    with contextlib.suppress(DraftExists):
        DraftStore.create_at(draft, meeting).close()
    return draft
