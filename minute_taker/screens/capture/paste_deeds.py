"""Pasting: one paragraph at the cursor, many after a look at what they will be."""

from __future__ import annotations

import operator

from msgspec.structs import replace

from minute_taker.drafts.store import Pending
from minute_taker.minutes.text import LONGEST_LINE, clean
from minute_taker.screens.capture.settled_deeds import SettledDeeds
from minute_taker.screens.writing.badge import Badge, part
from minute_taker.screens.writing.composer import Composer


class PasteDeeds(SettledDeeds):
    """What is done with more than one paragraph, and with one that is pasted."""

    @property
    def many_paragraphs(self) -> bool:
        """Whether the composer holds more than one line can."""
        text = self.composer.text
        return "\n" in text.strip() or len(text) > LONGEST_LINE

    def _restore(self, pending: Pending | None) -> None:
        if pending is None or len(pending.text) <= LONGEST_LINE:
            super()._restore(pending)
            return
        # A paste that was being looked at when the program ended, too long for the composer.
        super()._restore(replace(pending, text="", cursor=0))
        self._looked_at = pending.text
        self.call_after_refresh(self.look_at, pasted=pending.text)

    def on_composer_pasted(self, message: Composer.Pasted) -> None:
        self._take_paste(message.text)

    def _take_paste(self, text: str) -> None:
        if self.draft.read_only or not text.strip():
            return
        if len(self._lines_with(text)) > 1:
            self.look_at(pasted=text)
        else:
            self._paste_one(text)

    def _paste_one(self, text: str) -> None:
        cleaned, badge = clean(text), self.composer.badge
        lead, trail = text[:1].isspace(), text[-1:].isspace()
        if not self.composer.text and not badge.chosen and self._editing is None:
            # A paste at the beginning says what it is as typing does, over what is offered.
            depth = 1 if text.startswith("  ") else badge.depth * badge.begun
            own, words = part("  " * depth + cleaned.text, self.composer.people)
            if own.begun:
                self.composer.badge = own
            self.composer.insert_text(words + " " * trail)
            self.keep()
        else:
            self.composer.insert_text(" " * lead + cleaned.text + " " * trail)
        if cleaned.controls:
            self.say("Control characters were left out")

    def _lines_with(self, pasted: str, *, headings: bool = False) -> list[str]:
        """The lines that the composer holds, with what is pasted at its cursor.

        A line that is begun goes on with the first paragraph of it. In an edit headings are
        made text, unless they are asked for: no item begins in the midst of another.
        """
        from minute_taker.capture.paste import (
            fitted,
            lines_of_continued,
            lines_of_paste,
            without_headings,
        )

        line = self.draft.meeting.line(self._editing) if self._editing is not None else None
        after = line if line is not None else self.draft.session.line_before
        before, behind = self.composer.around_selection if pasted else ("", self.composer.text)
        whole, badge = before + pasted + behind, self.composer.badge
        # Words that stand there alone under plain text may be all of a paste.
        goes_on = before.strip() if pasted else badge.sign.sign
        if not badge.begun and not goes_on:
            lines = lines_of_paste(whole, after)
        else:
            first, rest = lines_of_continued(whole, after)
            lines = fitted([badge.join_explicitly(first), *rest])
        return without_headings(lines) if line is not None and not headings else lines

    def look_at(self, *, pasted: str = "") -> None:
        """Show what many paragraphs would be entered as; Enter enters them as one change.

        They are what is in the composer, with what is ``pasted`` at its cursor; that goes into
        the composer if the clerk does not enter it.
        """
        from minute_taker.screens.finding.paste_screen import PasteScreen

        lines, line_id = self._lines_with(pasted), self._editing
        as_text = 0
        if line_id is not None:
            as_text = sum(map(operator.ne, lines, self._lines_with(pasted, headings=True)))

        def answered(enter: bool | None) -> None:
            self._looked_at = ""
            if enter and line_id is not None:
                # Whether what is settled is to be changed was asked before the line was opened.
                result = self.act(
                    lambda session: session.insist(lambda: session.edit_many(line_id, lines)),
                    force=True,
                )
                if result.outcome != "refused":
                    self._leave_edit()
            elif enter:
                self.act(lambda session: session.enter_lines(lines), enters=True, force=True)
            elif len(pasted) > LONGEST_LINE:
                # It would make every later key slow.
                self.app.copy_to_clipboard(pasted)
                self.say("It is too long for the composer: Ctrl+V shows it here again")
            elif pasted:
                if self.composer.empty:
                    self.composer.badge = Badge()  # The paste says itself what it is.
                self.composer.insert_text(pasted)
                self.keep()

        if pasted:
            self._looked_at = self._raw_with(pasted)
            self.keep()
        here = self.draft.session.item_id
        screen = PasteScreen(self.draft.meeting, here, lines, over=line_id, as_text=as_text)
        self.app.push_screen(screen, answered)

    def _raw_with(self, pasted: str) -> str:
        """What is kept of the composer with what is pasted at its cursor."""
        before, behind = self.composer.around_selection
        badge = Badge() if self.composer.empty else self.composer.badge
        return badge.join(before + pasted + behind)

    def _leave_edit(self) -> None:
        """Put back what had been begun before the edit."""
        self._editing = None
        self.transcript.mark_editing(None)
        self.composer.clear_all()
        self._put_back()
        self.composer.offer(self.likely())
        self.show_badge()
        self.keep()
