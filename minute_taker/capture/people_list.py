r"""Lists of people in a notes file's headings: ``Ann Example (Chairman), Bea Example (remote)``.

People are parted by commas outside brackets, or by ``;`` where there is one; a comma that comes
straight after a bracket parts them there too. What stands in brackets is a post, unless it is one
of the marks below. A backslash takes the meaning from the character after it, and from the mark
that begins with it (``(\remote)`` is a post).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from minute_taker.capture.signs import SOURCE_FORM
from minute_taker.minutes.model import Attendee, Group, State
from minute_taker.minutes.names import is_letters
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.people import CODE

#: A character, and whether a backslash stood before it.
_Chars = Sequence[tuple[str, bool]]

_GROUP_WORDS = {
    "member": Group.MEMBER,
    "officer": Group.OFFICER,
    "co-opted": Group.CO_OPTED,
    "also present": Group.ALSO_PRESENT,
}
_WORD_OF_GROUP = {group: word for word, group in _GROUP_WORDS.items()}
_NOBODY = pattern(r"(?:none|nil|-)\.?", re.IGNORECASE)
_CODE = pattern(rf"@({CODE.pattern})")
_SOURCE = pattern(SOURCE_FORM, re.IGNORECASE)
_SPECIAL = pattern(r"([\\(),;])")


class Named(Struct, frozen=True, kw_only=True):
    """One person of a list.

    ``substitute`` is who came in this person's place, ``substitute_for`` in whose place this
    person came. ``group`` is None where the list itself says it.
    """

    name: str
    post: str = ""
    substitute: str = ""
    substitute_for: str = ""
    no_substitute: bool = False
    organisation: str = ""
    remote: bool = False
    independent: bool = False
    called: str = ""
    pronoun: Literal["", "he", "she", "they"] = ""
    expected: bool = False
    code: str = ""
    source: str = ""
    group: Group | None = None


def _characters(value: str) -> list[tuple[str, bool]]:
    chars: list[tuple[str, bool]] = []
    escaped = False
    for char in value:
        if char == "\\" and not escaped:
            escaped = True
            continue
        chars.append((char, escaped))
        escaped = False
    return [*chars, ("\\", False)] if escaped else chars


def _words(chars: _Chars) -> str:
    return " ".join("".join(char for char, _ in chars).split())


def _split(chars: _Chars, separator: str) -> list[_Chars]:
    """Part at separators outside brackets."""
    parts: list[_Chars] = []
    begin = depth = 0
    for index, (char, escaped) in enumerate(chars):
        if escaped:
            continue
        if char == "(":
            depth += 1
        elif char == ")":
            depth = max(0, depth - 1)
        elif char == separator and not depth:
            parts.append(chars[begin:index])
            begin = index + 1
    return [*parts, chars[begin:]]


def _split_after_brackets(chars: _Chars) -> list[_Chars]:
    """Part at the commas that come straight after a closing bracket."""
    first, *rest = _split(chars, ",")
    parts = [first]
    for part in rest:
        before = [char for char in parts[-1] if char != (" ", False)]
        if before and before[-1] == (")", False):
            parts.append(part)
        else:
            parts[-1] = [*parts[-1], (",", False), *part]
    return parts


def _with_letters(parts: Sequence[_Chars]) -> list[_Chars]:
    """The parts of a list, letters after a name (MBE, LL.B) with the name that they belong to."""
    people: list[_Chars] = []
    for part in parts:
        outside, _ = _brackets(part)
        if people and is_letters(_words(outside)) and not any(escaped for _, escaped in part):
            people[-1] = [*people[-1], (",", False), *part]
        else:
            people.append(part)
    return people


def _brackets(chars: _Chars) -> tuple[_Chars, list[_Chars]]:
    """What stands outside brackets, and what stands in each."""
    outside: list[tuple[str, bool]] = []
    inside: list[_Chars] = []
    begin = depth = 0
    for index, (char, escaped) in enumerate(chars):
        if char == "(" and not escaped:
            depth += 1
            begin = index + 1 if depth == 1 else begin
        elif char == ")" and not escaped and depth:
            depth -= 1
            if not depth:
                inside.append(chars[begin:index])
                outside.append((" ", False))
        elif not depth:
            outside.append((char, escaped))
    return outside, [*inside, chars[begin:]] if depth else inside


def _mark(part: _Chars, *, absent: bool) -> dict[str, object] | None:
    """The field that a mark in brackets sets; None for a post."""
    while part and part[0] == (" ", False):
        part = part[1:]
    words = _words(part)
    lowered = words.lower()
    if not words or part[0][1]:
        return None
    if lowered in ("remote", "independent"):
        return {lowered: True}
    if lowered in ("he", "she", "they"):
        return {"pronoun": lowered}
    if lowered == "expected" and not absent:
        return {"expected": True}
    if lowered == "no substitute":
        return {"no_substitute": True}
    if lowered.startswith("substitute for "):
        return {"substitute_for": words[len("substitute for ") :]}
    if lowered.startswith("substitute "):
        field = "substitute" if absent else "substitute_for"
        return {field: words[len("substitute ") :]}
    if lowered.startswith("of "):
        return {"organisation": words[len("of ") :]}
    if lowered.startswith("called "):
        return {"called": words[len("called ") :]}
    if match := _SOURCE.fullmatch(words):
        return {"source": match[1]}
    if match := _CODE.fullmatch(words):
        return {"code": match[1].lower()}
    if absent and lowered in _GROUP_WORDS:
        return {"group": _GROUP_WORDS[lowered]}
    return None


def _person(chars: _Chars, *, absent: bool) -> Named | None:
    outside, brackets = _brackets(chars)
    name = _words(outside)
    if not name:
        return None
    fields: dict[str, object] = {}
    posts: list[str] = []
    for part in (part for bracket in brackets for part in _split(bracket, ",")):
        mark = _mark(part, absent=absent)
        if mark is not None and not mark.keys() & fields.keys():
            fields |= mark
        elif words := _words(part):
            posts.append(words)
    return Named(name=name, post=", ".join(posts), **fields)  # type: ignore[arg-type]


def parse_people(value: str, *, absent: bool = False) -> list[Named]:
    """Read a list; ``absent`` for those who did not come, whose marks may also name a group.

    "None" is an empty list.
    """
    if _NOBODY.fullmatch(value.strip()):
        return []
    chars = _characters(value)
    parts = _split(chars, ";")
    if len(parts) == 1:
        parts = _with_letters(_split(chars, ","))
    else:
        parts = [person for part in parts for person in _split_after_brackets(part)]
    people = (_person(part, absent=absent) for part in parts)
    return [person for person in people if person is not None]


_NAME = r"((?:[^\\{sep}]|\\.|\\$)*)"
_TWO_PARTS = tuple(
    pattern(_NAME.replace("{sep}", mark) + rf"{mark}(.*)", re.DOTALL) for mark in ";,"
)


def parse_clerk(value: str) -> tuple[str, str]:
    """A name and a contact, parted at the first ``;``, or where there is none at the first comma.

    The contact is everything after it, as it stands.
    """
    for form in _TWO_PARTS:
        if match := form.fullmatch(value):
            return _words(_characters(match[1])), match[2].strip()
    return _words(_characters(value)), ""


def format_clerk(name: str, contact: str) -> str:
    """Write a name and a contact so that :func:`parse_clerk` parts them again."""
    written = re.sub(r"([\\;])", r"\\\1", name)
    if "," in name or ";" in contact:
        return f"{written}; {contact}".rstrip()
    return f"{written}, {contact}" if contact else written


def _escaped(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)


def _post(post: str, *, absent: bool) -> str:
    """A post as it is, or guarded where it would be taken for something else."""
    read = parse_people(f"x ({post})", absent=absent)
    if read == [Named(name="x", post=post)]:
        return post
    guarded = _escaped(post)
    return guarded if guarded.startswith("\\") else f"\\{guarded}"


def _marks(person: Attendee, *, with_code: bool, absent: bool) -> str:
    """What stands in brackets after a name."""
    marks = [_post(person.post, absent=absent)] if person.post else []
    if absent and person.group is not Group.MEMBER:
        marks.append(_WORD_OF_GROUP[person.group])
    if person.organisation:
        marks.append(f"of {_escaped(person.organisation)}")
    if person.substitute_for:
        marks.append(f"substitute for {_escaped(person.substitute_for)}")
    if person.called:
        marks.append(f"called {_escaped(person.called)}")
    if person.no_substitute:
        marks.append("no substitute")
    marks += [word for word in ("remote", "independent") if getattr(person, word)]
    if person.pronoun:
        marks.append(person.pronoun)
    if person.state is State.EXPECTED:
        marks.append("expected")
    if _SOURCE.fullmatch(source := f"source {person.source}"):
        marks.append(source)
    if with_code:
        marks.append(f"@{person.code}")
    return f" ({', '.join(marks)})" if marks else ""


def format_people(
    people: Iterable[Attendee], explicit: frozenset[int], *, absent: bool = False
) -> str:
    """Write a list; the people whose ids are in ``explicit`` with their codes."""
    row = list(people)
    commas = any("," in person.name for person in row)
    entries = []
    for person in row:
        name = _escaped(person.name)
        if commas:
            name = name.replace("\\,", ",")
        if _NOBODY.fullmatch(name) or is_letters(person.name):
            name = f"\\{name}"
        entries.append(name + _marks(person, with_code=person.id in explicit, absent=absent))
    return "; ".join(entries) + (";" if len(row) == 1 else "") if commas else ", ".join(entries)
