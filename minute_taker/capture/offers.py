"""What is offered as the clerk types: an end to the word begun, taken with a key or typed over."""

from __future__ import annotations

import re

from msgspec import Struct

#: What may stand right before a word.
OPENING = "([“‘\"'"
_LAST_WORD = re.compile(r"(?<![\w@'’])[^\W\d_][\w'’\-]*$")


class Offer(Struct, frozen=True):
    """Something to take.

    ``text`` goes in the place of the ``replaced`` characters before the cursor. ``said`` says
    what it is, where that is not plain from the text itself.
    """

    text: str
    replaced: int
    said: str = ""
    others: tuple[str, ...] = ()

    def next(self) -> Offer:
        """Return the offer of the next of those that may be meant."""
        if not self.others:
            return self
        first, *rest = self.others
        return Offer(first, self.replaced, "", (*rest, self.text))

    def grey(self, before: str) -> str:
        """What to show after the cursor: the rest of the word, or an arrow and the whole."""
        typed = before[len(before) - self.replaced :] if self.replaced else ""
        return self.text[len(typed) :] if self.text.startswith(typed) else f" → {self.text}"

    def taken(self, before: str) -> str:
        """The text before the cursor once the offer is taken."""
        return before[: len(before) - self.replaced] + self.text


def last_word(before: str) -> str:
    """The word that the cursor stands at the end of; empty where it stands after none."""
    match = _LAST_WORD.search(before[-80:])
    return match[0] if match else ""


def last_token(before: str) -> str:
    """What stands between the last space and the cursor, without an opening bracket or quote."""
    return before[-80:].rpartition(" ")[2].lstrip(OPENING)
