"""The verbs of ``~``: who came and went, interests, adjournments, the public's exclusion.

Each reader takes the words after its verb and gives a fact, or None where they are not of its
form. None is no error: the line is then printed as it was typed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from contextlib import suppress
from typing import Literal, cast

from minute_taker.capture.decision_facts import put_off, without_due
from minute_taker.capture.name_reading import (
    end_time,
    looks_like_names,
    opened,
    start_names,
    start_time,
)
from minute_taker.minutes.done_mark import says_done, without_done
from minute_taker.minutes.facts import (
    Adjourned,
    AnyFact,
    ApologiesFrom,
    Attending,
    Conduct,
    Exclusion,
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
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.people import guests
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import parse_date, parse_time

#: What stands before a name in apologies: "for absence from", ":".
_BEFORE_AWAY = pattern(r"(?:for\s+absence\b)?\s*:?\s*(?:from\b)?\s*:?\s*", re.IGNORECASE)
#: Who came in somebody's place, in the brackets after their name.
_SUBSTITUTE = pattern(
    r"(?:with\s+)?(?:subs?\.?|substitutes?|substituted|replaced|represented)\b\s*:?\s*(?:by\b)?\s*"
    r"(?P<after>\S.*)"
    r"|(?:with\s+)?(?P<before>.*\S)\s+(?:substituting|deputising|acting\s+as\s+substitute"
    r"|as\s+(?:(?:his|her|their|a)\s+)?substitute|in\s+(?:his|her|their)\s+place)",
    re.IGNORECASE,
)
#: Pieces of what a member did at an interest: went out, stayed, voted or did not.
_GONE = (
    r"(?:left|withdrew(?:\s+from)?|leaves|leaving|(?:has\s+)?gone|out)"
    r"(?:\s+(?:the\s+)?(?:room|meeting|chamber|hall))?"
    r"(?:\s+(?:for|during|before)\s+(?:the\s+|this\s+|that\s+)?"
    r"(?:item|discussion|debate|vote|discussion\s+and\s+vote|whole\s+item))?"
)
_HERE = (
    r"(?:stayed|remained|remains|stays|present|stayed\s+in|remained\s+in)"
    r"(?:\s+(?:in\s+)?(?:the\s+)?(?:room|meeting|chamber|hall))?"
)
_TAKE = r"(?:took|takes|taking|take)"
_SPOKE = rf"(?:spoke|{_TAKE}\s+part(?:\s+in\s+the\s+(?:discussion|debate|item))?)"
_NO_VOTE = (
    r"no\s+votes?|not\s+vot(?:e|ing)|without\s+(?:a\s+vote|voting)|abstained"
    r"|d(?:id|oes)\s+not\s+(?:vote|(?:speak|take\s+part)(?:\s+(?:or|nor)\s+vote)?"
    r"(?:\s+in\s+the\s+(?:vote|discussion\s+(?:or|and)\s+(?:the\s+)?vote))?)"
    r"|did\s*n['’]t\s+vote"
    rf"|{_TAKE}\s+no\s+part(?:\s+in\s+the\s+(?:vote|discussion(?:\s+(?:or|and)\s+(?:the\s+)?vote)?))?"
)
_VOTED = (
    rf"(?:(?:{_SPOKE})(?:\s*,\s*|\s+and\s+))?"
    rf"(?:voted|{_TAKE}\s+part\s+in\s+the\s+(?:discussion\s+and\s+(?:the\s+)?)?vote)"
)
_AND = r"(?:\s*[,;]\s*(?:and\s+|but\s+)?|\s+and\s+|\s+but\s+|\s+)"
_TIME_WITHIN = pattern(
    r"(.+?),?\s+(?:at\s+)?(\d{1,2}(?:[.:]\d{2})?\s*[ap]\.?m\.?|\d{1,2}[.:]\d{2}|noon|midnight)"
    r"((?:\s|,|:|;).*)",
    re.IGNORECASE | re.DOTALL,
)
#: A reason in brackets, or after a colon or a dash: "Larkin 7.10 pm (unwell)", "Larkin: unwell".
_REASON = pattern(r"(.+?)(?:\s*(\([a-z0-9][^()]*\))|\s*(:|\s[–—-])\s+(\S.*))", re.DOTALL)
_TO_A_DAY = pattern(r"\s(?:to|until|till)\s+(\S.*)", re.DOTALL)
#: What was meant for a day, and is none where it can't be read as one.
_LOOKS_DATED = pattern(r"(?:on\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]+\.?,?\s+\d{4}\b.*|\d+[/-].*")
_BRACKET = pattern(r"(.*?)\s*\(([^()]*)\)", re.DOTALL)
_NUMBER = r"\d{1,3}[a-z]?(?:\.\d{1,3})*(?:\(\w{1,4}\))*"
_ITEM = (
    r"(?:(?:in\s+)?(?:agenda\s+)?items?\s+)?"
    rf"({_NUMBER}(?:\s*(?:,\s*and\s|,|&|\band\s)\s*{_NUMBER})*)(?![\w(/])"
)
_MINUTE = r"(?:in\s+)?(minute\s+(?:no\.?\s*)?[A-Za-z]{0,4}\d[\w./]*)"
#: One word of a nature as the codes of conduct have it: "non-pecuniary", "other registrable".
_NATURE_WORD = (
    r"(?:other[\s‐–-]+)?(?:non(?:[\s‐–-]+)?)?(?:disclosable|declarable|pecuniary|personal|prejudicial"
    r"|registr?able|registerable|registered|statutory|financial|significant)"
)
_SHORT_NATURES = {"dpi": "disclosable pecuniary", "ori": "other registrable",
                  "nri": "non-registrable"}  # fmt: skip
#: Several of them make one nature: "personal and prejudicial", "personal but not prejudicial".
_NATURE = (
    rf"((?:{_NATURE_WORD}(?:(?:\s*,\s*|\s+)(?:and\s+|but\s+|or\s+)?(?:also\s+)?(?:not\s+)?"
    rf"{_NATURE_WORD})*|{'|'.join(_SHORT_NATURES)})\b)(?:\s+interests?)?"
)
_HEAD_NATURE = pattern(rf"(.*?)[\s,;–—-]+\(?(?:an?\s+)?{_NATURE}\)?", re.IGNORECASE | re.DOTALL)
_HEAD_ITEM = pattern(rf"(.+?),?\s+(?:{_ITEM}|{_MINUTE})", re.IGNORECASE | re.DOTALL)
_NATURE_FIRST = pattern(
    rf"\(?(?:an?\s+)?{_NATURE}(?:\)|\b)(?:\s*[,;:–—-]\s*|\s+as\s+|\s+(?=because\s|since\s)|\s*$)",
    re.IGNORECASE,
)
_NATURE_ALONE = pattern(rf"(?:an?\s+)?{_NATURE}", re.IGNORECASE)
_NATURE_WITHIN = pattern(rf"\ban?\s+{_NATURE}\b", re.IGNORECASE)
#: What was done, by the words that say it; the first that is found counts.
_FORMS: tuple[tuple[str, Conduct], ...] = (
    (rf"(?:{_GONE})(?:{_AND}(?:{_NO_VOTE}))+", "left, no vote"),
    (_GONE, "left"),
    (
        rf"(?:(?:{_HERE}){_AND})?(?:{_NO_VOTE})(?:{_AND}(?:{_NO_VOTE}|{_HERE}))*",
        "stayed, no vote",
    ),
    (rf"(?:(?:{_HERE}){_AND})*(?:{_VOTED})", "stayed, voted"),
    (rf"(?:{_HERE})(?:{_AND}(?:{_HERE}|{_SPOKE}))*", "stayed"),
)
_CONDUCTS = [(pattern(form, re.IGNORECASE), conduct) for form, conduct in _FORMS]
#: What parts who and what from why, where no colon does.
_BEFORE_REASON = pattern(r"\s[–—-]\s|\s(?=(?:as|because|since|owing\s+to|due\s+to)\s)")
#: A last clause, which may say what was done: "…; left the room".
_LAST_CLAUSE = pattern(r"(.*\S)\s*(?:[,;.]\s|\s[–—-]\s)\s*(?:and\s+)?([^,;.]*\w)", re.DOTALL)
_THE_PUBLIC = ("", "public", "the public", "press and public", "the press and public")


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
    who, time, more = _moving(words)
    return Movement(cast(Literal["in", "out", "late"], verb), who, time, more) if who else None


def _moving(words: str) -> tuple[str, dt.time | None, str]:
    """Who moves, when, and what else is said of it; the time stands before that or after it."""
    words = words.strip().removesuffix(".") if words.endswith("m.") else words
    who, time = end_time(words)
    if name := _name(who):
        return name, time, ""
    if found := _REASON.fullmatch(who.removesuffix(".")):
        before, earlier = end_time(found[1])
        reason = found[2] or f"{found[3].strip()} {found[4]}"
        if name := _name(before):
            return name, time or earlier, reason
    # "Larkin at 7.10 pm": the time is looked for before what opens the clerk's own words.
    if time is None and (found := _TIME_WITHIN.fullmatch(words)):
        with suppress(ValueError):
            time = parse_time(found[2])
            name = _name(found[1])
            more = opened(found[3].lstrip(" ,:;–-"))
            return (name, time, more) if name and more else ("", None, "")
    who, more = start_names(who)
    return (_name(who), time, more) if _name(who) and more else ("", None, "")


def _apologies(_verb: str, words: str) -> AnyFact | None:
    words = words[match.end() :] if (match := _BEFORE_AWAY.match(words)) else words
    who, role = _bracketed(words)
    if name := _name(who):
        found = _SUBSTITUTE.fullmatch(role)
        stand_in = _name(found["after"] or found["before"]) if found else ""
        return ApologiesFrom(name, substitute=stand_in) if stand_in else ApologiesFrom(name, role)
    several = guests(words.removesuffix("."))
    named = len(several) > 1 and all(_name(name) for name, _ in several)
    return ApologiesFrom(words.removesuffix(".")) if named else None


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
    head, colon, reason = words.partition(":")
    if not colon and (parted := _BEFORE_REASON.search(words)):
        head, reason = words[: parted.start()], words[parted.end() :]
    reason, conduct = _conduct(reason.strip())
    if not reason and not conduct:
        head, conduct = _conduct(head)
    head, nature = head.strip(), ""
    if not reason and not conduct and not _HEAD_ITEM.fullmatch(head):
        head, reason = _bracketed(head)
        if _NATURE_ALONE.fullmatch(reason):
            head, reason = f"{head} {reason}", ""
    if found := _HEAD_NATURE.fullmatch(head):
        head, nature = found[1].rstrip(" ,("), found[2]
    item = ""
    if found := _HEAD_ITEM.fullmatch(head):
        head, item = found[1], found[2] or " ".join(found[3].split())
    who = _name(head)
    if not who:
        return None
    if not nature and (first := _NATURE_FIRST.match(reason)):
        nature, reason = first[1], reason[first.end() :].strip()
    if not nature and (found := _NATURE_WITHIN.search(reason)):
        nature = found[1]
    return Interest(who, item, reason, _as_the_code_has_it(nature), conduct)


def _as_the_code_has_it(nature: str) -> str:
    """A nature as it is printed: "non-pecuniary", whatever parts its words as typed."""
    words = re.sub(r"[\s‐–-]+", " ", nature.lower())
    words = re.sub(r"\bnon ?(?=[a-z])", "non-", words)
    return _SHORT_NATURES.get(words, words)


def _conduct(words: str) -> tuple[str, Conduct]:
    """Part "(left)" and the like, or "; left the room", from the end of the words."""
    words = words.removesuffix(".") if words.endswith(").") else words
    for form in (_BRACKET, _LAST_CLAUSE):
        if match := form.fullmatch(words.removesuffix(".")):
            said = re.sub(r"^(?:(?:and|s?he|they)\s+)+", "", match[2].strip(), flags=re.IGNORECASE)
            for told, conduct in _CONDUCTS:
                if told.fullmatch(said):
                    return match[1], conduct
    return words, ""


def _adjourned(_verb: str, words: str) -> AnyFact | None:
    time, rest = start_time(words)
    rest = _bare(rest)
    if not rest:
        return Adjourned(time)
    opening, _, tail = rest.partition(" ")
    if opening in ("to", "until", "till") and tail == GAP:
        return Adjourned(time)
    if opening == "for" and tail:
        reason, until = tail, None
        for match in _TO_A_DAY.finditer(tail):
            if (until := _day_and_time(match[1])) is not None:
                reason = tail[: match.start()]
                break
        return Adjourned(time, reason.rstrip(" ,"), *(until or (None, None)))
    if opening in ("to", "until", "till"):
        day, _, after = tail.partition(" for ")
        if (until := _day_and_time(day)) is not None:
            return Adjourned(time, after, *until)
        if _LOOKS_DATED.fullmatch(tail):
            return None
    more = rest if rest.lower() == "sine die" else opened(rest)
    return Adjourned(time, more=more) if more and opening != "at" else None


def _bare(words: str) -> str:
    """The words without the stop at their end, which "p.m." keeps."""
    return words.strip() if words.endswith(".m.") else words.strip().removesuffix(".")


def _day_and_time(words: str) -> tuple[dt.date | None, dt.time | None] | None:
    """``11 June 2026 at 6.30 pm`` or ``6.30 pm on 11 June 2026``, either alone; else None."""
    words = words.strip().removeprefix("on ")
    before, time = end_time(words)
    if time is None:
        time, before = start_time(words)
    before = before.strip(" ,").removeprefix("on ")
    if time is not None and not before:
        return None, time
    with suppress(ValueError):
        return parse_date(before), time
    return None


def _resumed(_verb: str, words: str) -> AnyFact | None:
    rest = _bare(words)
    if not rest:
        return Resumed()
    if (when := _day_and_time(rest)) is not None:
        return Resumed(when[1], when[0])
    time, rest = start_time(rest)
    more = opened(rest)
    if rest and (not more or more.startswith("at ") or _LOOKS_DATED.fullmatch(more[3:])):
        return None
    return Resumed(time, more=more)


def _deferred(_verb: str, words: str) -> AnyFact | None:
    day = put_off(words)
    return None if day is None else ItemDeferred(*day)


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


def _instead(_verb: str, words: str) -> AnyFact | None:
    return Instead(words) if words else None


#: What is told by its own form, whatever the case of its verb.
_ALONE = (Adjourned, Resumed, ItemDeferred, Exclusion, Readmitted)
#: Other words for some of the verbs.
_ALSO = {
    "left": "out", "leaves": "out", "returned": "in", "returns": "in", "joined": "in",
    "reconvened": "resumed", "excluded": "exclude", "readmitted": "readmit",
}  # fmt: skip
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
    "instead": _instead,
}


def procedure_fact(text: str) -> AnyFact | None:
    """What a ``~`` line says as data, or None for free words.

    Verbs are in lower case. One with a capital counts only where nothing but the verb's own
    form fits: a sentence that happens to begin with one ("In view of …", "Apologies had been
    sent late") stays a sentence.
    """
    typed, _, words = text.partition(" ")
    verb = typed.removesuffix(":")
    lowered = _ALSO.get(verb.lower(), verb.lower())
    reader = VERBS.get(lowered)
    fact = reader(lowered, words.strip()) if reader else None
    if verb.islower() or isinstance(fact, _ALONE):
        return fact
    return fact if getattr(fact, "time", None) is not None else None
