"""A dialog of labelled fields."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from minute_taker.minutes.errors import Refused
from minute_taker.screens.dialogs.dialog import Dialog, Result
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


class FormDialog(Dialog[Result | None]):
    """Labelled fields, an error line and keys; dismissed with :meth:`result`, or None.

    A subclass gives ``TITLE_WORDS``, yields its rows from :meth:`rows` and makes the result,
    raising :class:`FieldRefused` where a field will not do: the sentence is shown, and that
    field has the focus. ``ENTER_SAVES`` says whether Enter saves or goes to the next field;
    in a field of several lines it ends the line.
    """

    TITLE_WORDS: ClassVar[str] = ""
    ENTER_SAVES: ClassVar[bool] = True
    SAVE_WORDS: ClassVar[str] = "Save"
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

    def rows(self) -> ComposeResult:
        """The rows of the form."""
        raise NotImplementedError

    def result(self) -> Result:
        """What the fields say together; raises FieldRefused."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        words = {"save": self.SAVE_WORDS}
        words["enter"] = self.SAVE_WORDS if self.ENTER_SAVES else "Next field"
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self.title or self.TITLE_WORDS)
            with VerticalScroll(id="form-rows", can_focus=False):
                yield from self.rows()
            yield Static("", classes="wrong", markup=False)
            yield KeyLine(labels=words)

    def text(self, field: str) -> str:
        """What stands in a field, without the spaces at its ends."""
        widget = self.query_one(f"#{field}")
        raw = (
            widget.text
            if isinstance(widget, TextArea)
            else self.query_one(f"#{field}", Field).value
        )
        return raw.strip()

    def choice(self, field: str) -> int:
        """Which word of a choice is chosen."""
        return self.query_one(f"#{field}", Choice).index

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        in_lines = isinstance(self.focused, TextArea)
        if action in ("enter", "down", "up") and in_lines:
            return False
        return super().check_action(action, parameters)

    def action_enter(self) -> None:
        """Save, or go to the next field."""
        if self.ENTER_SAVES:
            self.action_save()
        else:
            self.focus_next()

    def action_next(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_previous(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_down(self) -> None:
        """Go to the next field."""
        self.focus_next()

    def action_up(self) -> None:
        """Go to the field before."""
        self.focus_previous()

    def action_save(self) -> None:
        """Close with the result, if every field will do."""
        try:
            made = self.result()
        except FieldRefused as error:
            self.refuse(str(error))
            self.query_one(f"#{error.field}").focus()
            return
        except Refused as error:
            self.refuse(str(error))
            return
        self.dismiss(made)

    def refuse(self, sentence: str) -> None:
        """Show why the form was not taken."""
        self.query_one(".wrong", Static).update(Content(sentence))

    def action_cancel(self) -> None:
        """Close and change nothing."""
        self.dismiss(None)
