"""Lines that begin as data, and can't be read as data."""

from __future__ import annotations

from collections.abc import Iterator

from minute_taker.minutes.checking.findings import Finding, at_line, shortened
from minute_taker.minutes.model import Item, Line
from minute_taker.minutes.understood import wanted_of


def not_understood(item: Item, line: Line) -> Iterator[Finding]:
    """A line that is not understood, which is printed as it was typed."""
    if lacks := wanted_of(line):
        said = f"“{shortened(line.text)}” is not understood ({lacks}), and is printed as it stands"
        yield at_line("not-understood", said, item, line)
