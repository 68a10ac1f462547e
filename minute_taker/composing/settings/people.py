"""How people, bodies, dates and times are named, the title block, and the attendance."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from minute_taker.composing.wording import PATTERN, fields

DateForm = Literal[
    "18 February 2020",
    "18th February 2020",
    "Tuesday 18 February 2020",
    "Tuesday, 18 February 2020",
    "Tuesday 18th February 2020",
    "Tuesday, 18th February, 2020",
]


class NameSettings(Struct, frozen=True, kw_only=True):
    """What people and bodies are called in the text.

    ``free`` words the codes that stand for nobody in particular; ``bodies`` says what the
    text calls a body, by the last words of its name.
    """

    councillor: str
    councillors: str
    councillor_before: Literal["each name", "the list"]
    in_text: Literal["surname", "full name", "full name first", "initial and surname"]
    joined: Literal[" and ", ", and ", " & "]
    letters: Literal["everywhere", "attendance"]
    first_mention: Literal["name and post", "name, post", "name", "post"]
    chair: str
    chair_from_attendance: bool
    free: dict[str, Annotated[str, fields("chair")]]
    bodies: dict[str, str]
    body_otherwise: str


class WhenSettings(Struct, frozen=True, kw_only=True):
    """The forms of dates and times, each by an example.

    ``unbroken`` keeps a time on one line, the clerk's own too, by a space that does not break.
    """

    date: DateForm
    title_date: DateForm
    time: Literal["7.30 pm", "7.30pm", "7:30 pm", "7:30pm", "7.30 p.m.", "19.30", "19:30"]
    noon: str
    midnight: str
    unbroken: bool


class TitleSettings(Struct, frozen=True, kw_only=True):
    """The block at the top, in ``order``. An empty wording leaves its line out.

    ``sentence`` stands in the place of the body's name, the date and the venue.
    """

    order: tuple[Literal["minutes", "council", "body", "date", "venue"], ...]
    sentence: Annotated[str, fields("committee", "date", "venue", "start")]
    minutes: str
    council: Annotated[str, fields("council")]
    body: Annotated[str, fields("committee")]
    body_capitals: bool
    date: Annotated[str, fields("date", "start")]
    venue: Annotated[str, fields("venue")]
    document: Annotated[str, fields("committee", "date", "council")]


class SectionSettings(Struct, frozen=True, kw_only=True):
    """One part of the attendance: who stands in it, and how.

    ``before`` is printed once before the names where all of them are councillors. ``when``
    keeps a section back: "always" prints its heading even when nobody stands in it. ``how``
    keeps those who attended remotely apart from those who came.
    """

    heading: Annotated[str, fields("council", "committee")]
    who: tuple[Literal["presiding", "members", "co-opted", "officers", "also present"], ...]
    state: tuple[Literal["present", "apologies", "absent"], ...]
    entry: Annotated[
        str, fields("mark", "name", "surname", "post", "roles", "organisation", "state")
    ]
    before: str = ""
    order: Literal["as entered", "by surname"] = "as entered"
    columns: Annotated[int, Meta(ge=1, le=4)] = 1
    sentence: bool = False
    capitals: bool = False
    when: Literal["if any", "always"] = "if any"
    how: Literal["any", "in person", "remotely"] = "any"


class AttendanceSettings(Struct, frozen=True, kw_only=True):
    """The list of those who attended.

    ``full_council`` are patterns of the names of bodies that use ``full_council_sections``;
    ``presiding`` are patterns of the posts of those who stand first there.
    """

    layout: Literal["table", "list", "blocks"]
    table_headings: Annotated[tuple[str, ...], Meta(min_length=2, max_length=2)]
    sections: tuple[SectionSettings, ...]
    full_council: tuple[Annotated[str, PATTERN], ...]
    full_council_layout: Literal["table", "list", "blocks"]
    full_council_sections: tuple[SectionSettings, ...]
    presiding: tuple[Annotated[str, PATTERN], ...]
    council: str
    council_short: str
    present_mark: str
    expected_word: Annotated[str, Meta(min_length=1)]
    present_word: str
    apologies_word: str
    absent_word: str
    remote_word: str
    substitute_word: Annotated[str, fields("member")]
    chair_word: Annotated[str, fields("time", "until")]
    footnote: str
    attending_listed: bool
