"""What one typed line can be: a line of the minutes, a heading, a command, a mend, or nothing."""

from __future__ import annotations

from typing import Literal

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
    number: str = ""


class ItemEntry(Struct, frozen=True, omit_defaults=True):
    """A heading of the agenda; the fields are those of an Item."""

    title: str
    heading: HeadingKind = HeadingKind.NUMBERED
    agenda_number: str = ""
    minute_number: str = ""
    part: Part = Part.PUBLIC
    exempt_paragraph: str = ""
    said_public: bool = False
    urgent: bool = False
    together_with: str = ""
    taken: str = ""
    deferred: str = ""
    source: str = ""


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
    """``:move ID after ID``, ``:move ID before ID``"""

    line_id: int
    beside: int
    before: bool = False


class ChangeKind(Struct, frozen=True):
    """``:kind ID SIGN``; ``sign`` is a sign of the table, empty for text."""

    line_id: int
    sign: str


class Go(Struct, frozen=True):
    """``:go 5``: to the item with that agenda number."""

    number: str


class After(Struct, frozen=True):
    """``:after ID``: the next lines go after that one; ``:after``, to the end again."""

    line_id: int | None


class Before(Struct, frozen=True):
    """``:before ID``: the next lines go before that one."""

    line_id: int


class Show(Struct, frozen=True):
    """``:agenda``, ``:actions``, ``:check`` and the like: list something."""

    what: Literal["agenda", "people", "gaps", "actions", "decisions", "check", "help"]


class ListLines(Struct, frozen=True):
    """``:lines`` of the current item, or ``:lines all`` of the meeting."""

    everything: bool = False


class Find(Struct, frozen=True):
    """``:find WORDS``: list the lines that hold them."""

    words: str


class Replace(Struct, frozen=True):
    """``:replace /old/new/``: everywhere in the meeting."""

    old: str
    new: str


class PartLine(Struct, frozen=True):
    """``:part ID before WORDS``: make two lines of one."""

    line_id: int
    words: str


class Join(Struct, frozen=True):
    """``:join ID``: join a line to the one above it."""

    line_id: int


class MarkDone(Struct, frozen=True):
    """``:done ID``, ``:undone ID``: whether an action or a promise is done."""

    line_id: int
    done: bool


class Indent(Struct, frozen=True):
    """``:indent ID 1``: how far in a line stands."""

    line_id: int
    depth: int


class Heading(Struct, frozen=True):
    """``:heading 5 New title (Part II, 3)``: head an item of the agenda anew."""

    number: str
    title: str


class SetPart(Struct, frozen=True):
    """``:public 5``, ``:exempt 5 3``: which part an item, or after damage a line, is of.

    ``what`` is an item's number or title, ``line 12``, or empty for the item under way.
    """

    part: Part
    what: str = ""
    paragraph: str = ""


class Looked(Struct, frozen=True):
    """``:looked``: what was saved of a damaged draft has been looked through."""


class Order(Struct, frozen=True):
    """``:order 5 after 3``, ``:order 5 before 3``: take an item beside another."""

    number: str
    beside: str
    before: bool = False


class SetValue(Struct, frozen=True):
    """``:set closed: 8.35 pm``: a heading of the meeting, as in a notes file."""

    name: str
    value: str


class AddPeople(Struct, frozen=True):
    """``:add apologies: NAME``: people on one of the lists of a notes file."""

    name: str
    value: str


class Rename(Struct, frozen=True):
    """``:rename @jp to NAME``: somebody's name, wherever it stands."""

    who: str
    name: str


class Insist(Struct, frozen=True):
    """``:insist :edit 12 New text``: do it even to what a vote has settled."""

    command: Command | Mend


class Save(Struct, frozen=True):
    """``:save``"""


class BadCommand(Struct, frozen=True):
    """Words after ``:`` that are no command; ``why`` is a sentence for the clerk."""

    why: str


Command = (
    Undo
    | Redo
    | Edit
    | Delete
    | Move
    | ChangeKind
    | Go
    | After
    | Before
    | ListLines
    | Save
    | Show
    | Find
    | Replace
    | PartLine
    | Join
    | Indent
    | MarkDone
    | Heading
    | SetPart
    | Looked
    | Order
    | SetValue
    | AddPeople
    | Rename
    | Insist
)
Entry = LineEntry | ItemEntry | Command | Mend | Blank | BadCommand
