"""Typing: entering lines, editing them in place, undoing."""

from __future__ import annotations

from textual.events import Key

from minute_taker.capture.entries import Save
from minute_taker.capture.language import format_line, parse
from minute_taker.capture.reshaping import parting
from minute_taker.capture.session import Result, Session
from minute_taker.capture.signs import SIGNS, sign_named
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.settled import settled_at
from minute_taker.screens.capture.paste_deeds import PasteDeeds
from minute_taker.screens.parts.focus import give_keys, has_keys
from minute_taker.screens.writing.composer import Composer

_TEXT = SIGNS[0]


class TypingDeeds(PasteDeeds):
    """What the composer's messages and keys do."""

    def on_composer_badge_changed(self) -> None:
        self.show_badge()

    def on_composer_entered(self) -> None:
        self._take_in()

    def _take_in(self) -> None:
        raw = self.composer.raw
        if self.many_paragraphs:
            self.look_at()
        elif self._editing is not None:
            self._enter_edit()
        elif isinstance(parse(raw), Save):
            self.composer.clear_all(self.likely())
            self.action_save()
        elif not self.composer.empty:
            self._enter(raw)
        elif self.composer.take_proposed():
            self.say("Enter takes it down; Ctrl+Z takes it away again")

    def _enter(self, raw: str) -> None:
        if not self.composer.text.strip():
            self.say(f"Type the {self.composer.badge.sign.word}, then Enter")
            return
        self.transcript.choose(None)
        result = self.act(lambda session: session.enter(raw), enters=True)
        if result.listing:
            self.show_listing(raw, result)

    def show_listing(self, raw: str, result: Result) -> None:  # noqa: ARG002
        """Show the listing that the command ``raw`` asked for."""
        if not result.message:
            self.say("Every line stands above, with its number")

    # Editing in place.

    def edit(self, line_id: int) -> None:
        """Open a line in the composer; what was begun there waits for the end of the edit."""
        if not self.finish_begun():
            return
        if self.draft.meeting.line(line_id) is None or self.draft.read_only:
            return
        if said := settled_at(self.draft.meeting, line_id):
            self.ask_to_change(said, lambda: self._open_edit(line_id))
        else:
            self._open_edit(line_id)

    def _open_edit(self, line_id: int) -> None:
        line = self.draft.meeting.line(line_id)
        if line is None:
            return
        begun = "" if self.composer.empty else self.composer.raw
        self._aside = (begun, self.composer.cursor_in_text)
        self._editing = line_id
        self.composer.load(format_line(line))
        self.transcript.mark_editing(line_id)
        give_keys(self.composer)
        self.show_badge()
        self.keep()

    def _enter_edit(self) -> bool:
        """Enter the edited line; whether it was taken, and the edit is at its end."""
        line_id = self._editing
        line = self.draft.meeting.line(line_id) if line_id is not None else None
        if line_id is None or line is None:
            self._leave_edit()
            return True
        if self.many_paragraphs:
            self.look_at()
            return False
        raw = self.composer.badge.join_explicitly(self.composer.text)
        if self.composer.raw == format_line(line):
            self._leave_edit()
            return True
        # Whether what is settled is to be changed was asked before the line was opened.
        result = self.draft.act(lambda session: session.insist(lambda: session.edit(line_id, raw)))
        if result.outcome == "refused":
            self.say(result.message, wrong=True)
            return False
        self._leave_edit()
        self.say(f"Line {line_id} is changed; Ctrl+Z takes it back")
        self._show_result(result, force=True)
        return True

    def finish_begun(self) -> bool:
        """Enter what is begun elsewhere than at the end; whether nothing of it is left."""
        if self._editing is not None and not self._enter_edit():
            return False
        return self.draft.session.beside is None or self._back_to_the_end()

    def _back_to_the_end(self) -> bool:
        """Enter the line that was being put in, and let the next go to the end again."""
        if self.composer.text.strip():
            before = self.draft.session.revision
            self._take_in()
            if self.draft.session.revision == before:
                return False  # It is refused, or to be looked at first.
        if self.draft.session.beside is not None:
            self.composer.clear_all()
            self.act(Session.go_on, said="The next line goes to the end again")
        return True

    def action_composer(self) -> None:
        """Back to typing, from wherever; an edit that was begun is entered, not lost."""
        if self._editing is not None:
            if self.many_paragraphs:
                self.look_at()
                return
            if not self._enter_edit():
                self._give_up_edit()
        elif has_keys(self.composer) and self.draft.session.beside is not None:
            self._back_to_the_end()
        elif self.key_bar.message:
            self.say("")
        self.back_to_typing()

    def _give_up_edit(self) -> None:
        """Leave an edit that can't be entered; what was typed over the line waits for a paste."""
        line_id, typed = self._editing, self.composer.raw if self.composer.text.strip() else ""
        self._leave_edit()
        if typed:
            self.app.copy_to_clipboard(typed)
        kept = "; Ctrl+V brings back what was typed" if typed else ""
        self.say(f"Line {line_id} stays as it was{kept}")

    def back_to_typing(self) -> None:
        """Focus the composer, and show the place where the next line goes."""
        self.transcript.choose(None)
        self.transcript.mark_found(None)
        self.remove_class("-agenda")
        give_keys(self.composer)
        here, beside = self.draft.session.item_id, self.draft.session.beside
        if beside is not None:
            self.transcript.bring_into_view(beside.line_id)
        elif here is not None:
            self.transcript.bring_item_into_view(here)

    def on_mount(self) -> None:
        self.key_bar.words = self._key_words

    def on_key(self, event: Key) -> None:
        """Have a letter that the transcript has no use for begin a line in the composer."""
        if has_keys(self.agenda) or has_keys(self.composer) or event.key in self.active_bindings:
            return
        if event.character is not None and event.is_printable:
            event.stop()
            self.back_to_typing()
            self.composer.type(event.character)

    def action_split(self) -> None:
        """Part the text at the cursor: the first part is entered, the second stays to go on."""
        at = self.composer.cursor_in_text
        before, after = self.composer.text[:at].strip(), self.composer.text[at:].strip()
        if not before or not after:
            self.say("Put the cursor where the second paragraph is to begin")
            return
        if self._editing is not None:
            self._part_line(self._editing, at)
            return
        badge = self.composer.badge
        result = self.act(lambda session: session.enter(badge.join(before)), enters=True)
        if result.outcome != "refused":
            self.composer.load(badge.following().join(after), 0)
            self.keep()

    def _part_line(self, line_id: int, at: int) -> None:
        """Part the line that is edited, and go on with its second half."""
        if not self._enter_edit():
            return
        try:
            change = parting(self.draft.meeting, line_id, at)
        except Refused as why:
            self.say(str(why), wrong=True)
            return
        second = self.draft.meeting.last_line + 1
        # Here too it was asked before.
        self.act(lambda session: session.insist(lambda: session.do(change)), force=True)
        self.edit(second)
        self.say("Parted in two; Ctrl+L joins them again")

    # Undo.

    def on_composer_stepped(self, message: Composer.Stepped) -> None:
        if self._editing is not None:
            self.say("Esc ends the edit first")
        elif message.back:
            self.action_undo_meeting()
        else:
            self.action_redo_meeting()

    def action_undo_meeting(self) -> None:
        """Take back the last change of the meeting."""
        self.act(Session.undo, force=True)

    def action_redo_meeting(self) -> None:
        """Do again what was taken back."""
        self.act(Session.redo, force=True)

    # Kinds.

    def action_kind(self, sign: str) -> None:
        """Make the line in the composer another kind, or the line chosen in the transcript."""
        named = sign_named(sign) or _TEXT
        chosen = self.transcript.chosen if has_keys(self.transcript) else None
        if chosen is not None:
            self.act(
                lambda session: session.change_kind(chosen, sign or "text"),
                said=f"Line {chosen}: {named.word}; Ctrl+Z takes it back",
            )
        elif not self.draft.read_only:
            self.composer.set_sign(named)
            give_keys(self.composer)

    def action_text_or_action(self) -> None:
        """Make it text; where it is text, an action."""
        self.action_kind("+" if self._is_text() else "")

    def _is_text(self) -> bool:
        """Whether what a key of the kinds would change is text already."""
        chosen = self.transcript.chosen if has_keys(self.transcript) else None
        line = self.draft.meeting.line(chosen) if chosen is not None else None
        kind = line.kind if line is not None else self.composer.badge.sign.kind
        return kind is _TEXT.kind

    def show_badge(self) -> None:
        super().show_badge()
        self.key_bar.reword()

    def _key_words(self) -> dict[str, str]:
        return {"text_or_action": "Action" if self._is_text() else "Text"}
