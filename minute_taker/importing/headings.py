"""A meeting named in a heading: ``Health Committee - Tuesday, 12th May, 2026 7.00 pm, MOVED``."""

from __future__ import annotations

import re
from typing import Any

from minute_taker.importing.words import date_in, tidy, time_in

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
_JOINS = re.compile(r"^[\s,;:|–—-]+|[\s,;:|–—-]+$|\s+(?:on|at|held on)\s*$", re.IGNORECASE)


def heading_facts(text: str) -> tuple[dict[str, Any], str]:
    """The head that a heading names (committee, date, start), and what became of the meeting.

    The second is ``moved``, ``cancelled`` and the like, empty where it is to be held as planned.
    """
    words = tidy(text)
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
        bare = _BEFORE.sub("", tidy(bare).rstrip("."))
        if any(char.isalpha() for char in bare):
            parts.append(bare)
    if parts:
        head["committee"] = parts[0]
    return head, status[0].lower() if status else ""
