"""A meeting named in a heading: ``Health Committee - Tuesday, 12th May, 2026 7.00 pm, MOVED``."""

from __future__ import annotations

import re
from typing import Any

from minute_taker.importing.words import READABLE, date_in, tidy, time_in

_STATUS = re.compile(
    r"(?<![\w-])(?:MOVED|CANCELLED|CANCELED|POSTPONED|RESCHEDULED|ADJOURNED|WITHDRAWN"
    r"|(?:NEW|CHANGE OF) (?:DATE|TIME|VENUE)|(?:moved|cancelled|canceled|postponed|rescheduled)$)"
    r"(?![\w-])"
)
_BEFORE = re.compile(
    r"^(?:printed\s+)?(?:agenda|minutes|attendance|meeting|public document pack)s?\b[\s:,–-]*"
    r"(?:(?:for|of)\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?)?",
    re.IGNORECASE,
)
#: What is left of a heading that names no body.
_NO_BODY = re.compile(
    r"(?:(?:an?|the|our|next|ordinary|extra-?ordinary|special|virtual|monthly)\s+)*"
    r"(?:meetings?|agenda|minutes|supplement\w*)?",
    re.IGNORECASE,
)
_JOINS = re.compile(r"^[\s,;:|–—-]+|[\s,;:|–—-]+$|(?:^|\s+)(?:on|at|held on)\s*$", re.IGNORECASE)


def body_named(words: str) -> str:
    """The body that a heading is about, as ``Health Committee`` in ``Agenda of the Health
    Committee``; empty where it names none, as in ``Agenda for the meeting``.
    """
    bare = _BEFORE.sub("", tidy(words).rstrip("."))
    return "" if _NO_BODY.fullmatch(bare) else bare


def heading_facts(text: str) -> tuple[dict[str, Any], str]:
    """The head that a heading names (committee, date, start), and what became of the meeting.

    The second is ``moved``, ``cancelled`` and the like, empty where it is to be held as planned.
    """
    words = tidy(text)[:READABLE]
    status = _STATUS.search(words)
    words = _STATUS.sub(" ", words)
    head: dict[str, Any] = {}
    if found := date_in(words):
        head["date"], (begin, end) = found
        words = f"{words[:begin]} | {words[end:]}"
    if timed := time_in(words):
        head["start"], (begin, end) = timed
        words = f"{words[:begin]} | {words[end:]}"
    parts = []
    for part in words.split("|"):
        bare = part
        while (shorter := _JOINS.sub("", bare)) != bare:
            bare = shorter
        bare = body_named(bare)
        if any(char.isalpha() for char in bare):
            parts.append(bare)
    if parts:
        head["committee"] = parts[0]
    return head, status[0].lower() if status else ""
