"""What is done to the items of the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.capture.entries import ItemEntry
from minute_taker.capture.remedies import of_part
from minute_taker.minutes.changes import ChangeItem, MoveItem, RemoveItem
from minute_taker.minutes.model import HeadingKind, Item, Part
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.settled import settled
from minute_taker.screens.capture.navigation import go
from minute_taker.screens.parts.focus import has_keys

if TYPE_CHECKING:
    from minute_taker.screens.capture.context import CaptureContext


def _aimed_at(at: CaptureContext) -> Item | None:
    """Return the item under the agenda's cursor, or the one under way."""
    row = at.agenda.row if has_keys(at.agenda) else None
    return at.draft.meeting.item(row.item_id) if row is not None else at.draft.item


def _headed_item(at: CaptureContext, otherwise: str) -> Item | None:
    """Return the item aimed at if it has a heading; else say so, and return None."""
    item = _aimed_at(at)
    if item is None or item.heading is HeadingKind.NONE:
        at.say(otherwise)
        return None
    return item


def go_to(at: CaptureContext) -> None:
    """Let the next lines go to the item under the cursor."""
    if at.agenda.row is not None:
        go(at, at.agenda.row.item_id)


def add(at: CaptureContext) -> None:
    """Ask for a new item's title, and go to it."""
    from minute_taker.screens.dialogs.item_title import ask_for_title

    def answered(entry: ItemEntry) -> None:
        at.act(lambda session: session.add_item(entry))
        at.back_to_typing()

    ask_for_title(at.open, answered, "New agenda item")


def rename(at: CaptureContext) -> None:
    """Change an item's title and numbers."""
    from minute_taker.screens.dialogs.item_title import ask_to_rename

    item = _headed_item(at, "There is no item to rename")
    if item is not None:
        ask_to_rename(at.open, item, lambda change: at.act(lambda session: session.do(change)))


def make_exempt(at: CaptureContext) -> None:
    """Make an item exempt (Part II), or public again."""
    item = _headed_item(at, "There is no item to make exempt")
    if item is not None:
        _set_part(at, item, Part.EXEMPT if item.part is Part.PUBLIC else Part.PUBLIC)


def make_public(at: CaptureContext) -> None:
    """Say that an item is public (Part I), whatever speaks for the contrary."""
    item = _headed_item(at, "There is no item to make public")
    if item is not None:
        _set_part(at, item, Part.PUBLIC)


def _set_part(at: CaptureContext, item: Item, part: Part) -> None:
    exempt = part is Part.EXEMPT
    said = "exempt now: its lines stay out of the public copy" if exempt else "public now"
    changed = of_part(item, part)
    at.act(lambda session: session.do(ChangeItem(changed)), said=f"It is {said}")


def move(at: CaptureContext, by: int) -> None:
    """Put the item under the cursor one place earlier or later."""
    item, items = _aimed_at(at), at.draft.meeting.items
    if item is None:
        return
    to = [other.id for other in items].index(item.id) + by
    first = 1 if items[0].heading is HeadingKind.NONE else 0
    if first <= to < len(items):
        at.act(lambda session: session.do(MoveItem(item.id, to)))
        at.agenda.go_to(item.id)


def remove(at: CaptureContext) -> None:
    """Take the item under the cursor out, asking first where lines would go with it."""
    item = _aimed_at(at)
    if item is None:
        return
    if not item.begun:
        _remove(at, item)
        return
    from minute_taker.screens.dialogs.confirm import Confirm, confirm_settled

    number = item_numbers(at.draft.meeting)[item.id].agenda
    lines = "its one line" if len(item.lines) == 1 else f"its {len(item.lines)} lines"
    words = f"Delete item {number} with {lines}? {at.key('capture.undo')} brings them back."
    said = settled(at.draft.meeting, RemoveItem(item.id))
    dialog = (
        confirm_settled(said, words, yes="Remove", no="Keep")
        if said
        else Confirm("Remove an item", words, yes="Remove", no="Keep")
    )

    def answered(yes: bool | None) -> None:
        if yes:
            _remove(at, item)

    at.open(dialog, answered)


def _remove(at: CaptureContext, item: Item) -> None:
    at.act(
        lambda session: session.do(RemoveItem(item.id)),
        said=f"The item is deleted; {at.key('capture.undo')} brings it back",
        insist=True,
    )
