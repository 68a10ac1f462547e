"""The items that a committee takes at every meeting, told by their titles."""

from __future__ import annotations

import re
from typing import Literal

from minute_taker.minutes.patterns import pattern

Standing = Literal["apologies", "declarations", "minutes", "exempt business"]

_FORMS: dict[Standing, str] = {
    "apologies": r"\bapolog(?:y|ies)\b",
    "declarations": r"\b(?:declar\w+|disclos\w+)\b.*\binterests?\b|^declarations?$",
    "minutes": r"^(?:(?:draft |previous |public )?minutes\b|matters arising from the minutes)"
    r"|\bminutes\b.*\b(?:meetings?|held|dated|correct|accurate|record)\b"
    r"|\b(?:receive|approve|confirm|agree|sign|confirmation|approval)\b.*\bminutes\b",
    "exempt business": r"\bexclu(?:sion|de)\b.*\b(?:press|public)\b"
    r"|^(?:exempt|confidential)\s+(?:business|items?|information)$",
}
#: No title is longer; what comes after is not looked through.
_READABLE = 500
_KINDS = {kind: pattern(form, re.IGNORECASE) for kind, form in _FORMS.items()}


def standing_kind(title: str) -> Standing | None:
    """Which standing item a title names; None for business of this meeting alone."""
    return next(
        (kind for kind, form in _KINDS.items() if form.search(title.strip()[:_READABLE])), None
    )
