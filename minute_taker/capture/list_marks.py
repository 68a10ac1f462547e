"""The marks of pasted lists: "1.", "(a)", "iv)", "•", and how deep each stands."""

from __future__ import annotations

import re

from minute_taker.minutes.patterns import pattern

_NUMBERED = pattern(r"\(?(\d{1,2}|[a-z]|[ivx]{2,5})[.)]\s+(\S.*)", re.DOTALL | re.IGNORECASE)
#: Bullets of Word and of plain text; U+F0B7 and U+F0A7 are Word's own in the Symbol font.
_BULLET = pattern(r"([•·▪●◦‣∙○■□–—*\-o§\uf0b7\uf0a7])\s+(\S.*)", re.DOTALL)
_DEEPEST = 3


class _Levels:
    """Which marks have been seen, from the outermost in: a mark not seen yet goes deeper."""

    def __init__(self) -> None:
        self._seen: list[str] = []

    @property
    def begun(self) -> bool:
        """Whether there was a mark yet."""
        return bool(self._seen)

    def _level(self, mark: str) -> int:
        if mark in self._seen:
            del self._seen[self._seen.index(mark) + 1 :]
        else:
            self._seen.append(mark)
        return min(len(self._seen) - 1, _DEEPEST)


class BulletLevels(_Levels):
    """Reads the paragraphs of a bulleted list."""

    def read(self, text: str) -> tuple[int, str] | None:
        """The level and the words of a bullet, or None.

        An "o" is a bullet (Word's second level) only below another.
        """
        match = _BULLET.fullmatch(text)
        if match is None or (match[1] == "o" and not self.begun):
            return None
        return self._level(match[1]), match[2]


class NumberLevels(_Levels):
    """Reads the paragraphs of a numbered list."""

    def __init__(self) -> None:
        super().__init__()
        self._last_letter = ""

    def read(self, text: str) -> tuple[int, str] | None:
        """The level and the words of a numbered paragraph, or None."""
        match = _NUMBERED.fullmatch(text)
        if match is None:
            return None
        return self._level(self._mark(match[1].lower())), match[2]

    def _mark(self, number: str) -> str:
        """The kind of number: digits, letters or Roman, of which i, v and x can be either."""
        if number.isdigit():
            return "1"
        roman = len(number) > 1 or (
            number in "ivx"
            and (number == "i" or "i" in self._seen)
            and ord(self._last_letter or "a") + 1 != ord(number)
        )
        if roman:
            return "i"
        self._last_letter = number
        return "a"
