"""A meeting under work: where the next line goes, what has been done, what to undo.

A :class:`MeetingEditor` answers each thing that is done with a :class:`Result`. It never raises for
what cannot be done: that is refused in one sentence, and the meeting stays as it was. It saves
nothing; whoever holds it saves ``meeting`` when ``revision`` has gone up.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.capture.attending import seating
from minute_taker.capture.batch import line_entries
from minute_taker.capture.editing import edited, line_from, mended, with_kind
from minute_taker.capture.entries import Mend
from minute_taker.capture.language import DEEPEST
from minute_taker.capture.near_dates import dated
from minute_taker.capture.results import Result, in_words, touched
from minute_taker.capture.unsigned import stands_under
from minute_taker.minutes.changes import (
    Change,
    ChangeLine,
    ChangeRefused,
    MoveLine,
    RemoveLine,
    SetLines,
)
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.facts import NamedVote, Outcome
from minute_taker.minutes.model import HeadingKind, Item, Line, Meeting
from minute_taker.minutes.settled import WordsSettled, settled
from minute_taker.minutes.undo_history import History

Clock = Callable[[], dt.datetime]


class Beside(Struct, frozen=True):
    """The line that the next ones are put in after, or before."""

    line_id: int
    before: bool = False


#: The item that the next line goes to, and the line in it that it is put in beside, if it is.
Place = tuple[int | None, Beside | None]


def opening_place(meeting: Meeting) -> int | None:
    """Where work goes on: the last item that has lines, else the first of the agenda."""
    begun = [item.id for item in meeting.items if item.lines]
    if begun:
        return begun[-1]
    return meeting.items[0].id if meeting.items else None


def with_true_counters(meeting: Meeting) -> Meeting:
    """The meeting with its counters no lower than the ids that it holds.

    A draft put together by other hands may lack them, and an id must never be given twice.
    """
    line = max((line.id for _, line in meeting.lines()), default=0)
    item = max((item.id for item in meeting.items), default=0)
    person = max((person.id for person in meeting.attendance), default=0)
    return replace(
        meeting,
        last_line=max(meeting.last_line, line),
        last_item=max(meeting.last_item, item),
        last_attendee=max(meeting.last_attendee, person),
    )


class Step(Struct, frozen=True):
    """Something that can be taken back: where the next line went ``before`` and ``after`` it.

    ``moves`` says that it was a move to another item, which changed nothing of the meeting.
    """

    before: Place
    after: Place
    moves: bool = False

    def reversed(self) -> Step:
        """Return the step that takes this one back."""
        return Step(self.after, self.before, self.moves)


class MeetingEditor:
    """A meeting, the place in it where the work goes on, and all that was done to it.

    ``clock`` gives the time that new lines are marked with; None marks them with none.
    """

    def __init__(self, meeting: Meeting, *, clock: Clock | None = dt.datetime.now) -> None:
        self._history = History(with_true_counters(meeting))
        self._clock = clock
        self._item_id = opening_place(meeting)
        self._beside: Beside | None = None
        self._came_from: int | None = None
        self._last_line: int | None = None
        self._insisting = False
        # Each change and each move to another item, with where the next line went before and
        # after it, so that undoing a new item goes back to where the clerk was.
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def meeting(self) -> Meeting:
        """The meeting as it stands."""
        return self._history.meeting

    @property
    def revision(self) -> int:
        """Goes up with each change, undo and redo."""
        return self._history.revision

    @property
    def item_id(self) -> int | None:
        """The item that the next line goes to; None for the place before the first item."""
        return self._item_id

    @property
    def beside(self) -> Beside | None:
        """The line that the next one is put in beside; None where it goes to its item's end."""
        return self._beside

    @property
    def after(self) -> int | None:
        """The line that the next one goes after, if it is put in after one."""
        return self._beside.line_id if self._beside and not self._beside.before else None

    @property
    def before(self) -> int | None:
        """The line that the next ones go before, if they are put in before one."""
        return self._beside.line_id if self._beside and self._beside.before else None

    @property
    def came_from(self) -> int | None:
        """The item under way, whatever lines are put in elsewhere meanwhile."""
        return self._item_id if self._beside is None else self._came_from

    @property
    def line_before(self) -> Line | None:
        """The line that the next one will stand under in its item, if there is one."""
        return next(self.lines_above, None)

    @property
    def lines_above(self) -> Iterator[Line]:
        """The lines of its item that the next one will stand under, from the last one up."""
        here = self._here()
        if here is None:
            return iter(())
        return reversed(here.lines if self._beside is None else here.lines[: self._index()])

    @property
    def under(self) -> Line | None:
        """The line that says what words without a sign are; None at an item's beginning."""
        return stands_under(self.lines_above)

    @property
    def resolved(self) -> str:
        """The line to offer where the last thing taken down is that a motion was carried."""
        here, last = self._here(), self.line_before
        if here is None or last is None or not isinstance(last.fact, Outcome | NamedVote):
            return ""
        # Few lines are a vote, and what reads motions takes time to load.
        from minute_taker.minutes.amending import resolution_line

        return resolution_line(here, last.id)

    @property
    def recommended(self) -> str:
        """The line to offer where the agenda recommends what is not resolved yet.

        Of several the next; a standing item has its usual one (the minutes approved).
        """
        here = self._here()
        if here is None or self._beside is not None:
            return ""
        from minute_taker.minutes.recommendations import offered_line

        return offered_line(here)

    @property
    def can_undo(self) -> bool:
        """Whether there is a change or a move to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change or move to do again."""
        return bool(self._undone)

    def do(self, change: Change) -> Result:
        """Make any change; ``refused`` where it does not fit the meeting."""
        return self._answered(lambda: self._do(change))

    def insist(self, deed: Callable[[], Result]) -> Result:
        """Do something even where it changes what a vote has settled."""
        before, self._insisting = self._insisting, True
        try:
            return deed()
        finally:
            self._insisting = before

    def undo(self) -> Result:
        """Take the last change back."""
        return self._step(self._history.undo, self._done, self._undone, "undone")

    def undo_last(self) -> Result:
        """Take back what was done last: a change, or a move to another item."""
        return self._move_back(self._done, self._undone, "undone") or self.undo()

    def redo_last(self) -> Result:
        """Do again what :meth:`undo_last` took back."""
        return self._move_back(self._undone, self._done, "done again") or self.redo()

    def _move_back(self, source: list[Step], target: list[Step], word: str) -> Result | None:
        if not source or not source[-1].moves:
            return None
        step = source.pop()
        target.append(step.reversed())
        self._item_id, self._beside = step.before
        self._stay_in_the_meeting(None)
        return Result("done", item=self._item_id, message=f"{word}: going to another item")

    def redo(self) -> Result:
        """Do again what was last undone."""
        return self._step(self._history.redo, self._undone, self._done, "done again")

    def go(self, item_id: int | None) -> Result:
        """Let the next lines go to that item; :meth:`undo_last` goes back."""
        before = (self._item_id, self._beside)
        result = self.start_at(item_id)
        if result.outcome != "refused" and before != (item_id, None):
            self._done.append(Step(before, (item_id, None), moves=True))
        return result

    def start_at(self, item_id: int | None) -> Result:
        """As :meth:`go`, for the place where the work begins, before which there is nothing."""
        if item_id is not None and self.meeting.item(item_id) is None:
            return Result("refused", message="there is no such item")
        self._item_id, self._beside = item_id, None
        return Result("done", item=item_id)

    def go_after(self, line_id: int) -> Result:
        """Let the next lines go after that one, each under the one before it."""
        return self._go_beside(Beside(line_id))

    def go_before(self, line_id: int) -> Result:
        """Let the next lines go before that one, each under the one before it."""
        return self._go_beside(Beside(line_id, before=True))

    def _go_beside(self, beside: Beside) -> Result:
        place = self.meeting.place_of(beside.line_id)
        if place is None:
            return Result("refused", message=f"there is no line {beside.line_id}")
        self._came_from = self.came_from
        self._item_id, self._beside = place[0].id, beside
        return Result("done", item=self._item_id)

    def go_on(self) -> Result:
        """Let the next lines go to the end of the item under way again."""
        if self._beside is None:
            return Result("refused", message="the next lines go to the end already")
        there = self._came_from
        if there is not None and self.meeting.item(there) is None:
            there = opening_place(self.meeting)
        return self.start_at(there)

    def edit(self, line_id: int, raw: str) -> Result:
        """Put new words for a line's; without a sign they keep the kind that it has."""
        return self._answered(lambda: self._edit(line_id, raw))

    def edit_many(self, line_id: int, lines: Sequence[str]) -> Result:
        """Put the first of some lines of the language in a line's place, the others after it."""
        return self._answered(lambda: self._edit_many(line_id, lines))

    def delete(self, line_id: int) -> Result:
        """Take a line out."""
        return self._answered(lambda: self._delete(line_id))

    def move(self, line_id: int, after: int | None, item_id: int | None = None) -> Result:
        """Put a line after another; with ``after`` None, first in ``item_id`` or its own item."""
        return self._answered(lambda: self._move(line_id, after, item_id))

    def change_kind(self, line_id: int, sign: str) -> Result:
        """Give a line another sign; its words, and who speaks, stay."""
        return self._answered(lambda: self._change(with_kind(self._line(line_id), sign)))

    def mend(self, mend: Mend) -> Result:
        """Mend the last line entered in this sitting, or else the last of the item."""
        return self._answered(lambda: self._change(mended(self._line_to_mend(), mend)))

    def indent(self, line_id: int, depth: int) -> Result:
        """Make a line stand alone (0) or be part of what stands above it (1 to 3)."""
        depth = max(0, min(DEEPEST, depth))
        return self._answered(lambda: self._change(replace(self._line(line_id), depth=depth)))

    def _answered(self, act: Callable[[], Result]) -> Result:
        try:
            return act()
        except WordsSettled as why:
            said = f"{why}; :insist before the command does it all the same"
            return Result("refused", message=said, settled=str(why))
        except Refused as why:
            return Result("refused", message=str(why))

    def _now(self) -> dt.datetime | None:
        return self._clock().replace(microsecond=0) if self._clock else None

    def _do(self, change: Change, *, to: int | None = None, last: int | None = None) -> Result:
        """Make a change; ``to`` is the item to be in after it, ``last`` the line just entered."""
        if not self._insisting and (said := settled(self.meeting, change)):
            raise WordsSettled(said)
        before, above = (self._item_id, self._beside), self._above()
        change = seating(self.meeting, dated(self.meeting, change))
        marks = touched(change, self.meeting)
        self._history.do(change)
        self._item_id = before[0] if to is None else to
        if self.after is not None and last is not None and self._item_id == before[0]:
            self._beside = Beside(last)
        self._stay_in_the_meeting(above)
        self._done.append(Step(before, (self._item_id, self._beside)))
        self._undone.clear()
        self._last_line = last if last is not None else self._last_line
        return Result("done", lines=marks.lines, item=marks.item)

    def _step(
        self,
        step: Callable[[], Change | None],
        source: list[Step],
        target: list[Step],
        word: str,
    ) -> Result:
        while source and source[-1].moves:
            source.pop()
        before, above = self.meeting, self._above()
        change = step()
        if change is None:
            nothing = "undo" if word == "undone" else "redo"
            return Result("refused", message=f"there is nothing to {nothing}")
        taken = source.pop()
        target.append(taken.reversed())
        left, came = taken.before, taken.after
        if self._beside is not None and came == (self._item_id, self._beside):
            self._item_id, self._beside = left
        elif left[0] != came[0]:
            self._item_id, self._beside = left[0], None
        self._stay_in_the_meeting(above)
        marks = touched(change, before)
        return Result(
            "done", lines=marks.lines, item=marks.item, message=f"{word} {in_words(marks)}".rstrip()
        )

    def _stay_in_the_meeting(self, above: int | None) -> None:
        """See that the next line's place is there; ``above`` stood over the line it is beside."""
        if self._item_id is not None and self.meeting.item(self._item_id) is None:
            self._item_id, self._beside = opening_place(self.meeting), None
        if self._beside is None or self._index() is not None:
            return
        here = self._here()
        ids = [line.id for line in here.lines] if here is not None else []
        if above in ids:
            self._beside = Beside(above)
        else:
            self._beside = Beside(ids[0], before=True) if ids else None

    def _here(self) -> Item | None:
        return self.meeting.item(self._item_id) if self._item_id is not None else None

    def _index(self) -> int | None:
        """How many lines of its item stand before the next one; None for all of them."""
        at = self._at()
        return None if at is None or self._beside is None else at + (not self._beside.before)

    def _at(self) -> int | None:
        """How many lines of its item stand before the one that the next is put in beside."""
        here = self._here() if self._beside is not None else None
        ids = [line.id for line in here.lines] if here is not None else []
        wanted = self._beside.line_id if self._beside is not None else None
        return ids.index(wanted) if wanted in ids else None

    def _above(self) -> int | None:
        """The line over the one that the next is put in beside, if there is one."""
        at, here = self._at(), self._here()
        return here.lines[at - 1].id if here is not None and at else None

    def _place(self) -> int | None:
        """The item that a line goes to now; None where that is still to be made."""
        if self._item_id is not None:
            return self._item_id
        items = self.meeting.items
        return items[0].id if items and items[0].heading is HeadingKind.NONE else None

    def _line(self, line_id: int) -> Line:
        line = self.meeting.line(line_id)
        if line is None:
            raise ChangeRefused(f"there is no line {line_id}")
        return line

    def _line_to_mend(self) -> Line:
        if self._last_line is not None:
            line = self.meeting.line(self._last_line)
            if line is not None:
                return line
        item = self.meeting.item(self._item_id) if self._item_id is not None else None
        if item is None or not item.lines:
            raise ChangeRefused("there is no line to mend")
        return item.lines[-1]

    def _change(self, line: Line) -> Result:
        if self._line(line.id) == line:
            return Result("nothing")
        result = self._do(ChangeLine(line))
        return replace(result, message=f"line {line.id} is changed")

    def _delete(self, line_id: int) -> Result:
        return replace(self._do(RemoveLine(line_id)), message=f"line {line_id} is deleted")

    def _edit(self, line_id: int, raw: str) -> Result:
        return self._change(edited(self._line(line_id), raw))

    def _edit_many(self, line_id: int, lines: Sequence[str]) -> Result:
        first = edited(self._line(line_id), lines[0])
        item = next(item for item in self.meeting.items if any(x.id == line_id for x in item.lines))
        at = [line.id for line in item.lines].index(line_id)
        new = tuple(
            line_from(entry, number, self._now())
            for number, entry in enumerate(line_entries(lines[1:]), self.meeting.last_line + 1)
        )
        row = (*item.lines[:at], first, *new, *item.lines[at + 1 :])
        self._do(SetLines(item.id, row))
        return Result("saved", (line_id, *(line.id for line in new)), item.id)

    def _move(self, line_id: int, after: int | None, item_id: int | None) -> Result:
        if line_id == after:
            raise ChangeRefused("a line cannot stand after itself")
        self._line(line_id)
        for item in self.meeting.items:
            rest = [line.id for line in item.lines if line.id != line_id]
            if after in rest:
                return self._do(MoveLine(line_id, item.id, rest.index(after) + 1))
            if after is None and (
                item.id == item_id or (item_id is None and len(rest) < len(item.lines))
            ):
                return self._do(MoveLine(line_id, item.id, 0))
        raise ChangeRefused(f"there is no line {after}" if after else "there is no such item")
