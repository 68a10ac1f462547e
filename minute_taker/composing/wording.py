"""The sentences of a house style: wordings with named fields and optional parts.

A wording is a setting such as ``During this item, {who} left the meeting[ at {time}].``: a
field in braces is filled in, and a part in square brackets is printed only when every field
in it has something to print. A brace or bracket that is meant is doubled (``[[sic]]`` prints
``[sic]``). Which fields a wording may use is declared beside the setting, with
:func:`fields`; a style that uses another is refused when it is read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec

_TOKEN = re.compile(r"\[\[|\]\]|\{\{|\}\}|\[|\]|\{([a-z_]+)\}|[{}]|[^\[\]{}]+")

#: Declares a setting to be a regular expression: ``Annotated[str, PATTERN]``.
PATTERN = msgspec.Meta(extra_json_schema={"pattern": True})

#: A piece of a wording: (is a field, its text), grouped into parts (is optional, pieces).
_Piece = tuple[bool, str]
_Part = tuple[bool, tuple[_Piece, ...]]


def fields(*names: str) -> msgspec.Meta:
    """Declare the fields that a wording may use, inside ``Annotated[str, fields(…)]``.

    A wording that names somebody as ``{who}`` may also say his, her or their ``{possessive}``,
    and he, she or they ``{pronoun}``.
    """
    of_people = ["possessive", "pronoun"] if "who" in names else []
    return msgspec.Meta(extra_json_schema={"fields": [*names, *of_people]})


@lru_cache(maxsize=1024)
def _parts(wording: str) -> tuple[_Part, ...]:
    parts: list[_Part] = []
    pieces: list[_Piece] = []
    optional = False
    for match in _TOKEN.finditer(wording):
        token = match[0]
        if match[1]:
            pieces.append((True, match[1]))
        elif token in ("[", "]"):
            if optional is (token == "["):
                raise ValueError(f"has a {token} too many; a bracket that is meant is doubled")
            parts.append((optional, tuple(pieces)))
            pieces, optional = [], token == "["
        elif token in ("{", "}"):
            raise ValueError(f"has a {token} that names no field; a brace that is meant is doubled")
        else:
            pieces.append((False, token[0] if token in ("[[", "]]", "{{", "}}") else token))
    if optional:
        raise ValueError("has a [ that is never closed; a bracket that is meant is doubled")
    parts.append((False, tuple(pieces)))
    return tuple(part for part in parts if part[1])


def field_names(wording: str) -> list[str]:
    """The names of the fields of a wording, each as often as it stands there.

    Raises ValueError, with the rest of a sentence, where brackets or braces do not match.
    """
    return [text for _, pieces in _parts(wording) for is_field, text in pieces if is_field]


def fields_in(wording: str) -> frozenset[str]:
    """The names of the fields a wording uses."""
    return frozenset(field_names(wording))


def fill(wording: str, **values: str) -> str:
    """The wording with its fields filled in; optional parts with an empty field are left out."""
    if not wording:
        return ""
    said: list[str] = []
    for optional, pieces in _parts(wording):
        if optional and not all(values.get(text, "") for is_field, text in pieces if is_field):
            continue
        said += [values.get(text, "") if is_field else text for is_field, text in pieces]
    return "".join(said)


def declared_fields(annotation: Any) -> frozenset[str] | None:
    """The fields declared for a setting by :func:`fields`; None where it is no wording."""
    for meta in getattr(annotation, "__metadata__", ()):
        if isinstance(meta, msgspec.Meta) and "fields" in (meta.extra_json_schema or {}):
            return frozenset((meta.extra_json_schema or {})["fields"])
    return None
