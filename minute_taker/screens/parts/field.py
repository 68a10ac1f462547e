"""A field to type in, one row high."""

from __future__ import annotations

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

    #: Characters that come faster than they are put in come together.
    TAKES_BURSTS = True

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
