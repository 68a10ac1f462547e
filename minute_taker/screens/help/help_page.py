"""The page of help as data: the signs from the capture language's own table, and its forms."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.capture.commands import COMMANDS
from minute_taker.capture.signs import ESCAPE, SIGNS
from minute_taker.screens.parts.themes import COLOUR_OF_KIND


class Entry(Struct, frozen=True):
    """One row of the page: what is typed, and what it is or does.

    ``colour`` is the variable of the theme that ``typed`` is written in.
    """

    typed: str
    meaning: str
    example: str = ""
    colour: str = "key"


class Section(Struct, frozen=True):
    """A part of the page under a heading."""

    heading: str
    entries: tuple[Entry, ...]


def _signs() -> Section:
    rows = [
        Entry(
            sign.sign or "(no sign)",
            sign.word,
            sign.example,
            COLOUR_OF_KIND[sign.kind] if sign.kind else "kind-text",
        )
        for sign in SIGNS
    ]
    rows += [
        Entry("two spaces", "the paragraph goes on", "  - the school's own data"),
        Entry(f"{ESCAPE}", "plain text follows", f"{ESCAPE}# 1 priority"),
    ]
    return Section("A line starts with one sign", tuple(rows))


_ANYWHERE = Section(
    "In any line",
    (
        Entry("@code", "a person of the attendance", "> @rd The costs would be sent."),
        Entry("@a @b", "who asked whom", "? @jp @rd How effective was it?"),
        Entry("[Name, street]", "a member of the public", "? [Ada Lund, Mill Lane] Why?"),
        Entry("??", "a gap to fill in later", "The budget was £??."),
    ),
)

_PRESENCE = Section(
    "After ~",
    (
        Entry("in, out, late", "NAME, and a time if you wish", "~ out Chamdal 7.42 pm"),
        Entry("apologies", "NAME (ROLE)", "~ apologies Ives"),
        Entry("chair", "NAME takes the chair", "~ chair Okoro 8.10 pm"),
        Entry("attending", "NAME (BODY)", "~ attending Agnes Lowther (Friends)"),
        Entry("interest", "NAME ITEM: REASON (left, stayed)", "~ interest Peake 6: trustee (left)"),
        Entry("adjourned", "a time, for REASON, to DATE", "~ adjourned 7.52 pm for a break"),
        Entry("resumed", "a time", "~ resumed 8.08 pm"),
        Entry("deferred", "the item, to DATE", "~ deferred to 1 March 2020"),
        Entry("exclude", "the public, for Part II", "~ exclude"),
        Entry("readmit", "the public is back; a time", "~ readmit 8.40 pm"),
        Entry("read", "read out for NAME", "~ read Ada Lund"),
        Entry("writing", "an answer to follow in writing", "~ writing (by 1 May 2020)"),
    ),
)

_MOTIONS = Section(
    "After % and !",
    (
        Entry("%", "MOVER / SECONDER: TEXT", "% Bright / Graham: That it be deferred"),
        Entry("% amend", "an amendment", "% amend Peake / Rusk: delete “two”"),
        Entry("% carried", "lost, withdrawn; the votes", "% carried 5-5-0 casting vote"),
        Entry("% nominate", "NAME as POST by MOVER", "% nominate Peake by Rusk / Lund"),
        Entry("% elected", "who won; votes for each", "% elected Peake 5, Rusk 2"),
        Entry("% for", "for, against, abstained: names", "% for Bright, Graham"),
        Entry("! minutes", "earlier minutes are approved", "! minutes 21 January 2020"),
        Entry("! noted", "the report is noted", "! noted"),
        Entry("! deferred", "the decision is put off", "! deferred to 1 March 2020"),
        Entry("! agreed:", "without RESOLVED", "! agreed: To meet in June"),
    ),
)


def _commands() -> Section:
    rows = [Entry(form.usage, form.does) for form in COMMANDS]
    rows.append(Entry("s/old/new/", "mends the last line, as in s/Schoosl/Schools/"))
    return Section("Commands and mending", tuple(rows))


_TIPS = Section(
    "Good to know",
    (
        Entry("Enter", "ends the paragraph and saves it, as in Word"),
        Entry("Esc", "always comes back; it never throws anything away"),
        Entry("Saved 19:42:07", "what it says is on the disk, whatever happens next"),
    ),
)


def help_page(keys: tuple[Entry, ...], *, keys_first: bool = False) -> tuple[Section, ...]:
    """The whole page; ``keys`` are those that work on the screen it was asked from.

    The signs come first where they are typed, the keys where nothing but keys is pressed.
    """
    here = (Section("Keys on this screen", keys),) if keys else ()
    first, second = (here, (_signs(),)) if keys_first else ((_signs(),), here)
    return (*first, *second, _ANYWHERE, _PRESENCE, _MOTIONS, _commands(), _TIPS)
