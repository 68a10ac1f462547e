"""The items that open a meeting: composed from the attendance where the clerk typed nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from minute_taker.composing.context import ComposeContext
from minute_taker.composing.names import Names
from minute_taker.composing.sentences import ranges, upper_first
from minute_taker.composing.style_limits import any_match
from minute_taker.composing.wording import fill
from minute_taker.minutes.facts import ApologiesFrom, Movement
from minute_taker.minutes.model import Attendee, Group, HeadingKind, Meeting, Part, State

_BODY = (Group.MEMBER, Group.CO_OPTED)


def opening_items(context: ComposeContext) -> dict[int, str]:
    """Which items open the meeting: item id to ``apologies``, ``declarations``, ``parts`` or
    ``minutes``; the first item of each kind."""
    style = context.style
    kinds = {
        "apologies": style.apologies.titles,
        "declarations": style.declarations.titles,
        "parts": style.parts.titles,
        "minutes": style.previous_minutes.titles,
    }
    found: dict[int, str] = {}
    for item in context.meeting.items:
        if item.part is Part.EXEMPT or item.heading is HeadingKind.NONE:
            continue
        for kind, titles in kinds.items():
            # A heading without a number that names a part is where that part begins.
            divides = kind == "parts" and item.heading is HeadingKind.UNNUMBERED
            if divides or kind in found.values():
                continue
            if any_match(titles, item.title):
                found[item.id] = kind
                break
    return found


def compose_apologies(context: ComposeContext, given: Sequence[ApologiesFrom]) -> str:
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
    said = []
    phrases = [*_apologies_phrases(context, own), *unknown]
    if phrases:
        who = settings.joined.join(phrases)
        said.append(fill(settings.received, verb=settings.verb, who=who))
    if others and not phrases and settings.none_beside:
        said.append(settings.none)
    if others:
        wording = settings.others_received if phrases else settings.received
        who = names.together(others, full=settings.names == "full name")
        said.append(fill(wording, verb=settings.verb, who=who))
    late = _late(context) if settings.late else []
    if late:
        said.append(
            fill(settings.late, who=names.together(late, full=settings.names == "full name"))
        )
    return " ".join(upper_first(sentence) for sentence in said) or settings.none


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
        possessive=context.names.pronoun(member)[1],
    )


def _apologies_phrases(context: ComposeContext, people: Sequence[Attendee]) -> list[str]:
    """Those with substitutes, those who sent nobody, the others: each a phrase."""
    names, settings = context.names, context.style.apologies
    full = settings.names == "full name"
    came = _substitutes(context.meeting, names)
    replaced = [p for p in people if p.id in came]
    nobody = [p for p in people if p.id not in came and p.no_substitute]
    rest = [p for p in people if p.id not in came and not p.no_substitute]
    phrases = []
    if rest and not replaced and not nobody:
        return [names.together(rest, full=full)]
    if len(replaced) == 1:
        member, stand_in = replaced[0], came[replaced[0].id]
        away, instead = names.called(member, full=full), names.called(stand_in, full=full)
        phrases.append(_one_substitute(context, away, instead, member))
    elif replaced and settings.substitutes == "each":
        for member in replaced:
            away = names.called(member, full=full)
            instead = names.called(came[member.id], full=full)
            phrases.append(_one_substitute(context, away, instead, member))
    elif replaced:
        phrases.append(
            fill(
                settings.several_substitutes,
                members=names.together(replaced, full=full),
                substitutes=names.together([came[p.id] for p in replaced], full=full),
            )
        )
    if rest:
        phrases.append(names.together(rest, full=full))
    if nobody:
        phrases.append(fill(settings.no_substitute, members=names.together(nobody, full=full)))
    return phrases


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


def compose_parts(context: ComposeContext) -> str:
    """Which items are taken in public, and which in private."""
    settings = context.style.parts
    by_part: dict[Part, list[str]] = {Part.PUBLIC: [], Part.EXEMPT: []}
    for item in context.meeting.items:
        number = context.numbers(item).agenda
        if number:
            by_part[item.part].append(number)
    for numbers in by_part.values():
        numbers.sort(key=_in_order)
    parts = {"one": part_called(context, Part.PUBLIC), "two": part_called(context, Part.EXEMPT)}
    if not by_part[Part.EXEMPT]:
        return fill(settings.all_public, **parts)

    def said(numbers: list[str]) -> str:
        wording = settings.item if len(numbers) == 1 else settings.items
        return fill(wording, number=ranges(numbers), numbers=ranges(numbers))

    public, private = said(by_part[Part.PUBLIC]), said(by_part[Part.EXEMPT])
    return fill(settings.both, public=public, private=private, **parts)


def _in_order(number: str) -> list[tuple[int, str]]:
    """Sorts agenda numbers as they are counted: 2, 10, 10a, whatever was taken first."""
    return [(int(digits), letters) for digits, letters in re.findall(r"(\d+)([a-z]*)", number)]


def part_called(context: ComposeContext, part: Part) -> str:
    """``Part I`` or ``Part 1``, ``Part II`` or ``Part 2``."""
    if context.style.parts.numeral == "I":
        return f"Part {part.value}"
    return "Part 1" if part is Part.PUBLIC else "Part 2"
