"""A line as the rules read it: its words, its sentences, and what in it is nobody's prose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from msgspec import Struct

from minute_taker.minutes.facts import AnyFact
from minute_taker.minutes.model import Item, Kind, Line

_Found = TypeVar("_Found")

#: A word: letters, with apostrophes among them. What a hyphen joins are words of their own.
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Addresses, codes of people, and whatever has a digit in it are no words. Before each pattern
#: stands what none of it is without.
_NO_WORDS = (
    ("@", re.compile(r"(?<!\S)\S*@\S*")),
    (
        ".",
        re.compile(
            r"(?:https?://|www\.)\S+"
            r"|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|com|org|net|gov)\b(?:/\S*)?",
            re.IGNORECASE,
        ),
    ),
    ("[", re.compile(r"\[[^\]]*\]")),
)
_FIGURES = re.compile(r"(?<![^\s()/,;:“”‘\"])[^\s()/,;:“”‘\"\d]*\d[^\s()/,;:“”‘\"]*")
_DIGIT = re.compile(r"\d")
#: What somebody said or a paper says word for word.
_QUOTED = re.compile(
    r"“[^”]{1,600}(?:”|$)|\"[^\"]{1,600}\"|(?<![\w’])‘.{1,600}?’(?=[\s.,;:)?!–-]|$)"
    r"|(?<!\w)'[^']{1,600}?'(?=[\s.,;:)?!–-]|$)"
)
_SENTENCE_END = re.compile(r"(?<=[a-z0-9)’”\"%])[.?!]+[’”\")]*\s+(?=[“‘\"'(]?[A-Z@£0-9])")
_ABBREVIATED = re.compile(r"\b(?:Cllr|Cllrs|Mr|Mrs|Ms|Dr|St|No|Nos|Prof|Rev|e\.g|i\.e|vs)$")


class Word(Struct, frozen=True):
    """A word of a line and where it stands in it."""

    text: str
    start: int
    end: int


class Sentence(Struct, frozen=True):
    """A sentence of a line, and where it starts in it."""

    text: str
    start: int


class Passage:
    """One line, or the title of an item, with what the rules read in it, each worked out once.

    ``line_id`` is None for a title. ``exempt`` says whether no public copy shows it.
    """

    def __init__(self, item: Item, line: Line | None, *, exempt: bool) -> None:
        self.item_id = item.id
        self.line_id = None if line is None else line.id
        self.exempt = exempt
        self.kind: Kind = Kind.SUBHEADING if line is None else line.kind
        self.fact: AnyFact | None = None if line is None else line.fact
        self.text = item.title if line is None else line.text
        self._once: dict[Callable[[Passage], Any], Any] = {}

    def once(self, read: Callable[[Passage], _Found]) -> _Found:
        """Return what ``read`` reads in the passage, which it is asked for only once."""
        if read not in self._once:
            self._once[read] = read(self)
        found: _Found = self._once[read]
        return found

    @cached_property
    def plain(self) -> str:
        """The text with addresses, codes and figures blanked, of the same length."""
        text = self.text
        for needs, pattern in _NO_WORDS:
            if needs in text:
                text = pattern.sub(_blanked, text)
        return _FIGURES.sub(_blanked, text) if _DIGIT.search(text) else text

    @cached_property
    def own(self) -> str:
        """The clerk's own words: as ``plain``, and quotations blanked too."""
        return _QUOTED.sub(_blanked, self.plain) if _may_quote(self.plain) else self.plain

    @cached_property
    def words(self) -> list[Word]:
        """Every word, in order."""
        return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(self.plain)]

    @cached_property
    def counted(self) -> Counter[str]:
        """How often each word stands here, as it is written."""
        return Counter(word.text.replace("’", "'") for word in self.words)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The clerk's own sentences, quotations blanked; each ends with its mark."""
        found, start = [], 0
        for match in _SENTENCE_END.finditer(self.own):
            if _ABBREVIATED.search(self.own[start : match.start()]):
                continue
            found.append(Sentence(self.own[start : match.end()].rstrip(), start))
            start = match.end()
        if self.own[start:].strip():
            found.append(Sentence(self.own[start:].rstrip(), start))
        return found

    def opens_sentence(self, start: int) -> bool:
        """Whether what stands there is the first word of a sentence, a bracket or a quotation."""
        before = self.text[:start].rstrip()
        return not before or before[-1] in ".?!:;“‘\"'(–•-" or before.endswith((".”", ".’"))


def _may_quote(text: str) -> bool:
    return any(mark in text for mark in "“\"‘'")


def _blanked(match: re.Match[str]) -> str:
    return " " * len(match[0])
