"""A sentence for each verb of presence and procedure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from minute_taker.composing.blocks import Role, runs_of
from minute_taker.composing.names import public_speaker
from minute_taker.composing.opening import apologies_from, compose_interest
from minute_taker.composing.page import ItemPage, opening_run
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
    Readmitted,
    Resumed,
    TakesChair,
)
from minute_taker.minutes.model import HeadingKind, Item, Line, Part
from minute_taker.minutes.people import guests
from minute_taker.minutes.text import GAP

_SCHEDULE = re.compile(r"\b(?:of\s+)?(?:part\s+1\s+of\s+)?schedule\s*12a\b.*", re.IGNORECASE)
_TO_GAP = re.compile(r"\b(?:to|until) \?\?")


def compose_procedure(page: ItemPage, line: Line) -> None:
    """Add the sentence of a procedure line; words of no known form stand as typed."""
    fact = line.fact
    if isinstance(fact, Exclusion):
        _exclusion(page, line)
        return
    sentence = _SENTENCES.get(type(fact))
    if fact is None or sentence is None:
        page.paragraph(
            Role.PROCEDURE, page.context.words(line.text), line=line.id, level=line.depth
        )
        return
    role, compose = sentence
    runs = runs_of(upper_first(compose(page, fact, _when(page, line))))
    page.paragraph(role, runs, line=line.id, level=line.depth)


class _When(Struct, frozen=True):
    """The time and the date of a line as they are said: empty, or a gap typed for them."""

    time: str = ""
    date: str = ""


def _when(page: ItemPage, line: Line) -> _When:
    time = page.context.time(getattr(line.fact, "time", None))
    date = page.context.date(getattr(line.fact, "until", None))
    clock = page.context.time(getattr(line.fact, "until_time", None))
    # "to 11 June 2026 at 6.30 pm", either of them alone.
    date = " at ".join(filter(None, (date, clock)))
    if GAP in line.text:
        rest = line.text
        for field in ("who", "reason", "more"):
            words = getattr(line.fact, field, "")
            rest = rest.replace(words, "", 1)
        if _TO_GAP.search(rest):
            date = date or GAP
        elif GAP in rest:
            time = time or GAP
    return _When(time, date)


def compose_adjournment(page: ItemPage, line: Line, resumed: Line) -> None:
    """Add one sentence for an adjournment and the resumption that follows it at once."""
    stopped, went_on = line.fact, resumed.fact
    if not isinstance(stopped, Adjourned) or not isinstance(went_on, Resumed):
        raise TypeError("an adjournment and a resumption are wanted")
    said = fill(
        page.style.presence.adjourned_and_resumed,
        body=page.context.body,
        adjourned=_when(page, line).time,
        reason=page.names.expand(stopped.reason).rstrip("."),
        resumed=_when(page, resumed).time,
    )
    said = _with_more(page, said, went_on.more)
    page.paragraph(Role.PRESENCE, runs_of(upper_first(said)), line=line.id, level=line.depth)


def is_merged(line: Line, following: Line | None) -> bool:
    """Whether an adjournment and the line after it make one sentence."""
    return (
        isinstance(line.fact, Adjourned)
        and not (line.fact.until or line.fact.until_time or line.fact.more)
        and not _TO_GAP.search(line.text)
        and following is not None
        and isinstance(following.fact, Resumed)
        and following.fact.date is None
    )


def _with_more(page: ItemPage, said: str, more: str) -> str:
    """A sentence that goes on in the clerk's own words: "… at 7.10 pm to robe."."""
    return f"{said.removesuffix('.')} {page.names.expand(more)}." if more else said


def _movement(page: ItemPage, fact: Movement, when: _When) -> str:
    settings, context = page.style.presence, page.context
    people = {person.id for _, person in context.names.people(fact.who) if person}
    wording = {"out": settings.left, "late": settings.late, "in": settings.joined}[fact.verb]
    if fact.verb == "out":
        context.out |= people
    else:
        wording = settings.returned if people and people <= context.out else wording
        context.out -= people
    said = fill(wording, who=context.names.who(fact.who), time=when.time)
    said = _with_more(page, said, fact.more)
    departs = fact.verb == "out"
    wanted = settings.during_item == "always" or (settings.during_item == "departures" and departs)
    if wanted and page.item.heading is not HeadingKind.NONE:
        return fill(settings.during, sentence=said)
    return said


def _apologies(page: ItemPage, fact: ApologiesFrom, _when: _When) -> str:
    settings = page.style.apologies
    return fill(settings.received, verb=settings.verb, who=apologies_from(page.context, fact))


def _chair(page: ItemPage, fact: TakesChair, when: _When) -> str:
    who = page.names.who(fact.who)
    return fill(page.style.presence.chair, who=who, time=when.time)


def _attending(page: ItemPage, fact: Attending, _when: _When) -> str:
    named = [
        page.names.label(name) + (f" ({body})" if body else "") for name, body in guests(fact.who)
    ]
    return fill(
        page.style.presence.attending,
        who=page.names.expand(listed(named)),
        body=page.names.expand(fact.body),
        was="were" if len(named) > 1 else "was",
    )


def _adjourned(page: ItemPage, fact: Adjourned, when: _When) -> str:
    said = fill(
        page.style.presence.adjourned,
        body=page.context.body,
        time=when.time,
        reason=page.names.expand(fact.reason).rstrip("."),
        date=when.date,
    )
    return _with_more(page, said, fact.more)


def _resumed(page: ItemPage, fact: Resumed, when: _When) -> str:
    settings, day = page.style.presence, page.context.date(fact.date)
    wording = settings.resumed_on if day else settings.resumed
    said = fill(wording, body=page.context.body, time=when.time, date=day)
    return _with_more(page, said, fact.more)


def _readmitted(page: ItemPage, _fact: Readmitted, when: _When) -> str:
    return fill(page.style.exempt.readmitted, body=page.context.body, time=when.time)


def _deferred(page: ItemPage, fact: ItemDeferred, when: _When) -> str:
    date = "" if fact.more else when.date or page.put_off_to
    return _with_more(page, fill(page.style.presence.item_deferred, date=date), fact.more)


def _read(page: ItemPage, fact: ReadFor, _when: _When) -> str:
    settings, asker = page.style.presence, page.asker
    readers = page.names.known(fact.who)
    if asker and readers and page.names.person(asker) in readers:
        return fill(settings.read_for, who=page.names.who(fact.who))
    named = public_speaker(asker) or page.style.questions.speakers == "printed"
    said = page.names.speaker(asker) if named else ""
    return fill(settings.read, who=page.names.who(fact.who), asker=said)


def _writing(page: ItemPage, _fact: InWriting, _when: _When) -> str:
    return page.style.presence.writing


def _interest(page: ItemPage, fact: Interest, _when: _When) -> str:
    return compose_interest(page.context, fact)


_SENTENCES: dict[type[Fact] | type[None], tuple[Role, Callable[[ItemPage, Any, _When], str]]] = {
    Movement: (Role.PRESENCE, _movement),
    ApologiesFrom: (Role.PRESENCE, _apologies),
    TakesChair: (Role.PRESENCE, _chair),
    Attending: (Role.PRESENCE, _attending),
    Adjourned: (Role.PRESENCE, _adjourned),
    Resumed: (Role.PRESENCE, _resumed),
    Readmitted: (Role.PRESENCE, _readmitted),
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
    words = fill(wording, body=page.context.body)
    opening = opening_run(decided.opening, bold=decided.bold)
    apart = bool(opening) and decided.alone == "next line"
    if apart:
        page.paragraph(Role.RESOLUTION, opening[:1], level=line.depth, keep=True)
    runs = runs_of(words) if apart else (*opening, *runs_of(words))
    page.paragraph(
        Role.RESOLUTION, runs, line=line.id, level=line.depth, keep=bool(items), goes_on=apart
    )
    for item in items:
        ground, description = exempt_ground(page, item)
        said = fill(
            settings.excluded_item,
            agenda=page.context.numbers(item).agenda,
            title=item.title,
            paragraphs=ground,
            description=description,
        )
        page.bullet(runs_of(said), line=line.id, level=min(line.depth + 1, 3))


def _items_excluded(page: ItemPage) -> list[Item]:
    """The Part II items that are still to come, or all of them where none is."""
    items = page.context.meeting.items
    exempt = [item for item in items if item.part is Part.EXEMPT]
    here = next(n for n, item in enumerate(items) if item.id == page.item.id)
    return [item for item in items[here:] if item.part is Part.EXEMPT] or exempt


def exempt_ground(page: ItemPage, item: Item) -> tuple[str, str]:
    """``paragraph 3`` and what that is in the style's words; both empty where it is not said."""
    settings = page.style.exempt
    cited = _SCHEDULE.sub("", item.exempt_paragraph)
    numbers = [n for n in re.split(r"[^0-9A-Za-z]+|\band\b", cited) if n]
    if not numbers:
        return "", ""
    ground = (
        fill(settings.paragraph, number=numbers[0])
        if len(numbers) == 1
        else fill(settings.several, numbers=listed(numbers))
    )
    described = [settings.paragraphs[n] for n in numbers if n in settings.paragraphs]
    # What they are has commas of its own.
    return ground, "; and ".join(filter(None, ("; ".join(described[:-1]), *described[-1:])))
