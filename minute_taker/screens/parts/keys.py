"""How sentences name a key, with the user's own keys in the place of ours."""

from __future__ import annotations

import re

from textual.binding import Binding
from textual.dom import DOMNode
from textual.keys import REPLACED_KEYS, key_to_character

_PLACE = re.compile(r"\{([\w.-]+)(?::(\d+))?\}")
_NAMES = {
    "escape": "Esc",
    "insert": "Ins",
    "delete": "Del",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def spelled(keys: str) -> str:
    """Return the first of some keys as a sentence names it: ``Ctrl+Z``, ``F9``, ``Esc``."""
    parts = keys.split(",")[0].strip().split("+")
    return "+".join(_spelled_one(part) for part in parts)


def _spelled_one(part: str) -> str:
    """Return one key of a chord as a sentence names it: ``full_stop`` is ``.``."""
    character = key_to_character(REPLACED_KEYS.get(part, part)) if len(part) > 1 else None
    if character is not None and character.isprintable() and not character.isspace():
        return character
    return _NAMES.get(part, part.capitalize())


def key_name(node: DOMNode, binding: str) -> str:
    """Return the key of the binding with that id, one of ``node``'s own, as sentences name it."""
    own: str = getattr(node.app, "own_keys", {}).get(binding, "")
    return spelled(own or _default_keys(type(node), binding))


def with_keys(node: DOMNode, sentence: str) -> str:
    """Return a sentence with the keys of ``node``'s bindings in the place of their ids.

    ``{capture.help}`` becomes ``F1``; ``{capture.help:8}`` is filled with spaces to 8 letters.
    """
    return _PLACE.sub(lambda at: key_name(node, at[1]).ljust(int(at[2] or 0)), sentence)


def _default_keys(kind: type[DOMNode], binding: str) -> str:
    for each in kind.__mro__:
        for found in Binding.make_bindings(each.__dict__.get("BINDINGS", [])):
            if found.id == binding:
                return found.key
    raise KeyError(f"{kind.__name__} has no binding {binding}")
