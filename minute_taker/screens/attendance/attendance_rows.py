"""The people of a meeting as the rows of a list: who they are, and where they are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from textual.content import Content

from minute_taker.minutes.facts import ApologiesFrom, Movement
from minute_taker.minutes.model import Attendee, Group, Meeting, State
from minute_taker.minutes.people import find_people
from minute_taker.minutes.presence import standing
from minute_taker.minutes.when import format_time
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.row_list import RowList

GROUP_HEADINGS = {
    Group.MEMBER: "Members",
    Group.CO_OPTED: "Co-opted and external members",
    Group.OFFICER: "Officers",
    Group.ALSO_PRESENT: "Also present",
}

_COLUMNS = (
    Column("code", width=7),
    Column("name", share=3),
    Column("post", share=3, above=60),
    Column("where", share=3),
)


class Whereabouts(Struct, frozen=True):
    """Where somebody is, in words, and the style class that goes with it."""

    words: str
    style: str


class PersonRow(Struct, frozen=True):
    """One person of the list, or the heading of a group (``person`` is None)."""

    key: int
    heading: str = ""
    person: Attendee | None = None
    where: Whereabouts = Whereabouts("", "")

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here: on people alone."""
        return self.person is not None


def _last_movements(meeting: Meeting) -> dict[int, Movement | ApologiesFrom]:
    """What the lines say last of each person, by attendee's id."""
    last: dict[int, Movement | ApologiesFrom] = {}
    for _, line in meeting.lines():
        if isinstance(line.fact, Movement | ApologiesFrom):
            for _, person in find_people(meeting.attendance, line.fact.who):
                if person is not None:
                    last[person.id] = line.fact
    return last


_MOVED = {"in": "returned", "out": "left", "late": "arrived"}
_AWAY = {
    State.EXPECTED: Whereabouts("expected ??", ".rows--gap"),
    State.APOLOGIES: Whereabouts("apologies", ".rows--quiet"),
    State.ABSENT: Whereabouts("absent", ".rows--quiet"),
}


def whereabouts(meeting: Meeting) -> dict[int, Whereabouts]:
    """Where everybody of the attendance is at the end of what has been taken down, by id."""
    present = standing(meeting).present
    last = _last_movements(meeting)
    stand_ins = {p.substitute_for: p.name for p in meeting.attendance if p.substitute_for}
    found: dict[int, Whereabouts] = {}
    for person in meeting.attendance:
        moved = last.get(person.id)
        if isinstance(moved, Movement):
            words = _MOVED[moved.verb]
            words += f" {format_time(moved.time)}" if moved.time else ""
            style = ".rows--good" if person.id in present else ".rows--presence"
            where = Whereabouts(words, style)
        elif person.id in present:
            where = Whereabouts("present", ".rows--good")
        else:
            where = _AWAY.get(person.state, _AWAY[State.APOLOGIES])
        found[person.id] = _with_substitute(where, person, stand_ins)
    return found


def _with_substitute(
    where: Whereabouts, person: Attendee, stand_ins: dict[str, str]
) -> Whereabouts:
    if person.name in stand_ins:
        return Whereabouts(f"{where.words}, {stand_ins[person.name]} instead", where.style)
    if person.no_substitute:
        return Whereabouts(f"{where.words}, no substitute", where.style)
    return where


def person_rows(
    meeting: Meeting, order: Sequence[int] = (), words: str = ""
) -> tuple[PersonRow, ...]:
    """The list: each group under its heading.

    Within a group people stand in ``order`` (attendees' ids), which keeps a row in its place
    while its state changes; those not in it follow. ``words`` leaves only whom they fit.
    """
    places = {person_id: place for place, person_id in enumerate(order)}
    where = whereabouts(meeting)
    rows: list[PersonRow] = []
    for number, group in enumerate(Group):
        people = [p for p in meeting.attendance if p.group is group and fits(p, words)]
        if not people:
            continue
        people.sort(key=lambda p: places.get(p.id, len(places)))
        rows.append(PersonRow(key=-1 - number, heading=GROUP_HEADINGS[group]))
        rows += [PersonRow(key=p.id, person=p, where=where[p.id]) for p in people]
    return tuple(rows)


def fits(person: Attendee, words: str) -> bool:
    """Whether every word typed begins a word of the name or is the beginning of the code."""
    begun = [*person.name.lower().split(), person.code]
    return all(any(part.startswith(word) for part in begun) for word in words.lower().split())


def order_of(people: Iterable[Attendee]) -> tuple[int, ...]:
    """The attendees' ids in the order of the record."""
    return tuple(person.id for person in people)


class PersonList(RowList[PersonRow]):
    """The people, one widget whatever their number."""

    def draw(self, row: PersonRow, width: int) -> Content:
        person = row.person
        if person is None:
            return Content.styled(row.heading, ".rows--heading")
        post = person.post or person.organisation
        if person.substitute_for:
            post = f"for {person.substitute_for}"
        name = f"{person.name} (remote)" if person.remote else person.name
        cells = {
            "code": Content.styled(f"@{person.code}", ".rows--quiet"),
            "name": Content(name),
            "post": Content.styled(post, ".rows--quiet"),
            "where": Content.styled(row.where.words, row.where.style),
        }
        return set_row(_COLUMNS, cells, width)
