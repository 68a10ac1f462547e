"""The capture language for help: its signs and commands from their own tables, and its forms."""

from __future__ import annotations

from minute_taker.capture.commands import COMMANDS
from minute_taker.capture.signs import ESCAPE, SIGNS
from minute_taker.help.entries import Entry, Section
from minute_taker.minutes.model import Kind


def signs() -> Section:
    """Return the signs that a line can start with."""
    rows = [
        Entry(sign.sign or "(no sign)", sign.word, sign.example, sign.kind or Kind.TEXT)
        for sign in SIGNS
    ]
    rows += [
        Entry("two spaces", "the paragraph goes on", "  - the school's own data"),
        Entry(f"{ESCAPE}", "plain text follows", f"{ESCAPE}# 1 priority"),
    ]
    return Section("A line starts with one sign", tuple(rows))


#: What can stand in any line.
ANYWHERE = Section(
    "In any line",
    (
        Entry("@code", "a person of the attendance", "> @rd The costs would be sent."),
        Entry("@a @b", "who asked whom", "? @jp @rd How effective was it?"),
        Entry("[Name, street]", "a member of the public", "? [Ada Lund, Mill Lane] Why?"),
        Entry("??", "a gap to fill in later", "The budget was £??."),
    ),
)

#: What can follow the sign of presence and procedure.
PRESENCE = Section(
    "After ~",
    (
        Entry("in, out, late", "NAME, and a time if you wish", "~ out Chamdal 7.42 pm"),
        Entry("apologies", "NAME (ROLE)", "~ apologies Ives"),
        Entry("chair", "NAME takes the chair", "~ chair Okoro 8.10 pm"),
        Entry("attending", "NAME (BODY)", "~ attending Agnes Lowther (Friends)"),
        Entry("interest", "NAME ITEM NATURE: REASON (left)", "~ interest Peake 6: trustee (left)"),
        Entry("adjourned", "a time, for REASON, to DATE", "~ adjourned 7.52 pm for a break"),
        Entry("resumed", "a date, a time", "~ resumed 8.08 pm"),
        Entry("deferred", "the item, to DATE", "~ deferred to 1 March 2020"),
        Entry("exclude", "the public, for Part II", "~ exclude"),
        Entry("readmit", "the public is back; a time", "~ readmit 8.40 pm"),
        Entry("read", "read out for NAME", "~ read Ada Lund"),
        Entry("writing", "an answer to follow in writing", "~ writing (by 1 May 2020)"),
        Entry("instead", ": your words for an opening item", "~ instead: All were present."),
    ),
)

#: What can follow the signs of motions and resolutions.
MOTIONS = Section(
    "After % and !",
    (
        Entry("%", "MOVER / SECONDER: TEXT", "% Bright / Graham: That it be deferred"),
        Entry("% amend", "an amendment", "% amend Peake / Rusk: delete “two”"),
        Entry("% carried", "lost, fell, withdrawn; votes", "% carried 5-5-0 casting vote"),
        Entry("% nominate", "NAME as POST by MOVER", "% nominate Peake by Rusk / Lund"),
        Entry("% elected", "who won; votes for each", "% elected Peake 5, Rusk 2"),
        Entry("% for", "for, against, abstained: names", "% for Bright, Graham"),
        Entry("! minutes", "earlier minutes are approved", "! minutes 21 January 2020"),
        Entry("! noted", "the report is noted", "! noted"),
        Entry("! instead", "what was voted on, in other words", "! instead: That it be let"),
        Entry("! deferred", "the decision is put off", "! deferred to 1 March 2020"),
        Entry("! agreed:", "without RESOLVED", "! agreed: To meet in June"),
    ),
)


def commands() -> Section:
    """Return the commands of the language, and the short way to mend a line."""
    rows = [Entry(form.usage, form.does) for form in COMMANDS]
    rows.append(Entry("s/old/new/", "mends the last line, as in s/Schoosl/Schools/"))
    return Section("Commands and mending", tuple(rows))


#: What a clerk must know of the screens before all else.
TIPS = Section(
    "Good to know",
    (
        Entry("Enter", "ends the paragraph and saves it, as in Word"),
        Entry("Esc", "always comes back; it never throws anything away"),
        Entry("Saved 7.42 pm", "what it says is on the disk, whatever happens next"),
    ),
)
