"""Motions (``%``), the short forms of resolutions (``!``), and actions (``+``, ``>+``) as data."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress
from typing import Literal, cast

from minute_taker.capture.names import looks_like_names, split_names
from minute_taker.minutes.done import says_done, without_done
from minute_taker.minutes.facts import (
    Action,
    Agreed,
    AnyFact,
    DecisionDeferred,
    MinutesApproved,
    Moved,
    NamedVote,
    Noted,
    Outcome,
    Row,
)
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import parse_date

_MOTION = re.compile(r"(amend(?:ment)?\s+)?([^/:]+?)(?:\s*/\s*([^/:]+?))?\s*(?::\s*(.*))?")
_VOTES = r"(\d{1,5})\s*[-–]\s*(\d{1,5})(?:\s*[-–]\s*(\d{1,5}))?"
#: "casting", "(casting vote)", "on the Mayor's casting vote".
_CASTING = r",?\s+\(?(?:(?:on|by|with)\s+the\s+(?:[\w-]+['’]s\s+)?)?casting(?:\s+vote)?\)?"
_OUTCOME = re.compile(rf"(carried|lost|withdrawn)(?:\s+{_VOTES})?({_CASTING})?\.?", re.IGNORECASE)
_NAMED = re.compile(r"(for|against|abstained)\s+(.+)", re.IGNORECASE)
_MINUTES = re.compile(
    r"minutes\s+(?:of\s+)?(.+?)(?:,?\s+subject\s+to\s+(?:the\s+following:\s+)?(.+))?",
    re.IGNORECASE,
)
_BETWEEN_DATES = re.compile(r"\s*,\s*and\s+|\s*,\s*|\s+and\s+|\s*&\s*")
_DUE = re.compile(r"(.*?)\s*\(by\s+([^()]+)\)\s*[.;]?", re.DOTALL | re.IGNORECASE)
_CODE = "@[A-Za-z][A-Za-z0-9]{0,11}"
_CODE_OWNER = re.compile(
    rf"({_CODE}(?:(?:\s*[,&]\s*(?:and\s+)?|\s+and\s+){_CODE})*):?\s+(\S.*)", re.DOTALL
)
_OWNER = re.compile(r"([^:]{1,80}?)\s*:\s+(\S.*)", re.DOTALL)
_LONGEST_OWNER = 10
_CELL_END = re.compile(r"(?<!\\)\|")


def motion_fact(text: str) -> AnyFact | None:
    """What a ``%`` line says: a motion moved, its outcome, or who voted which way."""
    if match := _OUTCOME.fullmatch(text):
        votes = tuple(int(count) for count in match.group(2, 3, 4) if count is not None)
        result = cast(Literal["carried", "lost", "withdrawn"], match[1].lower())
        return Outcome(result, votes, casting=match[5] is not None)
    if match := _NAMED.fullmatch(text):
        names = split_names(match[2])
        if names and all(looks_like_names(name) for name in names):
            return NamedVote(cast(Literal["for", "against", "abstained"], match[1].lower()), names)
    match = _MOTION.fullmatch(text)
    if match is None or (match[3] is None and match[4] is None):
        return None
    mover, seconder = match[2], match[3] or ""
    if not looks_like_names(mover) or (seconder and not looks_like_names(seconder)):
        return None
    return Moved(mover, seconder, match[4] or "", amendment=match[1] is not None)


def _dates(words: str) -> tuple[dt.date, ...] | None:
    """The dates of a list ("21 January 2020, 4 February 2020"); none for a ``??`` alone.

    A list that has both dates and a gap is no list of dates, so that its gap stays in the words.
    """
    if words == GAP:
        return ()
    parts = _BETWEEN_DATES.split(words)
    found: list[dt.date] = []
    while parts:
        # A date may have a comma of its own ("Tuesday, 21 January, 2020").
        for count in range(1, min(4, len(parts) + 1)):
            chunk = ", ".join(parts[:count])
            with suppress(ValueError):
                found.append(parse_date(chunk))
                break
        else:
            return None
        parts = parts[count:]
    return tuple(found)


def resolution_fact(text: str) -> AnyFact | None:
    """What a short ``!`` form says; None for a resolution in words of its own."""
    bare = text.removesuffix(".").lower()
    if bare == "noted":
        return Noted()
    if bare in ("deferred", f"deferred to {GAP}"):
        return DecisionDeferred()
    if bare.startswith("deferred to "):
        with suppress(ValueError):
            return DecisionDeferred(parse_date(bare.removeprefix("deferred to ")))
    if bare.startswith("agreed:") and (said := text[len("agreed:") :].strip()):
        return Agreed(said)
    match = _MINUTES.fullmatch(text.removesuffix("."))
    dates = _dates(match[1]) if match else None
    if match is None or dates is None:
        return None
    subject_to = text[match.start(2) :] if match[2] else ""
    return MinutesApproved(dates, subject_to)


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
