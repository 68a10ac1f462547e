"""Apologies for absence, and who came in whose place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from minute_taker.composing.context import ComposeContext
from minute_taker.composing.names import Names
from minute_taker.composing.sentences import upper_first
from minute_taker.composing.wording import fill
from minute_taker.minutes.facts import ApologiesFrom, Movement
from minute_taker.minutes.model import Attendee, Group, Meeting, State

_BODY = (Group.MEMBER, Group.CO_OPTED)


class Apologies(Struct, frozen=True):
    """What is said of apologies: its paragraphs, and the substitutes where they are listed."""

    paragraphs: tuple[str, ...]
    substitutes: tuple[str, ...] = ()


def compose_apologies(context: ComposeContext, given: Sequence[ApologiesFrom]) -> Apologies:
    """The apologies of the attendance, with those given in lines of the item itself."""
    names, settings = context.names, context.style.apologies
    away = [p for p in context.meeting.attendance if p.state is State.APOLOGIES]
    people = [person for person in away if person.id not in context.came]
    unknown: list[str] = []
    for fact in given:
        known = names.known(fact.who)
        people += [person for person in known if person not in people]
        if len(known) < len(names.people(fact.who)):
            unknown.append(apologies_from(context, fact, without=known))
    people += _replaced_but_unlisted(context)
    same = settings.others == "same sentence"
    own = [p for p in people if p.group in _BODY or same]
    others = [p for p in people if p not in own]
    phrases = [*_phrases(context, own), *unknown]
    said = _sentences(context, phrases)
    if others and not phrases and settings.none_beside:
        said.append(settings.none)
    if others:
        wording = settings.others_received if phrases else settings.received
        who = names.together(others, full=settings.names == "full name")
        said.append(fill(wording, verb=settings.verb, who=who, **_spoken_of(context, others)))
    late = _late(context) if settings.late else []
    if late:
        who = names.together(late, full=settings.names == "full name")
        said.append(fill(settings.late, who=who, **_spoken_of(context, late)))
    sentences = [upper_first(sentence) for sentence in said] or [settings.none]
    apart = settings.printed_as == "paragraphs"
    return Apologies(
        tuple(sentences) if apart else (" ".join(sentences),), tuple(_listed(context, own))
    )


def _spoken_of(context: ComposeContext, people: Sequence[Attendee]) -> dict[str, str]:
    return context.names.pronouns(people[0] if len(people) == 1 else None)


def _sentences(context: ComposeContext, phrases: Sequence[str]) -> list[str]:
    """The phrases as one sentence, or a sentence of each."""
    settings = context.style.apologies
    if not phrases:
        return []
    if settings.printed_as == "sentence":
        *first, last = phrases
        who = settings.joined.join([settings.between.join(first), last] if first else [last])
        phrases = [who]
    wordings = [settings.received, *[settings.others_received] * (len(phrases) - 1)]
    spoken = context.names.pronouns(None)
    return [
        fill(wording, verb=settings.verb, who=who, **spoken)
        for wording, who in zip(wordings, phrases, strict=True)
    ]


def _late(context: ComposeContext) -> list[Attendee]:
    """Those who came late, as the lines have it."""
    return [
        person
        for _, line in context.meeting.lines()
        if isinstance(line.fact, Movement) and line.fact.verb == "late"
        for person in context.names.known(line.fact.who)
    ]


def apologies_from(
    context: ComposeContext, fact: ApologiesFrom, without: Sequence[Attendee] = ()
) -> str:
    """Who gave apologies, with the role that the clerk typed after the name.

    ``without`` leaves out those who have been named already.
    """
    named = [words for words, person in context.names.people(fact.who) if person not in without]
    who = context.names.all_of(named) if without else context.names.who(fact.who)
    if fact.substitute and not without:
        return _one_substitute(
            context, who, context.names.who(fact.substitute), context.names.person(fact.who)
        )
    return f"{who} ({fact.role})" if fact.role and fact.role not in who else who


def _one_substitute(
    context: ComposeContext, away: str, instead: str, member: Attendee | None
) -> str:
    """Somebody away and who came instead, both as they are called."""
    return fill(
        context.style.apologies.one_substitute,
        member=away,
        substitute=instead,
        **context.names.pronouns(member),
    )


def _phrases(context: ComposeContext, people: Sequence[Attendee]) -> list[str]:
    """Those with substitutes, those who sent nobody, the others: each a phrase."""
    settings, came = context.style.apologies, _substitutes(context.meeting, context.names)
    listed = settings.substitutes == "list"

    def sort_of(person: Attendee) -> int:
        if person.id in came and not listed:
            return 0
        return 2 if person.no_substitute else 1

    # One sort after the other, or in the order entered those of a sort that stand together.
    ordered = sorted(people, key=sort_of) if settings.order == "substitutes first" else people
    return [
        phrase
        for sort, group in groupby(ordered, key=sort_of)
        for phrase in _PHRASES[sort](context, list(group))
    ]


def _with_substitutes(context: ComposeContext, people: Sequence[Attendee]) -> Iterator[str]:
    names, settings = context.names, context.style.apologies
    full, came = settings.names == "full name", _substitutes(context.meeting, context.names)
    if len(people) == 1 or settings.substitutes == "each":
        for member in people:
            away = names.called(member, full=full)
            instead = names.called(came[member.id], full=full)
            yield _one_substitute(context, away, instead, member)
        return
    yield fill(
        settings.several_substitutes,
        members=_together(context, people),
        substitutes=_together(context, [came[p.id] for p in people]),
    )


def _away(context: ComposeContext, people: Sequence[Attendee]) -> Iterator[str]:
    yield _together(context, people)


def _without_substitutes(context: ComposeContext, people: Sequence[Attendee]) -> Iterator[str]:
    members = _together(context, people)
    yield fill(context.style.apologies.no_substitute, members=members)


_PHRASES = (_with_substitutes, _away, _without_substitutes)


def _together(context: ComposeContext, people: Sequence[Attendee]) -> str:
    settings = context.style.apologies
    each = settings.councillor_before == "each name"
    return context.names.together(people, full=settings.names == "full name", each=each)


def _listed(context: ComposeContext, people: Sequence[Attendee]) -> Iterator[str]:
    """Return an entry for each substitute, where the style lists them."""
    settings, names = context.style.apologies, context.names
    if settings.substitutes != "list":
        return
    full, came = settings.names == "full name", _substitutes(context.meeting, names)
    for member in people:
        if member.id in came:
            yield fill(
                settings.substitute_listed,
                member=names.called(member, full=full),
                substitute=names.called(came[member.id], full=full),
                **names.pronouns(member),
            )


def _substitutes(meeting: Meeting, names: Names) -> dict[int, Attendee]:
    """Who came for whom: the absent member's id to the one present.

    A member who stands in no list has the substitute's id, made negative.
    """
    came: dict[int, Attendee] = {}
    for person in meeting.attendance:
        if person.substitute_for and person.state is State.PRESENT:
            member = names.person(person.substitute_for)
            unlisted = member is None or member.id == person.id
            came[-person.id if unlisted or member is None else member.id] = person
    return came


def _replaced_but_unlisted(context: ComposeContext) -> list[Attendee]:
    """The members for whom somebody came and who stand in no list themselves."""
    return [
        Attendee(id=number, name=person.substitute_for, code="", state=State.APOLOGIES)
        for number, person in _substitutes(context.meeting, context.names).items()
        if number < 0
    ]
