"""Work out what each line of data will print, for the screens that show it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import dropwhile

from msgspec import Struct

from minute_taker.composing.blocks import AnyBlock, Heading, ListEntry, Paragraph, Role, plain
from minute_taker.composing.compose import compose_parts
from minute_taker.composing.context import ComposeContext
from minute_taker.composing.opening import opening_items
from minute_taker.composing.own_words import does_its_job
from minute_taker.composing.style import Style
from minute_taker.minutes.facts import Action, Agreed, Row
from minute_taker.minutes.model import Item, Kind, Line, Meeting

_KINDS = (Kind.PROCEDURE, Kind.MOTION, Kind.RESOLUTION)
#: Facts that only mark off parts of what the clerk typed, and word nothing anew.
_TYPED = (Action, Agreed, Row)
#: What the style adds round the lines of an item, and is no sentence about the meeting.
_ROUND_THEM = (Role.LEAD_IN, Role.EXEMPT)


class AsPrinted(Struct, frozen=True):
    """The sentences that the program composes itself.

    ``lines`` has the sentences of each line of data by the line's id; none for a line that is
    said in the sentence of another, as a resumption is. By the item's id, ``headings`` has what
    an item's heading says in words, ``openings`` the sentence of an item that opens the
    meeting, and ``own`` the lines that stand in such a sentence's place.
    """

    lines: Mapping[int, tuple[str, ...]] = {}
    headings: Mapping[int, tuple[str, ...]] = {}
    openings: Mapping[int, tuple[str, ...]] = {}
    own: Mapping[int, tuple[int, ...]] = {}

    @property
    def items(self) -> Mapping[int, tuple[str, ...]]:
        """What is printed under each item and comes from no line of it, by the item's id."""
        ids = dict.fromkeys((*self.headings, *self.openings))
        return {key: (*self.headings.get(key, ()), *self.openings.get(key, ())) for key in ids}


def as_printed(meeting: Meeting, style: Style) -> AsPrinted:
    """The sentences of every line of data, from the blocks of the full copy."""
    *_, printed = as_printed_in_steps(meeting, style)
    return printed


def as_printed_in_steps(meeting: Meeting, style: Style) -> Iterator[AsPrinted]:
    """Yield the sentences found so far after each item, the last time all of them.

    A line can change the sentence of another far away, so the whole meeting is composed: at
    2,000 lines a few tens of milliseconds, in which others may want the processor.
    """
    lines: dict[int, list[str]] = {
        line.id: [] for _, line in meeting.lines() if is_worded_anew(line)
    }
    headings: dict[int, list[str]] = {}
    openings: dict[int, list[str]] = {}
    under: int | None = None
    context = ComposeContext(meeting, style, public=False)
    opens = opening_items(context)
    own = {item.id: _own(item, opens[item.id]) for item in meeting.items if item.id in opens}
    for number, blocks in enumerate(compose_parts(context), -1):
        if number == len(meeting.items):
            under = None  # What ends the minutes is no item's.
        for block in blocks:
            if isinstance(block, Heading):
                under = block.item if block.item is not None else under
            elif (said := _sentence(block)) and isinstance(block, Paragraph | ListEntry):
                if block.line in lines:
                    lines[block.line].append(said)
                elif not block.line and under is not None:
                    by_heading = block.role is Role.PROCEDURE or under not in opens
                    (headings if by_heading else openings).setdefault(under, []).append(said)
        yield AsPrinted(_closed(lines), _closed(headings), _closed(openings), own)


def _sentence(block: AnyBlock) -> str:
    if not isinstance(block, Paragraph | ListEntry) or block.role in _ROUND_THEM:
        return ""
    return plain(block.runs)


def _closed(said: Mapping[int, list[str]]) -> Mapping[int, tuple[str, ...]]:
    return {key: tuple(sentences) for key, sentences in said.items()}


def _own(item: Item, opens: str) -> tuple[int, ...]:
    """The lines that do the job of an opening item's sentence."""
    typed = dropwhile(lambda line: line.kind is Kind.AGENDA, item.lines)
    return tuple(line.id for line in typed if does_its_job(opens, line))


def is_worded_anew(line: Line) -> bool:
    """Whether the page says in words of its own what the line says as data."""
    return line.kind in _KINDS and line.fact is not None and not isinstance(line.fact, _TYPED)
