"""What is done to the draft: undone, saved, copied, exported, closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from minute_taker.capture.session import Session
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.when import format_time
from minute_taker.screens.capture.finding_commands import (
    how_many_findings,
    open_list_at,
    what_refuses,
)
from minute_taker.screens.capture.messages import Exported, Report, Severity, Until
from minute_taker.screens.capture.style_question import when_style_is_agreed
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.drafts.folders import MinutesFolder
    from minute_taker.screens.capture.context import CaptureContext
    from minute_taker.screens.capture.draft_session import DraftSession
    from minute_taker.screens.capture.export_screen import ExportWish

_AS_SAVED = (
    "A new draft of this one as it is saved by now, with what is typed in it and not yet entered, "
    "beside this one, to work on."
)
_NOT_UNDERSTOOD = (
    "A later version of Minute Taker wrote this draft; a copy made here would lack what this "
    "version does not understand"
)


def undo(at: CaptureContext) -> None:
    """Take back what was done last: a change of the meeting, or a move to another item."""
    at.act(Session.undo_last, force=True)


def redo(at: CaptureContext) -> None:
    """Do again what was taken back."""
    at.act(Session.redo_last, force=True)


async def _say_report(at: CaptureContext, report: Report) -> None:
    """Say what a job reports, and open the draft that it made."""
    if report.text:
        at.say(report.text, severity=report.severity, until=report.until)
    if report.finding is not None:
        open_list_at(at, report.finding)
    if report.written is not None:
        at.exported = Exported(report.written, lambda: at.said == report.text)
    if report.opens is not None and await at.leave():
        from minute_taker.screens.home.drafts_screen import DraftsScreen

        at.composer.app.post_message(DraftsScreen.DraftChosen(report.opens))


# Saving.


def save(at: CaptureContext) -> None:
    """Save now, and say when it is on the disk; where that cannot be, offer a copy."""
    if at.draft.read_only:
        save_copy(at)
    else:
        at.draft.keep()
        at.work(partial(_saved, at.draft), partial(_say_report, at), group="save")


def _saved(draft: DraftSession) -> Report:
    safe, state = draft.flush(), draft.state
    if safe and state.kind != "failed":
        when = f" at {format_time(state.at.time())}" if state.at else ""
        return Report(f"Everything is on the disk{when}")
    return Report(f"NOT SAVED: {state.why or 'still trying'}", Severity.ERROR)


def read_only_reason(draft: DraftSession) -> str:
    """Return why a draft is only shown."""
    return f"Read only: {draft.store.read_only_reason.rstrip('.')}"


def save_copy(at: CaptureContext) -> None:
    """Ask whether to make a new draft like this one, and to open that."""
    from minute_taker.screens.dialogs.confirm import Confirm

    if at.draft.store.newer:
        at.say(_NOT_UNDERSTOOD, severity=Severity.ERROR)
        return
    words = "A new draft with all that is shown here, beside this one, to work on."
    if at.draft.read_only:
        words = f"{read_only_reason(at.draft)}.\n\n{_AS_SAVED}"

    def answered(wanted: bool | None) -> None:
        give_keys(at.composer)
        if wanted:
            copy = partial(_write_copy, at.folder, at.draft, at.draft.meeting, at.editor.pending)
            at.work(copy, partial(_say_report, at), group="copy")

    at.open(Confirm("Save a copy?", words, yes="Save a copy", no="Not now"), answered)


def _write_copy(
    folder: MinutesFolder, draft: DraftSession, meeting: Meeting, pending: Pending
) -> Report:
    try:
        if draft.read_only:
            # Whoever has it open has typed on since it was read here.
            now = DraftStore.open(draft.path, read_only=True)
            now.close()
            meeting, pending = now.meeting, now.pending or pending
        store = DraftStore.create(folder.drafts, meeting, pending)
        store.close()
    except (Refused, OSError) as why:
        return Report(str(why), Severity.ERROR)
    return Report("", opens=store.path)


async def close(at: CaptureContext) -> None:
    """Save, and go back to the drafts."""
    if await at.leave():
        app = at.composer.app
        app.call_later(app.run_action, "show_drafts")


# Documents.


def export(at: CaptureContext) -> None:
    """Write the minutes in the usual way; pressed again where that is said, in any other."""
    if at.exported is None or not at.exported.is_said:
        export_as(at)
        return
    from minute_taker.composing.style import DEFAULT_STYLE
    from minute_taker.screens.capture.export_screen import ExportScreen

    def answered(wish: ExportWish | None) -> None:
        give_keys(at.composer)
        if wish is not None:
            _begin_export(at, wish)

    usual = at.draft.meeting.style or DEFAULT_STYLE
    at.open(ExportScreen(usual=usual, exports=at.folder.exports), answered)


def export_as(at: CaptureContext, file_format: str = "docx", *, public: bool = True) -> None:
    """Write the minutes to the exports folder, beside the typing."""
    from minute_taker.screens.capture.export_screen import ExportWish

    _begin_export(at, ExportWish(file_format, public))


def _begin_export(at: CaptureContext, wish: ExportWish) -> None:
    def begin() -> None:
        at.say("Writing the document …")
        doubts = partial(_doubts, at, at.draft.meeting)
        again = at.key("capture.export")
        goes_there = f". {at.key('capture.check')} goes there"
        write = partial(
            _export,
            at.folder,
            at.draft.meeting,
            wish,
            doubts,
            again,
            goes_there,
            draft=at.draft.path,
        )
        at.work(write, partial(_say_report, at), group="export")

    when_style_is_agreed(at, begin)


def _export(
    folder: MinutesFolder,
    meeting: Meeting,
    wish: ExportWish,
    doubts: Callable[[], str],
    again: str,
    goes_there: str,
    *,
    draft: Path,
) -> Report:
    # Word's library is slow to import, and is wanted here alone.
    from minute_taker.exporting.exempt import ExemptFound, Unsettled
    from minute_taker.exporting.export import PlaceTaken, export_meeting

    write = partial(
        export_meeting,
        meeting,
        exports=folder.exports,
        file_format=wish.file_format,
        public=wish.public,
        style=wish.style or None,
        output=Path(wish.place).expanduser() if wish.place else None,
        draft=draft,
    )
    instead = ""
    try:
        try:
            written = write()
        except PlaceTaken as taken:
            instead = f", as {taken}"
            written = write(output=taken.free)
    except (Unsettled, ExemptFound) as why:
        refused = f"{str(why).rstrip('.')}{goes_there}"
        return Report(refused, Severity.ERROR, finding=what_refuses(meeting))
    except (Refused, OSError) as why:
        return Report(str(why), Severity.ERROR)
    # What there is to look at is a remark, never a refusal; it stands first, as the path
    # may be longer than there is room for.
    first = doubts()
    if written.base_remark:
        instead += f"; {written.base_remark}"
    if not wish.public and written.remarks:
        instead += f"; {written.remarks[-1]}"
    said = f"{first}Written to {_shown(folder, written.path)}{instead}"
    more = f"{wish.words}; {again}: another way"
    return Report(f"{said} ({more})", until=Until.MESSAGE, written=written.path)


def _doubts(at: CaptureContext, meeting: Meeting) -> str:
    found = how_many_findings(at, meeting)
    return f"{found} ({at.key('capture.check')}). " if found else ""


def _shown(folder: MinutesFolder, path: Path) -> Path:
    """Return a path as briefly as it is plain: from the minutes folder on."""
    return path.relative_to(folder.root) if path.is_relative_to(folder.root) else path


async def open_document(at: CaptureContext) -> None:
    """Open the document that was written last, or say where it is."""
    if at.exported is None:
        at.say(f"Nothing is written yet; {at.key('capture.export')} writes the Word document")
        return
    from minute_taker.exporting.folder import open_document

    path = at.exported.path
    try:
        await asyncio.to_thread(open_document, path)
    except Refused as why:
        at.say(str(why))
    else:
        at.say(f"Opening {_shown(at.folder, path)}")


async def open_exports(at: CaptureContext) -> None:
    """Open the folder of the documents, or say where it is."""
    from minute_taker.exporting.folder import open_folder

    try:
        await asyncio.to_thread(open_folder, at.folder.exports)
    except Refused as why:
        at.say(str(why))
    else:
        at.say(f"Opening {at.folder.exports}")
