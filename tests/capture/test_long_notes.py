"""A long file reads as it would line by line, whatever is put by meanwhile."""

from __future__ import annotations

import random
import time

import pytest

from minute_taker.capture import long_notes
from minute_taker.capture.entries import Blank, ItemEntry
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.capture.session import Session
from minute_taker.minutes.model import Attendee, Meeting
from minute_taker.minutes.people import Codes

HEAD = "committee: Parks Committee\nmembers: Ada Larkin (Chairman), Bo Winter, Cy Dunn\n\n"
LINES = [
    "? Why was it so?", "Because it rained.", "> @bw: It rained.", "What of the sun?", "  - far",
    "! That it be noted", "  ! and filed", "  goes on", "# Trees", "# Roads (Part II, 3)",
    "~ out Winter 7.42 pm", "~ apologies Dunn (substitute Eve Marsh)", "% Larkin / Winter: That it",
    "% carried 2-1-0", "! That it", "- a bullet", "", "?", "~ read Winter", "| a | b |",
]  # fmt: skip
COMMANDS = ["s/it/this/", ":undo", ":edit 3 Other words", ":delete 2", ":go 1", ":nonsense"]


def line_by_line(text: str) -> Meeting:
    """What a clerk would have who typed the lines."""
    session = Session(read_notes(HEAD.encode()).meeting, clock=None)
    for raw in text.splitlines():
        entry = session.read(raw)
        if isinstance(entry, ItemEntry):
            session.add_item(entry)
        elif not isinstance(entry, Blank) and session.take(entry).outcome == "refused":
            session.enter("\\" + raw)
    return session.meeting


@pytest.mark.parametrize("seed", range(40))
def test_it_reads_as_if_typed(monkeypatch, seed) -> None:
    chance = random.Random(seed)
    monkeypatch.setattr(long_notes, "_STRETCH", chance.randint(1, 9))
    lines = [chance.choice(LINES) for _ in range(chance.randint(9, 60))]
    if seed % 2:
        for _ in range(3):
            # Not at once: an undo would take back what the file is headed by.
            lines.insert(chance.randint(8, len(lines)), chance.choice(COMMANDS))
    text = "\n".join(lines) + "\n"
    assert read_notes((HEAD + text).encode()).meeting == line_by_line(text)


@pytest.mark.parametrize(
    "line",
    ["Words.", "  words", "# Item", "! That it be noted", "- bullet", "~ foo bar", "| a | b"],
)
def test_ten_times_as_long_takes_some_ten_times_as_long(line) -> None:
    """Twenty-five, where what is quadratic takes a hundred: a busy machine wavers."""

    def took(lines: int) -> float:
        data = f"{HEAD}# One\n{'Opening words.'}\n{(line + chr(10)) * lines}".encode()
        started = time.process_time()
        read_notes(data)
        return time.process_time() - started

    took(500)
    short = min(took(1_500) for _ in range(3))
    assert took(15_000) < 25 * short


def test_codes_of_many_people_are_written_in_a_moment() -> None:
    codes, people = Codes(), []
    for n in range(10_000):
        code = codes.make("Ann Carlin")
        codes.take(code)
        people.append(Attendee(id=n + 1, name="Ann Carlin", code=code))
    started = time.process_time()
    text = write_notes(Meeting(committee="Parks", attendance=tuple(people)))
    assert time.process_time() - started < 2
    assert "called" not in text


def test_codes_that_no_reader_would_make_are_written() -> None:
    people = (
        Attendee(id=1, name="Ann Carlin", code="ac2"),
        Attendee(id=2, name="Abel Cole", code="ac"),
        Attendee(id=3, name="Abe Coles", code="aco"),
        Attendee(id=4, name="Ann Carlin", code="x"),
    )
    meeting = Meeting(committee="Parks", attendance=people)
    read = read_notes(write_notes(meeting).encode()).meeting
    assert {p.name + p.code for p in read.attendance} == {p.name + p.code for p in people}
