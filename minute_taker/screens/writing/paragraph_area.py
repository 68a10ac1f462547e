"""Textual's text area as a paragraph is written in it: its keys, its drawing, bursts of keys."""

from __future__ import annotations

import dataclasses
import unicodedata
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult, Selection

from minute_taker.screens.parts.calm_scroll_bar import CalmlyScrolled
from minute_taker.screens.parts.in_turn import InTurn, has_keys
from minute_taker.screens.parts.key_lane import InLane

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


class ParagraphArea(TextArea, CalmlyScrolled, InLane, inherit_bindings=False):
    """A text area that does its keys in turn, however fast they come.

    Characters that come while it is busy wait behind the first of them and are taken together,
    so that a paste that a terminal sends as keys takes no longer than it must.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*_text_bindings()]

    def __init__(self, *, id: str | None = None) -> None:
        self._coloured: object = None
        #: The characters that wait behind each one that is in the queue, with it.
        self._runs: dict[int, list[events.Key]] = {}
        self._waiting: list[events.Key] | None = None
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

    def post_message(self, message: Message) -> bool:
        if not isinstance(message, events.InputEvent):
            return super().post_message(message)
        waiting, self._waiting = self._waiting, None
        if not isinstance(message, events.Key) or not _text_of(message):
            return super().post_message(message)
        if waiting is not None:
            self._waiting = waiting
            waiting.append(message)
            return True
        posted = super().post_message(message)
        if posted:
            self._waiting = self._runs[id(message)] = [message]
        return posted

    async def _on_key(self, event: events.Key) -> None:
        # Nothing is left to the text area, which would put a line end in for Enter.
        event.prevent_default()
        async with self.turn(event):
            run = self._runs.pop(id(event), [event])
            if run is self._waiting:
                self._waiting = None
            if await self._take(run):
                event.stop()

    async def _take(self, run: list[events.Key]) -> bool:
        """Do keys that came together: one, or several characters; whether anything was done."""
        for at, key in enumerate(run):
            if self.app.screen is not self.screen:
                self.pass_on(*run[at:])
                return True
            pane = self.screen.focused
            if has_keys(self) or not isinstance(pane, InTurn) or pane.take_key is None:
                return await self._take_here(run[at:])
            # A key before it has moved the focus: it is for the pane that has it now.
            await pane.take_key(pane, key)
        return True

    async def _take_here(self, run: list[events.Key]) -> bool:
        if self.type("".join(key.character or "" for key in run)):
            return True
        # Textual carries out what a key is bound to once the key has bubbled up to the app;
        # what is typed meanwhile would come first. A clerk who types on after Enter, faster
        # than the screen follows, would find two lines in one. So it is done here, in turn.
        bound = self.screen.active_bindings.get(run[0].key)
        if bound is None or not bound.enabled:
            return False
        await self.app.run_action(bound.binding.action, bound.node)
        return True

    def type(self, typed: str) -> bool:
        """Take typed characters; False for what is no text, such as a control key."""
        insert = "".join(map(_kept_whole, typed))
        if self.read_only or not insert:
            return False
        for stretch in [insert] if len(insert) >= _BURST else insert:
            self._replace_via_keyboard(stretch, *self.selection)
        return True

    def edit(self, edit: Edit) -> EditResult:
        self.edits += max(1, len(edit.text))
        return super().edit(edit)

    def insert_text(self, text: str) -> None:
        """Put text in the place of what is selected, at the cursor."""
        self._replace_via_keyboard(text, *self.selection)

    @property
    def around_selection(self) -> tuple[str, str]:
        """The text before and after what is selected, or before and after the cursor."""
        start, stop = sorted(self.selection)
        document = self.document
        return document.get_text_range((0, 0), start), document.get_text_range(stop, document.end)

    def append(self, text: str) -> None:
        """Put text at the end, the cursor left where it is."""
        self.insert(text, self.document.end, maintain_selection_offset=False)

    # Places in the text.

    @property
    def cursor_in_text(self) -> int:
        """How many characters of the text stand before the cursor."""
        row, column = self.cursor_location
        return sum(len(self.document[n]) + 1 for n in range(row)) + column

    def select_in_text(self, start: int, stop: int) -> None:
        """Select a stretch of the text, counted in characters, so that typing replaces it."""
        self.selection = Selection(self._location(start), self._location(stop))

    def _location(self, at: int) -> tuple[int, int]:
        before = self.text[:at]
        return before.count("\n"), len(before) - (before.rfind("\n") + 1)

    # Drawing.

    def render_lines(self, crop: Region) -> list[Strip]:
        # The text area works its colours out again for every repaint, a sixth of the time
        # that a key takes; they change only with the styles.
        if self._coloured is not self._theme:
            self._coloured = self._theme
            self._theme.apply_css(self)
        return ScrollView.render_lines(self, crop)

    def notify_style_update(self) -> None:
        self._coloured = None
        super().notify_style_update()


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


def _text_of(key: events.Key) -> str:
    return "".join(map(_kept_whole, key.character or ""))
