"""A case of a house style's setting: another value than the default's, and what each prints."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec

from minute_taker.composing.style import Style, plainly

#: The head of a meeting of a made-up committee.
HEAD = {
    "committee": "Parks and Paths Committee",
    "date": "3 March 2026",
    "time": "7.00 pm",
    "closed": "8.35 pm",
    "venue": "Committee Room 1",
    "clerk": "Nia Frost, 01632 960100",
    "members": "Ada Bright (Chairman), Ben Crane, Cleo Dunn, Dev Ellery",
    "officers": "Rhys Gale (Head of Parks), Nia Frost (Democratic Services Officer)",
}
QA = "# A\n? Why?\n> So.\n"
TWO = "# A\n! That a be done\n! That b be done\n"
STEM = "# A\n! That Cabinet:\n  ! Welcomes it\n  ! Agrees to it\n"
OUT = "# A\n~ out Crane\n~ in Crane\n"
ACTION = "# A\n+ Rhys Gale: mend the gate (by 1 May 2026)\n"
MINUTES = "# Minutes\n! minutes 6 January 2026\n"
TWO_MINUTES = "# Minutes\n! minutes 6 January 2026, 3 February 2026\n"


class Case(NamedTuple):
    """A setting's value; the words that the default prints, and those that the value prints.

    ``lines`` and ``head`` are of the meeting, ``under`` other settings that both sides have.
    """

    setting: str
    value: Any
    lines: str
    default: str
    other: str
    head: dict[str, str] = {}  # noqa: RUF012 - never changed
    under: dict[str, Any] = {}  # noqa: RUF012 - never changed


class Look(NamedTuple):
    """A setting's value; what XPath finds in a part of the .docx by default, and with the value."""

    setting: str
    value: Any
    part: str
    path: str
    default: str
    other: str
    lines: str = ""
    under: dict[str, Any] = {}  # noqa: RUF012 - never changed


def with_settings(style: Style, settings: Mapping[str, Any]) -> Style:
    """The style with other values: ``{"attendance.sections.0.heading": "Present:"}``."""
    values = msgspec.json.decode(msgspec.json.encode(style))
    for path, value in settings.items():
        *groups, key = path.split(".")
        place: Any = values
        for group in groups:
            place = place[int(group)] if isinstance(place, list) else place[group]
        assert key in place, path
        place[key] = value
    made = msgspec.convert(values, Style)
    return plainly(made) if made.document.plain_language else made
