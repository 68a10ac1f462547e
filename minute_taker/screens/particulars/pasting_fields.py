"""Fields of a form in which several lines that are pasted at once are looked at first."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widget import Widget
from textual.widgets import TextArea

from minute_taker.screens.parts.field import Field


class ManyPasted(Message):
    """Several lines were pasted into a field, which did not take them; ``field`` is its id."""

    def __init__(self, field: str, text: str) -> None:
        super().__init__()
        self.field = field
        self.text = text


def _hold_back(widget: Widget, event: events.Paste) -> None:
    """Tell of a paste of several lines, and keep the field from taking it."""
    if sum(bool(line.strip()) for line in event.text.splitlines()) > 1:
        event.stop()
        event.prevent_default()
        widget.post_message(ManyPasted(widget.id or "", event.text))


class PastingField(Field):
    """A field of one row."""

    def on_paste(self, event: events.Paste) -> None:
        _hold_back(self, event)


class Lines(TextArea):
    """A field of several lines. Tab goes to the next field, as in the others."""

    DEFAULT_CSS = """
    Lines {
        width: 1fr;
        border: none;
        padding: 0 1;
        background: $surface;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background: $surface; background-tint: transparent; }
        & .text-area--cursor-line { background: transparent; }
        &:focus .text-area--cursor-line { background: $row; }
    }
    """

    def __init__(self, text: str, *, id: str, placeholder: str) -> None:
        super().__init__(
            text,
            id=id,
            placeholder=placeholder,
            soft_wrap=True,
            tab_behavior="focus",
            compact=True,
        )
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        _hold_back(self, event)

    def on_key(self, event: events.Key) -> None:
        # Out of the field at either end, as the arrows leave the fields of one row.
        at = self.cursor_location
        if event.key == "up" and self.navigator.is_first_wrapped_line(at):
            leave = self.screen.focus_previous
        elif event.key == "down" and self.navigator.is_last_wrapped_line(at):
            leave = self.screen.focus_next
        else:
            return
        event.stop()
        event.prevent_default()
        leave()
