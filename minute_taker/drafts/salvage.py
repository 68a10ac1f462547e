"""What can be saved of a damaged draft, line by line, and what the clerk must know of it.

Three sources, in this order: the records that are exactly what was saved; what an earlier
version has in the place of those that are not; what can be made out of the broken ones. A line
that was lost comes back from the earlier version unless the file itself says that none is
missing: a line too many can be deleted, a line too few cannot be remembered. The notices name
lines by number and hold none of their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from minute_taker.drafts.fragments import Fragment, find_records, looks_like_draft
from minute_taker.drafts.layout import META, Meta, Record, Tables
from minute_taker.drafts.reading import Reading
from minute_taker.drafts.records import Pending, put_together
from minute_taker.drafts.salvage_exempt import fail_closed
from minute_taker.drafts.salvage_others import bring_back, take_out
from minute_taker.drafts.salvage_words import Findings, describe
from minute_taker.minutes.model import Attendee, Item, Line, Meeting
from minute_taker.minutes.text import GAP, clean
from minute_taker.minutes.visible import visible_everywhere

_T = TypeVar("_T", Attendee, Item, Line)
_S = TypeVar("_S", bound=Struct)

_WRONG_FIELD = re.compile(r"`\$\.(\w+)")
_DEEPEST = 3
#: From here on a place in the order is none: it was not known.
_UNKNOWN = 1_000_000


class Rescue(Struct, frozen=True):
    """A meeting put together from what was left, and the sentences that say how.

    ``others`` are tables that somebody else keeps in the file.
    """

    meeting: Meeting
    pending: Pending | None
    revision: int
    notices: tuple[str, ...]
    others: Tables = {}


class _Place(Struct, Generic[_T]):
    """A thing with where it stands: under which item, and at which place."""

    thing: _T
    under: int
    order: int
    whole: bool


class _Merged(Struct, Generic[_T]):
    places: dict[int, _Place[_T]]
    returned: list[int]
    doubtful: list[int]
    #: Records whose number another one has already: they have a new one here.
    renumbered: list[int]
    #: How many records hold words that are only in the kept original.
    left: int


def rescue(data: bytes, earlier: Reading | None) -> Rescue | None:
    """Put together what is left of a draft; None when nothing shows that it ever was one.

    ``earlier`` is the newest earlier version that is whole.
    """
    theirs = take_out(data)
    fragments = find_records(theirs.rest)
    if earlier is None and not (fragments and looks_like_draft(data)):
        return None
    back = bring_back(theirs, earlier.others) if earlier is not None else 0
    meta = _meta(fragments)
    people = _merge(fragments, "attendance", Attendee, meta, earlier)
    items = _merge(fragments, "items", Item, meta, earlier)
    lines = _merge(fragments, "lines", Line, meta, earlier)
    head, head_sound = _head(fragments, earlier)
    head_left = _heads_left(fragments, head)
    pending, pending_sound = _pending(fragments, meta, earlier)
    meeting = _assemble(head, people, items, lines)
    strays = {item.id for item in meeting.items} - items.places.keys()
    in_doubt = strays.union(items.doubtful, items.returned)
    findings = Findings(
        expected=_counts(meta).get("lines"),
        found=sum(place.whole for place in lines.places.values()),
        total=len(lines.places),
        returned=sorted(lines.returned),
        doubtful=sorted(set(lines.doubtful) - set(lines.renumbered)),
        renumbered=sorted(lines.renumbered),
        left=people.left + items.left + lines.left + head_left + theirs.left,
        others_returned=back,
        gaps=_gaps(lines),
        items=sorted({*items.doubtful, *items.returned}),
        closed=len(in_doubt),
        people=len(people.doubtful) + len(people.returned),
        people_missing=_missing(meta, "attendance", len(people.places)) or 0,
        items_missing=_missing(meta, "items", len(items.places)) or 0,
        head_sound=head_sound,
        pending_sound=pending_sound,
        nothing_read=not fragments,
        earlier=earlier.meta.saved_at if earlier else None,
    )
    revision = max(meta.revision if meta else 0, earlier.meta.revision if earlier else 0)
    if not findings.all_sound:
        meeting = fail_closed(meeting, in_doubt, {*lines.doubtful, *lines.returned})
    return Rescue(meeting, pending, revision, describe(findings), theirs.tables)


def _meta(fragments: Sequence[Fragment]) -> Meta | None:
    for fragment in fragments:
        if fragment.table == META:
            meta, _ = _lenient(fragment.record, Meta, {"schema": 0, "revision": 0, "saved_at": ""})
            return meta
    return None


def _counts(meta: Meta | None) -> Mapping[str, int]:
    return (meta.counts if meta else None) or {}


def _missing(meta: Meta | None, table: str, found: int) -> int | None:
    """Return how many records of a table are missing, or None when that is not known."""
    count = _counts(meta).get(table)
    return None if count is None else max(0, count - found)


def _merge(
    fragments: Sequence[Fragment],
    table: str,
    kind: type[_T],
    meta: Meta | None,
    earlier: Reading | None,
) -> _Merged[_T]:
    places: dict[int, _Place[_T]] = {}
    words: dict[int, Record] = {}
    again: list[Fragment] = []
    left = 0
    for fragment in (each for each in fragments if each.table == table):
        left += fragment.twice
        if fragment.number in places:
            if _adds_words(fragment.record, words[fragment.number]):
                again.append(fragment)
            continue
        place = _place(fragment, kind)
        if place is None:
            left += _has_words(fragment.record)
            continue
        places[fragment.number], words[fragment.number] = place, fragment.record
    complete = _missing(meta, table, len(places)) == 0
    before = _earlier_places(earlier, kind)
    returned = []
    for number, place in before.items():
        known = places.get(number)
        if (known is None and not complete) or (known is not None and not known.whole):
            # What was typed after that version stands in the broken record alone.
            thing = msgspec.to_builtins(place.thing)
            left += number in words and _adds_words(words[number], thing)
            places[number] = place
            returned.append(number)
    renumbered = []
    for fragment in again:
        number = _free_number(fragment, places, before)
        place = _place(replace(fragment, number=number, whole=False), kind)
        if place is None:
            left += 1
        else:
            places[number] = place
            renumbered.append(number)
    doubtful = [number for number, place in places.items() if not place.whole]
    return _Merged(places, returned, [n for n in doubtful if n not in returned], renumbered, left)


def _free_number(
    fragment: Fragment, places: dict[int, _Place[_T]], before: dict[int, _Place[_T]]
) -> int:
    """Return a record's own number where that is free, else one that was never used."""
    if fragment.key is not None and fragment.key not in places:
        return fragment.key
    return max(*places, *before, 0) + 1 if places or before else 1


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            if name != "check":
                yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)


def _has_words(record: Record) -> bool:
    return any(text.strip() for text in _texts(record))


def _adds_words(record: Record, known: Record) -> bool:
    """Whether a record holds a text that another of the same number does not."""
    there = list(_texts(known))
    return any(not any(text in each for each in there) for text in _texts(record))


def _earlier_places(earlier: Reading | None, kind: type[_T]) -> dict[int, _Place[_T]]:
    if earlier is None:
        return {}
    rows: list[tuple[Any, int, int]]
    if kind is Line:
        rows = [
            (line, item.id, order)
            for item in earlier.meeting.items
            for order, line in enumerate(item.lines)
        ]
    else:
        things = earlier.meeting.items if kind is Item else earlier.meeting.attendance
        rows = [(thing, 0, order) for order, thing in enumerate(things)]
    return {thing.id: _Place(thing, under, order, False) for thing, under, order in rows}


def _place(fragment: Fragment, kind: type[_T]) -> _Place[_T] | None:
    record = {**visible_everywhere(fragment.record), "id": fragment.number}
    thing, sound = _lenient(record, kind, {"name": GAP, "code": f"x{fragment.number}"})
    if thing is None:
        return None
    whole = fragment.whole and sound
    if isinstance(thing, Line) and not whole:
        depth = min(max(thing.depth, 0), _DEEPEST)
        thing = replace(thing, text=clean(thing.text).text, depth=depth)
    under, order = record.get("item"), record.get("order")
    return _Place(
        thing,
        under if isinstance(under, int) and 0 <= under < _UNKNOWN else 0,
        order if isinstance(order, int) and abs(order) < _UNKNOWN else _UNKNOWN + fragment.number,
        whole and isinstance(under if kind is Line else 0, int) and isinstance(order, int),
    )


def _lenient(record: Record, kind: type[_S], defaults: Record) -> tuple[_S | None, bool]:
    """Return the record as ``kind`` without fields that do not fit, and whether all fitted."""
    left, sound = dict(record), True
    for _ in range(len(record) + len(defaults)):
        try:
            return msgspec.convert(left, kind), sound
        except (msgspec.ValidationError, ValueError, OverflowError) as error:
            sound = False
            wrong = _WRONG_FIELD.search(str(error))
            if wrong and wrong[1] in left:
                del left[wrong[1]]
            else:
                usual = {key: value for key, value in defaults.items() if key not in left}
                if not usual:
                    return None, False
                left |= usual
    return None, False


def _head(fragments: Sequence[Fragment], earlier: Reading | None) -> tuple[Meeting, bool]:
    found = [fragment for fragment in fragments if fragment.table == "meeting"]
    for fragment in found:
        head, sound = _lenient(fragment.record, Meeting, {})
        if head is not None and fragment.whole and sound:
            return replace(head, attendance=(), items=()), True
    if earlier is not None:
        return replace(earlier.meeting, attendance=(), items=()), False
    for fragment in found:
        head, _ = _lenient(fragment.record, Meeting, {})
        if head is not None:
            return replace(head, attendance=(), items=()), False
    return Meeting(), False


def _heads_left(fragments: Sequence[Fragment], head: Meeting) -> int:
    """How many records of heads and of unentered text hold words that are nowhere else."""
    pending = [fragment.record for fragment in fragments if fragment.table == "pending"]
    heads = [fragment for fragment in fragments if fragment.table == "meeting"]
    taken: Record = msgspec.to_builtins(replace(head, attendance=(), items=()))
    left = sum(fragment.twice or _adds_words(fragment.record, taken) for fragment in heads)
    return left + sum(_adds_words(record, pending[0]) for record in pending[1:])


def _pending(
    fragments: Sequence[Fragment], meta: Meta | None, earlier: Reading | None
) -> tuple[Pending | None, bool]:
    for fragment in fragments:
        if fragment.table == "pending":
            pending, sound = _lenient(fragment.record, Pending, {"text": ""})
            if pending is not None:
                return pending, sound and fragment.whole
    if _counts(meta).get("pending") == 0:
        return None, True
    if meta is None and earlier is None:
        return None, True
    pending = earlier.pending if earlier else None
    return pending, pending is None and meta is None


def _assemble(
    head: Meeting, people: _Merged[Attendee], items: _Merged[Item], lines: _Merged[Line]
) -> Meeting:
    placed: dict[int, list[Line]] = {}
    for place in _sorted(lines):
        placed.setdefault(place.under, []).append(place.thing)
    known = [place.thing for place in _sorted(items)]
    # Lines whose item's heading is gone keep together, under a title that is still to be filled.
    strays = [Item(id=number, title=GAP) for number in placed if number not in items.places]
    return put_together(head, [place.thing for place in _sorted(people)], known + strays, placed)


def _sorted(merged: _Merged[_T]) -> list[_Place[_T]]:
    return sorted(merged.places.values(), key=lambda place: (place.order, place.thing.id))


def _gaps(lines: _Merged[Line]) -> list[tuple[int, int]]:
    """Return how many lines are missing, by the line before them; 0 is an item's beginning."""
    gaps = []
    before, under, expected = 0, None, 0
    for place in sorted(lines.places.values(), key=lambda p: (p.under, p.order, p.thing.id)):
        if place.under != under:
            before, under, expected = 0, place.under, 0
        if expected < place.order < _UNKNOWN:
            gaps.append((before, place.order - expected))
        before, expected = place.thing.id, max(expected, place.order + 1)
    return gaps
