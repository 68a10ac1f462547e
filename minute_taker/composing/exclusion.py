"""Why business is private: the ground of an item, and the resolution to exclude the public."""

from __future__ import annotations

import re

from minute_taker.composing.blocks import Role, Run, Runs, Table, runs_of
from minute_taker.composing.page import ItemPage, opening_run
from minute_taker.composing.resolutions import as_decided
from minute_taker.composing.sentences import listed
from minute_taker.composing.wording import fill
from minute_taker.minutes.model import Item, Line, Part

_SCHEDULE = re.compile(r"\b(?:of\s+)?(?:part\s+1\s+of\s+)?schedule\s*12a\b.*", re.IGNORECASE)


def compose_exclusion(page: ItemPage, line: Line) -> None:
    """Add the resolution to exclude the public: from which items, and on what ground each."""
    settings, decided = page.style.exempt, page.style.resolutions
    excluded = [_facts_of(page, item) for item in _items_excluded(page)]
    wording = settings.exclusion_of_one if len(excluded) == 1 else settings.exclusion_of_several
    if not excluded:
        wording = f"{settings.exclusion}."
    said = [fill(settings.excluded_item, **each) for each in excluded]
    below = bool(excluded) and settings.excluded != "sentence"
    items = "" if below else listed(said)
    words = as_decided(decided, fill(wording, body=page.context.body, items=items))
    opening = opening_run(decided.opening, bold=decided.bold)
    apart = bool(opening) and decided.alone == "next line"
    if apart:
        page.paragraph(Role.RESOLUTION, opening[:1], level=line.depth, keep=True)
    runs = runs_of(words) if apart else (*opening, *runs_of(words))
    page.paragraph(Role.RESOLUTION, runs, line=line.id, level=line.depth, keep=below, goes_on=apart)
    if below and settings.excluded == "table":
        page.add(_table(page, excluded, line))
    elif below:
        for words in said:
            page.bullet(runs_of(words), line=line.id, level=min(line.depth + 1, 3))


def _facts_of(page: ItemPage, item: Item) -> dict[str, str]:
    numbers = page.context.numbers(item)
    ground, description = exempt_ground(page, item)
    return {
        "agenda": numbers.agenda,
        "minute": numbers.minute,
        "title": item.title,
        "paragraphs": ground,
        "description": description,
    }


def _table(page: ItemPage, excluded: list[dict[str, str]], line: Line) -> Table:
    settings = page.style.exempt
    columns = settings.excluded_columns
    head: tuple[Runs, ...] = tuple((Run(column.heading, strong=True),) for column in columns)
    rows = [tuple(runs_of(each[column.holds]) for column in columns) for each in excluded]
    return Table(rows=(head, *rows), description=settings.excluded_description, line=line.id)


def _items_excluded(page: ItemPage) -> list[Item]:
    """The Part II items that are still to come, or all of them where none is."""
    items = page.context.meeting.items
    exempt = [item for item in items if item.part is Part.EXEMPT]
    here = next(n for n, item in enumerate(items) if item.id == page.item.id)
    return [item for item in items[here:] if item.part is Part.EXEMPT] or exempt


def exempt_ground(page: ItemPage, item: Item) -> tuple[str, str]:
    """``paragraph 3`` and what that is in the style's words; both empty where it is not said."""
    settings = page.style.exempt
    cited = _SCHEDULE.sub("", item.exempt_paragraph)
    numbers = [n for n in re.split(r"[^0-9A-Za-z]+|\band\b", cited) if n]
    if not numbers:
        return "", ""
    ground = (
        fill(settings.paragraph, number=numbers[0])
        if len(numbers) == 1
        else fill(settings.several, numbers=listed(numbers))
    )
    described = [settings.paragraphs[n] for n in numbers if n in settings.paragraphs]
    # What they are has commas of its own.
    return ground, "; and ".join(filter(None, ("; ".join(described[:-1]), *described[-1:])))
