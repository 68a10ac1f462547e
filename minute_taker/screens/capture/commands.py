"""The commands of the capture screen: one table for keys, status bar, palette, help and action.

Everything that the screen does beyond typing stands here once. A command's id is what a user's
own keys are set by.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from msgspec import Struct
from textual.binding import Binding

from minute_taker.minutes.model import Part
from minute_taker.screens.capture import agenda_commands as agenda
from minute_taker.screens.capture import draft_commands as draft
from minute_taker.screens.capture import finding_commands as finding
from minute_taker.screens.capture import line_commands as line
from minute_taker.screens.capture import navigation, shorthand
from minute_taker.screens.capture import register_commands as registers
from minute_taker.screens.capture import set_up_commands as set_up
from minute_taker.screens.capture.context import CaptureContext
from minute_taker.screens.parts.part_words import PART_WORDS


class Where(Enum):
    """Which pane must have the keys for a command to work."""

    ANYWHERE = "anywhere"
    TRANSCRIPT = "transcript"
    AGENDA = "agenda"
    #: The list of findings, which stands over the panes.
    FINDINGS = "findings"


class Command(Struct, frozen=True):
    """One thing to do: its id, its keys (empty: in the palette alone) and what does it.

    ``word`` stands in the status bar, in the order of the table, if the command is ``shown``
    there; ``tooltip`` in the palette and in the help. What works in one pane alone is not in
    the palette; there it works while it ``fits``.
    """

    id: str
    keys: str
    run: Callable[[CaptureContext], object]
    word: str
    tooltip: str = ""
    shown: bool = False
    where: Where = Where.ANYWHERE
    key_display: str | None = None
    fits: Callable[[CaptureContext], bool] | None = None

    @property
    def action(self) -> str:
        """The action that runs the command."""
        return f"command('{self.id}')"

    @property
    def in_palette(self) -> bool:
        """Whether the palette offers it."""
        return self.where is Where.ANYWHERE and self.run is not navigation.show_palette

    def binding(self) -> Binding:
        """Return the command as a binding of its keys."""
        return Binding(
            self.keys,
            self.action,
            self.word,
            show=self.shown,
            key_display=self.key_display,
            tooltip=self.tooltip,
            id=self.id,
        )


def _line(
    id: str, keys: str, run: Callable[[CaptureContext], object], word: str, key_display: str
) -> Command:
    return Command(id, keys, run, word, "", bool(key_display), Where.TRANSCRIPT, key_display)


def _item(
    id: str, keys: str, run: Callable[[CaptureContext], object], word: str, key_display: str
) -> Command:
    return Command(id, keys, run, word, "", True, Where.AGENDA, key_display)


def _finding(
    id: str, keys: str, run: Callable[[CaptureContext], object], word: str, key_display: str
) -> Command:
    return Command(id, keys, run, word, "", True, Where.FINDINGS, key_display)


_PANES = (
    Command("line.take", "full_stop", finding.take, "Mend",
            "Put what is meant in the place of the slip marked", True, Where.TRANSCRIPT, ".",
            finding.has_slip),
    _line("line.edit", "enter", line.edit, "Edit", "Enter"),
    _line("line.new", "insert", line.insert, "New line after", "Ins"),
    _line("line.delete", "delete", line.delete, "Delete", "Del"),
    _line("line.up", "shift+up,ctrl+up", partial(line.move, by=-1), "Move up", "Shift+Up"),
    _line("line.down", "shift+down,ctrl+down", partial(line.move, by=1), "Move down", "Shift+Down"),
    _line("line.in", "tab", partial(line.indent, by=1), "Set in", "Tab"),
    _line("line.out", "shift+tab", partial(line.indent, by=-1), "Set out", ""),
    _item("agenda.go", "enter", agenda.go_to, "Go to", "Enter"),
    _item("agenda.rename", "e,E", agenda.rename, "Rename", "E"),
    _item("agenda.add", "n,N", agenda.add, "New", "N"),
    _item("agenda.public", "1", agenda.make_public, "Part I", "1"),
    _item("agenda.exempt", "2", agenda.make_exempt, PART_WORDS[Part.EXEMPT], "2"),
    _item("agenda.earlier", "shift+up,less_than_sign", partial(agenda.move, by=-1), "Earlier", "<"),
    _item("agenda.later", "shift+down,greater_than_sign", partial(agenda.move, by=1), "Later", ">"),
    _item("agenda.remove", "delete", agenda.remove, "Remove", "Del"),
    _finding("finding.take", "full_stop", finding.take, "Mend", "."),
    _finding("finding.leave", "i", finding.leave, "Leave it here", "I"),
    _finding("finding.keep", "a", finding.keep, "Add to our words", "A"),
    _finding("finding.public", "1", finding.make_public, "Part I", "1"),
    _finding("finding.exempt", "2", finding.make_exempt, "Part II", "2"),
    _finding("finding.looked", "l", finding.looked, "Looked through", "L"),
    _finding("finding.undo", "ctrl+z", finding.undo, "Undo", "^Z"),
)  # fmt: skip
_kind, _export = line.change_kind, draft.export_as
_Row = tuple[str, str, Callable[[CaptureContext], object], str, str]
_SHOWN: tuple[_Row, ...] = (
    ("help", "f1", navigation.show_help, "Help", "The signs and the keys on one page"),
    ("question", "f2", partial(_kind, sign="?"), "Question", "Make this a question"),
    ("answer", "f3", partial(_kind, sign=">"), "Answer", "Make this an answer"),
    ("resolution", "f4", partial(_kind, sign="!"), "Resolution", "Make this a resolution"),
    ("people", "f8", registers.people, "People", "Who is here, who comes and goes"),
    ("next-item", "ctrl+down,alt+down", partial(navigation.step_item, by=1), "Next item",
     "To the next heading of the agenda"),
    ("check", "ctrl+k", finding.check, "Check", "What is doubtful, and slips of words"),
    ("palette", "ctrl+p", navigation.show_palette, "More", "All that can be done"),
    ("pane", "f9", navigation.next_pane, "Pane", "To the transcript, the agenda, back"),
    ("export", "f6", draft.export, "Export", "Write the Word document; again, any other"),
    ("preview", "f7", navigation.toggle_preview, "Preview", "The minutes as they will be"),
    ("text", "f5", line.text_or_action, "Text", "Make this text, or an action"),
    ("gap", "ctrl+g", navigation.next_gap, "Next gap", "Go to the next ?? and fill it"),
    ("find", "ctrl+f", registers.find, "Find", "Find words, and replace them"),
    ("back", "ctrl+o", navigation.go_back, "Back", "To the item where you were before"),
    ("previous-item", "ctrl+up,alt+up", partial(navigation.step_item, by=-1), "Item before",
     "To the heading before in the agenda"),
    ("read-back", "ctrl+r", navigation.read_back, "Read back", "The exact words moved"),
)  # fmt: skip
_MORE: tuple[_Row, ...] = (
    ("details", "ctrl+d", registers.details, "Details", "Date, times, place, chair, status"),
    ("closed", "ctrl+n", registers.closed_now, "Meeting closed", "Note that it closed just now"),
    ("business", "", registers.business, "Actions", "Who is to do what; what was decided"),
    ("add-files", "", set_up.add_files, "Add files", "The agenda and people of files, put in here"),
    ("shorthand", "ctrl+b", shorthand.add_shorthand, "Shorthand", "Keep a shorthand for a word"),
    ("save", "ctrl+s", draft.save, "Save", "Save now"),
    ("undo", "ctrl+z", draft.undo, "Undo", "Take back what was done last"),
    ("redo", "ctrl+y", draft.redo, "Redo", "Do again what was taken back"),
    ("composer", "escape", navigation.escape, "Back to typing", "Back to the composer"),
    ("copy-words", "ctrl+c", line.copy, "Copy words",
     "Copy the line chosen, or what the preview marks"),
    ("insert", "insert,ctrl+e", line.insert, "New line", "After this; Ins again, before"),
    ("split", "ctrl+t", line.split, "Split", "Split the line in two at the cursor"),
    ("join", "ctrl+l", line.join, "Join", "Join the line to the one above it"),
    ("new-item", "", agenda.add, "New item", "Add an item to the agenda"),
    ("rename", "", agenda.rename, "Rename item", "Give this item another title"),
    ("public", "", agenda.make_public, "Part I", "Say that this item is public"),
    ("exempt", "", agenda.make_exempt, PART_WORDS[Part.EXEMPT],
     "Make this item exempt, or public again"),
    ("export-full", "", partial(_export, public=False), "Export in full", "Exempt lines too"),
    ("export-pdf", "", partial(_export, file_format="pdf"), "Export a PDF",
     "Write a PDF, by LibreOffice"),
    ("export-web", "", partial(_export, file_format="html"), "Export a web page",
     "Write a web page"),
    ("export-text", "", partial(_export, file_format="text"), "Export text", "Write plain text"),
    ("open-document", "", draft.open_document, "Open the document", "The one written last"),
    ("exports", "", draft.open_exports, "Open exports", "Open the documents' folder"),
    ("copy", "", draft.save_copy, "Save a copy", "A new draft of what is shown here"),
    ("take-slip", "", finding.take, "Mend", "Mend the slip marked under the line"),
    ("leave-slip", "", finding.leave, "Leave the slip", "Let the marked slip stay as it is here"),
    ("keep-word", "", finding.keep, "Add to our words", "Make the marked word one of ours"),
    ("drafts", "", draft.close, "Close", "Close this meeting; back to the drafts"),
)  # fmt: skip


def _anywhere(row: _Row, *, shown: bool) -> Command:
    name, keys, run, word, tooltip = row
    return Command(f"capture.{name}", keys, run, word, tooltip, shown)


#: All commands, by id. Where two have the same key, the first that works in the pane does.
COMMANDS: dict[str, Command] = {
    command.id: command
    for command in (
        *_PANES,
        *(_anywhere(row, shown=True) for row in _SHOWN),
        *(_anywhere(row, shown=False) for row in _MORE),
    )
}
