"""The meeting of a full Council that the tests keep, and faults to be planted in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.model import Meeting

_KEPT = Path(__file__).parents[1] / "composing" / "council.notes"
NOTES = _KEPT.read_text(encoding="utf-8")
Fault = tuple[str, str, str, str]


def meeting_of(notes: str) -> Meeting:
    """The meeting of some notes, in which nothing is remarked on."""
    read = read_notes(notes.encode())
    assert read.remarks == ()
    return read.meeting


#: What is planted: the rule that finds it, what stands, what is put for it, and where it shows.
PLANTED = [
    ("gap", "the sum of £48,000", "the sum of £??", "approves the sum of £?? for the repair;"),
    ("unanswered-question", "\n~ writing\n", "\n", "What had the regatta cost?"),
    (
        "no-outcome",
        "\n! noted\n! That the seats be given as set out in the table",
        "",
        "Seats on committees",
    ),
    (
        "mover-absent",
        "% Amin / Rowe",
        "% Pell / Rowe",
        "Pell / Rowe: That the rents be frozen for a year from September",
    ),
    ("votes-do-not-add-up", "% carried 7-3-2", "% carried 9-3-2", "carried 9-3-2"),
    (
        "promise-without-action",
        ">+ @cr: A copy of the letter would be sent to Mr Birk (by 5 June 2026)",
        "> A copy of the letter would be sent to Mr Birk after the meeting.",
        "A copy of the letter would be sent to Mr Birk after the meeting.",
    ),
    (
        "date-differs",
        "! minutes 26 February",
        "! minutes 25 February",
        "minutes 25 February 2026 subject to: page 4, minute 9/26, “form the harbour” to read "
        "“from the harbour”",
    ),
    (
        "name-spelt-two-ways",
        "Councillor Amin presented the report",
        "Councillor Amins presented the report",
        "Councillor Amins presented the report of Cabinet.",
    ),
    ("no-exempt-reason", "(15, Part II, 3 and 5)", "(15, Part II)", "Land at Quay Lane"),
    (
        "public-address",
        "They would go out at midnight",
        "They would go out at 14 Tanner's Row at midnight",
        "They would go out at 14 Tanner's Row at midnight, as before.",
    ),
    ("unknown-name", "~ late Ferris 7.12 pm", "~ late Ferriss 7.12 pm", "late Ferriss 7.12 pm"),
]


def notes_with(faults: Iterable[Fault]) -> str:
    """The notes with some faults planted in them."""
    notes = NOTES
    for _, stands, instead, _ in faults:
        assert notes.count(stands) == 1
        notes = notes.replace(stands, instead)
    return notes


def planted(faults: Iterable[Fault]) -> Meeting:
    """The meeting with some faults planted in it."""
    return meeting_of(notes_with(faults))
