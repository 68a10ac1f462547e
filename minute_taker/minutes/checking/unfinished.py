"""What is still to be done: gaps, questions without an answer, reasons and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minute_taker.minutes import questions
from minute_taker.minutes.chair import chair_spans
from minute_taker.minutes.checking.check_context import CheckContext
from minute_taker.minutes.checking.findings import Finding, at_line, shortened
from minute_taker.minutes.model import Kind, Line, Part
from minute_taker.minutes.text import GAP, count_gaps

#: The paragraphs of Schedule 12A to the Local Government Act 1972 that a council may cite.
_PARAGRAPHS = frozenset("1234567")
_SHORTEST_ADDRESS = 6


def gaps(context: CheckContext) -> Iterator[Finding]:
    """Every ``??`` and every fact of the head that the page needs and the draft lacks."""
    head = context.meeting
    needed = {
        "the name of the committee": head.committee,
        "the date": head.date,
        "the venue": head.venue,
        "the time when the meeting began": head.start,
        "the time when it closed": head.close,
    }
    for what, value in needed.items():
        if value is None or value == "":
            yield Finding("gap", f"{what} is not given")
    for words in (head.venue, head.clerk, head.contact, head.chair, head.committee):
        if GAP in words:
            yield Finding("gap", f"{_counted(words)} in the head")
    for person in head.attendance:
        words = f"{person.name} {person.post} {person.organisation} {person.substitute_for}"
        if GAP in words:
            yield Finding("gap", f"{_counted(words)} in the attendance")
        if person.id in context.expected:
            yield Finding("gap", f"{person.name} is expected; it is not said whether they came")
    for item in head.items:
        heading = f"{item.title} {item.deferred}"
        if GAP in heading:
            yield Finding("gap", f"{_counted(heading)} in the heading", item.id)
        for line in item.lines:
            if GAP in line.text:
                yield at_line("gap", _counted(line.text), item, line)


def chair_spans_open(context: CheckContext) -> Iterator[Finding]:
    """Where the page says from when somebody presided, and the line that ends it has no time."""
    for span in chair_spans(context.meeting):
        if span.instead and span.person and span.begun and span.until and not span.ended:
            words = f"the time until which {span.person.name} was in the chair is not given"
            yield Finding("gap", words, context.items[span.until], span.until)


def _counted(text: str) -> str:
    count = count_gaps(text)
    return "a gap is left" if count == 1 else f"{count} gaps are left"


def unanswered(context: CheckContext) -> Iterator[Finding]:
    """Questions that nobody answered; a supplementary's answer answers the question too."""
    for asked in questions.unanswered(context.meeting):
        line = asked.line
        which = f"question {line.number}, " if line.number else ""
        words = f"nobody answers {which}“{shortened(line.text)}”"
        yield Finding("unanswered-question", words, asked.item, line.id)


def question_numbers(context: CheckContext) -> Iterator[Finding]:
    """Questions of one item that were published under one number."""
    for item in context.meeting.items:
        given: set[str] = set()
        for line in item.lines:
            if line.kind is not Kind.QUESTION or line.plus or not line.number:
                continue
            if line.number in given:
                words = f"two questions of this item have the number {line.number}"
                yield at_line("question-number-twice", words, item, line)
            given.add(line.number)


def exempt_reasons(context: CheckContext) -> Iterator[Finding]:
    """Part II items that cite no paragraph of Schedule 12A, or one that it does not have."""
    for item in context.meeting.items:
        if item.part is not Part.EXEMPT:
            continue
        cited = re.findall(r"\d+", item.exempt_paragraph)
        if not cited:
            words = (
                f"“{shortened(item.title)}” is in Part II and gives no paragraph of Schedule 12A"
            )
            yield Finding("no-exempt-reason", words, item.id)
        elif not set(cited) <= _PARAGRAPHS:
            wrong = ", ".join(sorted(set(cited) - _PARAGRAPHS))
            words = f"Schedule 12A has no paragraph {wrong}; it has 1 to 7"
            yield Finding("no-exempt-reason", words, item.id)


def public_addresses(context: CheckContext, *, printed: bool) -> Iterator[Finding]:
    """Addresses of members of the public that the public copy would show."""
    public = [item for item in context.meeting.items if item.part is Part.PUBLIC]
    known = {address for item in public for line in item.lines if (address := _address(line))}
    for item in public:
        for line in item.lines:
            told = printed and _address(line)
            if told or any(address in line.text for address in known):
                words = "the address of a member of the public stands in the public copy"
                yield at_line("public-address", words, item, line)


def _address(line: Line) -> str:
    if not line.speaker.startswith("["):
        return ""
    address = line.speaker.strip("[]").partition(",")[2].strip()
    return address if len(address) >= _SHORTEST_ADDRESS else ""
