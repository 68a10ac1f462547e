"""What the composer's text will be: kind, depth and speaker, taken off the text as it is typed.

A badge and a text are together one line of the capture language, parted so that the clerk
sees the kind as a word and the sign is not in the way. ``join`` puts them together again.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.capture.signs import ESCAPE, SIGNS, Sign, is_glued, split_sign
from minute_taker.minutes.model import Attendee, Kind
from minute_taker.minutes.people import FREE_CODES

COMMAND_SIGN = ":"
DEEPEST = 3
_TEXT = SIGNS[0]
_COMMAND = Sign(COMMAND_SIGN, None, "command", ":", ":go 5")
_BY_SIGN = {sign.sign: sign for sign in (*SIGNS, _COMMAND)}
_STARTS = frozenset(sign[0] for sign in _BY_SIGN if sign) | {ESCAPE}
_SPOKEN = (Kind.QUESTION, Kind.ANSWER)
_MEND = re.compile(r"s/(?:[^/\\]|\\.)+/(?:[^/\\]|\\.)*/")
#: A code or a member of the public at the head of the text, and the space that ends it.
_PERSON = re.compile(r"(@[A-Za-z][A-Za-z0-9]{0,11}|\[[^\[\]]+\]):? ")
_MOST_PEOPLE = 2


class Badge(Struct, frozen=True):
    """``chosen`` tells what the clerk set from what is only offered as likely.

    ``spaces`` counts the spaces typed before the sign or the text: two are a level of depth.
    ``people`` are as they are written: ``@jp``, ``[Name, address]``. ``keyed`` tells of a kind
    that was not typed just now (a function key chose it, an offer was taken, its text is taken
    out again), so that spaces are those before the sign, and a sign sets another kind;
    ``apart`` of a sign with a space typed after it, which nothing is glued to.
    """

    sign: Sign = _TEXT
    depth: int = 0
    chosen: bool = False
    people: tuple[str, ...] = ()
    spaces: int = 0
    keyed: bool = False
    apart: bool = False

    @property
    def spoken(self) -> bool:
        """Whether somebody says what such a line holds."""
        return self.sign.kind in _SPOKEN

    @property
    def begun(self) -> bool:
        """Whether the clerk typed any of it, so that it stays whatever else is offered."""
        return self.chosen or _deep(self.spaces) > 0

    @property
    def plain(self) -> bool:
        """Whether there is nothing on it to take back."""
        return self == Badge()

    def typed(self, character: str) -> Badge | None:
        """The badge after a character in an empty composer; None where it is text.

        Spaces before the sign set it in, as in a notes file; a sign sets the kind, and so do
        the two characters of ``?+``, ``>+``, ``##``, ``#-`` and ``#:`` one after the other.
        """
        if self.people and (not self.keyed or character == " "):
            return None
        if character == " ":
            return self._spaced()
        if self.chosen and not self.keyed:
            longer = _BY_SIGN.get(self.sign.sign + character) if self.sign.sign else None
            return replace(self, sign=longer) if longer else None
        if character not in _STARTS:
            return None
        sign = _TEXT if character == ESCAPE else _BY_SIGN[character]
        typed = Badge(sign=sign, depth=_deep(self.spaces), chosen=True)
        return replace(typed, people=self.people) if typed.spoken else typed

    def unglued(self, character: str) -> str:
        """The text that sign and character are, where the sign is none: ``-5``; else empty."""
        if self.apart or self.keyed or self.people or not self.chosen:
            return ""
        glued = self.sign.sign + character
        return glued if is_glued(glued) else ""

    def _spaced(self) -> Badge:
        if self.chosen and not self.keyed:
            return replace(self, apart=True)  # The space after the sign, which nobody means.
        return replace(self, depth=_deep(self.spaces + 1), spaces=self.spaces + 1)

    def spoken_by(self, text: str, people: tuple[Attendee, ...]) -> tuple[Badge, str] | None:
        """The badge with the speaker who heads the text, and the text without; None if none.

        Only who is known is taken off: a free code, somebody who attends, a name in brackets.
        """
        if not self.spoken or len(self.people) >= _MOST_PEOPLE:
            return None
        match = _PERSON.match(text)
        if match is None:
            return None
        who = match[1]
        if who[0] == "@":
            code = who[1:].lower()
            if code not in FREE_CODES and all(person.code != code for person in people):
                return None
            who = f"@{code}"
        return replace(self, people=(*self.people, who), chosen=True), text[match.end() :]

    def taken_back(self) -> tuple[Badge, str]:
        """The badge with the last thing taken off, and the text that this puts back.

        The last speaker goes first, back into the text; then the sign; then the depth.
        """
        if self.people:
            return replace(self, people=self.people[:-1]), self.people[-1]
        if self.sign.sign:
            return _set_in(self.depth), ""
        return _set_in(self.depth - 1), ""

    def set_in(self, by: int) -> Badge:
        """The same, set in or out by levels."""
        depth = max(0, min(DEEPEST, self.depth + by))
        if not self.chosen:
            return _set_in(depth)  # As by two spaces: the sign can still be typed.
        return replace(self, depth=depth, spaces=2 * depth)

    def with_sign(self, sign: Sign) -> Badge:
        """The same with another kind, chosen; speakers stay only where somebody speaks."""
        changed = replace(self, sign=sign, chosen=True).set()
        return changed if changed.spoken else replace(changed, people=())

    def set(self) -> Badge:
        """The same, no longer being typed: a sign that is typed next sets another kind."""
        if not self.chosen:
            return self
        return replace(self, keyed=True, apart=False, spaces=2 * self.depth)

    def following(self) -> Badge:
        """The badge of a second paragraph: the same kind, without who speaks."""
        return replace(self, people=(), chosen=True)

    def join_explicitly(self, text: str) -> str:
        """As :meth:`join`, but plain text says that it is plain.

        Bare words over a line that is edited would keep the line's kind.
        """
        if self.sign.sign or not text.strip() or (not self.chosen and _MEND.fullmatch(text)):
            return self.join(text)
        return f"{'  ' * self.depth}{ESCAPE}{text}"

    def join(self, text: str) -> str:
        """The line of the capture language that badge and text make together."""
        if self.sign is _COMMAND:
            return COMMAND_SIGN + text
        if not self.chosen and _MEND.fullmatch(text.strip()):
            return text.strip()
        head = "  " * self.depth + self.sign.sign
        if self.people:
            return f"{head} {' '.join(self.people)} {text}"
        if self.sign.sign:
            return f"{head} {text}" if text else head
        # Words without a sign may be an answer by what they follow; text that is chosen is not.
        plain = (self.chosen and text and not self.depth) or _needs_escape(text)
        return head + (ESCAPE + text if plain else text)


def _deep(spaces: int) -> int:
    return min(DEEPEST, spaces // 2)


def _set_in(depth: int) -> Badge:
    """The badge of plain text after so many pairs of spaces, before which no sign is typed."""
    depth = max(0, depth)
    return Badge(depth=depth, spaces=2 * depth)


def _needs_escape(text: str) -> bool:
    """Whether plain text would be taken for something else."""
    start = text.lstrip()
    if not start or start.startswith("??"):
        return False
    if is_glued(start):
        return False
    return start[0] in _STARTS or _MEND.fullmatch(start) is not None


def part(raw: str, people: tuple[Attendee, ...]) -> tuple[Badge, str]:
    """Part a line of the capture language into its badge and its text."""
    body = raw.lstrip(" ")
    depth = min(DEEPEST, (len(raw) - len(body)) // 2)
    if body.startswith(COMMAND_SIGN):
        return Badge(sign=_COMMAND, chosen=True), body[1:]
    if body.startswith(ESCAPE):
        return Badge(depth=depth, chosen=True), body[1:]
    sign, text = split_sign(body)
    badge = Badge(sign=sign, depth=depth, chosen=True) if sign.sign else _set_in(depth)
    while (spoken := badge.spoken_by(text, people)) is not None:
        badge, text = spoken
    return badge, text
