"""How everything that is shown as JSON is written: indented, for people and programs alike."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

# JSON itself escapes the others. They are escaped here too, and read again as they are.
_RAW = re.compile("[\x7f-\x9f\ufffe\uffff]")


def as_json(shape: Any) -> str:
    """A shape of records, dicts and lists as indented JSON text; paths are written as text."""
    text = msgspec.json.format(_encoded(shape), indent=2).decode()
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _encoded(shape: Any) -> bytes:
    try:
        return msgspec.json.encode(shape, enc_hook=_as_text)
    except UnicodeEncodeError:
        # Bytes of a file's name that are no UTF-8 may stand in any text of the shape.
        plain = json.dumps(msgspec.to_builtins(shape, enc_hook=_as_text), ensure_ascii=False)
        return plain.encode("utf-8", "replace")


def _as_text(value: Any) -> str:
    # A file's name may hold bytes that are no UTF-8.
    return str(value).encode("utf-8", "replace").decode()
