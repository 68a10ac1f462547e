"""Finding words in a meeting, and putting others in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.capture.editing import reworded
from minute_taker.minutes.changes import (
    Change,
    ChangeItem,
    ChangeLine,
    ChangeRefused,
    SetLines,
    Several,
)
from minute_taker.minutes.model import Item, Line, Meeting
from minute_taker.minutes.text import clean


class Found(Struct, frozen=True):
    """One place where the words stand: in a line, or in the item's title (``line_id`` None).

    ``start`` and ``end`` count characters of that text.
    """

    item_id: int
    line_id: int | None
    start: int
    end: int


class Wanted(Struct, frozen=True):
    """What to find: the words, and whether they must stand whole and in those letters."""

    words: str
    whole: bool = False
    match_case: bool = False

    def pattern(self) -> re.Pattern[str]:
        """The words as a pattern."""
        # A space that was typed is any space: a no-break one among them.
        form = r"\s+".join(map(re.escape, self.words.split())) or re.escape(self.words)
        if self.whole:
            form = rf"(?<!\w){form}(?!\w)"
        return re.compile(form, 0 if self.match_case else re.IGNORECASE)


def find(meeting: Meeting, wanted: Wanted) -> list[Found]:
    """Every place where the words stand, in the order of the record."""
    if not wanted.words:
        return []
    pattern = wanted.pattern()
    places: list[Found] = []
    for item in meeting.items:
        places += [Found(item.id, None, *m.span()) for m in pattern.finditer(item.title)]
        for line in item.lines:
            places += [Found(item.id, line.id, *m.span()) for m in pattern.finditer(line.text)]
    return places


def in_the_same_letters(found: str, new: str) -> str:
    """``new`` in capitals, or with a capital, where ``found`` is so."""
    if len(found) > 1 and found.isupper() and not new.isupper():
        return new.upper()
    if found[:1].isupper() and new[:1].islower():
        return new[:1].upper() + new[1:]
    return new


def replacing(meeting: Meeting, wanted: Wanted, new: str, places: Iterable[Found]) -> Change:
    """The change that puts ``new`` in these places, all undone as one.

    Where the letters need not match, a found capital stays a capital. Raises ChangeRefused
    where a line or a title would be left without a word, or a place is no longer there.
    """
    chosen: dict[tuple[int, int | None], list[Found]] = {}
    for place in places:
        chosen.setdefault((place.item_id, place.line_id), []).append(place)
    pattern = wanted.pattern()

    def words_for(match: str) -> str:
        return new if wanted.match_case else in_the_same_letters(match, new)

    changes: list[Change] = []
    for item in meeting.items:
        if title := chosen.pop((item.id, None), None):
            text = _written(item.title, title, pattern, words_for)
            changes.append(ChangeItem(replace(item, title=text, lines=())))
        changes += _in_lines(item, chosen, pattern, words_for)
    if chosen:
        raise ChangeRefused("the words are no longer there; find them again")
    return changes[0] if len(changes) == 1 else Several(tuple(changes))


def _in_lines(
    item: Item,
    chosen: dict[tuple[int, int | None], list[Found]],
    pattern: re.Pattern[str],
    words_for: Callable[[str], str],
) -> list[Change]:
    changed: dict[int, Line] = {}
    for line in item.lines:
        if places := chosen.pop((item.id, line.id), None):
            text = _written(line.text, places, pattern, words_for)
            changed[line.id] = reworded(line, text)
    if len(changed) <= 1:
        return [ChangeLine(line) for line in changed.values()]
    return [SetLines(item.id, tuple(changed.get(line.id, line) for line in item.lines))]


def _written(
    text: str,
    places: Iterable[Found],
    pattern: re.Pattern[str],
    words_for: Callable[[str], str],
) -> str:
    """The text with the words in these places replaced, from its end to its beginning."""
    for place in sorted(places, key=lambda place: place.start, reverse=True):
        found = text[place.start : place.end]
        if not pattern.fullmatch(found):
            raise ChangeRefused("the words are no longer there; find them again")
        text = text[: place.start] + words_for(found) + text[place.end :]
    text = clean(text).text
    if not text:
        raise ChangeRefused("a line would be left without a word; delete it instead")
    return text
