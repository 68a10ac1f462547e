"""Marking what was to be done as done, and taking the mark off again."""

from __future__ import annotations

from minute_taker.capture.editing import reworded
from minute_taker.minutes.changes import ChangeLine, ChangeRefused
from minute_taker.minutes.done_mark import DONE, is_task, says_done, without_done
from minute_taker.minutes.model import Meeting


def marking_done(meeting: Meeting, line_id: int, *, done: bool = True) -> ChangeLine:
    """The change that marks an action or a promise as done, or as not done.

    Raises ChangeRefused for any other line, and where nothing would change.
    """
    line = meeting.line(line_id)
    if line is None:
        raise ChangeRefused(f"there is no line {line_id}")
    if not is_task(line):
        raise ChangeRefused(
            f"line {line_id} is no action (+), no promise (>+) and no answer to write (~ writing)"
        )
    if says_done(line.text) is done:
        raise ChangeRefused(f"line {line_id} is {'done already' if done else 'not marked as done'}")
    bare = without_done(line.text)
    return ChangeLine(reworded(line, f"{bare} {DONE}" if done else bare))
