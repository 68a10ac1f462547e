"""Any file that a clerk has before a meeting, told by what is in it and read by its own reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.found import Found
from minute_taker.importing.limits import Package, check_size, read_bytes

#: How a file that is of no use here begins, what it is, and what to do about it.
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (
        b"%PDF",
        "this is a PDF, in which an agenda can't be told from its page; save the front sheet as"
        " Word (.docx) or the web page of the agenda, or copy the text and paste it",
    ),
    (b"\xd0\xcf\x11\xe0", "this is an old Word document or an e-mail; save it as .docx"),
    (b"{\\rtf", "this is a rich-text file; save it as .docx"),
    (b"\x89PNG", "this is a picture"),
    (b"\xff\xd8\xff", "this is a picture"),
    (b"GIF8", "this is a picture"),
    (b"\x1f\x8b", "this is a packed file; unpack it first"),
    (b"7z\xbc\xaf", "this is a packed file; unpack it first"),
    (b"Rar!", "this is a packed file; unpack it first"),
)
_PACKAGES = (
    ("xl/workbook.xml", "this is a spreadsheet; save the list as CSV"),
    ("ppt/presentation.xml", "this is a presentation"),
    ("content.xml", "this is an OpenDocument file; save it as .docx"),
)
_HTML = re.compile(
    r"(?:\s|<\?.*?\?>|<!--.*?-->)*"
    r"<(?:!doctype\s+html|(?:html|head|body|table|div|main|p|h[1-6]|meta|title|span)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_SAVED = re.compile(rb"\A(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*){1,20}", re.IGNORECASE)
_BEGINNING = 4096


def read_file(path: Path) -> Found:
    """What a file holds. Raises ImportRefused, one sentence that says what it seems to be."""
    data = read_bytes(path)
    try:
        return read(data)
    except ImportRefused as refused:
        raise ImportRefused(f"{path.name}: {refused}") from None


def read(data: bytes) -> Found:
    """What the bytes of a file hold; likewise."""
    check_size(data)
    beginning = data[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if not beginning:
        raise ImportRefused("this file is empty")
    for mark, what in _OTHERS:
        if data.startswith(mark) or beginning.startswith(mark):
            raise ImportRefused(what)
    if data.startswith(b"PK"):
        return _package(data)
    return _text(data)


def _package(data: bytes) -> Found:
    from minute_taker.importing.front_sheet import read_front_sheet
    from minute_taker.importing.last_minutes import are_minutes, read_last_minutes
    from minute_taker.importing.word_rows import read_rows

    package = Package(data)
    if "word/document.xml" not in package.names:
        for name, what in _PACKAGES:
            if name in package.names:
                raise ImportRefused(what)
        raise ImportRefused("this is a packed file and no Word document; unpack it first")
    rows = [block.row for block in read_rows(package)]
    if are_minutes(rows):
        return read_last_minutes(rows)
    return read_front_sheet(rows, "an agenda's front sheet")


def _text(data: bytes) -> Found:
    from minute_taker.capture.decoding import as_text

    page = _saved_page(data)
    text = _page_text(page or data)
    begun = text.lstrip("\ufeff \t\r\n")[:_BEGINNING]
    if page or (begun.startswith("<") and _HTML.match(begun)):
        from minute_taker.importing.web_page import read_web_page

        return read_web_page(text)
    if begun.startswith("<"):
        from minute_taker.importing.committee_xml import read_committee_xml

        return _xml(data, read_committee_xml)
    if begun.upper().startswith("BEGIN:VCALENDAR"):
        from minute_taker.importing.invitation import read_invitation

        return read_invitation(text)
    if begun.startswith(("{", "[{")):
        return _draft(data)
    text, _ = as_text(data)
    if "\0" in text or sum(not (c.isprintable() or c.isspace()) for c in begun) > len(begun) / 20:
        raise ImportRefused("this is no text, no web page and no Word document")
    return _plain(data, text)


def _xml(data: bytes, reader: Callable[[bytes], Found]) -> Found:
    """XML; where its bytes are none of the encoding that it declares, as Windows-1252."""
    from minute_taker.capture.decoding import as_text

    trimmed = data.lstrip(b" \t\r\n")
    try:
        return reader(trimmed)
    except ImportRefused as refused:
        text, remarks = as_text(trimmed)
        if not any("Windows-1252" in remark for remark in remarks):
            raise
        declared = text.partition("?>")[2] if text.startswith("<?xml") else text
        try:
            return reader(declared.lstrip().encode("utf-8", "replace"))
        except ImportRefused:
            raise refused from None


def _page_text(data: bytes) -> str:
    from minute_taker.capture.decoding import as_text

    declared = _CHARSET.search(data[:_BEGINNING])
    if declared and declared[1].lower() not in (b"utf-8", b"utf8"):
        try:
            return data.decode(declared[1].decode("ascii"), "strict")
        except (LookupError, UnicodeError):
            pass
    return as_text(data)[0]


def _saved_page(data: bytes) -> bytes:
    """The page of a web archive (one file for page and pictures); empty for any other file."""
    match = _SAVED.match(data[:_BEGINNING])
    if match is None or b"mime-version" not in match[0].lower():
        return b""
    import email
    import email.policy

    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload
    raise ImportRefused("this seems to be an e-mail or a web archive without a page in it")


def _draft(data: bytes) -> Found:
    from minute_taker.drafts.errors import Damaged, NewerSchema
    from minute_taker.drafts.reading import read_draft
    from minute_taker.importing.meetings import meeting_found

    if b'"_meta"' not in data[:_BEGINNING]:
        raise ImportRefused("this is a data file (JSON), but no draft of minutes")
    try:
        return meeting_found(read_draft(data).meeting, "a draft")
    except NewerSchema:
        raise ImportRefused("this is a draft of a newer version of the program") from None
    except Damaged as damaged:
        raise ImportRefused(f"this draft is damaged: {damaged}; open it first") from None


def _plain(data: bytes, text: str) -> Found:
    from minute_taker.capture.notes_headings import PEOPLE, VALUES
    from minute_taker.importing.front_sheet import read_front_sheet, text_rows
    from minute_taker.importing.members_list import is_members_list, read_members_list

    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise ImportRefused("this file is empty")
    signed = any(re.match(r"#[-:#]?\s", line) for line in lines)
    name = lines[0].partition(":")[0].strip().lower()
    if (name in {**VALUES, **PEOPLE} and ":" in lines[0]) or (signed and lines[0][0] == "#"):
        found = _notes(data)
        # A front sheet may begin as notes do ("Date: …"); only notes have headings with a sign.
        if found is not None and (signed or found.items):
            return found
        if found is not None and found.people and not _numbered(text):
            return found
    if is_members_list(text):
        return read_members_list(text)
    return read_front_sheet(text_rows(text), "a plain text")


def _numbered(text: str) -> bool:
    return re.search(r"^\s*1[.)\t ]\s*\S", text, re.MULTILINE) is not None


def _notes(data: bytes) -> Found | None:
    from minute_taker.capture.notes_reader import NotesRefused, read_notes
    from minute_taker.importing.meetings import meeting_found

    try:
        read = read_notes(data)
    except NotesRefused:
        return None
    return meeting_found(read.meeting, "a notes file").with_remarks(*read.remarks)
