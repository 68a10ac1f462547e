"""What a base document brings into the minutes: what is known to be harmless, and nothing else.

A base may come from anywhere, and what is published must fetch nothing, run nothing and carry
no file of somebody else's. So a base is built anew of the parts that are known here, under names
of ours, and of their elements those that are known. All other parts and whatever points out of
the package stay behind, and what a clerk would miss is named.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree
from msgspec import Struct

from minute_taker.composing.sentences import listed
from minute_taker.exporting import docx_base_elements as elements
from minute_taker.exporting.docx_text import MAIN, Element

_W = f"{{{MAIN}}}"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_MOST_PARTS = 1_000
#: Bytes, unpacked: of all XML, which in memory takes some thirty times as much, and of pictures.
_MOST_XML = 4 * 1024 * 1024
_MOST_PICTURES = 8 * 1024 * 1024


class _Kind(Struct, frozen=True):
    """A part that is known: its name here, what it is and its root, how it is cleaned."""

    name: str
    content_type: str
    root: str
    clean: Callable[[Element, frozenset[str]], set[str]]


#: The parts of the document by their relationship to it.
_KINDS: Mapping[str, _Kind] = {
    RT.STYLES: _Kind("word/styles.xml", CT.WML_STYLES, "styles", elements.clean_settings),
    RT.NUMBERING: _Kind("word/numbering.xml", CT.WML_NUMBERING, "numbering", elements.clean_lists),
    RT.SETTINGS: _Kind("word/settings.xml", CT.WML_SETTINGS, "settings", elements.clean_options),
    RT.FONT_TABLE: _Kind("word/fontTable.xml", CT.WML_FONT_TABLE, "fonts", elements.clean_settings),
    RT.THEME: _Kind("word/theme/theme1.xml", CT.OFC_THEME, "theme", elements.clean_drawing),
    RT.HEADER: _Kind("word/header{}.xml", CT.WML_HEADER, "hdr", elements.clean_story),
    RT.FOOTER: _Kind("word/footer{}.xml", CT.WML_FOOTER, "ftr", elements.clean_story),
}
#: Pictures are known by how they begin, whatever they call themselves.
_PICTURES = {
    b"\x89PNG\r\n\x1a\n": ("png", CT.PNG),
    b"\xff\xd8\xff": ("jpeg", CT.JPEG),
    b"GIF8": ("gif", CT.GIF),
    b"II*\0": ("tiff", CT.TIFF),
    b"MM\0*": ("tiff", CT.TIFF),
}
#: What nobody misses: it says nothing on the page, or stood in the text, which a base has not.
_NOT_MISSED = elements.words_of(
    "comments commentsExtended commentsExtensible commentsIds core-properties "
    "custom-properties customXml endnotes extended-properties footnotes image "
    "metadata/core-properties people printerSettings settings styles stylesWithEffects "
    "thumbnail webSettings font"
)
_CALLED = {
    "attachedTemplate": "a link to a template",
    "hyperlink": "links",
    "image": "pictures that are not in the file",
    "oleObject": "embedded objects",
    "package": "embedded files",
    "control": "controls",
    "vbaProject": "macros",
    "aFChunk": "text of another file",
    "subDocument": "text of another file",
    "glossaryDocument": "building blocks",
    "mailMergeSource": "a mail merge",
    "extensibility": "buttons for Word",
    "keyMapCustomizations": "keys for Word",
}


class Rebuilt(Struct, frozen=True):
    """A base made anew: the bytes of its package, and what was left behind, in words.

    ``ours`` is a base that the program made, which stays as it is.
    """

    package: bytes
    left_out: tuple[str, ...] = ()
    ours: bool = False


class _Relation(Struct, frozen=True):
    ident: str
    type: str
    #: The name of a part; empty for what is outside.
    target: str


def rebuilt(data: bytes) -> Rebuilt:
    """The base document made anew of what is known, as a document even where it is a template.

    Raises ValueError where it is no Word document, KeyError where a part of it is missing.
    """
    source = _Source(data)
    opening = source.relations("")
    main = next((one for one in opening if one.type == RT.OFFICE_DOCUMENT and one.target), None)
    if main is None:
        raise ValueError("there is no document in it")
    left = {_called(one) for one in opening if one is not main}
    body = source.xml(main.target)
    if body.tag != f"{_W}document":
        raise ValueError("it is no text document")
    made = _Made()
    kept: list[tuple[str, str, str]] = []
    for one in source.relations(main.target):
        kind = _KINDS.get(one.type)
        if kind is None or not one.target:
            left.add(_called(one))
            continue
        name = made.part(kind, source, one.target, left)
        kept.append((one.ident, one.type, name))
    left |= elements.clean_document(body, frozenset(ident for ident, _, _ in kept))
    made.document(body, kept)
    return Rebuilt(made.package(), tuple(sorted(left - {""})))


def left_out_sentence(name: str, left_out: tuple[str, ...]) -> str:
    """The sentence that names what of a base was left behind; empty where nothing was."""
    return (
        f"of the base document {name} were left out: {listed(list(left_out))}" if left_out else ""
    )


def _called(one: _Relation) -> str:
    """What is left behind with a relationship, in words; empty for what nobody misses."""
    kind = one.type.rpartition("/")[2]
    if kind in _NOT_MISSED and (one.target or kind != "image"):
        return ""
    return _CALLED.get(kind, f"what it calls “{kind}”")


class _Source:
    """The parts of a packed base, each read when it is asked for, and all within limits."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {info.filename.lower(): info for info in self._archive.infolist()}
        self._room = {True: _MOST_XML, False: _MOST_PICTURES}
        if len(self._archive.infolist()) > _MOST_PARTS:
            raise ValueError("it has too many parts")

    def _read(self, name: str, *, xml: bool) -> bytes:
        info = self._names[name.lower()]
        try:
            # What the list of contents says of the size may be a lie: it is counted here.
            with self._archive.open(info) as part:
                data = part.read(self._room[xml] + 1)
        except (zlib.error, RuntimeError, NotImplementedError, EOFError) as error:
            raise ValueError("it is damaged or locked") from error
        self._room[xml] -= len(data)
        if self._room[xml] < 0:
            raise ValueError("it unpacks to more than a base may have")
        return data

    def picture(self, name: str) -> bytes:
        """The bytes of a picture."""
        return self._read(name, xml=False)

    def xml(self, name: str) -> Element:
        """The root of a part."""
        data = self._read(name, xml=True)
        if b"<!doctype" in data.replace(b"\0", b"").lower():
            raise ValueError("it declares a document type")
        parser = etree.XMLParser(
            resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        return etree.fromstring(data, parser)

    def relations(self, name: str) -> list[_Relation]:
        """The relationships of a part, or with no name of the package; none where none stand."""
        folder, _, last = name.rpartition("/")
        place = posixpath.join(folder, "_rels", f"{last}.rels")
        if place.lower() not in self._names:
            return []
        found = []
        for one in self.xml(place).iter(f"{{{_RELATIONS}}}Relationship"):
            target = unquote(one.get("Target") or "")
            inside = one.get("TargetMode") != "External"
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            known = inside and path.lower() in self._names
            kind = one.get("Type") or ""
            found.append(_Relation(one.get("Id") or "", kind, path if known else ""))
        return found


class _Made:
    """The package that is made."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[str, bytes]] = {}
        self._by_source: dict[tuple[str, str], str] = {}
        self._relations: dict[str, list[tuple[str, str, str]]] = {}

    def part(self, kind: _Kind, source: _Source, target: str, left: set[str]) -> str:
        """Take a part over, with the pictures in it; its name here."""
        known = self._by_source.get((kind.name, target))
        if known:
            return known
        root = source.xml(target)
        if etree.QName(root).localname != kind.root:
            raise ValueError(f"its {kind.root} are none")
        pictures = []
        for one in source.relations(target):
            name = self._picture(source, one) if kind.clean is elements.clean_story else ""
            if name:
                pictures.append((one.ident, RT.IMAGE, name))
            else:
                left.add(_called(one))
        left |= kind.clean(root, frozenset(ident for ident, _, _ in pictures))
        name = kind.name.format(len(self._parts))
        self._by_source[kind.name, target] = name
        self._add(name, kind.content_type, root, pictures)
        return name

    def _picture(self, source: _Source, one: _Relation) -> str:
        """Take a picture over; its name here, or nothing where it is none that is known."""
        if one.type != RT.IMAGE or not one.target:
            return ""
        known = self._by_source.get(("picture", one.target))
        if known:
            return known
        data = source.picture(one.target)
        for opening, (ending, content_type) in _PICTURES.items():
            if data.startswith(opening):
                name = f"word/media/image{len(self._parts)}.{ending}"
                self._by_source["picture", one.target] = name
                self._parts[name] = (content_type, data)
                return name
        return ""

    def document(self, root: Element, relations: list[tuple[str, str, str]]) -> None:
        """Add the document itself."""
        self._add("word/document.xml", CT.WML_DOCUMENT_MAIN, root, relations)

    def _add(
        self, name: str, content_type: str, root: Element, relations: list[tuple[str, str, str]]
    ) -> None:
        etree.cleanup_namespaces(root, keep_ns_prefixes=elements.ignorable_prefixes(root))
        self._parts[name] = (content_type, etree.tostring(root, encoding="utf-8"))
        self._relations[name] = relations

    def package(self) -> bytes:
        """The bytes of the package."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            types = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})
            etree.SubElement(types, f"{{{_TYPES}}}Default", Extension="rels",
                             ContentType=CT.OPC_RELATIONSHIPS)  # fmt: skip
            for name, (content_type, data) in self._parts.items():
                etree.SubElement(types, f"{{{_TYPES}}}Override", PartName=f"/{name}",
                                 ContentType=content_type)  # fmt: skip
                archive.writestr(name, data)
            archive.writestr("[Content_Types].xml", etree.tostring(types))
            opening = [("rId1", RT.OFFICE_DOCUMENT, "word/document.xml")]
            for name, relations in {"": opening, **self._relations}.items():
                folder, _, last = name.rpartition("/")
                place = posixpath.join(folder, "_rels", f"{last}.rels")
                archive.writestr(place, _rels(relations))
        return stream.getvalue()


def _rels(relations: list[tuple[str, str, str]]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
    for ident, kind, name in relations:
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=ident, Type=kind,
                         Target=f"/{name}")  # fmt: skip
    data: bytes = etree.tostring(root)
    return data
