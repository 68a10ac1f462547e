"""What all dialogs share: their background and their breakpoints."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import ClassVar, TypeAlias, TypeVar

from textual.screen import ModalScreen

Result = TypeVar("Result")
#: What all dialogs look like. Textual looks for a bare name beside the class that inherits it.
LOOK = Path(__file__).with_name("dialogs.tcss")
#: The widths or heights from which a screen has a class, as Textual takes them.
Breakpoints: TypeAlias = list[tuple[int, str]]


class Dialog(ModalScreen[Result]):
    """A box over the screen it belongs to; Esc closes it and changes nothing."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK]
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    """
    VERTICAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-short"), (16, "-tall"), (32, "-high")]  # type: ignore[misc]
    HORIZONTAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-narrow"), (70, "-wide")]  # type: ignore[misc]
    ESCAPE_TO_MINIMIZE = False
    AUTO_FOCUS = ""
