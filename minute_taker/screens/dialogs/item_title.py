"""Asking for the title of an agenda item."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec.structs import replace

from minute_taker.capture.editing import headed
from minute_taker.capture.entries import ItemEntry
from minute_taker.capture.language import format_item, parse
from minute_taker.minutes.changes import Change, ChangeItem
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Item
from minute_taker.screens.dialogs.ask import Ask

#: Shows a question over a screen, and has its answer taken.
Show: TypeAlias = Callable[[Ask, Callable[[str | None], None]], object]

_WORDS = "In brackets after it: (5) its number, (Part II, 3) exempt by paragraph 3."


def ask_for_title(
    show: Show, answered: Callable[[ItemEntry], None], title: str, value: str = ""
) -> None:
    """Ask for an item's title, ``value`` being offered; ``answered`` is called with what it says.

    ``title`` is that of the question.
    """

    def done(text: str | None) -> None:
        entry = parse(f"# {text}") if text is not None else None
        if isinstance(entry, ItemEntry):
            answered(entry)

    show(Ask(title, value, words=_WORDS, check=_checked), done)


def ask_to_rename(show: Show, item: Item, do: Callable[[Change], object]) -> None:
    """Ask for another title of an item; ``do`` is called with the change that gives it."""

    def answered(entry: ItemEntry) -> None:
        do(ChangeItem(replace(headed(item, entry), heading=item.heading)))

    ask_for_title(show, answered, "Title of the item", format_item(item).lstrip("#- "))


def _checked(text: str) -> str:
    entry = parse(f"# {text}")
    if not isinstance(entry, ItemEntry) or not entry.title:
        raise Refused("an item needs a title")
    return text
