"""How a document is to be written where the usual way will not do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from textual.app import ComposeResult

from minute_taker.composing.style_reader import available_styles
from minute_taker.exporting.formats import FORMATS
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.form import FormBox, FormRow
from minute_taker.screens.parts.choice import Choice
from minute_taker.screens.parts.field import Field
from minute_taker.screens.parts.path_suggester import PathSuggester

_COPIES = ("public", "full")
_FORMATS = tuple(FORMATS)
_FORMAT_WORDS = {
    "docx": "Word", "pdf": "PDF", "html": "Web page", "html-items": "Pieces of a web page",
    "markdown": "Markdown", "text": "Text", "notes": "Notes",
}  # fmt: skip


class ExportWish(Struct, frozen=True):
    """How to write a document; empty fields are as usual."""

    file_format: str = "docx"
    public: bool = True
    style: str = ""
    place: str = ""

    @property
    def words(self) -> str:
        """What is written: ``Word, public copy``."""
        copy = "public copy" if self.public else "full copy"
        return f"{_FORMAT_WORDS[self.file_format]}, {copy}"


class ExportScreen(Dialog[ExportWish | None]):
    """Asks for format, copy, style and place; dismissed with them, or None.

    ``usual`` is the house style of the meeting, ``exports`` the folder where documents go.
    """

    AUTO_FOCUS = "#format"

    def __init__(self, *, usual: str, exports: Path) -> None:
        super().__init__()
        self._styles: Sequence[str] = tuple(dict.fromkeys((usual, *available_styles())))
        self._exports = exports
        self._form = FormBox(self._rows(), self._result, title="Export", save="Export")

    def compose(self) -> ComposeResult:
        yield self._form

    def _rows(self) -> Iterator[FormRow]:
        formats = [_FORMAT_WORDS[name] for name in _FORMATS]
        yield FormRow("Format", Choice(formats, id="format"))
        yield FormRow("Copy", Choice(_COPIES, id="copy"))
        yield FormRow("Style", Choice(self._styles, id="style"))
        place = Field(id="place", placeholder=str(self._exports), suggester=PathSuggester())
        yield FormRow("Place", place)

    def _result(self) -> ExportWish:
        form = self._form
        style = form.choice("style")
        return ExportWish(
            _FORMATS[form.choice("format")],
            form.choice("copy") == 0,
            self._styles[style] if style else "",
            form.text("place"),
        )
