"""Where a paragraph breaks into rows of so many cells, fast enough for a whole meeting at once."""

from __future__ import annotations

import re

from rich.cells import cell_len, get_character_cell_size

# Characters that every terminal draws in one cell each: Latin, Greek, Cyrillic, the curly
# quotes and dashes, currency signs, arrows and boxes. Text of these alone, which is nearly all
# text of a council's, is measured by counting.
_NOT_PLAIN = re.compile(
    "[^\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u1e00-\u1eff\u2010-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2100-\u214f\u2190-\u21ff\u2500-\u25fc]"
)
_SPACE = " "
#: What must not be parted from the character before it.
_JOINER, _SELECTOR = "\u200d", "\ufe0f"


def is_plain(text: str) -> bool:
    """Whether each character takes one cell, so that cells can be counted as characters."""
    return text.isascii() or _NOT_PLAIN.search(text) is None


def wrap(text: str, width: int) -> list[int]:
    """The offsets in ``text`` at which its rows begin; the first is always 0.

    Rows break at spaces; the space at the break belongs to the row that it ends, and need not
    fit. A word longer than a row is broken where the row is full. ``width`` is in cells.
    """
    width = max(1, width)
    return _wrap_plain(text, width) if is_plain(text) else _wrap_cells(text, width)


def row_count(text: str, width: int) -> int:
    """How many rows ``text`` takes."""
    return len(wrap(text, width))


def _wrap_plain(text: str, width: int) -> list[int]:
    starts = [0]
    start, length = 0, len(text)
    rfind = text.rfind
    while length - start > width:
        # The space may stand just beyond the last cell.
        space = rfind(_SPACE, start, start + width + 1)
        start = space + 1 if space > start else start + width
        if start >= length:
            break
        starts.append(start)
    return starts


def _wrap_cells(text: str, width: int) -> list[int]:
    starts = [0]
    cells, after_space = 0, 0
    for index, cluster in _clusters(text):
        wide = _cells(cluster)
        if cluster == _SPACE:
            after_space = index + 1
            # A space at the end of a full row hangs over and begins nothing.
            cells += wide
            continue
        if cells + wide > width and index > starts[-1]:
            breaks_at = after_space if after_space > starts[-1] else index
            starts.append(breaks_at)
            cells = cell_len(text[breaks_at:index])
        cells += wide
    return starts


def _clusters(text: str) -> list[tuple[int, str]]:
    """What is drawn as one sign: a character with the marks, joiners and joined after it."""
    clusters: list[tuple[int, str]] = []
    joined = False
    for index, character in enumerate(text):
        trailing = character in (_JOINER, _SELECTOR) or (
            index and get_character_cell_size(character) == 0
        )
        if clusters and (joined or trailing):
            begin, before = clusters[-1]
            clusters[-1] = (begin, before + character)
        else:
            clusters.append((index, character))
        joined = character == _JOINER
    return clusters


def _cells(cluster: str) -> int:
    return get_character_cell_size(cluster) if len(cluster) == 1 else cell_len(cluster)
