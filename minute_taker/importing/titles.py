"""The title of an item as an agenda has it, and what is hung on it: sizes, reasons, parts."""

from __future__ import annotations

import re

from msgspec import Struct

from minute_taker.importing.words import READABLE, tidy
from minute_taker.minutes.model import HeadingKind, Part
from minute_taker.minutes.part_marks import opens_private_part, opens_public_part
from minute_taker.minutes.text import listed

#: What a committee system puts after the name of a document, often without a space.
_SIZE = re.compile(
    r"[\s,(\[]*(?:PDF|DOCX?|XLSX?|PPTX?|RTF|TXT|ZIP|CSV)\s*,?\s*\d+(?:[.,]\d+)?\s*[KMG]?B\b[)\]]*\s*$",
    re.IGNORECASE,
)
_RANGE = r"\d{1,4}(?:\s*(?:[-–—]|to)\s*\d{1,4})?"
#: Pages of a pack, with the word for them and without.
PAGES_WORD = r"(?:pages?|pgs?\.?|pp?\.?)"
PAGE_RANGES = rf"{_RANGE}(?:\s*[,&]\s*{_RANGE})*"
#: The pages of a pack, named as such after a title.
_PAGES_NAMED = re.compile(
    rf"\s*[(\[]\s*{PAGES_WORD}\s*{PAGE_RANGES}\s*[)\]]\s*$"
    rf"|\s+(?:pages?|pgs?\.?|pp\.?)\s*{_RANGE}\s*$",
    re.IGNORECASE,
)
_SCHEDULE = r"schedule\s*12\s*\(?a\)?"
_NUMBERS = r"(\d{1,2}(?:\s*(?:,|and|&|or|to|-)\s*\d{1,2})*)"
_REASONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bpara(?:graph)?s?\.?\s*\(?{_NUMBERS}\)?",
        rf"\bpart\s*(?:1|i)\s*\(\s*{_NUMBERS}\s*\)\s*(?:of\s*)?(?:the\s*)?{_SCHEDULE}",
        rf"\b(?:exempt(?:ion)?\s+)?categor(?:y|ies)\s*{_NUMBERS}",
        rf"{_SCHEDULE}[\s,(]*(?:part\s*(?:1|i)\b[\s,(]*)?{_NUMBERS}\b(?!\s*\d{{3}})",
    )
)
_ABOUT_EXEMPT = re.compile(
    rf"{_SCHEDULE}|\b(?:exempt|not for publication|confidential|restricted|part\s*(?:ii|2)|private"
    r"|exclu(?:de|sion))\b",
    re.IGNORECASE,
)
_LAST_BRACKET = re.compile(
    r"^(.+?)\s*[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]\s*$", re.DOTALL
)
_ONLY_EXEMPT = re.compile(
    r"(?:exempt|restricted|confidential|private|part\s*(?:ii|2|two|b)|not for publication)"
    r"(?:\s+(?:item|report|information|business|enclosure|appendix))?",
    re.IGNORECASE,
)
#: What a front sheet calls its parts beyond what is read as one anywhere.
_BUSINESS = r"(?:agenda|items?|business|session|part|section|reports?|information|matters|papers)"
_PART_TWO = re.compile(
    r"part\s*b\b(?!\s*(?:and|&|/))"
    rf"|{_BUSINESS}\b.{{0,40}}?\b(?:in private|not for publication|containing exempt)\b",
    re.IGNORECASE,
)
_PART_ONE = re.compile(
    r"part\s*a\b(?!\s*(?:and|&|/))"
    rf"|{_BUSINESS}\b.{{0,40}}?\bin public\b|open (?:{_BUSINESS}\b\W*)+$",
    re.IGNORECASE,
)
_LONGEST_PART_HEADING = 120


class Title(Struct, frozen=True):
    """A title alone, the paragraphs of Schedule 12A that it gives, and whether it is exempt."""

    words: str
    paragraph: str = ""
    exempt: bool = False


def read_title(text: str, *, private: bool = False) -> Title:
    """A title without a document's size and without the reason why it is exempt.

    ``private`` says that it stands in the private part, where a paragraph alone is a reason.
    """
    words = tidy(text)
    if len(words) > READABLE:
        return Title(words)
    while (shorter := without_pages(_SIZE.sub("", words))) != words and shorter:
        words = shorter
    if match := _LAST_BRACKET.fullmatch(words):
        inside = match[2]
        if _ONLY_EXEMPT.fullmatch(inside.strip()):
            return Title(match[1], exempt=True)
        if paragraph := exempt_paragraph(f"exempt {inside}" if private else inside):
            return Title(match[1], paragraph, exempt=True)
    return Title(words)


def without_pages(words: str) -> str:
    """A title without the pages of a pack that are named after it: ``(Pages 1 - 12)``."""
    return _PAGES_NAMED.sub("", words) if len(words) <= READABLE else words


def exempt_paragraph(text: str) -> str:
    """The paragraphs of Schedule 12A that a text gives: ``3``, ``1 and 2``; empty where none."""
    text = text[: 2 * READABLE]
    if not _ABOUT_EXEMPT.search(text):
        return ""
    for reason in _REASONS:
        for match in reason.finditer(text):
            numbers = re.findall(r"\d+", match[1])
            if all(1 <= int(number) <= 7 for number in numbers):
                return listed(list(dict.fromkeys(numbers)))
    return ""


def part_begun(title: str) -> Part | None:
    """The part that begins with a heading of this title; None for any other heading.

    It is the one that such a heading begins in the draft, by
    :mod:`minute_taker.minutes.part_marks`.
    """
    words = tidy(title)
    if len(words) > _LONGEST_PART_HEADING:
        return None
    if opens_private_part(words, HeadingKind.UNNUMBERED) or _PART_TWO.match(words):
        return Part.EXEMPT
    public = opens_public_part(words, HeadingKind.UNNUMBERED) or _PART_ONE.match(words)
    return Part.PUBLIC if public else None
