"""Items without an outcome, promises that nobody has to keep, dates that differ."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from minute_taker.minutes.checking.check_context import CheckContext
from minute_taker.minutes.checking.findings import Finding, at_line, shortened
from minute_taker.minutes.deferral import headed_day
from minute_taker.minutes.facts import (
    Adjourned,
    DecisionDeferred,
    Exclusion,
    ItemDeferred,
    MinutesApproved,
    Outcome,
    TakesChair,
)
from minute_taker.minutes.model import HeadingKind, Item, Kind, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.when import format_date, parse_date

#: Business that needs no decision, told by the title.
_NO_DECISION = pattern(
    r"apolog|declaration|disclosure|\binterests?$|"
    r"\bpart (i|1)\b.*\b(ii|2)\b|\b(confirm|items?|business)\b.*\bpart (i|ii|1|2)\b|"
    r"^part (i|ii|1|2)\b[^:]*$|\bquestions?\b|petition|announce|communication|"
    r"welcome|introduction|date of (the )?next|public participation|closing|"
    r"prayer|reflection|silence|matters? (arising|notified|raised)|notified in advance|"
    r"urgent (business|items?|matters?)|any other business|substitut|attendance|"
    r"public (forum|session|speak)|open forum|exempt|exclusion|close of|^close$|"
    r"end of (the )?meeting|"
    r"\bminutes\b.*\b(previous|last|held|dated|meetings?)\b|^(previous |draft )?minutes$|"
    r"^(?:the )?(?:chair(?:man|woman|person)?|mayor|leader)['’]s (?:remarks|report|update)",
    re.IGNORECASE,
)
_DECIDED_IN_WORDS = pattern(
    r"\b(?:was|were|be)\s+(?:\w+\s+)?(?:noted|agreed|approved|endorsed|deferred|withdrawn|received)\b"
    r"|\b(?:resolved|agreed|noted|elected|appointed|re-?elected|nominated unopposed)\b",
    re.IGNORECASE,
)
_NOTHING_TO_DECIDE = pattern(
    r"(?:none|nil|there (?:was|were) (?:none|no(?:thing)?\b[^,;]*)|no (?:items?|matters?|business)"
    r"\b[^,;]*)\.?",
    re.IGNORECASE,
)
_PROMISE = pattern(
    r"\b(?:would|will|could|can) (?:be )?(?:then )?(?:circulate|provide|send|share|supply|forward|"
    r"sent|report back|come back|write|follow)\w*\b",
    re.IGNORECASE,
)
_LATER = pattern(
    r"\b(?:following|after|outside|before) (?:the|this) (?:meeting|next)|\bin writing\b|"
    r"\bin due course\b|\bto (?:the committee|members|councillors?)\b|\bnext meeting\b",
    re.IGNORECASE,
)
_A_DATE = pattern(r"\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]{2,8}\.?,?\s+\d{4}\b")
_LONG_WORD = pattern(r"[a-z]{5,}")
_MINUTES = pattern(r"\bminutes\b", re.IGNORECASE)
_ENOUGH_SHARED = 2
_OUTCOMES = (Outcome, ItemDeferred, Exclusion)


def no_outcome(context: CheckContext) -> Iterator[Finding]:
    """Items of business of which it is not said what became of them."""
    decided = _decided(context.meeting)
    for item in context.meeting.items:
        if item.heading is not HeadingKind.NUMBERED or _NO_DECISION.search(item.title):
            continue
        if item.id not in decided:
            yield Finding("no-outcome", f"“{shortened(item.title)}” has no outcome", item.id)


def _decided(meeting: Meeting) -> set[int]:
    """The items that have an outcome: their own, or that of one considered with them."""
    numbers = {numbers.agenda: item_id for item_id, numbers in item_numbers(meeting).items()}
    decided = {item.id for item in meeting.items if item.deferred or any(map(_decides, item.lines))}
    for item in meeting.items:
        if item.together_with:
            mates = [numbers.get(number) for number in item.together_with.split(" and ")]
            group = {item.id, *(mate for mate in mates if mate is not None)}
            decided |= group if group & decided else set()
    return decided


def _decides(line: Line) -> bool:
    if line.kind is Kind.RESOLUTION or isinstance(line.fact, _OUTCOMES):
        return True
    if line.kind is Kind.ACTION or line.promise or isinstance(line.fact, TakesChair):
        return True
    if isinstance(line.fact, Adjourned):
        return line.fact.until is not None
    told = line.kind in (Kind.TEXT, Kind.PROCEDURE, Kind.NOTE)
    if told and _NOTHING_TO_DECIDE.fullmatch(line.text.strip()):
        return True
    return told and _DECIDED_IN_WORDS.search(line.text) is not None


def promises(context: CheckContext) -> Iterator[Finding]:
    """Answers that promise something, where neither an action nor a decision takes it up."""
    for item in context.meeting.items:
        # Those that follow, the nearest first: gone through from the end.
        acted, decided = False, list[frozenset[str]]()
        found = []
        for line in reversed(item.lines):
            if line.kind is Kind.ACTION:
                acted = True
            elif line.kind is Kind.RESOLUTION:
                decided.append(_long_words(line))
            elif line.kind is Kind.ANSWER and not line.promise and not acted:
                sentence = _promise_in(line)
                if sentence and not _spoken_of(line, decided):
                    words = f"“{shortened(sentence)}” is a promise and no action"
                    found.append(at_line("promise-without-action", words, item, line))
        yield from reversed(found)


def _promise_in(line: Line) -> str:
    """The first sentence of an answer that promises something; empty where none does."""
    for sentence in re.split(r"(?<=[.;])\s+", line.text):
        if _PROMISE.search(sentence) and _LATER.search(sentence):
            return sentence
    return ""


def _long_words(line: Line) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(line.text.lower()))


def _spoken_of(promise: Line, decided: Iterable[frozenset[str]]) -> bool:
    """Whether a decision speaks of the same."""
    promised = _long_words(promise)
    return any(len(promised & words) >= _ENOUGH_SHARED for words in decided)


def dates_in(text: str) -> list[dt.date]:
    """The dates written out in a text."""
    found = []
    for match in _A_DATE.finditer(text):
        try:
            found.append(parse_date(match[0]))
        except ValueError:
            continue
    return found


def date_differs(context: CheckContext) -> Iterator[Finding]:
    """Minutes approved of another day than the heading says, or of a day to come."""
    for item in context.meeting.items:
        headed = dates_in(item.title) if _MINUTES.search(item.title) else []
        for line in item.lines:
            fact = line.fact
            if isinstance(fact, MinutesApproved):
                approved = list(fact.dates)
            elif line.kind is Kind.RESOLUTION and headed and _MINUTES.search(line.text):
                approved = dates_in(line.text)
            else:
                continue
            for day in approved:
                if headed and day not in headed:
                    said = f"{format_date(day)} is not the date in the heading"
                    yield at_line("date-differs", said, item, line)
                elif context.meeting.date is not None and day >= context.meeting.date:
                    said = f"minutes of {format_date(day)} can't be approved on this day"
                    yield at_line("date-differs", said, item, line)


def deferred_to(_book: CheckContext, item: Item, line: Line) -> Iterator[Finding]:
    """An item put off to another day than its heading says."""
    day = headed_day(item) if isinstance(line.fact, ItemDeferred | DecisionDeferred) else None
    until = getattr(line.fact, "until", None)
    if day is not None and until is not None and until != day:
        said = f"{format_date(until)} is not the day that the heading puts the item off to"
        yield at_line("date-differs", said, item, line)
