"""The bytes of a notes file become lines, whatever program wrote them, and what was odd is said."""

from __future__ import annotations

import codecs
from collections.abc import Sequence

from msgspec import Struct

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.text import LONGEST_LINE, clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = (
    (b"PK\x03\x04", "a Word document or another packed file"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich-text file"),
    (b"\x1f\x8b", "a packed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
#: Of how many characters one may be a control character before the file is no text; a few stray
#: ones make no other file of a short note.
_TEXT, _STRAY = 20, 16
_FALLBACK = "minute-taker-windows-1252"


class NotesRefused(Refused):
    """A notes file can't be taken; the message is a sentence that names the line where it can."""


class Decoded(Struct, frozen=True):
    """The lines of a file, and what is to be said of how it was read."""

    lines: list[str]
    remarks: list[str]


def decode(data: bytes) -> Decoded:
    """Read bytes as text: UTF-8, UTF-16 with its mark, or else Windows-1252 (and so Latin-1).

    Raises NotesRefused for a file without a word, for other programs' documents, and for a line
    longer than ``LONGEST_LINE``.
    """
    if not data.strip():
        raise NotesRefused("the notes file is empty")
    for mark, what in _OTHER_FILES:
        if data.startswith(mark):
            raise NotesRefused(f"this is {what}, not a notes file; save it as plain text first")
    text, remarks = as_text(data)
    strange = clean(text).controls
    if strange > _STRAY and strange * _TEXT > len(text):
        raise NotesRefused(_no_text(text, strange))
    lines = text.splitlines()
    remarks += _about_line_ends(text)
    controls: dict[int, int] = {}
    words = False
    for number, line in enumerate(lines, 1):
        cleaned = clean(line)
        words = words or bool(cleaned.text)
        if len(cleaned.text) > LONGEST_LINE:
            raise NotesRefused(
                f"line {number} has {len(cleaned.text):,} characters; the longest line that is "
                f"taken has {LONGEST_LINE:,}"
            )
        if cleaned.controls:
            controls[number] = cleaned.controls
    if not words:
        raise NotesRefused("the notes file has no words in it")
    if controls:
        count = sum(controls.values())
        what = "1 control character was" if count == 1 else f"{count} control characters were"
        remarks.append(f"{what} left out ({lines_in_words(list(controls))})")
    return Decoded(lines, remarks)


def _no_text(text: str, controls: int) -> str:
    nul = text.count("\0")
    what = "a program's own file"
    if nul * 3 > len(text):
        what = "text in UTF-16 without its mark" if nul * 3 < len(text) * 2 else "an empty disk"
    share = round(100 * controls / len(text))
    return (
        f"this seems to be {what}, not a notes file: {share} of 100 characters are control "
        "characters; save it as plain text (UTF-8) first"
    )


def as_text(data: bytes) -> tuple[str, list[str]]:
    """The text that bytes hold, and remarks on how they were read; nothing in it is refused."""
    remarks = []
    encoding = "utf-8"
    for mark, marked in _MARKS:
        if data.startswith(mark):
            data, encoding = data[len(mark) :], marked
            remarks.append(f"the byte-order mark of {encoding[:6].upper()} was taken off")
            break
    if encoding != "utf-8":
        return data.decode(encoding, errors="replace"), remarks
    try:
        return data.decode("utf-8"), remarks
    except UnicodeDecodeError as error:
        first = data.count(b"\n", 0, error.start) + 1
        remarks.append(
            f"bytes that are not UTF-8 were read as Windows-1252 (Latin-1), from line {first} on"
        )
        return data.decode("utf-8", errors=_FALLBACK), remarks


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    text = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in stray)
    return text, error.end


codecs.register_error(_FALLBACK, _as_windows_1252)


def _about_line_ends(text: str) -> list[str]:
    pairs = text.count("\r\n")
    kinds = {
        "CR LF": pairs,
        "LF": text.count("\n") - pairs,
        "CR": text.count("\r") - pairs,
        "form feed": text.count("\f"),
        "vertical tab": text.count("\v"),
        "line separator": text.count("\u2028") + text.count("\u2029") + text.count("\x85"),
    }
    found = [name for name, count in kinds.items() if count]
    if len(found) <= 1 and not set(found) - {"CR LF", "LF", "CR"}:
        return []
    return [f"line ends of several kinds were taken: {', '.join(found)}"]


def lines_in_words(numbers: Sequence[int]) -> str:
    """ "line 4", "lines 4, 7 and 9", "lines 4, 7, 9 and 12 more"."""
    if len(numbers) == 1:
        return f"line {numbers[0]}"
    shown = [str(number) for number in numbers[:5]]
    rest = len(numbers) - len(shown)
    last = f"{rest} more" if rest else shown.pop()
    return f"lines {', '.join(shown)} and {last}"
