"""What the dialogs share: their ground, their breakpoints, and keys that are never lost."""

from __future__ import annotations

from typing import ClassVar, TypeAlias, TypeVar

from textual import events
from textual.screen import ModalScreen, Screen, ScreenResultType

Result = TypeVar("Result")
#: The widths or heights from which a screen has a class, as Textual takes them.
Breakpoints: TypeAlias = list[tuple[int, str]]

#: How many refreshes a dialog waits for something of its own to take the keys.
_PATIENCE = 5


class KeysInOrder(Screen[ScreenResultType]):
    """A screen whose commands open dialogs, for fingers that are faster than the dialogs.

    The screen does its own commands as their keys reach it, one after another; a key that
    comes after the one that opened a dialog is the dialog's, wherever it was sent.
    """

    async def on_key(self, event: events.Key) -> None:
        top = self.app.screen
        if top is not self:
            if isinstance(top, Dialog):
                event.stop()
                await top.take(event)
            return
        active = self.active_bindings.get(event.key)
        if active is None or active.node is not self or active.binding.priority:
            return
        if active.enabled:
            event.stop()
            await self.run_action(active.binding.action)


class Dialog(KeysInOrder[Result], ModalScreen[Result]):
    """A box over the screen it belongs to; Esc closes it and changes nothing.

    ``FIRST`` is the selector of what has the focus first. Keys that come before that are kept,
    and given to it in their order.
    """

    CSS_PATH = "dialogs.tcss"
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 70%; }
    """
    VERTICAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-short"), (16, "-tall"), (32, "-high")]  # type: ignore[misc]
    HORIZONTAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-narrow"), (70, "-wide")]  # type: ignore[misc]
    ESCAPE_TO_MINIMIZE = False
    AUTO_FOCUS = ""
    FIRST: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__()
        #: Whether the dialog takes keys already.
        self.ready = False
        self._early: list[events.Key] = []

    def on_mount(self) -> None:
        # After the keys that are in this screen's queue already.
        self.call_later(self._begin, _PATIENCE)

    async def _begin(self, patience: int) -> None:
        if self.FIRST:
            self.set_focus(self.query_one(self.FIRST))
        elif self.focused is None and self.focus_chain and patience:
            self.call_after_refresh(self._begin, patience - 1)
            return
        self.ready = True
        self.refresh_bindings()
        early, self._early = self._early, []
        for event in early:
            await self.take(event)

    async def take(self, event: events.Key) -> None:
        """A key for this dialog, now or as soon as it takes keys."""
        if self.ready:
            await self.app.on_event(events.Key(event.key, event.character))
        else:
            self._early.append(event)

    async def on_key(self, event: events.Key) -> None:
        if not self.ready:
            event.stop()
            event.prevent_default()
            await self.take(event)
        elif self.app.screen is not self:
            # It came after the key that closed this dialog, and is for what stands under it.
            event.stop()
            event.prevent_default()
            await self.app.on_event(events.Key(event.key, event.character))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # Shown already, and not done yet.
        return super().check_action(action, parameters) if self.ready else None
