"""What the clerk may do about a slip: take a suggestion, leave it, or keep the word.

Nothing here changes a meeting: each gives the change, or the text, for whoever changes it.
"""

from __future__ import annotations

from minute_taker.minutes.changes import SetHead
from minute_taker.minutes.checking.findings import Finding
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.exempt import exempt_items
from minute_taker.minutes.model import Meeting
from minute_taker.proofing.proofreader import left_as_it_is


class SlipGone(Refused):
    """The words of the finding no longer stand where it found them."""


def mended(meeting: Meeting, finding: Finding, suggestion: str | None = None) -> str:
    """Return the text of the finding's line or title with a suggestion taken, the first if none.

    Raises SlipGone where the line is gone or reads otherwise by now, Refused where the finding
    suggests nothing.
    """
    text = _text(meeting, finding)
    if text is None or finding.place is None:
        raise SlipGone("the line is no longer there")
    start, end = finding.place
    if text[start:end] != finding.found:
        raise SlipGone("the line has been changed since")
    if suggestion is None:
        if not finding.suggestions:
            raise Refused("nothing is suggested here: the line is for you to mend")
        suggestion = finding.suggestions[0]
    return text[:start] + suggestion + text[end:]


def _text(meeting: Meeting, finding: Finding) -> str | None:
    if finding.line is not None:
        line = meeting.line(finding.line)
        return None if line is None else line.text
    item = None if finding.item is None else meeting.item(finding.item)
    return None if item is None else item.title


def leaving(meeting: Meeting, finding: Finding) -> SetHead:
    """Return the change that leaves a slip as it is, in this line or title alone."""
    left = left_as_it_is(finding)
    return SetHead({"left": (*(each for each in meeting.left if each != left), left)})


def is_a_word(finding: Finding) -> bool:
    """Whether the finding is of a word that could be kept as one of ours."""
    return finding.rule == "spelling"


def stays_in_the_draft(meeting: Meeting, finding: Finding) -> bool:
    """Whether the finding's word is exempt, and so is kept in the draft and nowhere else."""
    place = None if finding.line is None else meeting.place_of(finding.line)
    if place is None:
        return False
    item, line = place
    return line.doubtful or item.id in exempt_items(meeting)


def keeping(meeting: Meeting, finding: Finding) -> SetHead:
    """Return the change that keeps the finding's word in this draft, for its exempt lines."""
    word = word_of(finding)
    return SetHead({"own_words": (*(each for each in meeting.own_words if each != word), word)})


def word_of(finding: Finding) -> str:
    """The word itself, without the ``'s`` of a possessive."""
    straight = finding.found.replace("’", "'")
    return finding.found[:-2] if straight.endswith("'s") else finding.found
