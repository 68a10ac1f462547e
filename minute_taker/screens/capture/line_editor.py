"""The line that is being written or edited in the composer."""

from __future__ import annotations

import operator

from minute_taker.capture.entries import Save
from minute_taker.capture.language import parse
from minute_taker.capture.reshaping import likely_next, parting
from minute_taker.capture.session import Session
from minute_taker.capture.signs import sign_of
from minute_taker.capture.unsigned import format_explicitly
from minute_taker.drafts.store import Pending
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Kind, Line
from minute_taker.minutes.text import LONGEST_LINE, clean
from minute_taker.screens.capture import draft_commands, listings
from minute_taker.screens.capture.context import CaptureContext
from minute_taker.screens.capture.draft_session import Action
from minute_taker.screens.capture.messages import Severity
from minute_taker.screens.parts.focus import give_keys
from minute_taker.screens.parts.keys import key_name
from minute_taker.screens.writing.badge import COMMAND_SIGN, Badge, part
from minute_taker.screens.writing.composer import Composer

#: Kinds of which one in a list is as far in as the one before.
_LISTED = (Kind.BULLET, Kind.RESOLUTION)
_ONE_PARAGRAPH = "A sentence is one paragraph; the rest can follow as a line"


class LineEditor:
    """Begins, commits and leaves lines: new ones, edited ones, and pastes of many.

    What was begun before an edit is stashed, and put back at its end.
    """

    def __init__(self, at: CaptureContext, composer: Composer) -> None:
        self._at = at
        self._composer = composer
        #: The id of the line that is edited; None where a new one is written.
        self.editing: int | None = None
        #: The item whose composed opening is edited, and the line that it was opened as.
        self._opening: tuple[int, str] | None = None
        self._stash: tuple[str, int] = ("", 0)
        #: The composer's text with a paste in it that is looked at.
        self._looked_at = ""

    # What it holds.

    @property
    def pending(self) -> Pending:
        """What is not yet entered, to be saved."""
        session, composer = self._at.draft.session, self._composer
        return Pending(
            text=self._looked_at or ("" if composer.empty else composer.raw),
            item_id=session.came_from,
            line_id=self.editing,
            cursor=composer.cursor_in_text,
            aside=self._stash[0],
            after=session.after,
            before=session.before,
        )

    def restore(self, pending: Pending | None) -> str:
        """Put back what was in the composer when the draft was last saved.

        Returns the paste that was being looked at, which is too long for the composer.
        """
        self._composer.people = self._at.draft.meeting.attendance
        if pending is not None:
            if self._line(pending.line_id) is not None:
                self.editing = pending.line_id
                self._at.transcript.mark_editing(self.editing)
            self._stash = (pending.aside, len(pending.aside))
            if len(pending.text) > LONGEST_LINE:
                self._looked_at = pending.text
            elif pending.text:
                self._composer.load(pending.text, pending.cursor)
            if self.editing is None and self._at.draft.session.beside is None:
                self.put_back()  # Nothing is left that it could wait for.
        self.offer_next()
        return self._looked_at

    def offer_next(self) -> None:
        """Offer the kind that usually comes next."""
        self._composer.offer(self._likely(), self._at.draft.session.under)

    def _likely(self) -> Badge:
        line = self._at.draft.line_before
        kind = likely_next(line)
        listed = line is not None and kind is line.kind and kind in _LISTED
        return Badge(sign=sign_of(kind), depth=line.depth if line is not None and listed else 0)

    @property
    def place(self) -> str:
        """Which line is written: ``line 15``, ``editing 12``, ``new line after 3``."""
        draft = self._at.draft
        beside = draft.session.beside
        if draft.read_only:
            return "read only"
        if self.editing is not None:
            return f"editing {self.editing}"
        if self._opening is not None:
            return "editing the sentence"
        if beside is not None:
            return f"new line {'before' if beside.before else 'after'} {beside.line_id}"
        return f"line {draft.meeting.last_line + 1}"

    @property
    def edits(self) -> bool:
        """Whether a line, or a composed sentence, is edited."""
        return self.editing is not None or self._opening is not None

    @property
    def _many_paragraphs(self) -> bool:
        text = self._composer.text
        return "\n" in text.strip() or len(text) > LONGEST_LINE

    def _line(self, line_id: int | None) -> Line | None:
        return self._at.draft.meeting.line(line_id) if line_id is not None else None

    # Writing a new line.

    def enter(self) -> None:
        """Take the line down, after a look where it is more than one paragraph."""
        raw = self._composer.raw
        if self.edits:
            self.commit()
        elif self._many_paragraphs:
            self.look_at()
        elif isinstance(parse(raw), Save):
            self._composer.clear_all()
            self.offer_next()
            draft_commands.save(self._at)
        elif not self._composer.empty:
            self._enter_new(raw)
        else:
            offered = self._composer.offered is not None or self._composer.proposes
            takes = "Nothing is typed; Tab takes what is offered"
            self._at.say(takes if offered else "Nothing is typed")

    def _enter_new(self, raw: str) -> None:
        if not self._composer.text.strip():
            self._at.say(f"Type the {self._composer.badge.sign.word}, then Enter")
            return
        self._at.transcript.choose(None)
        result = self._at.act(lambda session: session.enter(raw), enters=True)
        if result.outcome == "refused" and raw.startswith(COMMAND_SIGN):
            self._composer.refused = True
            self._composer.select_all()
        if result.listing:
            listings.show_listing(self._at, raw, result)

    # Editing a line in place.

    def edit(self, line_id: int) -> None:
        """Open a line in the composer; what was begun there waits for the end of the edit."""
        draft = self._at.draft
        if not self.finish() or draft.read_only or self._line(line_id) is None:
            return
        if settled := draft.settled_at(line_id):
            self._at.ask_to_change(settled, lambda: self._open(line_id))
        else:
            self._open(line_id)

    def _open(self, line_id: int) -> None:
        line = self._line(line_id)
        if line is None:
            return
        self.editing = line_id
        self._begin_edit(format_explicitly(line))
        self._at.transcript.mark_editing(line_id)
        self._at.show_badge()
        self._at.draft.keep()

    def _begin_edit(self, raw: str) -> None:
        self._put_aside()
        self._composer.load(raw)
        give_keys(self._composer)

    def commit(self) -> bool:
        """Enter what is edited, if anything is; return whether no edit is under way any more."""
        if self.edits and self._many_paragraphs:
            self.look_at()
            return False
        if self._opening is not None:
            return self._commit_opening(*self._opening)
        line_id, line = self.editing, self._line(self.editing)
        if line_id is None:
            return True
        if line is None or self._composer.raw == format_explicitly(line):
            self.leave_edit()
            return True
        raw = self._composer.badge.join_explicitly(self._composer.text)
        said = f"Line {line_id} is changed; {self._at.key('capture.undo')} takes it back"
        # Whether what is settled is to be changed was asked before the line was opened.
        return self._end_edit(lambda session: session.edit(line_id, raw), said, insist=True)

    def _end_edit(self, action: Action, said: str, *, insist: bool = False) -> bool:
        """Make the change of an edit and leave it; return False where the change is refused."""
        result = self._at.draft.act(action, insist=insist)
        if result.outcome == "refused":
            self._at.say(result.message, severity=Severity.ERROR)
            return False
        self.leave_edit()
        self._at.say(said)
        self._at.show_result(result, force=True)
        return True

    def edit_opening(self, item_id: int, words: str) -> None:
        """Open the composed sentence of an opening item, to become the clerk's own words."""
        if not self.finish() or self._at.draft.read_only:
            return
        # Of a resolution the style adds what stands before "That".
        head, that, rest = words.partition("That ")
        resolved = bool(that) and head.lower().startswith("resolved")
        self._begin_edit(f"! {that}{rest}" if resolved else f"\\{words}")
        self._opening = (item_id, self._composer.raw)
        self._at.show_badge()

    def _commit_opening(self, item_id: int, opened: str) -> bool:
        raw, typed = self._composer.raw, self._composer.text.strip()
        if raw == opened or not typed:
            self.leave_edit()
            return True
        sign = self._composer.badge.sign.sign
        instead = f"! instead: {typed}" if sign == "!" else f"~ instead: {typed}"
        words = raw if sign not in ("", "!") else instead
        undo = self._at.key("capture.undo")
        said = f"Your words stand in the place of the sentence; {undo} brings it back"
        return self._end_edit(lambda session: session.put_first(item_id, words), said)

    def leave_edit(self) -> None:
        """Put back what had been begun before the edit."""
        self.editing = self._opening = None
        self._at.transcript.mark_editing(None)
        self._composer.clear_all()
        self.put_back()
        self.offer_next()
        self._at.show_badge()
        self._at.draft.keep()

    def escape(self) -> bool:
        """Enter or leave what is edited; return whether it is many paragraphs, and still edited."""
        if self._many_paragraphs:
            self.look_at()
            return True
        if not self.commit():
            self._give_up()
        return False

    def _give_up(self) -> None:
        """Leave an edit that can't be entered; what was typed over the line waits for a paste."""
        what = "The sentence" if self.editing is None else f"Line {self.editing}"
        typed = self._composer.raw if self._composer.text.strip() else ""
        self.leave_edit()
        if typed:
            self._composer.app.copy_to_clipboard(typed)
        paste = key_name(self._composer, "text.paste.ctrl+v")
        kept = f"; {paste} brings back what was typed" if typed else ""
        self._at.say(f"{what} stays as it was{kept}")

    def finish(self) -> bool:
        """Enter what is begun elsewhere than at the end; return whether nothing of it is left."""
        return self.commit() and (self._at.draft.session.beside is None or self.go_on_at_the_end())

    # Writing a line beside another.

    def insert_beside(self, line_id: int) -> None:
        """Let what is typed next go after a line; what was begun waits."""
        if self._at.draft.read_only or not self.finish():
            return
        self._put_aside()
        self._composer.clear_all()
        self._at.act(lambda session: session.go_after(line_id))
        self._at.back_to_typing()
        self._say_beside()

    def change_sides(self) -> None:
        """Let what is typed go before the line that it would have gone after, or the reverse."""
        beside = self._at.draft.session.beside
        if beside is None:
            return
        if beside.before:
            self._at.act(lambda session: session.go_after(beside.line_id))
        else:
            self._at.act(lambda session: session.go_before(beside.line_id))
        self._at.draft.keep()
        self._say_beside()

    def _say_beside(self) -> None:
        beside = self._at.draft.session.beside
        if beside is not None:
            side, other = ("before", "after") if beside.before else ("after", "before")
            where = f"What you type goes {side} line {beside.line_id}"
            insert, back = self._at.key("capture.insert"), self._at.key("capture.composer")
            self._at.say(f"{where}; {insert}: {other} it; {back}: back to the end")

    def go_on_at_the_end(self) -> bool:
        """Enter the line that was being put in, and let the next go to the end again."""
        session = self._at.draft.session
        if self._composer.text.strip():
            before = session.revision
            self.enter()
            if session.revision == before:
                return False  # It is refused, or to be looked at first.
        if session.beside is not None:
            self._composer.clear_all()
            self._at.act(Session.go_on, said="The next line goes to the end again")
        return True

    def _put_aside(self) -> None:
        begun = "" if self._composer.empty else self._composer.raw
        self._stash = (begun, self._composer.cursor_in_text)

    def put_back(self) -> None:
        """Put what had been begun before something else back into the composer."""
        begun, cursor = self._stash
        self._stash = ("", 0)
        if begun and self._composer.empty:
            self._composer.load(begun, cursor)
        elif begun:
            # Both are kept: Enter shows them as two lines before it enters them.
            self._composer.append(f"\n{begun}")

    # Parting a line in two.

    def split(self) -> None:
        """Part the text at the cursor: the first part is entered, the second stays to go on."""
        at = self._composer.cursor_in_text
        before, after = self._composer.text[:at].strip(), self._composer.text[at:].strip()
        if not before or not after:
            self._at.say("Put the cursor where the second paragraph is to begin")
        elif self._opening is not None:
            self._at.say(_ONE_PARAGRAPH)
        elif self.editing is not None:
            self._split_line(self.editing, at)
        else:
            badge = self._composer.badge
            entered = self._at.act(lambda session: session.enter(badge.join(before)), enters=True)
            if entered.outcome != "refused":
                self._composer.load(badge.following().join(after), 0)
                self._at.draft.keep()

    def _split_line(self, line_id: int, at: int) -> None:
        """Part the line that is edited, and go on with its second half."""
        if not self.commit():
            return
        meeting = self._at.draft.meeting
        try:
            change = parting(meeting, line_id, at)
        except Refused as why:
            self._at.say(str(why), severity=Severity.ERROR)
            return
        # Here too it was asked before.
        self._at.act(lambda session: session.do(change), force=True, insist=True)
        self.edit(meeting.last_line + 1)
        self._at.say(f"Parted in two; {self._at.key('capture.join')} joins them again")

    # Pasting.

    def paste(self, text: str) -> None:
        """Take one paragraph at the cursor; many are looked at first."""
        if self._at.draft.read_only or not text.strip():
            return
        if len(self._lines_with(text)) > 1:
            self.look_at(pasted=text)
        else:
            self._paste_one(text)

    def _paste_one(self, text: str) -> None:
        composer = self._composer
        cleaned, badge = clean(text), composer.badge
        lead, trail = text[:1].isspace(), text[-1:].isspace()
        if not composer.text and not badge.chosen and self.editing is None:
            # A paste at the beginning says what it is as typing does, over what is offered.
            depth = 1 if text.startswith("  ") else badge.depth * badge.begun
            own, words = part("  " * depth + cleaned.text, composer.people)
            if own.begun:
                composer.badge = own
            composer.insert_text(words + " " * trail)
            self._at.draft.keep()
        else:
            composer.insert_text(" " * lead + cleaned.text + " " * trail)
        if cleaned.controls:
            self._at.say("Control characters were left out")

    def _lines_with(self, pasted: str, *, headings: bool = False) -> list[str]:
        """Return the lines that the composer holds, with what is pasted at its cursor.

        A line that is begun goes on with the first paragraph of it. In an edit headings are
        made text, unless they are asked for: no item begins in the midst of another.
        """
        from minute_taker.capture.paste import (
            fitted,
            lines_of_continued,
            lines_of_paste,
            without_headings,
        )

        line = self._line(self.editing)
        after = line if line is not None else self._at.draft.line_before
        composer = self._composer
        before, behind = composer.around_selection if pasted else ("", composer.text)
        whole, badge = before + pasted + behind, composer.badge
        # Words that stand there alone under plain text may be all of a paste.
        goes_on = before.strip() if pasted else badge.sign.sign
        if not badge.begun and not goes_on:
            lines = lines_of_paste(whole, after)
        else:
            first, rest = lines_of_continued(whole, after)
            join = badge.join if line is None else badge.join_explicitly
            lines = fitted([join(first), *rest])
        return without_headings(lines) if line is not None and not headings else lines

    def look_at(self, *, pasted: str = "") -> None:
        """Show what many paragraphs would be entered as; Enter enters them as one change.

        They are what is in the composer, with what is ``pasted`` at its cursor; that goes into
        the composer if the clerk does not enter it. Of a composed sentence there can be but one.
        """
        if self._opening is not None:
            if pasted:
                self._keep_pasted(pasted)
            if self._many_paragraphs:
                self._at.say(_ONE_PARAGRAPH)
            return
        from minute_taker.screens.finding.paste_screen import PasteScreen

        lines, line_id, draft = self._lines_with(pasted), self.editing, self._at.draft
        as_text = 0
        if line_id is not None:
            as_text = sum(map(operator.ne, lines, self._lines_with(pasted, headings=True)))

        def answered(enter: bool | None) -> None:
            self._looked_at = ""
            if enter:
                self._enter_many(lines)
            elif pasted:
                self._keep_pasted(pasted)

        if pasted:
            self._looked_at = self._raw_with(pasted)
            draft.keep()
        screen = PasteScreen(
            draft.meeting, draft.session.item_id, lines, over=line_id, as_text=as_text
        )
        self._at.open(screen, answered)

    def _enter_many(self, lines: list[str]) -> None:
        line_id = self.editing
        if line_id is None:
            self._at.act(lambda session: session.enter_lines(lines), enters=True, force=True)
            return
        # Whether what is settled is to be changed was asked before the line was opened.
        result = self._at.act(
            lambda session: session.edit_many(line_id, lines), force=True, insist=True
        )
        if result.outcome != "refused":
            self.leave_edit()

    def _keep_pasted(self, pasted: str) -> None:
        """Put a paste that is not entered into the composer, where it is not too long for it."""
        composer = self._composer
        if len(pasted) > LONGEST_LINE:
            # It would make every later key slow.
            composer.app.copy_to_clipboard(pasted)
            again = key_name(composer, "text.paste.ctrl+v")
            self._at.say(f"It is too long for the composer: {again} shows it here again")
            return
        if composer.empty:
            composer.badge = Badge()  # The paste says itself what it is.
        composer.insert_text(pasted)
        self._at.draft.keep()

    def _raw_with(self, pasted: str) -> str:
        """Return what is kept of the composer with what is pasted at its cursor."""
        before, behind = self._composer.around_selection
        badge = Badge() if self._composer.empty else self._composer.badge
        return badge.join(before + pasted + behind)
