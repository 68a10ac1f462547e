"""Choosing one row of a list that is read while the dialog is already there."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, Generic

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from minute_taker.minutes.errors import Refused
from minute_taker.screens.dialogs.dialog import Dialog, Result
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.parts.row_list import AnyRow, RowList


class Pick(Dialog[Result | None], Generic[AnyRow, Result]):
    """A list to choose from; dismissed with what a row stands for, or None after Esc.

    A subclass says what the list is (:meth:`make_list`), reads the rows on a thread
    (:meth:`read`) and tells what a row stands for (:meth:`chosen`).
    """

    AUTO_FOCUS = "RowList"
    TITLE_WORDS: ClassVar[str] = ""
    PICK_WORDS: ClassVar[str] = "Choose"
    CLOSE_WORDS: ClassVar[str] = "Close"
    NOTHING: ClassVar[str] = ""
    DETAILED: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Choose", key_display="Enter", id="pick.choose"),
        Binding("escape", "cancel", "Close", key_display="Esc", id="pick.close"),
    ]

    class _Read(Message):
        def __init__(self, rows: Sequence[object], refused: str = "") -> None:
            super().__init__()
            self.rows = rows
            self.refused = refused

    def words(self) -> ComposeResult:
        """What stands above the list, if anything does."""
        yield from ()

    def make_list(self) -> RowList[AnyRow]:
        """The list that shows the rows."""
        raise NotImplementedError

    def read(self) -> Sequence[AnyRow]:
        """The rows, read on a thread; raises Refused."""
        raise NotImplementedError

    def first(self, rows: Sequence[AnyRow]) -> Hashable | None:  # noqa: ARG002
        """The key of the row to begin at; None for the first of them."""
        return None

    def detail(self, row: AnyRow) -> str:  # noqa: ARG002
        """All that the row under the cursor has to say, where ``DETAILED`` has room for it."""
        return ""

    def chosen(self, row: AnyRow) -> Result:
        """What a row stands for."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self.title or self.TITLE_WORDS)
            yield from self.words()
            yield self.make_list()
            yield Static("", id="nothing", markup=False)
            if self.DETAILED:
                yield Static("", id="detail", markup=False)
            yield KeyLine(labels={"pick": self.PICK_WORDS, "cancel": self.CLOSE_WORDS})

    def on_mount(self) -> None:
        self.set_class(self.DETAILED, "-detailed")
        self._show_nothing("Reading")
        self._read_rows()

    @property
    def _list(self) -> RowList[AnyRow]:
        return self.query_one(RowList)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pick" and self.is_mounted and self._list.row is None:
            return False
        return super().check_action(action, parameters)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read_rows(self) -> None:
        worker = get_current_worker()
        try:
            answer = self._Read(self.read())
        except Refused as error:
            answer = self._Read((), str(error))
        except OSError as error:
            answer = self._Read((), error.strerror or type(error).__name__)
        if not worker.is_cancelled:
            self.post_message(answer)

    @on(_Read)
    def _rows_read(self, message: _Read) -> None:
        rows: Sequence[AnyRow] = message.rows  # type: ignore[assignment]
        self._list.show(rows, onto=self.first(rows))
        self._show_nothing("" if rows else message.refused or self.NOTHING)
        self.refresh_bindings()

    def _show_nothing(self, words: str) -> None:
        """Words in the place of rows; none where there are rows."""
        self.set_class(bool(words), "-nothing")
        self.query_one("#nothing", Static).update(Content(words))

    @on(RowList.Moved)
    def _moved(self) -> None:
        if self.DETAILED:
            row = self._list.row
            words = "" if row is None else self.detail(row)
            # In a low terminal the list makes room for all of it.
            low = self.has_class("-short")
            self.query_one("#detail", Static).update(Content(words), layout=low)

    @on(RowList.Clicked)
    def _clicked(self) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        """Close with the row under the cursor."""
        row = self._list.row
        if row is not None:
            self.dismiss(self.chosen(row))

    def action_cancel(self) -> None:
        """Close and choose nothing."""
        self.dismiss(None)
