"""The title block, the head of the page, and the ending."""

from __future__ import annotations

from minute_taker.composing.blocks import Paragraph, Role, Signature, plain
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.minutes.changes import SetHead
from minute_taker.minutes.model import Status
from minute_taker.minutes.when import parse_date


def paragraphs(document, role):
    return [
        plain(block.runs)
        for block in document.blocks
        if isinstance(block, Paragraph) and block.role is role
    ]


def test_the_title_block(meeting_of, styled) -> None:
    document = compose(meeting_of(), styled())
    assert [(block.role, plain(block.runs)) for block in document.blocks[:4]] == [
        (Role.MINUTES, "Minutes"),
        (Role.BODY, "Parks and Paths Committee"),
        (Role.DATE, "3 March 2026"),
        (Role.VENUE, "Meeting held at Committee Room 1"),
    ]
    assert document.blocks[1].runs[0].caps
    assert document.title == "Minutes of the Parks and Paths Committee, 3 March 2026"


def test_what_is_not_known_is_a_gap(meeting_of, styled) -> None:
    document = compose(meeting_of(date="??", time="??", closed="", venue=""), styled())
    gaps = [
        plain(block.runs)
        for block in document.blocks
        if isinstance(block, Paragraph) and any(run.gap for run in block.runs)
    ]
    assert gaps == [
        "??",
        "Meeting held at ??",
        "The meeting, which commenced at ??, closed at ??.",
    ]


def test_the_ending(meeting_of, styled) -> None:
    text = paragraphs(compose(meeting_of(), styled()), Role.CLOSING)
    assert text[0] == "The meeting, which commenced at 7.00 pm, closed at 8.35 pm."
    assert "contact Nia Frost on 01632 960100." in text[1]
    assert "Councillors, officers, the press and members of the public" in text[1]


def test_nobody_to_contact_is_nobody_named(meeting_of, styled) -> None:
    text = paragraphs(compose(meeting_of(clerk=""), styled()), Role.CLOSING)
    assert "contact" not in text[1]


def test_draft_until_agreed_and_then_the_date(meeting_of, styled) -> None:
    meeting = meeting_of()
    assert compose(meeting, styled()).header == "DRAFT"
    agreed, _ = SetHead({"status": Status.AGREED}).apply(meeting)
    assert compose(agreed, styled()).header == ""
    dated, _ = SetHead({"agreed_on": parse_date("7 April 2026")}).apply(agreed)
    assert compose(dated, styled()).header == "Agreed on 7 April 2026"


def test_a_place_to_sign_where_the_style_asks_for_one(meeting_of, styled) -> None:
    assert not any(isinstance(b, Signature) for b in compose(meeting_of(), styled()).blocks)
    document = compose(meeting_of(), styled({"closing.signature": True}))
    assert document.blocks[-1] == Signature(who="Chairman", date_label="Date")


def test_past_midnight(meeting_of, styled) -> None:
    document = compose(meeting_of(closed="12.10 am"), styled())
    assert "closed at 12.10 am." in document_text(document)
