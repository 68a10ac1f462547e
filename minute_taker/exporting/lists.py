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
    first = min(levels, default=0)
    made: list[int] = []
    for level in levels:
        deepest = made[-1] + 1 if made else 0
        made.append(min(level - first, deepest))
    return made


def settled_in(blocks: Iterable[AnyBlock]) -> dict[int, tuple[int, int]]:
    """How far in each entry's list stands as a whole, and the entry's depth in it, by ``id``.

    A numbered list goes on where other blocks come between; bullets make a list where they
    stand together. No list begins below its first level or leaves one out.
    """
    lists: list[list[ListEntry]] = []
    series: dict[int, list[ListEntry]] = {}
    bullets: list[ListEntry] = []
    for block in blocks:
        if isinstance(block, ListEntry) and not block.ordered:
            if not bullets:
                lists.append(bullets)
            bullets.append(block)
            continue
        bullets = []
        if isinstance(block, ListEntry):
            if block.series not in series:
                lists.append(series.setdefault(block.series, []))
            series[block.series].append(block)
    settled: dict[int, tuple[int, int]] = {}
    for entries in lists:
        shift = min(one.level for one in entries)
        for entry, depth in zip(entries, depths(entries), strict=True):
            settled[id(entry)] = (shift, depth)
    return settled
