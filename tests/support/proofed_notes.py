"""Lines and meetings to proof."""

from __future__ import annotations

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.style import load_style
from minute_taker.minutes.checking import Finding
from minute_taker.minutes.model import Meeting
from minute_taker.proofing import house_words_of, lexicon_for, proofread

HEAD = (
    "committee: Parks Committee\ndate: 3 March 2026\ntime: 7.00 pm\nclosed: 8.00 pm\n"
    "venue: Town Hall, Wexcombe\n"
    "members: Ada Larkin (Chairman), Gwilym Penrow-Tudge, PE Harrow\n\n# Bandstand\n"
)


def meeting_of(notes: str) -> Meeting:
    """A meeting of some lines of notes."""
    return read_notes((HEAD + notes + "\n").encode()).meeting


def slips_in(notes: str, **more: object) -> tuple[Finding, ...]:
    """What is found in some lines of notes, with the default style."""
    meeting = meeting_of(notes)
    lexicon = lexicon_for(meeting, house_words_of(load_style()), **more)  # type: ignore[arg-type]
    return proofread(meeting, lexicon)
