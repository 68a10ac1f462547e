"""The words by which a heading says that its business is private, and those that only nearly do.

A mark that is plain is read by :mod:`minute_taker.capture.headings`. One that is nearly right
stays in the title; :func:`nearly_marked` tells it from a title that only speaks of Part II
("To confirm the items in Part II").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from minute_taker.minutes.model import HeadingKind
from minute_taker.minutes.patterns import pattern

_TWO = r"part[\s-]*(?:ii|2|two)"
_ONE = r"part[\s-]*(?:i|1|one)"
#: What says by itself that an item is exempt, or public; nothing may be left over.
PLAIN_EXEMPT = pattern(rf"{_TWO}|(?:exempt|confidential)(?:\s+(?:item|business))?", re.I)
PLAIN_PUBLIC = pattern(_ONE, re.I)

_MENTIONS_TWO = pattern(rf"\b{_TWO}\b", re.I)
_MENTIONS_ONE = pattern(rf"\b{_ONE}\b", re.I)
#: ``Prat II``, ``Pt. 2``, ``Part 11``: a word, and two or what became of it.
_WORD_AND_TWO = pattern(
    r"\b([a-z]+?)\.?[\s-]*(?:i{2,3}|[23](?:nd|rd)?|two|[1il|]{2}|b)(?!\w)", re.I
)
_SHORT_FOR_PART = frozenset(("p", "pt", "rhan"))
_BARE_TWO = pattern(r"\s*(?:ii|2\s*[,;]\s*(?:para\w*\.?\s*)?\d.*|ii\s*[,;].*)", re.I | re.DOTALL)
#: ``Part I, 3``: a paragraph of the Schedule, and yet the public part; or both parts.
_CONTRADICTS = pattern(
    rf"\b{_ONE}\s*[,;]\s*(?:para\w*\.?\s*)?\d|\b{_ONE}\b.*\b{_TWO}\b", re.I | re.DOTALL
)
_STRONG = frozenset(("exempt", "confidential", "private", "restricted", "closed", "secret"))
#: Words that stand beside a mark and say nothing else.
_BESIDE = frozenset((
    "item", "items", "business", "report", "reports", "information", "appendix",
    "appendices", "session", "sessions", "matter", "matters", "agenda", "section",
    "paper", "papers", "part", "only", "in", "the", "and", "for", "with", "a", "of",
    "to", "be", "is", "taken", "considered", "discussion", "meeting", "members", "press",
    "excluded", "not", "publication", "camera", "ii", "2", "two", "para", "paras",
    "paragraph", "paragraphs", "schedule", "12a", "act", "local", "government", "1972",
    "under", "open", "return", "minutes", "annex", "consideration", "taking",
))  # fmt: skip
#: Words that a bracket may hold to be asked about, whatever else it holds.
_TELLING = pattern(
    r"\bexempt|\bconfidential|\bschedule\s*12a|\bnot\s+for\s+publication|\bin\s+camera\b"
    r"|\bpink\s+papers?\b|\bwithout\s+the\s+(?:press|public)\b|\bsecond\s+part\b",
    re.I,
)
_MISSPELT = ("exempt", "confidential")
_BRACKETED = pattern(r"[(\[{]([^()\[\]{}]*)")
_APART = pattern(r"\s+[-–—|]+\s*|[:;,]\s+|[–—|*]+")
_LAST_TWO = pattern(rf"(?:(\w+)\W+)?\b{_TWO}\b[^A-Za-z]*$", re.I)
_FIRST_TWO = pattern(rf"{_TWO}\b\W*(\w*)", re.I)
#: After these (and, for the second, before them) the words speak of Part II.
_SPEAKS = frozenset((
    "in", "of", "under", "and", "to", "for", "from", "or", "the", "as", "with", "on",
    "about", "both", "into",
))  # fmt: skip
_WORD = pattern(r"\w+")


@lru_cache(maxsize=1024)
def nearly_marked(title: str) -> bool:
    """Whether a title that was read as a public item's may say that it is private."""
    title = _seen(title)
    if not _worth_a_look(title):
        return False
    if any(_may_mark(inside) for inside in _BRACKETED.findall(title)):
        return True
    if _is_mark(title) or _MENTIONS_ONE.search(title):
        return False
    segments = [part for segment in _APART.split(title) if (part := segment.strip())]
    if len(segments) > 1 and (_is_mark(segments[0]) or _is_mark(segments[-1])):
        return True
    last = _LAST_TWO.search(title[-80:])
    if last and last[1] and last[1].lower() not in _SPEAKS:
        return True
    first = _FIRST_TWO.match(title)
    return first is not None and first[1].lower() not in _SPEAKS | _BESIDE | {"", "both"}


@lru_cache(maxsize=1024)
def opens_private_part(title: str, heading: HeadingKind) -> bool:
    """Whether a heading says that what stands under it is taken in private."""
    title = _seen(title)
    if not _worth_a_look(title):
        return False
    first = _WORD_AND_TWO.match(title) if heading is HeadingKind.UNNUMBERED else None
    if first is not None and _like_part(first[1]):
        return not _MENTIONS_ONE.search(title)
    return _is_mark(title)


@lru_cache(maxsize=1024)
def opens_public_part(title: str, heading: HeadingKind) -> bool:
    """Whether a bare heading says that what stands under it is taken in public."""
    if heading is not HeadingKind.UNNUMBERED or _MENTIONS_TWO.search(title):
        return False
    if _MENTIONS_ONE.match(title):
        return True
    words = _words(title)
    return "public" in words and words <= _BESIDE - {"excluded", "press"} | {"public"}


def _seen(title: str) -> str:
    """The title as a reader sees it: no unseen marks, and letters that only look alike as Latin."""
    if title.isascii():
        return title
    plain = unicodedata.normalize("NFKC", title).translate(_ALIKE)
    return "".join(char for char in plain if unicodedata.category(char) != "Cf")


#: Cyrillic and Greek letters that look like Latin ones.
_ALIKE = str.maketrans("аеорсухіАВЕКМНОРСТХІαορΑΒΕΙΚΜΝΟΡΤΧ", "aeopcyxiABEKMHOPCTXIaopABEIKMNOPTX")


def _worth_a_look(title: str) -> bool:
    """Whether any word of a mark can be in the title; most titles have none."""
    return bool(_HINT.search(title)) or "(" in title or "[" in title or "{" in title


_HINT = pattern(
    r"\bp[art]{1,4}\b|\brhan\b|consideration|exempt|confid|privat|restrict|closed|secret|public",
    re.I,
)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text))


def _is_mark(words: str) -> bool:
    """Whether the words say that something is private, and nothing else."""
    if _MENTIONS_ONE.search(re.sub(r"\bpart\s+1\s+of\s+schedule", "", words, flags=re.I)):
        return False
    found = _words(words)
    left = {word for word in found - _STRONG - _BESIDE if not word.isdigit()}
    excluded = bool(found & {"excluded"}) or "publication" in found
    says = found & _STRONG or _MENTIONS_TWO.search(words) or excluded
    return bool(says) and left <= ({"public"} if excluded else set())


def _may_mark(inside: str) -> bool:
    """Whether what stands in a bracket may say that an item is private."""
    if _is_mark(inside) or _TELLING.search(inside) or _BARE_TWO.fullmatch(inside):
        return True
    if _CONTRADICTS.search(inside):
        return True
    if any(map(_like_part, _WORD_AND_TWO.findall(inside))) and not _MENTIONS_ONE.search(inside):
        return True
    import difflib

    words = [word for word in _words(inside) if 5 <= len(word) <= 14]
    return any(difflib.get_close_matches(word, _MISSPELT, 1, 0.8) for word in words)


def _like_part(word: str) -> bool:
    """Whether a word is "part", shortened, in Welsh or mistyped, and not another ("Phase")."""
    import difflib

    word = word.lower()
    return word in _SHORT_FOR_PART or bool(difflib.get_close_matches(word, ("part",), 1, 0.75))
