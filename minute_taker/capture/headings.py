r"""Headings of the agenda: ``# Title (5, Part II, 3, urgent)``, read and written.

The brackets at the end count only if every word in them is one of these: an agenda number, a
part, a paragraph of Schedule 12A, ``urgent``, ``minute 70``; ``source 30104`` for what the
committee system calls it; ``with 8 and 9`` for an item that was considered together with others;
``taken first`` (``last``, ``next``, ``early``, ``out of order``, ``after 5``, ``before 5``) for
one out of its order; ``deferred`` or ``deferred to
14 July 2026``. Otherwise it is part of the title. A title whose own bracket would be taken so
is written with ``\(``; one that begins with a backslash, with two.

A mark of Part II is understood in other shapes, too: ``[Part II]``, ``- Part II``, a bracket
that is not closed, a bracket of its own before another (``(Part II, 3) (5)``). One that is only
nearly right stays in the title, and is asked about: see :mod:`minute_taker.minutes.part_marks`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from minute_taker.capture.entries import ItemEntry
from minute_taker.capture.signs import ESCAPE, SOURCE_FORM
from minute_taker.minutes.model import HeadingKind, Item, Part
from minute_taker.minutes.part_marks import PLAIN_EXEMPT, PLAIN_PUBLIC
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.text import GAP
from minute_taker.minutes.when import parse_date

#: The last words of a title after a dash or a comma, if they are a mark.
_DASHED = pattern(
    rf"(\\?)(?:(?<=\s)[-–—|]\s*|[,;:–—]\s+)((?:{PLAIN_EXEMPT.pattern})\b[^()\[\]]*)$", re.I
)
#: How far from its end a title is looked at for such words.
_TAIL = 120
_ONE = r"\d{1,3}[a-z]?(?:\.\d{1,3}){0,3}"
_LIST = rf"{_ONE}(?:\s+(?:and|&)\s+{_ONE})*"
_NUMBER = pattern(rf"(?:(?:agenda\s+)?item\s+)?({_ONE})", re.IGNORECASE)
#: A mark, and what is said after it without a comma: ``Part II para 3``, ``Part II - 3``.
_MARK_AND_MORE = pattern(
    rf"({PLAIN_EXEMPT.pattern})\s*[:–—-]?\s+((?:para|sch|\d|urgent).*)", re.I | re.DOTALL
)
_SCHEDULE = pattern(
    r"(?:of\s+)?sch(?:edule)?\.?\s*12a\b(?:\s+(?:of|to)\s+the\s+local\s+government\s+act\s+1972)?\s*",
    re.I,
)
_PARAGRAPH = pattern(r"\d{1,2}[a-z]?(?:\s+(?:and|&)\s+\d{1,2}[a-z]?)*", re.IGNORECASE)
_NAMED_PARAGRAPH = pattern(r"para(?:graph)?s?\b\.?\s*(\S.*)", re.IGNORECASE)
_WITH = pattern(
    rf"(?:(?:taken|considered)\s+)?(?:together\s+)?with\s+(?:(?:agenda\s+)?items?\s+)?({_LIST})",
    re.IGNORECASE,
)
_TAKEN = pattern(
    r"taken\s+(first|last|next|early|late|out\s+of\s+order"
    rf"|(?:after|before)\s+(?:(?:agenda\s+)?item\s+)?{_ONE})",
    re.IGNORECASE,
)
_ITEM_WORD = pattern(r"\b(?:agenda\s+)?item\s+", re.IGNORECASE)
_MORE = pattern(rf"(?:and\s+)?({_LIST})", re.IGNORECASE)
_DEFERRED = pattern(r"deferred(?:\s+to\s+(\S.*))?", re.IGNORECASE)
#: The number of a printed agenda and the pages of its report, ``1.`` and ``1 - 8``.
_PRINTED_NUMBER = pattern(r"(\d{1,3}[a-z]?)[.)]\s+(?=\S)")
_KEPT_NUMBER = pattern(r"(\d{1,3}[a-z]?)\\+[.)]\s+(?=\S)")
_PAGES = pattern(
    r"\s+(?:\(?pages?\s+\d{1,4}(?:\s*[-–]\s*\d{1,4})?\)?|\(?\d{1,4}\s*[-–]\s*\d{1,4}\)?)$",
    re.IGNORECASE,
)
_MINUTE = pattern(r"minute\s+(\S+)", re.IGNORECASE)
#: A title that begins with a bracket of its own; what stands at its end may still mark it.
_KEPT_BRACKETS = (f"{ESCAPE}(", f"{ESCAPE}[")
_SOURCE = pattern(SOURCE_FORM, re.IGNORECASE)
_SIGNS = {HeadingKind.NUMBERED: "#", HeadingKind.UNNUMBERED: "#-"}


def _attributes(inside: str) -> dict[str, object] | None:
    """The fields that a bracket sets, or None if any of its words is none of ours."""
    fields: dict[str, object] = {}
    paragraphs: list[str] = []
    mates: list[str] = []
    for part in _pieces(inside):
        if part.lower() == "urgent" and "urgent" not in fields:
            fields["urgent"] = True
        elif PLAIN_EXEMPT.fullmatch(part) and "part" not in fields:
            fields["part"] = Part.EXEMPT
        elif PLAIN_PUBLIC.fullmatch(part) and "part" not in fields:
            fields["part"], fields["said_public"] = Part.PUBLIC, True
        elif (match := _SOURCE.fullmatch(part)) and "source" not in fields:
            fields["source"] = match[1]
        elif (match := _MINUTE.fullmatch(part)) and "minute_number" not in fields:
            fields["minute_number"] = match[1]
        elif match := _NAMED_PARAGRAPH.fullmatch(part):
            paragraphs.append(match[1])
        elif (fields.get("part") is Part.EXEMPT or paragraphs) and _PARAGRAPH.fullmatch(part):
            paragraphs.append(part)
        elif "said_public" in fields and _NUMBER.fullmatch(part):
            # "Part I, 3": a paragraph of the Schedule belongs to Part II.
            return None
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
    if paragraphs and "said_public" in fields:
        return None
    if mates:
        fields["together_with"] = " and ".join(mates)
    if paragraphs:
        fields["exempt_paragraph"] = ", ".join(paragraphs)
    return fields


def _pieces(inside: str) -> list[str]:
    """What a bracket says, piece by piece; the schedule that a paragraph is of is known."""
    pieces: list[str] = []
    for typed in re.split(r"[,;]", inside):
        bare = typed.strip()
        if begins := _SCHEDULE.match(bare):
            bare = bare[begins.end() :]
        more = _MARK_AND_MORE.fullmatch(bare)
        if more is not None:
            pieces += (more[1], more[2])
        elif bare or not typed.strip():
            pieces.append(bare)
    return pieces


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
    kept = payload.startswith(_KEPT_BRACKETS)
    if payload.startswith(ESCAPE) and not kept:
        payload = payload[1:]
        if not payload.startswith(ESCAPE):
            return ItemEntry(payload.lstrip(), heading)
    fields: dict[str, object] = {}
    title = payload
    while (group := _last_group(title)) is not None:
        if group.escaped:
            title = group.literal
            break
        read = _attributes(group.inside)
        # What is no plain bracket counts as a mark alone; one before another, beside a mark.
        if read is None or fields.keys() & read.keys():
            break
        if "part" not in read and (not group.plain or (fields and "part" not in fields)):
            break
        fields |= read
        title = group.before.rstrip()
    if kept and title.startswith(_KEPT_BRACKETS):
        title = title[1:]
    title, number = _unprinted(title) if heading is HeadingKind.NUMBERED else (title, "")
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


class _Group(NamedTuple):
    """What may be a mark at a title's end: the title ``before`` it, and what is ``inside``.

    ``plain`` says that it is a round bracket; ``escaped`` that a backslash makes it part of the
    title, which is then ``literal``.
    """

    before: str
    inside: str
    plain: bool
    escaped: bool = False
    literal: str = ""


def _last_group(title: str) -> _Group | None:
    closed = title.endswith((")", "]"))
    at = max(title.rfind("("), title.rfind("["))
    end = len(title) - closed
    if at >= 0 and (closed or max(title.rfind(")"), title.rfind("]")) < at):
        before, inside = title[:at], title[at + 1 : end]
        if ")" in inside or "]" in inside:
            return None
        escaped = before.endswith(ESCAPE)
        plain = closed and title[at] == "(" and title[-1] == ")"
        return _Group(before, inside, plain, escaped, before[:-1] + title[at:] if escaped else "")
    start = max(0, len(title) - _TAIL)
    match = _DASHED.search(title, start)
    if match is None or not title[: match.start()].strip():
        return None
    before, escaped = title[: match.start()], bool(match[1])
    literal = before + title[match.start() + 1 :] if escaped else ""
    return _Group(before, match[2], False, escaped, literal)


def _bracket(item: Item | ItemEntry, *, with_source: bool) -> str:
    words = [item.agenda_number] if item.agenda_number else []
    if item.minute_number:
        words.append(f"minute {item.minute_number}")
    if item.part is Part.EXEMPT or item.said_public:
        words.append("Part II" if item.part is Part.EXEMPT else "Part I")
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
    if with_source and _SOURCE.fullmatch(written := f"source {item.source}"):
        words.append(written)
    return f"({', '.join(words)})" if words else ""


def format_heading(item: Item | ItemEntry, *, with_source: bool = False) -> str:
    """Write a heading so that it is read as it was; empty for the place before the first one.

    What the committee system calls it is written only ``with_source``.
    """
    sign = _SIGNS.get(item.heading)
    if sign is None:
        return ""
    bracket = _bracket(item, with_source=with_source)
    title = item.title
    if title.startswith(ESCAPE):
        title = ESCAPE + title
    elif item.heading is HeadingKind.NUMBERED and (
        match := _PRINTED_NUMBER.match(title) or _KEPT_NUMBER.match(title)
    ):
        title = f"{title[: match.end(1)]}{ESCAPE}{title[match.end(1) :]}"
    plain = _joined(sign, title, bracket)
    if _read_back(plain, sign, item) == item.title:
        return plain
    # The last words are a mark themselves, or would be taken for one.
    group = _last_group(title)
    at = len(group.before) if group is not None else 0
    return _joined(sign, f"{title[:at]}{ESCAPE}{title[at:]}", bracket)


def _joined(*words: str) -> str:
    return " ".join(word for word in words if word)


def _read_back(written: str, sign: str, item: Item | ItemEntry) -> str:
    return parse_heading(written[len(sign) :].lstrip(), item.heading).title
