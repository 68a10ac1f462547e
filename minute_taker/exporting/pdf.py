"""The minutes as a PDF, made of the Word document by LibreOffice where that is installed.

The PDF is tagged and asks for the accessible kind (PDF/UA): headings, lists and tables are
read out as what they are.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from minute_taker.composing.blocks import Document
from minute_taker.composing.style import Style
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.errors import ExportRefused
from minute_taker.exporting.private_folder import private_folder

_ELSEWHERE = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)
#: A long council's minutes take a few seconds; the first start of LibreOffice some more.
_TIME_LIMIT = 120

_NO_WINDOW = 0x08000000 if sys.platform == "win32" else 0

_OPTIONS = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "PDFUACompliance": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "DisplayPDFDocumentTitle": {"type": "boolean", "value": "true"},
}


def find_libreoffice() -> str | None:
    """LibreOffice's program, or None where it is not installed."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return found or next((path for path in _ELSEWHERE if Path(path).is_file()), None)


def pdf_bytes(document: Document, style: Style) -> bytes:
    """The PDF of the minutes. Raises ExportRefused where LibreOffice is not found or fails."""
    return convert(docx_bytes(document, style))


def convert(word_file: bytes) -> bytes:
    """The PDF of a Word document's bytes, made in a folder that nobody else can read."""
    program = find_libreoffice()
    if program is None:
        raise ExportRefused(
            "a PDF is made by LibreOffice, which is not installed here: install it, or export "
            "the Word document and save that as PDF"
        )
    try:
        with private_folder() as folder:
            (folder / "minutes.docx").write_bytes(word_file)
            subprocess.run(
                _command(program, folder), env=_environment(folder), capture_output=True,
                timeout=_TIME_LIMIT, check=True, creationflags=_NO_WINDOW,
            )  # fmt: skip
            return (folder / "minutes.pdf").read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        raise ExportRefused(
            f"LibreOffice made no PDF of the minutes ({type(error).__name__})"
        ) from None


def _command(program: str, folder: Path) -> list[str]:
    # A profile of its own, so that it works while the clerk has LibreOffice open.
    profile = (folder / "profile").as_uri()
    return [
        program, f"-env:UserInstallation={profile}", "--headless", "--convert-to",
        f"pdf:writer_pdf_Export:{json.dumps(_OPTIONS)}", "--outdir", str(folder),
        str(folder / "minutes.docx"),
    ]  # fmt: skip


def _environment(folder: Path) -> dict[str, str]:
    """What LibreOffice itself keeps for a while may hold the minutes' text too."""
    return {**os.environ, "TMPDIR": str(folder), "TMP": str(folder), "TEMP": str(folder)}
