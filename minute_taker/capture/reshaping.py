"""Lines parted in two and joined, and the kind that usually comes next."""

from __future__ import annotations

from msgspec.structs import replace

from minute_taker.capture.editing import reworded
from minute_taker.capture.language import body_of
from minute_taker.capture.paste import is_lead_in
from minute_taker.minutes.changes import ChangeRefused, SetLines
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.minutes.text import LONGEST_LINE, clean

#: What usually follows a line of each kind; text after any other.
_FOLLOWS = {
    Kind.QUESTION: Kind.ANSWER,
    Kind.ANSWER: Kind.QUESTION,
    Kind.RESOLUTION: Kind.RESOLUTION,
    Kind.BULLET: Kind.BULLET,
    Kind.ROW: Kind.ROW,
}


def likely_next(line: Line | None) -> Kind:
    """The kind to offer after a line: after a question, the answer; text at the beginning."""
    if line is None:
        return Kind.TEXT
    if line.kind is Kind.TEXT and line.text.endswith(":"):
        return Kind.QUESTION if is_lead_in(line) else Kind.BULLET
    return _FOLLOWS.get(line.kind, Kind.TEXT)


def _with_place(meeting: Meeting, line_id: int) -> tuple[Item, int]:
    for item in meeting.items:
        for index, line in enumerate(item.lines):
            if line.id == line_id:
                return item, index
    raise ChangeRefused(f"there is no line {line_id}")


def parting(meeting: Meeting, line_id: int, at: int) -> SetLines:
    """The change that makes two lines of one, the second from character ``at`` of its text on.

    The second is of the same kind and depth, with an id of its own; who spoke stays with the
    first. Raises ChangeRefused where one of the two would be empty.
    """
    item, index = _with_place(meeting, line_id)
    line = item.lines[index]
    first, second = clean(line.text[: max(at, 0)]).text, clean(line.text[max(at, 0) :]).text
    if not first or not second:
        raise ChangeRefused("a line can be parted only between its words")
    new = meeting.last_line + 1
    following = replace(line, id=new, speaker="", addressee="", plus=False, number="")
    pair = (reworded(line, first), reworded(following, second))
    return SetLines(item.id, (*item.lines[:index], *pair, *item.lines[index + 1 :]))


def joining(meeting: Meeting, line_id: int) -> SetLines:
    """The change that joins a line to the one above it, whose kind it takes.

    Somebody else who spoke in it stays in its words, as a code. Raises ChangeRefused for the
    first line of an item, and for two that are too long together.
    """
    item, index = _with_place(meeting, line_id)
    if index == 0:
        raise ChangeRefused("the first line of an item has none above it to be joined to")
    above, line = item.lines[index - 1 : index + 1]
    same = (
        not line.number
        and line.speaker in ("", above.speaker)
        and line.addressee in ("", above.addressee)
    )
    text = f"{above.text} {line.text if same else body_of(line)}"
    if len(text) > LONGEST_LINE:
        raise ChangeRefused("the two lines together are too long for one paragraph")
    return SetLines(
        item.id, (*item.lines[: index - 1], reworded(above, text), *item.lines[index + 1 :])
    )
