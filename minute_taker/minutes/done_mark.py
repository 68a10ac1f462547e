"""What is still to be done, and the mark of what is: ``[done]`` after its words and its date."""

from __future__ import annotations

import re

from minute_taker.minutes.facts import InWriting
from minute_taker.minutes.model import Kind, Line

DONE = "[done]"

_AT_END = re.compile(r"(?<=\S)\s*\[done\]\s*[.;]?$", re.IGNORECASE)


def is_task(line: Line) -> bool:
    """Whether a line is something to be done: an action, a promise, an answer to be written."""
    return line.kind is Kind.ACTION or line.promise or isinstance(line.fact, InWriting)


def says_done(text: str) -> bool:
    """Whether the words of an action carry the mark."""
    return "[" in text and _AT_END.search(text) is not None


def without_done(text: str) -> str:
    """The words of an action as they are printed, without the mark."""
    return _AT_END.sub("", text) if "[" in text else text
