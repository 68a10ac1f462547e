"""Reading a file of any length by a session, whose meeting is kept short meanwhile.

Each line that a session takes makes a new meeting, which costs as much as the item and the agenda
are long. What has been read and is not looked at again is put by, and joined at the end.
"""

from __future__ import annotations

from msgspec.structs import replace

from minute_taker.capture.entries import Entry, ItemEntry
from minute_taker.capture.results import Result
from minute_taker.capture.session import Session
from minute_taker.capture.unsigned import stands_under
from minute_taker.minutes.model import Item, Line, Meeting

#: So many lines and headings are read before what is done with is put by.
_STRETCH = 256


class LongNotes:
    """Takes the entries of a file, one after another.

    ``commands`` says that there are commands or mends among them, which may ask for any line and
    take any change back: nothing is put by then.
    """

    def __init__(self, session: Session, *, commands: bool) -> None:
        self._session = session
        #: What is put by: the items, the last of which is still under work, and its lines.
        self._items: list[Item] = []
        self._lines: list[Line] = []
        #: How many lines of the item under work stand in the session again, to be looked at.
        self._again = 0
        self._since = 0
        self._whole = commands

    def read(self, raw: str) -> Entry:
        """What a line of the file is where it stands."""
        return self._session.read(raw)

    def take(self, entry: Entry) -> Result:
        """Take an entry."""
        self._since += 1
        if self._since >= _STRETCH and not self._whole:
            self._put_by()
        if isinstance(entry, ItemEntry):
            return self._session.add_item(entry)
        return self._session.take(entry)

    @property
    def meeting(self) -> Meeting:
        """All that was read."""
        return self._session.meeting if self._whole else self._joined().meeting

    def _put_by(self) -> None:
        """Keep of the meeting the item under work, and of it the lines that the next may follow."""
        meeting, self._since = self._session.meeting, 0
        if not meeting.items or self._session.item_id != meeting.items[-1].id:
            return
        self._items = self._all_items(meeting)
        here = self._items[-1]
        new = len(here.lines) - len(self._lines) if len(meeting.items) == 1 else len(here.lines)
        self._lines = self._lines if len(meeting.items) == 1 else []
        self._lines += here.lines[len(here.lines) - new :]
        self._items[-1] = replace(here, lines=())
        followed = stands_under(reversed(here.lines))
        kept = [followed] if isinstance(followed, Line) else []
        kept += [line for line in here.lines[-1:] if line is not followed]
        self._again = len(kept)
        short = replace(meeting, items=(replace(here, lines=tuple(kept)),))
        self._session = Session(short, clock=None)
        self._session.go(here.id)

    def _all_items(self, meeting: Meeting) -> list[Item]:
        """What is put by, with what the session has read since."""
        if not meeting.items:
            return []
        first = meeting.items[0]
        lines = (*self._lines, *first.lines[self._again :])
        return [*self._items[:-1], replace(first, lines=lines), *meeting.items[1:]]

    def _joined(self) -> Session:
        meeting = self._session.meeting
        session = Session(replace(meeting, items=tuple(self._all_items(meeting))), clock=None)
        session.go(self._session.item_id)
        return session
