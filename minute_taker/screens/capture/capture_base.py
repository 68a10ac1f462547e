"""The capture screen's parts and how they are kept in step with the meeting."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.timer import Timer

from minute_taker.capture.reshaping import likely_next
from minute_taker.capture.session import Result, Session
from minute_taker.capture.signs import sign_of
from minute_taker.drafts.folders import MinutesFolder
from minute_taker.drafts.saver import SaveState
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Item, Kind, Line
from minute_taker.screens.capture.agenda_panel import AgendaPanel
from minute_taker.screens.capture.deeds import DEEDS
from minute_taker.screens.capture.item_bar import ItemBar
from minute_taker.screens.capture.key_bar import KeyBar
from minute_taker.screens.capture.standings import Standings, item_title
from minute_taker.screens.capture.title_bar import Safety, TitleBar, saved_words
from minute_taker.screens.capture.told import Said, SaveStateChanged
from minute_taker.screens.capture.working_draft import CHANGES_A_SAVE, WorkingDraft
from minute_taker.screens.parts.focus import give_keys
from minute_taker.screens.parts.prompt import Prompt
from minute_taker.screens.parts.steady import (
    Covered,
    CoveredColumn,
    CoveredRow,
    SteadyColumn,
    SteadyWords,
)
from minute_taker.screens.reading.transcript import WorkingTranscript
from minute_taker.screens.writing.badge import Badge
from minute_taker.screens.writing.composer import Composer
from minute_taker.screens.writing.composer_bar import ComposerBar

#: How long after a key the text in the composer is saved at the latest, in seconds: with the
#: save itself it must be there within one second.
_QUIET = 0.8
#: How long a save may take before the clerk is told that it is under way, in seconds.
_SLOW_SAVE = 0.4
#: Kinds of which one in a list is as far in as the one before.
_LISTED = (Kind.BULLET, Kind.RESOLUTION)
_BROAD, _SLIM, _LOW, _LOWEST = 100, 60, 16, 8


class CaptureBase(Prompt[None], Covered):
    """Layout, state and the ways in which all deeds of the screen change it.

    ``act`` is the one door to the session; after it the panels show the meeting as it stands.
    """

    BINDINGS: ClassVar[list[BindingType]] = [deed.binding() for deed in DEEDS if deed.keys]
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
        self.draft = WorkingDraft(store, self._state_changed)
        self._clock = clock
        self._standings = Standings()
        self._editing: int | None = None
        self._aside: tuple[str, int] = ("", 0)
        self._looked_at = ""  # The composer's text with a paste in it that is looked at.
        self._before: int | None = None
        self._last_gap: int | None = None
        self._seen: set[int] = set()
        self._kept_edits = 0
        self._owed = False
        self._said_after = 0
        self._quiet: Timer | None = None
        self.title_bar = TitleBar()
        self.item_bar = ItemBar()
        self.agenda = AgendaPanel()
        self.transcript = WorkingTranscript()
        self.composer_bar = ComposerBar()
        self.composer = Composer()
        self.key_bar = KeyBar()

    def compose(self) -> ComposeResult:
        # Before there are widgets, all of which would be styled again for a class added later.
        self._fold()
        yield self.title_bar
        with CoveredRow(id="middle"):
            with SteadyColumn(id="agenda-side"):
                yield SteadyWords("Agenda", id="agenda-title", markup=False)
                yield self.agenda
            with CoveredColumn(id="pages"):
                yield self.item_bar
                with CoveredRow(id="both"):
                    yield self.transcript
        yield self.composer_bar
        yield self.composer
        yield self.key_bar

    def on_mount(self) -> None:
        if self._at_item is not None:
            self.draft.session.go(self._at_item)
            self.call_after_refresh(self.transcript.bring_heading_into_view, self._at_item)
        self.composer.read_only = self.draft.read_only
        self.transcript.show(self.draft.meeting)
        self._restore(self.draft.pending)
        self.show_panels()
        self._tick()
        if self._at_line is not None:
            self.call_after_refresh(self._begin_at, self._at_line)
        self._state_shown(self.draft.state)

    def _restore(self, pending: Pending | None) -> None:
        """Put back what was in the composer when the draft was last saved."""
        self.composer.people = self.draft.meeting.attendance
        if pending is not None and pending.line_id is not None:
            line = self.draft.meeting.line(pending.line_id)
            if line is not None:
                self._editing = line.id
                self.transcript.mark_editing(line.id)
        if pending is not None:
            self._aside = (pending.aside, len(pending.aside))
        if pending is not None and pending.text:
            self.composer.load(pending.text, pending.cursor)
        else:
            self.composer.offer(self.likely())

    def _begin_at(self, line_id: int) -> None:
        give_keys(self.transcript)
        self.transcript.choose(line_id)

    # The one door to the session.

    def act(
        self,
        deed: Callable[[Session], Result],
        *,
        said: str = "",
        enters: bool = False,
        force: bool = False,
    ) -> Result:
        """Do something to the meeting, have it saved, and show what came of it.

        ``enters`` tells that the composer's text is what is entered, so that it is cleared in
        the same save. ``force`` brings what was touched into view wherever it stands.
        """
        session = self.draft.session
        here, beside = session.item_id, session.beside
        result = self.draft.act(deed)
        if result.outcome == "refused":
            self.say(result.message, wrong=True)
            return result
        if enters and result.outcome != "nothing":
            self.composer.clear_all()
        if beside is not None and session.beside is None:
            self._put_back()
        self._keep_in_turn()
        self.say(said or result.message)
        self._show_result(result, force=force)
        if session.item_id != here:
            self._moved_from(here)
        self.composer.offer(self.likely())
        return result

    def _put_back(self) -> None:
        """Put what had been begun before something else back into the composer."""
        begun, cursor = self._aside
        self._aside = ("", 0)
        if begun and self.composer.empty:
            self.composer.load(begun, cursor)
        elif begun:
            # Both are kept: Enter shows them as two lines before it enters them.
            self.composer.append(f"\n{begun}")

    def _show_result(self, result: Result, *, force: bool) -> None:
        touched = result.lines[-1] if result.lines else None
        self.composer.people = self.draft.meeting.attendance
        self.transcript.show(self.draft.meeting, follow=touched, force=force)
        self.show_panels()

    def show_panels(self) -> None:
        """Bring everything round the transcript up to date."""
        meeting, here = self.draft.meeting, self.draft.session.item_id
        self.item_bar.show(item_title(meeting, here, with_place=not self._agenda_shown))
        self.show_badge()
        self.call_when_drawn(self._show_counts)

    def _show_counts(self) -> None:
        # What has to be counted through the meeting comes after the line itself is seen.
        meeting = self.draft.meeting
        self.title_bar.show_meeting(meeting, self._standings.present(meeting))
        self.key_bar.show_gaps(self._standings.gaps(meeting))
        here = self.draft.session.item_id
        if here is not None:
            self._seen.add(here)
        self.agenda.show_agenda(self._standings.agenda(meeting, here, self._seen))

    def show_badge(self) -> None:
        """Bring the rule over the composer up to date."""
        beside = self.draft.session.beside
        place = f"line {self.draft.meeting.last_line + 1}"
        if self._editing is not None:
            place = f"editing {self._editing}"
        elif beside is not None:
            place = f"new line {'before' if beside.before else 'after'} {beside.line_id}"
        self.transcript.mark_beside(beside)
        apart = self._editing is not None or beside is not None
        if self.draft.read_only:
            place = "read only"
        self.composer_bar.show(
            self.composer.shown_badge, self.draft.meeting.attendance, place, editing=apart
        )

    def say(self, message: str, *, wrong: bool = False, doubtful: bool = False) -> None:
        """Answer the clerk under the composer, until the next key; a doubt until the next line."""
        self._said_after = self.composer.edits
        self.key_bar.say(message, wrong=wrong, doubtful=doubtful)

    def on_said(self, message: Said) -> None:
        self.say(message.sentence, wrong=message.wrong)

    # Where the clerk is.

    @property
    def item(self) -> Item | None:
        """The item that the next line goes to."""
        here = self.draft.session.item_id
        return self.draft.meeting.item(here) if here is not None else None

    def likely(self) -> Badge:
        """The badge to offer now."""
        line = self._last_line()
        kind = likely_next(line)
        listed = line is not None and kind is line.kind and kind in _LISTED
        return Badge(sign=sign_of(kind), depth=line.depth if line is not None and listed else 0)

    def _last_line(self) -> Line | None:
        return self.draft.session.line_before

    def _moved_from(self, item_id: int | None) -> None:
        self._before = item_id
        here = self.draft.session.item_id
        if here is not None:
            self.transcript.bring_item_into_view(here)

    # Saving what is not yet entered.

    def on_text_area_changed(self) -> None:
        """A key changed the text: save it before a second is over, or after so many keys."""
        if self.composer.edits > self._said_after and not self.key_bar.doubtful:
            # Not by a change from before it was said, of which one hears only now.
            self.say("")
        if self.composer.edits - self._kept_edits >= CHANGES_A_SAVE:
            self._kept_edits = self.composer.edits
            self.keep()
        elif self._quiet is None:
            self._quiet = self.set_timer(_QUIET, self._keep_quietly)

    def _keep_quietly(self) -> None:
        self._quiet = None
        self.keep()

    def keep(self) -> bool:
        """Have the text in the composer saved as it stands; whether there was anything new."""
        self._kept_edits = self.composer.edits
        self._owed = False
        return self.draft.keep(self._pending())

    def _keep_in_turn(self) -> None:
        """Have what was just done saved, with what else is still to be done in answer to it."""
        # What is in the transcript from here on must not stand beside an older "Saved".
        self._owed = True
        self.title_bar.show_safety(Safety("Saving", busy=True))
        self.call_next(self._keep_done)

    def _keep_done(self) -> None:
        if not self.keep():
            self._state_shown(self.draft.state)

    def _pending(self) -> Pending:
        raw = "" if self.composer.empty else self.composer.raw
        return Pending(
            text=self._looked_at or raw,
            item_id=self.draft.session.came_from,
            line_id=self._editing,
            cursor=self.composer.cursor_in_text,
            aside=self._aside[0],
            after=self.draft.session.after,
            before=self.draft.session.before,
        )

    def action_save(self) -> None:
        """Save now, and say when it is on the disk."""
        self.keep()
        self.run_worker(self._save, thread=True, group="save")

    def _save(self) -> None:
        safe = self.draft.flush()
        state = self.draft.state
        if safe and state.kind != "failed":
            at = f" at {state.at:%H:%M:%S}" if state.at else ""
            self.post_message(Said(f"Everything is on the disk{at}"))
        else:
            self.post_message(Said(f"NOT SAVED: {state.why or 'still trying'}", wrong=True))

    def keep_safe(self, timeout: float) -> bool:
        """Save everything and let go of the draft, at the end; whether all is on the disk."""
        self.keep()
        return self.draft.close(timeout)

    # What the saver and the clock tell.

    def _state_changed(self, state: SaveState) -> None:
        # On the saver's thread; a message is the way to the screen's.
        if self.is_running:
            self.post_message(SaveStateChanged(state))

    def on_save_state_changed(self, message: SaveStateChanged) -> None:  # noqa: ARG002
        # As it is by now: more may have been typed since the message was sent.
        self._state_shown(self.draft.state)

    def _state_shown(self, state: SaveState) -> None:
        if self.draft.read_only:
            self.title_bar.show_safety(Safety("READ ONLY", well=False))
            self.say(self.draft.store.read_only_reason, wrong=True)
            return
        if state.kind == "failed":
            self.title_bar.show_safety(Safety(f"NOT SAVED {state.why}", well=False))
        elif self._owed:
            return  # Something newer is not even under way yet.
        elif state.kind == "saved":
            self.title_bar.show_safety(Safety(saved_words(state.at, dt.date.today())))
        else:
            # A save takes a few thousandths of a second; a word that came and went each time
            # would only be restless.
            self.set_timer(_SLOW_SAVE, self._still_saving)

    def _still_saving(self) -> None:
        if self.draft.state.kind == "saving":
            self.title_bar.show_safety(Safety("Saving", busy=True))

    def _tick(self) -> None:
        now = self._clock()
        self.title_bar.show_time(now)
        self.set_timer(60.5 - now.second, self._tick)

    # The shape of the terminal.

    def on_resize(self) -> None:
        self._fold()
        self.item_bar.show(
            item_title(
                self.draft.meeting,
                self.draft.session.item_id,
                with_place=not self._agenda_shown,
            )
        )

    @property
    def _agenda_shown(self) -> bool:
        return self.has_class("-broad") or self.has_class("-agenda")

    def _fold(self) -> None:
        """Keep what there is room for."""
        width, height = self.app.size
        self.set_class(width >= _BROAD, "-broad")
        self.set_class(width < _SLIM, "-slim")
        self.set_class(height < _LOW, "-low")
        self.set_class(height < _LOWEST or width < 30, "-lowest")
