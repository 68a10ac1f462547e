"""Shows advice about what was just taken down: a sentence, and lines offered in grey."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.minutes.exempt import unsettled
from minute_taker.minutes.model import Item
from minute_taker.minutes.when import format_time
from minute_taker.screens.capture.finding_commands import open_list_at
from minute_taker.screens.capture.messages import Severity

if TYPE_CHECKING:
    from minute_taker.capture.advice import Advice
    from minute_taker.screens.capture.context import CaptureContext


class Adviser:
    """Says what is doubtful, and has the empty composer offer what may come next."""

    def __init__(self, at: CaptureContext) -> None:
        self._at = at
        #: Lines to offer one after another: who leaves for an interest, who comes back.
        self._offers: tuple[str, ...] = ()
        #: The resolutions about which it was asked whose vote they come from.
        self._asked: set[int] = set()
        #: A line that follows from the last one alone, and goes first: what a carried motion
        #: resolved, that the meeting is inquorate.
        self._following = ""
        #: What the agenda recommends, offered until it is resolved or something else is.
        self._recommended = at.draft.session.recommended
        #: The items of which it was not settled, when last looked, whether they are exempt.
        self._in_doubt: frozenset[int] = frozenset()

    def lines_entered(self, lines: tuple[int, ...]) -> None:
        """Advise about lines once they are drawn, as the ledger of a long meeting takes time."""
        if lines:
            self._at.when_drawn(self._advise, lines)
        self._at.when_drawn(self.ask_for_parts)

    def ask_for_parts(self) -> None:
        """Ask of items that have come to be in doubt since whether they are exempt or public."""
        draft = self._at.draft
        asked = unsettled(draft.meeting)
        new = [item_id for item_id in asked if item_id not in self._in_doubt]
        self._in_doubt = frozenset(asked)
        item = draft.meeting.item(new[0]) if new else None
        if item is None or draft.read_only:
            return
        # The check is not needed before there is a doubt.
        from minute_taker.minutes.checking.exempt import kept_out, unsettled_parts

        more = f" (and {len(new) - 1} more)" if len(new) > 1 else ""
        key = self._at.key
        answers = f"{key('finding.exempt')} makes it exempt, {key('finding.public')} public"
        said = f"{kept_out(item, asked[item.id])}{more}. {key('capture.check')}: {answers}"
        self._at.say(said, severity=Severity.DOUBT)
        finding = next(found for found in unsettled_parts(draft.meeting) if found.item == item.id)
        open_list_at(self._at, finding)

    def _ask_about_vote(self, lines: tuple[int, ...]) -> None:
        from minute_taker.capture.advice import question_about_vote

        asked = question_about_vote(self._at.draft.meeting, lines)
        if asked is None or asked.line_id in self._asked or self._at.draft.read_only:
            return
        self._asked.add(asked.line_id)
        from minute_taker.screens.dialogs.confirm import Confirm

        def answered(voted: bool | None) -> None:
            if voted:
                self._at.act(
                    lambda session: session.edit(asked.line_id, asked.taken),
                    said=f"Line {asked.line_id} is what was voted on at line {asked.vote}",
                    insist=True,
                )

        words = (
            f"“{asked.words}” follows the vote at line {asked.vote}, but is not in the words of "
            "the motion. Was it what was voted on, or is it a decision of its own, without that "
            "vote? Whatever you type goes on to the composer, and leaves it a decision of its own."
        )
        self._at.open(
            Confirm(
                "Whose vote is it?",
                words,
                yes="It was voted on",
                no="A decision of its own",
                unasked=True,
            ),
            answered,
        )

    def _advise(self, lines: tuple[int, ...]) -> None:
        from minute_taker.capture.advice import advice_about_lines, move_somebody, still_to_offer

        draft = self._at.draft
        if self._offers and draft.item is not None and move_somebody(draft.meeting, lines):
            self._offers = still_to_offer(self._offers, draft.item)
            self._show_offer()
        advice = advice_about_lines(draft.meeting, lines)
        following = advice.offers[0] if advice.offers else draft.session.resolved
        recommended = draft.session.recommended
        if (following, recommended) != (self._following, self._recommended):
            self._following, self._recommended = following, recommended
            self._show_offer()
        if advice.words:
            check = self._at.key("capture.check")
            more = f" (and {advice.more} more: {check})" if advice.more else ""
            self._say(advice, f"{more}. The line is kept")
        self._ask_about_vote(lines)

    def item_opened(self, before: int | None) -> None:
        """Advise about the item that opens, after the item ``before``."""
        self._following, self._offers = "", ()
        self._recommended = self._at.draft.session.recommended
        self._show_offer()
        item = self._at.draft.item
        if item is not None and not item.begun and not self._at.draft.read_only:
            self._at.when_drawn(self._advise_opening, item, before)

    def _advise_opening(self, item: Item, before: int | None) -> None:
        from minute_taker.capture.advice import advice_about_opening

        if self._at.draft.session.item_id != item.id:
            return
        advice = advice_about_opening(self._at.draft.meeting, item, before)
        self._offers = advice.offers
        self._show_offer()
        if advice.words:
            self._say(advice, f" (and {advice.more} more)" if advice.more else "")

    def _say(self, advice: Advice, ending: str) -> None:
        self._at.say(f"{advice.words}{ending}", severity=Severity.DOUBT)

    def _show_offer(self) -> None:
        first = (self._following, *self._offers, self._recommended)
        self._at.composer.propose(next(filter(None, first), ""), self._at_this_time)

    def _at_this_time(self, raw: str) -> str:
        """Return a line with the time at which it is taken, where somebody moves at it."""
        from minute_taker.minutes.presence import is_under_way

        now = self._at.clock()
        if raw.startswith(("~ in ", "~ out ")) and is_under_way(self._at.draft.meeting, now):
            return f"{raw} {format_time(now.time())}"
        return raw
