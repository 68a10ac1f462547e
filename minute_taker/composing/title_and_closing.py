"""Compose what stands before and after the business: the title block and the ending."""

from __future__ import annotations

from minute_taker.composing.blocks import AnyBlock, Paragraph, Role, Signature, runs_of
from minute_taker.composing.context import ComposeContext
from minute_taker.composing.dates import say_date
from minute_taker.composing.names import bare_name
from minute_taker.composing.sentences import upper_first
from minute_taker.composing.wording import fill
from minute_taker.minutes.model import Status
from minute_taker.minutes.people import chair_of
from minute_taker.minutes.text import GAP


def compose_title(context: ComposeContext) -> list[AnyBlock]:
    """The title block; what is not known yet is a gap."""
    meeting, settings = context.meeting, context.style.title_block
    known = {
        "committee": meeting.committee or GAP,
        "date": say_date(meeting.date, context.style.when, title=True),
        "start": context.time(meeting.start) or GAP,
        "venue": meeting.venue or GAP,
    }
    lines = {
        "minutes": (Role.MINUTES, settings.minutes),
        "council": (Role.VENUE, fill(settings.council, council=meeting.council)),
        "body": (Role.BODY, fill(settings.body, **known)),
        "date": (Role.DATE, fill(settings.date, **known)),
        "venue": (Role.VENUE, fill(settings.venue, **known)),
    }
    order: list[str] = list(settings.order)
    if settings.sentence:
        # It says what they say, where the first of them stands.
        said = [name for name in order if name in ("body", "date", "venue")]
        order = [name for name in order if name not in said[1:]]
        lines |= {name: (Role.BODY, fill(settings.sentence, **known)) for name in said[:1]}
    capitals = settings.body_capitals and not settings.sentence
    return [
        Paragraph(role=role, runs=runs_of(text, caps=role is Role.BODY and capitals))
        for role, text in (lines[name] for name in order)
        if text
    ]


def document_title(context: ComposeContext) -> str:
    """The title in the document's properties."""
    meeting = context.meeting
    return fill(
        context.style.title_block.document,
        committee=meeting.committee,
        council=meeting.council,
        date=say_date(meeting.date, context.style.when, title=True) if meeting.date else "",
    )


def page_header(context: ComposeContext) -> str:
    """DRAFT until the minutes are agreed, then when they were."""
    settings = context.style.document
    if context.meeting.status is Status.DRAFT:
        return settings.draft_header
    return fill(settings.agreed_header, date=context.date(context.meeting.agreed_on))


def compose_closing(context: ComposeContext) -> list[AnyBlock]:
    """When the meeting began and ended, the notice, and a place to sign."""
    meeting, settings = context.meeting, context.style.closing
    blocks: list[AnyBlock] = []
    closed = fill(
        settings.closed,
        start=context.time(meeting.start) or GAP,
        close=context.time(meeting.close) or GAP,
        body=context.body,
    )
    contact = fill(settings.contact, clerk=meeting.clerk, contact=meeting.contact)
    notices = [
        fill(wording, contact=contact if meeting.clerk else "", committee=meeting.committee)
        for wording in settings.notice
    ]
    for text in (closed, *notices):
        if text:
            blocks.append(Paragraph(role=Role.CLOSING, runs=runs_of(upper_first(text))))
    if settings.signature:
        presiding = chair_of(meeting)
        who = fill(
            settings.signed_by,
            chair=context.names.chair,
            name=bare_name(presiding) if presiding else "",
        )
        blocks.append(Signature(who=who, date_label=settings.signed_on))
    return blocks
