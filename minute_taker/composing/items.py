"""One item of business: its heading, what opens or hides it, and its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from minute_taker.composing.apologies import compose_apologies
from minute_taker.composing.blocks import AnyBlock, Heading, Role, runs_of
from minute_taker.composing.context import ComposeContext
from minute_taker.composing.earlier_minutes import minutes_in_title
from minute_taker.composing.exclusion import exempt_ground
from minute_taker.composing.interests import compose_interest, interests_elsewhere
from minute_taker.composing.lines import compose_lines
from minute_taker.composing.opening import (
    compose_parts,
    part_called,
)
from minute_taker.composing.own_words import does_its_job
from minute_taker.composing.page import ItemPage
from minute_taker.composing.sentences import listed, upper_first
from minute_taker.composing.wording import fill
from minute_taker.minutes.deferral import says_so_below
from minute_taker.minutes.facts import ApologiesFrom, Interest, Movement
from minute_taker.minutes.model import HeadingKind, Item, Kind, Line, Part
from minute_taker.minutes.understood import wanted_of


def compose_item(context: ComposeContext, item: Item, opens: str) -> list[AnyBlock]:
    """The blocks of an item; ``opens`` says which opening item it is, empty for business."""
    page = ItemPage(context, item)
    _heading(page)
    for said in _how_taken(page):
        page.paragraph(Role.PROCEDURE, runs_of(said))
    if item.part is Part.EXEMPT:
        _exempt_reason(page)
    lines = _without_gathered(context, item, opens)
    if opens:
        above = list(takewhile(lambda line: line.kind is Kind.AGENDA, lines))
        compose_lines(page, above)
        _compose_opening(page, opens, lines[len(above) :])
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
    page.context.has_headings = True
    heading = Heading(
        level=1,
        text=item.title,
        number=fill(settings.number, minute=numbers.minute) if numbers.minute else "",
        suffix=fill(
            settings.suffix, agenda=numbers.agenda, part=part_called(page.context, item.part)
        )
        if numbers.agenda
        else "",
        caps=settings.capitals,
        item=item.id,
        source=item.source,
    )
    page.heading(heading, run_in=settings.items == "run in")


def _how_taken(page: ItemPage) -> Iterator[str]:
    """Return what is said of a whole item: urgent, out of order, with others, or put off."""
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


def _compose_opening(page: ItemPage, opens: str, typed: Sequence[Line]) -> None:
    """Add an opening item: its composed sentence once, and all that stands beside it.

    The item's own data feeds the sentence. Words that do its job stand in its place.
    """
    if any(does_its_job(opens, line) for line in typed):
        compose_lines(page, typed)
        return
    data = [line for line in typed if _feeds(page, opens, line)]
    # What could not be read may say the contrary of "None."
    page.may_say_none = not any(wanted_of(line) for line in typed)
    _OPENINGS[opens](page, data)
    compose_lines(page, [line for line in typed if line not in data or opens == "declarations"])


def _feeds(page: ItemPage, opens: str, line: Line) -> bool:
    """Whether a line of an opening item is data of its composed sentence."""
    if opens == "declarations":
        return isinstance(line.fact, Interest)
    if opens != "apologies":
        return False
    late = isinstance(line.fact, Movement) and line.fact.verb == "late"
    return isinstance(line.fact, ApologiesFrom) or (late and bool(page.style.apologies.late))


def _apologies(page: ItemPage, data: Sequence[Line]) -> None:
    given = [line.fact for line in data if isinstance(line.fact, ApologiesFrom)]
    said = compose_apologies(page.context, given)
    none = said.paragraphs == (page.style.apologies.none,) and not said.substitutes
    if none and not page.may_say_none:
        return
    line = data[0].id if data else None
    for words in said.paragraphs:
        page.paragraph(Role.TEXT, runs_of(words), line=line)
    if said.substitutes:
        heading = page.style.apologies.substitutes_heading
        page.paragraph(Role.TEXT, runs_of(heading), line=line, keep=True)
    for words in said.substitutes:
        page.bullet(runs_of(words), line=line, level=0)


def _declarations(page: ItemPage, data: Sequence[Line]) -> None:
    context, settings = page.context, page.style.declarations
    if not data and not interests_elsewhere(context, page.item):
        if page.may_say_none:
            page.paragraph(Role.TEXT, runs_of(settings.none))
    elif not data and settings.printed == "where declared" and settings.elsewhere:
        page.paragraph(Role.TEXT, runs_of(settings.elsewhere))


def _parts(page: ItemPage, _: Sequence[Line]) -> None:
    page.paragraph(Role.TEXT, runs_of(upper_first(compose_parts(page.context))))


def _minutes(page: ItemPage, _: Sequence[Line]) -> None:
    if page.style.previous_minutes.supplied and not page.item.deferred and page.may_say_none:
        line = Line(id=0, kind=Kind.RESOLUTION, fact=minutes_in_title(page.item))
        compose_lines(page, [line])


_OPENINGS = {
    "apologies": _apologies,
    "declarations": _declarations,
    "parts": _parts,
    "minutes": _minutes,
}


def gathers_interests(context: ComposeContext, openings: dict[int, str]) -> bool:
    """Whether this copy prints every declaration under the item for them."""
    wanted = context.style.declarations.printed == "under declarations"
    return wanted and "declarations" in openings.values()


def _without_gathered(context: ComposeContext, item: Item, opens: str) -> Sequence[Line]:
    if not context.gathers_interests or opens == "declarations":
        return item.lines
    return [line for line in item.lines if not isinstance(line.fact, Interest)]


def _gathered(page: ItemPage) -> None:
    if page.context.gathers_interests:
        for other, line_id, fact in interests_elsewhere(page.context, page.item):
            said = compose_interest(page.context, fact, under=other)
            page.paragraph(Role.PROCEDURE, runs_of(said), line=line_id)
