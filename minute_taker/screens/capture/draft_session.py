"""The open draft: every change to it, and when it is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from minute_taker.capture.session import Result, Session
from minute_taker.drafts.saver import Saver, SaveState
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Item, Line, Meeting
from minute_taker.minutes.settled import settled_at

#: What may be done to the session: it answers with what came of it.
Action = Callable[[Session], Result]

#: Text still in the composer is saved each time that it has changed so often.
CHANGES_A_SAVE = 20
#: How long the end waits for the disk, in seconds.
CLOSE_TIMEOUT = 5.0
#: How long after a key the text in the composer is saved at the latest, in seconds: with the
#: save itself it must be on the disk within one second.
_AUTOSAVE_AFTER = 0.8
#: A save begins so long after what makes it due, in seconds: the thread that saves takes the
#: processor from the one that draws, and by then what was typed is on the screen.
_SAVER_DELAY = 0.04


class DraftSession:
    """One open draft, without the screen that shows it.

    ``on_state`` is called with each state of saving, on the thread that saves. ``later`` calls
    a function after so many seconds; ``unentered`` gives the text that is not yet entered. A
    draft that can only be read is shown, and nothing is done to it.
    """

    def __init__(
        self,
        store: DraftStore,
        *,
        on_state: Callable[[SaveState], None],
        later: Callable[[float, Callable[[], object]], object],
        unentered: Callable[[], Pending],
    ) -> None:
        self.store = store
        self.session = Session(store.meeting)
        #: What was in the composer when the draft was last saved.
        self.pending = store.pending
        #: Whether something was done whose save is not even under way.
        self.unsaved = False
        self._submitted = (self.session.revision, self.pending)
        self._later = later
        self._unentered = unentered
        self._changes = self._changes_saved = 0
        self._autosaving = False
        self._saver = None if store.read_only else Saver(store, on_state, _SAVER_DELAY)
        if self.pending is not None:
            self.session.start_at(self.pending.item_id)
            if self.pending.after is not None:
                self.session.go_after(self.pending.after)
            if self.pending.before is not None:
                self.session.go_before(self.pending.before)

    # What it is.

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self.session.meeting

    @property
    def path(self) -> Path:
        """The draft's file."""
        return self.store.path

    @property
    def read_only(self) -> bool:
        """Whether nothing can be saved."""
        return self._saver is None

    @property
    def state(self) -> SaveState:
        """How safe the text is."""
        return SaveState("saved") if self._saver is None else self._saver.state

    @property
    def item(self) -> Item | None:
        """The item that the next line goes to."""
        here = self.session.item_id
        return self.meeting.item(here) if here is not None else None

    @property
    def line_before(self) -> Line | None:
        """The line under which the next one goes."""
        return self.session.line_before

    def settled_at(self, line_id: int) -> str:
        """Return what a vote has settled in that line; empty where it is free."""
        return settled_at(self.meeting, line_id)

    # Changing it.

    def act(self, action: Action, *, insist: bool = False) -> Result:
        """Let the session do something; :meth:`keep` then has it saved with what is typed.

        With ``insist`` even what a vote has settled is changed.
        """
        if self._saver is None:
            return Result("refused", message=self.store.read_only_reason)
        session = self.session
        result = session.insist(lambda: action(session)) if insist else action(session)
        if result.outcome != "refused":
            self.unsaved = True
        return result

    # Saving it.

    def typed(self, changes: int) -> None:
        """Take note that the text not yet entered has changed, ``changes`` times by now."""
        self._changes = changes
        if changes - self._changes_saved >= CHANGES_A_SAVE:
            self.keep()
        elif not self._autosaving:
            self._autosaving = True
            self._later(_AUTOSAVE_AFTER, self._autosave)

    def _autosave(self) -> None:
        self._autosaving = False
        self.keep()

    def keep(self) -> bool:
        """Have the meeting and the text not yet entered saved; return whether either is new."""
        self._changes_saved = self._changes
        self.unsaved = False
        pending = self._unentered()
        state = (self.session.revision, pending)
        if self._saver is None or state == self._submitted:
            return False
        self._submitted = state
        self._saver.submit(self.meeting, pending)
        return True

    def flush(self, timeout: float = CLOSE_TIMEOUT) -> bool:
        """Wait until all is on the disk; return False when it is not in time."""
        return self._saver is None or self._saver.flush(timeout)

    def close(self, timeout: float = CLOSE_TIMEOUT) -> bool:
        """Save what is left and let go of the draft; return False when something is not saved."""
        self.keep()
        safe = self._saver is None or self._saver.close(timeout)
        if safe:
            self.store.close()
        return safe
