"""What was found goes into a draft, new or begun: as changes, and nothing of the clerk's is lost.

Items and people who are there already are recognised and left as they are, but for what is still
empty. New items go where they stand in what was found, between those that are there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.importing.found import Found, FoundItem, FoundPerson
from minute_taker.importing.recognising import DATED, matched_items, plain_key, recognised
from minute_taker.minutes.changes import (
    AddItem,
    Change,
    ChangeItem,
    SetAttendance,
    SetHead,
    SetLines,
    Several,
)
from minute_taker.minutes.model import (
    Attendee,
    HeadingKind,
    Item,
    Kind,
    Line,
    Meeting,
    Part,
    State,
)
from minute_taker.minutes.people import Codes
from minute_taker.minutes.recommendations import begins_recommendation
from minute_taker.minutes.standing import standing_kind
from minute_taker.minutes.text import clean

_SAID = {"date": "the day", "start": "the time", "committee": "the committee",
         "venue": "the place"}  # fmt: skip


class Merged(Struct, frozen=True):
    """The meeting with what was found in it, the change that makes it so, and what is said."""

    meeting: Meeting
    change: Change
    items: int = 0
    people: int = 0
    known_items: int = 0
    known_people: int = 0
    remarks: tuple[str, ...] = ()


def merge(meeting: Meeting, found: Found) -> Merged:
    """Put what was found into a meeting."""
    head, remarks = _head(meeting, found.head)
    before = len(meeting.items), len(meeting.attendance)
    changes: list[Change] = []
    if head:
        changes.append(SetHead(head))
    people, known_people = _attendance(meeting, found.people)
    if people != meeting.attendance:
        changes.append(SetAttendance(people))
    matches = matched_items(meeting.items, found.items)
    more = _agenda(meeting, found.items, matches)
    known_items = sum(known is not None for known in matches)
    remarks += _parts_that_differ(found.items, matches)
    changes += more
    change = Several(tuple(changes))
    after, _ = change.apply(meeting)
    return Merged(
        after,
        change,
        len(after.items) - before[0],
        len(after.attendance) - before[1],
        known_items,
        known_people,
        tuple(remarks),
    )


def _head(meeting: Meeting, found: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """The fields that are empty so far, and where what was found differs from what is there."""
    empty, head, remarks = Meeting(), {}, []
    for name, value in found.items():
        if isinstance(value, str):
            value = clean(value).text
        here = getattr(meeting, name)
        if value in ("", None) or value == here:
            continue
        if here == getattr(empty, name):
            head[name] = value
        elif name in _SAID and plain_key(str(here)) != plain_key(str(value)):
            remarks.append(f"{_SAID[name]} is another there; the one in the draft stays")
    return head, remarks


def _attendance(meeting: Meeting, found: Sequence[FoundPerson]) -> tuple[tuple[Attendee, ...], int]:
    people = list(meeting.attendance)
    codes = Codes(person.code for person in people)
    next_id, known_count = meeting.last_attendee + 1, 0
    for each in found:
        known = recognised(people, each)
        if known is None:
            code = codes.make(each.name)
            codes.take(code)
            people.append(_attendee(each, next_id, code))
            next_id += 1
            continue
        known_count += 1
        people[people.index(known)] = _filled(known, each)
    return tuple(people), known_count


def _attendee(found: FoundPerson, ident: int, code: str) -> Attendee:
    return Attendee(
        id=ident,
        code=code,
        name=clean(found.name).text,
        post=clean(found.post).text,
        group=found.group,
        state=found.state,
        substitute_for=clean(found.substitute_for).text,
        organisation=clean(found.organisation).text,
        remote=found.remote,
        independent=found.independent,
        pronoun=found.pronoun,
        source=found.source,
    )


def _filled(known: Attendee, found: FoundPerson) -> Attendee:
    """Somebody known, with what is still empty; only what was expected can be said now."""
    told = known.state is State.EXPECTED
    return replace(
        known,
        post=known.post or clean(found.post).text,
        organisation=known.organisation or clean(found.organisation).text,
        pronoun=known.pronoun or found.pronoun,
        source=known.source or found.source,
        state=found.state if told else known.state,
        remote=known.remote or (told and found.remote),
        substitute_for=known.substitute_for or (clean(found.substitute_for).text if told else ""),
    )


def _agenda(
    meeting: Meeting, found: Sequence[FoundItem], matches: Sequence[Item | None]
) -> list[Change]:
    """The changes that put the new items among those there."""
    order: list[Item | FoundItem] = list(meeting.items)
    changes: list[Change] = []
    at = _first_place(meeting.items, found, matches)
    next_item, next_line = meeting.last_item + 1, meeting.last_line + 1
    for each, known in zip(found, matches, strict=True):
        if known is not None:
            at = order.index(known) + 1
            filled = _item_filled(known, each)
            if filled != known:
                changes.append(ChangeItem(replace(filled, lines=())))
            if not known.lines and (lines := _agenda_lines(each, next_line)):
                changes.append(SetLines(known.id, lines))
                next_line += len(lines)
            continue
        item = _item(each, next_item, next_line)
        changes.append(AddItem(item, at))
        order.insert(at, item)
        next_item, next_line, at = next_item + 1, next_line + len(item.lines), at + 1
    return changes


def _parts_that_differ(found: Sequence[FoundItem], matches: Sequence[Item | None]) -> list[str]:
    return [
        f"item {each.number or '-'} is in Part II there, and has been minuted in Part I here"
        for each, known in zip(found, matches, strict=True)
        if known is not None
        and each.part is Part.EXEMPT
        and known.part is not Part.EXEMPT
        and known.begun
    ]


def _first_place(
    items: Sequence[Item], found: Sequence[FoundItem], matches: Sequence[Item | None]
) -> int:
    """Where the items before the first known one go: before it, or else at the end."""
    first = next((known for known in matches if known is not None), None)
    if first is None or not found:
        return len(items)
    return items.index(first)


def _item_filled(known: Item, found: FoundItem) -> Item:
    """An item that is there, with what is still empty; the day of the minutes it approves, too.

    Its title is the clerk's unless the item waits for its first line.
    """
    filled = replace(
        known,
        source=known.source or found.source,
        agenda_number=known.agenda_number or found.agenda_number,
        minute_number=known.minute_number or found.minute_number,
    )
    if found.part is Part.EXEMPT and not known.begun:
        # Of two files that differ the one that keeps it from the public is believed.
        filled = replace(filled, part=Part.EXEMPT)
    if filled.part is Part.EXEMPT:
        paragraph = known.exempt_paragraph or found.exempt_paragraph
        filled = replace(filled, exempt_paragraph=paragraph)
    dated = DATED.search(found.title)
    minutes = standing_kind(known.title) == "minutes"
    if minutes and dated and not known.lines and not DATED.search(known.title):
        filled = replace(filled, title=_with_day(known.title, dated[0]))
    return filled


def _with_day(title: str, day: str) -> str:
    """``Minutes of the previous meeting held on 14 April 2026``."""
    bare = title.rstrip(" .")
    if re.search(r"\bmeeting$", bare, re.IGNORECASE):
        return f"{bare} held on {day}"
    if re.fullmatch(r"minutes", bare, re.IGNORECASE):
        return f"{bare} of the meeting held on {day}"
    return f"{bare} ({day})"


def _item(found: FoundItem, ident: int, first_line: int) -> Item:
    return Item(
        id=ident,
        title=clean(found.title).text,
        heading=found.heading,
        agenda_number=found.agenda_number,
        minute_number=found.minute_number,
        part=found.part,
        exempt_paragraph=found.exempt_paragraph,
        source=found.source,
        lines=_agenda_lines(found, first_line),
    )


def _agenda_lines(found: FoundItem, first: int) -> tuple[Line, ...]:
    return tuple(
        Line(id=first + n, kind=Kind.AGENDA, text=clean(words).text, depth=min(depth, 3))
        for n, (depth, words) in enumerate(_agenda_text(found))
    )


def _agenda_text(found: FoundItem) -> list[tuple[int, str]]:
    """What stands under the heading in the draft.

    The standing items and the parts' headings word themselves; of their text only what is
    recommended is kept.
    """
    words_itself = found.heading is HeadingKind.UNNUMBERED or standing_kind(found.title)
    text = [(depth, words) for depth, words in found.text if clean(words).text]
    if not words_itself:
        return text
    if words_itself == "minutes" and not DATED.search(found.title):
        # The day of the minutes to approve may stand here alone.
        return [(depth, words) for depth, words in text if DATED.search(words)]
    first = next((n for n, (_, words) in enumerate(text) if begins_recommendation(words)), None)
    return [] if first is None else text[first:]


def text_left_out(found: Found) -> int:
    """How many items have text on the agenda that the draft does not take."""
    return sum(
        len(_agenda_text(item)) < len([words for _, words in item.text if clean(words).text])
        for item in found.items
    )
