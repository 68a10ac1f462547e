"""What the dialogs share: their ground, their breakpoints, a field of one row."""

from __future__ import annotations

from typing import ClassVar, TypeAlias, TypeVar

from textual.screen import ModalScreen
from textual.suggester import Suggester
from textual.widgets import Input

Result = TypeVar("Result")
#: The widths or heights from which a screen has a class, as Textual takes them.
Breakpoints: TypeAlias = list[tuple[int, str]]


class Dialog(ModalScreen[Result]):
    """A box over the screen it belongs to; Esc closes it and changes nothing."""

    CSS_PATH = "dialogs.tcss"
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    """
    VERTICAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-short"), (16, "-tall"), (32, "-high")]  # type: ignore[misc]
    HORIZONTAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-narrow"), (70, "-wide")]  # type: ignore[misc]
    ESCAPE_TO_MINIMIZE = False


class Field(Input):
    """A field of one row, without a frame and without a cursor that blinks."""

    DEFAULT_CSS = """
    Field {
        &.-textual-compact { padding: 0 1; background: $surface; }
        &:focus { background-tint: transparent; background: $row; }
        & > .input--selection { background: $edge; color: $on-edge; }
    }
    """

    def __init__(
        self,
        value: str = "",
        *,
        id: str | None = None,
        placeholder: str = "",
        suggester: Suggester | None = None,
        offered: bool = False,
    ) -> None:
        """``offered`` says that what stands here is a proposal: typing in it replaces it."""
        super().__init__(
            value,
            id=id,
            placeholder=placeholder,
            suggester=suggester,
            select_on_focus=offered,
            compact=True,
        )
        self.cursor_blink = False
