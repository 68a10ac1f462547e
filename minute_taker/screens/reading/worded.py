"""Lines of data as the page words them, for the transcript."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import asdict

from minute_taker.minutes.model import Item, Kind, Line, Meeting

if TYPE_CHECKING:
    from minute_taker.composing.as_printed import AsPrinted

#: What stands beside a line: the program worded it, or is said in the sentence of the line of
#: data above or below; or the clerk's own words stand in the place of a composed sentence.
AUTO, ABOVE, BELOW, OWN = "auto", "above", "below", "own"


class WordedLine(Line, frozen=True):
    """A line with the page's words as its ``text``; ``typed`` has the clerk's.

    ``word`` says where the words come from. A sentence that comes from no line has an ``id``
    under zero: see :func:`item_of`.
    """

    typed: str = ""
    word: str = ""


class Worded(Struct, frozen=True):
    """The worded lines, by the line's id and with the line that they were made of.

    ``headings`` and ``openings`` are the sentences of items, by the item's id: what a heading
    says in words, and what the program says of an item that opens the meeting.
    """

    lines: Mapping[int, tuple[Line, WordedLine]] = {}
    headings: Mapping[int, WordedLine] = {}
    openings: Mapping[int, WordedLine] = {}

    def is_as(self, other: Worded) -> bool:
        """Whether each line and sentence is the very same as in another."""
        sentences = (self.headings, self.openings) == (other.headings, other.openings)
        return (
            sentences
            and self.lines.keys() == other.lines.keys()
            and all(
                pair[0] is other.lines[key][0] and pair[1] is other.lines[key][1]
                for key, pair in self.lines.items()
            )
        )

    def entries(self, item: Item) -> Iterator[Line]:
        """Yield what stands under an item's heading, in order."""
        if heading := self.headings.get(item.id):
            yield heading
        opening = self.openings.get(item.id)
        for line in item.lines:
            if opening is not None and line.kind is not Kind.AGENDA:
                yield opening
                opening = None
            made_of, worded = self.lines.get(line.id, (None, line))
            # A line that has changed since then is shown as it was typed.
            yield worded if made_of is line else line
        if opening is not None:
            yield opening


def item_of(line_id: int) -> int | None:
    """Return the id of the opening item whose sentence has that ``id``; None for a line."""
    return -line_id // 2 if line_id < 0 and line_id % 2 == 0 else None


def worded(meeting: Meeting, printed: AsPrinted, before: Worded) -> Worded:
    """Return the worded lines of a meeting; what is as it was ``before`` is the same object."""
    own = {line for lines in printed.own.values() for line in lines}
    lines = {
        line.id: (line, _same(made, before.lines.get(line.id, (None, None))[1]))
        for item in meeting.items
        for line, made in _of_item(item, printed, own)
    }
    return Worded(
        lines,
        {key: _sentence(2 * key + 1, said, before.headings.get(key), Kind.PROCEDURE)
         for key, said in printed.headings.items()},
        {key: _sentence(2 * key, said, before.openings.get(key), Kind.TEXT)
         for key, said in printed.openings.items()},
    )  # fmt: skip


def _of_item(item: Item, printed: AsPrinted, own: set[int]) -> Iterator[tuple[Line, WordedLine]]:
    said_above = False
    for line in item.lines:
        said = printed.lines.get(line.id)
        if said:
            text = " ".join(said).replace("\N{NO-BREAK SPACE}", " ")
            yield line, _made(line, text, OWN if line.id in own else AUTO)
            said_above = True
        elif said is not None:
            yield line, _made(line, line.text, ABOVE if said_above else BELOW)
        elif line.id in own:
            yield line, _made(line, line.text, OWN)


def _made(line: Line, text: str, word: str) -> WordedLine:
    return WordedLine(**{**asdict(line), "text": text, "typed": line.text, "word": word})


def _sentence(
    number: int, said: tuple[str, ...], before: WordedLine | None, kind: Kind
) -> WordedLine:
    text = " ".join(said).replace("\N{NO-BREAK SPACE}", " ")
    return _same(WordedLine(id=-number, kind=kind, text=text, typed=text, word=AUTO), before)


def _same(made: WordedLine, before: WordedLine | None) -> WordedLine:
    return before if before is not None and before == made else made
