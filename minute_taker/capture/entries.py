"""What one typed line can be: a line of the minutes, a heading, a command, a mend, or nothing."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.minutes.facts import AnyFact
from minute_taker.minutes.model import HeadingKind, Kind, Part


class LineEntry(Struct, frozen=True, omit_defaults=True):
    """A line of the minutes; the fields are those of :class:`~minute_taker.minutes.model.Line`.

    ``controls`` counts the control characters that were left out.
    """

    kind: Kind
    text: str
    depth: int = 0
    speaker: str = ""
    addressee: str = ""
    plus: bool = False
    fact: AnyFact | None = None
    controls: int = 0


class ItemEntry(Struct, frozen=True, omit_defaults=True):
    """A heading of the agenda; the fields are those of an Item."""

    title: str
    heading: HeadingKind = HeadingKind.NUMBERED
    agenda_number: str = ""
    minute_number: str = ""
    part: Part = Part.PUBLIC
    exempt_paragraph: str = ""
    urgent: bool = False


class Mend(Struct, frozen=True):
    """``s/old/new/``: put ``new`` for the first ``old`` in the last line."""

    old: str
    new: str


class Blank(Struct, frozen=True):
    """Nothing to keep: an empty line, or a sign with nothing after it."""


class Undo(Struct, frozen=True):
    """``:undo``"""


class Redo(Struct, frozen=True):
    """``:redo``"""


class Edit(Struct, frozen=True):
    """``:edit ID New text``"""

    line_id: int
    text: str


class Delete(Struct, frozen=True):
    """``:delete ID``"""

    line_id: int


class Move(Struct, frozen=True):
    """``:move ID after ID``"""

    line_id: int
    after: int


class ChangeKind(Struct, frozen=True):
    """``:kind ID SIGN``; ``sign`` is a sign of the table, empty for text."""

    line_id: int
    sign: str


class Go(Struct, frozen=True):
    """``:go 5``: to the item with that agenda number."""

    number: str


class ListLines(Struct, frozen=True):
    """``:lines`` of the current item, or ``:lines all`` of the meeting."""

    everything: bool = False


class Save(Struct, frozen=True):
    """``:save``"""


class BadCommand(Struct, frozen=True):
    """Words after ``:`` that are no command; ``why`` is a sentence for the clerk."""

    why: str


Command = Undo | Redo | Edit | Delete | Move | ChangeKind | Go | ListLines | Save
Entry = LineEntry | ItemEntry | Command | Mend | Blank | BadCommand
