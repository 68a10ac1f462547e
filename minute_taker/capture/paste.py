"""What was pasted becomes lines of the capture language."""

from __future__ import annotations

import re

_PARAGRAPHS = re.compile(r"[\r\n\f\v\u2028\u2029]+")


def lines_of_paste(text: str) -> list[str]:
    """The lines of the capture language that a paste becomes, in order."""
    return [line for line in _PARAGRAPHS.split(text) if line.strip()]
