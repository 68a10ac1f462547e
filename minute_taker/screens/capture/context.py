"""What the parts and the commands of the capture screen may use of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from textual.screen import Screen

from minute_taker.capture.results import Result
from minute_taker.drafts.folders import MinutesFolder
from minute_taker.screens.capture.draft_session import Action, DraftSession
from minute_taker.screens.capture.messages import Exported, Severity, Until

if TYPE_CHECKING:
    from minute_taker.screens.capture.agenda_panel import AgendaPanel
    from minute_taker.screens.capture.line_editor import LineEditor
    from minute_taker.screens.capture.navigation import Places
    from minute_taker.screens.capture.slip_marks import SlipMarks
    from minute_taker.screens.reading.preview import PreviewPane
    from minute_taker.screens.reading.transcript import Transcript
    from minute_taker.screens.writing.composer import Composer


Given = TypeVar("Given")


class CaptureContext(Protocol):
    """The draft, the panes, and the few ways in which everything is done to them."""

    folder: MinutesFolder
    clock: Callable[[], dt.datetime]
    draft: DraftSession
    editor: LineEditor
    places: Places
    exported: Exported | None
    composer: Composer
    transcript: Transcript
    agenda: AgendaPanel
    preview: PreviewPane | None
    slips: SlipMarks

    def act(
        self,
        action: Action,
        *,
        said: str = "",
        enters: bool = False,
        force: bool = False,
        insist: bool = False,
    ) -> Result:
        """Do something to the meeting, have it saved, and show what came of it.

        ``said`` stands in for the session's own words. ``enters`` says that the composer's text
        is what is entered, so that it is cleared in the same save. ``force`` brings what was
        touched into view wherever it stands. With ``insist`` even what a vote has settled is
        changed; without, the clerk is asked first.
        """

    def show_result(self, result: Result, *, force: bool = False) -> None:
        """Show what came of a change that was made to the draft itself."""

    def show_badge(self) -> None:
        """Bring the rule over the composer up to date."""

    def say(
        self, text: str, *, severity: Severity = Severity.INFORMATION, until: Until = Until.KEY
    ) -> None:
        """Answer the clerk in the status bar."""

    def key(self, command: str) -> str:
        """Return the key of a command as sentences name it: ``Ctrl+Z``."""

    @property
    def said(self) -> str:
        """What the status bar says."""

    def open(self, screen: Screen[Any], answered: Callable[[Any], None] | None = None) -> None:
        """Show a screen over this one; ``answered`` is called with its result."""

    def ask_to_change(self, settled: str, change: Callable[[], object]) -> None:
        """Do ``change`` once the clerk has said that what a vote settled is to be changed."""

    def work(
        self, job: Callable[[], Given], then: Callable[[Given], object], *, group: str
    ) -> None:
        """Do a job on a thread, and then call ``then`` with what it gives, on the screen's own.

        What ``then`` gives is awaited, where it can be.
        """

    def when_drawn(self, call: Callable[..., object], *given: Any) -> None:
        """Call something once all that has changed so far is on the screen."""

    def back_to_typing(self) -> None:
        """Focus the composer, and show the place where the next line goes."""

    def show_agenda(self) -> None:
        """Focus the agenda, which comes into view where it is folded away."""

    async def toggle_preview(self) -> None:
        """Show the minutes as they will be printed, or the transcript again."""

    async def leave(self) -> bool:
        """Save and let go of the draft; return False, saying why, when something is not saved."""
