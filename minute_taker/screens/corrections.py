"""A name or a code changed in the attendance, followed through the rest of the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from minute_taker.capture.language import LineEntry, format_line, parse
from minute_taker.minutes.changes import Change, ChangeItem, ChangeLine, SetHead
from minute_taker.minutes.model import Kind, Line, Meeting
from minute_taker.minutes.people import surname

Edit = Callable[[str], str]

#: The kinds of line in which a name says who is meant, rather than being part of the prose.
_BOUND = (Kind.PROCEDURE, Kind.MOTION)


def _whole(words: str) -> re.Pattern[str]:
    """The words where they stand whole: not as a part of a longer word."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _name_edit(meeting: Meeting, old: str, new: str) -> Edit:
    """How the old name is written anew: in full, and by surname if only they bear it."""
    pairs = [(_whole(old), new)]
    before, after = surname(old), surname(new)
    borne = [p for p in meeting.attendance if surname(p.name) == before and p.name != old]
    if before != after and before != old and not borne:
        pairs.append((_whole(before), after))

    def edit(text: str) -> str:
        for pattern, words in pairs:
            # The words are no template: a backslash in them is itself.
            text = pattern.sub(words.replace("\\", r"\\"), text)
        return text

    return edit


def reread(line: Line) -> Line:
    """The line with the fact that its words now state, where they stated one before."""
    if line.fact is None:
        return line
    entry = parse(format_line(line))
    if isinstance(entry, LineEntry) and entry.kind is line.kind:
        return replace(line, fact=entry.fact)
    return line


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
        ChangeLine(reread(replace(line, text=edit(line.text))))
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
        after = replace(
            line,
            text=pattern.sub(f"@{new}", line.text),
            speaker=renamed(line.speaker),
            addressee=renamed(line.addressee),
        )
        if after != line:
            changes.append(ChangeLine(reread(after)))
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
