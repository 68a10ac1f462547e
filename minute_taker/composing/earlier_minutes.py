"""The approval of earlier minutes, and the corrections that it is subject to."""

from __future__ import annotations

from minute_taker.composing.context import ComposeContext
from minute_taker.composing.sentences import listed
from minute_taker.composing.wording import fill
from minute_taker.minutes.facts import MinutesApproved
from minute_taker.minutes.model import Item
from minute_taker.minutes.recommendations import days_to_approve
from minute_taker.minutes.text import GAP


def minutes_approved(context: ComposeContext, fact: MinutesApproved) -> str:
    """The approval of earlier minutes, as a resolution or a sentence."""
    settings = context.style.previous_minutes
    as_sentence = settings.printed_as == "sentence"
    dates = [context.date(day) for day in fact.dates] or [GAP]
    wording = settings.sentence if as_sentence else settings.one
    if len(dates) > 1:
        wording = settings.sentences if as_sentence else settings.several
    elif fact.previous:
        wording = settings.undated_sentence if as_sentence else settings.undated
    said = fill(
        wording,
        held=settings.held,
        date=dates[0],
        dates=listed(dates),
        verb=settings.verb,
        record=f"{'an accurate' if settings.record == 'accurate' else 'a correct'} record"
        if len(dates) == 1
        else f"{settings.record} records",
        changes=_changes(context, fact),
        amended=settings.amended if fact.subject_to else "",
    )
    return said.removesuffix(".") if said.endswith(":.") else said


def _changes(context: ComposeContext, fact: MinutesApproved) -> str:
    """What the approval is subject to: each correction in its wording, or where they stand."""
    settings = context.style.previous_minutes
    if fact.subject_to and stand_below(context, fact):
        return settings.corrections_below
    if not fact.corrections:
        return context.names.expand(fact.subject_to).rstrip(".")
    following = "the following: " if fact.subject_to.startswith("the following:") else ""
    return following + "; ".join(corrections(context, fact))


def stand_below(context: ComposeContext, fact: MinutesApproved) -> bool:
    """Whether the corrections are printed below the approval, an entry each."""
    return bool(fact.corrections) and context.style.previous_minutes.corrections == "below"


def corrections(context: ComposeContext, fact: MinutesApproved) -> list[str]:
    """Each correction to the minutes, in the style's wording."""
    names = context.names
    return [
        fill(
            context.style.previous_minutes.correction,
            place=each.place,
            words=names.expand(each.words),
            mover=names.who(each.mover) if each.mover else "",
        )
        for each in fact.corrections
    ]


def minutes_in_title(item: Item) -> MinutesApproved:
    """The approval that an item's title announces, with the dates that it gives.

    Where it gives none, those of what the agenda says under it.
    """
    return MinutesApproved(dates=tuple(days_to_approve(item)))
