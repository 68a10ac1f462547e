"""Meetings, lines and texts as awkward as the model allows, for the property tests."""

from __future__ import annotations

import datetime as dt
from itertools import count

from hypothesis import strategies as st
from msgspec.structs import replace

from minute_taker.capture.facts_parser import fact_of, literal_fact
from minute_taker.minutes.changes import SetAttendance
from minute_taker.minutes.model import (
    Attendee,
    Group,
    HeadingKind,
    Item,
    Kind,
    Line,
    Meeting,
    Part,
    State,
    Status,
)
from minute_taker.minutes.people import FREE_CODES
from minute_taker.minutes.text import clean

#: Pieces that mean something to the language, in places where they should not.
AWKWARD = [
    "?", "?+", "??", ">", ">+", "!", "-", "+", "~", "%", "#", "##", "#-", "#:", "*", "|", ":",
    "\\", "\\\\", "\\(", "@", "@jp", "@jp:", "@rd", "@members", "[sic]", "[Ann, 3 High Street]",
    "[", "]", "(", ")", "(5)", "(Part II, 3)", "(urgent)", "(Q3)", "(4)",
    "(by 1 March 2020)", "  ", "\t",
    ":undo", ":edit 1 x", ":foo", "s/a/b/", "s/", "noted", "noted.", "minutes 21 January 2020",
    "minutes ??", "deferred to 3 March 2020", "agreed: yes", "out Chamdal 7.42 pm", "in", "late",
    "interest Palmer 6: governor (left)", "carried 7-5-1", "for A, B", "Bright / Graham:", "/",
    "exclude", "writing", "adjourned 7.52 pm for tea", ";", ",", "none", "remote", "of Uxbridge",
    "substitute Kelly", "substitute for", "no substitute", "independent", "officer", "date: ??",
    "committee:", "’", "é", "\u200d", "👩‍👩‍👧", "שלום", "\u202e", "\u2028", "\x0c", "\x85", "£1.2m",
]  # fmt: skip
WORDS = ["The", "report", "was", "noted", "Members", "asked", "Councillor", "Palmer", "schools"]

pieces = st.one_of(st.sampled_from(AWKWARD), st.sampled_from(WORDS), st.text(max_size=6))


def _joined(parts: list[str], gap: str) -> str:
    return clean(gap.join(parts)).text


#: Anything at all that somebody might type, clean or not.
raw_lines = st.one_of(
    st.builds(
        lambda parts, gap: gap.join(parts), st.lists(pieces, max_size=8), st.sampled_from(["", " "])
    ),
    st.text(max_size=60),
)
texts = st.builds(_joined, st.lists(pieces, min_size=1, max_size=6), st.sampled_from(["", " "]))
words = texts.filter(bool)
codes = st.from_regex(r"[a-z][a-z0-9]{0,5}", fullmatch=True)
public = st.sampled_from(["[Ann Example, 3 High Street]", "[A, B, C]", "[x,]"])
speakers = st.one_of(codes, st.sampled_from(sorted(FREE_CODES)), public)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))
times = st.builds(dt.time, st.integers(0, 23), st.integers(0, 59))


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """A line as the language can make it: its data are those of its words, or of plain words."""
    kind = draw(st.sampled_from(list(Kind)))
    spoken = kind in (Kind.QUESTION, Kind.ANSWER)
    speaker = draw(st.one_of(st.just(""), speakers)) if spoken else ""
    addressee = draw(st.one_of(st.just(""), speakers)) if speaker else ""
    plus = spoken and draw(st.booleans())
    published = kind is Kind.QUESTION and draw(st.booleans())
    number = draw(st.sampled_from(["3", "12", "3a"])) if published else ""
    text = draw(words)
    read = draw(st.sampled_from([fact_of, literal_fact]))
    fact = read(kind, text, speaker=speaker, plus=plus)
    depth = draw(st.integers(0, 3))
    return Line(id=0, kind=kind, text=text, depth=depth, speaker=speaker, addressee=addressee,
                plus=plus, number=number, fact=fact)  # fmt: skip


@st.composite
def items(draw: st.DrawFn) -> Item:
    """A heading with its lines."""
    part = draw(st.sampled_from(list(Part)))
    paragraphs = ["", "3", "7A", "3 and 5", "1, 2 and 3", "3 of Schedule 12A"]
    return Item(
        id=0,
        title=draw(texts),
        heading=draw(st.sampled_from([HeadingKind.NUMBERED, HeadingKind.UNNUMBERED])),
        agenda_number=draw(st.sampled_from(["", "5", "12", "5a", "4.2", "10.1.3"])),
        minute_number=draw(st.sampled_from(["", "70", "77/21", "70a"])),
        part=part,
        exempt_paragraph=draw(st.sampled_from(paragraphs)),
        urgent=draw(st.booleans()),
        together_with=draw(st.sampled_from(["", "8", "8a and 9.1"])),
        taken=draw(st.sampled_from(["", "first", "out of order", "after 5", "before 5.2"])),
        deferred=draw(
            st.sampled_from(["", "deferred", "deferred to ??", "deferred to 1 May 2026"])
        ),
        lines=tuple(draw(st.lists(lines(), max_size=4))),
    )


@st.composite
def attendees(draw: st.DrawFn) -> Attendee:
    """Somebody with any marks; the code is made unlike the others' by :func:`meetings`."""
    return Attendee(
        id=0,
        name=draw(words),
        code=draw(codes),
        post=draw(texts),
        group=draw(st.sampled_from(list(Group))),
        state=draw(st.sampled_from(list(State))),
        substitute_for=draw(st.one_of(st.just(""), texts)),
        no_substitute=draw(st.booleans()),
        organisation=draw(texts),
        remote=draw(st.booleans()),
        independent=draw(st.booleans()),
    )


@st.composite
def meetings(draw: st.DrawFn) -> Meeting:
    """A meeting with anything in it that the model allows."""
    agreed = draw(st.booleans())
    first = draw(st.lists(lines(), max_size=3))
    agenda = draw(st.lists(items(), max_size=4))
    if first:
        agenda.insert(0, Item(id=0, heading=HeadingKind.NONE, lines=tuple(first)))
    people = draw(st.lists(attendees(), max_size=6, unique_by=lambda person: person.code))
    people = [person for person in people if person.code not in FREE_CODES]
    meeting = Meeting(
        council=draw(texts),
        committee=draw(texts),
        called=draw(texts),
        date=draw(st.none() | days),
        start=draw(st.none() | times),
        close=draw(st.none() | times),
        venue=draw(texts),
        chair=draw(texts),
        clerk=draw(texts),
        contact=draw(texts),
        first_minute=draw(st.sampled_from(["", "64", "77/21"])),
        quorum=draw(st.none() | st.integers(0, 99)),
        status=Status.AGREED if agreed else Status.DRAFT,
        agreed_on=draw(st.none() | days) if agreed else None,
        style=draw(texts),
        items=tuple(agenda),
    )
    numbered = [replace(person, id=number) for number, person in enumerate(people, 1)]
    meeting, _ = SetAttendance(tuple(numbered)).apply(meeting)
    return numbered_anew(meeting)


def numbered_anew(meeting: Meeting) -> Meeting:
    """The meeting with ids from 1 on, no times and no counters: what the language can hold."""
    line_ids, item_ids = count(1), count(1)
    agenda = tuple(
        replace(
            item,
            id=next(item_ids),
            lines=tuple(replace(line, id=next(line_ids), at=None) for line in item.lines),
        )
        for item in meeting.items
    )
    people = tuple(replace(p, id=n) for n, p in enumerate(meeting.attendance, 1))
    return replace(
        meeting, items=agenda, attendance=people, last_line=0, last_item=0, last_attendee=0
    )
