"""The row over the transcript: the item under way."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from textual.content import Content

from minute_taker.screens.steady import Steady


class ItemTitle(Struct, frozen=True):
    """What the bar says of an item. ``place`` ("item 5 of 8") stands in for the agenda."""

    number: str = ""
    title: str = ""
    minute: str = ""
    part: str = ""
    place: str = ""


class ItemBar(Steady):
    """The item that the next line goes to."""

    DEFAULT_CSS = """
    ItemBar {
        height: 1;
        background: $background;
        color: $foreground;
        border-bottom: none;
        & > .item--title { text-style: bold; }
        & > .item--quiet { color: $quiet; }
        & > .item--exempt { color: $unsaved; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"item--title", "item--quiet", "item--exempt"}
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._title = ItemTitle()

    def show(self, title: ItemTitle) -> None:
        """Show an item."""
        if title != self._title:
            self._title = title
            self.refresh()

    def render(self) -> Content:
        title, width = self._title, self.size.width
        right = Content.assemble(
            *(
                Content.styled(f"   {words}", style)
                for words, style in (
                    (title.place, ".item--quiet"),
                    (f"minute {title.minute}" if title.minute else "", ".item--quiet"),
                    (title.part, ".item--exempt" if title.part == "Part II" else ".item--quiet"),
                )
                if words
            ),
            " ",
        )
        number = f" {title.number}  " if title.number else " "
        left = Content.styled(number + title.title, ".item--title")
        if left.cell_length + right.cell_length > width and width < 60:
            right = Content("")
        left = left.truncate(max(0, width - right.cell_length), ellipsis=True, pad=True)
        return left + right
