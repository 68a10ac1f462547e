"""The items of business: headings, questions and answers, resolutions, actions."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from minute_taker.composing.wording import fields

#: The marks of a list's level, each by its first.
Mark = Literal[
    "1.", "1)", "(1)", "1", "a.", "a)", "(a)", "a", "A.", "A)", "(A)", "A",
    "i.", "i)", "(i)", "i", "I.", "I)", "(I)", "I",
]  # fmt: skip


class HeadingSettings(Struct, frozen=True, kw_only=True):
    """Headings of items and in items, and the numbers of paragraphs.

    In ``paragraph_number``, ``{item}`` is the minute's number or, where there is none, the
    agenda's. In ``subheading_mark``, ``{n}``, ``{a}`` and ``{i}`` count as 1, a and i.
    """

    numbering: Literal["run on", "each meeting", "none"]
    number: Annotated[str, fields("minute")]
    suffix: Annotated[str, fields("agenda", "part")]
    capitals: bool
    subheading_capitals: bool
    items: Literal["own line", "run in"]
    subheadings: Literal["own line", "run in"]
    run_in: Annotated[str, fields("heading")]
    subheading_mark: Annotated[str, fields("item", "minute", "agenda", "n", "a", "i")]
    paragraph_numbers: Literal["none", "each paragraph", "each question"]
    single_paragraph: Literal["numbered", "not numbered"]
    paragraph_number: Annotated[str, fields("item", "minute", "agenda", "n")]
    urgent: Annotated[str, fields("chair")]
    together: Annotated[str, fields("agenda", "agendas")]
    taken: Annotated[str, fields("place", "order", "agenda")]


class QuestionSettings(Struct, frozen=True, kw_only=True):
    """Questions and answers: how they are led in to, laid out, labelled and attributed.

    ``verbs`` are taken in turn for the ``{verb}`` of the questions of an item. ``heading``
    stands over each question that is from the public or was published.
    """

    lead_in: Annotated[str, fields("body")]
    lead_in_one: Annotated[str, fields("body")]
    layout: Literal["two paragraphs", "one paragraph"]
    form: Literal["direct", "reported"]
    reported: Annotated[str, fields("asker", "verb", "addressee", "post", "question")]
    reported_direct: Annotated[str, fields("asker", "verb", "addressee", "post", "question")]
    reported_by: str
    verbs: Annotated[tuple[str, ...], Meta(min_length=1)]
    heading: Annotated[str, fields("number", "asker", "address", "addressee", "post")]
    label: Annotated[str, fields("n")]
    answer_label: Annotated[str, fields("n")]
    published: Annotated[str, fields("number", "text")]
    supplementary: Annotated[str, fields("text")]
    supplementary_asked: Annotated[str, fields("asker", "verb", "addressee", "text")]
    speakers: Literal["not printed", "printed"]
    asked: Annotated[str, fields("asker", "verb", "addressee", "post", "text")]
    answered: Annotated[str, fields("speaker", "post", "text")]
    public_asker: Literal["not printed", "name", "name and address"]
    public_asked: Annotated[str, fields("asker", "verb", "addressee", "text")]


class ResolutionSettings(Struct, frozen=True, kw_only=True):
    """Decisions. ``marks`` are the marks of the levels of a list, outermost first.

    ``verbs`` are the verbs that decisions open with ("note", "agree"): before one of them, in
    any of its forms, no "That" is put.
    """

    opening: str
    bold: bool
    alone: Literal["same line", "next line"]
    joined: Literal["; and", ", and", "full stops"]
    marks: Annotated[tuple[Mark, ...], Meta(min_length=4, max_length=4)]
    parts: Literal["lower case", "capital"]
    that: bool
    first_letter: Literal["as typed", "small"]
    bullet_stops: bool
    numbered: bool
    noted: str
    deferred: Annotated[str, fields("date")]
    agreed: Annotated[str, fields("what")]
    verbs: tuple[str, ...]


class ColumnSettings(Struct, frozen=True, kw_only=True):
    """A column of the table of actions: its heading, and what stands under it."""

    heading: str
    holds: Literal["what", "owner", "due", "item", "agenda", "minute"]


class ActionSettings(Struct, frozen=True, kw_only=True):
    """Actions (``+``) and the promises in answers (``>+``).

    ``printed`` "draft only" keeps them out of the document; ``unset`` stands in a cell of the
    table for an owner or a date that nobody named.
    """

    printed: Literal["in place", "table", "in place and table", "draft only"]
    opening: str
    opening_alone: bool
    detail: Literal["owner and date", "owner"]
    line: Annotated[str, fields("owner", "what", "due")]
    table_heading: str
    table_description: str
    columns: tuple[ColumnSettings, ...]
    promises_in_table: bool
    unset: str


class FigureSettings(Struct, frozen=True, kw_only=True):
    """Quotation marks, bullets, notes, tables, and what the agenda says."""

    quotes: Literal["curly", "as typed"]
    bullet: str
    table_description: Annotated[str, fields("columns")]
    note: Annotated[str, fields("text")]
    agenda_text: Annotated[str, fields("text")]
