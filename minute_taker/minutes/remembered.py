"""What is told of an item as a whole, kept while it is asked of one line after another."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TypeVar

from minute_taker.minutes.model import Item

_Told = TypeVar("_Told")


def remembered(tell: Callable[[Item], _Told]) -> Callable[[Item], _Told]:
    """Keep the answer about the item asked of last; whoever gets it changes nothing in it.

    Items never change, so that one and the same has the same answer. Without this, what asks
    of each line of an item would go through all its lines each time.
    """
    last: tuple[Item, _Told] | None = None

    @wraps(tell)
    def told(item: Item) -> _Told:
        nonlocal last
        kept = last
        if kept is None or kept[0] is not item:
            last = kept = (item, tell(item))
        return kept[1]

    return told


@remembered
def positions(item: Item) -> Mapping[int, int]:
    """Where each line of an item stands in it, counted from 0, by the line's id."""
    return {line.id: at for at, line in enumerate(item.lines)}
