"""What the drafts screen does to drafts. Each deed runs on a thread: a shared folder may be slow.

What a deed needs is imported when it is done, so that the list is on the screen before
TinyDB or the notes reader are needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.minutes.model import Meeting

if TYPE_CHECKING:
    from minute_taker.drafts.recovery import Recovery


class Done(Struct, frozen=True):
    """What became of a deed.

    ``said`` is a sentence for the clerk, ``draft`` the draft that the cursor should stand on,
    ``opens`` whether that draft is to be opened at once.
    """

    said: str
    draft: Path | None = None
    opens: bool = False
    wrong: bool = False


def create(folder: MinutesFolder, meeting: Meeting) -> Done:
    """Make a draft of a new meeting, and open it."""
    return Done("", _create(folder, meeting), opens=True)


def open_sample(folder: MinutesFolder) -> Done:
    """Open the draft of the sample meeting, made where there is none."""
    from minute_taker.sample import sample_draft

    return Done("", sample_draft(folder.drafts), opens=True)


def import_notes(folder: MinutesFolder, notes: Path) -> Done:
    """Make a draft of a notes file; what was odd in the file is said."""
    from minute_taker.capture.notes_reader import read_notes_file

    read = read_notes_file(notes)
    path = _create(folder, read.meeting)
    said = f"{notes.name} is now a draft of {read.meeting.line_count()} lines."
    if read.remarks:
        said += " " + " ".join(_sentence(remark) for remark in read.remarks)
    return Done(said, path)


def rename(draft: Path, words: str) -> Done:
    """Give a draft's file another name."""
    from minute_taker.drafts.draft_operations import rename_draft

    renamed = rename_draft(draft, words)
    return Done(f"The draft is now {renamed.name}.", renamed)


def duplicate(draft: Path) -> Done:
    """Make a second draft like it."""
    from minute_taker.drafts.draft_operations import duplicate_draft

    copy = duplicate_draft(draft)
    return Done(f"{copy.name} is a copy of {draft.name}.", copy)


def put_into_bin(draft: Path) -> Done:
    """Put a draft into the bin."""
    from minute_taker.drafts.draft_operations import bin_draft

    bin_draft(draft)
    return Done(f"{draft.name} is in the bin.")


def empty_bin(folder: MinutesFolder) -> Done:
    """Delete for good what is in the bin."""
    from minute_taker.drafts.draft_operations import empty_bin

    count = empty_bin(folder.drafts)
    drafts = "1 draft is" if count == 1 else f"{count} drafts are"
    return Done(f"The bin is empty; {drafts} deleted for good.")


def take_out_of_bin(folder: MinutesFolder, draft: Path) -> Done:
    """Take a draft out of the bin."""
    from minute_taker.drafts.draft_operations import restore_draft

    restored = restore_draft(draft, folder.drafts)
    return Done(f"{restored.name} is back among the drafts.", restored)


def go_back(draft: Path, revision: int) -> Done:
    """Put an earlier version of a draft back."""
    from minute_taker.drafts.versions import restore

    restore(draft, revision)
    return Done(f"{draft.name} is as it was; how it stood until now is kept, too.", draft)


def recover(recovery: Recovery) -> Done:
    """Put what could not be saved where it belongs."""
    from minute_taker.drafts import recovery as recoveries

    recovered = recoveries.recover(recovery)
    return Done(recovered.sentence, recovered.draft)


def discard(recovery: Recovery) -> Done:
    """Let go of what could not be saved."""
    from minute_taker.drafts import recovery as recoveries

    recoveries.discard(recovery)
    return Done(f"What was kept of {recovery.draft.name} is thrown away.")


def _create(folder: MinutesFolder, meeting: Meeting) -> Path:
    from minute_taker.drafts.store import DraftStore

    store = DraftStore.create(folder.drafts, meeting)
    store.close()
    return store.path


def _sentence(remark: str) -> str:
    return f"{remark[:1].upper()}{remark[1:].rstrip('.')}."
