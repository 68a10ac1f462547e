"""The height of a text area that grows with its text."""

from __future__ import annotations

from textual.widgets import TextArea

#: The area is this many rows high, and grows by as many again when it is full: every change of
#: its height lays the whole screen out anew, which would be felt at each row.
STEP = 3
_HIGHEST = 12


class StepHeight:
    """Keeps a text area as high as its text needs, by steps, up to half of the screen."""

    def __init__(self, area: TextArea) -> None:
        self._area = area
        self.rows = STEP

    def fit(self) -> None:
        """Grow by a step when the text fills the area; shrink when it is empty."""
        needed = self._area.wrapped_document.height
        highest = max(STEP, min(_HIGHEST, self._area.app.size.height // 2 - STEP))
        if needed > self.rows:
            self._set(min(highest, STEP * -(-needed // STEP)))
        elif needed <= STEP and not self._area.text:
            self._set(STEP)

    def shrink(self) -> None:
        """Be no higher than the text needs."""
        needed = STEP * max(1, -(-self._area.wrapped_document.height // STEP))
        self._set(min(self.rows, needed))

    def _set(self, rows: int) -> None:
        if rows != self.rows:
            self.rows = rows
            self._area.styles.height = rows
