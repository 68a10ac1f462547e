"""Save while the clerk types: one thread writes the newest state, and nothing waits for it."""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from msgspec import Struct

from minute_taker.drafts import recovery
from minute_taker.drafts.errors import DraftNotSaved
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Meeting

# Seconds between tries while saving fails: soon enough to be back at once, rare enough not to
# weigh on a share that is coming up again.
_FIRST_RETRY = 0.5
_LONGEST_RETRY = 5.0

# Seconds after which a save that has not come back counts as one that fails: a share may be gone.
_SLOW_WRITE = 1.0
_NO_ANSWER = "the disk does not answer"

_State = tuple[Meeting, Pending | None]


class SaveState(Struct, frozen=True):
    """How safe the text is.

    ``at`` is when the draft was last saved (local time), None where that is not known. ``why``
    says why it is not saved, and where the text is kept meanwhile; with "saved" it is
    something that the clerk should know (another version was found), else empty.
    """

    kind: Literal["saved", "saving", "failed"]
    at: dt.datetime | None = None
    why: str = ""


class Saver:
    """The one thread that writes a draft.

    ``on_state`` is called on that thread with each new state, and must not wait for the
    thread that closes the saver. While saving fails it is tried again and again, and the text
    is kept in a recovery file on this computer. A second thread only watches the first: where
    the disk does not answer at all, it sees to that file in its stead.

    A save begins ``lag`` seconds after it was asked for, so that whoever asked can finish what
    the clerk is waiting to see; at once where somebody waits for it.
    """

    def __init__(
        self, store: DraftStore, on_state: Callable[[SaveState], None], lag: float = 0.0
    ) -> None:
        self._store = store
        self._lag = lag
        self._awaited = 0
        self._on_state = on_state
        self._changed = threading.Condition()
        self._waiting: _State | None = None
        self._writing: _State | None = None
        self._closing = False
        self._since = 0.0
        self._keeping = recovery.RecoveryWriter(store)
        self._keeping_lock = threading.Lock()
        self._kept: _State | None = None
        self._state = SaveState("saved", store.saved_at)
        recovery.sweep(store.path)
        self._thread = threading.Thread(target=self._run, name="draft saver", daemon=True)
        self._thread.start()
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="saver's watch", daemon=True)
        self._watcher.start()

    @property
    def state(self) -> SaveState:
        """How safe the newest submitted state is: "saved" is never said of an older one."""
        with self._changed:
            if self._state.kind == "saved" and not self._settled():
                return SaveState("saving", self._state.at)
            return self._state

    @property
    def recovery_file(self) -> Path | None:
        """The recovery file that holds text which could not be saved; None where all is saved."""
        return self._keeping.file

    def submit(self, meeting: Meeting, pending: Pending | None = None) -> None:
        """Have this state saved soon. Never waits; a state not yet begun is replaced."""
        with self._changed:
            self._waiting = (meeting, pending)
            self._changed.notify_all()

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all that was submitted is on the disk; False when it is not in time."""
        with self._changed:
            self._awaited += 1
            self._changed.notify_all()
            try:
                return self._changed.wait_for(self._settled, timeout) and self._settled()
            finally:
                self._awaited -= 1

    def close(self, timeout: float | None = None) -> bool:
        """Save what is waiting and end the thread; False when it is not in the draft.

        It is then in the recovery file, if that could be written. The store stays open.
        """
        end = None if timeout is None else time.monotonic() + timeout
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(None if end is None else max(0.0, end - time.monotonic()))
        self._ended.set()
        with self._changed:
            left = self._waiting or self._writing
        if left is not None:
            # The disk does not answer, or refuses: the text must not go with the process.
            self._keep(left)
        return left is None

    def _settled(self) -> bool:
        return self._waiting is None and self._writing is None

    def _run(self) -> None:
        retry = _FIRST_RETRY
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._waiting is not None or self._closing)
                if self._waiting is None:
                    return
                self._changed.wait_for(lambda: self._closing or self._awaited > 0, self._lag)
                last = self._closing
                state = self._writing = self._waiting
                self._waiting, self._since = None, time.monotonic()
            if self._save(state):
                retry = _FIRST_RETRY
            elif last:
                return
            else:
                with self._changed:
                    # What is typed meanwhile must not wait: it is kept on this computer.
                    self._changed.wait_for(self._has_news(state), retry)
                retry = min(retry * 2, _LONGEST_RETRY)

    def _has_news(self, state: _State) -> Callable[[], bool]:
        return lambda: self._closing or self._waiting is not state

    def _watch(self) -> None:
        while not self._ended.wait(_SLOW_WRITE):
            with self._changed:
                newest = self._waiting or self._writing
                late = self._writing is not None and time.monotonic() - self._since > _SLOW_WRITE
                if newest is None or not late or self._kept is newest:
                    continue
                before = self._state.at
            now = SaveState("failed", before, f"{_NO_ANSWER}{self._keep(newest)}")
            with self._changed:
                answered = self._settled()
                if not answered:
                    self._state = now
            if answered:
                self._let_go(newest)
            else:
                self._tell(now)

    def _save(self, state: _State) -> bool:
        """Write one state; whether it is in the draft."""
        before = self._state.at
        self._state = SaveState("saving", before)
        self._tell(self._state)
        told = len(self._store.notices)
        why = ""
        try:
            self._store.save(*state)
        except DraftNotSaved as error:
            why = error.why
        except Exception as error:  # whatever it is, the thread that saves must go on
            why = f"an unexpected {type(error).__name__}"
        if why:
            now = SaveState("failed", before, f"{why}{self._keep(state)}")
        else:
            self._let_go(state)
            news = " ".join(self._store.notices[told:])
            now = SaveState("saved", dt.datetime.now(), news)
        with self._changed:
            if self._waiting is not None and not why and not now.why:
                # What was submitted meanwhile is not on the disk yet.
                now = SaveState("saving", now.at)
            self._state = now
            self._writing = None
            if why and self._waiting is None:
                self._waiting = state
            self._changed.notify_all()
        self._tell(now)
        return not why

    def _keep(self, state: _State) -> str:
        """Put the text into the recovery file; what the clerk is told of it."""
        with self._keeping_lock:
            told = self._keeping.keep(*state)
            self._kept = state
            return told

    def _let_go(self, saved: _State) -> None:
        with self._keeping_lock:
            # What is kept may be newer than what was saved; the next save then sees to it.
            if self._kept is saved or self._waiting is None:
                self._keeping.let_go()
                self._kept = None

    def _tell(self, state: SaveState) -> None:
        # Whoever shows the state must not be able to stop the saving.
        with contextlib.suppress(Exception):
            self._on_state(state)
