"""What the agenda recommends under an item, and the lines to offer as the item's resolution.

A recommendation stands in the draft as the agenda has it, as agenda text. It is offered word for
word, led in by "That" where the agenda leads it in with "The Committee is recommended to".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from minute_taker.minutes.facts import Exclusion
from minute_taker.minutes.model import Item, Kind, Line, Part
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.standing import standing_kind
from minute_taker.minutes.when import format_date, parse_date

#: What an agenda puts before what it recommends.
_LABEL = pattern(
    r"(?:(?:officers?['’]?s?|draft|proposed|the)\s+)?"
    r"(?:recommendations?|recommended|proposed (?:decision|resolution)s?)"
    r"(?:\(s\))?(?:\s+to\s+(?:the\s+)?(?:committee|cabinet|council|panel|board|members))?"
    r"\s*(?:[:.\-–—]+\s*|$)",
    re.IGNORECASE,
)
_ASKED = pattern(
    r"(?:(?:it is|that)\s+)?((?:the\s+)?[\w'’ &\-]{2,60}?)\s+(?:is|are|be)\s+"
    r"(?:asked|recommended|invited|requested)\s*(?:to\s*|:\s*|to:\s*|that\s+)",
    re.IGNORECASE,
)
_IT_IS = pattern(r"it is recommended\s*(?::\s*)?(?=that\b)", re.IGNORECASE)
_MARK = pattern(r"\(?(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]\s+(?=\S)", re.IGNORECASE)
_DATE = pattern(r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}|\d{1,2}/\d{1,2}/\d{4}")


def begins_recommendation(text: str) -> bool:
    """Whether a paragraph of an agenda says that it is a recommendation, or leads in to one."""
    return _LABEL.match(text) is not None or _asked(text) is not None or bool(_IT_IS.match(text))


def _asked(text: str) -> re.Match[str] | None:
    match = _ASKED.match(text)
    return match if match and len(match[1].split()) <= 8 else None


def offered_lines(item: Item) -> tuple[str, ...]:
    """The lines of the capture language to offer as the item's resolution, in order.

    Without a recommendation, the standing items have theirs: the minutes of the title's day
    approved, the press and public excluded.
    """
    recommended = tuple(_recommended([line for line in item.lines if line.kind is Kind.AGENDA]))
    if recommended:
        return recommended
    kind = standing_kind(item.title)
    if kind == "minutes" and (days := days_to_approve(item)):
        return (f"! minutes {', '.join(map(format_date, days))}",)
    if kind == "exempt business" and item.part is Part.PUBLIC:
        return ("~ exclude",)
    return ()


def offered_line(item: Item) -> str:
    """The next of them; empty once all are taken, or something else has been resolved."""
    taken = [
        line
        for line in item.lines
        if line.kind is Kind.RESOLUTION or isinstance(line.fact, Exclusion)
    ]
    # Most lines of a meeting stand under items that recommend nothing.
    if taken and item.lines[-1] is not taken[-1]:
        return ""
    offered = offered_lines(item)
    if len(taken) >= len(offered):
        return ""
    for line, words in zip(taken, offered, strict=False):
        if _bare(line.text) != _bare(words.strip().lstrip("!~ ")):
            return ""
    return offered[len(taken)]


def _bare(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def days_to_approve(item: Item) -> list[date]:
    """The days of the minutes that an item is to approve: its title's, else its agenda text's."""
    for words in (item.title, *(line.text for line in item.lines if line.kind is Kind.AGENDA)):
        if days := _days(words):
            return days
    return []


def _days(words: str) -> list[date]:
    days = []
    for match in _DATE.finditer(words):
        try:
            days.append(parse_date(match[0]))
        except ValueError:
            continue
    return days


def _recommended(lines: Sequence[Line]) -> Iterator[str]:
    """The resolutions of the paragraphs from the recommendation on."""
    begun = stem = False
    for line in lines:
        text = line.text
        if not begun:
            if not begins_recommendation(text):
                continue
            begun = True
            label = _LABEL.match(text)
            text = text[label.end() :] if label else text
        elif not _goes_on(line) and (stem or not begins_recommendation(text)):
            return
        if text := _MARK.sub("", text, count=1) if _MARK.match(text) else text:
            words = _led_in(text)
            depth = 1 if stem else 0
            yield f"{'  ' * depth}! {words}"
            stem = stem or words.endswith(":")


def _goes_on(line: Line) -> bool:
    """Whether a paragraph is one of several that are recommended, and not one of its own."""
    return line.depth > 0 or line.text.startswith("That ") or _MARK.match(line.text) is not None


def _led_in(text: str) -> str:
    """A recommendation as it is resolved: ``That the Committee note the report``."""
    text = text[match.end() :] if (match := _IT_IS.match(text)) else text
    match = _asked(text)
    if match is None:
        return text[0].upper() + text[1:] if text[:5].lower() == "that " else text
    rest = text[match.end() :].lstrip(": ")
    who = match[1][0].lower() + match[1][1:] if match[1].lower().startswith("the ") else match[1]
    return f"That {who} {rest}" if rest else f"That {who}:"
