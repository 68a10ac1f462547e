"""Declarations of interest: the sentence of each, and those made under other items."""

from __future__ import annotations

import re

from minute_taker.composing.context import ComposeContext
from minute_taker.composing.sentences import listed, ranges, upper_first
from minute_taker.composing.wording import fields_in, fill
from minute_taker.minutes.facts import Interest
from minute_taker.minutes.model import Item
from minute_taker.minutes.patterns import pattern

_NUMBER = pattern(r"\d+[a-z]?(?:\.\d+)*(?:\(\w+\))*")
_MINUTE = pattern(r"minute\s+(?:no\.?\s*)?(\S+)", re.IGNORECASE)
_AN = pattern(r"^a (?=[aeiou])", re.IGNORECASE)
_HAS_CAUSE = pattern(r"^(?:as|because|since|in that|by virtue of|due to|owing to)\b", re.I)


def compose_interest(context: ComposeContext, fact: Interest, under: Item | None = None) -> str:
    """``Councillor Bright declared a pecuniary interest in agenda item 6 as …``, and what then."""
    settings = context.style.declarations
    people = context.names.people(fact.who)
    who = context.names.who(fact.who)
    stated = _AN.sub("an ", fill(settings.stated, nature=fact.nature))
    stated = settings.natures.get(fact.nature, stated)
    interest = stated if fact.nature else settings.unstated
    reason = context.names.expand(fact.reason).rstrip(".")
    because = reason if _HAS_CAUSE.match(reason) else fill(settings.because, reason=reason)
    said = fill(
        settings.declared,
        who=who,
        interest=interest,
        item=_interest_item(context, fact.item or _called(context, under)),
        because=because if reason else "",
        **context.names.spoken_of(fact.who),
    )
    conducts = {
        "left": settings.left,
        "stayed": settings.stayed,
        "left, no vote": settings.left_no_vote,
        "stayed, voted": settings.stayed_voted,
        "stayed, no vote": settings.stayed_no_vote,
    }
    if fact.conduct:
        again = "they" if len(people) > 1 else context.names.pronoun(people[0][1]) or who
        spoken = context.names.spoken_of(fact.who)
        said += " " + upper_first(fill(conducts[fact.conduct], who=again, **spoken))
    return upper_first(said)


def _called(context: ComposeContext, item: Item | None) -> str:
    """Return how other items name this one: by its number, or else by its title."""
    return (context.numbers(item).agenda or item.title) if item is not None else ""


def _interest_item(context: ComposeContext, item: str) -> str:
    """The item as the style names it; what is no number, as the clerk has it."""
    settings = context.style.declarations
    if minute := _MINUTE.fullmatch(item):
        found = context.by_minute_number.get(minute[1].lower())
        titled = fields_in(settings.item) & {"minute", "title"}
        return _named(context, found) if found and titled else context.names.expand(item)
    numbers = _NUMBER.findall(item)
    if not item or re.sub(r"[,&\s]|\band\b", "", _NUMBER.sub("", item)):
        return context.names.expand(item)
    if len(numbers) > 1 and settings.items:
        return fill(settings.items, numbers=ranges(numbers))
    by_number = context.by_agenda_number
    return listed([_named(context, by_number.get(number), number) for number in numbers])


def _named(context: ComposeContext, item: Item | None, number: str = "") -> str:
    """One item, by the style's wording; of one that is not there only its number is known."""
    wording = context.style.declarations.item
    if item is None:
        return fill(wording, number=number, minute=number, title="")
    numbers = context.numbers(item)
    return fill(wording, number=numbers.agenda, minute=numbers.minute, title=item.title)


def interests_elsewhere(context: ComposeContext, item: Item) -> list[tuple[Item, int, Interest]]:
    """The declarations made under other items: the item, the line's id and its fact."""
    return [
        (other, line.id, line.fact)
        for other, line in context.meeting.lines()
        if other.id != item.id and isinstance(line.fact, Interest)
    ]
