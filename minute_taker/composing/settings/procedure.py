"""Presence, procedure, motions, exempt business, and the end."""

from typing import Annotated, Literal

from msgspec import Struct

from minute_taker.composing.wording import fields


class PresenceSettings(Struct, frozen=True, kw_only=True):
    """A sentence for each verb of presence and procedure (``~``).

    ``run_on`` puts it in the paragraph above, where that is one of text. ``left_and_chair`` is
    for whoever presided and left, and who took the chair instead, in one sentence.
    """

    during_item: Literal["always", "departures", "never"]
    during: Annotated[str, fields("sentence")]
    run_on: Literal["never", "indented", "always"]
    joined: Annotated[str, fields("who", "time", "reason")]
    returned: Annotated[str, fields("who", "time", "reason")]
    late: Annotated[str, fields("who", "time", "reason")]
    left: Annotated[str, fields("who", "time", "reason")]
    left_and_chair: Annotated[str, fields("who", "time", "reason", "chair")]
    chair: Annotated[str, fields("who", "time")]
    attending: Annotated[str, fields("who", "body", "was")]
    adjourned: Annotated[str, fields("body", "time", "reason", "date")]
    resumed: Annotated[str, fields("body", "time")]
    resumed_on: Annotated[str, fields("body", "date", "time")]
    adjourned_and_resumed: Annotated[str, fields("body", "adjourned", "reason", "resumed")]
    item_deferred: Annotated[str, fields("date")]
    read: Annotated[str, fields("who", "asker")]
    read_for: Annotated[str, fields("who")]
    writing: str


class MotionSettings(Struct, frozen=True, kw_only=True):
    """Motions, amendments, votes, and how a vote leads in to RESOLVED.

    ``votes`` words the totals; ``{motion}`` is what ``motion`` or ``amendment`` calls it;
    ``casting_instead`` is for somebody who took the chair in the meeting; ``how`` is what the
    chair announced without figures; ``nobody`` stands where nobody voted a way. ``numbers`` and
    ``zeros`` are of all votes. ``motion_of`` names each of several motions that were put
    against one another, ``chosen`` says which was carried. With ``named`` those who voted each
    way stand in one sentence.
    """

    moved: Annotated[str, fields("subject", "mover", "seconder", "text")]
    moved_motion: str
    moved_amendment: str
    moved_unnamed: Annotated[str, fields("subject", "text")]
    nominated: Annotated[str, fields("who", "post", "mover", "seconder")]
    nomination: str
    votes_each: Annotated[str, fields("votes")]
    vote_for_each: Annotated[str, fields("who", "count", "votes")]
    elected: Annotated[str, fields("who", "was", "post", "how", "votes", "casting")]
    motion_of: Annotated[str, fields("mover")]
    chosen: Annotated[str, fields("motion")]
    moved_bare: Annotated[str, fields("subject", "mover", "seconder")]
    that: Annotated[str, fields("text")]
    that_unseconded: Annotated[str, fields("text")]
    otherwise: Annotated[str, fields("text")]
    motion: str
    amendment: str
    amended: str
    carried: Annotated[str, fields("motion", "how", "votes", "casting")]
    lost: Annotated[str, fields("motion", "how", "votes", "casting")]
    fell: Annotated[str, fields("motion", "how")]
    withdrawn: Annotated[str, fields("motion", "votes", "how")]
    votes: Annotated[
        str,
        fields("for", "against", "abstained", "votes_for", "votes_against", "abstentions"),
    ]
    numbers: Literal["figures", "words"]
    zeros: Literal["printed", "left out"]
    nobody: str
    voted_for: Annotated[str, fields("who", "count")]
    voted_against: Annotated[str, fields("who", "count")]
    abstained: Annotated[str, fields("who", "count")]
    named: Annotated[str, fields("for", "against", "abstained")]
    carried_and: Annotated[str, fields("motion", "how", "votes", "casting")]
    casting: Annotated[str, fields("chair")]
    casting_instead: Annotated[str, fields("who")]
    moved_bare_and: Annotated[str, fields("subject", "mover", "seconder")]
    names_and: str


class ExcludedColumn(Struct, frozen=True, kw_only=True):
    """A column of the table of items from which the public is excluded."""

    heading: str
    holds: Literal["agenda", "minute", "title", "paragraphs", "description"]


class ExemptSettings(Struct, frozen=True, kw_only=True):
    """Part II. ``paragraphs`` are those of Schedule 12A, in the words of the Act.

    A style whose ground is another law says so in its wordings, and need not cite a paragraph.
    ``excluded`` says how the items of an exclusion are listed; in a sentence, ``{items}`` of the
    exclusion's wording are all of them.
    """

    reason: Annotated[str, fields("paragraphs", "description")]
    reason_unknown: str
    paragraph: Annotated[str, fields("number")]
    several: Annotated[str, fields("numbers")]
    paragraphs: dict[str, str]
    exclusion: Annotated[str, fields("body")]
    exclusion_of_one: Annotated[str, fields("body", "items")]
    exclusion_of_several: Annotated[str, fields("body", "items")]
    excluded: Literal["bullets", "sentence", "table"]
    excluded_item: Annotated[str, fields("agenda", "minute", "title", "paragraphs", "description")]
    excluded_description: str
    excluded_columns: tuple[ExcludedColumn, ...]
    readmitted: Annotated[str, fields("body", "time")]


class ClosingSettings(Struct, frozen=True, kw_only=True):
    """The end: times, the notice, and a place to sign. ``contact`` fills ``{contact}``."""

    closed: Annotated[str, fields("start", "close", "body")]
    notice: tuple[Annotated[str, fields("contact", "committee")], ...]
    contact: Annotated[str, fields("clerk", "contact")]
    signature: bool
    signed_by: Annotated[str, fields("chair", "name")]
    signed_on: str
