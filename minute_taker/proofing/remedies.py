"""What the clerk may do about a slip: take a suggestion, leave it, or keep the word.

Nothing here changes a meeting: each gives the change, or the text, for whoever changes it.
"""

from __future__ import annotations

from minute_taker.minutes.changes import SetHead
from minute_taker.minutes.checking.findings import Finding
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Left, Meeting, Part


class SlipGone(Refused):
    """The words of the finding no longer stand where it found them."""


def mended(meeting: Meeting, finding: Finding, suggestion: str | None = None) -> str:
    """Return the text of the finding's line with a suggestion taken, the first unless one is given.

    Raises SlipGone where the line is gone or reads otherwise by now, Refused where the finding
    suggests nothing.
    """
    line = None if finding.line is None else meeting.line(finding.line)
    if line is None or finding.place is None:
        raise SlipGone("the line is no longer there")
    start, end = finding.place
    if line.text[start:end] != finding.found:
        raise SlipGone("the line has been changed since")
    if suggestion is None:
        if not finding.suggestions:
            raise Refused("nothing is suggested here: the line is for you to mend")
        suggestion = finding.suggestions[0]
    return line.text[:start] + suggestion + line.text[end:]


def leaving(meeting: Meeting, finding: Finding) -> SetHead:
    """Return the change that leaves a slip as it is, in this line alone."""
    if finding.line is None:
        raise SlipGone("the finding is of no line")
    left = Left(finding.line, finding.rule, finding.found)
    return SetHead({"left": (*(each for each in meeting.left if each != left), left)})


def is_a_word(finding: Finding) -> bool:
    """Whether the finding is of a word that could be kept as one of ours."""
    return finding.rule == "spelling"


def stays_in_the_draft(meeting: Meeting, finding: Finding) -> bool:
    """Whether the finding's word is exempt, and so is kept in the draft and nowhere else."""
    place = None if finding.line is None else meeting.place_of(finding.line)
    return place is not None and place[0].part is Part.EXEMPT


def keeping(meeting: Meeting, finding: Finding) -> SetHead:
    """Return the change that keeps the finding's word in this draft, for its exempt lines."""
    word = word_of(finding)
    return SetHead({"own_words": (*(each for each in meeting.own_words if each != word), word)})


def word_of(finding: Finding) -> str:
    """The word itself, without the ``'s`` of a possessive."""
    straight = finding.found.replace("’", "'")
    return finding.found[:-2] if straight.endswith("'s") else finding.found
