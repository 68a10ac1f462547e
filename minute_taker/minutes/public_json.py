"""How everything that is shown as JSON is written: indented, for people and programs alike."""

from __future__ import annotations

from typing import Any

import msgspec


def as_json(shape: Any) -> str:
    """A shape of records, dicts and lists as indented JSON text; paths are written as text."""
    return msgspec.json.format(msgspec.json.encode(shape, enc_hook=str), indent=2).decode()
