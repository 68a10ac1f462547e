"""A package of parts as the bytes of a file: the same parts, the same bytes.

python-docx writes each part with the time of day; a file that differs whenever it is written
cannot be compared with the one before.
"""

from __future__ import annotations

import io
import zipfile
from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.oxml import CT_Types, serialize_part_xml
from docx.opc.package import OpcPackage
from docx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI

#: The first moment that a zip file can name.
_FIXED = (1980, 1, 1, 0, 0, 0)


def package_bytes(package: OpcPackage, *, small: bool = True) -> bytes:
    """The package as a zip file; ``small`` False leaves the parts as they are, for memory."""
    parts: list[Any] = list(package.iter_parts())
    for part in parts:
        part.before_marshal()
    stream = io.BytesIO()
    method = zipfile.ZIP_DEFLATED if small else zipfile.ZIP_STORED
    with zipfile.ZipFile(stream, "w", method) as archive:

        def write(name: str, blob: bytes) -> None:
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = method
            info.create_system = 0  # the same on every system
            archive.writestr(info, blob, compresslevel=6 if small else None)

        write(CONTENT_TYPES_URI.membername, _content_types(parts))
        write(PACKAGE_URI.rels_uri.membername, package.rels.xml)
        for part in parts:
            write(part.partname.membername, part.blob)
            if len(part.rels):
                write(part.partname.rels_uri.membername, part.rels.xml)
    return stream.getvalue()


def _content_types(parts: list[Any]) -> bytes:
    types: Any = CT_Types.new()  # type: ignore[no-untyped-call]
    types.add_default("rels", CT.OPC_RELATIONSHIPS)
    types.add_default("xml", CT.XML)
    for part in sorted(parts, key=lambda part: str(part.partname)):
        types.add_override(part.partname, part.content_type)
    blob: bytes = serialize_part_xml(types)
    return blob
