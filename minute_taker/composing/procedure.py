"""A sentence for each verb of presence and procedure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from minute_taker.composing.blocks import Role
from minute_taker.composing.names import public_speaker
from minute_taker.composing.opening import apologies_from, compose_interest
from minute_taker.composing.page import ItemPage, opening_run
from minute_taker.composing.scribe import runs_of
from minute_taker.composing.sentences import listed, upper_first
from minute_taker.composing.wording import fill
from minute_taker.minutes.facts import (
    Adjourned,
    ApologiesFrom,
    Attending,
    Exclusion,
    Fact,
    Interest,
    InWriting,
    ItemDeferred,
    Movement,
    ReadFor,
    Resumed,
    TakesChair,
)
from minute_taker.minutes.model import HeadingKind, Item, Line, Part


def compose_procedure(page: ItemPage, line: Line) -> None:
    """Add the sentence of a procedure line; words of no known form stand as typed."""
    fact = line.fact
    if isinstance(fact, Exclusion):
        _exclusion(page, line)
        return
    sentence = _SENTENCES.get(type(fact))
    if fact is None or sentence is None:
        page.paragraph(Role.PROCEDURE, page.scribe.words(line.text), line=line.id, level=line.depth)
        return
    role, compose = sentence
    runs = runs_of(upper_first(compose(page, fact)))
    page.paragraph(role, runs, line=line.id, level=line.depth)


def compose_adjournment(page: ItemPage, line: Line, resumed: Line) -> None:
    """Add one sentence for an adjournment and the resumption that follows it at once."""
    stopped, went_on = line.fact, resumed.fact
    if not isinstance(stopped, Adjourned) or not isinstance(went_on, Resumed):
        raise TypeError("an adjournment and a resumption are wanted")
    said = fill(
        page.style.presence.adjourned_and_resumed,
        body=page.scribe.body,
        adjourned=page.scribe.time(stopped.time),
        reason=page.names.expand(stopped.reason).rstrip("."),
        resumed=page.scribe.time(went_on.time),
    )
    page.paragraph(Role.PRESENCE, runs_of(upper_first(said)), line=line.id, level=line.depth)


def is_merged(line: Line, following: Line | None) -> bool:
    """Whether an adjournment and the line after it make one sentence."""
    return (
        isinstance(line.fact, Adjourned)
        and line.fact.until is None
        and following is not None
        and isinstance(following.fact, Resumed)
    )


def _movement(page: ItemPage, fact: Movement) -> str:
    settings, scribe = page.style.presence, page.scribe
    person = scribe.names.person(fact.who)
    wording = {"out": settings.left, "late": settings.late, "in": settings.joined}[fact.verb]
    if person is not None:
        if fact.verb == "out":
            scribe.out.add(person.id)
        elif person.id in scribe.out:
            scribe.out.discard(person.id)
            wording = settings.returned
    said = fill(wording, who=scribe.names.who(fact.who), time=scribe.time(fact.time))
    departs = fact.verb == "out"
    wanted = settings.during_item == "always" or (settings.during_item == "departures" and departs)
    if wanted and page.item.heading is not HeadingKind.NONE:
        return fill(settings.during, sentence=said)
    return said


def _apologies(page: ItemPage, fact: ApologiesFrom) -> str:
    settings = page.style.apologies
    return fill(settings.received, verb=settings.verb, who=apologies_from(page.scribe, fact))


def _chair(page: ItemPage, fact: TakesChair) -> str:
    who = page.names.who(fact.who)
    return fill(page.style.presence.chair, who=who, time=page.scribe.time(fact.time))


def _attending(page: ItemPage, fact: Attending) -> str:
    who = page.names.label(fact.who)
    several = " and " in who or "," in who
    return fill(
        page.style.presence.attending,
        who=page.names.expand(who),
        body=page.names.expand(fact.body),
        was="were" if several else "was",
    )


def _adjourned(page: ItemPage, fact: Adjourned) -> str:
    return fill(
        page.style.presence.adjourned,
        body=page.scribe.body,
        time=page.scribe.time(fact.time),
        reason=page.names.expand(fact.reason).rstrip("."),
        date=page.scribe.date(fact.until),
    )


def _resumed(page: ItemPage, fact: Resumed) -> str:
    time = page.scribe.time(fact.time)
    return fill(page.style.presence.resumed, body=page.scribe.body, time=time)


def _deferred(page: ItemPage, fact: ItemDeferred) -> str:
    return fill(page.style.presence.item_deferred, date=page.scribe.date(fact.until))


def _read(page: ItemPage, fact: ReadFor) -> str:
    settings, asker = page.style.presence, page.asker
    reader = page.names.person(fact.who)
    if asker and reader is not None and page.names.person(asker) is reader:
        return fill(settings.read_for, who=page.names.who(fact.who))
    named = public_speaker(asker) or page.style.questions.speakers == "printed"
    said = page.names.speaker(asker) if named else ""
    return fill(settings.read, who=page.names.who(fact.who), asker=said)


def _writing(page: ItemPage, _: InWriting) -> str:
    return page.style.presence.writing


def _interest(page: ItemPage, fact: Interest) -> str:
    return compose_interest(page.scribe, fact)


_SENTENCES: dict[type[Fact] | type[None], tuple[Role, Callable[[ItemPage, Any], str]]] = {
    Movement: (Role.PRESENCE, _movement),
    ApologiesFrom: (Role.PRESENCE, _apologies),
    TakesChair: (Role.PRESENCE, _chair),
    Attending: (Role.PRESENCE, _attending),
    Adjourned: (Role.PRESENCE, _adjourned),
    Resumed: (Role.PRESENCE, _resumed),
    Interest: (Role.PROCEDURE, _interest),
    ItemDeferred: (Role.PROCEDURE, _deferred),
    ReadFor: (Role.PROCEDURE, _read),
    InWriting: (Role.PROCEDURE, _writing),
}


def _exclusion(page: ItemPage, line: Line) -> None:
    """The resolution to exclude the public: which items, and on what ground each."""
    settings, decided = page.style.exempt, page.style.resolutions
    items = _items_excluded(page)
    wording = settings.exclusion_of_one if len(items) == 1 else settings.exclusion_of_several
    if not items:
        wording = f"{settings.exclusion}."
    words = fill(wording, body=page.scribe.body)
    opening = opening_run(decided.opening, bold=decided.bold)
    runs = (*opening, *runs_of(words))
    page.paragraph(Role.RESOLUTION, runs, line=line.id, level=line.depth, keep=bool(items))
    for item in items:
        ground, description = exempt_ground(page, item)
        said = fill(
            settings.excluded_item,
            agenda=page.scribe.numbers(item).agenda,
            title=item.title,
            paragraphs=ground,
            description=description,
        )
        page.bullet(runs_of(said), line=line.id, level=min(line.depth + 1, 3))


def _items_excluded(page: ItemPage) -> list[Item]:
    """The Part II items that are still to come, or all of them where none is."""
    items = page.scribe.meeting.items
    exempt = [item for item in items if item.part is Part.EXEMPT]
    here = next(n for n, item in enumerate(items) if item.id == page.item.id)
    return [item for item in items[here:] if item.part is Part.EXEMPT] or exempt


def exempt_ground(page: ItemPage, item: Item) -> tuple[str, str]:
    """``paragraph 3`` and what that is in the style's words; both empty where it is not said."""
    settings = page.style.exempt
    numbers = [n for n in re.split(r"[^0-9A-Za-z]+|\band\b", item.exempt_paragraph) if n]
    if not numbers:
        return "", ""
    ground = (
        fill(settings.paragraph, number=numbers[0])
        if len(numbers) == 1
        else fill(settings.several, numbers=listed(numbers))
    )
    described = [settings.paragraphs[n] for n in numbers if n in settings.paragraphs]
    return ground, listed(described)
