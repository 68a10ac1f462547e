"""Presence, procedure, motions, exempt business, and the end."""

from typing import Annotated, Literal

from msgspec import Struct

from minute_taker.composing.wording import fields


class PresenceSettings(Struct, frozen=True, kw_only=True):
    """A sentence for each verb of presence and procedure (``~``)."""

    during_item: Literal["always", "departures", "never"]
    during: Annotated[str, fields("sentence")]
    joined: Annotated[str, fields("who", "time")]
    returned: Annotated[str, fields("who", "time")]
    late: Annotated[str, fields("who", "time")]
    left: Annotated[str, fields("who", "time")]
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
    chair announced without figures; ``nobody`` stands where nobody voted a way.
    """

    moved: Annotated[str, fields("subject", "mover", "seconder", "text")]
    moved_motion: str
    moved_amendment: str
    moved_unnamed: Annotated[str, fields("subject", "text")]
    nominated: Annotated[str, fields("who", "mover", "seconder")]
    nomination: str
    votes_each: Annotated[str, fields("votes")]
    elected: Annotated[str, fields("who")]
    moved_bare: Annotated[str, fields("subject", "mover", "seconder")]
    that: Annotated[str, fields("text")]
    that_unseconded: Annotated[str, fields("text")]
    otherwise: Annotated[str, fields("text")]
    motion: str
    amendment: str
    amended: str
    carried: Annotated[str, fields("motion", "how", "votes", "casting")]
    lost: Annotated[str, fields("motion", "how", "votes", "casting")]
    withdrawn: Annotated[str, fields("motion", "votes")]
    votes: Annotated[str, fields("for", "against", "abstained")]
    nobody: str
    voted_for: Annotated[str, fields("who")]
    voted_against: Annotated[str, fields("who")]
    abstained: Annotated[str, fields("who")]
    carried_and: Annotated[str, fields("motion", "how", "votes", "casting")]
    casting: Annotated[str, fields("chair")]
    casting_instead: Annotated[str, fields("who")]
    moved_bare_and: Annotated[str, fields("subject", "mover", "seconder")]
    names_and: str


class ExemptSettings(Struct, frozen=True, kw_only=True):
    """Part II. ``paragraphs`` are those of Schedule 12A, in the words of the Act.

    A style whose ground is another law says so in its wordings, and need not cite a paragraph.
    """

    reason: Annotated[str, fields("paragraphs", "description")]
    reason_unknown: str
    paragraph: Annotated[str, fields("number")]
    several: Annotated[str, fields("numbers")]
    paragraphs: dict[str, str]
    exclusion: Annotated[str, fields("body")]
    exclusion_of_one: Annotated[str, fields("body")]
    exclusion_of_several: Annotated[str, fields("body")]
    excluded_item: Annotated[str, fields("agenda", "title", "paragraphs", "description")]
    readmitted: Annotated[str, fields("body", "time")]


class ClosingSettings(Struct, frozen=True, kw_only=True):
    """The end: times, the notice, and a place to sign. ``contact`` fills ``{contact}``."""

    closed: Annotated[str, fields("start", "close", "body")]
    notice: tuple[Annotated[str, fields("contact", "committee")], ...]
    contact: Annotated[str, fields("clerk", "contact")]
    signature: bool
    signed_by: Annotated[str, fields("chair", "name")]
    signed_on: str
