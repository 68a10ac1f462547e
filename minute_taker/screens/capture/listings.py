"""The listings that the composer's commands ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.capture import entries
from minute_taker.capture.language import parse
from minute_taker.capture.results import Result
from minute_taker.screens.capture import finding_commands, navigation, register_commands
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.screens.capture.context import CaptureContext
    from minute_taker.screens.dialogs.listing_screen import ListedRow

#: The titles of listings, and what their rows are the places of.
_LISTINGS = {
    "people": ("People", ""),
    "agenda": ("The agenda", "item"),
    "gaps": ("Gaps to fill", "line"),
}


def show_listing(at: CaptureContext, raw: str, result: Result) -> None:
    """Show what the command ``raw`` lists, in the way that fits it best."""
    entry = parse(raw)
    if isinstance(entry, entries.ListLines):
        if not result.message:
            at.say("Every line stands above, with its number")
    elif not isinstance(entry, entries.Show):
        _show_rows(at, result.message, result.listing, "line")
    elif entry.what == "help":
        navigation.show_help(at)
    elif entry.what == "check":
        finding_commands.check(at)
    elif entry.what in ("actions", "decisions"):
        register_commands.business(at)
    else:
        title, places = _LISTINGS[entry.what]
        _show_rows(at, title, result.listing, places)


def _show_rows(at: CaptureContext, title: str, rows: tuple[str, ...], places: str) -> None:
    from minute_taker.screens.dialogs.listing_screen import ListingScreen

    def answered(row: ListedRow | None) -> None:
        if row is not None and row.line is not None:
            navigation.go_to_line(at, row.line)
        elif row is not None and row.item:
            number = row.item
            at.act(lambda session: session.take(entries.Go(number)))
            at.back_to_typing()
        else:
            give_keys(at.composer)

    at.open(ListingScreen(title, rows, places=places), answered)
