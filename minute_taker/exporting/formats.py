"""The formats that minutes can be exported in. A format's writer is imported when it is used."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from msgspec import Struct

from minute_taker.composing.blocks import Document
from minute_taker.composing.style import Style
from minute_taker.exporting.errors import ExportRefused
from minute_taker.minutes.model import Meeting


class Format(Struct, frozen=True, kw_only=True):
    """A format: its name, the end of its files' names, and what a menu calls it.

    ``writer`` is the module and the function in it. It is given a Document and a Style (where
    ``whole`` is true: the Meeting in place of the Document, and whether the copy is public) and
    returns the file's bytes, or, where ``many`` is true, the bytes of each file of a folder by
    its name.
    """

    name: str
    suffix: str
    title: str
    writer: str
    many: bool = False
    whole: bool = False


_HERE = "minute_taker.exporting"

FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format(name="docx", suffix=".docx", title="Word document",
               writer=f"{_HERE}.docx_document:docx_bytes"),
        Format(name="pdf", suffix=".pdf", title="PDF, tagged (by LibreOffice)",
               writer=f"{_HERE}.pdf:pdf_bytes"),
        Format(name="html", suffix=".html", title="Web page",
               writer=f"{_HERE}.html:page_bytes"),
        Format(name="html-items", suffix="-items", title="Web page, a piece for each item",
               writer=f"{_HERE}.html:item_files", many=True),
        Format(name="markdown", suffix=".md", title="Markdown",
               writer=f"{_HERE}.markdown:markdown_bytes"),
        Format(name="text", suffix=".txt", title="Plain text",
               writer=f"{_HERE}.text_file:text_bytes"),
        Format(name="notes", suffix=".notes", title="Notes file, to be read in again",
               writer=f"{_HERE}.notes:notes_bytes", whole=True),
    )
}  # fmt: skip

#: Other names that a format is known by.
_ALSO = {"word": "docx", "md": "markdown", "txt": "text", "htm": "html", "fragments": "html-items"}


def find_format(name: str) -> Format:
    """The format of that name. Raises ExportRefused, naming those there are."""
    known = name.strip().lower().lstrip(".")
    found = FORMATS.get(_ALSO.get(known, known))
    if found is None:
        raise ExportRefused(f"there is no format {name!r}; there are {', '.join(FORMATS)}")
    return found


def written_in(one: Format, document: Document, style: Style, meeting: Meeting | None = None
               ) -> dict[str, bytes]:  # fmt: skip
    """The files of a format by name; a format of a single file gives it under the name ``""``."""
    module, _, function = one.writer.partition(":")
    write = getattr(import_module(module), function)
    if one.whole:
        if meeting is None:
            raise ExportRefused(f"{one.name} is written from the meeting itself")
        return {"": write(meeting, style, public=document.public)}
    made = write(document, style)
    return dict(made) if one.many else {"": made}
