"""What the dialogs share: their ground, their breakpoints, and keys that are never lost."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import ClassVar, TypeAlias, TypeVar

from textual import events
from textual.screen import ModalScreen, ScreenResultType

from minute_taker.screens.parts.early_keys import EarlyKeys
from minute_taker.screens.parts.prompt import Prompt

Result = TypeVar("Result")
#: What all dialogs look like. Textual looks for a bare name beside the class that inherits it.
LOOK = Path(__file__).with_name("dialogs.tcss")
#: The widths or heights from which a screen has a class, as Textual takes them.
Breakpoints: TypeAlias = list[tuple[int, str]]


class KeysInOrder(Prompt[ScreenResultType]):
    """A screen whose commands open dialogs, for fingers that are faster than the dialogs.

    The screen does its own commands as their keys reach it, one after another; a key that
    comes after the one that opened a dialog is the dialog's, wherever it was sent.
    """

    async def on_key(self, event: events.Key) -> None:
        top = self.app.screen
        if top is not self:
            if isinstance(top, EarlyKeys):
                event.stop()
                await top.take(event)
            return
        active = self.active_bindings.get(event.key)
        if active is None or active.node is not self or active.binding.priority:
            return
        if active.enabled:
            event.stop()
            await self.run_action(active.binding.action)


class Dialog(ModalScreen[Result], EarlyKeys[Result], KeysInOrder[Result]):
    """A box over the screen it belongs to; Esc closes it and changes nothing.

    Keys that come before it is there are kept, and given to it in their order.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK]
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    """
    VERTICAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-short"), (16, "-tall"), (32, "-high")]  # type: ignore[misc]
    HORIZONTAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-narrow"), (70, "-wide")]  # type: ignore[misc]
    ESCAPE_TO_MINIMIZE = False
    AUTO_FOCUS = ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Shown already, and not done yet.
        return super().check_action(action, parameters) if self.ready else None
