"""The commands that give the line mode the powers of the screens."""

from __future__ import annotations

import datetime as dt

import pytest

from minute_taker.capture.commands import COMMANDS
from minute_taker.capture.language import format_item, format_line
from minute_taker.capture.session import Session
from minute_taker.minutes.facts import Movement
from minute_taker.minutes.model import Attendee, Group, Meeting, Part, State

HART = Attendee(id=1, name="Wen Hart", code="wh", post="Chairman")
BAY = Attendee(id=2, name="Mo Bay", code="mb", remote=True)


def sitting(*typed: str) -> Session:
    session = Session(Meeting(attendance=(HART, BAY)))
    for raw in typed:
        assert session.enter(raw).outcome in ("saved", "done"), raw
    return session


def written(session: Session) -> list[str]:
    return [format_line(line) for _, line in session.meeting.lines()]


def agenda(session: Session) -> list[str]:
    return [format_item(item) for item in session.meeting.items]


def person(session: Session, name: str) -> Attendee:
    return next(other for other in session.meeting.attendance if other.name == name)


def test_lines_are_parted_joined_and_set_in() -> None:
    session = sitting("# One", "> @wh Dry. It had not rained.", ":part 1 before It had")
    assert written(session) == ["> @wh Dry.", "> It had not rained."]
    session.enter(":indent 2 1")
    assert written(session)[1] == "  > It had not rained."
    session.enter(":join 2")
    assert written(session) == ["> @wh Dry. It had not rained."]


def test_the_agenda_is_headed_anew_and_put_in_another_order() -> None:
    session = sitting("# One", "a", "# Two", "# Three (7)", ":heading 1 First (Part II, 3)")
    assert session.meeting.items[0].part is Part.EXEMPT
    assert written(session) == ["a"]
    session.enter(":order 1 after 7")
    assert agenda(session) == ["# Two", "# Three (7)", "# First (Part II, 3)"]
    session.enter(":heading 8 First")
    assert session.meeting.items[2].part is Part.EXEMPT
    session.enter(":heading 8 First (Part I)")
    assert session.meeting.items[2].part is Part.PUBLIC
    assert session.meeting.items[2].title == "First"
    assert session.enter(":agenda").listing == (
        "1 Two (0 lines)",
        "7 Three (0 lines)",
        "8 First (1 line)",
    )


def test_the_meeting_s_headings_are_set_as_in_a_notes_file() -> None:
    session = sitting(":set closed: 8.35 pm", ":set first minute: 64", ":set clerk: Ada Low, 01234")
    assert session.meeting.close == dt.time(20, 35)
    assert (session.meeting.clerk, session.meeting.contact) == ("Ada Low", "01234")
    session.enter(":set closed: ??")
    assert session.meeting.close is None
    refused = session.enter(":set closed: late")
    assert refused.message.startswith("closed: this is no time of day; write a time such as")
    assert session.enter(":set mood: good").message.startswith("there is no heading mood")


def test_people_are_put_on_lists_and_keep_what_is_known_of_them() -> None:
    session = sitting(
        ":add officers: Rani Dale (Head of Ponds, @ponds)",
        ":add apologies: Mo Bay (substitute Kit Fir)",
        ":add absent: Lou Ash; Jo Elm (officer)",
    )
    assert person(session, "Rani Dale").group is Group.OFFICER
    assert person(session, "Rani Dale").code == "ponds"
    assert person(session, "Mo Bay").state is State.APOLOGIES
    assert person(session, "Mo Bay").remote
    assert person(session, "Kit Fir").substitute_for == "Mo Bay"
    assert person(session, "Kit Fir").state is State.PRESENT
    assert person(session, "Jo Elm").group is Group.OFFICER
    session.enter(":add members: Mo Bay")
    assert person(session, "Mo Bay").state is State.PRESENT
    assert len({other.code for other in session.meeting.attendance}) == 6
    assert len({other.id for other in session.meeting.attendance}) == 6
    while session.can_undo:
        session.undo()
    assert session.meeting.attendance == (HART, BAY)


def test_a_name_is_corrected_wherever_it_stands() -> None:
    session = sitting(
        "# Hart’s report",
        "~ out Hart 7.42 pm",
        "Wen Hart spoke.",
        ":set chair: Wen Hart",
        ":rename @wh to Wen Stag",
    )
    assert session.meeting.items[0].title == "Stag’s report"
    assert written(session) == ["~ out Stag 7.42 pm", "Wen Stag spoke."]
    assert next(session.meeting.lines())[1].fact == Movement("out", "Stag", dt.time(19, 42))
    assert session.meeting.chair == "Wen Stag"
    assert person(session, "Wen Stag").code == "wh"
    session.enter(":undo")
    assert written(session) == ["~ out Hart 7.42 pm", "Wen Hart spoke."]


def test_words_are_found_and_replaced() -> None:
    session = sitting("# Ponds", "A pond.", "Dry.", "> Ponds?? A pond.")
    found = session.enter(":find POND")
    assert found.listing == ("item 1: Ponds", "1 A pond.", "3 > Ponds?? A pond.")
    assert found.message == "1 title and 2 lines found"
    assert session.enter(":find dry").message == "1 line found"
    assert session.enter(":find zebra").message == "nowhere found; try fewer letters"
    assert session.enter(":gaps").listing == ("3 > Ponds?? A pond.",)
    assert session.enter(":replace /pond/lake/").message == "2 replaced"
    assert written(session) == ["A lake.", "Dry.", "> Ponds?? A lake."]


def test_people_and_signs_are_listed() -> None:
    session = sitting("# One", "~ out Hart")
    assert session.enter(":people").listing == (
        "@wh Wen Hart (Chairman), member, present, out",
        "@mb Mo Bay, member, present",
    )
    rows = session.enter(":help").listing
    assert all(any(row.startswith(form.usage) for row in rows) for form in COMMANDS)
    assert "? question" in rows


@pytest.mark.parametrize(
    "raw",
    [
        ":part 9 before x",
        ":part 1 before nothing",
        ":join 1",
        ":join 9",
        ":indent 9 1",
        ":heading 9 x",
        ":order 1 after 1",
        ":order 1 after 9",
        ":add members: none",
        ":add friends: Bo Ash",
        ":add officers: Bo Ash (@wh)",
        ":rename Nobody to Somebody",
        ":replace /zebra/x/",
        ":replace /text/ /",
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(raw: str) -> None:
    session = sitting("# One", "text")
    before = session.meeting
    result = session.enter(raw)
    assert result.outcome == "refused"
    assert result.message
    assert "\n" not in result.message
    assert session.meeting is before


def test_what_was_looked_at_first_is_what_is_entered() -> None:
    session = sitting("# One", "> It was dry.")
    paste = "Why?\n\n#1 pond\n\nBecause."
    lines = session.lines_of_paste(paste)
    assert lines == ["? Why?", r"> #1 pond", "> Because."]
    session.enter_lines(lines)
    assert written(session)[1:] == lines
    session.undo()
    session.enter_many(paste)
    assert written(session)[1:] == lines


def test_actions_are_marked_as_done_and_the_mark_comes_off() -> None:
    session = sitting("# One", "+ Wen Hart: dig (by 1 May 2026)", ">+ @mb: It would be sent", "x")
    assert session.enter(":done 1").message == "line 1 is done"
    session.enter(":done 2")
    assert written(session) == [
        "+ Wen Hart: dig (by 1 May 2026) [done]",
        ">+ @mb It would be sent [done]",
        "x",
    ]
    assert [line.fact.done for _, line in session.meeting.lines() if line.fact] == [True, True]
    session.enter(":undone 1")
    assert written(session)[0] == "+ Wen Hart: dig (by 1 May 2026)"
    session.enter(":undo")
    assert written(session)[0].endswith("[done]")


def test_an_answer_to_follow_in_writing_is_marked_as_done() -> None:
    session = sitting("# One", "? @mb Why?", "~ writing (by 1 May 2026)")
    assert session.enter(":done 2").message == "line 2 is done"
    assert written(session)[1] == "~ writing (by 1 May 2026) [done]"
    assert session.meeting.line(2).fact.done
    session.enter(":undone 2")
    assert written(session)[1] == "~ writing (by 1 May 2026)"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (
            ":done 3",
            "line 3 is no action (+), no promise (>+) and no answer to write (~ writing)",
        ),
        (":done 9", "there is no line 9"),
        (":undone 2", "line 2 is not marked as done"),
        (":done 1", "line 1 is done already"),
        (":done", "write :done ID"),
    ],
)
def test_what_cannot_be_marked_is_said(typed, why) -> None:
    session = sitting("# One", "+ dig [done]", "+ plant", "x")
    result = session.enter(typed)
    assert (result.outcome, result.message) == ("refused", why)


def test_actions_decisions_and_what_does_not_stand_are_listed() -> None:
    session = sitting("# One (1)", "+ Wen Hart: dig", "! noted", "? Why?")
    assert session.enter(":actions").listing == ("Wen Hart: dig [item 1, line 1]",)
    assert session.enter(":decisions").listing == (
        "That the report be noted [noted, item 1, line 2]",
    )
    assert "line 3: nobody answers “Why?”" in session.enter(":check").listing


def test_an_action_in_plain_words_can_be_done() -> None:
    session = sitting("# One", "+ \\Note: dig", ":done 1")
    line = session.meeting.line(1)
    assert line is not None
    assert (line.fact.owner, line.fact.what, line.fact.done) == ("", "Note: dig", True)
