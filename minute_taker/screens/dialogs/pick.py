"""Choosing one row of a list that is read while the dialog is already there."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, ClassVar, Generic

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static
from textual.worker import get_current_worker

from minute_taker.minutes.errors import Refused
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.parts.row_list import AnyRow, RowList


class PickBox(Vertical, Generic[AnyRow]):
    """The box of a dialog that lets a row be chosen, or none with Esc.

    ``read`` gives the rows, on a thread; it may raise Refused. The dialog is dismissed with what
    ``chosen`` makes of the row, or None. ``first`` gives the key of the row to begin at (None:
    the first of them), and ``detail`` all that the row under the cursor has to say. ``words``
    stand above the list; ``nothing`` is said where there are no rows. ``pick`` and ``close`` are
    what the two keys do, in words.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Choose", key_display="Enter", id="pick.choose"),
        Binding("escape", "cancel", "Close", key_display="Esc", id="pick.close"),
    ]

    class _Read(Message):
        def __init__(self, rows: Sequence[object], refused: str = "") -> None:
            super().__init__()
            self.rows = rows
            self.refused = refused

    def __init__(
        self,
        rows: RowList[AnyRow],
        read: Callable[[], Sequence[AnyRow]],
        *,
        title: str,
        chosen: Callable[[AnyRow], object] = lambda row: row,
        pick: str = "Choose",
        close: str = "Close",
        nothing: str = "",
        words: Iterable[Widget] = (),
        first: Callable[[Sequence[AnyRow]], Hashable | None] = lambda _: None,
        detail: Callable[[AnyRow], str] | None = None,
    ) -> None:
        super().__init__(classes="dialog")
        self.border_title = Content(title)
        self.rows = rows
        self._read = read
        self._chosen = chosen
        self._labels = {"pick": pick, "cancel": close}
        self._nothing = nothing
        self._words = tuple(words)
        self._first = first
        self._detail = detail
        self.set_class(detail is not None, "-detailed")

    def compose(self) -> ComposeResult:
        yield from self._words
        yield self.rows
        yield Static("", id="nothing", markup=False)
        if self._detail is not None:
            yield Static("", id="detail", markup=False)
        yield KeyLine(labels=self._labels)

    def on_mount(self) -> None:
        self.show_nothing("Reading")
        self._read_rows()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "pick" and self.rows.row is None:
            return False
        return super().check_action(action, parameters)

    @work(thread=True, exclusive=True, exit_on_error=False)
    def _read_rows(self) -> None:
        worker = get_current_worker()
        try:
            answer = self._Read(self._read())
        except Refused as error:
            answer = self._Read((), str(error))
        except OSError as error:
            answer = self._Read((), error.strerror or type(error).__name__)
        if not worker.is_cancelled:
            self.post_message(answer)

    def read_again(self) -> None:
        """Read the rows anew; the cursor stays on its row, or where that was."""
        self._read_rows()

    @on(_Read)
    def _rows_read(self, message: _Read) -> None:
        rows: Sequence[Any] = message.rows
        self.rows.show(rows, onto=self._first(rows))
        self.show_nothing("" if rows else message.refused or self._nothing)
        self.screen.refresh_bindings()

    def show_nothing(self, words: str) -> None:
        """Show words in the place of rows; none where there are rows."""
        self.set_class(bool(words), "-nothing")
        self.query_one("#nothing", Static).update(Content(words))

    @on(RowList.Moved)
    def _moved(self) -> None:
        if self._detail is not None:
            row = self.rows.row
            words = "" if row is None else self._detail(row)
            # In a low terminal the list makes room for all of it.
            low = self.screen.has_class("-short")
            self.query_one("#detail", Static).update(Content(words), layout=low)

    @on(RowList.Clicked)
    def _clicked(self) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        """Close with the row under the cursor."""
        row = self.rows.row
        if row is not None:
            self.screen.dismiss(self._chosen(row))

    def action_cancel(self) -> None:
        """Close and choose nothing."""
        self.screen.dismiss(None)
