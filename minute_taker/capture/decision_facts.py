"""Motions (``%``), the short forms of resolutions (``!``), and actions (``+``, ``>+``) as data."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Literal

from minute_taker.capture.announced import ABSTAINED, AGAINST, FOR, name_and_post, outcome_fact
from minute_taker.capture.name_reading import NOBODY, looks_like_names, opened, split_names
from minute_taker.minutes.done_mark import says_done, without_done
from minute_taker.minutes.facts import (
    Action,
    Agreed,
    AnyFact,
    Correction,
    DecisionDeferred,
    Instead,
    MinutesApproved,
    Moved,
    NamedVote,
    Nominated,
    Noted,
    Row,
)
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import parse_date

_MOTION = pattern(
    r"((?i:amend(?:ment)?)\b\s*)?([^/:]+?)?(?:\s*/\s*([^/:]+?)?)?\s*(?::\s*(.*))?", re.DOTALL
)
#: "moved by Winter, seconded by Penrow: That …", and names without a colon before "that".
_MOVED_BY = pattern(
    r"\A((?:amend(?:ment)?\s+)?)(?:(?:proposed|moved|by)(?:\s+by)?\s+)?"
    r"([^/:]+?),?\s+(?:and\s+)?seconded(?:\s+by)?\s+([^/:]+?)(?=:|,?\s+(?:that|to)\s|$)",
    re.IGNORECASE,
)
_NO_COLON = pattern(r"\A([^/:]+/[^/:]+?),?\s+(?=(?:[Tt]hat|to)\s)")
_NOMINATED = pattern(
    r"nominat(?:e|ed|ion)\s+(?:of\s+)?(.+?)(?:\s+by\s+([^/:]+?)(?:\s*/\s*([^/:]+?))?)?",
    re.IGNORECASE,
)
_NAMED = pattern(
    rf"(?:vot(?:ed|ing)\s+)?({FOR}|{AGAINST}|{ABSTAINED})(?:\s+the\s+(?:motion|amendment|proposal))?"
    r"(?:\s*:\s*|\s+)(.+)",
    re.IGNORECASE | re.DOTALL,
)
_MINUTES = pattern(
    r"minutes(?:\s+(?:of\s+)?(.+?))??(?:,?\s+subject\s+to\b\s*(:?)\s*(?:the\s+following\s*:\s*)?(.+))?",
    re.IGNORECASE | re.DOTALL,
)
_PREVIOUS = pattern(r"(?:the\s+)?(?:previous|last|preceding)(?:\s+(?:meeting|one))?", re.IGNORECASE)
_DAY_ALONE = pattern(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
_DAY_AND_MONTH = pattern(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?", re.IGNORECASE)
_WEEKDAY = pattern(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+", re.IGNORECASE)
_BETWEEN_DATES = pattern(r"\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s*&\s*")
#: Where in earlier minutes something is to be corrected: "page 2, minute 64, third paragraph".
_PLACE_WORDS = (
    r"(?:on\s+|in\s+|at\s+|under\s+)?(?:the\s+)?(?:\w+\s+)?(?:pages?|pp?\.|minutes?|min\.|items?|"
    r"paragraphs?|paras?\.?|lines?|resolutions?|bullets?|sections?|headings?|attendance|present|"
    r"apologies|sentences?)\b[^,:;\"“‘]*"
)
_CORRECTION = pattern(rf"({_PLACE_WORDS}(?:,\s*{_PLACE_WORDS})*)[,:]\s+(\S.*)", re.I | re.DOTALL)
_CORRECTED_BY = pattern(
    r"(.*\S)\s*\((?:(?:moved|proposed|raised|requested)\s+by\s+)?([^()/]+(?:/[^()/]+)?)\)",
    re.DOTALL,
)
_DUE = pattern(r"(.*?)\s*\(by\s+([^()]+)\)\s*[.;]?", re.DOTALL | re.IGNORECASE)
_CODE = "@[A-Za-z][A-Za-z0-9]{0,11}"
_CODE_OWNER = pattern(
    rf"({_CODE}(?:(?:\s*[,&]\s*(?:and\s+)?|\s+and\s+){_CODE})*):?\s+(\S.*)", re.DOTALL
)
_OWNER = pattern(r"([^:]{1,80}?)\s*:\s+(\S.*)", re.DOTALL)
_LONGEST_OWNER = 10
#: What was meant for a day of the calendar, and is none.
_LOOKS_DATED = pattern(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]+\.?,?\s+\d{4}|\d{1,4}[/-].*")
_CELL_END = pattern(r"(?<!\\)\|")


def motion_fact(text: str) -> AnyFact | None:
    """What a ``%`` line says: a motion moved, its outcome, or who voted which way."""
    if (outcome := outcome_fact(text)) is not None:
        return outcome
    if match := _NAMED.fullmatch(text):
        return _named(match)
    if match := _NOMINATED.fullmatch(text.removesuffix(".")):
        who, post = name_and_post(match[1])
        people = (who, match[2] or "", match[3] or "")
        named = all(map(looks_like_names, filter(None, people)))
        return Nominated(*people, post) if named else None
    text = _MOVED_BY.sub(r"\1\2 / \3", text)
    text = _NO_COLON.sub(r"\1: ", text)
    match = _MOTION.fullmatch(text)
    if match is None or (match[3] is None and not match[4]):
        return None
    mover, seconder = match[2] or "", match[3] or ""
    seconder = "" if seconder.islower() and NOBODY.fullmatch(seconder) else seconder
    if not (mover or seconder or match[4]):
        return None
    if not all(map(looks_like_names, filter(None, (mover, seconder)))):
        return None
    return Moved(mover, seconder, match[4] or "", amendment=match[1] is not None)


def _named(match: re.Match[str]) -> NamedVote | None:
    """Who voted which way; none where nobody did."""
    word = match[1].lower()
    side: Literal["for", "against", "abstained"] = (
        "against" if word == "against" else "abstained" if word.startswith("abst") else "for"
    )
    if NOBODY.fullmatch(match[2].strip()):
        return NamedVote(side, ())
    names = split_names(match[2])
    sided = any(_NAMED.match(name) for name in names)
    return NamedVote(side, names) if not sided and all(map(looks_like_names, names)) else None


def _dates(words: str) -> tuple[dt.date, ...] | None:
    """The dates of a list ("21 January 2020, 4 February 2020"); none for a ``??`` alone.

    Dates may share the month and the year of one after them ("3, 10 and 17 February 2026"). A
    list that has both dates and a gap is no list of dates, so that its gap stays in the words.
    """
    if words == GAP:
        return ()
    parts = _BETWEEN_DATES.split(_WEEKDAY.sub("", words))
    found: list[dt.date] = []
    while parts:
        # From the last on, so that a date knows what comes after it; it may have a comma of
        # its own ("Tuesday, 21 January, 2020").
        for count in range(1, min(4, len(parts) + 1)):
            chunk = ", ".join(parts[-count:])
            day = _shared(chunk, found[0]) if found else None
            with suppress(ValueError):
                found.insert(0, day or parse_date(chunk))
                break
        else:
            return None
        parts = parts[:-count]
    return tuple(found)


def _shared(words: str, after: dt.date) -> dt.date | None:
    """A day that has its year, or its month and its year, from the date after it."""
    with suppress(ValueError):
        if match := _DAY_ALONE.fullmatch(words):
            return after.replace(day=int(match[1]))
        if match := _DAY_AND_MONTH.fullmatch(words):
            return parse_date(f"{match[1]} {match[2]} {after.year}")
    return None


def resolution_fact(text: str) -> AnyFact | None:
    """What a short ``!`` form says; None for a resolution in words of its own."""
    bare = text.removesuffix(".")
    lowered = bare.lower()
    if lowered == "noted":
        return Noted()
    if lowered == "deferred" or lowered.startswith("deferred "):
        day = put_off(bare[len("deferred") :])
        return None if day is None else DecisionDeferred(*day)
    if lowered.startswith("agreed:") and (said := text[len("agreed:") :].strip()):
        return Agreed(said)
    if lowered.startswith("instead:") and (said := text[len("instead:") :].strip()):
        return Instead(said)
    return _minutes(text)


def _minutes(text: str) -> AnyFact | None:
    match = _MINUTES.fullmatch(text.removesuffix("."))
    if match is None:
        return None
    of = (match[1] or "").strip()
    previous = not of or _PREVIOUS.fullmatch(of.removeprefix("of ")) is not None
    dates = () if previous else _dates(of)
    if dates is None:
        return None
    changes = text[match.start(3) :] if match[3] else ""
    if changes and ":" in text[match.end(1) if match[1] else 0 : match.start(3)]:
        changes = f"the following: {changes}"
    return MinutesApproved(dates, changes, previous, _corrections(changes))


def _corrections(changes: str) -> tuple[Correction, ...]:
    """The corrections as data; none where no place and no mover can be told."""
    parts = changes.removeprefix("the following:").split(";")
    found = tuple(_correction(part) for part in parts if part.strip())
    return found if any(each.place or each.mover for each in found) else ()


def _correction(words: str) -> Correction:
    words = re.sub(r"^and\s+", "", words.strip()).removesuffix(".")
    place = mover = ""
    if (match := _CORRECTED_BY.fullmatch(words)) and all(
        looks_like_names(name.strip()) for name in match[2].split("/")
    ):
        words, mover = match[1], re.sub(r"\s*/\s*", " and ", match[2]).strip()
    if match := _CORRECTION.fullmatch(words):
        place, words = match[1].strip(), match[2]
    return Correction(words, place, mover)


def put_off(words: str) -> tuple[dt.date | None, str] | None:
    """To what day something is put off, or in what words ("to the next meeting"); else None."""
    words = words.strip().removesuffix(".")
    if words in ("", f"to {GAP}", f"until {GAP}"):
        return None, ""
    opening, _, day = words.partition(" ")
    if opening.lower() in ("to", "until"):
        with suppress(ValueError):
            return parse_date(day), ""
        if _LOOKS_DATED.fullmatch(day):
            return None
    more = opened(words)
    return (None, more) if more else None


def without_due(text: str) -> tuple[str, str]:
    """The words of an action without their date, and the date in the clerk's words."""
    match = _DUE.fullmatch(text)
    return (match[1], match[2].strip()) if match else (text, "")


def action_fact(text: str) -> AnyFact:
    """Who is to do what by when, and whether it is done.

    The owner is empty where the clerk named none.
    """
    what, due = without_due(without_done(text))
    done = says_done(text)
    match = _CODE_OWNER.fullmatch(what) or _OWNER.fullmatch(what)
    if match is None or len(match[1].split()) > _LONGEST_OWNER:
        return Action("", what, due, done)
    return Action(match[1].strip(), match[2], due, done)


def literal_action_fact(text: str) -> AnyFact:
    """An action in words that were typed as plain text: no owner and no date are read in them."""
    return Action(what=without_done(text), done=says_done(text))


def promise_fact(text: str, speaker: str) -> AnyFact:
    """The action that an answer (``>+``) promises; its owner is whoever spoke."""
    what, due = without_due(without_done(text))
    return Action(speaker, what, due, says_done(text))


def row_fact(text: str) -> AnyFact:
    r"""The cells of a table's row; a closing ``|`` is no cell, ``\|`` stands for the sign."""
    ended = _CELL_END.split(text)
    if len(ended) > 1 and not ended[-1].strip():
        ended.pop()
    return Row(tuple(cell.strip().replace("\\|", "|") for cell in ended))
