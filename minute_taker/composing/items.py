"""One item of business: its heading, what opens or hides it, and its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minute_taker.composing.blocks import AnyBlock, Heading, Role, runs_of
from minute_taker.composing.opening import (
    compose_apologies,
    compose_interest,
    compose_parts,
    interests_elsewhere,
    minutes_in_title,
    part_called,
)
from minute_taker.composing.page import ItemPage
from minute_taker.composing.procedure import exempt_ground
from minute_taker.composing.scribe import Scribe
from minute_taker.composing.sentences import listed, upper_first
from minute_taker.composing.walk import compose_lines
from minute_taker.composing.wording import fill
from minute_taker.minutes.deferral import says_so_below
from minute_taker.minutes.facts import ApologiesFrom, Interest
from minute_taker.minutes.model import HeadingKind, Item, Kind, Line, Part


def compose_item(scribe: Scribe, item: Item, opens: str) -> list[AnyBlock]:
    """The blocks of an item; ``opens`` says which opening item it is, empty for business."""
    page = ItemPage(scribe, item)
    _heading(page)
    for said in _how_taken(page):
        page.paragraph(Role.PROCEDURE, runs_of(said))
    if item.part is Part.EXEMPT:
        _exempt_reason(page)
    lines = _without_gathered(scribe, item, opens)
    above = [line for line in lines if line.kind is Kind.AGENDA]
    typed = [line for line in lines if line.kind is not Kind.AGENDA]
    if opens and _composes_itself(opens, typed):
        compose_lines(page, above)
        _OPENINGS[opens](page, typed)
    else:
        compose_lines(page, lines)
    if opens == "declarations":
        _gathered(page)
    return page.finish()


def _heading(page: ItemPage) -> None:
    item, settings = page.item, page.style.headings
    if item.heading is HeadingKind.NONE:
        return
    numbers = page.numbers
    page.scribe.has_headings = True
    heading = Heading(
        level=1,
        text=item.title,
        number=fill(settings.number, minute=numbers.minute) if numbers.minute else "",
        suffix=fill(
            settings.suffix, agenda=numbers.agenda, part=part_called(page.scribe, item.part)
        )
        if numbers.agenda
        else "",
        caps=settings.capitals,
        item=item.id,
        source=item.source,
    )
    page.heading(heading, run_in=settings.items == "run in")


def _how_taken(page: ItemPage) -> Iterator[str]:
    """What is said of an item as a whole: urgent, out of its order, with others, put off."""
    item, settings = page.item, page.style.headings
    if item.urgent:
        yield fill(settings.urgent, chair=page.names.chair)
    if item.taken:
        order, _, agenda = item.taken.partition(" ")
        beside = order in ("after", "before")
        yield fill(
            settings.taken,
            place="" if beside else item.taken,
            order=order if beside else "",
            agenda=agenda if beside else "",
        )
    if item.together_with:
        mates = item.together_with.split(" and ")
        one = len(mates) == 1
        yield fill(
            settings.together,
            agenda=mates[0] if one else "",
            agendas="" if one else listed(mates),
        )
    if item.deferred and not says_so_below(item):
        yield fill(page.style.presence.item_deferred, date=page.put_off_to)


def _exempt_reason(page: ItemPage) -> None:
    settings = page.style.exempt
    ground, description = exempt_ground(page, page.item)
    said = settings.reason_unknown
    if ground:
        said = fill(settings.reason, paragraphs=ground, description=description)
    page.paragraph(Role.EXEMPT, runs_of(said))


def _composes_itself(opens: str, typed: Sequence[Line]) -> bool:
    """Whether an opening item is composed: nothing is typed there but its own data."""
    if opens == "apologies":
        return all(isinstance(line.fact, ApologiesFrom) for line in typed)
    return not typed


def _apologies(page: ItemPage, typed: Sequence[Line]) -> None:
    given = [line.fact for line in typed if isinstance(line.fact, ApologiesFrom)]
    said = compose_apologies(page.scribe, given)
    page.paragraph(Role.TEXT, runs_of(said), line=typed[0].id if typed else None)


def _declarations(page: ItemPage, _: Sequence[Line]) -> None:
    scribe, settings = page.scribe, page.style.declarations
    if not interests_elsewhere(scribe, page.item):
        page.paragraph(Role.TEXT, runs_of(settings.none))
    elif settings.printed == "where declared" and settings.elsewhere:
        page.paragraph(Role.TEXT, runs_of(settings.elsewhere))


def _parts(page: ItemPage, _: Sequence[Line]) -> None:
    page.paragraph(Role.TEXT, runs_of(upper_first(compose_parts(page.scribe))))


def _minutes(page: ItemPage, _: Sequence[Line]) -> None:
    if page.style.previous_minutes.supplied:
        line = Line(id=0, kind=Kind.RESOLUTION, fact=minutes_in_title(page.item))
        compose_lines(page, [line])


_OPENINGS = {
    "apologies": _apologies,
    "declarations": _declarations,
    "parts": _parts,
    "minutes": _minutes,
}


def gathers_interests(scribe: Scribe, openings: dict[int, str]) -> bool:
    """Whether this copy prints every declaration under the item for them."""
    wanted = scribe.style.declarations.printed == "under declarations"
    return wanted and "declarations" in openings.values()


def _without_gathered(scribe: Scribe, item: Item, opens: str) -> Sequence[Line]:
    if not scribe.gathers_interests or opens == "declarations":
        return item.lines
    return [line for line in item.lines if not isinstance(line.fact, Interest)]


def _gathered(page: ItemPage) -> None:
    if page.scribe.gathers_interests:
        for line_id, fact in interests_elsewhere(page.scribe, page.item):
            said = compose_interest(page.scribe, fact)
            page.paragraph(Role.PROCEDURE, runs_of(said), line=line_id)
