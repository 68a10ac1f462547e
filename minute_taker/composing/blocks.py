"""The finished minutes as plain blocks, which every format and the preview read.

A block says what a piece of the minutes *is* (its role, its level, whether it belongs to a
numbered list); how that looks is the format's business and the house style's. Blocks hold the
words exactly as they are to be read, punctuation included, so two formats cannot disagree.
"""

import datetime as dt
from enum import StrEnum
from itertools import takewhile

from msgspec import Struct

from minute_taker.composing.sentences import listed
from minute_taker.minutes.text import GAP


class Role(StrEnum):
    """What a paragraph is. Each is a style of its own in the Word document."""

    MINUTES = "minutes"  # the word "Minutes" over the title block
    BODY = "body"  # the name of the committee
    DATE = "date"
    VENUE = "venue"
    ATTENDANCE = "attendance"
    TEXT = "text"
    LEAD_IN = "lead-in"
    QUESTION = "question"
    ANSWER = "answer"
    BULLET = "bullet"
    RESOLUTION = "resolution"
    ACTION = "action"
    PROCEDURE = "procedure"
    PRESENCE = "presence"
    MOTION = "motion"
    AGENDA = "agenda text"
    NOTE = "note"
    EXEMPT = "exempt"
    TABLE = "table"
    CLOSING = "closing"
    SIGNATURE = "signature"


class Run(Struct, frozen=True, omit_defaults=True):
    """A stretch of text. ``strong`` is for words such as RESOLVED; ``gap`` for a ``??``.

    ``caps`` is formatting: the text keeps its own letters. ``heading`` is the level of a
    heading that is run in with the paragraph which it opens, 0 for any other words. ``role``
    is what the words are where that is not their paragraph's (a question and its answer in one).
    """

    text: str
    strong: bool = False
    caps: bool = False
    gap: bool = False
    heading: int = 0
    role: Role | None = None


Runs = tuple[Run, ...]


def runs_of(text: str, *, strong: bool = False, caps: bool = False) -> Runs:
    """Text as runs, its gaps apart."""
    if GAP not in text:
        return (Run(text, strong=strong, caps=caps),) if text else ()
    runs: list[Run] = []
    for index, piece in enumerate(text.split(GAP)):
        if index:
            runs.append(Run(GAP, strong=strong, caps=caps, gap=True))
        if piece:
            runs.append(Run(piece, strong=strong, caps=caps))
    return tuple(runs)


class Block(Struct, frozen=True, omit_defaults=True, kw_only=True, tag_field="block"):
    """Base of the blocks. ``line`` is the id of the line it came from, None if composed."""

    line: int | None = None


class Heading(Block, frozen=True, tag="heading"):
    """A heading. ``level`` 1 is an item, 2 a sub-heading in it.

    ``number`` is printed before the text ("64."), ``suffix`` after it ("(Agenda Item 5)"),
    both empty where there is none; ``runs`` is the text with its gaps apart; ``caps`` asks
    for capitals as formatting. ``item`` is the item's id, ``source`` what the committee system
    that it came from calls it.
    """

    level: int
    text: str
    number: str = ""
    suffix: str = ""
    caps: bool = False
    item: int | None = None
    source: str = ""

    @property
    def runs(self) -> Runs:
        """The text as runs, its gaps apart."""
        return runs_of(self.text, caps=self.caps)


class Paragraph(Block, frozen=True, tag="paragraph"):
    """A paragraph. ``level`` indents it (0 to 3); ``label`` stands before it ("85.1", "Q1").

    ``keep_with_next`` keeps it on the page with the block that follows. ``source`` is that of
    the heading which is run in.
    """

    role: Role
    runs: Runs
    level: int = 0
    label: str = ""
    keep_with_next: bool = False
    source: str = ""

    @property
    def run_in(self) -> Runs:
        """The runs of a heading that is run in with the words, which come after it."""
        if not self.runs or not self.runs[0].heading:
            return ()
        return tuple(takewhile(lambda run: run.heading, self.runs))


class ListEntry(Block, frozen=True, tag="entry"):
    """One entry of a list.

    ``series`` is the same for the entries of one list and differs between lists: numbering
    starts anew with each series. ``ordinal`` counts from 1 within its level and parent;
    ``mark`` is the printed mark ("1.", "a)", "•") for formats without lists of their own.
    ``ordered`` is False for bullets.
    """

    role: Role
    runs: Runs
    series: int
    ordinal: int
    mark: str
    level: int = 0
    ordered: bool = True
    keep_with_next: bool = False


class AttendanceSection(Struct, frozen=True, omit_defaults=True):
    """One part of the attendance: its heading, a word before the names, and a name an entry.

    ``columns`` is over how many columns the entries run; ``sentence`` asks for all of them in one
    sentence and not an entry a line, the last after ``joined``; ``caps`` is formatting of the
    heading.
    """

    heading: str
    entries: tuple[str, ...]
    before: str = ""
    columns: int = 1
    sentence: bool = False
    joined: str = " and "
    caps: bool = False

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What stands under the heading: the word before the names and the names, or a sentence."""
        if not self.sentence:
            return tuple(words for words in (self.before, *self.entries) if words.strip())
        said = " ".join(
            part for part in (self.before.strip(), listed(self.entries, self.joined)) if part
        )
        return (f"{said.rstrip('.')}.",) if said else ()


class Attendance(Block, frozen=True, tag="attendance"):
    """Who attended. ``layout`` is "table", "list", or "blocks": a list whose parts stay whole.

    ``columns`` heads the two columns of a table, which a screen reader says before each cell.
    """

    sections: tuple[AttendanceSection, ...]
    layout: str = "table"
    columns: tuple[str, str] = ("Attendance", "Names")
    footnote: str = ""


class Table(Block, frozen=True, tag="table"):
    """A table of data. ``rows`` includes the header row, first; ``caption`` may be empty."""

    rows: tuple[tuple[Runs, ...], ...]
    caption: str = ""
    description: str = ""


class Signature(Block, frozen=True, tag="signature"):
    """A place for the chair to sign, and the date."""

    who: str
    date_label: str = "Date"


AnyBlock = Heading | Paragraph | ListEntry | Attendance | Table | Signature


class Document(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """The composed minutes.

    ``title`` names the document in its properties; ``header`` stands at the head of each page
    (empty for none), ``footer`` before the page number. ``public`` tells a public copy from
    the full one. ``language`` is a BCP 47 tag. ``council`` is the author in its properties.
    """

    title: str
    blocks: tuple[AnyBlock, ...]
    council: str = ""
    committee: str = ""
    date: dt.date | None = None
    header: str = ""
    footer: str = ""
    language: str = "en-GB"
    public: bool = True


def plain(runs: Runs) -> str:
    """The text of runs, without its formatting."""
    return "".join(run.text for run in runs)
