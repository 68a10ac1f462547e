"""What each line of data will print, for whoever shows the lines as the page will have them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from minute_taker.composing.blocks import Heading, ListEntry, Paragraph, Role, plain
from minute_taker.composing.compose import compose
from minute_taker.composing.style import Style
from minute_taker.minutes.facts import Action, Agreed, Row
from minute_taker.minutes.model import Kind, Line, Meeting

_KINDS = (Kind.PROCEDURE, Kind.MOTION, Kind.RESOLUTION)
#: Facts that only mark off parts of what the clerk typed, and word nothing anew.
_TYPED = (Action, Agreed, Row)
#: What the style adds round the lines of an item, and is no sentence about the meeting.
_ROUND_THEM = (Role.LEAD_IN, Role.EXEMPT)


class AsPrinted(Struct, frozen=True):
    """The sentences that the program words itself.

    ``lines`` has the sentences of each line of data by the line's id; none for a line that is
    said in the sentence of the one before it, as a resumption is. ``items`` has, by the item's
    id, what is printed under an item and comes from no line of it.
    """

    lines: Mapping[int, tuple[str, ...]]
    items: Mapping[int, tuple[str, ...]]


def as_printed(meeting: Meeting, style: Style) -> AsPrinted:
    """The sentences of every line of data, from the blocks of the full copy.

    A line can change the sentence of another far away, so the whole meeting is composed: at
    2,000 lines a few tens of milliseconds, which belong off the thread that draws.
    """
    lines: dict[int, list[str]] = {
        line.id: [] for _, line in meeting.lines() if is_worded_anew(line)
    }
    items: dict[int, list[str]] = {}
    under: int | None = None
    for block in compose(meeting, style, public=False).blocks:
        if isinstance(block, Heading):
            under = block.item if block.item is not None else under
        elif isinstance(block, Paragraph | ListEntry):
            if block.line in lines:
                lines[block.line].append(plain(block.runs))
            elif not block.line and under is not None and block.role not in _ROUND_THEM:
                items.setdefault(under, []).append(plain(block.runs))
    return AsPrinted(
        {line: tuple(said) for line, said in lines.items()},
        {item: tuple(said) for item, said in items.items()},
    )


def is_worded_anew(line: Line) -> bool:
    """Whether the page says in words of its own what the line says as data."""
    return line.kind in _KINDS and line.fact is not None and not isinstance(line.fact, _TYPED)
