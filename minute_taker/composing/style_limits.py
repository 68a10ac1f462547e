"""How much a style may ask for: so large a file, so deep, and patterns that end in a moment.

A style file may come from anywhere. What is allowed here takes less than a second and a few
megabytes, whatever it says; what is not is refused when the style is read.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

# Python has no public name for a pattern that is read and not yet made.
from re import _constants, _parser  # type: ignore[attr-defined]
from typing import Any

from minute_taker.composing.wording import field_names

#: Bytes of a style.toml (the longest that comes with the program has 25 kB) and of a words.txt.
LARGEST_STYLE = 128 * 1024
LARGEST_WORDS = 1024 * 1024
#: How many styles may be based on one another.
LONGEST_CHAIN = 8
#: A pattern is looked for in so many characters of a title or a name, and no further.
_TITLE_LENGTH = 150

_DEEPEST = 12
_MOST_DOTS = 24
_MOST_ENTRIES = 2_000
_LONGEST_TEXT = 2_000
_LONGEST_PATTERN = 300
#: How often one field may stand in a wording. Wordings stand in one another, three deep.
_MOST_OF_A_FIELD = 4
#: The ways in which the patterns of one setting may be tried on a title.
_MOST_WAYS = 400_000

_STRINGS_AND_COMMENTS = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*', re.DOTALL
)


def read_file(path: Path, most: int) -> bytes:
    """The bytes of a file of a style.

    Raises OSError, its ``strerror`` a clause, where there is none, where it is no plain file
    (a pipe would never end) or where it has more than ``most`` bytes.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is no plain file", str(path))
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it has more than {most // 1024} kB", str(path))
    return data


def check_depth(text: str) -> None:
    """Raise ValueError for a TOML file that is nested deeper than any style."""
    bare = _STRINGS_AND_COMMENTS.sub('""', text)
    if any(line.count(".") > _MOST_DOTS for line in bare.split("\n")):
        raise ValueError("one of its lines has too many names joined by dots")
    depth = 0
    for sign in re.findall(r"[\[\]{}]", bare):
        depth += 1 if sign in "[{" else -1
        if depth > _DEEPEST:
            raise ValueError("it is nested too deep")


def check_amount(value: object) -> None:
    """Raise ValueError, with the rest of a sentence, for too long a text or too many entries."""
    if isinstance(value, str) and len(value) > _LONGEST_TEXT:
        raise ValueError(f"has more than {_LONGEST_TEXT} characters")
    if isinstance(value, list | dict) and len(value) > _MOST_ENTRIES:
        raise ValueError(f"has more than {_MOST_ENTRIES} entries")


def check_repeats(wording: str) -> None:
    """Raise ValueError for a wording that repeats a field beyond what any language wants."""
    for name, times in Counter(field_names(wording)).items():
        if times > _MOST_OF_A_FIELD:
            raise ValueError(f"has the field {{{name}}} more than {_MOST_OF_A_FIELD} times")


def any_match(patterns: tuple[str, ...], text: str) -> bool:
    """Whether one of a style's patterns is found in a title or a name, whatever the capitals."""
    return any(pattern.search(text[:_TITLE_LENGTH]) for pattern in _compiled(patterns))


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def check_patterns(patterns: Iterable[str]) -> None:
    """Raise ValueError for regular expressions that are none, or that may take long.

    Long is what can be read in very many ways, as ``(a+)+`` can, or what refers back to itself.
    """
    ways = 0
    for pattern in patterns:
        if len(pattern) > _LONGEST_PATTERN:
            raise ValueError(f"is a pattern of more than {_LONGEST_PATTERN} characters")
        try:
            re.compile(pattern)
            parsed = list(_parser.parse(pattern, re.IGNORECASE))
        except (re.error, OverflowError, RecursionError) as error:
            raise ValueError(f"is no regular expression: {error}") from None
        anchored = parsed[:1] == [(_constants.AT, _constants.AT_BEGINNING)]
        ways += _ways(parsed) * (1 if anchored else _TITLE_LENGTH)
        if ways > _MOST_WAYS:
            raise ValueError(
                f"could take too long ({pattern!r}): it repeats what can be read in several ways"
            )


def _ways(pattern: Sequence[tuple[Any, Any]]) -> int:
    """In how many ways a pattern could be tried from one place, at most; a bound, not a count."""
    ways, aside = 1, 0
    for (kind, value), after in zip(pattern, [*pattern[1:], (None, None)], strict=True):
        if kind in (_constants.ASSERT, _constants.ASSERT_NOT):
            aside += ways * _ways(value[1])
        elif kind is _constants.BRANCH:
            ways *= sum(_ways(alternative) for alternative in value[1])
        elif kind is _constants.SUBPATTERN:
            ways *= _ways(value[-1])
        elif kind is _constants.ATOMIC_GROUP:
            ways *= _ways(value)
        elif kind in _REPEATS and _one_end(value[2], after):
            aside += ways * _TITLE_LENGTH
        elif kind in _REPEATS:
            ways *= _ways_to_repeat(*value)
        elif kind not in _ONE_CHARACTER:
            ways = _MOST_WAYS
        if ways + aside >= _MOST_WAYS:
            return _MOST_WAYS + 1
    return ways + aside


def _ways_to_repeat(least: int, most: int, what: Sequence[tuple[Any, Any]]) -> int:
    if least > _TITLE_LENGTH:
        return _MOST_WAYS
    each, together = _ways(what), 0
    for times in range(int(least), min(int(most), _TITLE_LENGTH) + 1):
        together += each**times
        if together > _MOST_WAYS:
            break
    return together


def _one_end(what: Sequence[tuple[Any, Any]], after: tuple[Any, Any]) -> bool:
    """Whether a repeat can end in one place alone: what comes after it is none of what it takes."""
    if len(what) != 1:
        return False
    taken, next_taken = _characters(*what[0]), _characters(*after)
    return taken is not None and next_taken is not None and not taken & next_taken


def _characters(kind: Any, value: Any) -> frozenset[str] | None:
    """Which of some characters a piece of a pattern takes; None where it is not one character."""
    if kind is _constants.LITERAL:
        return frozenset(chr(value).lower())
    if kind is not _constants.IN:
        return None
    taken: set[str] = set()
    for part, what in value:
        if part is _constants.LITERAL:
            taken.add(chr(what).lower())
        elif part is _constants.RANGE:
            taken.update(chr(n).lower() for n in range(what[0], min(what[1], 0xFFFF) + 1))
        elif part is _constants.CATEGORY and what in _CATEGORIES:
            taken.update(c for c in _SOME if re.match(_CATEGORIES[what], c))
        else:
            return None
    return frozenset(taken)


#: Enough characters to tell what the categories have in common.
_SOME = [chr(n).lower() for n in range(0x250)]
_CATEGORIES = {
    _constants.CATEGORY_DIGIT: r"\d",
    _constants.CATEGORY_NOT_DIGIT: r"\D",
    _constants.CATEGORY_SPACE: r"\s",
    _constants.CATEGORY_NOT_SPACE: r"\S",
    _constants.CATEGORY_WORD: r"\w",
    _constants.CATEGORY_NOT_WORD: r"\W",
}
_REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
_ONE_CHARACTER = (
    _constants.LITERAL, _constants.NOT_LITERAL, _constants.ANY, _constants.IN, _constants.AT,
    _constants.CATEGORY,
)  # fmt: skip
