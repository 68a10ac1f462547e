"""One of a few words, all of them in view: Left and Right choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget


class Choice(Widget, can_focus=True):
    """A row of words of which one is chosen; the chosen one stands in brackets."""

    DEFAULT_CSS = """
    Choice {
        width: 1fr;
        height: 1;
        padding: 0;
        background: $surface;
        &:focus { background: $row; }
        & > .choice--chosen { text-style: bold; color: $foreground; }
        & > .choice--other { color: $quiet; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--chosen", "choice--other"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "choose(1)", "Next", show=False, id="choice.next"),
        Binding("left", "choose(-1)", "Previous", show=False, id="choice.previous"),
    ]
    ALLOW_SELECT = False

    index: reactive[int] = reactive(0)

    def __init__(self, words: Sequence[str], index: int = 0, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.words = tuple(words)
        self.set_reactive(Choice.index, index)

    def action_choose(self, by: int) -> None:
        """Choose the word ``by`` further on, going round."""
        self.index = (self.index + by) % len(self.words)

    def on_key(self, event: events.Key) -> None:
        # The first letter of a word chooses it.
        for index, word in enumerate(self.words):
            if event.character and word[:1].lower() == event.character.lower():
                event.stop()
                self.index = index
                return

    def on_click(self, event: events.Click) -> None:
        chosen = event.style.meta.get("choice")
        if isinstance(chosen, int):
            self.index = chosen

    def render(self) -> Content:
        whole = Content(" ").join(self._word(index) for index in range(len(self.words)))
        if whole.cell_length <= self.size.width:
            return whole
        # No room for all of them: the chosen one alone, between what leads to the others.
        return Content("‹ ") + self._word(self.index) + Content(" ›")

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the chosen word begins on the screen."""
        before = Content(" ").join(self._word(index) for index in range(self.index))
        whole = Content(" ").join(self._word(index) for index in range(len(self.words)))
        fits = whole.cell_length <= self.size.width
        column = before.cell_length + bool(self.index) if fits else len("‹ ")
        return self.content_region.offset + Offset(column, 0)

    def _word(self, index: int) -> Content:
        chosen = index == self.index
        shown = Content.styled(
            f"[{self.words[index]}]" if chosen else f" {self.words[index]} ",
            ".choice--chosen" if chosen else ".choice--other",
        )
        return shown.stylize(Style.from_meta({"choice": index}))
