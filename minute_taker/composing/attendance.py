"""The list of those who attended, section by section as the style lays it out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from minute_taker.composing.blocks import Attendance, AttendanceSection
from minute_taker.composing.context import ComposeContext
from minute_taker.composing.names import bare_name, is_councillor
from minute_taker.composing.sentences import listed
from minute_taker.composing.settings.people import AttendanceSettings, SectionSettings
from minute_taker.composing.style_limits import any_match
from minute_taker.composing.wording import fill
from minute_taker.minutes.chair import ChairSpan, chair_spans
from minute_taker.minutes.facts import ApologiesFrom, Attending
from minute_taker.minutes.model import Attendee, Group, State
from minute_taker.minutes.names import folded
from minute_taker.minutes.people import guests, surname_of
from minute_taker.minutes.text import GAP

_GROUPS = {
    Group.MEMBER: "members",
    Group.CO_OPTED: "co-opted",
    Group.OFFICER: "officers",
    Group.ALSO_PRESENT: "also present",
}


def compose_attendance(context: ComposeContext) -> Attendance | None:
    """The attendance; None where nobody is to be listed."""
    settings = context.style.attendance
    full_council = any_match(settings.full_council, context.meeting.committee)
    wanted = settings.full_council_sections if full_council else settings.sections
    people = _everybody(context)
    in_chair = _took_the_chair(context)
    has_presiding = any("presiding" in section.who for section in wanted)
    sections = []
    for section in wanted:
        inside = [p for p in people if _belongs(settings, section, p, has_presiding)]
        if inside or section.when == "always":
            sections.append(_section(context, section, inside, in_chair))
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


def _everybody(context: ComposeContext) -> list[Attendee]:
    """The attendance as the lines have changed it: apologies given, guests, who came after all."""
    people = {person.id: person for person in context.meeting.attendance}
    unlisted: dict[str, Attendee] = {}
    for _, line in context.meeting.lines():
        fact = line.fact
        if isinstance(fact, Attending) and context.style.attendance.attending_listed:
            for name, body in guests(fact.who):
                if name not in unlisted and context.names.person(name) is None:
                    unlisted[name] = _guest(-1 - len(unlisted), name, body or fact.body)
        elif isinstance(fact, ApologiesFrom):
            for person in context.names.known(fact.who):
                if person.id not in context.came:
                    people[person.id] = replace(person, state=State.APOLOGIES)
    for person in context.meeting.attendance:
        if person.state is not State.PRESENT and person.id in context.came:
            people[person.id] = replace(person, state=State.PRESENT)
    return [*people.values(), *unlisted.values()]


def _guest(number: int, name: str, body: str) -> Attendee:
    return Attendee(id=number, name=name, code="", post=body, group=Group.ALSO_PRESENT)


def _took_the_chair(context: ComposeContext) -> dict[int, str]:
    """Who presided instead of the meeting's own chair, and when, as it stands after the name."""
    wording = context.style.attendance.chair_word
    said: dict[int, list[str]] = {}
    for span in chair_spans(context.meeting):
        if span.person is not None and span.instead:
            words = fill(wording, time=context.time(span.begun), until=_ended(context, span))
            said.setdefault(span.person.id, []).append(words)
    return {person: listed(list(dict.fromkeys(spans))) for person, spans in said.items()}


def _ended(context: ComposeContext, span: ChairSpan) -> str:
    """When a span ended; a gap where another took the chair, so that it does not seem to go on."""
    return context.time(span.ended) or (GAP if span.begun and span.until is not None else "")


def _belongs(
    settings: AttendanceSettings, section: SectionSettings, person: Attendee, has_presiding: bool
) -> bool:
    # Whoever is expected stands where they are to stand, and is marked as not known.
    state = State.PRESENT if person.state is State.EXPECTED else person.state
    if state.value not in section.state:
        return False
    if section.how != "any" and person.remote is not (section.how == "remotely"):
        return False
    presides = has_presiding and any_match(settings.presiding, person.post)
    return ("presiding" if presides else _GROUPS[person.group]) in section.who


def _section(
    context: ComposeContext,
    section: SectionSettings,
    people: Sequence[Attendee],
    in_chair: Mapping[int, str],
) -> AttendanceSection:
    settings, names = context.style.attendance, context.style.names
    if section.order == "by surname":
        people = sorted(people, key=lambda p: (folded(surname_of(p)), folded(p.name)))
    once = (
        bool(section.before)
        and len(people) > 1
        and names.councillor_before == "the list"
        and all(is_councillor(person) for person in people)
    )
    council = context.meeting.council.strip()
    ours = not settings.council or (
        council.lower() in (settings.council.lower(), settings.council_short.lower())
    )
    return AttendanceSection(
        heading=fill(
            section.heading,
            council=settings.council_short if ours else "",
            committee=context.meeting.committee,
        ),
        entries=tuple(
            _entry(context, section, person, in_chair.get(person.id, ""), titled=not once)
            for person in people
        ),
        before=section.before if once and people else "",
        columns=section.columns,
        sentence=section.sentence,
        joined=names.joined,
        caps=section.capitals,
    )


def _entry(
    context: ComposeContext, section: SectionSettings, person: Attendee, chair: str, *, titled: bool
) -> str:
    settings = context.style.attendance
    name = bare_name(person)
    if titled and is_councillor(person):
        name = f"{context.style.names.councillor} {name}".strip()
    substitute = ""
    if person.substitute_for and settings.substitute_word:
        member = context.names.person(person.substitute_for)
        called = context.names.plain(member) if member else person.substitute_for
        substitute = fill(settings.substitute_word, member=called)
    words = {
        State.EXPECTED: settings.expected_word,
        State.PRESENT: settings.present_word,
        State.APOLOGIES: settings.apologies_word,
        State.ABSENT: settings.absent_word,
    }
    remote = settings.remote_word if person.remote and section.how == "any" else ""
    roles = [person.post, person.organisation, substitute, chair, remote]
    entry = fill(
        section.entry,
        mark=settings.present_mark if person.state is State.PRESENT else "",
        name=name,
        surname=surname_of(person),
        post=person.post,
        roles=", ".join(role for role in roles if role),
        organisation=person.organisation,
        state=words[person.state],
    )
    # Not for the style's entry to leave out: nobody is printed as present unless they were.
    return f"{entry} {GAP} ({settings.expected_word})" if person.state is State.EXPECTED else entry
