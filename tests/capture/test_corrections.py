"""A corrected name or code, followed through the whole meeting."""

from __future__ import annotations

import datetime as dt

from minute_taker.capture.corrections import (
    bound_corrections,
    code_corrections,
    mentions,
    text_corrections,
)
from minute_taker.capture.language import format_line
from minute_taker.capture.session import Session
from minute_taker.minutes.changes import Several
from minute_taker.minutes.facts import Action, Movement
from minute_taker.minutes.model import Attendee, Meeting

HART = Attendee(id=1, name="Wen Hart", code="wh")
DALE = Attendee(id=2, name="Rani Dale", code="rd")


def sitting(*typed: str, people: tuple[Attendee, ...] = (HART, DALE)) -> Session:
    session = Session(Meeting(chair="Wen Hart", attendance=people))
    for raw in typed:
        session.enter(raw)
    return session


def written(session: Session) -> list[str]:
    return [format_line(line) for _, line in session.meeting.lines()]


def test_a_name_is_written_anew_in_titles_and_text_and_by_surname() -> None:
    session = sitting(
        "# Wen Hart’s report", "Wen Hart spoke; Hart’s map, not Hartley’s.", "Sweethart."
    )
    session.do(Several(text_corrections(session.meeting, "Wen Hart", "Wen Stag")))
    assert session.meeting.items[0].title == "Wen Stag’s report"
    assert written(session) == ["Wen Stag spoke; Stag’s map, not Hartley’s.", "Sweethart."]


def test_a_longer_name_is_not_written_twice() -> None:
    session = sitting("# One", "Wen Hart and Hart, not Lee-Hart.")
    session.do(Several(text_corrections(session.meeting, "Wen Hart", "Wen Hart-Lee")))
    assert written(session) == ["Wen Hart-Lee and Hart-Lee, not Lee-Hart."]


def test_a_name_is_no_template() -> None:
    session = sitting("# One", "Wen Hart and Hart.")
    session.do(Several(text_corrections(session.meeting, "Wen Hart", r"Wen \1")))
    assert written(session) == [r"Wen \1 and \1."]


def test_a_surname_that_somebody_else_bears_is_left() -> None:
    other = Attendee(id=3, name="Lou Hart", code="lh")
    session = sitting("# One", "Wen Hart and Hart.", people=(HART, other))
    session.do(Several(text_corrections(session.meeting, "Wen Hart", "Wen Stag")))
    assert written(session) == ["Wen Stag and Hart."]


def test_the_data_are_about_the_same_person_afterwards() -> None:
    session = sitting("# One", "~ out Hart 7.42 pm", "Hart spoke.")
    session.do(Several(bound_corrections(session.meeting, "Wen Hart", "Wen Stag")))
    first, second = (line for _, line in session.meeting.lines())
    assert first.fact == Movement("out", "Stag", dt.time(19, 42))
    assert second.text == "Hart spoke."
    assert session.meeting.chair == "Wen Stag"
    session.undo()
    assert session.meeting.chair == "Wen Hart"


def test_what_was_said_by_a_code_is_said_by_the_new_one() -> None:
    session = sitting(
        "# One", ">+ @rd Costs would follow", "+ @rd: send them", "@rd and @rdx spoke"
    )
    session.do(Several(code_corrections(session.meeting, "rd", "dale")))
    assert written(session) == [
        ">+ @dale Costs would follow",
        "+ @dale: send them",
        "@dale and @rdx spoke",
    ]
    facts = [line.fact for _, line in session.meeting.lines()]
    assert facts[:2] == [Action("dale", "Costs would follow"), Action("@dale", "send them")]


def test_mentions_are_counted_once_a_line() -> None:
    session = sitting("# One", "? @rd @wh Why?", "Rani Dale and Rani Dale", "@rd", "Dalek")
    assert mentions(session.meeting, "Rani Dale", "rd") == 3
