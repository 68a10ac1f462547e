"""The meeting as it stands, with undo and redo without limit."""

from __future__ import annotations

from minute_taker.minutes.changes import Change
from minute_taker.minutes.model import Meeting


class History:
    """Holds the meeting and does every change to it.

    ``revision`` goes up by one with each change, undo and redo, never down: whoever saves can
    tell by it whether there is anything new.
    """

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        self.revision = 0
        self._undo: list[Change] = []
        self._redo: list[Change] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to do again."""
        return bool(self._redo)

    def do(self, change: Change) -> None:
        """Do a change; what had been undone can then no longer be redone.

        Raises ChangeRefused, with the meeting as it was.
        """
        self.meeting, inverse = change.apply(self.meeting)
        self._undo.append(inverse)
        self._redo.clear()
        self.revision += 1

    def undo(self) -> Change | None:
        """Take back the last change; the change that was applied to do so, or None."""
        return self._step(self._undo, self._redo)

    def redo(self) -> Change | None:
        """Do again what was last undone; the change applied, or None."""
        return self._step(self._redo, self._undo)

    def _step(self, source: list[Change], target: list[Change]) -> Change | None:
        if not source:
            return None
        change = source.pop()
        self.meeting, inverse = change.apply(self.meeting)
        target.append(inverse)
        self.revision += 1
        return change
