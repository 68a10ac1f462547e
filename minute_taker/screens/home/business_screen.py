"""What was decided, and who is to do what: of the draft under work, or of all drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.pick import PickBox
from minute_taker.screens.home.business_rows import (
    BusinessList,
    BusinessRow,
    business_of,
    under_headings,
)
from minute_taker.screens.parts.keys import key_name

_NOTHING_FITS = "Nothing has these words. Backspace takes letters back."

#: Meetings with the path of their draft; None for the draft under work.
Source = Callable[[], Iterable[tuple[Path | None, Meeting]]]


class BusinessScreen(Dialog[BusinessRow | None]):
    """The actions and decisions; dismissed with the row to go to, or None.

    ``source`` gives the meetings, and is asked on a thread. What a public copy leaves out is left
    out here, which is said, until a key asks for all of it.
    """

    AUTO_FOCUS = "RowList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "full", "Exempt rows too", key_display="F2", id="business.full"),
    ]

    def __init__(self, source: Source) -> None:
        super().__init__()
        self._source = source
        self._all: Sequence[BusinessRow] = ()
        self._full = False
        self._find = Static(id="find", markup=False)
        self._box = PickBox(
            BusinessList(finding=True),
            self._read,
            title="Actions and decisions",
            pick="Go there",
            nothing=(
                "No action and no decision. + takes down an action, >+ a promise, ! a resolution."
            ),
            words=[self._find],
            detail=_in_full,
        )

    def compose(self) -> ComposeResult:
        yield self._box

    def on_mount(self) -> None:
        self._say_words("")

    def _read(self) -> Sequence[BusinessRow]:
        """Return all actions and decisions, the actions first."""
        self._all = [
            row for draft, meeting in self._source() for row in business_of(meeting, draft)
        ]
        return under_headings(self._shown, "")

    @property
    def _shown(self) -> Sequence[BusinessRow]:
        return [row for row in self._all if self._full or not row.exempt]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "full":
            return any(row.exempt for row in self._all)
        return super().check_action(action, parameters)

    def action_full(self) -> None:
        """Show the exempt rows too, each marked, or leave them out again."""
        self._full = not self._full
        self._show(self._box.rows.words)

    @on(BusinessList.Moved)
    def _rows_came(self) -> None:
        self._say_words(self._box.rows.words)

    @on(BusinessList.Words)
    def _words_changed(self, message: BusinessList.Words) -> None:
        self._show(message.rows.words)

    def _show(self, words: str) -> None:
        rows = under_headings(self._shown, words)
        self._box.rows.show(rows)
        if self._all:
            self._box.show_nothing("" if rows else _NOTHING_FITS)
        self._say_words(words)
        self.refresh_bindings()

    def _say_words(self, words: str) -> None:
        found = f"Find  {words}_" if words else "Find  type a name, a word, a committee"
        exempt = sum(row.exempt for row in self._all)
        if exempt and not self._full:
            left = "1 exempt row is" if exempt == 1 else f"{exempt} exempt rows are"
            found = f"{left} left out ({key_name(self, 'business.full')})   {found}"
        self._find.update(Content(found), layout=False)


def _in_full(row: BusinessRow) -> str:
    """Return the whole of an action or a decision."""
    who = f"{row.who}: " if row.who else ""
    who = f"{row.who or 'nobody named'}, for {row.to}: " if row.to else who
    due = f" (by {row.due})" if row.due else ""
    place = f"{row.committee}: " if row.draft else ""
    place = f"[Exempt] {place}" if row.exempt else place
    return f"{place}{who}{row.what.strip()}{due}"


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
