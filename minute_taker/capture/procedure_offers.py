"""The time at which somebody comes or goes, offered at the end of a line of procedure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from minute_taker.capture.facts_parser import fact_of
from minute_taker.capture.offers import Offer
from minute_taker.capture.procedure_facts import VERBS
from minute_taker.minutes.facts import Adjourned, Movement, Resumed, TakesChair
from minute_taker.minutes.model import Attendee, Kind
from minute_taker.minutes.people import find_people
from minute_taker.minutes.when import format_time


def is_procedure(text: str) -> bool:
    """Whether a line of procedure begins with one of the verbs: it is data, and no sentence."""
    return text.partition(" ")[0] in VERBS


def offer_time(before: str, people: Sequence[Attendee], now: dt.datetime | None) -> Offer | None:
    """The time now, once the line is whole without it; None where it has one.

    Nothing is offered after a name that nobody bears: it may still be growing.
    """
    fact = fact_of(Kind.PROCEDURE, before.strip()) if now is not None else None
    if now is None or not isinstance(fact, Movement | TakesChair | Adjourned | Resumed):
        return None
    if fact.time is not None or (isinstance(fact, Adjourned) and (fact.reason or fact.until)):
        return None
    who = fact.who if isinstance(fact, Movement | TakesChair) else ""
    if who and not all(person for _, person in find_people(people, who)):
        return None
    time = format_time(now.time())
    return Offer(time if before.endswith(" ") else f" {time}", 0)
