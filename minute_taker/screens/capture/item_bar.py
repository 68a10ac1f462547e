"""The row over the transcript: the item under way."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from textual.content import Content

from minute_taker.minutes.model import Part
from minute_taker.screens.parts.cached_render import CachedRender
from minute_taker.screens.parts.part_words import IN_DOUBT, PART_WORDS
from minute_taker.screens.parts.themes import BLOCK


class ItemTitle(Struct, frozen=True):
    """What the bar says of an item. ``place`` ("item 5 of 8") stands in for the agenda."""

    number: str = ""
    title: str = ""
    minute: str = ""
    part: str = ""
    place: str = ""


class ItemBar(CachedRender):
    """The item that the next line goes to."""

    DEFAULT_CSS = """
    ItemBar {
        height: 1;
        background: $panel;
        color: $foreground;
        & > .item--title { text-style: bold; }
        & > .item--quiet { color: $quiet; }
        & > .item--exempt { color: $foreground; text-style: bold; }
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
        part = Content.styled(title.part, ".item--quiet")
        if title.part in (PART_WORDS[Part.EXEMPT], IN_DOUBT):
            # As a block, which no colour is needed to see.
            part = Content.styled(f" {title.part} ", ".item--exempt").stylize(BLOCK)
        minute = f"minute {title.minute}" if title.minute else ""
        asides = [Content.styled(words, ".item--quiet") for words in (title.place, minute) if words]
        right = Content("   ").join([Content(""), *asides, part]) + " "
        number = f" {title.number}  " if title.number else " "
        left = Content.styled(number + title.title, ".item--title")
        if left.cell_length + right.cell_length > width and width < 60:
            right = Content("")
        left = left.truncate(max(0, width - right.cell_length), ellipsis=True, pad=True)
        return left + right
