"""From a meeting and a house style to the finished minutes, as blocks."""

from __future__ import annotations

from minute_taker.composing.actions import compose_action_table
from minute_taker.composing.attendance import compose_attendance
from minute_taker.composing.blocks import AnyBlock, Document
from minute_taker.composing.frame import (
    compose_closing,
    compose_title,
    document_title,
    page_header,
)
from minute_taker.composing.items import compose_item, gathers_interests
from minute_taker.composing.opening import opening_items
from minute_taker.composing.scribe import Scribe
from minute_taker.composing.style import Style
from minute_taker.minutes.model import Meeting


def compose(meeting: Meeting, style: Style, *, public: bool = True) -> Document:
    """The minutes of a meeting in a house style.

    The public copy has the headings of exempt items and the reason for each, and nothing that
    was taken down under them; the full copy (``public=False``) has everything.
    """
    scribe = Scribe(meeting, style, public=public)
    blocks: list[AnyBlock] = compose_title(scribe)
    attendance = compose_attendance(scribe)
    if attendance is not None:
        blocks.append(attendance)
    openings = opening_items(scribe)
    scribe.gathers_interests = gathers_interests(scribe, openings)
    for item in scribe.meeting.items:
        blocks += compose_item(scribe, item, openings.get(item.id, ""))
    blocks += compose_action_table(scribe)
    blocks += compose_closing(scribe)
    return Document(
        title=document_title(scribe),
        blocks=tuple(blocks),
        council=meeting.council,
        committee=meeting.committee,
        date=meeting.date,
        header=page_header(scribe),
        footer=style.document.footer,
        language=style.document.language,
        public=public,
    )
