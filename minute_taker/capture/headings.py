r"""Headings of the agenda: ``# Title (5, Part II, 3, urgent)``, read and written.

The last bracket counts only if every word in it is one of these: an agenda number, a part, a
paragraph of Schedule 12A, ``urgent``, ``minute 70``; ``with 8 and 9`` for an item that was
considered together with others; ``taken first`` (``last``, ``next``, ``early``, ``out of
order``, ``after 5``, ``before 5``) for one out of its order; ``deferred`` or ``deferred to
14 July 2026``. Otherwise it is part of the title. A title whose own bracket would be taken so
is written with ``\(``; one that begins with a backslash, with two.
"""

from __future__ import annotations

import re

from minute_taker.capture.entries import ItemEntry
from minute_taker.capture.signs import ESCAPE
from minute_taker.minutes.model import HeadingKind, Item, Part
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import parse_date

_BRACKET = re.compile(r"(.*?)(\\?)\(([^()]*)\)", re.DOTALL)
_ONE = r"\d{1,3}[a-z]?(?:\.\d{1,3}){0,3}"
_LIST = rf"{_ONE}(?:\s+(?:and|&)\s+{_ONE})*"
_NUMBER = re.compile(rf"(?:(?:agenda\s+)?item\s+)?({_ONE})", re.IGNORECASE)
_PART = re.compile(r"part\s+(i{1,2}|[12])", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\d{1,2}[a-z]?(?:\s+(?:and|&)\s+\d{1,2}[a-z]?)*", re.IGNORECASE)
_NAMED_PARAGRAPH = re.compile(r"paragraphs?\s+(\S.*)", re.IGNORECASE)
_WITH = re.compile(
    rf"(?:(?:taken|considered)\s+)?(?:together\s+)?with\s+(?:(?:agenda\s+)?items?\s+)?({_LIST})",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"taken\s+(first|last|next|early|late|out\s+of\s+order"
    rf"|(?:after|before)\s+(?:(?:agenda\s+)?item\s+)?{_ONE})",
    re.IGNORECASE,
)
_ITEM_WORD = re.compile(r"\b(?:agenda\s+)?item\s+", re.IGNORECASE)
_MORE = re.compile(rf"(?:and\s+)?({_LIST})", re.IGNORECASE)
_DEFERRED = re.compile(r"deferred(?:\s+to\s+(\S.*))?", re.IGNORECASE)
#: The number of a printed agenda and the pages of its report, ``1.`` and ``1 - 8``.
_PRINTED_NUMBER = re.compile(r"(\d{1,3}[a-z]?)[.)]\s+(?=\S)")
_KEPT_NUMBER = re.compile(r"(\d{1,3}[a-z]?)\\+[.)]\s+(?=\S)")
_PAGES = re.compile(
    r"\s+(?:\(?pages?\s+\d{1,4}(?:\s*[-–]\s*\d{1,4})?\)?|\(?\d{1,4}\s*[-–]\s*\d{1,4}\)?)$",
    re.IGNORECASE,
)
_MINUTE = re.compile(r"minute\s+(\S+)", re.IGNORECASE)
_SIGNS = {HeadingKind.NUMBERED: "#", HeadingKind.UNNUMBERED: "#-"}


def _attributes(inside: str) -> dict[str, object] | None:
    """The fields that a bracket sets, or None if any of its words is none of ours."""
    fields: dict[str, object] = {}
    paragraphs: list[str] = []
    mates: list[str] = []
    for part in (piece.strip() for piece in inside.split(",")):
        if part.lower() == "urgent" and "urgent" not in fields:
            fields["urgent"] = True
        elif (match := _PART.fullmatch(part)) and "part" not in fields:
            exempt = match[1].lower() in ("ii", "2")
            fields["part"] = Part.EXEMPT if exempt else Part.PUBLIC
        elif (match := _MINUTE.fullmatch(part)) and "minute_number" not in fields:
            fields["minute_number"] = match[1]
        elif match := _NAMED_PARAGRAPH.fullmatch(part):
            paragraphs.append(match[1])
        elif (fields.get("part") is Part.EXEMPT or paragraphs) and _PARAGRAPH.fullmatch(part):
            paragraphs.append(part)
        elif (match := _NUMBER.fullmatch(part)) and "agenda_number" not in fields and not mates:
            fields["agenda_number"] = match[1]
        elif match := _WITH.fullmatch(part) or (mates and _MORE.fullmatch(part)) or None:
            mates += re.split(r"\s+(?:and|&)\s+", match[1])
        elif (match := _TAKEN.fullmatch(part)) and "taken" not in fields:
            fields["taken"] = _ITEM_WORD.sub("", " ".join(match[1].lower().split()))
        elif (match := _DEFERRED.fullmatch(part)) and "deferred" not in fields:
            if match[1] and not _is_day(match[1]):
                return None
            fields["deferred"] = f"deferred to {match[1]}" if match[1] else "deferred"
        else:
            return None
    if mates:
        fields["together_with"] = " and ".join(mates)
    if paragraphs:
        fields["exempt_paragraph"] = ", ".join(paragraphs)
    return fields


def _is_day(words: str) -> bool:
    if words == GAP:
        return True
    try:
        parse_date(words)
    except ValueError:
        return False
    return True


def parse_heading(payload: str, heading: HeadingKind) -> ItemEntry:
    """Read what follows ``#`` or ``#-``."""
    if payload.startswith(ESCAPE):
        payload = payload[1:]
        if not payload.startswith(ESCAPE):
            return ItemEntry(payload.lstrip(), heading)
    match = _BRACKET.fullmatch(payload)
    title, fields = payload, None
    if match is not None and match[2]:
        title = f"{match[1]}({match[3]})"
    elif match is not None:
        fields = _attributes(match[3])
        title = payload if fields is None else match[1].rstrip()
    title, number = _unprinted(title) if heading is HeadingKind.NUMBERED else (title, "")
    fields = dict(fields or {})
    if number:
        fields.setdefault("agenda_number", number)
    return ItemEntry(title, heading, **fields)  # type: ignore[arg-type]


def _unprinted(title: str) -> tuple[str, str]:
    """A title pasted from a printed agenda, without its number and pages; and that number.

    ``1. Apologies for absence 1 - 8``. Pages are taken off only after such a number. A
    backslash before its stop keeps both.
    """
    if kept := _KEPT_NUMBER.match(title):
        return title[: kept.end(1)] + title[kept.end(1) + 1 :], ""
    match = _PRINTED_NUMBER.match(title)
    if match is None:
        return title, ""
    rest = title[match.end() :]
    return _PAGES.sub("", rest) or rest, match[1]


def _bracket(item: Item | ItemEntry) -> str:
    words = [item.agenda_number] if item.agenda_number else []
    if item.minute_number:
        words.append(f"minute {item.minute_number}")
    if item.part is Part.EXEMPT:
        words.append("Part II")
    if item.exempt_paragraph:
        plain = item.part is Part.EXEMPT and _PARAGRAPH.fullmatch(item.exempt_paragraph)
        words.append(item.exempt_paragraph if plain else f"paragraph {item.exempt_paragraph}")
    if item.urgent:
        words.append("urgent")
    if item.taken:
        words.append(f"taken {item.taken}")
    if item.deferred:
        words.append(item.deferred)
    if item.together_with:
        words.append(f"with {item.together_with}")
    return f"({', '.join(words)})" if words else ""


def format_heading(item: Item | ItemEntry) -> str:
    """Write a heading so that it is read as it was; empty for the place before the first one."""
    sign = _SIGNS.get(item.heading)
    if sign is None:
        return ""
    bracket = _bracket(item)
    title = item.title
    if title.startswith(ESCAPE):
        title = ESCAPE + title
    elif item.heading is HeadingKind.NUMBERED and (
        match := _PRINTED_NUMBER.match(title) or _KEPT_NUMBER.match(title)
    ):
        title = f"{title[: match.end(1)]}{ESCAPE}{title[match.end(1) :]}"
    words = [sign, title, bracket]
    plain = " ".join(word for word in words if word)
    if bracket or parse_heading(plain[len(sign) :].lstrip(), item.heading).title == item.title:
        return plain
    at = title.rindex("(")
    return f"{sign} {title[:at]}{ESCAPE}{title[at:]}"
