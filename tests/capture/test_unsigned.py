"""Words without a sign: the same in the composer, in line mode, in a paste and in a file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.capture.session import Session
from minute_taker.minutes.model import Kind

HEAD = """\
committee: Rivers Board
members: Ines Calder (Chair), Tomas Reeve
officers: Ola Brandt (Engineer)
also present: Piet Vos (Rowing Club)

# Weirs
"""
AFTER_ANSWER = "? Was the sluice sound?\n> It was.\n"


def read(lines: str):
    return [line for _, line in read_notes((HEAD + lines).encode()).meeting.lines()]


@pytest.mark.parametrize(
    ("above", "words", "kind", "speaker"),
    [
        ("", "Was it so?", Kind.TEXT, ""),
        ("The survey was read.\n", "Was it so?", Kind.TEXT, ""),
        ("? When?\n", "In June, unless it rained.", Kind.ANSWER, ""),
        ("? When?\n", "@ob In June.", Kind.ANSWER, "ob"),
        ("? When?\n  The survey of May had said nothing.\n", "In June.", Kind.ANSWER, ""),
        ("? When?\n~ read Tomas Reeve\n", "In June.", Kind.ANSWER, ""),
        ("? When?\n", "-5 degrees had been measured.", Kind.ANSWER, ""),
        (AFTER_ANSWER, "Members thanked the engineer.", Kind.TEXT, ""),
        (AFTER_ANSWER, "Who had paid for it?", Kind.QUESTION, ""),
        (AFTER_ANSWER, "Had he said “who pays?”", Kind.QUESTION, ""),
        (AFTER_ANSWER, "@tr asked for the figures.", Kind.QUESTION, "tr"),
        (AFTER_ANSWER, "@chair: and the weir", Kind.QUESTION, "chair"),
        (AFTER_ANSWER, "@ob It would last, would it not?", Kind.ANSWER, "ob"),
        (AFTER_ANSWER, "@pv The club had seen it.", Kind.ANSWER, "pv"),
        (AFTER_ANSWER, "@zz had left.", Kind.TEXT, ""),
        (AFTER_ANSWER, "  Who had paid for it?", Kind.TEXT, ""),
        (AFTER_ANSWER, "\\Who had paid for it?", Kind.TEXT, ""),
        ("? When?\n> In June.\nNoted.\n", "Who had paid?", Kind.TEXT, ""),
        ("? When?\n# Locks\n", "They were shut.", Kind.TEXT, ""),
    ],
)
def test_what_they_follow_says_what_they_are(above, words, kind, speaker):
    typed = read(above + words)[-1]
    assert (typed.kind, typed.speaker) == (kind, speaker)
    # Line mode, and many lines at once.
    for enter in ("one by one", "at once"):
        session = Session(read_notes(HEAD.encode()).meeting, clock=None)
        lines = [*above.splitlines(), words]
        if enter == "at once":
            session.enter_lines(lines)
        else:
            for line in lines:
                session.enter(line)
        last = [line for _, line in session.meeting.lines()][-1]
        assert last == typed


def test_words_over_a_line_keep_its_kind():
    session = Session(read_notes((HEAD + AFTER_ANSWER + "Noted.").encode()).meeting)
    session.edit(3, "Was it noted?")
    assert session.meeting.line(3).kind is Kind.TEXT


def test_a_line_put_in_is_read_by_the_line_above_it():
    session = Session(read_notes((HEAD + AFTER_ANSWER).encode()).meeting)
    session.go_after(1)
    session.enter("It had been, in May.")
    assert [line.kind for _, line in session.meeting.lines()] == [
        Kind.QUESTION, Kind.ANSWER, Kind.ANSWER,
    ]  # fmt: skip


_LINES = st.lists(
    st.sampled_from(
        ["? When?", "> In June.", "\\Noted.", "\\Who pays?", "Calm.", "@tr spoke", "- a weir",
         "  It went on.", "! noted", "~ read Tomas Reeve", "## Locks", "\\@ob had left."]
    ),
    max_size=8,
)  # fmt: skip


@given(_LINES)
def test_what_is_written_reads_back_as_it_was(lines):
    meeting = read_notes((HEAD + "\n".join(lines)).encode()).meeting
    assert read_notes(write_notes(meeting).encode()).meeting == meeting
