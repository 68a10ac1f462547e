"""The items that open a meeting: composed from the attendance where the clerk typed nothing."""

from __future__ import annotations

import re

from minute_taker.composing.context import ComposeContext
from minute_taker.composing.sentences import ranges
from minute_taker.composing.style_limits import any_match
from minute_taker.composing.wording import fill
from minute_taker.minutes.model import HeadingKind, Part


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
    """Return a key that sorts agenda numbers as they count: 2, 10, 10a."""
    return [(int(digits), letters) for digits, letters in re.findall(r"(\d+)([a-z]*)", number)]


def part_called(context: ComposeContext, part: Part) -> str:
    """``Part I`` or ``Part 1``, ``Part II`` or ``Part 2``."""
    if context.style.parts.numeral == "I":
        return f"Part {part.value}"
    return "Part 1" if part is Part.PUBLIC else "Part 2"
