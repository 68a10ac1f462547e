"""The agenda and the people of files, put into the draft under work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from minute_taker.screens.capture.messages import Severity
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.minutes.changes import Change
    from minute_taker.screens.capture.context import CaptureContext


def add_files(at: CaptureContext) -> None:
    """Ask for files, and show what is new in them; nothing that the clerk wrote is changed."""
    from minute_taker.screens.setting_up.file_screen import FileScreen
    from minute_taker.screens.setting_up.files_at_hand import usual_folders
    from minute_taker.screens.setting_up.taken_screen import TakenScreen

    if at.draft.read_only:
        at.say(at.draft.store.read_only_reason, severity=Severity.ERROR)
        return
    folders = usual_folders(at.folder.root)

    def looked_at(change: Change | None) -> None:
        give_keys(at.composer)
        if change is not None:
            undo = at.key("capture.undo")
            said = f"What is new in the files stands in the draft; {undo} takes it back"
            at.act(lambda session: session.do(change), said=said)

    def chosen(paths: Sequence[Path] | None) -> None:
        if not paths:
            give_keys(at.composer)
            return
        screen = TakenScreen(
            at.draft.meeting, files=paths, begun=True, take="Put it in", folders=folders
        )
        at.open(screen, looked_at)

    at.open(FileScreen("The agenda, the people", folders), chosen)
