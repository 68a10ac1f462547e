"""What is asked of every file before it is read: that it is small enough, and no trap.

Files are data. Nothing that one names is ever fetched, and nothing that one declares is
expanded.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from typing import Any

from lxml import etree

from minute_taker.importing.errors import ImportRefused

#: Bytes of a file. An agenda with its page furniture has some 100 kB, a photograph in it more.
LARGEST_FILE = 32 * 1024 * 1024
#: Bytes of one part of a packed file once it is unpacked, and how many parts it may have.
LARGEST_PART = 32 * 1024 * 1024
MOST_PARTS = 5_000
#: Items and people of one file; a council has some 100 members, an agenda some 50 items.
MOST_ROWS = 5_000

#: lxml has no types of its own; an element is what its functions return.
Element = Any


def read_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises ImportRefused where there is none, or it is too large."""
    try:
        if path.is_dir():
            raise ImportRefused(f"{path.name} is a folder")
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise ImportRefused(f"there is no file {path}") from None
    except (OSError, ValueError) as why:
        reason = getattr(why, "strerror", None) or "its name is no file's name"
        raise ImportRefused(f"{path.name} can't be read: {reason}") from None
    check_size(data)
    return data


def check_size(data: bytes) -> None:
    """Raises ImportRefused for more bytes than any agenda has."""
    if len(data) > LARGEST_FILE:
        raise ImportRefused("this file is too large to be an agenda or a list of people")


class Package:
    """The parts of a packed file, each unpacked when it is asked for and never beyond its limit.

    Raises ImportRefused for what is damaged, and for what would unpack to more than it may.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._names = {info.filename: info for info in self._archive.infolist()}
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
            raise ImportRefused("this packed file is damaged and can't be opened") from None
        if len(self._archive.infolist()) > MOST_PARTS:
            raise ImportRefused("this packed file has too many parts to be a Word document")

    @property
    def names(self) -> frozenset[str]:
        """The names of the parts."""
        return frozenset(self._names)

    def part(self, name: str) -> bytes:
        """The bytes of a part; empty where there is none."""
        info = self._names.get(name)
        if info is None:
            return b""
        if info.flag_bits & 0x1:
            raise ImportRefused("this document is locked with a password; save it without one")
        try:
            with self._archive.open(info) as part:
                # What the list of contents says of the size may be a lie: it is counted here.
                data = part.read(LARGEST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError,
                EOFError, RuntimeError):  # fmt: skip
            raise ImportRefused("this packed file is damaged and can't be read") from None
        if len(data) > LARGEST_PART:
            raise ImportRefused("this packed file unpacks to more than any document of this kind")
        return data


def parse_xml(data: bytes) -> Element:
    """The root of an XML document.

    Raises ImportRefused for what is no XML, for one that declares entities or a document type of
    its own, and for one that is nested deeper than anything a committee system writes.
    """
    # In UTF-16 every other byte is null.
    if b"<!doctype" in data.replace(b"\0", b"").lower():
        raise ImportRefused("this XML declares a document type or entities, and is not read")
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        no_network=True,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error).lower():
            raise ImportRefused("this XML is nested too deep to be an agenda") from None
        raise ImportRefused("this seems to be XML, but it is cut short or damaged") from None
    if root is None:
        raise ImportRefused("this seems to be XML, but there is nothing in it")
    return root


def parse_html(text: str) -> Element:
    """The root of a web page, mended as a browser mends it.

    Raises ImportRefused for a page without an element, and for one nested so deep that a part
    of it would be passed over.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace").replace(b"\0", b""), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise ImportRefused("this web page is nested too deep to be an agenda")
    if root is None:
        raise ImportRefused("this seems to be a web page, but there is nothing in it")
    return root
