"""The check: the list of findings, and what is done about one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from minute_taker.capture.remedies import (
    asks_for_a_look,
    asks_for_a_part,
    looked_through,
    mending,
    settling,
)
from minute_taker.capture.session import Session
from minute_taker.minutes.changes import Change
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting, Part
from minute_taker.minutes.text import GAP
from minute_taker.screens.capture.messages import Severity
from minute_taker.screens.capture.navigation import go_to_heading, go_to_line
from minute_taker.screens.capture.register_commands import details, people
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.minutes.checking.findings import Finding
    from minute_taker.screens.capture.context import CaptureContext
    from minute_taker.screens.finding.findings_screen import FindingRow

#: Which heading a finding in the head is about, by a word of what it says.
_HEADINGS = (
    ("name of the committee", "committee"),
    ("date", "date"),
    ("venue", "venue"),
    ("began", "time"),
    ("closed", "closed"),
)
_WITH_GAPS = ("committee", "venue", "chair", "clerk")
_NO_SLIP = "No slip is marked under the line chosen, or under the last one"


# What is found.


def facts_of(meeting: Meeting) -> Sequence[Finding]:
    """Return the findings of fact, by what the meeting's house style prints."""
    from minute_taker.composing.style import style_for
    from minute_taker.exporting.exempt import refused_beforehand
    from minute_taker.minutes.checking import check

    try:
        style = style_for(meeting)
    except Refused:
        return check(meeting)
    printed = style.questions.public_asker == "name and address"
    return (*refused_beforehand(meeting, style), *check(meeting, addresses_printed=printed))


def what_refuses(meeting: Meeting) -> Finding | None:
    """Return the first finding for which a public copy is refused; None where it is not."""
    refusing = ("salvaged", "part-unsettled", "exempt-words-in-public")
    return next((fact for fact in facts_of(meeting) if fact.rule in refusing), None)


def open_list_at(at: CaptureContext, finding: Finding) -> None:
    """Have the list of findings open at one of them the next time."""
    from minute_taker.screens.finding.findings_screen import FindingRow

    at.places.finding = FindingRow(0, finding, "")


def found_in(at: CaptureContext, meeting: Meeting) -> Sequence[Finding]:
    """Return the findings of fact and then the slips; asked on a thread."""
    facts, slips = _facts_and_slips(at, meeting)
    return (*facts, *slips)


def _facts_and_slips(
    at: CaptureContext, meeting: Meeting
) -> tuple[Sequence[Finding], Sequence[Finding]]:
    from minute_taker.proofing.proofreader import together

    facts = facts_of(meeting)
    return facts, together(facts, at.slips.slips_of(meeting))[len(facts) :]


def how_many_findings(at: CaptureContext, meeting: Meeting) -> str:
    """Return ``3 things to look at, 2 slips``; nothing where all stands. Asked on a thread."""
    facts, slips = map(len, _facts_and_slips(at, meeting))
    counts = [f"{facts} thing{'s' * (facts > 1)} to look at"] * bool(facts)
    counts += [f"{slips} slip{'s' * (slips > 1)}"] * bool(slips)
    return ", ".join(counts)


# The list.


def check(at: CaptureContext) -> None:
    """Show what does not stand; Enter goes to its place."""
    if not at.editor.commit():
        return
    from minute_taker.screens.capture.commands import COMMANDS
    from minute_taker.screens.finding.findings_screen import FindingsScreen

    def run(command: str, row: FindingRow | None) -> str:
        at.places.listed = row.finding if row is not None else None
        try:
            return str(COMMANDS[command].run(at) or "")
        finally:
            at.places.listed = None

    screen = FindingsScreen(
        lambda: at.draft.meeting,
        find=partial(found_in, at),
        run=run,
        visited=at.places.finding,
        export_key=at.key("capture.export"),
        read_only=at.draft.read_only,
    )
    at.open(screen, partial(_finding_chosen, at))


def _finding_chosen(at: CaptureContext, row: FindingRow | None) -> None:
    if row is None:
        give_keys(at.composer)
        return
    at.places.finding, finding = row, row.finding
    if finding.line is not None:
        go_to_line(at, finding.line)
        at.say(finding.words)
    elif finding.item is not None:
        go_to_heading(at, finding.item)
        at.say(finding.words)
    elif "attendance" in finding.words:
        people(at)
    else:
        meeting = at.draft.meeting
        heading = next((heading for word, heading in _HEADINGS if word in finding.words), "")
        with_gap = (name for name in _WITH_GAPS if GAP in getattr(meeting, name))
        details(at, heading or next(with_gap, "committee"))


# What is done about a finding.


def slip_aimed_at(at: CaptureContext) -> Finding | None:
    """Return the finding under the cursor of the list, or the first slip of a line.

    That is the line chosen; where none is, the last one taken down.
    """
    if at.places.listed is not None:
        return at.places.listed
    before = at.draft.line_before
    line_id = at.transcript.chosen or (before.id if before is not None else None)
    slips = at.slips.of_line(line_id) if line_id is not None else ()
    return slips[0] if slips else None


def has_slip(at: CaptureContext) -> bool:
    """Return whether a suggestion can be taken for the chosen line."""
    slip = slip_aimed_at(at) if at.transcript.chosen is not None else None
    return slip is not None and can_take(slip) and not at.draft.read_only


def _say(at: CaptureContext, words: str, severity: Severity = Severity.INFORMATION) -> str:
    at.say(words, severity=severity)
    return words


def _change(at: CaptureContext, change: Callable[[Meeting, Finding], Change], done: str) -> str:
    """Do something about the finding aimed at, as one change; return what is said of it.

    ``done`` says it where it is done; ``{found}`` and ``{meant}`` in it are the finding's.
    """
    if not at.editor.commit():
        return ""
    finding = slip_aimed_at(at)
    if finding is None:
        return _say(at, _NO_SLIP)
    try:
        made = change(at.draft.meeting, finding)
    except Refused as why:
        return _say(at, f"{str(why)[:1].upper()}{str(why)[1:]}", Severity.ERROR)
    meant = finding.suggestions[0] if finding.suggestions else ""
    said = done.format(found=finding.found.strip(), meant=meant.strip())
    said += f"; {at.key('capture.undo')} takes it back"
    result = at.act(lambda session: session.do(made), said=said, force=True)
    return result.message if result.outcome == "refused" else said


def can_take(finding: Finding) -> bool:
    """Whether there is a suggestion to take."""
    return finding.place is not None and bool(finding.suggestions)


def take(at: CaptureContext) -> str:
    """Put the first suggestion in the place of the slip."""
    return _change(at, mending, "“{found}” is “{meant}” now")


def can_leave(finding: Finding) -> bool:
    """Whether it is a slip of words, which may stay as they are."""
    # A name that is spelt two ways is one of fact: it is either mended or said of it.
    return finding.place is not None and finding.rule != "name-spelt-two-ways"


def leave(at: CaptureContext) -> str:
    """Leave the slip as it is, in this line alone."""
    from minute_taker.proofing.remedies import leaving

    return _change(at, leaving, "“{found}” stays as it is here")


def keep(at: CaptureContext) -> str:
    """Keep the word as one of ours in every meeting, or of an exempt line in this draft alone."""
    from minute_taker.proofing.remedies import is_a_word, keeping, stays_in_the_draft, word_of

    finding = slip_aimed_at(at)
    if finding is None or not is_a_word(finding):
        return _say(at, "This is no word to be kept" if finding is not None else _NO_SLIP)
    if stays_in_the_draft(at.draft.meeting, finding):
        return _change(at, keeping, "“{found}” is kept in this draft alone, as the line is exempt")
    word = word_of(finding)
    try:
        at.slips.keep_word(word)
    except (Refused, OSError) as why:
        return _say(at, str(why), Severity.ERROR)
    return _say(at, f"“{word}” is one of our words from now on, in every meeting")


def make_public(at: CaptureContext) -> str:
    """Say that the finding's item or line is public."""
    return _change(at, partial(settling, part=Part.PUBLIC), "It is public")


def make_exempt(at: CaptureContext) -> str:
    """Say that the finding's item is exempt."""
    settled = partial(settling, part=Part.EXEMPT)
    return _change(at, settled, "It is exempt, and stays out of public copies")


def looked(at: CaptureContext) -> str:
    """Say that what was found of a damaged draft was looked through."""
    return _change(at, lambda _meeting, _finding: looked_through(), "The draft was looked through")


def undo(at: CaptureContext) -> str:
    """Take back the last change of the meeting."""
    return at.act(Session.undo, force=True).message


def can_keep(finding: Finding) -> bool:
    """Whether it is a word that could be one of ours."""
    from minute_taker.proofing.remedies import is_a_word

    return is_a_word(finding)


#: Of which findings each command of the list can do something.
FITTING: dict[str, Callable[[Finding], bool]] = {
    "finding.take": can_take,
    "finding.leave": can_leave,
    "finding.keep": can_keep,
    "finding.public": asks_for_a_part,
    "finding.exempt": asks_for_a_part,
    "finding.looked": asks_for_a_look,
}
