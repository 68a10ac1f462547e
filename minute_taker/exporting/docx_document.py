"""The Word document: a base, the blocks in its styles, head, foot and properties.

Opening a base and laying the settings over its styles costs more than writing the minutes,
so the base is prepared once for each look and kept.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import docx
from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from minute_taker.composing.blocks import AnyBlock, Document, Heading, ListEntry, Paragraph
from minute_taker.composing.settings.typography import DocumentSettings
from minute_taker.composing.style import Style
from minute_taker.composing.style_limits import read_file
from minute_taker.composing.style_reader import STYLES_FOLDER
from minute_taker.composing.typography import in_letters, unbroken
from minute_taker.exporting.docx_base_parts import Rebuilt, left_out_sentence, rebuilt
from minute_taker.exporting.docx_blocks import Body, heading_level, visible
from minute_taker.exporting.docx_numbering import Geometry, Numbering
from minute_taker.exporting.docx_pages import (
    finish_sections,
    set_footer,
    set_header,
    set_pages,
    text_width,
)
from minute_taker.exporting.docx_save import package_bytes
from minute_taker.exporting.docx_styles import (
    HEADING_STYLES,
    LIST_STYLE_OF,
    NEEDED,
    STYLE_OF,
    complete,
    dress,
    twips,
)
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_variants import StyleBook
from minute_taker.exporting.docx_xml import (
    child,
    children,
    is_section,
    make,
    set_language,
    style_number,
    value,
)
from minute_taker.exporting.errors import ExportRefused
from minute_taker.exporting.printed_numbers import readings
from minute_taker.minutes.visible import visible_text

#: A digit in Arial is a little over half as wide as the type is high; bold is the same.
_DIGIT = 0.56
#: A longer number pushes its heading on and leaves the text where it is, in centimetres.
_MOST_ROOM = 3.0
#: Bytes of a base: one with a crest has some 100 kB.
_LARGEST_BASE = 12 * 1024 * 1024


class _Prepared(Struct, frozen=True):
    """A base made ready: its package, in memory, and the id of each style by its name."""

    package: bytes
    ids: dict[str, str]


def docx_bytes(document: Document, style: Style) -> bytes:
    """The minutes as the bytes of a .docx; the same document and style give the same bytes.

    Raises ExportRefused where the style's base document cannot be used.
    """
    look = style.document
    number = _number_room(document, look)
    indent = max(twips(look.text_indent_cm), number) if look.text_indent_cm else 0
    base = _prepared(*_identity(Path(look.base)), look, indent)
    word = docx.Document(io.BytesIO(base.package))
    part, body = word.part, word.element.body
    page = body[-1]
    geometry = Geometry(
        indent=indent,
        number=max(indent, number),
        step=twips(max(look.indent_cm, 0.6)),
        space=round(look.space_after_pt * 20),
        width=text_width(page),
        turned=text_width(page, turned=True),
    )
    if style.when.unbroken:
        document = replace(
            document, blocks=tuple(in_letters(block, unbroken) for block in document.blocks)
        )
    # An entry without a word has no paragraph, and no list is to be counted from it.
    blocks = tuple(b for b in document.blocks if not isinstance(b, ListEntry) or visible(b.runs))
    book = StyleBook(part.styles.element, base.ids)
    bare = frozenset(_bare_levels(blocks))
    numbering = Numbering(
        part.numbering_part.element, geometry, blocks, book,
        bullet=style.figures.bullet, marks=style.resolutions.marks, unnumbered=bare,
    )  # fmt: skip
    body.remove(page)
    set_header(part, page, base.ids["Header"], document.header)
    set_footer(part, page, base.ids["Footer"], document.footer, look.page_number)
    line = twips(look.signature_line_cm)
    writer = Body(body, page, book, numbering, geometry, line, look.size_pt)
    writer.write(blocks)
    body.append(page)
    finish_sections(body)
    numbering.finish()
    _set_properties(word, document)
    return package_bytes(part.package)


def _bare_levels(blocks: Iterable[AnyBlock]) -> Iterator[int]:
    """The levels, as Word will have them, of headings that stand there without a number."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading) and f"{block.number}{block.text}{block.suffix}".strip():
            level = heading_level(block.level, level)
            if not (block.text.strip() and readings(block.number)):
                yield level
        elif isinstance(block, Paragraph) and block.run_in:
            # Its number is among its words, or its paragraph says itself what it is.
            level = heading_level(block.run_in[0].heading, level)
            yield level


def base_remark(style: Style) -> str:
    """A sentence on what of the style's base document is not taken over; empty for nothing.

    Raises ExportRefused where the base cannot be used.
    """
    path = Path(style.document.base)
    return left_out_sentence(path.name, _opened(*_identity(path)).left_out)


def _check_styles(path: Path, ids: Mapping[str, str]) -> None:
    missing = [name for name in NEEDED if name not in ids]
    if missing:
        raise ExportRefused(
            f"{path.name} can't be a base for minutes: it has no style named {_listed(missing)}; "
            f"a copy of {STYLES_FOLDER / 'hillingdon' / 'base.docx'} has them all"
        )


def _number_room(document: Document, look: DocumentSettings) -> int:
    """The room that the longest minute's number or label needs before the text, in twips."""
    heads = [b.number for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    labels = [b.label for b in document.blocks if isinstance(b, Paragraph) and not b.level]
    longest = max(map(len, (*heads, *labels)), default=0)
    room = round(longest * _DIGIT * max(look.heading_size_pt, look.size_pt) * 20) + twips(0.2)
    return min(room, twips(_MOST_ROOM))


def _identity(path: Path) -> tuple[Path, int, int]:
    """Return a key that changes when the base file does."""
    try:
        state = path.stat()
    except OSError as error:
        raise ExportRefused(
            f"the base document {path} can't be read: {error.strerror or error}"
        ) from None
    return path, state.st_mtime_ns, state.st_size


@lru_cache(maxsize=8)
def _prepared(
    path: Path, changed: int, size: int, look: DocumentSettings, indent: int
) -> _Prepared:
    """The base with its text gone and, where nobody has changed it, the settings laid over it.

    A base that a clerk has changed in Word keeps the look, paper and margins given there.
    """
    base = _opened(path, changed, size)
    word = docx.Document(io.BytesIO(base.package))
    ids = _ids(word.part.styles.element)
    _check_styles(path, ids)
    part, body = word.part, word.element.body
    for element in list(body):
        if not is_section(element):
            body.remove(element)
    if not len(body):
        body.append(make("sectPr"))
    if base.ours:
        dress(part.styles.element, look, indent)
        set_pages(body[-1], look)
        _have_numbering(part)
        # Its lists come with the minutes, in the marks of the settings.
        del part.numbering_part.element[:]
    complete(part.styles.element, look, indent)
    ids = _ids(part.styles.element)
    for name in (*HEADING_STYLES, *(set(STYLE_OF.values()) - set(LIST_STYLE_OF.values()))):
        style_number(part.styles.element, ids[name], 0)
    _have_numbering(part)
    return _Prepared(package_bytes(part.package, small=False), ids)


@lru_cache(maxsize=4)
def _opened(path: Path, _changed: int, _size: int) -> Rebuilt:
    """A base as it may be used: what is ours as it is, what is another's made anew."""
    try:
        data = read_file(path, _LARGEST_BASE)
        if any(data == ours.read_bytes() for ours in STYLES_FOLDER.glob("*/base.docx")):
            return Rebuilt(data, ours=True)
        made = rebuilt(data)
        docx.Document(io.BytesIO(made.package))
    except OSError as error:
        raise ExportRefused(
            f"the base document {path} can't be read: {error.strerror or error}"
        ) from None
    except (ValueError, KeyError, etree.LxmlError, SyntaxError, zipfile.BadZipFile) as error:
        raise ExportRefused(
            f"{path.name} can't be a base for minutes: it is no Word document"
        ) from error
    return made


def _ids(styles: Element) -> dict[str, str]:
    """The ids of the paragraph and table styles by the names that Word shows."""
    # Word writes the names of its own styles in lower case ("heading 1"), and shows capitals.
    needed = {name.lower(): name for name in NEEDED}
    found: dict[str, str] = {}
    for style in children(styles, "style"):
        name = value(child(style, "name"))
        found[needed.get(name.lower(), name)] = value(style, "styleId")
    return found


def _have_numbering(part: Any) -> None:
    """Add a part for numberings where the base has none."""
    try:
        part.part_related_by(RT.NUMBERING)
    except KeyError:
        name = PackURI("/word/numbering.xml")
        new = XmlPart(name, CT.WML_NUMBERING, make("numbering"), part.package)
        part.relate_to(new, RT.NUMBERING)


def _set_properties(word: Any, document: Document) -> None:
    """Title, author and language; nothing of the minutes' text, and no time of day."""
    properties = word.core_properties
    # A base of a clerk's own names who made it and when; its minutes were not made then.
    del properties._element[:]
    properties.title = visible_text(document.title)[:255]
    properties.author = visible_text(document.council or document.committee)[:255]
    properties.language = document.language
    set_language(word.part.styles.element, document.language)


def _listed(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
