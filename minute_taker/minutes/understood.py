"""Lines that begin as data and can't be read as data: they are printed as typed, and said to be.

A line of ``~`` or ``%``, or one of ``!`` that begins with a short word, is understood or it is
not, from the moment it is parsed. Free words after ``~`` begin with a capital, as a sentence
does, and are understood as they are.
"""

from __future__ import annotations

from minute_taker.minutes.model import Kind, Line, Meeting

#: What belongs after each verb of ``~``.
_AFTER_VERB = {
    "in": "names, then a time",
    "out": "names, then a time",
    "late": "names, then a time",
    "apologies": "names, then a role or a substitute in brackets",
    "chair": "a name, then a time",
    "attending": "names, each with a body in brackets",
    "interest": "names, an item, the nature, then : and the reason",
    "adjourned": "a time, then for and the reason, or to and the date",
    "resumed": "a date or a time",
    "deferred": "to and the date",
    "exclude": "nothing after it",
    "readmit": "a time",
    "read": "a name",
    "instead": "the words that are printed",
    "writing": "a name, then (by and the date)",
}
_MOTION = (
    "mover / seconder: words, nominate, carried, elected, lost, withdrawn, for, against "
    "or abstained"
)
#: What belongs after each short word of ``!``.
_AFTER_SHORT = {
    "minutes": "the dates, then subject to and the changes",
    "deferred": "to and the date",
    "instead": "the words that are printed",
}


def wanted(kind: Kind, text: str, *, read: bool) -> str:
    """What a line of that kind should say to be understood; empty where it is.

    ``read`` tells that its words were read as data.
    """
    if read or not text:
        return ""
    first = text.partition(" ")[0].rstrip(".,:")
    if kind is Kind.PROCEDURE and text[0].islower():
        return _AFTER_VERB.get(first, "a verb such as in, out or adjourned, or a sentence")
    if kind is Kind.MOTION:
        return _MOTION
    if kind is Kind.RESOLUTION:
        return _AFTER_SHORT.get(first, "")
    return ""


def wanted_of(line: Line) -> str:
    """As :func:`wanted`, of a line that has been taken down."""
    return wanted(line.kind, line.text, read=line.fact is not None)


def not_understood(meeting: Meeting) -> tuple[int, ...]:
    """The ids of the lines that are not understood, in the order of the record."""
    return tuple(line.id for _, line in meeting.lines() if wanted_of(line))
