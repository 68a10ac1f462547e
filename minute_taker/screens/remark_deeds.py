"""What is said of a line as soon as it is entered, and of interests when an item opens."""

from __future__ import annotations

from minute_taker.capture.language import format_line
from minute_taker.capture.session import Result
from minute_taker.minutes.facts import Interest, Movement
from minute_taker.minutes.model import Item
from minute_taker.screens.listing_deeds import ListingDeeds


class RemarkDeeds(ListingDeeds):
    """Doubts and reminders in the row of messages. Nothing is refused by them."""

    #: Lines to offer in the empty composer: who leaves for an interest, who comes back.
    _proposed: tuple[str, ...] = ()

    # Doubts about a line.

    def _show_result(self, result: Result, *, force: bool) -> None:
        super()._show_result(result, force=force)
        if result.lines:
            # Once the line is on the screen: the ledger of a long meeting takes its time.
            self.call_when_drawn(self._remark_on, result.lines)

    def _remark_on(self, lines: tuple[int, ...]) -> None:
        from minute_taker.minutes.checking.at_once import doubts_about

        meeting = self.draft.meeting
        touched = [line for _, line in meeting.lines() if line.id in lines and line.fact]
        if any(isinstance(line.fact, (Movement, Interest)) for line in touched):
            self._withdraw_proposals()
        found = [doubt for line in touched for doubt in doubts_about(meeting, line)]
        if found and not self.composer.text:
            more = f" (and {len(found) - 1} more: Ctrl+K)" if len(found) > 1 else ""
            words = found[0].words
            self.say(f"{words[:1].upper()}{words[1:]}{more}. The line is kept", doubtful=True)

    # Interests at their item.

    def _moved_from(self, item_id: int | None) -> None:
        super()._moved_from(item_id)
        self._propose(())
        item = self.item
        if item is not None and not item.lines and not self.draft.read_only:
            self.call_when_drawn(self._item_opened, item, item_id)

    def _item_opened(self, item: Item, before: int | None) -> None:
        """Remind of the interests declared in an item that opens, and offer who moves."""
        from minute_taker.minutes.interests import closing_lines, opening_lines, reminders

        if self.draft.session.item_id != item.id:
            return
        meeting = self.draft.meeting
        back = closing_lines(meeting, before) if before is not None else ()
        said = reminders(meeting, item.id)
        self._propose((*back, *(opening_lines(meeting, item.id) if said else ())))
        if said:
            more = f" (and {len(said) - 1} more)" if len(said) > 1 else ""
            self.say(f"{said[0].words}{more}", doubtful=True)

    def _propose(self, lines: tuple[str, ...]) -> None:
        self._proposed = lines
        self.composer.propose(lines[0] if lines else "")

    def _withdraw_proposals(self) -> None:
        """Offer no more what has been taken down in this item by now."""
        item = self.item
        if not self._proposed or item is None:
            return
        moves = [format_line(line) for line in item.lines if isinstance(line.fact, Movement)]
        self._propose(
            tuple(line for line in self._proposed if not any(m.startswith(line) for m in moves))
        )
