"""Exporting: a meeting or composed minutes, in a format, to a file that is whole or not there."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from minute_taker.composing.blocks import Document
from minute_taker.composing.compose import compose
from minute_taker.composing.sentences import listed
from minute_taker.composing.style import Style, style_for
from minute_taker.exporting.destinations import check_place, default_path, free_path, put_in_place
from minute_taker.exporting.errors import (
    AnotherDrafts,
    EditedSince,
    ExportRefused,
    OpenElsewhere,
    PlaceTaken,
)
from minute_taker.exporting.exempt import (
    exempt_texts,
    public_texts,
    refuse_exempt,
    refuse_unsettled,
)
from minute_taker.exporting.export_records import drop_others
from minute_taker.exporting.formats import Format, find_format, written_in
from minute_taker.exporting.private_folder import sweep_private_folders
from minute_taker.minutes.exempt import public_view
from minute_taker.minutes.gaps import gap_count
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.understood import not_understood

__all__ = [
    "AnotherDrafts",
    "EditedSince",
    "ExportRefused",
    "OpenElsewhere",
    "PlaceTaken",
    "Written",
    "default_path",
    "export",
    "export_meeting",
    "free_path",
]


class Written(Struct, frozen=True):
    """What an export did: the file (or folder) written, and sentences the clerk should see.

    ``base_remark`` is the one of them on what of the base document was left out.
    """

    path: Path
    remarks: tuple[str, ...] = ()
    base_remark: str = ""


def export(
    document: Document,
    style: Style,
    path: Path,
    format: str = "docx",
    *,
    meeting: Meeting | None = None,
    overwrite: bool = False,
    draft: str = "",
) -> Path:
    """Write composed minutes to a file, whole or not at all, and return its path.

    ``meeting`` is what the document was composed from: a public copy is then searched for its
    exempt words before it is written. ``draft`` is the file name of its draft, so that what was
    exported from another one is not replaced. A format of many files makes ``path`` a folder of
    them.

    Raises ExportRefused, one sentence, with nothing written and nothing overwritten; of its
    kinds, PlaceTaken (EditedSince for a file changed by hand since, unless ``overwrite``) names
    a ``free`` path that can be offered instead.
    """
    if meeting is not None and document.public:
        refuse_unsettled(meeting)
    sweep_private_folders()
    one = find_format(format)
    files = {
        path / name if name else path: data
        for name, data in written_in(one, document, style, meeting).items()
    }
    if meeting is not None and document.public:
        _look_for_exempt(one, document, style, meeting, files)
    if one.many and path.exists() and not path.is_dir():
        raise ExportRefused(f"{path} is a file, and this format needs a folder")
    try:
        for place, data in files.items():
            check_place(place, data, overwrite=overwrite, draft=draft)
        for place, data in files.items():
            put_in_place(place, data, public=document.public, draft=draft)
        if one.many:
            drop_others(path, {place.name for place in files})
    except PlaceTaken as taken:
        if one.many:
            # Not a file of another name, but a folder of another name for them all.
            taken.free = free_path(path)
        raise
    return path


def export_meeting(
    meeting: Meeting,
    *,
    exports: Path,
    style: str | None = None,
    file_format: str = "docx",
    output: Path | None = None,
    public: bool = True,
    overwrite: bool = False,
    draft: Path | None = None,
) -> Written:
    """Compose a meeting and write it to ``output``, or under its own name in ``exports``.

    ``output`` may be a folder to write in. ``draft`` is the file of the meeting's draft.
    ``style`` is a house style's name or path; without
    it the meeting's own, else the default. Raises ExportRefused or StyleRefused; StyleNotAgreed
    where the meeting names a file that nobody agreed to.
    """
    one = find_format(file_format)
    house = style_for(meeting, style)
    path = default_path(exports, meeting, one.name, public=public)
    if output is not None:
        path = output / path.name if output.is_dir() and not one.many else output
    document = compose(meeting, house, public=public)
    name = draft.name if draft is not None else ""
    export(document, house, path, one.name, meeting=meeting, overwrite=overwrite, draft=name)
    of_base = ""
    if one.name in ("docx", "pdf"):
        from minute_taker.exporting.docx_document import base_remark

        of_base = base_remark(house)
    remarks = ([of_base] if of_base else []) + _remarks(meeting, public=public)
    return Written(path, tuple(remarks), of_base)


def _look_for_exempt(
    one: Format, document: Document, style: Style, meeting: Meeting, files: dict[Path, bytes]
) -> None:
    exempt = exempt_texts(meeting)
    if not exempt:
        return
    public = public_texts(meeting, style)
    if one.name == "pdf":
        # A PDF's text is packed away; the Word document that it is made of can be read.
        files = {place: written_in(find_format("docx"), document, style)[""] for place in files}
    for place, data in files.items():
        refuse_exempt(data, exempt, public, name=place.name)


def _remarks(meeting: Meeting, *, public: bool) -> list[str]:
    remarks = []
    gaps = gap_count(meeting)
    if gaps:
        remarks.append(
            "1 gap (??) is still open" if gaps == 1 else f"{gaps} gaps (??) are still open"
        )
    # In a public copy the lines of exempt items do not stand on the page as they were typed.
    shown = public_view(meeting) if public else meeting
    if unread := not_understood(shown):
        which = "line" if len(unread) == 1 else "lines"
        verb = "is" if len(unread) == 1 else "are"
        numbers = listed([str(line) for line in unread])
        remarks.append(f"{which} {numbers} {verb} not understood, and printed as typed")
    exempt = len(exempt_texts(meeting))
    if exempt and not public:
        remarks.append("this copy holds exempt lines and is not for publication")
    elif exempt:
        lines = "1 exempt line is" if exempt == 1 else f"{exempt} exempt lines are"
        remarks.append(f"{lines} left out of this public copy")
    return remarks
