"""The verbs of ``~``: who came and went, interests, adjournments, the public's exclusion.

Each reader takes the words after its verb and gives a fact, or None where they are not of its
form. None is no error: the line is then printed as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Literal, cast

from minute_taker.capture.decision_facts import without_due
from minute_taker.capture.names import end_time, looks_like_names, start_time
from minute_taker.minutes.done import says_done, without_done
from minute_taker.minutes.facts import (
    Adjourned,
    AnyFact,
    ApologiesFrom,
    Attending,
    Exclusion,
    Interest,
    InWriting,
    ItemDeferred,
    Movement,
    ReadFor,
    Readmitted,
    Resumed,
    TakesChair,
)
from minute_taker.minutes.people import guests
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import parse_date

_SUBSTITUTE = "substitute "
_BRACKET = re.compile(r"(.*?)\s*\(([^()]*)\)", re.DOTALL)
_NUMBER = r"\d{1,3}[a-z]?(?:\.\d{1,3})*"
_ITEM = (
    r"(?:(?:in\s+)?(?:agenda\s+)?items?\s+)?"
    rf"({_NUMBER}(?:\s*(?:,\s*and\s|,|&|\band\s)\s*{_NUMBER})*)"
)
_NATURE = r"((?:disclosable\s+)?(?:non-)?pecuniary)"
_INTEREST = re.compile(
    rf"(?P<who>.+?)(?:\s+{_ITEM})?(?:,?\s+\(?{_NATURE}(?:\s+interest)?\)?)?", re.IGNORECASE
)
_NATURE_FIRST = re.compile(
    rf"(?:an?\s+{_NATURE}\s+interest|{_NATURE}(?:\s+interest)?)(?:\s*[,;:–-]\s*|\s+as\s+|\s*$)",
    re.IGNORECASE,
)
_NATURE_ANYWHERE = re.compile(rf"\b{_NATURE}\b", re.IGNORECASE)
_THE_PUBLIC = ("", "public", "the public", "press and public", "the press and public")
_Conduct = Literal["", "left", "stayed", "left, no vote"]
_CONDUCTS: dict[str, _Conduct] = {
    "left": "left",
    "left the room": "left",
    "left the meeting": "left",
    "stayed": "stayed",
    "remained": "stayed",
    "left, no vote": "left, no vote",
    "left no vote": "left, no vote",
}


def _name(words: str) -> str:
    """The words as a name (or names, as typed), empty if they are a sentence's."""
    words = words.strip()
    if words.endswith(".") and len(words.split()[-1]) > 2:
        words = words[:-1]
    return words if looks_like_names(words) else ""


def _bracketed(words: str) -> tuple[str, str]:
    """A name and what stands in brackets after it."""
    match = _BRACKET.fullmatch(words.removesuffix("."))
    return (match[1], match[2].strip()) if match else (words, "")


def _movement(verb: str, words: str) -> AnyFact | None:
    who, time = end_time(words)
    who = _name(who)
    return Movement(cast(Literal["in", "out", "late"], verb), who, time) if who else None


def _apologies(_verb: str, words: str) -> AnyFact | None:
    who, role = _bracketed(words.removeprefix("from "))
    who = _name(who)
    if not who:
        return None
    stand_in = _name(role[len(_SUBSTITUTE) :]) if role.lower().startswith(_SUBSTITUTE) else ""
    return ApologiesFrom(who, substitute=stand_in) if stand_in else ApologiesFrom(who, role)


def _chair(_verb: str, words: str) -> AnyFact | None:
    who, time = end_time(words)
    who = _name(who)
    return TakesChair(who, time) if who else None


def _attending(_verb: str, words: str) -> AnyFact | None:
    who, body = _bracketed(words)
    if _name(who):
        return Attending(_name(who), body)
    several = guests(words.removesuffix("."))
    if len(several) > 1 and all(_name(name) for name, _ in several):
        return Attending(words.removesuffix("."))
    return None


def _interest(_verb: str, words: str) -> AnyFact | None:
    head, _, reason = words.partition(":")
    reason, conduct = _conduct(reason.strip())
    if not reason and not conduct:
        head, conduct = _conduct(head)
    match = _INTEREST.fullmatch(head.strip())
    who = _name(match["who"]) if match else ""
    if match is None or not who:
        return None
    nature = match[3] or ""
    if not nature and (first := _NATURE_FIRST.match(reason)):
        nature, reason = first[1] or first[2], reason[first.end() :].strip()
    if not nature and (found := _NATURE_ANYWHERE.search(reason)):
        nature = found[1]
    return Interest(who, match[2] or "", reason, " ".join(nature.lower().split()), conduct)


def _conduct(words: str) -> tuple[str, _Conduct]:
    """Part "(left)" and the like from the end of the words."""
    match = _BRACKET.fullmatch(words.removesuffix("."))
    if match and (conduct := _CONDUCTS.get(match[2].strip().lower())):
        return match[1], conduct
    return words, ""


def _adjourned(_verb: str, words: str) -> AnyFact | None:
    time, rest = start_time(words)
    if not rest or rest == ".":
        return Adjourned(time)
    opening, _, tail = rest.removesuffix(".").partition(" ")
    if opening == "for" and tail:
        return Adjourned(time, tail)
    if opening in ("to", "until") and tail == GAP:
        return Adjourned(time)
    if opening in ("to", "until"):
        with suppress(ValueError):
            return Adjourned(time, until=parse_date(tail))
    return None


def _resumed(_verb: str, words: str) -> AnyFact | None:
    time, rest = start_time(words)
    return None if rest.removesuffix(".") else Resumed(time)


def _deferred(_verb: str, words: str) -> AnyFact | None:
    words = words.removesuffix(".")
    if not words or words == f"to {GAP}":
        return ItemDeferred()
    if words.startswith("to "):
        with suppress(ValueError):
            return ItemDeferred(parse_date(words[3:]))
    return None


def _exclude(_verb: str, words: str) -> AnyFact | None:
    return Exclusion() if words.lower() in _THE_PUBLIC else None


def _readmit(_verb: str, words: str) -> AnyFact | None:
    time, rest = start_time(words)
    if time is None:
        rest, time = end_time(rest)
    return Readmitted(time) if rest.removesuffix(".").lower() in _THE_PUBLIC else None


def _read(_verb: str, words: str) -> AnyFact | None:
    who = _name(words)
    return ReadFor(who) if who else None


def _writing(verb: str, words: str) -> AnyFact | None:
    text = f"{verb} {words}"
    bare, due = without_due(without_done(text))
    who = bare.removeprefix(verb).strip()
    if any(word[0].islower() and word != "and" for word in who.split()) or (who and not _name(who)):
        return None
    return InWriting(who, due, says_done(text))


#: What is told by its own form, whatever the case of its verb.
_ALONE = (Adjourned, Resumed, ItemDeferred, Exclusion, Readmitted)
#: The readers, by verb.
VERBS: dict[str, Callable[[str, str], AnyFact | None]] = {
    "in": _movement,
    "out": _movement,
    "late": _movement,
    "apologies": _apologies,
    "chair": _chair,
    "attending": _attending,
    "interest": _interest,
    "adjourned": _adjourned,
    "resumed": _resumed,
    "deferred": _deferred,
    "exclude": _exclude,
    "readmit": _readmit,
    "read": _read,
    "writing": _writing,
}


def procedure_fact(text: str) -> AnyFact | None:
    """What a ``~`` line says as data, or None for free words.

    Verbs are in lower case. One with a capital counts only where nothing but the verb's own
    form fits: a sentence that happens to begin with one ("In view of …", "Apologies had been
    sent late") stays a sentence.
    """
    verb, _, words = text.partition(" ")
    reader = VERBS.get(verb.lower())
    fact = reader(verb.lower(), words.strip()) if reader else None
    if verb.islower() or isinstance(fact, _ALONE):
        return fact
    return fact if getattr(fact, "time", None) is not None else None
