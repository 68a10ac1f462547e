"""The changes by which a finding is settled: its words mended, its part said, its damage looked at.

What is done about a slip's words otherwise (leaving them, keeping them as a word of ours) is in
:mod:`minute_taker.proofing.remedies`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from minute_taker.capture.editing import reworded
from minute_taker.minutes.changes import Change, ChangeItem, ChangeLine, ChangeRefused, SetHead
from minute_taker.minutes.model import Item, Line, Meeting, Part

if TYPE_CHECKING:
    from minute_taker.minutes.checking import Finding


def mending(meeting: Meeting, finding: Finding, suggestion: str | None = None) -> Change:
    """Return the change that takes a suggestion, the first unless one is given.

    Raises Refused where nothing is suggested, or the words are not there any more.
    """
    # Its rules take long to load, and a screen that loads this module may need none of them.
    from minute_taker.proofing.remedies import mended

    text = mended(meeting, finding, suggestion)
    if finding.line is None:
        item = meeting.item(finding.item) if finding.item is not None else None
        assert item is not None
        return ChangeItem(replace(item, title=text, lines=()))
    line = meeting.line(finding.line)
    assert line is not None
    return ChangeLine(reworded(line, text))


def of_part(item: Item, part: Part, paragraph: str = "") -> Item:
    """Return an item that the clerk says is of a part, by a ``paragraph`` if it is exempt."""
    public = part is Part.PUBLIC
    return replace(
        item,
        part=part,
        exempt_paragraph="" if public else paragraph or item.exempt_paragraph,
        said_public=public,
        doubtful=False,
    )


def line_of_part(line: Line, part: Part) -> ChangeLine:
    """Return the change that says that a line that damage left in doubt is public.

    Raises ChangeRefused where it is to be exempt: it is kept out already.
    """
    if part is Part.EXEMPT:
        raise ChangeRefused(f"line {line.id} is kept out of the public copy already")
    return ChangeLine(replace(line, doubtful=False))


def settling(meeting: Meeting, finding: Finding, part: Part) -> Change:
    """Return the change that says of which part the finding's item or line is.

    Raises ChangeRefused where that is no question, or the line is kept out already.
    """
    place = meeting.place_of(finding.line) if finding.line is not None else None
    if place is not None and place[1].doubtful:
        return line_of_part(place[1], part)
    item = meeting.item(finding.item) if finding.item is not None else None
    if item is None or not asks_for_a_part(finding):
        raise ChangeRefused("this is no question of which part it is")
    return ChangeItem(of_part(item, part))


def asks_for_a_part(finding: Finding) -> bool:
    """Whether it is to be said of what the finding is about whether it is exempt."""
    return finding.rule == "part-unsettled"


def asks_for_a_look(finding: Finding) -> bool:
    """Whether it is to be said that what was found of a damaged draft was looked through."""
    return finding.rule == "salvaged"


def looked_through() -> SetHead:
    """Return the change that says that what was found of a damaged draft was looked through."""
    return SetHead({"salvaged": False})
