"""The one answer to "what does this line say as data": the reader of facts for every kind."""

from __future__ import annotations

from minute_taker.capture.decision_facts import (
    action_fact,
    literal_action_fact,
    motion_fact,
    promise_fact,
    resolution_fact,
    row_fact,
)
from minute_taker.capture.procedure_facts import procedure_fact
from minute_taker.capture.signs import ESCAPE
from minute_taker.minutes.facts import AnyFact
from minute_taker.minutes.model import Kind

_READERS = {
    Kind.PROCEDURE: procedure_fact,
    Kind.MOTION: motion_fact,
    Kind.RESOLUTION: resolution_fact,
    Kind.ACTION: action_fact,
    Kind.ROW: row_fact,
}


def fact_of(kind: Kind, text: str, *, speaker: str = "", plus: bool = False) -> AnyFact | None:
    """The fact in the words of a line of that kind, or None.

    Words that begin with a backslash can only have been typed as plain text.
    """
    if not text:
        return None
    if kind is Kind.ANSWER:
        return promise_fact(text, speaker) if plus else None
    if text.startswith(ESCAPE):
        return literal_fact(kind, text, speaker=speaker, plus=plus)
    reader = _READERS.get(kind)
    return reader(text) if reader else None


def literal_fact(kind: Kind, text: str, *, speaker: str = "", plus: bool = False) -> AnyFact | None:
    """The fact of words that were typed as plain text: no verb, no short form, no owner.

    A row keeps its cells, a promise its date: in them the backslash only guards the first word.
    """
    if kind is Kind.ROW:
        return row_fact(text)
    if kind is Kind.ACTION:
        return literal_action_fact(text)
    return promise_fact(text, speaker) if plus and kind is Kind.ANSWER else None
