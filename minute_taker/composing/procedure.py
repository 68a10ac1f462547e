"""A sentence for each verb of presence and procedure."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from minute_taker.composing.apologies import apologies_from
from minute_taker.composing.blocks import Role, Runs, runs_of
from minute_taker.composing.exclusion import compose_exclusion
from minute_taker.composing.interests import compose_interest
from minute_taker.composing.names import public_speaker
from minute_taker.composing.page import ItemPage
from minute_taker.composing.sentences import upper_first
from minute_taker.composing.wording import fields_in, fill
from minute_taker.minutes.chair import in_the_chair
from minute_taker.minutes.facts import (
    Adjourned,
    ApologiesFrom,
    Attending,
    Exclusion,
    Fact,
    Instead,
    Interest,
    InWriting,
    ItemDeferred,
    Movement,
    ReadFor,
    Readmitted,
    Resumed,
    TakesChair,
)
from minute_taker.minutes.model import HeadingKind, Line
from minute_taker.minutes.people import guests
from minute_taker.minutes.text import GAP

_TO_GAP = re.compile(r"\b(?:to|until) \?\?")


def compose_procedure(page: ItemPage, line: Line) -> None:
    """Add the sentence of a procedure line; words of no known form stand as typed."""
    fact = line.fact
    if isinstance(fact, Exclusion):
        compose_exclusion(page, line)
        return
    sentence = _SENTENCES.get(type(fact))
    if fact is None or sentence is None:
        _add(page, Role.PROCEDURE, page.context.words(line.text), line)
        return
    role, compose = sentence
    runs = runs_of(upper_first(compose(page, fact, _when(page, line))))
    _add(page, role, runs, line)


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
    _add(page, Role.PRESENCE, runs_of(upper_first(said)), line)


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
    return f"{said.removesuffix('.')}{_more(page, more)}." if more else said


def _more(page: ItemPage, more: str) -> str:
    """The clerk's own words with what parts them from the sentence before."""
    words = page.names.expand(more).removesuffix(".")
    return words if not words or words.startswith((":", ",")) else f" {words}"


def changes_chair(page: ItemPage, line: Line, following: Line | None) -> bool:
    """Whether whoever presides leaves and the next line has somebody else take the chair."""
    if not page.style.presence.left_and_chair or following is None:
        return False
    out = isinstance(line.fact, Movement) and line.fact.verb == "out"
    if not out or not isinstance(following.fact, TakesChair):
        return False
    presiding = in_the_chair(page.context.meeting, line.id).person
    return presiding is not None and presiding in page.names.known(line.fact.who)  # type: ignore[union-attr]


def compose_chair_change(page: ItemPage, line: Line, taken: Line) -> None:
    """Add one sentence for whoever presided and left, and who took the chair."""
    left, takes = line.fact, taken.fact
    if not isinstance(left, Movement) or not isinstance(takes, TakesChair):
        raise TypeError("a departure and another in the chair are wanted")
    time = _when(page, line).time or _when(page, taken).time
    chair = {"chair": page.names.who(takes.who)}
    said = _moves(page, left, page.style.presence.left_and_chair, time, **chair)
    _add(page, Role.PRESENCE, runs_of(upper_first(said)), line)


def _add(page: ItemPage, role: Role, runs: Runs, line: Line) -> None:
    """Add a sentence of procedure, in the paragraph above where the style has it run on."""
    run_on = page.style.presence.run_on
    wanted = run_on == "always" or (run_on == "indented" and line.depth > 0)
    if not (wanted and page.run_on(runs)):
        page.paragraph(role, runs, line=line.id, level=line.depth)


def _movement(page: ItemPage, fact: Movement, when: _When) -> str:
    settings, context = page.style.presence, page.context
    people = {person.id for _, person in context.names.people(fact.who) if person}
    wording = {"out": settings.left, "late": settings.late, "in": settings.joined}[fact.verb]
    if fact.verb == "out":
        context.out |= people
    else:
        wording = settings.returned if people and people <= context.out else wording
        context.out -= people
    return _moves(page, fact, wording, when.time)


def _moves(page: ItemPage, fact: Movement, wording: str, time: str, **more: str) -> str:
    """Somebody's coming or going, with the reason where the wording has it, or at its end."""
    settings, who = page.style.presence, page.names.who(fact.who)
    reason = _more(page, fact.more)
    spoken = page.names.spoken_of(fact.who)
    said = fill(wording, who=who, time=time, reason=reason, **spoken, **more)
    if "reason" not in fields_in(wording):
        said = _with_more(page, said, fact.more)
    departs = fact.verb == "out"
    wanted = settings.during_item == "always" or (settings.during_item == "departures" and departs)
    if wanted and page.item.heading is not HeadingKind.NONE:
        return fill(settings.during, sentence=said)
    return said


def _apologies(page: ItemPage, fact: ApologiesFrom, _when: _When) -> str:
    settings = page.style.apologies
    spoken = page.names.spoken_of(fact.who)
    who = apologies_from(page.context, fact)
    return fill(settings.received, verb=settings.verb, who=who, **spoken)


def _chair(page: ItemPage, fact: TakesChair, when: _When) -> str:
    spoken = page.names.spoken_of(fact.who)
    return fill(page.style.presence.chair, who=page.names.who(fact.who), time=when.time, **spoken)


def _attending(page: ItemPage, fact: Attending, _when: _When) -> str:
    named = [
        page.names.label(name) + (f" ({body})" if body else "") for name, body in guests(fact.who)
    ]
    return fill(
        page.style.presence.attending,
        who=page.names.expand(page.names.listed(named)),
        body=page.names.expand(fact.body),
        was="were" if len(named) > 1 else "was",
        **page.names.spoken_of(fact.who),
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
    readers, spoken = page.names.known(fact.who), page.names.spoken_of(fact.who)
    if asker and readers and page.names.person(asker) in readers:
        return fill(settings.read_for, who=page.names.who(fact.who), **spoken)
    named = public_speaker(asker) or page.style.questions.speakers == "printed"
    said = page.names.speaker(asker) if named else ""
    return fill(settings.read, who=page.names.who(fact.who), asker=said, **spoken)


def _writing(page: ItemPage, _fact: InWriting, _when: _When) -> str:
    return page.style.presence.writing


def _instead(page: ItemPage, fact: Instead, _when: _When) -> str:
    return page.names.expand(fact.text)


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
    Instead: (Role.TEXT, _instead),
}
