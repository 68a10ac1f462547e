"""Has the transcript show lines of data as the page will word them, and what is not understood.

One change can touch sentences far away, so the whole meeting is composed, on a thread and item
by item, while nobody types. A meeting that has changed meanwhile is composed anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.worker import Worker, get_current_worker

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.understood import wanted_of
from minute_taker.screens.capture.typing_pause import TypingPause
from minute_taker.screens.reading.rows import LineNote
from minute_taker.screens.reading.transcript import Transcript
from minute_taker.screens.reading.worded import Worded, worded

#: How long there must be no key before the thread takes the processor, and how long lines are
#: gathered, in seconds.
_QUIET, _GATHER = 0.25, 0.1


class PageWords:
    """Keeps the page's words in a transcript up to date.

    ``keys`` counts what is typed, for the thread to keep out of the way of it.
    """

    def __init__(self, transcript: Transcript, keys: Callable[[], int]) -> None:
        self._transcript = transcript
        self._pause = TypingPause(keys)
        self._meeting = Meeting()
        self._worker: Worker[None] | None = None
        self._worded = Worded()

    @property
    def up_to_date(self) -> bool:
        """Whether the transcript has been given the page's words for all that was changed."""
        return self._worker is None or self._worker.is_finished

    def compose(self, meeting: Meeting) -> None:
        """Bring the transcript up to date with a meeting, as soon as nobody types."""
        self._meeting = meeting
        if self._worker is None or self._worker.is_finished:
            self._worker = self._transcript.run_worker(self._work, thread=True, group="page words")

    def _work(self) -> None:
        from minute_taker.composing.as_printed import AsPrinted, as_printed_in_steps
        from minute_taker.composing.style import style_for

        time.sleep(_GATHER)
        done: Meeting | None = None
        while self._meeting is not done and not get_current_worker().is_cancelled:
            meeting = self._meeting
            self._wait()
            try:
                style = style_for(meeting)
            except Refused:
                return  # The preview and the export say why.
            printed = AsPrinted()
            for step in as_printed_in_steps(meeting, style):
                printed = step
                if self._meeting is not meeting or not self._wait():
                    break
            else:
                made = worded(meeting, printed, self._worded)
                if not made.is_as(self._worded):
                    self._worded = made
                notes = _not_understood(meeting)
                self._transcript.post_message(Transcript.Worded(self._worded, notes))
                done = meeting

    def _wait(self) -> bool:
        """Wait until nobody has typed for a moment; return False where the screen has gone."""
        worker = get_current_worker()
        return self._pause.wait(_QUIET, lambda: worker.is_cancelled)


def _not_understood(meeting: Meeting) -> dict[int, LineNote]:
    return {
        line.id: LineNote(line.id, f"not understood: {wanted}", style="gap", depth=line.depth)
        for _, line in meeting.lines()
        if (wanted := wanted_of(line))
    }
