"""A notes file becomes a meeting, line by line, as if it had been typed."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from minute_taker.capture.decoding import NotesRefused, decode, lines_in_words
from minute_taker.capture.entries import Blank, LineEntry
from minute_taker.capture.long_notes import LongNotes
from minute_taker.capture.notes_headings import read_head
from minute_taker.capture.session import Session
from minute_taker.minutes.changes import SetAttendance, SetHead
from minute_taker.minutes.checking import unsettled_parts
from minute_taker.minutes.checking.verbs import not_understood
from minute_taker.minutes.model import Kind, Meeting
from minute_taker.minutes.text import clean

__all__ = ["NotesRead", "NotesRefused", "read_notes", "read_notes_file"]

#: A notes file is text that somebody typed; anything longer is another file.
LARGEST_FILE = 64 * 1024 * 1024


class NotesRead(Struct, frozen=True):
    """The meeting, and sentences for the clerk on what was odd in the file."""

    meeting: Meeting
    remarks: tuple[str, ...] = ()


def read_notes(data: bytes) -> NotesRead:
    """Read a notes file's bytes.

    A command in the file is obeyed as in the composer; one that can't be is kept as text, and
    said. Raises NotesRefused for bytes that hold no words, for a line that is too long, and for
    a heading that is unknown, given twice, or has a value that is not accepted.
    """
    decoded = decode(data)
    head = read_head(decoded.lines)
    session = Session(Meeting(), clock=None)
    if head.values:
        session.do(SetHead(head.values))
    if head.attendance:
        session.do(SetAttendance(head.attendance))
    kept: list[int] = []
    empty: list[int] = []
    body = decoded.lines[head.used :]
    commands = any(raw.lstrip().startswith((":", "s/")) for raw in body)
    reading = LongNotes(session, commands=commands)
    for number, raw in enumerate(body, head.used + 1):
        entry = reading.read(raw)
        if isinstance(entry, Blank):
            empty += [number] if clean(raw).text else []
            continue
        if reading.take(entry).outcome == "refused":
            reading.take(LineEntry(Kind.TEXT, clean(raw).text))
            kept.append(number)
    meeting = reading.meeting
    remarks = decoded.remarks
    if kept:
        remarks.append(f"a command could not be obeyed and was kept as text: {_at(kept)}")
    remarks += [
        f"note: line {finding.line}: {finding.words}"
        for item, line in meeting.lines()
        for finding in not_understood(item, line)
    ]
    if meeting.style and _brings_a_style(meeting):
        remarks.append(
            f"the house style {meeting.style} is a file, and is used only when you say so"
        )
    if empty:
        remarks.append(f"a sign with nothing after it was left out: {_at(empty)}")
    # Commands of line mode do not serve a file: what is said is what its heading can say.
    remarks += [
        f"{found.words.partition(';')[0]}; (Part I) or (Part II) in its heading settles it"
        for found in unsettled_parts(meeting)
        if found.item is not None
    ]
    return NotesRead(meeting, tuple(remarks))


def _brings_a_style(meeting: Meeting) -> bool:
    from minute_taker.composing.style import not_agreed

    return bool(not_agreed(meeting))


def _at(numbers: list[int]) -> str:
    return lines_in_words(numbers)


def read_notes_file(path: Path | str) -> NotesRead:
    """Read a notes file; a file that is not there or can't be read is a NotesRefused, too."""
    path = Path(path)
    try:
        if path.is_dir():
            raise NotesRefused(f"{path.name} is a folder, not a notes file")
        if path.stat().st_size > LARGEST_FILE:
            raise NotesRefused(f"{path.name} is too large for a notes file")
        data = path.read_bytes()
    except FileNotFoundError:
        raise NotesRefused(f"there is no file {path}") from None
    except (OSError, ValueError) as why:
        reason = getattr(why, "strerror", None) or "its name is no file's name"
        raise NotesRefused(f"{path.name} can't be read: {reason}") from None
    return read_notes(data)
