"""Rows of an agenda, from a table, from paragraphs or from a paste, become its items.

A row begins an item where it has a number, headed by a part or in capitals where it has none.
What follows without a number stands under the item above it. Where no row has a number, each
row is an item.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.importing.found import FoundItem, LeftOut
from minute_taker.importing.titles import (
    PAGE_RANGES,
    PAGES_WORD,
    exempt_paragraph,
    part_begun,
    read_title,
    without_pages,
)
from minute_taker.importing.words import READABLE, shouted, tidy
from minute_taker.minutes.model import HeadingKind, Part
from minute_taker.minutes.recommendations import begins_recommendation
from minute_taker.minutes.standing import standing_kind

#: A minute's number, by which some councils count their agendas: ``26/31``, ``2026/014``.
_YEARLY = r"[A-Z]{0,3}\d{1,4}/\d{1,4}(?![/\d])"
_NUMBER_CELL = re.compile(
    r"(?:item\s*(?:no\.?)?\s*)?[(\[]?"
    rf"({_YEARLY}|\d{{1,3}}(?:\s*\.?\s*[a-z]|(?:\.\d{{1,2}}){{1,2}})?)[.):\]]*",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    rf"(?:item\s*)?({_YEARLY}|\d{{1,3}}(?:[a-z]\b|\.[a-z]\b|(?:\.\d{{1,2}}){{1,2}}(?![\d/]))?)"
    r"([.):]+\s*|\s*\t\s*|\s*[-–]\s+|\s{2,}|\s)(?=\S)(.*)",
    re.IGNORECASE | re.DOTALL,
)
_LETTER_CELL = re.compile(r"[(]?([a-z])[.)]", re.IGNORECASE)
#: A cell, or what stands after a tab, that says where the papers are.
_PAGES_CELL = re.compile(
    rf"[(\[]?\s*{PAGES_WORD}?\s*{PAGE_RANGES}\s*[)\]]?"
    r"|[(\[]?\s*(?:(?:reports?|papers?)\s+)?(?:to\s+follow|attached|enclosed|(?:to be )?tabled"
    r"|(?:verbal|oral)(?:\s+(?:report|update))?|[-–—]+|n/?a)\s*[)\]]?",
    re.IGNORECASE,
)
_PAGES_LAST = re.compile(r"\s+[(\[]?(\d{1,4})\s*[-–—]\s*(\d{1,4})[)\]]?\s*$")
#: A heading that parts an agenda, whatever its letters.
_SECTION = re.compile(
    r"(?:items?|matters|business|reports?|decisions?|standing items)"
    r" (?:for|to be|from|referred|requiring)\b[^.]{0,60}$",
    re.IGNORECASE,
)
#: A heading that says by itself that the public is not there for what follows.
_EXCLUSION = re.compile(
    r"(?:exclusion of\b.{0,40}\b(?:press|public)\b|(?:exempt|confidential) (?:business|items?))"
    r"(?![^.]*\.\s*$)",
    re.IGNORECASE,
)
_ASKED_WHETHER = re.compile(
    r"\b(?:whether|identify|if (?:any|necessary|required|appropriate)|as and when)\b", re.IGNORECASE
)
#: What a meeting opens with, in public.
_OPENING = ("apologies", "declarations", "minutes")
_COLUMN = re.compile(
    r"(?:agenda\s+)?(?:items?|no\.?|number|title|subject|report|pages?|page\s*(?:no\.?|number)s?|item\s*no\.?"
    r"|agenda\s*item|business|lead(?:\s*officer)?|time|description|ward)?s?",
    re.IGNORECASE,
)


class Row(Struct, frozen=True, kw_only=True):
    """A row: its cells (one for a paragraph, parted at its tabs), each with its lines.

    ``number`` is what Word or a list counts before it; ``tabular`` says that the cells are a
    table's; ``headed`` that it is set as a heading.
    """

    cells: tuple[str, ...]
    number: str = ""
    tabular: bool = False
    headed: bool = False
    indented: bool = False

    @property
    def words(self) -> str:
        """All of its words on one line."""
        return tidy(" ".join(self.cells))


class _Begun(Struct, frozen=True):
    """What a row says: a number, and the lines of its title and text."""

    number: str
    lines: tuple[str, ...]
    last_page: int = 0


def row_of(text: str, **more: object) -> Row:
    """A paragraph as a row, its cells parted at its tabs."""
    return Row(cells=tuple(text.split("\t")), **more)  # type: ignore[arg-type]


def is_columns(row: Row) -> bool:
    """Whether a row names the columns of a table and is none of them."""
    cells = [tidy(cell) for cell in row.cells if tidy(cell)]
    return len(cells) > 1 and all(_COLUMN.fullmatch(cell) for cell in cells)


def number_of(row: Row, last: str = "") -> str:
    """The agenda number that a row has, after one whose number is ``last``; empty for none."""
    return _begun(row, last).number


def _last_number(words: str) -> int:
    return int(next(reversed(re.findall(r"\d{1,5}", words)), "0"))


def _begun(row: Row, last: str) -> _Begun:
    cells = [cell for cell in row.cells if tidy(cell)]
    if not cells:
        return _Begun("", ())
    begun = _told(row, cells, last)
    if begun.number and len(cells) > 1 and _PAGES_CELL.fullmatch(tidy(cells[-1])):
        return replace(begun, last_page=_last_number(cells[-1]))
    return begun


def _told(row: Row, cells: Sequence[str], last: str) -> _Begun:
    if row.number:
        return _Begun(plain_number(row.number, last), _lines(cells, row, numbered=True))
    match = _NUMBER_CELL.fullmatch(tidy(cells[0]))
    if match and len(cells) > 1:
        return _Begun(plain_number(match[1], last), _lines(cells[1:], row, numbered=True))
    letter = _LETTER_CELL.fullmatch(tidy(cells[0]))
    if letter and last and len(cells) > 1:
        return _Begun(plain_number(letter[1], last), _lines(cells[1:], row, numbered=True))
    if match := _NUMBER_FIRST.fullmatch(cells[0].strip()):
        sure = match[2] != " "
        if (sure or _follows(match[1], last)) and not match[3][:1].islower():
            rest = [match[3], *cells[1:]]
            return _Begun(plain_number(match[1], last), _lines(rest, row, numbered=True))
    return _Begun("", _lines(cells, row, numbered=False))


def plain_number(number: str, last: str = "") -> str:
    """A number as the draft has it: ``3a`` for ``3.a)``, ``(a)`` under 3, and ``3A``."""
    number = re.sub(r"[\s()\[\]:]", "", number).strip(".")
    if "/" in number:
        return number
    number = number.lower()
    number = re.sub(r"\.(?=[a-z]$)", "", number)
    if re.fullmatch(r"[a-z]", number):
        base = re.match(r"\d+", last)
        return f"{base[0]}{number}" if base else number
    return number


def _follows(number: str, last: str) -> bool:
    """Whether a number that no mark parts from the title is likely to be one: the next."""
    now, before = (re.match(r"\d+", one.rpartition("/")[2]) for one in (number, last))
    if now is None:
        return False
    if before is None:
        return int(now[0]) <= 1
    same = int(now[0]) == int(before[0]) and number != last
    return same or int(now[0]) == int(before[0]) + 1


def _lines(cells: Sequence[str], row: Row, *, numbered: bool) -> tuple[str, ...]:
    """The lines of the title and what stands under it, without a cell of pages."""
    kept = list(cells)
    while len(kept) > 1 and (numbered or row.tabular) and _PAGES_CELL.fullmatch(tidy(kept[-1])):
        kept.pop()
    # What a tab parts in one paragraph is one line; the cells of a table are lines of their own.
    text = ("\n" if row.tabular else " ").join(kept)
    return tuple(words for line in text.split("\n") if (words := tidy(line)))


class AgendaReader:
    """Takes the rows of an agenda one by one.

    Pages that no tab or cell sets apart count on from item to item, as a printed pack's do; a
    range at the end of a title that does not is the title's own.
    """

    def __init__(self) -> None:
        self._items: list[FoundItem] = []
        self._left_out: list[LeftOut] = []
        self._part = Part.PUBLIC
        self._reason = ""
        self._last = ""
        self._last_page = 0
        #: Where the row is that is read, and the last of those that open a meeting.
        self._at = self._opening = -1
        self._before_exclusion: Part | None = None

    def read(self, rows: Iterable[Row]) -> tuple[tuple[FoundItem, ...], tuple[LeftOut, ...]]:
        """The items of these rows, and the rows that are none."""
        every = [row for row in rows if row.words and not is_columns(row)]
        numbered = self._has_numbers(every)
        kinds = [standing_kind(" ".join(_begun(row, "").lines[:1])) for row in every]
        self._opening = max((n for n, kind in enumerate(kinds) if kind in _OPENING), default=-1)
        for self._at, row in enumerate(every):
            self._take(row, numbered=numbered)
        return tuple(self._items), tuple(self._left_out)

    def _has_numbers(self, rows: Sequence[Row]) -> bool:
        last = ""
        for row in rows:
            last = number_of(row, last) or last
        return bool(last)

    def _take(self, row: Row, *, numbered: bool) -> None:
        begun = _begun(row, self._last)
        if not begun.lines:
            return
        if begun.number:
            self._number(begun)
        elif (part := part_begun(begun.lines[0])) is not None:
            self._begin_part(part, begun.lines)
        elif not numbered:
            self._item(begun.lines, "", HeadingKind.NUMBERED)
        elif self._is_heading(row, begun.lines):
            self._item(begun.lines, "", HeadingKind.UNNUMBERED)
        elif self._items:
            self._under(begun.lines)
        else:
            self._item(begun.lines, "", HeadingKind.UNNUMBERED)

    def _is_heading(self, row: Row, lines: Sequence[str]) -> bool:
        if begins_recommendation(lines[0]) or len(lines[0]) > 120:
            return False
        if self._items and standing_kind(self._items[-1].title) == "exempt business":
            return row.headed
        return (
            row.headed
            or _EXCLUSION.match(lines[0]) is not None
            or _SECTION.match(lines[0]) is not None
            or (shouted(lines[0]) and not row.indented)
        )

    def _number(self, begun: _Begun) -> None:
        first = without_pages(begun.lines[0])
        if first != begun.lines[0]:
            self._last_page = _last_number(begun.lines[0][len(first) :])
        pages = _PAGES_LAST.search(first) if len(first) <= READABLE else None
        if pages and self._last_page < int(pages[1]) <= int(pages[2]) and first[: pages.start()]:
            first, self._last_page = first[: pages.start()], int(pages[2])
        self._last_page = begun.last_page or self._last_page
        if not tidy(first):
            self._left_out.append(LeftOut("item", begun.number, "a number without a title"))
            return
        self._last = begun.number
        self._item((first, *begun.lines[1:]), begun.number, HeadingKind.NUMBERED)

    def _begin_part(self, part: Part, lines: Sequence[str]) -> None:
        self._part = part
        self._reason = exempt_paragraph(" ".join(lines)) if part is Part.EXEMPT else ""
        self._items.append(
            FoundItem(title=lines[0], heading=HeadingKind.UNNUMBERED, text=_under(lines[1:]))
        )

    def _item(self, lines: Sequence[str], number: str, heading: HeadingKind) -> None:
        title = read_title(lines[0], private=self._part is Part.EXEMPT)
        numbered = heading is HeadingKind.NUMBERED
        exempt = title.exempt or (self._part is Part.EXEMPT and numbered)
        paragraph = title.paragraph or (exempt_paragraph(" ".join(lines[1:])) if exempt else "")
        self._items.append(
            FoundItem(
                title=title.words,
                number=number,
                heading=heading,
                part=Part.EXEMPT if exempt else Part.PUBLIC,
                exempt_paragraph=(paragraph or self._reason) if exempt else "",
                text=_under(lines[1:]),
            )
        )
        self._excluded(lines)

    def _under(self, lines: Sequence[str]) -> None:
        last = self._items[-1]
        changed = replace(last, text=(*last.text, *_under(lines)))
        given = exempt_paragraph(" ".join(lines))
        if given and last.part is Part.EXEMPT and last.exempt_paragraph in ("", self._reason):
            changed = replace(changed, exempt_paragraph=given)
        elif given and self._part is Part.EXEMPT and last.heading is HeadingKind.UNNUMBERED:
            self._reason = given
        self._items[-1] = changed
        if standing_kind(last.title) == "exempt business":
            self._excluded((last.title, *lines))

    def _excluded(self, lines: Sequence[str]) -> None:
        """Once the public is to be excluded, what follows is for Part II.

        Not where the agenda only asks whether it is to be, or asks before the meeting has
        opened: what is then excluded for is told by each item, or in the meeting.
        """
        if standing_kind(lines[0]) != "exempt business":
            return
        words = " ".join(lines)
        if self._at < self._opening or _ASKED_WHETHER.search(words):
            self._part = self._before_exclusion or self._part
            return
        if self._part is not Part.EXEMPT:
            self._before_exclusion = self._part
        self._part = Part.EXEMPT
        self._reason = exempt_paragraph(words) or self._reason


def _under(lines: Iterable[str]) -> tuple[tuple[int, str], ...]:
    """What stands under a heading: paragraphs with a mark of their own are set in."""
    marked = re.compile(r"[(]?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+\S", re.IGNORECASE)
    found: list[tuple[int, str]] = []
    for line in lines:
        if words := without_pages(tidy(line)):
            found.append((1 if found and marked.match(words) else 0, words))
    return tuple(found)
