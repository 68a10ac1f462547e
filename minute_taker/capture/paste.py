"""What was pasted becomes lines of the capture language, for the clerk to look at first.

A paste that has the language's signs is taken as it is. Any other is read as minutes are
written: after a lead-in to questions, a paragraph that ends in a question mark is a question
and what follows it the answer; under RESOLVED, what is numbered or begins with "That" is a
resolution; a list's bullets are bullets. Nothing is left out but the words that the program
prints itself (RESOLVED, and the "Agenda item" and "Minutes:" of a committee web page).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minute_taker.capture.entries import Blank, ItemEntry, LineEntry
from minute_taker.capture.facts_parser import fact_of
from minute_taker.capture.language import format_item, format_line, parse
from minute_taker.capture.list_marks import BulletLevels, NumberLevels
from minute_taker.capture.paragraphs import divided, paragraphs_of
from minute_taker.capture.signs import ESCAPE
from minute_taker.capture.unsigned import format_after
from minute_taker.minutes.model import Kind, Line
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.text import LONGEST_LINE, clean

#: A line of the capture language: a sign, or plain text that says that it is plain.
_SIGNED = pattern(r"\s*(?:(?:\?\+?|>\+?|!|~|%|\+|##?|#[-:]|\|) \S|\\[^\W\d_])")
_ABOUT_QUESTIONS = pattern(r"\bquestions?\b", re.IGNORECASE)
_LABELLED = pattern(r"(Q|Question|A|Answer)\s*\d{0,3}\s*:\s+(\S.*)", re.DOTALL)
_RESOLVED = pattern(r"(?:RESOLVED|Resolved(?=\s*[:–-]))\s*[:–-]*\s*(.*)", re.DOTALL)
_HEADING = pattern(
    r"(?:(\d{1,4}(?:/\d{1,4})?)\.?\s+)?(\S.*?)\s*\(Agenda Item (\d{1,3}[a-z]?)\)",
    re.IGNORECASE | re.DOTALL,
)


def lines_of_paste(text: str, after: Line | None = None) -> list[str]:
    """The lines of the capture language that a paste becomes, in order.

    ``after`` is the line that they will follow: a paste among questions and answers goes on
    with them. No line of the result is a command, and none is longer than ``LONGEST_LINE``.
    """
    raw_lines = text.splitlines()
    if any(_SIGNED.match(raw) for raw in raw_lines):
        return [line for raw in raw_lines for line in _as_signed(raw)]
    return list(_Reader(paragraphs_of(raw_lines), after).lines())


def lines_of_continued(text: str, after: Line | None = None) -> tuple[str, list[str]]:
    """As :func:`lines_of_paste` for a text whose first paragraph goes on with a line begun.

    The words of that paragraph as they stand, whatever they begin with, and the lines of the
    rest.
    """
    raw_lines = text.splitlines()
    if any(_SIGNED.match(raw) for raw in raw_lines[1:]):
        first, rest = raw_lines[0], "\n".join(raw_lines[1:])
    else:
        paragraphs = paragraphs_of(raw_lines)
        begun = bool(raw_lines and clean(raw_lines[0]).text)
        first = paragraphs[0] if begun else ""
        rest = "\n\n".join(paragraphs[begun:])
    return clean(first).text, lines_of_paste(rest, after)


def without_headings(lines: Sequence[str]) -> list[str]:
    """The lines, what would begin an item as plain text: for the midst of an item's lines."""
    return [ESCAPE + raw if isinstance(parse(raw), ItemEntry) else raw for raw in lines]


def fitted(lines: Sequence[str]) -> list[str]:
    """The lines, those that are too long divided, and none a command."""
    return [fit for raw in lines for fit in _as_signed(raw)]


def is_lead_in(line: Line) -> bool:
    """Whether a line leads in to questions ("… asked a number of questions, including:")."""
    return line.kind is Kind.TEXT and _leads_in(line.text)


def _leads_in(text: str) -> bool:
    return text.endswith(":") and _ABOUT_QUESTIONS.search(text) is not None


def _asks(text: str) -> bool:
    return text.rstrip("\"'”’)]").endswith("?")


def _as_signed(raw: str) -> Iterator[str]:
    entry = parse(raw)
    if isinstance(entry, LineEntry):
        if len(entry.text) <= LONGEST_LINE:
            yield raw.rstrip()
        else:
            yield from map(format_line, _pieces(entry))
    elif isinstance(entry, ItemEntry):
        yield raw.strip()[:LONGEST_LINE]
    elif not isinstance(entry, Blank):
        yield ESCAPE + clean(raw).text


def _pieces(entry: LineEntry) -> Iterator[LineEntry]:
    """The entry; one that is too long as several, the later ones its continuation."""
    first, *rest = divided(entry.text, LONGEST_LINE)
    yield LineEntry(
        entry.kind,
        first,
        entry.depth,
        entry.speaker,
        entry.addressee,
        entry.plus,
        fact_of(entry.kind, first, speaker=entry.speaker, plus=entry.plus),
        number=entry.number,
    )
    goes_on = entry.kind in (Kind.TEXT, Kind.ANSWER)
    for text in rest:
        kind = entry.kind if goes_on else Kind.TEXT
        depth = entry.depth if goes_on else min(3, entry.depth + 1)
        yield LineEntry(kind, text, depth)


class _Reader:
    """Goes through the paragraphs of a paste, knowing what stands above each."""

    def __init__(self, paragraphs: Sequence[str], after: Line | None) -> None:
        self._paragraphs = paragraphs
        self._asked = after is not None and after.kind in (Kind.QUESTION, Kind.ANSWER)
        self._led_in = self._asked or (after is not None and is_lead_in(after))
        self._resolving = False
        self._stem = 0
        self._under: Line | LineEntry | None = after
        self._bullets = BulletLevels()
        self._numbers = NumberLevels()

    def lines(self) -> Iterator[str]:
        begin = 0
        paragraphs = self._paragraphs
        if len(paragraphs) > 1 and paragraphs[0].lower() == "agenda item":
            yield format_item(ItemEntry(paragraphs[1][:LONGEST_LINE]))
            begin = 3 if len(paragraphs) > 2 and paragraphs[2].lower() == "minutes:" else 2
            if paragraphs[-1].lower() == "supporting documents:":
                paragraphs = paragraphs[:-1]
        for text in paragraphs[begin:]:
            if heading := _heading(text):
                self._led_in = self._asked = self._resolving = False
                self._under = None
                yield format_item(heading)
                continue
            for entry in self._entries(text):
                for piece in _pieces(entry):
                    # What was read as text here must not be read as an answer there.
                    yield format_after(piece, self._under, ())
                if not entry.depth:
                    self._under = entry

    def _entries(self, text: str) -> Iterator[LineEntry]:
        if match := _RESOLVED.fullmatch(text):
            self._led_in = self._asked = False
            self._resolving = True
            self._stem = 0
            self._numbers = NumberLevels()
            if match[1]:
                yield self._resolution(match[1])
            return
        if self._resolving:
            entry = self._resolved(text)
            if entry is not None:
                yield entry
                return
            self._resolving = False
        bullet = self._bullets.read(text)
        if bullet is not None:
            level, words = bullet
            yield LineEntry(Kind.BULLET, words, level)
            return
        self._bullets = BulletLevels()
        yield self._spoken(text)

    def _spoken(self, text: str) -> LineEntry:
        if match := _LABELLED.fullmatch(text):
            kind = Kind.QUESTION if match[1][0] == "Q" else Kind.ANSWER
            return LineEntry(kind, match[2])
        if _leads_in(text):
            self._led_in, self._asked = True, False
            return LineEntry(Kind.TEXT, text)
        if self._led_in and _asks(text):
            self._asked = True
            return LineEntry(Kind.QUESTION, text)
        return LineEntry(Kind.ANSWER if self._asked else Kind.TEXT, text)

    def _resolved(self, text: str) -> LineEntry | None:
        """A paragraph under RESOLVED; None where the resolutions have ended."""
        numbered = self._numbers.read(text)
        if numbered is not None:
            level, words = numbered
            return self._resolution(words, level + self._stem)
        bullet = self._bullets.read(text)
        if bullet is not None and (self._stem or bullet[1].startswith("That ")):
            return self._resolution(bullet[1], bullet[0] + self._stem)
        if bullet is None and text.startswith("That "):
            return self._resolution(text)
        return None

    def _resolution(self, text: str, level: int = 0) -> LineEntry:
        if text.endswith(":") and level == 0 and not self._stem and not self._numbers.begun:
            self._stem = 1
        return LineEntry(Kind.RESOLUTION, text, min(level, 3))


def _heading(text: str) -> ItemEntry | None:
    """A printed heading, "64. TITLE (Agenda Item 5)", or None."""
    match = _HEADING.fullmatch(text)
    if match is None:
        return None
    return ItemEntry(match[2], agenda_number=match[3], minute_number=match[1] or "")
