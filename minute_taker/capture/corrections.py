"""A name or a code changed in the attendance, followed through the rest of the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from minute_taker.capture.editing import reworded
from minute_taker.minutes.changes import Change, ChangeItem, ChangeLine, SetHead
from minute_taker.minutes.model import Kind, Meeting
from minute_taker.minutes.names import surname
from minute_taker.minutes.people import surname_of

Edit = Callable[[str], str]

#: The kinds of line in which a name says who is meant, rather than being part of the prose.
_BOUND = (Kind.PROCEDURE, Kind.MOTION)


def _whole(*words: str) -> re.Pattern[str]:
    """Any of the words where they stand whole, and not as a part of a double name."""
    either = "|".join(re.escape(each) for each in words)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")


def _name_edit(meeting: Meeting, old: str, new: str) -> Edit:
    """How the old name is written anew: in full, and by surname if only they bear it."""
    pairs = {old: new}
    before, after = surname(old), surname(new)
    borne = [p for p in meeting.attendance if surname_of(p) == before and p.name != old]
    if before != after and not borne:
        pairs.setdefault(before, after)
    # One pass over the text: what has been written anew is not looked at again.
    pattern = _whole(*pairs)
    return lambda text: pattern.sub(lambda found: pairs[found[0]], text)


def bound_corrections(meeting: Meeting, old: str, new: str) -> tuple[Change, ...]:
    """The changes that keep the meeting's data about the same person under the new name.

    These are the head and the lines of presence and of motions, which say who is meant by
    the name: left as they are, they would be about nobody.
    """
    edit = _name_edit(meeting, old, new)
    changes: list[Change] = []
    head = {
        name: edit(value)
        for name in ("chair", "clerk", "contact")
        if edit(value := getattr(meeting, name)) != value
    }
    if head:
        changes.append(SetHead(head))
    return (*changes, *_lines_edited(meeting, edit, bound=True))


def text_corrections(meeting: Meeting, old: str, new: str) -> tuple[Change, ...]:
    """The changes that write the new name wherever the old one stands in the text.

    One change a heading or a line, in the order of the record; ``()`` where it stands nowhere.
    """
    edit = _name_edit(meeting, old, new)
    titles = tuple(
        ChangeItem(replace(item, title=edit(item.title), lines=()))
        for item in meeting.items
        if edit(item.title) != item.title
    )
    return (*titles, *_lines_edited(meeting, edit, bound=False))


def _lines_edited(meeting: Meeting, edit: Edit, *, bound: bool) -> tuple[Change, ...]:
    return tuple(
        ChangeLine(reworded(line, edit(line.text)))
        for _, line in meeting.lines()
        if (line.kind in _BOUND) is bound and edit(line.text) != line.text
    )


def code_corrections(meeting: Meeting, old: str, new: str) -> tuple[Change, ...]:
    """The changes that keep what was said by ``@old`` said by the same person as ``@new``."""
    pattern = re.compile(rf"@{re.escape(old)}(?!\w)", re.IGNORECASE)

    def renamed(code: str) -> str:
        return new if code == old else code

    changes = []
    for _, line in meeting.lines():
        said = replace(line, speaker=renamed(line.speaker), addressee=renamed(line.addressee))
        after = reworded(said, pattern.sub(f"@{new}", line.text))
        if after != line:
            changes.append(ChangeLine(after))
    return tuple(changes)


def mentions(meeting: Meeting, name: str, code: str) -> int:
    """In how many lines somebody speaks, is asked or is named."""
    named, coded = _whole(name), re.compile(rf"@{re.escape(code)}(?!\w)", re.IGNORECASE)
    return sum(
        1
        for _, line in meeting.lines()
        if code in (line.speaker, line.addressee)
        or named.search(line.text)
        or coded.search(line.text)
    )
