"""What was decided, and who is to do what: of the draft under work, or of all drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.screens.dialogs.pick import Pick
from minute_taker.screens.home.business_rows import (
    BusinessList,
    BusinessRow,
    business_of,
    under_headings,
)

#: Meetings with the path of their draft; None for the draft under work.
Source = Callable[[], Iterable[tuple[Path | None, Meeting]]]


class BusinessScreen(Pick[BusinessRow, BusinessRow]):
    """The actions and decisions; dismissed with the row to go to, or None.

    ``source`` gives the meetings, and is asked on a thread.
    """

    TITLE_WORDS: ClassVar[str] = "Actions and decisions"
    PICK_WORDS: ClassVar[str] = "Go there"
    DETAILED: ClassVar[bool] = True
    NOTHING: ClassVar[str] = (
        "No action and no decision. + takes down an action, >+ a promise, ! a resolution."
    )

    NOTHING_FITS: ClassVar[str] = "Nothing has these words. Backspace takes letters back."

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._all: Sequence[BusinessRow] = ()

    def words(self) -> ComposeResult:
        yield Static(id="find", markup=False)

    def make_list(self) -> BusinessList:
        """The list, narrowed by typing."""
        return BusinessList()

    def read(self) -> Sequence[BusinessRow]:
        """All actions and decisions, the actions first."""
        self._all = [
            row for draft, meeting in self._source() for row in business_of(meeting, draft)
        ]
        return under_headings(self._all, "")

    def chosen(self, row: BusinessRow) -> BusinessRow:
        """The row itself: its draft and its line."""
        return row

    def detail(self, row: BusinessRow) -> str:
        """The whole of an action or a decision."""
        who = f"{row.who}: " if row.who else ""
        who = f"{row.who or 'nobody named'}, for {row.to}: " if row.to else who
        due = f" (by {row.due})" if row.due else ""
        place = f"{row.committee}: " if row.draft else ""
        return f"{place}{who}{row.what.strip()}{due}"

    def on_mount(self) -> None:
        self._say_words("")

    @on(BusinessList.Words)
    def _words_changed(self, message: BusinessList.Words) -> None:
        words = message.rows.words
        rows = under_headings(self._all, words)
        self._list.show(rows)
        if self._all:
            self._show_nothing("" if rows else self.NOTHING_FITS)
        self._say_words(words)
        self.refresh_bindings()

    def _say_words(self, words: str) -> None:
        found = f"Find  {words}_" if words else "Find  type a name, a word, a committee"
        self.query_one("#find", Static).update(Content(found), layout=False)


def of_drafts(paths: Iterable[Path]) -> Source:
    """The meetings of these drafts; those that cannot be read are passed over."""

    def meetings() -> Iterable[tuple[Path | None, Meeting]]:
        from minute_taker.drafts.store import read_meeting

        for path in paths:
            try:
                yield path, read_meeting(path)
            except Refused:
                continue

    return meetings
