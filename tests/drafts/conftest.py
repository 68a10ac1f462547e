"""A small meeting of made-up people, and a folder for its draft."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from minute_taker.drafts import files
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.changes import AddLine
from minute_taker.minutes.facts import Movement
from minute_taker.minutes.model import (
    Attendee,
    Group,
    HeadingKind,
    Item,
    Kind,
    Line,
    Meeting,
    Part,
    State,
)

MakeMeeting = Callable[..., Meeting]


@pytest.fixture
def make_meeting() -> MakeMeeting:
    """Makes a meeting of so many lines, in items of ten."""

    def make(lines: int = 24, **head: object) -> Meeting:
        kinds = (Kind.QUESTION, Kind.ANSWER, Kind.TEXT, Kind.RESOLUTION)
        taken = [
            Line(
                id=number,
                kind=kinds[number % 4],
                text=f"What was said in line {number} was “noted” [sic] \\ {{£{number}m}}.",
                speaker="al" if number % 4 == 0 else "",
                at=dt.datetime(2026, 3, 3, 19, number % 60),
            )
            for number in range(1, lines + 1)
        ]
        if taken:
            out = Movement("out", "Winter", dt.time(19, 42))
            taken[-1] = Line(id=lines, kind=Kind.PROCEDURE, text="out Winter 7.42 pm", fact=out)
        items = [
            Item(
                id=number + 1,
                title=f"Bandstand {number}",
                heading=HeadingKind.NONE if number == 0 else HeadingKind.NUMBERED,
                part=Part.EXEMPT if number == 2 else Part.PUBLIC,
                lines=tuple(taken[start : start + 10]),
            )
            for number, start in enumerate(range(0, max(lines, 1), 10))
        ]
        fields = {
            "council": "Larkfield Borough Council",
            "committee": "Parks Committee",
            "date": dt.date(2026, 3, 3),
            "start": dt.time(19, 0),
            "venue": "Committee Room 5",
            "attendance": (
                Attendee(id=1, name="Ada Larkin", code="al", post="Chairman"),
                Attendee(id=2, name="Bo Winter", code="bw", group=Group.OFFICER),
                Attendee(id=3, name="Cy Ng", code="cn", state=State.APOLOGIES),
            ),
            "items": tuple(items),
            "last_line": lines + 3,
            "last_item": len(items),
            "last_attendee": 3,
        }
        return Meeting(**{**fields, **head})

    return make


@pytest.fixture
def meeting(make_meeting: MakeMeeting) -> Meeting:
    """A meeting of 24 lines in three items."""
    return make_meeting()


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """The folder of drafts, not made yet."""
    return tmp_path / "drafts"


@pytest.fixture
def store(drafts: Path, meeting: Meeting):
    """The meeting as an open draft."""
    made = DraftStore.create(drafts, meeting)
    yield made
    made.close()


@pytest.fixture
def draft(drafts: Path, meeting: Meeting) -> Path:
    """The meeting as a draft that was saved twice and closed: it has a previous generation."""
    made = DraftStore.create(drafts, meeting)
    made.save(meeting)
    made.close()
    return made.path


def with_line(meeting: Meeting, text: str, kind: Kind = Kind.TEXT) -> Meeting:
    """The meeting with one more line at its end."""
    line = Line(id=meeting.last_line + 1, kind=kind, text=text)
    return AddLine(meeting.items[-1].id, line).apply(meeting)[0]


@pytest.fixture
def add() -> Callable[..., Meeting]:
    """Adds a line to a meeting."""
    return with_line


@pytest.fixture(params=["exchanged in one step", "replaced"])
def place(request, monkeypatch):
    """Both ways in which a file takes the draft's place, where the system knows both."""
    if request.param == "replaced":
        monkeypatch.setattr(files, "_swapper", lambda: None)
    elif files._swapper() is None:
        pytest.skip("this system cannot exchange two names")
    return request.param


@pytest.fixture
def litter(drafts: Path) -> Callable[[], list[str]]:
    """The names of what saves left lying beside the drafts."""
    return lambda: [path.name for path in drafts.glob(".*") if path.is_file()]
