"""Line mode: the capture language on a stream, for screen readers and scripts.

One line in, one answer out: ``saved 12`` once line 12 is on the disk, ``saved item 3`` for a
heading, ``done …`` for a command, ``refused: …`` for what was not taken. When the disk fails,
the line is kept and tried again with the next; its ``saved`` comes when it is true. What does
not fit in a line that was taken, and interests declared in an item that opens, follow as
``note: …``; nothing is refused by a note.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from minute_taker.capture.session import Result, Session
from minute_taker.minutes.checking import advice_about, unsettled_parts
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.exempt import unsettled
from minute_taker.minutes.interests import (
    closing_lines,
    has_interests,
    opening_lines,
    reminders,
)
from minute_taker.minutes.model import HeadingKind, Kind, Meeting
from minute_taker.minutes.numbering import item_numbers

Say = Callable[[str], None]
Save = Callable[[Meeting], None]


class LineMode:
    """Takes lines into a session, saves after each, and answers.

    ``save`` must not return before the meeting, and the session's place in it, are durable; it
    raises Refused when they are not.
    """

    def __init__(self, session: Session, save: Save, say: Say) -> None:
        self._session = session
        self._save = save
        self._say = say
        self._owed: list[str] = []
        self._saved = self._state()
        self._asked = unsettled(session.meeting)

    def opening(self) -> str:
        """Which item the next line goes to, and of which part it is."""
        return f"{self._place()} is open"

    def _place(self) -> str:
        meeting, here = self._session.meeting, self._session.item_id
        item = meeting.item(here) if here is not None else None
        if item is None or item.heading is HeadingKind.NONE:
            return "the place before the first item"
        number = item_numbers(meeting)[item.id].agenda
        part = f"Part {item.part}"
        if item.id in unsettled(meeting):
            part = "kept out of the public copy until it is settled"
        return f"{f'item {number}, ' if number else ''}“{item.title}” ({part})"

    def _state(self) -> tuple[int, int | None]:
        return self._session.revision, self._session.came_from

    def run(self, lines: Iterable[str]) -> bool:
        """Take every line; True when all that was taken is on the disk at the end."""
        for raw in lines:
            self.take(raw)
        return self._settle()

    def take(self, raw: str) -> None:
        """Take one line of the language and answer it."""
        before = self._session.item_id
        result = self._session.enter(raw.rstrip("\r\n"))
        if result.outcome == "refused":
            self._say(f"refused: {result.message}")
            return
        for row in result.listing:
            self._say(row)
        self._owed += [*_answers(result), *self._notes(result, before)]
        self._settle()

    def _notes(self, result: Result, before: int | None) -> Iterator[str]:
        """What is to be said of the lines that were touched, and of an item that opens."""
        meeting, here = self._session.meeting, self._session.item_id
        if here != before and result.outcome != "saved":
            yield f"note: {self.opening()}"
        asked, before_asked = unsettled(meeting), self._asked
        self._asked = asked
        for finding in unsettled_parts(meeting) if asked.keys() - before_asked.keys() else ():
            if finding.line is None and finding.item not in (None, *before_asked):
                yield f"note: {finding.words}"
        for line_id in result.lines:
            for doubt in advice_about(meeting, line_id):
                yield f"note: {doubt.words}"
                if doubt.rule == "quorum-lost":
                    yield f"note: {doubt.suggestions[0]} may be wanted"
        if result.outcome == "saved" and (resolved := self._session.resolved):
            yield f"note: {resolved} may be wanted"
        elif (here != before or _resolves(meeting, result)) and self._session.recommended:
            yield f"note: {self._session.recommended} may be wanted"
        if here == before or here is None or not has_interests(meeting):
            return
        for line in closing_lines(meeting, before) if before is not None else ():
            yield f"note: in the item before, {line} may be wanted"
        yield from (f"note: {reminder.words}" for reminder in reminders(meeting, here))
        for line in opening_lines(meeting, here):
            yield f"note: {line} may be wanted"

    def _settle(self) -> bool:
        state = self._state()
        if state != self._saved:
            try:
                self._save(self._session.meeting)
            except Refused as error:
                self._say(f"refused: not saved yet, {error}")
                return False
            self._saved = state
        for answer in self._owed:
            self._say(answer)
        self._owed.clear()
        return True


def _resolves(meeting: Meeting, result: Result) -> bool:
    """Whether a resolution is among the lines that were touched."""
    lines = [meeting.line(line_id) for line_id in result.lines]
    return any(line is not None and line.kind is Kind.RESOLUTION for line in lines)


def _answers(result: Result) -> list[str]:
    if result.outcome == "saved":
        answers = [f"saved {line_id}" for line_id in result.lines]
        if not answers and result.item is not None:
            answers.append(f"saved item {result.item}")
        return answers
    if result.outcome == "done":
        return [f"done {result.message}".rstrip()]
    return []
