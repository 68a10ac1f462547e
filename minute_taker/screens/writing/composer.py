"""The one place to type: a paragraph, and the badge that says what it will be."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import ClassVar

from msgspec.structs import replace
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from minute_taker.capture.offers import Offer
from minute_taker.capture.signs import Sign, sign_of
from minute_taker.capture.unsigned import kind_of_unsigned
from minute_taker.minutes.model import Attendee, Kind, Line
from minute_taker.screens.writing.badge import Badge, part
from minute_taker.screens.writing.paragraph_area import ParagraphArea, location_in
from minute_taker.screens.writing.step_height import STEP, StepHeight

#: What follows a proposed line, and how many columns a row may stay short of for whole words.
_TAKES_IT = "   Tab takes it"
_LOOSE = 10
#: What is said of an offer is cut here, in characters.
_LONGEST_SAID = 40
#: So many others that may be meant are named.
_MOST_OTHERS = 3
_QUESTION = Badge(sign=sign_of(Kind.QUESTION), chosen=True)


class Request(Enum):
    """What the composer asks the screen to do."""

    #: Enter was pressed.
    ENTER = "enter"
    #: Up was pressed with nothing typed.
    WALK_UP = "walk up"
    #: Undo or redo was pressed with nothing left to undo or redo in the text.
    UNDO = "undo"
    REDO = "redo"


class Composer(ParagraphArea):
    """A paragraph being written.

    It knows its text and its badge and says what happens to them; the screen decides. The
    line of the capture language that it holds is :attr:`raw`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        # A line feed is what Ctrl+Enter is in some terminals, and what a paste that comes as
        # keys has between its lines in others.
        Binding("enter,ctrl+j", "enter", "Enter the line", show=False, id="composer.enter"),
        Binding("tab", "take_suggestion", "Take what is offered", show=False, id="composer.take"),
        Binding("shift+tab", "set_out", "Set out", show=False, id="composer.out"),
    ]

    class Asked(Message):
        """Something is for the screen to do."""

        def __init__(self, request: Request) -> None:
            super().__init__()
            self.request = request

    class BadgeChanged(Message):
        """The badge shows something else."""

        def __init__(self, composer: Composer) -> None:
            super().__init__()
            self.composer = composer

    class Pasted(Message):
        """Text was pasted, to be put in."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, *, id: str | None = None) -> None:
        self._has_text = False
        super().__init__(id=id)
        self._badge = Badge()
        self._offered = Badge()
        self._under: Line | None = None
        self._unsigned = sign_of(Kind.TEXT)
        #: The badge before the sign that is being typed, should it turn out to be none.
        self._before_sign = Badge()
        self._height = StepHeight(self)
        #: Who attends, so that a code at the head of the text is known; set by the screen.
        self.people: tuple[Attendee, ...] = ()
        #: What to offer after the text before the cursor; set by the screen.
        self.aid: Callable[[str], Offer | None] | None = None
        self._offer: Offer | None = None
        self._proposed = ""
        self._complete: Callable[[str], str] = str
        self._took_proposed = False
        #: Whether the command that it holds was refused: once it is deleted, it is forgotten.
        self.refused = False

    # What it holds.

    @property
    def badge(self) -> Badge:
        """What the text will be."""
        return self._badge

    @badge.setter
    def badge(self, badge: Badge) -> None:
        if badge != self._badge:
            self._badge = badge
            self.post_message(self.BadgeChanged(self))

    @property
    def shown_badge(self) -> Badge:
        """The badge as it is to be seen: without a sign, what the words are by what they follow."""
        return self._badge if self._badge.begun else replace(self._badge, sign=self._unsigned)

    @property
    def offered(self) -> Badge | None:
        """The kind that Tab or Right takes, where nothing is typed and no line is offered."""
        usual = self._offered.sign is self._unsigned and not self._offered.depth
        return None if usual or not self.empty or self._proposed else self._offered

    @property
    def empty(self) -> bool:
        """Whether nothing is typed: no text, and no badge that the clerk began."""
        return not self.text and not self._badge.begun

    @property
    def raw(self) -> str:
        """Text and badge as a line of the capture language."""
        return self._badge.join(self.text)

    def offer(self, badge: Badge, under: Line | None = None) -> None:
        """Offer the kind that is likely next; ``under`` says what words without a sign are."""
        if (badge, under) != (self._offered, self._under):
            self._offered, self._under = badge, under
            self._read_unsigned()
            self.post_message(self.BadgeChanged(self))

    def _read_unsigned(self) -> None:
        words = self.document[0] if self.document.line_count == 1 else self.text
        sign = sign_of(kind_of_unsigned(self._under, words, self.people))
        if sign is not self._unsigned:
            self._unsigned = sign
            self.post_message(self.BadgeChanged(self))

    def propose(self, raw: str, complete: Callable[[str], str] = str) -> None:
        """Show a whole line in grey while nothing is typed, to be taken with Tab or Right.

        ``complete`` gives the line as it is at the moment when it is taken.
        """
        if bool(raw) is not bool(self._proposed):
            self.post_message(self.BadgeChanged(self))
        self._proposed, self._complete = raw, complete
        longest = max(STEP, self._height.rows) * max(20, self.content_size.width - _LOOSE) - len(
            _TAKES_IT
        )
        shown = raw if len(raw) <= longest else raw[:longest].rstrip() + "…"
        self.placeholder = Content(f"{shown}{_TAKES_IT}" if raw else "")

    @property
    def proposes(self) -> bool:
        """Whether a whole line is shown in grey."""
        return bool(self._proposed) and self.empty

    def take_proposed(self) -> bool:
        """Put the line that is shown in grey into the composer; False where there is none."""
        if not self._proposed or not self.empty or self.read_only:
            return False
        badge, text = part(self._complete(self._proposed), self.people)
        self.badge = badge.set()
        self.insert_text(text)
        self._took_proposed = True
        return True

    def _take_offered(self) -> bool:
        """Take the line or the kind that is offered while nothing is typed; False if none is."""
        if self.take_proposed():
            return True
        offered = self.offered
        if offered is None or self.read_only:
            return False
        self.badge = replace(offered, chosen=True).set()
        return True

    def load(self, raw: str, cursor: int | None = None) -> None:
        """Open a line of the capture language; ``cursor`` counts in its text, None at its end."""
        self.badge, text = part(raw, self.people)
        self.load_text(text)
        at = len(text) if cursor is None else max(0, min(cursor, len(text)))
        self.move_cursor(location_in(text, at))
        self._height.fit()

    def clear_all(self) -> None:
        """Empty text and badge, ready for the next line."""
        self.load_text("")
        self._took_proposed = self.refused = False
        self.badge = Badge()
        if self._height.rows > STEP:
            # Laying the screen out anew takes as long again as showing the line just entered.
            self.call_later(self.call_after_refresh, self._height.shrink)
        else:
            self._height.fit()

    def set_sign(self, sign: Sign) -> None:
        """Make it another kind of line, as the function keys do."""
        self.badge = self._badge.with_sign(sign)

    # Keys.

    def load_text(self, text: str) -> None:
        # Only what the clerk types is told as a change.
        self._has_text = bool(text)
        with self.prevent(TextArea.Changed):
            super().load_text(text)
        self._read_unsigned()

    def type(self, typed: str) -> bool:
        if self.refused and self.selected_text == self.text and typed.isprintable():
            self.clear_all()  # A line typed over a command that was refused is a new one.
        text = typed
        while text and not self.read_only and not self.document.text:
            if not self._takes_into_badge(text[0]):
                break
            text = text[1:]
        return super().type(text) if text else text != typed

    def _takes_into_badge(self, character: str) -> bool:
        """Whether the character, typed first, belongs to the badge and not to the text."""
        # Two question marks are a gap, with which words begin.
        gap = "??" if character == "?" and self._badge == _QUESTION else ""
        if words := gap or self._badge.unglued(character):
            self.badge = self._before_sign
            self.insert(words)
            return True
        badge = self._badge.typed(character)
        if badge is None:
            return False
        if self._badge.keyed or not self._badge.chosen:
            self._before_sign = self._badge
        self.badge = badge
        return True

    def on_text_area_changed(self) -> None:
        if self._has_text is not bool(self.document.text):
            self._has_text = not self._has_text
            self.post_message(self.BadgeChanged(self))
            if not self._has_text:
                # Whatever is typed first now says what it is.
                self.badge = Badge() if self.refused else self._badge.set()
                self.refused = False
        if not self._badge.begun:
            self._read_unsigned()
        shown = self.shown_badge
        if shown.spoken:
            spoken = shown.spoken_by(self.document[0], self.people)
            if spoken is not None:
                self.badge = spoken[0]
                self.delete((0, 0), (0, len(self.document[0]) - len(spoken[1])))
        self._height.fit()

    def action_enter(self) -> None:
        """End the paragraph."""
        self.post_message(self.Asked(Request.ENTER))

    def action_cursor_up(self, select: bool = False) -> None:
        if self.empty and not select:
            self.post_message(self.Asked(Request.WALK_UP))
        else:
            super().action_cursor_up(select)

    def action_cursor_down(self, select: bool = False) -> None:
        if self._offer is not None and self._offer.others and self.suggestion and not select:
            self._offer = self._offer.next()
            self.suggestion = _in_grey(self._offer, self.document[self.cursor_location[0]])
        else:
            super().action_cursor_down(select)

    def action_delete_left(self) -> None:
        if self.selection.is_empty and self.cursor_location == (0, 0) and not self._badge.plain:
            self.badge, text = self._badge.taken_back()
            if text:
                self.insert(text)
        else:
            super().action_delete_left()

    # What is offered in grey.

    def update_suggestion(self) -> None:
        """Offer something for the text before the cursor, when it stands at the end."""
        self._offer = None
        row, column = self.cursor_location
        line = self.document[row]
        if self.aid and line and column == len(line) and row == self.document.line_count - 1:
            self._offer = self.aid(line)
        self.suggestion = _in_grey(self._offer, line)

    def action_take_suggestion(self) -> None:
        """Take what is offered; with nothing offered, set the line in."""
        offer, (row, column) = self._offer, self.cursor_location
        if offer is not None and self.suggestion:
            taken = offer.text
            if self._begins_with_code and column == offer.replaced + 1:
                taken += " "  # A speaker at the head, who goes into the badge.
            before = (row, column - offer.replaced)
            self.replace(taken, before, (row, column), maintain_selection_offset=False)
        elif not self._take_offered() and not self.text and not self.read_only:
            self.badge = self._badge.set_in(1)

    @property
    def _begins_with_code(self) -> bool:
        speaks = self.shown_badge.spoken or not self._badge.begun
        return speaks and self.document[0].startswith("@")

    def action_set_out(self) -> None:
        """Set the line out again."""
        if not self.read_only:
            self.badge = self._badge.set_in(-1)

    def action_cursor_right(self, select: bool = False) -> None:
        if self.suggestion and not select:
            self.action_take_suggestion()
        elif select or not self._take_offered():
            super().action_cursor_right(select)

    def action_undo(self) -> None:
        if self.history.undo_stack:
            super().action_undo()
            if self._took_proposed and not self.text:
                self._took_proposed = False
                self.badge = Badge()
        else:
            self.post_message(self.Asked(Request.UNDO))

    def action_redo(self) -> None:
        if self.history.redo_stack:
            super().action_redo()
        else:
            self.post_message(self.Asked(Request.REDO))

    def on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.post_message(self.Pasted(event.text))

    def action_paste(self) -> None:
        self.post_message(self.Pasted(self.app.clipboard))


def _in_grey(offer: Offer | None, before: str) -> str:
    if offer is None:
        return ""
    if offer.others:
        return f"{offer.grey(before)}   Down: {', '.join(offer.others[:_MOST_OTHERS])}"
    said = offer.said if len(offer.said) <= _LONGEST_SAID else offer.said[:_LONGEST_SAID] + "…"
    return offer.grey(before) + (f"  ({said})" if said else "")
