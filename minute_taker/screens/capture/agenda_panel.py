"""The agenda at the side: where the meeting is, what is done, where gaps are left."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from msgspec import Struct
from textual.content import Content

from minute_taker.minutes.model import HeadingKind, Part
from minute_taker.screens.parts.cached_render import CachedRender
from minute_taker.screens.parts.focus import has_keys
from minute_taker.screens.parts.row_list import RowList
from minute_taker.screens.parts.themes import BLOCK


class ItemState(Enum):
    """How far an item is, and the sign for it."""

    NOT_BEGUN = " "
    UNDER_WAY = ">"
    DONE = "✓"


class AgendaRow(Struct, frozen=True):
    """One item of the agenda as the panel shows it; ``asked`` where its part is not settled."""

    item_id: int
    number: str
    title: str
    state: ItemState
    gaps: int = 0
    part: Part = Part.PUBLIC
    asked: bool = False
    heading: HeadingKind = HeadingKind.NUMBERED

    @property
    def key(self) -> int:
        """What the row is known by."""
        return self.item_id

    @property
    def selectable(self) -> bool:
        """Every item can be gone to."""
        return True


class AgendaPanel(RowList[AgendaRow], CachedRender):
    """The items in order; Enter goes to one, and the next lines are taken down there."""

    DEFAULT_CSS = """
    AgendaPanel { background: $background; }
    """

    def show_agenda(self, rows: Sequence[AgendaRow]) -> None:
        """Show these items; nothing is drawn anew where they are as before."""
        if list(rows) != list(self.rows):
            under_way = next((r.item_id for r in rows if r.state is ItemState.UNDER_WAY), None)
            self.show(rows, onto=None if has_keys(self) else under_way)

    def on_blur(self) -> None:
        # Without the focus the cursor says where the meeting is.
        under_way = next((r.item_id for r in self.rows if r.state is ItemState.UNDER_WAY), None)
        if under_way is not None:
            self.go_to(under_way)

    def on_focus(self) -> None:
        self.refresh()

    def draw(self, row: AgendaRow, width: int) -> Content:
        style = ".rows--strong" if row.state is ItemState.UNDER_WAY else ".rows--row"
        state = ".rows--good" if row.state is ItemState.DONE else ".rows--strong"
        sign = row.state.value
        if row.state is ItemState.UNDER_WAY and not has_keys(self):
            sign = " "  # The cursor stands there.
        number = f"{row.number:>2} " if row.heading is HeadingKind.NUMBERED else ""
        part = "II?" if row.asked else "II" if row.part is Part.EXEMPT else ""
        asides = (f" {part}" if part else "") + (" ??" if row.gaps else "")
        title = Content.styled(row.title or "before the first item", style)
        room = width - 2 - len(number) - len(asides)
        return Content.assemble(
            Content.styled(f"{sign} ", state),
            Content.styled(number, ".rows--quiet"),
            title.truncate(max(0, room), ellipsis=True, pad=True),
            " " if part else "",
            Content.styled(part, ".rows--exempt").stylize(BLOCK),
            Content.styled(" ??" if row.gaps else "", ".rows--gap"),
        )
