"""What must be settled before a copy may go to the public."""

from __future__ import annotations

from collections.abc import Iterator

from minute_taker.minutes.checking.findings import Finding, at_line, shortened
from minute_taker.minutes.exempt import unsettled
from minute_taker.minutes.model import Item, Meeting
from minute_taker.minutes.numbering import item_numbers


def unsettled_parts(meeting: Meeting) -> Iterator[Finding]:
    """Items and lines of which it cannot be told whether they are exempt, and a salvaged draft.

    While there is one, no public copy is written.
    """
    if meeting.salvaged:
        words = (
            "the draft was put together after damage; look through what was found, "
            "then :looked says so"
        )
        yield Finding("salvaged", words)
    numbers = item_numbers(meeting)
    for item_id, why in unsettled(meeting).items():
        item = meeting.item(item_id)
        assert item is not None
        number = numbers[item_id].agenda
        where = f" {number}" if number else ""
        words = f"{kept_out(item, why)}; :public{where} or :exempt{where} settles it"
        yield Finding("part-unsettled", words, item_id, suggestions=("(Part I)", "(Part II)"))
    for item, line in meeting.lines():
        if line.doubtful:
            words = (
                "after damage it cannot be told whether this line is exempt; "
                f":public line {line.id} says that it is not"
            )
            yield at_line("part-unsettled", words, item, line)


def kept_out(item: Item, why: str) -> str:
    """Return what is said of an item that no public copy shows until it is settled."""
    return f"“{shortened(item.title)}” is kept out of the public copy, for {why}"
