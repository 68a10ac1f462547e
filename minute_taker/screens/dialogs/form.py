"""A dialog of labelled fields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from minute_taker.minutes.errors import Refused
from minute_taker.screens.parts.choice import Choice
from minute_taker.screens.parts.field import Field
from minute_taker.screens.parts.key_line import KeyLine


class FieldRefused(Refused):
    """What stands in a field will not do; ``field`` is the id of its widget."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


class FormRow(Horizontal):
    """A label and what it labels."""

    DEFAULT_CSS = """
    FormRow { height: auto; width: 100%; }
    FormRow > .label { width: 16; color: $quiet; }
    FormRow > Field { width: 1fr; }
    .-narrow FormRow > .label { width: 9; }
    """

    def __init__(self, label: str, widget: Widget) -> None:
        super().__init__()
        self._label = label
        self._widget = widget

    def compose(self) -> ComposeResult:
        yield Static(Content(self._label), classes="label")
        yield self._widget


class FormBox(Vertical):
    """The box of a dialog with labelled fields, an error line and keys.

    The dialog is dismissed with what ``result`` makes of the fields, or None. Where that raises
    :class:`FieldRefused`, its sentence is shown, and the field has the focus. ``enter_saves``
    tells whether Enter saves or goes to the next field; in a field of several lines it ends the
    line. ``save`` is what saving does, in words.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "Next field", key_display="Enter", priority=True,
                id="form.enter"),
        Binding("ctrl+s", "save", "Save", key_display="^S", priority=True, id="form.save"),
        Binding("tab", "next", "Next field", key_display="Tab", priority=True, id="form.next"),
        Binding("shift+tab", "previous", "Previous", show=False, priority=True,
                id="form.previous"),
        Binding("down", "down", "Next field", show=False, priority=True, id="form.down"),
        Binding("up", "up", "Previous field", show=False, priority=True, id="form.up"),
        Binding("escape", "cancel", "Cancel", key_display="Esc", id="form.cancel"),
    ]  # fmt: skip

    def __init__(
        self,
        rows: Iterable[Widget],
        result: Callable[[], object],
        *,
        title: str,
        save: str = "Save",
        enter_saves: bool = True,
    ) -> None:
        super().__init__(classes="dialog")
        self.border_title = Content(title)
        self._rows = tuple(rows)
        self._result = result
        self._enter_saves = enter_saves
        self._labels = {"save": save, "enter": save if enter_saves else "Next field"}

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="form-rows", can_focus=False):
            yield from self._rows
        yield Static("", classes="wrong", markup=False)
        yield KeyLine(labels=self._labels)

    def text(self, field: str) -> str:
        """Return what stands in a field, without the spaces at its ends."""
        widget = self.query_one(f"#{field}")
        if isinstance(widget, TextArea):
            return widget.text.strip()
        return self.query_one(f"#{field}", Field).value.strip()

    def choice(self, field: str) -> int:
        """Return which word of a choice is chosen."""
        return self.query_one(f"#{field}", Choice).index

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("enter", "down", "up") and isinstance(self.screen.focused, TextArea):
            return False
        return super().check_action(action, parameters)

    def action_enter(self) -> None:
        """Save, or go to the next field."""
        if self._enter_saves:
            self.action_save()
        else:
            self.screen.focus_next()

    def action_next(self) -> None:
        """Go to the next field."""
        self.screen.focus_next()

    def action_previous(self) -> None:
        """Go to the field before."""
        self.screen.focus_previous()

    def action_down(self) -> None:
        """Go to the next field."""
        self.screen.focus_next()

    def action_up(self) -> None:
        """Go to the field before."""
        self.screen.focus_previous()

    def action_save(self) -> None:
        """Close with the result, if every field will do."""
        try:
            made = self._result()
        except Refused as error:
            self.refuse_for(error)
        else:
            self.screen.dismiss(made)

    def refuse_for(self, error: Refused) -> None:
        """Show why the form was not taken, and focus the field that it is about."""
        self.refuse(str(error))
        if isinstance(error, FieldRefused):
            self.query_one(f"#{error.field}").focus()

    def refuse(self, sentence: str) -> None:
        """Show why the form was not taken."""
        self.query_one(".wrong", Static).update(Content(sentence))

    def action_cancel(self) -> None:
        """Close and change nothing."""
        self.screen.dismiss(None)
