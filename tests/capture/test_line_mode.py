"""Line mode answers for what is on the disk, and for nothing else."""

from __future__ import annotations

from minute_taker.capture.line_mode import LineMode
from minute_taker.capture.session import Session
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Attendee, Meeting


class Disk:
    """Keeps what is saved, and can be full."""

    def __init__(self) -> None:
        self.meeting = Meeting()
        self.full = False

    def save(self, meeting: Meeting) -> None:
        if self.full:
            raise Refused("the disk is full")
        self.meeting = meeting


def taken(*lines: str, disk: Disk | None = None) -> tuple[list[str], bool]:
    said: list[str] = []
    mode = LineMode(Session(Meeting()), (disk or Disk()).save, said.append)
    return said, mode.run(lines)


def test_a_line_is_saved_before_it_is_said():
    disk, said = Disk(), []

    def say(answer: str) -> None:
        said.append((answer, disk.meeting.line_count()))

    LineMode(Session(Meeting()), disk.save, say).run(["# Benches\n", "? Why?\n", "> So.\n"])

    assert said == [("saved item 1", 0), ("saved 1", 1), ("saved 2", 2)]


def test_what_is_not_taken_is_refused_and_the_rest_goes_on():
    said, whole = taken("One.", ":delete 99", "Two.")

    assert [answer.split()[0] for answer in said] == ["saved", "refused:", "saved"]
    assert whole


def test_a_full_disk_owes_its_answer_until_there_is_room():
    disk, said = Disk(), []
    mode = LineMode(Session(Meeting()), disk.save, said.append)

    mode.take("One.")
    disk.full = True
    mode.take("Two.")
    refused = list(said)
    disk.full = False
    mode.take("Three.")

    assert refused[0] == "saved 1"
    assert refused[1].startswith("refused: not saved yet")
    assert said[2:] == ["saved 2", "saved 3"]
    assert [line.text for _, line in disk.meeting.lines()] == ["One.", "Two.", "Three."]


def test_an_end_with_something_unsaved_is_no_good_end():
    disk = Disk()
    disk.full = True

    said, whole = taken("One.", disk=disk)

    assert not whole
    assert all(answer.startswith("refused: not saved yet") for answer in said)


def test_the_listing_is_printed():
    said, _ = taken("? Why?", ":lines")

    assert any("Why?" in row for row in said)


def test_what_does_not_fit_is_noted_after_the_line_is_saved():
    said: list[str] = []
    session = Session(Meeting(attendance=(Attendee(id=1, name="Wen Hart", code="wh"),)))
    mode = LineMode(session, Disk().save, said.append)
    mode.run(["# A", "~ out Hart", "~ out Hart", "~ in Heart", "? @zz Why?"])

    assert said[:2] == ["saved item 1", "saved 1"]
    assert said[2:] == [
        "saved 2",
        "note: Wen Hart leaves, but had left already",
        "saved 3",
        "note: it is not clear from the attendance who “Heart” is; the nearest is Wen Hart",
        "saved 4",
        "note: it is not clear from the attendance who “@zz” is",
    ]


def test_an_item_opens_with_the_interests_declared_in_it():
    said: list[str] = []
    session = Session(Meeting(attendance=(Attendee(id=1, name="Wen Hart", code="wh"),)))
    mode = LineMode(session, Disk().save, said.append)
    mode.run(["# A (1)", "~ interest Hart 2: a tenant (left)", "# B (2)", "~ out Hart", "# C (3)"])

    assert said == [
        "saved item 1",
        "saved 1",
        "saved item 2",
        "note: Wen Hart declared an interest in this item and leaves for it: a tenant",
        "note: ~ out Hart may be wanted",
        "saved 2",
        "saved item 3",
        "note: in the item before, ~ in Hart may be wanted",
    ]


def test_what_a_carried_motion_resolved_and_a_lost_quorum_may_be_taken_down():
    said: list[str] = []
    people = (Attendee(id=1, name="Wen Hart", code="wh"), Attendee(id=2, name="Ed Lee", code="el"))
    mode = LineMode(Session(Meeting(attendance=people, quorum=2)), Disk().save, said.append)
    mode.run(["# A (1)", "% Hart / Lee: That it lie", "% carried 2-0", "! That it lie"])
    mode.run(["~ out Lee 8 pm"])

    assert said == [
        "saved item 1",
        "saved 1",
        "saved 2",
        "note: ! That it lie may be wanted",
        "saved 3",
        "saved 4",
        "note: 1 member is present at 8.00 pm, and the quorum is 2",
        "note: ~ The meeting was inquorate from 8.00 pm. may be wanted",
    ]
