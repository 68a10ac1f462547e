"""The listings that the composer's commands ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.capture import entries
from minute_taker.capture.language import parse
from minute_taker.capture.session import Result
from minute_taker.screens.capture.business_deeds import BusinessDeeds
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.screens.dialogs.listing_screen import ListedRow

#: The titles of listings, and what their rows are the places of.
_LISTINGS = {
    "people": ("People", ""),
    "agenda": ("The agenda", "item"),
    "gaps": ("Gaps to fill", "line"),
}


class ListingDeeds(BusinessDeeds):
    """Shows what a command lists, in the way that fits it best."""

    def show_listing(self, raw: str, result: Result) -> None:
        entry = parse(raw)
        if isinstance(entry, entries.ListLines):
            super().show_listing(raw, result)
        elif not isinstance(entry, entries.Show):
            self._list(result.message, result.listing, "line")
        elif entry.what == "help":
            self.call_later(self.run_action, "help")
        elif entry.what == "check":
            self.action_check()
        elif entry.what in ("actions", "decisions"):
            self.action_business()
        else:
            title, places = _LISTINGS[entry.what]
            self._list(title, result.listing, places)

    def _list(self, title: str, rows: tuple[str, ...], places: str) -> None:
        from minute_taker.screens.dialogs.listing_screen import ListingScreen

        screen = ListingScreen(title, rows, places=places)
        self.app.push_screen(screen, self._row_chosen)

    def _row_chosen(self, row: ListedRow | None) -> None:
        if row is not None and row.line is not None:
            self.go_to_line(row.line)
        elif row is not None and row.item:
            self.act(lambda session: session.take(entries.Go(row.item)))
            self.back_to_typing()
        else:
            give_keys(self.composer)
