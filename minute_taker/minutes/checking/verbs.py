"""Lines of presence and procedure that were begun with a verb, and can't be read as one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minute_taker.minutes.checking.findings import Finding, at_line, shortened
from minute_taker.minutes.model import Item, Kind, Line

_TIME = r"\d{1,2}[.:]\d{2}|\d{1,2}\s*[ap]m\b"
_DATE = r"\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]+\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4}"
#: How such a line looks, and what it is to be told of it. Verbs are in lower case, as the
#: sentences that begin with one of these words are not.
_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?:in|out|late|apologies|chair|attending|interest|read)\.?"), "needs a name"),
    (re.compile(rf"(?:in|out|late|chair)\s.*?(?:{_TIME}).*"), "is no name and time"),
    (
        re.compile(r"interest\s.+\((?:left|stayed)\b[^()]*\)", re.DOTALL),
        "is no name, item, reason and what was done",
    ),
    (re.compile(rf"(?:adjourned|resumed)\s+(?:at\s+)?(?:{_TIME})"), "gives no time of the day"),
    (re.compile(rf"(?:adjourned|deferred)\s+to\s+(?:{_DATE})\.?"), "gives no day of the calendar"),
)


def not_understood(item: Item, line: Line) -> Iterator[Finding]:
    """A verb without what belongs to it, which is printed as it was typed."""
    if line.kind is not Kind.PROCEDURE or line.fact is not None:
        return
    for form, lacks in _FORMS:
        if form.fullmatch(line.text):
            said = f"“{shortened(line.text)}” {lacks}, and is printed as it stands"
            yield at_line("not-understood", said, item, line)
            return
