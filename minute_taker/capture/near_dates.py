"""Dates typed without their year: those nearest to the meeting, before or after it.

``! minutes 11 February`` means the last 11 February before the meeting, ``~ adjourned to 11
June`` the next one after it. A line alone does not tell the meeting's day, so such dates are
read when the line comes into a meeting.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from msgspec.structs import replace

from minute_taker.capture.facts_parser import fact_of
from minute_taker.minutes.changes import AddItem, AddLine, Change, ChangeLine, SetLines, Several
from minute_taker.minutes.model import Kind, Line, Meeting
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.when import MONTHS, parse_date

_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DAY = pattern(rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{_MONTH})\b\.?(?!,?\s+\d{{4}})", re.IGNORECASE)
#: The forms that begin with a date or come to one soon, and whether their dates are past.
_DATED = pattern(r"(?:(minutes)|adjourned|resumed|reconvened|deferred)\b", re.IGNORECASE)
#: Where the date's part of a line ends and the clerk's free words begin.
_FREE = pattern(r"\s+for\s|,?\s+(?:subject|with)\s|\(", re.IGNORECASE)
_YEAR = pattern(r"\b\d{4}\b")


def dated(meeting: Meeting, change: Change) -> Change:
    """``change``, with the dates of its lines that have no year read by the meeting's day."""
    if meeting.date is None:
        return change
    match change:
        case AddLine(_, line) | ChangeLine(line):
            return replace(change, line=_dated(line, meeting.date))
        case SetLines(_, lines):
            return replace(change, lines=tuple(_dated(line, meeting.date) for line in lines))
        case AddItem(item):
            lines = tuple(_dated(line, meeting.date) for line in item.lines)
            return replace(change, item=replace(item, lines=lines))
        case Several(changes):
            return replace(change, changes=tuple(dated(meeting, each) for each in changes))
    return change


def _dated(line: Line, day: dt.date) -> Line:
    if line.kind not in (Kind.PROCEDURE, Kind.RESOLUTION):
        return line
    form = _DATED.match(line.text)
    if form is None:
        return line
    free = _FREE.search(line.text)
    head = line.text[: free.start()] if free else line.text
    if _YEAR.search(head):
        return line
    past = form[1] is not None
    full = _DAY.sub(lambda found: _with_year(found[0], day, past=past), head)
    fact = fact_of(line.kind, full + line.text[len(head) :]) if full != head else None
    return line if fact is None else replace(line, fact=fact)


def _with_year(words: str, day: dt.date, *, past: bool) -> str:
    """The day with the year in which it is the last before ``day``, or the next from it on."""
    for year in range(day.year, day.year + (-5 if past else 5), -1 if past else 1):
        with suppress(ValueError):  # 29 February is in few years
            found = parse_date(f"{words} {year}")
            if found < day if past else found >= day:
                return f"{words} {year}"
    return words
