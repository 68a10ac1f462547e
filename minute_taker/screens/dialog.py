"""What the dialogs share: their ground and their breakpoints."""

from __future__ import annotations

from typing import ClassVar, TypeAlias, TypeVar

from textual.screen import ModalScreen

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
