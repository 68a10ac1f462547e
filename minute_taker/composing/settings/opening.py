"""The items that open a meeting, which are composed from the attendance and the agenda.

``titles`` are patterns, without regard to capitals, that an item of the kind is known by.
"""

from typing import Annotated, Literal

from msgspec import Struct

from minute_taker.composing.wording import PATTERN, fields

Titles = tuple[Annotated[str, PATTERN], ...]


class ApologiesSettings(Struct, frozen=True, kw_only=True):
    """Apologies for absence, and who came in whose place.

    What is said is in phrases: those who sent a substitute, those who sent none, the others.
    ``printed_as`` makes a sentence of them, or a sentence or a paragraph of each; ``between``
    stands between them in one sentence, ``joined`` before the last.
    """

    titles: Titles
    received: Annotated[str, fields("verb", "who")]
    verb: Literal["were received", "had been received", "were accepted"]
    none: str
    names: Literal["surname", "full name"]
    councillor_before: Literal["as in the text", "each name"]
    printed_as: Literal["sentence", "sentences", "paragraphs"]
    order: Literal["substitutes first", "as entered"]
    one_substitute: Annotated[str, fields("member", "substitute", "possessive", "pronoun")]
    substitutes: Literal["together", "each", "list"]
    substitute_listed: Annotated[str, fields("member", "substitute", "possessive", "pronoun")]
    substitutes_heading: str
    several_substitutes: Annotated[str, fields("members", "substitutes")]
    no_substitute: Annotated[str, fields("members")]
    between: str
    joined: str
    others: Literal["separate sentence", "same sentence"]
    none_beside: bool
    others_received: Annotated[str, fields("verb", "who")]
    late: Annotated[str, fields("who")]


class DeclarationSettings(Struct, frozen=True, kw_only=True):
    """Declarations of interest: ``printed`` says where those made under other items stand.

    ``natures`` are an interest in the council's words, by its nature, in the place of ``stated``.
    Without ``items``, each of several items is named by ``item``.
    """

    titles: Titles
    none: str
    printed: Literal["where declared", "under declarations"]
    elsewhere: str
    declared: Annotated[str, fields("who", "interest", "item", "because")]
    stated: Annotated[str, fields("nature")]
    unstated: str
    natures: dict[str, str]
    item: Annotated[str, fields("number", "minute", "title")]
    items: Annotated[str, fields("numbers")]
    because: Annotated[str, fields("reason")]
    left: Annotated[str, fields("who")]
    stayed: Annotated[str, fields("who")]
    left_no_vote: Annotated[str, fields("who")]
    stayed_voted: Annotated[str, fields("who")]
    stayed_no_vote: Annotated[str, fields("who")]


class PartSettings(Struct, frozen=True, kw_only=True):
    """The confirmation of which items are taken in public and which in private."""

    titles: Titles
    numeral: Literal["I", "1"]
    all_public: Annotated[str, fields("one")]
    both: Annotated[str, fields("one", "two", "public", "private")]
    item: Annotated[str, fields("number")]
    items: Annotated[str, fields("numbers")]


class PreviousMinutesSettings(Struct, frozen=True, kw_only=True):
    """The approval of earlier minutes (``! minutes DATE``, or supplied under the item).

    ``supplied`` composes it under an item of that title when the clerk typed nothing there,
    with a gap for a date that the title does not give. ``correction`` words each correction
    whose place or mover is told; ``amended`` stands before the minutes that have any.
    """

    titles: Titles
    supplied: bool
    printed_as: Literal["resolution", "sentence"]
    verb: Literal["approved", "agreed", "confirmed"]
    record: Literal["correct", "accurate"]
    held: Literal["held on", "dated"]
    one: Annotated[str, fields("held", "date", "verb", "record", "changes", "amended")]
    several: Annotated[str, fields("held", "dates", "verb", "record", "changes", "amended")]
    sentence: Annotated[str, fields("held", "date", "verb", "record", "changes", "amended")]
    sentences: Annotated[str, fields("held", "dates", "verb", "record", "changes", "amended")]
    undated: Annotated[str, fields("verb", "record", "changes", "amended")]
    undated_sentence: Annotated[str, fields("verb", "record", "changes", "amended")]
    amended: str
    correction: Annotated[str, fields("place", "words", "mover")]
    corrections: Literal["in the sentence", "below"]
    corrections_below: str
