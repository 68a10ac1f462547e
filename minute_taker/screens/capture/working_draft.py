"""A draft under work: the session that changes it, and the thread that saves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from minute_taker.capture.session import Result, Session
from minute_taker.drafts.saver import Saver, SaveState
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Meeting

#: Text still in the composer is saved each time that it has changed so often.
CHANGES_A_SAVE = 20
#: How long the end waits for the disk, in seconds.
PATIENCE = 5.0
#: A save begins so long after what makes it due, in seconds: the thread that saves takes the
#: processor from the one that draws, and by then what was typed is on the screen.
_LAG = 0.04


class WorkingDraft:
    """One draft, open.

    ``on_state`` hears of each state of saving; it is called on the thread that saves. A draft
    that can be read only is shown, and nothing is done to it.
    """

    def __init__(self, store: DraftStore, on_state: Callable[[SaveState], None]) -> None:
        self.store = store
        self.session = Session(store.meeting)
        #: What was in the composer when the draft was last saved.
        self.pending = store.pending
        self._submitted = (self.session.revision, self.pending)
        self._saver = None if store.read_only else Saver(store, on_state, _LAG)
        if self.pending is not None:
            self.session.go(self.pending.item_id)
            if self.pending.after is not None:
                self.session.go_after(self.pending.after)
            if self.pending.before is not None:
                self.session.go_before(self.pending.before)

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

    def act(self, deed: Callable[[Session], Result]) -> Result:
        """Let the session do something; :meth:`keep` then has it saved with what is pending."""
        if self._saver is None:
            return Result("refused", message=self.store.read_only_reason)
        return deed(self.session)

    def keep(self, pending: Pending | None) -> bool:
        """Have the meeting and the text not yet entered saved; whether either is new."""
        state = (self.session.revision, pending)
        if self._saver is None or state == self._submitted:
            return False
        self._submitted = state
        self._saver.submit(self.meeting, pending)
        return True

    def flush(self, timeout: float = PATIENCE) -> bool:
        """Wait until all is on the disk; False when it is not in time."""
        return self._saver is None or self._saver.flush(timeout)

    def close(self, timeout: float = PATIENCE) -> bool:
        """Save what is left and let go of the draft; False when something is not saved."""
        safe = self._saver is None or self._saver.close(timeout)
        if safe:
            self.store.close()
        return safe
