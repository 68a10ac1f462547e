"""A field to type in, one row high."""

from __future__ import annotations

from textual import events
from textual.suggester import Suggester
from textual.widgets import Input


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

    async def _on_key(self, event: events.Key) -> None:
        if self.app.screen is not self.screen:
            event.prevent_default()  # Its dialog is closed already, and passes the key on.
            return
        bound = self.screen.active_bindings.get(event.key)
        if bound is not None and bound.enabled and bound.node is self.screen:
            # In turn: what is typed right after Esc is not for a dialog that is about to go.
            event.stop()
            event.prevent_default()
            await self.screen.run_action(bound.binding.action)
        else:
            await super()._on_key(event)
