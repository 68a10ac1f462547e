"""All that can be done, found by its name: a box at the foot of the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.parts.row_list import RowList

_COLUMNS = (
    Column("name", width=18),
    Column("does", share=1, above=44),
    Column("key", width=5, right=True, above=26),
)


class PaletteRow(Struct, frozen=True):
    """Something that can be done: its name, what it does, its key, and what is called for it."""

    name: str
    does: str
    key_name: str
    run: Callable[[], object]

    @property
    def key(self) -> str:
        """What it is known by."""
        return self.name

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return True


def found(rows: Sequence[PaletteRow], typed: str) -> list[PaletteRow]:
    """Return the rows that have all words typed: by the name first, then by what they do."""
    words = typed.casefold().split()
    ranked = [(rank, n) for n, row in enumerate(rows) if (rank := _rank(row, words)) is not None]
    return [rows[n] for _, n in sorted(ranked)]


def _rank(row: PaletteRow, words: Sequence[str]) -> int | None:
    """Return how well a row fits, the best 0; None where it does not."""
    name, does = row.name.casefold(), row.does.casefold()
    whole = " ".join(words)
    begun = [*name.split(), *does.replace(",", " ").replace(";", " ").split()]
    if name == whole:
        return 0
    if name.startswith(whole):
        return 1
    if all(any(part.startswith(word) for part in name.split()) for word in words):
        return 2
    if all(any(part.startswith(word) for part in begun) for word in words):
        return 3
    return 4 if all(word in f"{name} {does}" for word in words) else None


class PaletteList(RowList[PaletteRow]):
    """The commands: the name, what it does, the key at the right."""

    def draw(self, row: PaletteRow, width: int) -> Content:
        cells = {
            "name": Content.styled(row.name, ".rows--strong"),
            "does": Content.styled(row.does, ".rows--quiet"),
            "key": Content(row.key_name),
        }
        return set_row(_COLUMNS, cells, width)


class PaletteScreen(Dialog[PaletteRow | None]):
    """Asks for something to do; dismissed with its row, or None."""

    DEFAULT_CSS = """
    PaletteScreen { align: center bottom; background: transparent; }
    """
    AUTO_FOCUS = "PaletteList"
    BINDINGS = [  # noqa: RUF012
        Binding("enter", "choose", "Do it", key_display="Enter", id="palette.choose"),
        Binding("escape,ctrl+p", "close", "Close", key_display="Esc", id="palette.close"),
    ]

    def __init__(self, rows: Sequence[PaletteRow]) -> None:
        super().__init__()
        self._rows = rows
        self._list = PaletteList(finding=True)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content("What can be done")
            yield Static(id="find", markup=False)
            yield self._list
            yield KeyLine()

    def on_mount(self) -> None:
        self._show()

    @on(RowList.Words)
    def _show(self) -> None:
        rows = found(self._rows, self._list.words)
        self._list.show(rows, onto=rows[0].key if rows else None)
        typed = f"Find  {self._list.words}_" if self._list.words else "Find  type a name"
        nothing = "" if rows else "   nothing is called so"
        self.query_one("#find", Static).update(Content(typed + nothing))
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "choose" and self.is_mounted and self._list.row is None:
            return False
        return super().check_action(action, parameters)

    @on(RowList.Clicked)
    def action_choose(self) -> None:
        """Close, and do what stands under the cursor."""
        if self._list.row is not None:
            self.dismiss(self._list.row)

    def action_close(self) -> None:
        """Close and do nothing."""
        self.dismiss(None)
