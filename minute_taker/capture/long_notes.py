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
from minute_taker.minutes.model import Item, Meeting

#: So many lines and headings are read before what is done with is put by.
_STRETCH = 256


class LongNotes:
    """Takes the entries of a file, one after another.

    ``commands`` says that there are commands or mends among them, which may ask for any line and
    take any change back: nothing is put by then.
    """

    def __init__(self, session: Session, *, commands: bool) -> None:
        self._session = session
        self._whole = commands
        #: What is put by; the last item is still under work, and stands in the session first.
        self._items: list[Item] = []
        #: How many of its lines stand in the session again, to be looked at.
        self._again = 0
        self._since = 0

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
        return replace(self._session.meeting, items=tuple(self._all_items()))

    def _put_by(self) -> None:
        """Keep of the meeting the item under work, and of it the lines that the next may follow."""
        meeting, self._since = self._session.meeting, 0
        if not meeting.items or self._session.item_id != meeting.items[-1].id:
            return
        self._items = self._all_items()
        here = self._items[-1]
        followed = stands_under(reversed(here.lines))
        kept = [] if followed is None else [followed]
        kept += [line for line in here.lines[-1:] if line is not followed]
        self._again = len(kept)
        short = replace(meeting, items=(replace(here, lines=tuple(kept)),))
        self._session = Session(short, clock=None)

    def _all_items(self) -> list[Item]:
        """What is put by, with what the session has read since."""
        items = self._session.meeting.items
        if not self._items:
            return [*items]
        lines = (*self._items[-1].lines, *items[0].lines[self._again :])
        return [*self._items[:-1], replace(items[0], lines=lines), *items[1:]]
