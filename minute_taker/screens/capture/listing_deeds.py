"""The listings that the composer's commands ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.capture import entries
from minute_taker.capture.language import parse
from minute_taker.screens.capture.business_deeds import BusinessDeeds

if TYPE_CHECKING:
    from minute_taker.screens.dialogs.listing_screen import ListedRow

_TITLES = {"people": "People", "agenda": "The agenda", "gaps": "Gaps to fill", "help": "Help"}


class ListingDeeds(BusinessDeeds):
    """Shows what a command lists, in the way that fits it best."""

    def show_listing(self, raw: str, rows: tuple[str, ...]) -> None:
        entry = parse(raw)
        if isinstance(entry, entries.Show) and entry.what == "help":
            self.call_later(self.run_action, "help")
        elif isinstance(entry, entries.ListLines):
            super().show_listing(raw, rows)
        elif isinstance(entry, entries.Show):
            self._list(_TITLES.get(entry.what, ""), rows, of_lines=entry.what == "gaps")
        else:
            found = "1 line found" if len(rows) == 1 else f"{len(rows)} lines found"
            self._list(found, rows, of_lines=True)

    def _list(self, title: str, rows: tuple[str, ...], *, of_lines: bool) -> None:
        from minute_taker.screens.dialogs.listing_screen import ListingScreen

        screen = ListingScreen(title, rows, of_lines=of_lines)
        self.app.push_screen(screen, self._row_chosen)

    def _row_chosen(self, row: ListedRow | None) -> None:
        if row is not None and row.line is not None:
            self.go_to_line(row.line)
        else:
            self.composer.focus()
