"""Regular expressions that are compiled when they are first used.

The program has hundreds of them, and compiling all would take as long as drawing the first
screen; of most commands each needs a few.
"""

from __future__ import annotations

import re
from typing import Any, cast

_waiting: list[_Pattern] = []


class _Pattern:
    """Becomes the compiled expression, attribute by attribute."""

    def __init__(self, expression: str, flags: int) -> None:
        self._made_of = (expression, flags)
        _waiting.append(self)

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._made_of), name)
        # Found in the object itself from now on.
        setattr(self, name, found)
        return found


def pattern(expression: str, flags: int = 0) -> re.Pattern[str]:
    """Return what ``re.compile`` does, compiled when it is first used."""
    return cast("re.Pattern[str]", _Pattern(expression, flags))


def compile_one() -> bool:
    """Compile one expression that may still be waiting; return False where none is."""
    try:
        waiting = _waiting.pop()
    except IndexError:
        return False
    for name in ("fullmatch", "match", "search"):
        getattr(waiting, name)
    return True
