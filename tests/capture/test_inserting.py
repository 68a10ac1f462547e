"""Lines put in between others: where they go, what undoing does, and back to the end."""

from __future__ import annotations

from minute_taker.capture.line_mode import LineMode
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.session import Session

NOTES = b"""committee: Parks

# One
First.
Second.
# Two
Third.
"""


def sitting() -> Session:
    return Session(read_notes(NOTES).meeting, clock=None)


def texts(session: Session) -> list[list[str]]:
    return [[line.text for line in item.lines] for item in session.meeting.items]


def test_lines_go_in_one_after_another_and_then_to_the_end_again() -> None:
    session = sitting()
    session.enter(":after 1")
    assert session.after == 1
    session.enter("Between.")
    session.enter("And between.")
    assert texts(session) == [["First.", "Between.", "And between.", "Second."], ["Third."]]
    assert session.enter(":after").outcome == "done"
    session.enter("Fourth.")
    assert texts(session)[1] == ["Third.", "Fourth."]
    assert session.after is None


def test_undo_goes_back_line_by_line_and_redo_forward() -> None:
    session = sitting()
    session.go_after(1)
    for words in ("a", "b"):
        session.enter(words)
    session.undo()
    session.enter("c")
    assert texts(session)[0] == ["First.", "a", "c", "Second."]
    session.undo()
    session.undo()
    assert session.after == 1
    session.redo()
    session.redo()
    session.enter("d")
    assert texts(session)[0] == ["First.", "a", "c", "d", "Second."]


def test_undo_from_the_end_stays_at_the_end() -> None:
    session = sitting()
    session.go_after(1)
    session.enter("a")
    session.go_on()
    session.undo()
    session.enter("Fourth.")
    assert texts(session) == [["First.", "Second."], ["Third.", "Fourth."]]


def test_a_paste_goes_in_there_as_one() -> None:
    session = sitting()
    session.go_after(1)
    session.enter_many("! noted\n- a\n")
    session.enter("After them.")
    assert texts(session)[0] == ["First.", "noted", "a", "After them.", "Second."]
    session.undo()
    session.undo()
    assert texts(session) == texts(sitting())
    assert session.after == 1


def test_the_place_outlives_the_line_that_it_is_after() -> None:
    session = sitting()
    session.go_after(2)
    session.delete(2)
    assert session.after == 1
    session.delete(1)
    assert session.after is None
    session.enter("Anew.")
    assert texts(session)[0] == ["Anew."]


def test_lines_go_before_one_in_their_order() -> None:
    session = sitting()
    assert session.enter(":before 1").message.startswith("the next lines go before line 1; ")
    assert (session.before, session.after, session.line_before) == (1, None, None)
    session.enter("A.")
    session.enter_many("B.\nC.\n")
    assert texts(session)[0] == ["A.", "B.", "C.", "First.", "Second."]
    for _ in range(2):
        session.undo()
    assert texts(session) == texts(sitting())
    assert session.before == 1
    session.redo()
    session.enter("D.")
    assert texts(session)[0] == ["A.", "D.", "First.", "Second."]
    session.enter(":after")
    session.enter("Fourth.")
    assert texts(session)[1] == ["Third.", "Fourth."]


def test_the_place_before_a_line_outlives_it() -> None:
    session = sitting()
    session.go_before(2)
    session.delete(2)
    assert session.after == 1
    session.go_before(1)
    session.enter("A.")
    session.delete(1)
    session.enter("B.")
    assert texts(session)[0] == ["A.", "B."]
    session = sitting()
    session.go_after(1)
    session.delete(1)
    assert session.before == 2
    session.undo()
    assert session.after == 1


def test_lines_and_items_are_moved_before_others() -> None:
    session = sitting()
    session.enter(":move 3 before 1")
    assert texts(session) == [["Third.", "First.", "Second."], []]
    session.enter(":move 2 before 1")
    assert texts(session)[0] == ["Third.", "Second.", "First."]
    before = session.meeting
    session.enter(":move 2 before 1")
    assert session.meeting == before
    assert session.enter(":move 2 before 2").message == "a line cannot stand before itself"
    assert session.enter(":move 2 before 9").message == "there is no line 9"
    assert session.enter(":move 9 before 1").message == "there is no line 9"
    session.enter(":order 2 before 1")
    assert [item.title for item in session.meeting.items] == ["Two", "One"]


def test_a_heading_or_another_item_ends_it() -> None:
    for leaving in ("# Three", "# Two", ":go 2"):
        session = sitting()
        session.go_after(1)
        session.enter(leaving)
        assert session.after is None, leaving
        session.enter("Elsewhere.")
        assert texts(session)[0] == ["First.", "Second."]


def test_what_is_refused() -> None:
    session = sitting()
    assert session.enter(":after 99").message == "there is no line 99"
    assert session.enter(":after").message == "the next lines go to the end already"
    assert session.enter(":after it").message == "write :after ID"
    assert session.enter(":before 99").message == "there is no line 99"
    assert session.enter(":before").message == "write :before ID"
    assert session.after is None


def test_in_line_mode() -> None:
    said: list[str] = []
    session = sitting()
    LineMode(session, lambda _: None, said.append).run([":after 1", "Between.", ":after", "End."])
    assert said[0].startswith("done the next lines go after line 1")
    assert said[1:] == [
        "note: item 1, “One” (Part I) is open",
        "saved 4",
        "done the next lines go to the end again",
        "note: item 2, “Two” (Part I) is open",
        "saved 5",
    ]
    assert texts(session) == [["First.", "Between.", "Second."], ["Third.", "End."]]
