"""The list of those who attended, section by section as the style lays it out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from minute_taker.composing.blocks import Attendance, AttendanceSection
from minute_taker.composing.names import bare_name, is_councillor
from minute_taker.composing.scribe import Scribe
from minute_taker.composing.settings.people import AttendanceSettings, SectionSettings
from minute_taker.composing.wording import fill
from minute_taker.minutes.facts import ApologiesFrom, Attending, TakesChair
from minute_taker.minutes.model import Attendee, Group, State
from minute_taker.minutes.people import guests, surname
from minute_taker.minutes.text import GAP

_GROUPS = {
    Group.MEMBER: "members",
    Group.CO_OPTED: "co-opted",
    Group.OFFICER: "officers",
    Group.ALSO_PRESENT: "also present",
}


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _any_match(patterns: tuple[str, ...], text: str) -> bool:
    return any(pattern.search(text) for pattern in _compiled(patterns))


def compose_attendance(scribe: Scribe) -> Attendance | None:
    """The attendance; None where nobody is to be listed."""
    settings = scribe.style.attendance
    full_council = _any_match(settings.full_council, scribe.meeting.committee)
    wanted = settings.full_council_sections if full_council else settings.sections
    people = _everybody(scribe)
    in_chair = _took_the_chair(scribe)
    has_presiding = any("presiding" in section.who for section in wanted)
    sections = []
    for section in wanted:
        inside = [p for p in people if _belongs(settings, section, p, has_presiding)]
        if inside or section.when == "always":
            sections.append(_section(scribe, section, inside, in_chair))
    if not sections:
        return None
    layout = settings.full_council_layout if full_council else settings.layout
    left, right = settings.table_headings
    return Attendance(
        sections=tuple(sections),
        layout=layout,
        columns=(left, right),
        footnote=settings.footnote,
    )


def _everybody(scribe: Scribe) -> list[Attendee]:
    """The attendance as the lines have changed it: apologies given, guests, who came after all."""
    people = {person.id: person for person in scribe.meeting.attendance}
    unlisted: dict[str, Attendee] = {}
    for _, line in scribe.meeting.lines():
        fact = line.fact
        if isinstance(fact, Attending) and scribe.style.attendance.attending_listed:
            for name, body in guests(fact.who):
                if name not in unlisted and scribe.names.person(name) is None:
                    unlisted[name] = _guest(-1 - len(unlisted), name, body or fact.body)
        elif isinstance(fact, ApologiesFrom):
            for person in scribe.names.known(fact.who):
                if person.id not in scribe.came:
                    people[person.id] = replace(person, state=State.APOLOGIES)
    for person in scribe.meeting.attendance:
        if person.state is not State.PRESENT and person.id in scribe.came:
            people[person.id] = replace(person, state=State.PRESENT)
    return [*people.values(), *unlisted.values()]


def _guest(number: int, name: str, body: str) -> Attendee:
    return Attendee(id=number, name=name, code="", post=body, group=Group.ALSO_PRESENT)


def _took_the_chair(scribe: Scribe) -> dict[int, str]:
    """Who took the chair in the course of the meeting, as it stands after the name."""
    took: dict[int, str] = {}
    for _, line in scribe.meeting.lines():
        if isinstance(line.fact, TakesChair):
            for person in scribe.names.known(line.fact.who):
                time = scribe.time(line.fact.time)
                took.setdefault(person.id, fill(scribe.style.attendance.chair_word, time=time))
    return took


def _belongs(
    settings: AttendanceSettings, section: SectionSettings, person: Attendee, has_presiding: bool
) -> bool:
    # Whoever is expected stands where they are to stand, and is marked as not known.
    state = State.PRESENT if person.state is State.EXPECTED else person.state
    if state.value not in section.state:
        return False
    presides = has_presiding and _any_match(settings.presiding, person.post)
    return ("presiding" if presides else _GROUPS[person.group]) in section.who


def _section(
    scribe: Scribe,
    section: SectionSettings,
    people: Sequence[Attendee],
    in_chair: Mapping[int, str],
) -> AttendanceSection:
    settings, names = scribe.style.attendance, scribe.style.names
    if section.order == "by surname":
        people = sorted(people, key=lambda p: (surname(p.name).lower(), p.name.lower()))
    once = (
        bool(section.before)
        and len(people) > 1
        and names.councillor_before == "the list"
        and all(is_councillor(person) for person in people)
    )
    council = scribe.meeting.council.strip()
    ours = council.lower() in ("", settings.council.lower(), settings.council_short.lower())
    return AttendanceSection(
        heading=fill(
            section.heading,
            council=settings.council_short if ours else "",
            committee=scribe.meeting.committee,
        ),
        entries=tuple(
            _entry(scribe, section, person, in_chair.get(person.id, ""), titled=not once)
            for person in people
        ),
        before=section.before if once and people else "",
        columns=section.columns,
        sentence=section.sentence,
        caps=section.capitals,
    )


def _entry(
    scribe: Scribe, section: SectionSettings, person: Attendee, chair: str, *, titled: bool
) -> str:
    settings = scribe.style.attendance
    name = bare_name(person)
    if titled and is_councillor(person):
        name = f"{scribe.style.names.councillor} {name}"
    substitute = ""
    if person.substitute_for and settings.substitute_word:
        member = scribe.names.person(person.substitute_for)
        called = scribe.names.plain(member) if member else person.substitute_for
        substitute = fill(settings.substitute_word, member=called)
    words = {
        State.EXPECTED: settings.expected_word,
        State.PRESENT: settings.present_word,
        State.APOLOGIES: settings.apologies_word,
        State.ABSENT: settings.absent_word,
    }
    remote = settings.remote_word if person.remote else ""
    roles = [person.post, person.organisation, substitute, chair, remote]
    entry = fill(
        section.entry,
        mark=settings.present_mark if person.state is State.PRESENT else "",
        name=name,
        surname=surname(person.name),
        post=person.post,
        roles=", ".join(role for role in roles if role),
        organisation=person.organisation,
        state=words[person.state],
    )
    # Not for the style's entry to leave out: nobody is printed as present unless they were.
    return f"{entry} {GAP} ({settings.expected_word})" if person.state is State.EXPECTED else entry
