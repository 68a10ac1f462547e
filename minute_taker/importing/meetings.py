"""Another draft or a notes file: the meeting that was set up in it, or what follows from it."""

from __future__ import annotations

from minute_taker.importing.found import Found, FoundItem, FoundPerson
from minute_taker.minutes.model import HEAD_FIELDS, HeadingKind, Item, Kind, Meeting, State
from minute_taker.minutes.next_meeting import next_meeting
from minute_taker.minutes.standing import standing_kind
from minute_taker.minutes.when import format_date

#: What belongs to the one meeting, or to how its minutes stand.
_ITS_OWN = ("close", "status", "agreed_on")


def meeting_found(meeting: Meeting, kind: str) -> Found:
    """What another meeting gives to a new one.

    One that has been minuted gives what follows from it: its members, its standing items, its
    next number, and its day to approve. One that was only set up gives all of its agenda.
    """
    if not any(item.begun for item in meeting.items):
        return _found(meeting, kind, meeting.items)
    following = next_meeting(meeting)
    items = list(following.items)
    if meeting.date is not None:
        approval = Item(id=0, title=f"Minutes of the meeting held on {format_date(meeting.date)}")
        places = [n for n, item in enumerate(items) if standing_kind(item.title) == "minutes"]
        if places:
            items[places[0]] = approval
        else:
            items.append(approval)
    return _found(following, kind, tuple(items), of_today=False)


def _found(meeting: Meeting, kind: str, items: tuple[Item, ...], *, of_today: bool = True) -> Found:
    own = _ITS_OWN if of_today else (*_ITS_OWN, "date")
    empty = Meeting()
    head = {
        name: getattr(meeting, name)
        for name in HEAD_FIELDS
        if name not in own and getattr(meeting, name) != getattr(empty, name)
    }
    people = tuple(
        FoundPerson(
            name=person.name,
            post=person.post,
            group=person.group,
            state=State.EXPECTED if person.state is State.PRESENT else person.state,
            substitute_for=person.substitute_for,
            organisation=person.organisation,
            remote=person.remote,
            independent=person.independent,
            pronoun=person.pronoun,
            source=person.source,
        )
        for person in meeting.attendance
    )
    return Found(
        kind=kind,
        head=head,
        people=people,
        items=tuple(_item(item) for item in items if item.heading is not HeadingKind.NONE),
    )


def _item(item: Item) -> FoundItem:
    return FoundItem(
        title=item.title,
        number=item.agenda_number,
        heading=item.heading,
        part=item.part,
        exempt_paragraph=item.exempt_paragraph,
        text=tuple((line.depth, line.text) for line in item.lines if line.kind is Kind.AGENDA),
        source=item.source,
    )
