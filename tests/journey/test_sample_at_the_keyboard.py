"""The sample meeting, typed through the screen; killed, reopened, exported.

Keys on a real terminal, not calls: what stands in the draft and on the page in the end must be
what the notes file of the same meeting makes.
"""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from clerk import program
from msgspec.structs import replace

from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.composing.compose import compose
from minute_taker.composing.style import load_style
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Meeting
from minute_taker.sample import sample_notes

HEADINGS, BODY = sample_notes().decode().split("\n\n", 1)
#: What the form of a new meeting asks for, in its order.
FORM = ("committee", "date", "time", "venue", "first minute", "clerk", "members", "officers")


def heading(name: str) -> str:
    return next(
        line.split(":", 1)[1].strip() for line in HEADINGS.splitlines() if line.startswith(name)
    )


def as_typed() -> bytes:
    """The sample with the headings that the form asks for, and all its lines."""
    rows = [f"{name}: {heading(name)}" for name in FORM]
    return ("\n".join(rows) + "\n\n" + BODY).encode()


def without_times(meeting: Meeting) -> Meeting:
    """The meeting but for the times at which its lines were entered."""
    items = tuple(
        replace(item, lines=tuple(replace(line, at=None) for line in item.lines))
        for item in meeting.items
    )
    return replace(meeting, items=items)


def stored(folder: Path) -> Meeting:
    (path,) = folder.glob("drafts/*.json")
    return DraftStore.open(path, read_only=True).meeting


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (200, 50)])
def test_the_sample_typed_is_the_sample_read(tmp_path, columns, rows):
    folder = tmp_path / "Minutes"
    wanted = read_notes(as_typed()).meeting
    screen = program(folder, columns=columns, rows=rows)
    try:
        screen.wait_for("^N")
        screen.press("ctrl+n")
        screen.wait_for("^S Begin")
        for number, name in enumerate(FORM):
            if number:
                screen.press("tab")
            screen.type(heading(name))
            screen.wait_for(heading(name)[-10:])
        screen.press("ctrl+s")
        screen.wait_for("Saved")
        for line in BODY.splitlines():
            screen.type(line)
            screen.press("enter")
        last = sum(len(item.lines) for item in wanted.items)
        screen.wait_for(f"line {last + 1}")
        screen.wait_until(lambda text: "Saving" not in text and "NOT SAVED" not in text)
        screen.signal(signal.SIGKILL)
        typed = without_times(stored(folder))
    finally:
        screen.close()

    assert write_notes(typed) == write_notes(wanted)
    assert typed == wanted

    screen = program(folder, "open", "reading", columns=columns, rows=rows)
    try:
        screen.wait_for("That the work programme be agreed.")
        screen.press("f6")
        screen.wait_until(lambda _: list(folder.glob("exports/*.docx")), "document")
        screen.press("ctrl+q")
        screen.wait()
    finally:
        screen.close()
    reopened = stored(folder)
    style = load_style()
    assert without_times(reopened) == wanted
    assert compose(reopened, style) == compose(wanted, style)
