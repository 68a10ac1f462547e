"""From a meeting and a house style to the finished minutes, as blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from minute_taker.composing.actions import compose_action_table
from minute_taker.composing.attendance import compose_attendance
from minute_taker.composing.blocks import AnyBlock, Attendance, Document, Table
from minute_taker.composing.context import ComposeContext
from minute_taker.composing.items import compose_item, gathers_interests
from minute_taker.composing.opening import opening_items
from minute_taker.composing.style import Style
from minute_taker.composing.title_and_closing import (
    compose_closing,
    compose_title,
    document_title,
    page_header,
)
from minute_taker.composing.typography import curly, in_letters, with_commas
from minute_taker.minutes.model import Meeting


def compose(meeting: Meeting, style: Style, *, public: bool = True) -> Document:
    """The minutes of a meeting in a house style.

    The public copy has the headings of exempt items and the reason for each, and nothing that
    was taken down under them; the full copy (``public=False``) has everything.
    """
    context = ComposeContext(meeting, style, public=public)
    blocks = [block for part in compose_parts(context) for block in part]
    letters = _letters(style)
    return Document(
        title=letters(document_title(context)),
        blocks=tuple(_parted(blocks)),
        council=meeting.council,
        committee=meeting.committee,
        date=meeting.date,
        header=page_header(context),
        footer=letters(style.document.footer),
        language=style.document.language,
        public=public,
    )


def compose_parts(context: ComposeContext) -> Iterator[Sequence[AnyBlock]]:
    """Yield the blocks of what opens the minutes, of each item in order, and of their ending."""
    letters = _letters(context.style)
    for blocks in _parts(context):
        yield [in_letters(block, letters) for block in blocks]


def _letters(style: Style) -> Callable[[str], str]:
    """What is made of every text of the page, once it is composed."""
    quotes = curly if style.figures.quotes == "curly" else str
    return lambda text: quotes(with_commas(text))


def _parts(context: ComposeContext) -> Iterator[Sequence[AnyBlock]]:
    blocks: list[AnyBlock] = compose_title(context)
    attendance = compose_attendance(context)
    if attendance is not None:
        blocks.append(attendance)
    openings = opening_items(context)
    context.gathers_interests = gathers_interests(context, openings)
    yield blocks
    for item in context.meeting.items:
        yield compose_item(context, item, openings.get(item.id, ""))
    yield (*compose_action_table(context), *compose_closing(context))


def _parted(blocks: Iterable[AnyBlock]) -> Iterator[AnyBlock]:
    """The blocks, with words between two tables: with none, a word processor makes them one."""
    above: AnyBlock | None = None
    for block in blocks:
        if isinstance(block, Table) and isinstance(above, Table | Attendance):
            block = replace(block, caption=block.caption or block.description)
        yield block
        above = block
