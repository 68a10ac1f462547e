"""Saving beside the typing: one thread writes, the newest state wins, nobody waits."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from minute_taker.drafts.errors import DraftNotSaved
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Meeting

# Seconds between tries while saving fails: soon enough to be back at once, rare enough not to
# weigh on a share that is coming up again.
_FIRST_RETRY = 0.5
_LONGEST_RETRY = 5.0


class SaveState(Struct, frozen=True):
    """How safe the text is.

    ``at`` is when it was last saved (local time). ``why`` says why it is not saved.
    """

    kind: Literal["saved", "saving", "failed"]
    at: dt.datetime | None = None
    why: str = ""


class Saver:
    """The one thread that writes a draft.

    ``on_state`` is called on that thread with each new state.
    """

    def __init__(self, store: DraftStore, on_state: Callable[[SaveState], None]) -> None:
        self._store = store
        self._on_state = on_state
        self._changed = threading.Condition()
        self._waiting: tuple[Meeting, Pending | None] | None = None
        self._busy = False
        self._closing = False
        self.state = SaveState("saved")
        self._thread = threading.Thread(target=self._run, name="draft saver", daemon=True)
        self._thread.start()

    def submit(self, meeting: Meeting, pending: Pending | None = None) -> None:
        """Have this state saved soon. Never waits; a state not yet begun is replaced."""
        with self._changed:
            self._waiting = (meeting, pending)
            self._changed.notify_all()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all that was submitted is on the disk; False when it is not in time."""
        with self._changed:
            return self._changed.wait_for(lambda: self._waiting is None and not self._busy, timeout)

    def close(self, timeout: float | None = None) -> bool:
        """Save what is waiting and end the thread; False when something could not be saved."""
        end = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(None if end is None else max(0.0, end - time.monotonic()))
        return not self._thread.is_alive() and self._waiting is None

    def _run(self) -> None:
        retry = _FIRST_RETRY
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting is not None or self._closing)
                if self._waiting is None:
                    return
                (meeting, pending), self._waiting = self._waiting, None
                self._busy = True
            self._tell(SaveState("saving", self.state.at))
            try:
                self._store.save(meeting, pending)
            except DraftNotSaved as error:
                self._put_back(meeting, pending)
                self._tell(SaveState("failed", self.state.at, error.why))
                if self._wait_to_retry(retry):
                    return
                retry = min(retry * 2, _LONGEST_RETRY)
            else:
                retry = _FIRST_RETRY
                with self._changed:
                    self._busy = False
                    self._changed.notify_all()
                self._tell(SaveState("saved", dt.datetime.now()))

    def _put_back(self, meeting: Meeting, pending: Pending | None) -> None:
        with self._changed:
            if self._waiting is None:
                self._waiting = (meeting, pending)
            self._busy = False

    def _wait_to_retry(self, seconds: float) -> bool:
        """Whether the saver is being closed, so that there is no sense in trying again."""
        with self._changed:
            return self._changed.wait_for(lambda: self._closing, seconds)

    def _tell(self, state: SaveState) -> None:
        self.state = state
        # Whoever shows the state must not be able to stop the saving.
        with contextlib.suppress(Exception):
            self._on_state(state)
