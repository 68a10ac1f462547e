"""Rows of text set in columns of so many cells: what does not fit ends in an ellipsis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from textual.content import Content

_GAP = "  "


class Column(Struct, frozen=True):
    """One column: its ``name``, its heading, and its width in cells.

    ``share`` is the part that it takes of the width that is left once the fixed columns have
    theirs (0: it is fixed). ``above`` is the widest row in which the column is left out, so
    that a narrow terminal keeps what matters most. ``right`` sets it to the right.
    """

    name: str
    heading: str = ""
    width: int = 0
    share: int = 0
    above: int = 0
    right: bool = False


@lru_cache(maxsize=64)
def widths(columns: tuple[Column, ...], width: int) -> tuple[tuple[Column, int], ...]:
    """The columns that a row of ``width`` cells shows, each with its own width."""
    shown = [column for column in columns if width > column.above]
    fixed = sum(column.width for column in shown if not column.share)
    left = max(0, width - fixed - len(_GAP) * (len(shown) - 1))
    parts = sum(column.share for column in shown) or 1
    row, given = [], 0
    for column in shown:
        cells = left * column.share // parts if column.share else column.width
        given += cells if column.share else 0
        row.append((column, cells))
    # The cells that did not divide go to the first column that stretches.
    for index, (column, cells) in enumerate(row):
        if column.share:
            row[index] = (column, cells + left - given)
            break
    return tuple(row)


def _cell(content: Content, column: Column, cells: int) -> Content:
    if cells <= 0:
        return Content("")
    cut = content.truncate(cells, ellipsis=True)
    spare = cells - cut.cell_length
    return cut.pad_left(spare) if column.right else cut.pad_right(spare)


def set_row(columns: Sequence[Column], cells: Mapping[str, Content], width: int) -> Content:
    """One row of ``width`` cells; a column without a cell stays empty."""
    empty = Content("")
    return Content(_GAP).join(
        _cell(cells.get(column.name, empty), column, wide)
        for column, wide in widths(tuple(columns), width)
    )


def set_headings(columns: Sequence[Column], width: int) -> Content:
    """The headings of the columns, set as the rows are."""
    return set_row(columns, {c.name: Content(c.heading) for c in columns}, width)
