"""Lists for formats that have no numbers of their own making: entries together, depths from 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minute_taker.composing.blocks import AnyBlock, ListEntry


def grouped(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock | list[ListEntry]]:
    """The blocks in order, the entries of one list together as a list of them."""
    entries: list[ListEntry] = []
    for block in blocks:
        if isinstance(block, ListEntry):
            if entries and not _same_list(entries[-1], block):
                yield entries
                entries = []
            entries.append(block)
            continue
        if entries:
            yield entries
            entries = []
        yield block
    if entries:
        yield entries


def _same_list(one: ListEntry, other: ListEntry) -> bool:
    return one.series == other.series and (one.ordered == other.ordered or other.level > 0)


def depths(entries: Iterable[ListEntry]) -> list[int]:
    """How deep each entry stands within its own list, none more than one below the last.

    A list that is set in as a whole (bullets under an answer) is no list in a list.
    """
    levels = [entry.level for entry in entries]
    made: list[int] = []
    for level in levels:
        deepest = made[-1] + 1 if made else 0
        made.append(min(level - min(levels), deepest))
    return made
