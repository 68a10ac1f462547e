"""The capture screen, in which a clerk spends three hours."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import ActiveBinding, BindingType
from textual.content import Content
from textual.events import Key, Resize
from textual.screen import Screen
from textual.widgets import TextArea

from minute_taker.capture.results import Result
from minute_taker.drafts.folders import MinutesFolder
from minute_taker.drafts.saver import SaveState
from minute_taker.drafts.store import DraftStore
from minute_taker.screens.capture import agenda_commands, draft_commands, line_commands, navigation
from minute_taker.screens.capture.adviser import Adviser
from minute_taker.screens.capture.agenda_panel import AgendaPanel
from minute_taker.screens.capture.agenda_progress import AgendaProgress, item_title
from minute_taker.screens.capture.commands import COMMANDS, Where
from minute_taker.screens.capture.context import Given
from minute_taker.screens.capture.draft_session import CLOSE_TIMEOUT, Action, DraftSession
from minute_taker.screens.capture.item_bar import ItemBar
from minute_taker.screens.capture.line_editor import LineEditor
from minute_taker.screens.capture.loading import load_the_rest
from minute_taker.screens.capture.messages import (
    Exported,
    JobDone,
    SaveStateChanged,
    Severity,
    Until,
)
from minute_taker.screens.capture.navigation import Places
from minute_taker.screens.capture.notices import show_notices
from minute_taker.screens.capture.page_words import PageWords
from minute_taker.screens.capture.shorthand import load_typing_aid
from minute_taker.screens.capture.slip_marks import SlipMarks
from minute_taker.screens.capture.status_bar import StatusBar
from minute_taker.screens.capture.title_bar import TitleBar, safety_of
from minute_taker.screens.parts.cached_render import (
    CachedStatic,
    CachedVertical,
    LayoutHorizontal,
    LayoutOnly,
    LayoutVertical,
)
from minute_taker.screens.parts.focus import give_keys, has_keys
from minute_taker.screens.parts.keys import key_name, spelled
from minute_taker.screens.parts.row_list import RowList
from minute_taker.screens.reading.transcript import Transcript
from minute_taker.screens.writing.composer import Composer, Request
from minute_taker.screens.writing.composer_bar import ComposerBar

if TYPE_CHECKING:
    from minute_taker.screens.reading.preview import PreviewPane

#: The register is read once the first screen is there, in seconds.
_READ_REGISTER_AFTER = 0.1
#: When the rest is loaded, in seconds: what is shown first needs the processor itself.
_LOAD_AFTER = 0.2
#: How long a save may take before the clerk is told that it is under way, in seconds.
_SLOW_SAVE = 0.4
#: The widths and heights at which panes are folded away.
_BROAD, _SLIM, _LOW, _LOWEST = 100, 60, 16, 8
#: From this width on, transcript and preview stand side by side.
_SIDE_BY_SIDE = 150


class CaptureScreen(Screen[None], LayoutOnly):
    """A draft under work: the panes, and the parts that work on it.

    What can be done stands in the table of commands; each is given this screen as its
    :class:`~minute_taker.screens.capture.context.CaptureContext`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        command.binding()
        for command in COMMANDS.values()
        if command.keys and command.where is not Where.FINDINGS
    ]
    AUTO_FOCUS = "Composer"
    ESCAPE_TO_MINIMIZE = False

    def __init__(
        self,
        store: DraftStore,
        folder: MinutesFolder,
        *,
        at_line: int | None = None,
        at_item: int | None = None,
        clock: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        """``at_line`` or ``at_item`` is where to begin, and else where the draft was left."""
        super().__init__()
        self._at_line, self._at_item = at_line, at_item
        self.folder = folder
        self.clock = clock
        self.title_bar = TitleBar(clock)
        self.item_bar = ItemBar()
        self.agenda = AgendaPanel()
        self.transcript = Transcript()
        self.preview: PreviewPane | None = None
        self.composer_bar = ComposerBar()
        self.composer = Composer()
        self.status_bar = StatusBar()
        self.places = Places()
        self.exported: Exported | None = None
        self.editor: LineEditor = LineEditor(self, self.composer)
        self.draft = DraftSession(
            store,
            on_state=self._saver_told,
            later=self.set_timer,
            unentered=lambda: self.editor.pending,
        )
        self.slips: SlipMarks = SlipMarks(
            self, keys=lambda: self.composer.edits, later=self.set_timer
        )
        self._adviser = Adviser(self)
        self.page_words = PageWords(self.transcript, lambda: self.composer.edits)
        self._progress = AgendaProgress()
        self._last_touched: int | None = None

    def compose(self) -> ComposeResult:
        # Before there are widgets, all of which would be styled again for a class added later.
        self._fold()
        yield self.title_bar
        with LayoutHorizontal(id="middle"):
            with CachedVertical(id="agenda-side"):
                yield CachedStatic("Agenda", id="agenda-title", markup=False)
                yield self.agenda
            with LayoutVertical(id="pages"):
                yield self.item_bar
                with LayoutHorizontal(id="both"):
                    yield self.transcript
        yield self.composer_bar
        yield self.composer
        yield self.status_bar

    def on_mount(self) -> None:
        draft = self.draft
        self.status_bar.changes = lambda: self.composer.edits
        self.status_bar.needed = lambda: "" if line_commands.is_text(self) else "capture.text"
        self.status_bar.words = lambda: {
            "capture.text": "Action" if line_commands.is_text(self) else "Text"
        }
        if self._at_item is not None:
            draft.session.start_at(self._at_item)
            self.call_after_refresh(self.transcript.bring_heading_into_view, self._at_item)
        if draft.read_only:
            self.composer.read_only = True
            reason, save = draft_commands.read_only_reason(draft), self.key("capture.save")
            self.composer.placeholder = Content(f"{reason}. {save} saves a copy, to work on that.")
        self.transcript.show(draft.meeting)
        self.page_words.compose(draft.meeting)
        if looked_at := self.editor.restore(draft.pending):
            self.call_after_refresh(self.editor.look_at, pasted=looked_at)
        self._show_panels()
        if self._at_line is not None:
            self.call_after_refresh(navigation.go_to_line, self, self._at_line)
        self._show_state()
        self.set_timer(_READ_REGISTER_AFTER, partial(load_typing_aid, self))
        self.call_after_refresh(self.set_timer, _LOAD_AFTER, load_the_rest)
        self.call_after_refresh(show_notices, self)
        if not draft.store.notices:
            self.call_after_refresh(self._adviser.ask_for_parts)
        self.slips.begin()

    def on_unmount(self) -> None:
        self.slips.stop()

    # Commands.

    async def action_command(self, command: str) -> None:
        """Run a command of the table by its id."""
        done = COMMANDS[command].run(self)
        if isawaitable(done):
            await done

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "command":
            command = COMMANDS[str(parameters[0])]
            if command.where is not Where.ANYWHERE:
                pane = self.transcript if command.where is Where.TRANSCRIPT else self.agenda
                return has_keys(pane) and (command.fits is None or command.fits(self))
        return super().check_action(action, parameters)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now: those of the focused pane, then the table's in its order."""
        place = {command: number for number, command in enumerate(COMMANDS)}
        return dict(
            sorted(
                super().active_bindings.items(),
                key=lambda row: place.get(row[1].binding.id or "", -1),
            )
        )

    def key(self, command: str) -> str:
        """Return the key of a command as sentences name it."""
        own: dict[str, str] = getattr(self.app, "own_keys", {})
        return spelled(own.get(command) or COMMANDS[command].keys)

    # What commands and parts use; see CaptureContext.

    def act(
        self,
        action: Action,
        *,
        said: str = "",
        enters: bool = False,
        force: bool = False,
        insist: bool = False,
    ) -> Result:
        """Do something to the meeting, have it saved, and show what came of it."""
        session = self.draft.session
        here, beside = session.item_id, session.beside
        result = self.draft.act(action, insist=insist)
        if result.settled:
            again = partial(self.act, action, said=said, enters=enters, force=force, insist=True)
            self.say(result.message, severity=Severity.ERROR)
            self.ask_to_change(result.settled, again)
        elif result.outcome == "refused":
            self.say(result.message, severity=Severity.ERROR)
        else:
            if enters and result.outcome != "nothing":
                self.composer.clear_all()
            if beside is not None and session.beside is None:
                self.editor.put_back()
            # What is in the transcript from here on must not stand beside an older "Saved".
            self._show_state()
            self.call_next(self._save_in_turn)
            self.say(said or result.message)
            # A line that was just entered is always seen.
            self.show_result(result, force=force or enters)
            if session.item_id != here:
                self._item_opened(here)
            self.editor.offer_next()
        return result

    def show_result(self, result: Result, *, force: bool = False) -> None:
        """Show what came of a change that was made to the draft itself."""
        meeting = self.draft.meeting
        if result.lines:
            self._last_touched = result.lines[-1]
        self.composer.people = meeting.attendance
        follow = result.lines[-1] if result.lines else None
        self.transcript.show(meeting, follow=follow, force=force)
        self.page_words.compose(meeting)
        self._show_panels()
        if self.preview is not None:
            self.preview.show(meeting, self._under_work())
        self._adviser.lines_entered(result.lines)
        self.slips.meeting_changed()

    def _item_opened(self, before: int | None) -> None:
        self.places.item_before = before
        here = self.draft.session.item_id
        if here is not None:
            self.transcript.bring_item_into_view(here)
        self._adviser.item_opened(before)

    def say(
        self, text: str, *, severity: Severity = Severity.INFORMATION, until: Until = Until.KEY
    ) -> None:
        """Answer the clerk in the status bar."""
        self.status_bar.say(text, severity=severity, until=until)

    @property
    def said(self) -> str:
        """What the status bar says."""
        return self.status_bar.message

    def open(self, screen: Screen[Any], answered: Callable[[Any], None] | None = None) -> None:
        """Show a screen over this one; ``answered`` is called with its result."""
        self.app.push_screen(screen, answered)

    def ask_to_change(self, settled: str, change: Callable[[], object]) -> None:
        """Do ``change`` once the clerk has said that what a vote settled is to be changed."""
        from minute_taker.screens.dialogs.confirm import confirm_settled

        def answered(yes: bool | None) -> None:
            self.say("" if yes else "It stays as it was voted on")
            if yes:
                change()

        self.open(confirm_settled(settled), answered)

    def when_drawn(self, call: Callable[..., object], *given: Any) -> None:
        """Call something once all that has changed so far is on the screen.

        Textual's ``call_after_refresh`` alone may call before, while the widgets still have to
        tell the screen that they changed.
        """
        self.call_later(self.call_after_refresh, call, *given)

    def work(
        self, job: Callable[[], Given], then: Callable[[Given], object], *, group: str
    ) -> None:
        """Do a job on a thread, and then call ``then`` with what it gives, on the screen's own."""

        def run() -> None:
            self.post_message(JobDone(job(), then))

        self.run_worker(run, thread=True, group=group, exclusive=True)

    async def on_job_done(self, message: JobDone) -> None:
        done = message.then(message.given)
        if isawaitable(done):
            await done

    # The panes.

    def back_to_typing(self) -> None:
        """Focus the composer, and show the place where the next line goes."""
        self.transcript.choose(None)
        self.transcript.mark_found(None)
        self.remove_class("-agenda")
        give_keys(self.composer)
        here, beside = self.draft.session.item_id, self.draft.session.beside
        if beside is not None:
            self.transcript.bring_into_view(beside.line_id)
        elif here is not None:
            self.transcript.bring_item_into_view(here)

    def show_agenda(self) -> None:
        """Focus the agenda, which comes into view where it is folded away."""
        self.add_class("-agenda")
        # At once, as what is not displayed takes no keys.
        self.app.stylesheet.update(self.query_one("#agenda-side"))
        give_keys(self.agenda)

    def _show_panels(self) -> None:
        self._show_item()
        self.show_badge()
        self.when_drawn(self._show_counts)

    def _show_item(self) -> None:
        folded = not (self.has_class("-broad") or self.has_class("-agenda"))
        here = self.draft.session.item_id
        self.item_bar.show(item_title(self.draft.meeting, here, with_place=folded))

    def _show_counts(self) -> None:
        # What has to be counted through the meeting comes after the line itself is seen.
        meeting, here = self.draft.meeting, self.draft.session.item_id
        self.title_bar.show_meeting(meeting, self._progress.present(meeting))
        self.status_bar.show_gaps(self._progress.gaps(meeting))
        if here is not None:
            self.places.seen.add(here)
        self.agenda.show_agenda(self._progress.agenda(meeting, here, self.places.seen))

    def show_badge(self) -> None:
        """Bring the rule over the composer up to date."""
        beside = self.draft.session.beside
        offered = self.composer.offered
        self.transcript.mark_beside(beside)
        self.composer_bar.typed(self.composer.text)
        self.composer_bar.show(
            self.composer.shown_badge,
            self.draft.meeting.attendance,
            self.editor.place,
            editing=self.editor.edits or beside is not None,
            offered=f"Tab: {offered.sign.word}" if offered is not None else "",
        )
        self.status_bar.reword()

    async def toggle_preview(self) -> None:
        """Show the minutes as they will be printed, or the transcript again."""
        if not self.status_bar.doubtful:
            self.say("")
        if self.preview is not None:
            preview, self.preview = self.preview, None
            await preview.remove()
        else:
            from minute_taker.screens.reading.preview import PreviewPane

            self.preview = PreviewPane()
            await self.query_one("#both").mount(self.preview)
            self.preview.show(self.draft.meeting, self._under_work())
        self._fold()

    def _under_work(self) -> int | None:
        """Return the line that the preview is to show."""
        meeting, touched, last = self.draft.meeting, self._last_touched, self.draft.line_before
        if touched is not None and meeting.line(touched) is None:
            touched = None
        lines = (self.editor.editing, self.transcript.chosen, touched, last.id if last else None)
        return next((line for line in lines if line is not None), None)

    @on(Resize)
    def _fold(self) -> None:
        """Keep what there is room for."""
        width, height = self.app.size
        self.set_class(width >= _BROAD, "-broad")
        self.set_class(width < _SLIM, "-slim")
        self.set_class(height < _LOW, "-low")
        self.set_class(height < _LOWEST or width < 30, "-lowest")
        self.transcript.display = self.preview is None or width >= _SIDE_BY_SIDE
        self._show_item()

    # What the panes tell.

    def on_key(self, event: Key) -> None:
        """Have a letter that the transcript has no use for begin a line in the composer."""
        if has_keys(self.agenda) or has_keys(self.composer) or event.key in self.active_bindings:
            return
        if event.character is not None and event.is_printable:
            event.stop()
            self.back_to_typing()
            self.composer.type(event.character)

    @on(TextArea.Changed)
    def _text_changed(self) -> None:
        self.status_bar.typed()
        self.composer_bar.typed(self.composer.text)
        self.draft.typed(self.composer.edits)

    def on_composer_badge_changed(self) -> None:
        self.show_badge()

    def on_composer_pasted(self, message: Composer.Pasted) -> None:
        self.editor.paste(message.text)

    def on_composer_asked(self, message: Composer.Asked) -> None:
        if message.request is Request.ENTER:
            self.editor.enter()
        elif message.request is Request.WALK_UP:
            navigation.walk(self)
        elif self.editor.edits:
            self.say(f"{self.key('capture.composer')} ends the edit first")
        elif message.request is Request.UNDO:
            draft_commands.undo(self)
        else:
            draft_commands.redo(self)

    def on_transcript_chosen(self) -> None:
        if not self.transcript.walked and has_keys(self.transcript):
            self.back_to_typing()
        self.status_bar.reword()
        if self.preview is not None:
            self.preview.go_to(self._under_work())

    def on_transcript_opened(self) -> None:
        line_commands.edit(self)

    @on(RowList.Clicked)
    def _item_clicked(self) -> None:
        agenda_commands.go_to(self)

    # Saving, and leaving.

    async def leave(self) -> bool:
        """Save and let go of the draft; return False, saying why, when something is not saved."""
        self.draft.keep()
        if await asyncio.to_thread(self.draft.flush, CLOSE_TIMEOUT):
            return self.draft.close()
        why = self.draft.state.why or "the disk does not answer"
        # The app's own binding, as it closes whatever is on top.
        quit_key = key_name(self.app, "app.quit")
        said = f"NOT SAVED: {why}. {quit_key} once more leaves without saving"
        self.say(said, severity=Severity.ERROR)
        return False

    def _save_in_turn(self) -> None:
        """Save what was just done, with what else was done in answer to it."""
        if not self.draft.keep():
            self._show_state()

    def _saver_told(self, state: SaveState) -> None:
        # On the saver's thread; a message is the way to the screen's.
        if self.is_running:
            self.post_message(SaveStateChanged(state))

    def on_save_state_changed(self, message: SaveStateChanged) -> None:
        # As it is by now: more may have been typed since the message was sent.
        self._show_state()
        if message.state.kind == "saved" and message.state.why:
            self.say(message.state.why, severity=Severity.ERROR, until=Until.MESSAGE)

    def _show_state(self, *, slow: bool = False) -> None:
        if self.draft.read_only:
            self.say(self.draft.store.read_only_reason, severity=Severity.ERROR)
        if safety := safety_of(self.draft, slow=slow):
            self.title_bar.show_safety(safety)
        else:
            # A save takes a few thousandths of a second; a word that came and went each time
            # would only be restless.
            self.set_timer(_SLOW_SAVE, partial(self._show_state, slow=True))
