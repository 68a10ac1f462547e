"""What can be done in the capture screen: one table for the keys, the bar of keys and the palette.

Everything the screen does beyond typing stands here once. Its id is what a user's own keys
are set by.
"""

from __future__ import annotations

from msgspec import Struct
from textual.binding import Binding


class Deed(Struct, frozen=True):
    """One thing to do: its keys (empty: in the palette alone) and its action on the screen.

    ``word`` stands in the bar of keys, ``tells`` in the palette. Only deeds that are ``shown``
    are in the bar, in the order of the table.
    """

    id: str
    keys: str
    action: str
    word: str
    tells: str
    shown: bool = False

    def binding(self) -> Binding:
        """The deed as a binding of keys."""
        return Binding(
            self.keys, self.action, self.word, show=self.shown, tooltip=self.tells, id=self.id
        )


DEEDS = (
    Deed("capture.help", "f1", "help", "Help", "The signs and the keys on one page", True),
    Deed("capture.question", "f2", "kind('?')", "Question", "Make this a question", True),
    Deed("capture.answer", "f3", "kind('>')", "Answer", "Make this an answer", True),
    Deed("capture.resolution", "f4", "kind('!')", "Resolution", "Make this a resolution", True),
    Deed("capture.people", "f8", "people", "People", "Who is here, who comes and goes", True),
    Deed("capture.check", "ctrl+k", "check", "Check", "What does not stand; go to its place", True),
    Deed("capture.palette", "ctrl+p", "app.command_palette", "More", "All that can be done", True),
    Deed("capture.pane", "f9", "next_pane", "Pane", "To the transcript, the agenda, back", True),
    Deed("capture.export", "f6", "export", "Export", "Write the Word document", True),
    Deed("capture.preview", "f7", "preview", "Preview", "The minutes as they will be", True),
    Deed("capture.text", "f5", "text_or_action", "Text", "Make this text, or an action", True),
    Deed("capture.gap", "ctrl+g", "next_gap", "Next gap", "Go to the next ?? and fill it", True),
    Deed("capture.find", "ctrl+f", "find", "Find", "Find words, and replace them", True),
    Deed("capture.back", "ctrl+o", "back", "Back", "To the item where you were before", True),
    Deed("capture.read-back", "ctrl+r", "read_back", "Read back", "The exact words moved", True),
    Deed("capture.details", "ctrl+d", "details", "Details", "Date, times, place, chair, status"),
    Deed("capture.closed", "ctrl+n", "closed", "Meeting closed", "Note that it closed just now"),
    Deed("capture.business", "", "business", "Actions", "Who is to do what; what was decided"),
    Deed("capture.shorthand", "ctrl+b", "shorthand", "Shorthand", "Keep a shorthand for a word"),
    Deed("capture.save", "ctrl+s", "save", "Save", "Save now"),
    Deed("capture.undo", "ctrl+z", "undo_meeting", "Undo", "Take the last change back"),
    Deed("capture.redo", "ctrl+y", "redo_meeting", "Redo", "Do again what was taken back"),
    Deed("capture.composer", "escape", "composer", "Back to typing", "Back to the composer"),
    Deed(
        "capture.insert",
        "insert,ctrl+e",
        "insert_line",
        "New line",
        "After this; Ins again, before",
    ),
    Deed("capture.split", "ctrl+t", "split", "Part", "Part the line in two at the cursor"),
    Deed("capture.join", "ctrl+l", "join", "Join", "Join the line to the one above it"),
    Deed("capture.new-item", "", "add_item", "New item", "Add an item to the agenda"),
    Deed("capture.rename", "", "rename_item", "Rename item", "Give this item another title"),
    Deed("capture.exempt", "", "exempt_item", "Part II", "Make this item exempt, or public again"),
    Deed("capture.export-full", "", "export('docx', 'full')", "Export in full", "Exempt lines too"),
    Deed("capture.export-pdf", "", "export('pdf')", "Export a PDF", "Write a PDF, by LibreOffice"),
    Deed("capture.export-web", "", "export('html')", "Export a web page", "Write a web page"),
    Deed("capture.export-text", "", "export('text')", "Export text", "Write plain text"),
    Deed("capture.exports", "", "open_exports", "Open exports", "Open the documents' folder"),
    Deed("capture.copy", "", "save_copy", "Save a copy", "A new draft of what is shown here"),
    Deed("capture.drafts", "", "close_draft", "Close", "Close this meeting; back to the drafts"),
)
