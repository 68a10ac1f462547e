"""What is said of a line as soon as it is entered, and of interests when an item opens."""

from __future__ import annotations

from collections.abc import Iterator

from minute_taker.capture.language import format_line
from minute_taker.capture.session import Result
from minute_taker.minutes.facts import Interest, Movement
from minute_taker.minutes.model import Item, Line, Meeting
from minute_taker.minutes.understood import wanted_of
from minute_taker.minutes.when import format_time
from minute_taker.screens.capture.listing_deeds import ListingDeeds


class RemarkDeeds(ListingDeeds):
    """Doubts and reminders in the row of messages. Nothing is refused by them."""

    #: Lines to offer in the empty composer: who leaves for an interest, who comes back.
    _proposed: tuple[str, ...] = ()
    #: A line that follows from the last one alone, and goes first: what a carried motion
    #: resolved, that the meeting is inquorate.
    _following = ""

    # Doubts about a line.

    def _show_result(self, result: Result, *, force: bool) -> None:
        super()._show_result(result, force=force)
        if result.lines:
            # Once the line is on the screen: the ledger of a long meeting takes its time.
            self.call_when_drawn(self._remark_on, result.lines)

    def _remark_on(self, lines: tuple[int, ...]) -> None:
        from minute_taker.minutes.checking.at_once import doubts_about

        meeting = self.draft.meeting
        touched = list(_saying_something(meeting, lines))
        if any(isinstance(line.fact, (Movement, Interest)) for line in touched):
            self._withdraw_proposals()
        found = [doubt for line in touched for doubt in doubts_about(meeting, line)]
        # Without a quorum nothing more can be decided: that goes before all else.
        found.sort(key=lambda doubt: doubt.rule != "quorum-lost")
        inquorate = bool(found) and found[0].rule == "quorum-lost"
        self._propose_following(
            found[0].suggestions[0] if inquorate else self.draft.session.resolved
        )
        if found:
            more = f" (and {len(found) - 1} more: Ctrl+K)" if len(found) > 1 else ""
            words = found[0].words
            self.say(f"{words[:1].upper()}{words[1:]}{more}. The line is kept", doubtful=True)

    # Interests at their item.

    def _moved_from(self, item_id: int | None) -> None:
        super()._moved_from(item_id)
        self._following = ""
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
        self._show_proposal()

    def _propose_following(self, line: str) -> None:
        if line != self._following:
            self._following = line
            self._show_proposal()

    def _show_proposal(self) -> None:
        first = (self._following, *self._proposed)
        self.composer.propose(next(filter(None, first), ""), self._as_of_now)

    def _as_of_now(self, raw: str) -> str:
        """A line with the time at which it is taken, where somebody moves at it."""
        from minute_taker.minutes.presence import is_under_way

        now = self._clock()
        if raw.startswith(("~ in ", "~ out ")) and is_under_way(self.draft.meeting, now):
            return f"{raw} {format_time(now.time())}"
        return raw

    def _withdraw_proposals(self) -> None:
        """Offer no more what has been taken down in this item by now."""
        item = self.item
        if not self._proposed or item is None:
            return
        moves = [format_line(line) for line in item.lines if isinstance(line.fact, Movement)]
        self._propose(
            tuple(line for line in self._proposed if not any(m.startswith(line) for m in moves))
        )


def _saying_something(meeting: Meeting, ids: tuple[int, ...]) -> Iterator[Line]:
    """Those of some lines that say something of people; the latest are looked at first."""
    wanted = set(ids)
    for item in reversed(meeting.items):
        for line in reversed(item.lines):
            if line.id in wanted:
                wanted.discard(line.id)
                if line.fact or line.speaker or "@" in line.text or wanted_of(line):
                    yield line
                if not wanted:
                    return
