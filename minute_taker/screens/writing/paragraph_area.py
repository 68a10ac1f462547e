"""Textual's text area as a paragraph is written in it: its keys, and bursts of keys."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from minute_taker.screens.parts.key_queue import CharactersTaken

#: As many characters as wait together are put in at once: no fingers are so fast, and each
#: by itself would cost its own wrapping and its own message.
_BURST = 8
#: Keys of the text area that mean something else here, or that no terminal sends reliably.
_NOT_OURS = {"f6", "f7", "ctrl+d", "ctrl+e", "ctrl+k", "ctrl+shift+k", "enter"}


def _text_bindings() -> list[Binding]:
    """The text area's own keys that are kept, each with an id so that it can be moved."""
    kept = []
    for binding in Binding.make_bindings(TextArea.BINDINGS):
        if binding.key not in _NOT_OURS and not binding.key.startswith(("alt+", "super+")):
            name = binding.action.replace("cursor_", "").replace("(True)", "-select")
            kept.append(dataclasses.replace(binding, id=f"text.{name}.{binding.key}"))
    return kept


class ParagraphArea(TextArea, inherit_bindings=False):
    """A text area for one paragraph, in which a burst of characters is one change."""

    TAKES_BURSTS = True

    BINDINGS: ClassVar[list[BindingType]] = [*_text_bindings()]

    def __init__(self, *, id: str | None = None) -> None:
        self._coloured = False
        super().__init__(
            id=id,
            soft_wrap=True,
            highlight_cursor_line=False,
            show_line_numbers=False,
            max_checkpoints=1_000,
        )
        # A cursor that blinks moves without the clerk, and costs a repaint each time.
        self.cursor_blink = False
        self.match_cursor_bracket = False
        #: How many characters were put in or taken out, which tells before any message does.
        self.edits = 0

    # Keys.

    def on_key(self, event: events.Key) -> None:
        # Nothing is left to the text area, which would put a line end in for Enter.
        event.prevent_default()
        if event.character is not None and self.type(event.character):
            event.stop()
            self.app.post_message(CharactersTaken(event))

    def type(self, typed: str) -> bool:
        """Take typed characters; False for what is no text, such as a control key."""
        insert = "".join(map(_kept_whole, typed))
        if self.read_only or not insert:
            return False
        for stretch in [insert] if len(insert) >= _BURST else insert:
            self.insert_text(stretch)
        return True

    def edit(self, edit: Edit) -> EditResult:
        self.edits += max(1, len(edit.text))
        return super().edit(edit)

    def insert_text(self, text: str) -> None:
        """Put text in the place of what is selected, at the cursor."""
        if not self.read_only:
            self.replace(text, *self.selection, maintain_selection_offset=False)

    @property
    def around_selection(self) -> tuple[str, str]:
        """The text before and after what is selected, or before and after the cursor."""
        start, stop = sorted(self.selection)
        document = self.document
        return document.get_text_range((0, 0), start), document.get_text_range(stop, document.end)

    def append(self, text: str) -> None:
        """Put text at the end, the cursor left where it is."""
        self.insert(text, self.document.end, maintain_selection_offset=False)

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        # The text area works its colours out anew at each repaint, which takes as long as
        # drawing it.
        if self._coloured:
            return super(TextArea, self).render_lines(crop)
        self._coloured = True
        return super().render_lines(crop)

    def notify_style_update(self) -> None:
        self._coloured = False
        super().notify_style_update()

    # Places in the text.

    @property
    def cursor_in_text(self) -> int:
        """How many characters of the text stand before the cursor."""
        row, column = self.cursor_location
        return sum(len(self.document[n]) + 1 for n in range(row)) + column

    def select_in_text(self, start: int, stop: int) -> None:
        """Select a stretch of the text, counted in characters, so that typing replaces it."""
        self.selection = Selection(location_in(self.text, start), location_in(self.text, stop))


def location_in(text: str, at: int) -> tuple[int, int]:
    """Return the row and column of a place in a text, counted in characters."""
    before = text[:at]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1)


def _kept_whole(character: str) -> str:
    """What is put in for a character that is typed; nothing for a control character.

    Joiners and direction marks stay, which emoji and right-to-left names need; every other
    space becomes a plain one.
    """
    if character.isprintable():
        return character
    category = unicodedata.category(character)
    if category == "Cf":
        return character
    return " " if category == "Zs" else ""
