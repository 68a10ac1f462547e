"""What a public copy may show: the one rule that every reader of drafts asks.

An item is exempt where the clerk said so (Part II). Where it cannot be told (a mark that is
nearly right, business under a heading that opens the private part, business after the public
was excluded, damage to the draft) it is exempt as well, until the clerk says which it is.

Of an exempt item the public copy has the heading, and procedure as who, what and when. What
may stand there is named field by field: whatever else a line says is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import fields, replace

from minute_taker.minutes.facts import (
    Adjourned,
    AnyFact,
    Exclusion,
    Fact,
    Movement,
    Outcome,
    Readmitted,
    Resumed,
    TakesChair,
)
from minute_taker.minutes.model import Attendee, HeadingKind, Item, Kind, Line, Meeting, Part
from minute_taker.minutes.part_marks import nearly_marked, opens_private_part, opens_public_part
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.people import find_people
from minute_taker.minutes.when import format_date, format_time

#: The procedure that the public record needs of an exempt item too.
_PUBLIC_FACTS: tuple[type[Fact], ...] = (
    Movement, TakesChair, Adjourned, Resumed, Exclusion, Readmitted,
)  # fmt: skip
#: Who, what and when: the fields of those facts that are shown. Any other may be a reason.
_PUBLIC_FIELDS = frozenset(("verb", "who", "time", "until", "day", "date", "until_time"))


def unsettled(meeting: Meeting) -> dict[int, str]:
    """The items of which it cannot be told whether they are exempt, by id, and why.

    Each is exempt until the clerk says so, or says that it is public.
    """
    asked: dict[int, str] = {}
    excluded = headed = False
    for item in meeting.items:
        if _begins_in_public(item):
            excluded = headed = False
        headed = headed and not opens_public_part(item.title, item.heading)
        opens = opens_private_part(item.title, item.heading)
        course = _course(item)
        why = _why_asked(item, excluded=excluded, headed=headed or opens) or course.within
        # A heading alone says nothing that could be exempt.
        bare = opens or item.heading is HeadingKind.UNNUMBERED
        if why and (not bare or item.doubtful or _hides_any(meeting, item)):
            asked[item.id] = why
        headed = headed or opens
        excluded = excluded if course.out is None else course.out
        headed = headed and not course.readmits
    return asked


class _Course(Struct, frozen=True):
    """What the lines of an item say of the public: whether it is out at the item's end (None as
    it was before), whether it came back, and why some lines may be exempt.
    """

    out: bool | None
    readmits: bool
    within: str


#: What is known of items, by their ids: a change leaves all others the same objects.
_courses: dict[int, tuple[Item, _Course]] = {}


def _course(item: Item) -> _Course:
    known = _courses.get(item.id)
    if known is None or known[0] is not item:
        known = _courses[item.id] = (
            item,
            _Course(
                next((out for _, out in reversed(list(_with_the_public_out(item)))), None),
                any(isinstance(line.fact, Readmitted) for line in item.lines),
                _asked_within(item),
            ),
        )
    return known[1]


#: An exclusion in words of the clerk's own, or mistyped.
_EXCLUDES = pattern(
    r"\b(?:press|public)\b[^.;]{0,80}\bexcluded\b|\bexclud\w+\s+(?:the\s+)?(?:press|public)\b"
    r"|^exc?l?ud",
    re.IGNORECASE,
)
_NOT_EXCLUDED = pattern(r"\bnot\b[^.;]{0,20}\bexclud", re.IGNORECASE)


def _with_the_public_out(item: Item) -> Iterator[tuple[Line, bool | None]]:
    """The lines of an item, each with whether the public is excluded once it is taken down.

    None says that it is as it was before the item.
    """
    excluded: bool | None = None
    moved = False
    for line in item.lines:
        says = _says_excluded(line)
        if isinstance(line.fact, Readmitted):
            excluded = False
        elif isinstance(line.fact, Exclusion) or (says and line.kind is not Kind.MOTION):
            excluded = True
        elif says:
            moved = True
        elif isinstance(line.fact, Outcome):
            excluded = True if moved and line.fact.result == "carried" else excluded
            moved = False
        yield line, excluded


def _says_excluded(line: Line) -> bool:
    if line.kind not in (Kind.PROCEDURE, Kind.RESOLUTION, Kind.MOTION):
        return False
    return _words_exclude(line.text)


@lru_cache(maxsize=8192)
def _words_exclude(text: str) -> bool:
    return bool(_EXCLUDES.search(text)) and not _NOT_EXCLUDED.search(text)


def _asked_within(item: Item) -> str:
    """Why some lines of an item that begins in public may be exempt; empty where none may."""
    if item.part is Part.EXEMPT or item.said_public:
        return ""
    before: bool | None = None
    for line, excluded in _with_the_public_out(item):
        speaks = line.kind not in (Kind.AGENDA, Kind.PROCEDURE, Kind.MOTION)
        if before and excluded and speaks and not _says_excluded(line):
            return "the public was excluded within it"
        before = excluded
        if line.kind is Kind.SUBHEADING and (
            nearly_marked(line.text) or opens_private_part(line.text, HeadingKind.UNNUMBERED)
        ):
            return "a heading within it says that it is exempt"
    return ""


def _begins_in_public(item: Item) -> bool:
    first = next((line for line in item.lines if line.kind is not Kind.AGENDA), None)
    return first is not None and isinstance(first.fact, Readmitted)


def _why_asked(item: Item, *, excluded: bool, headed: bool) -> str:
    if item.doubtful:
        return "the draft was damaged here"
    if item.part is Part.EXEMPT or item.said_public or item.heading is HeadingKind.NONE:
        return ""
    if item.exempt_paragraph:
        return "a paragraph of Schedule 12A is given and no part"
    if nearly_marked(item.title):
        return "its heading nearly says that it is exempt"
    if excluded:
        return "the public was excluded before it and has not come back"
    return "it stands under a heading that opens the private part" if headed else ""


def exempt_items(meeting: Meeting) -> frozenset[int]:
    """The items whose lines no public copy shows, those that are unsettled among them."""
    marked = {item.id for item in meeting.items if item.part is Part.EXEMPT}
    return frozenset(marked | unsettled(meeting).keys())


def has_exempt(meeting: Meeting) -> bool:
    """Whether a public copy leaves anything out, or could."""
    return bool(exempt_items(meeting)) or any(line.doubtful for _, line in meeting.lines())


def public_view(meeting: Meeting) -> Meeting:
    """The meeting as the public may see it. Everything public is made from this alone."""
    exempt = exempt_items(meeting)
    items = [_shown(meeting, item, exempt=item.id in exempt) for item in meeting.items]
    if all(new is old for new, old in zip(items, meeting.items, strict=True)):
        return meeting
    return replace(meeting, items=tuple(items))


def _shown(meeting: Meeting, item: Item, *, exempt: bool) -> Item:
    if not exempt and not any(line.doubtful for line in item.lines):
        return item
    lines = (
        public_line(meeting.attendance, line) if exempt or line.doubtful else line
        for line in item.lines
    )
    part = Part.EXEMPT if exempt else item.part
    return replace(item, part=part, lines=tuple(line for line in lines if line is not None))


def with_unsettled_exempt(meeting: Meeting) -> Meeting:
    """The whole meeting, with every item marked as exempt that no public copy shows."""
    exempt = exempt_items(meeting)
    items = [
        replace(item, part=Part.EXEMPT) if item.id in exempt else item for item in meeting.items
    ]
    return replace(meeting, items=tuple(items))


def public_line(people: tuple[Attendee, ...], line: Line) -> Line | None:
    """What the public may see of a line of exempt business; None for nothing.

    Somebody who is in no list of the attendance is not named.
    """
    fact = line.fact
    if not isinstance(fact, _PUBLIC_FACTS):
        return None
    shown = {f.name: getattr(fact, f.name) for f in fields(fact) if f.name in _PUBLIC_FIELDS}
    if "who" in shown:
        known = [words for words, person in find_people(people, shown["who"]) if person]
        if not known:
            return None
        shown["who"] = ", ".join(known)
    bare = type(fact)(**shown)
    return Line(id=line.id, kind=Kind.PROCEDURE, text=_typed(bare), fact=bare, at=line.at)


#: The word after ``~`` for each.
_VERBS: dict[type[Fact], str] = {
    TakesChair: "chair", Adjourned: "adjourned", Resumed: "resumed", Exclusion: "exclude",
    Readmitted: "readmit",
}  # fmt: skip


def _typed(fact: Fact) -> str:
    """A public fact as it would be typed."""
    time, until = getattr(fact, "time", None), getattr(fact, "until", None)
    words = [
        getattr(fact, "verb", "") or _VERBS[type(fact)],
        getattr(fact, "who", ""),
        format_time(time) if time else "",
        f"to {format_date(until)}" if until else "",
    ]
    return " ".join(word for word in words if word)


def withheld(meeting: Meeting) -> Iterator[tuple[Line, tuple[str, ...]]]:
    """Each line that a public copy does not show whole, with the words that it leaves out."""
    exempt = exempt_items(meeting)
    for item, line in meeting.lines():
        if item.id not in exempt and not line.doubtful:
            continue
        shown = public_line(meeting.attendance, line)
        if shown is None:
            yield line, (line.text,)
        elif line.fact is not None and (left := _left_out(line.fact, shown.fact)):
            yield line, left


def _left_out(fact: AnyFact, shown: AnyFact | None) -> tuple[str, ...]:
    values = ((getattr(fact, f.name), getattr(shown, f.name, None)) for f in fields(fact))
    return tuple(typed for typed, kept in values if isinstance(typed, str) and typed != kept)


def _hides_any(meeting: Meeting, item: Item) -> bool:
    return any(public_line(meeting.attendance, line) is None for line in item.lines)
