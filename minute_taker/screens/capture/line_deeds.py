"""What is done to the line that is chosen in the transcript."""

from __future__ import annotations

from minute_taker.capture.reshaping import joining
from minute_taker.capture.sitting import Beside
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.gaps import lines_with_gaps
from minute_taker.minutes.text import GAP
from minute_taker.screens.capture.places import place_beside
from minute_taker.screens.capture.typing_deeds import TypingDeeds
from minute_taker.screens.parts.focus import give_keys, has_keys
from minute_taker.screens.reading.transcript import Transcript


class LineDeeds(TypingDeeds):
    """Walking the transcript, and what its keys do."""

    def on_composer_walked_up(self) -> None:
        if self.draft.meeting.line_count():
            self.walk()
        else:
            self.say("Nothing is taken down yet")

    def walk(self) -> None:
        """Begin to walk the transcript, at the line under which the next one goes."""
        before = self._last_line()
        give_keys(self.transcript)
        if self.transcript.chosen is not None:
            return
        if before is not None:
            self.transcript.choose(before.id)
        else:
            self.transcript.action_last()

    def on_transcript_chosen(self) -> None:
        if self.transcript.chosen is None and has_keys(self.transcript):
            self.back_to_typing()
        self.key_bar.reword()

    def on_transcript_opened(self, message: Transcript.Opened) -> None:
        self.edit(message.line_id)

    def _chosen(self) -> int | None:
        """The line being edited, or the one chosen."""
        return self._editing if self._editing is not None else self.transcript.chosen

    def action_edit_line(self) -> None:
        """Open the chosen line in the composer."""
        if self.transcript.chosen is not None:
            self.edit(self.transcript.chosen)

    def action_insert_line(self) -> None:
        """Let what is typed next go after the chosen line, and the other time before it."""
        chosen = self._chosen()
        if chosen is None and self.draft.session.beside is not None:
            self._put_in_on_the_other_side(self.draft.session.beside)
            return
        if chosen is None:
            self.say("Choose a line first: F9, or Up from the empty composer")
            return
        if self.draft.read_only or not self.finish_begun():
            return
        begun = "" if self.composer.empty else self.composer.raw
        self._aside = (begun, self.composer.cursor_in_text)
        self.composer.clear_all()
        self.act(lambda session: session.go_after(chosen))
        self.back_to_typing()
        self._say_beside()

    def _put_in_on_the_other_side(self, beside: Beside) -> None:
        """Let what is typed go before the line that it would have gone after, or the reverse."""
        if beside.before:
            self.act(lambda session: session.go_after(beside.line_id))
        else:
            self.act(lambda session: session.go_before(beside.line_id))
        self.keep()
        self._say_beside()

    def _say_beside(self) -> None:
        beside = self.draft.session.beside
        if beside is not None:
            side, other = ("before", "after") if beside.before else ("after", "before")
            where = f"What you type goes {side} line {beside.line_id}"
            self.say(f"{where}; Ins: {other} it; Esc: back to the end")

    def action_delete_line(self) -> None:
        """Take the chosen line out, and choose the one after it."""
        chosen = self.transcript.chosen
        if chosen is None:
            return
        if chosen == self._editing:
            self._leave_edit()
            give_keys(self.transcript)
        following = self.transcript.beside(chosen)
        result = self.act(
            lambda session: session.delete(chosen),
            said=f"Line {chosen} is deleted; Ctrl+Z brings it back",
        )
        if result.outcome != "refused":
            self.transcript.choose(following)

    def action_move_line(self, by: int) -> None:
        """Put the chosen line one place up or down, out of its item at either end."""
        chosen = self.transcript.chosen
        if chosen is None:
            return
        place = place_beside(self.draft.meeting, chosen, by)
        if place is None:
            self.say("It stands at the end of the meeting already")
            return
        self.act(lambda session: session.move(chosen, place.after, place.item_id), force=True)

    def action_indent_line(self, by: int) -> None:
        """Set the chosen line in, as a part of what stands above it, or out again."""
        chosen = self.transcript.chosen
        line = self.draft.meeting.line(chosen) if chosen is not None else None
        if line is not None:
            self.act(lambda session: session.indent(line.id, line.depth + by))

    def action_join(self) -> None:
        """Join the chosen line to the one above it."""
        chosen = self._chosen()
        if chosen is None:
            self.say("Choose a line first: F9, or Up from the empty composer")
            return
        if chosen == self._editing and not self._enter_edit():
            return
        try:
            change = joining(self.draft.meeting, chosen)
        except Refused as why:
            self.say(str(why), wrong=True)
            return
        above = self.transcript.above(chosen)
        said = f"Joined to line {above}; Ctrl+Z parts them again"
        self.act(lambda session: session.do(change), said=said, force=True)
        if has_keys(self.transcript):
            self.transcript.choose(above)

    # Gaps.

    def action_next_gap(self) -> None:
        """Open the next line with a gap, the gap chosen, so that typing fills it."""
        if self._editing is not None and not self._enter_edit():
            return
        gaps = list(lines_with_gaps(self.draft.meeting))
        if not gaps:
            self._gap_elsewhere()
            return
        line_id = self._gap_after(gaps, self._last_gap)
        self._last_gap = line_id
        self.edit(line_id)
        if self._editing != line_id:
            return
        at = self.composer.text.find(GAP)
        if at >= 0:
            self.composer.select_in_text(at, at + len(GAP))
        left = len(gaps) - gaps.index(line_id) - 1
        self.say(f"Type to fill the gap; Ctrl+G goes on ({left} more below)" if left
                 else "Type to fill the gap; it is the last one")  # fmt: skip

    def _gap_after(self, gaps: list[int], last: int | None) -> int:
        """The gap after the one that was filled last, going round at the end."""
        order = [line.id for _, line in self.draft.meeting.lines()]
        if last is None or last not in order:
            return gaps[0]
        at = order.index(last)
        return next((line_id for line_id in gaps if order.index(line_id) > at), gaps[0])

    def _gap_elsewhere(self) -> None:
        meeting = self.draft.meeting
        item = next((item for item in meeting.items if GAP in item.title), None)
        if item is not None:
            self.say("The gap that is left is in an item's title: F9, then E")
        elif any(GAP in words for words in (meeting.venue, meeting.clerk, meeting.contact)):
            self.say("The gap that is left is in the meeting's own particulars")
        else:
            self.say("There are no gaps left")
