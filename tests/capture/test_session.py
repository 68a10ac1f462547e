"""A sitting: lines in, commands obeyed, everything undone again."""

from __future__ import annotations

import datetime as dt

import pytest
from capture_strategies import meetings, numbered_anew, raw_lines
from hypothesis import given, settings
from hypothesis import strategies as st

from minute_taker.capture.language import Redo, Undo, format_line, parse
from minute_taker.capture.notes_headings import PEOPLE, VALUES
from minute_taker.capture.session import Session
from minute_taker.minutes.changes import RemoveItem, RemoveLine
from minute_taker.minutes.model import (
    Attendee,
    HeadingKind,
    Item,
    Kind,
    Line,
    Meeting,
    Part,
    State,
)
from minute_taker.minutes.text import LONGEST_LINE

SEVEN = dt.datetime(2020, 2, 18, 19, 0, 0, 123)


def sitting(*typed: str, meeting: Meeting | None = None) -> Session:
    session = Session(meeting or Meeting(), clock=lambda: SEVEN)
    for raw in typed:
        assert session.enter(raw).outcome in ("saved", "done"), raw
    return session


def written(session: Session) -> list[str]:
    return [format_line(line) for _, line in session.meeting.lines()]


def test_a_line_goes_to_the_item_under_work_with_its_time() -> None:
    session = sitting("# One", "? @jp How?")
    item = session.meeting.items[0]
    assert session.item_id == item.id
    assert item.lines == (
        Line(id=1, kind=Kind.QUESTION, text="How?", speaker="jp", at=SEVEN.replace(microsecond=0)),
    )


def test_lines_before_the_first_item_stand_in_a_place_of_their_own() -> None:
    session = sitting("Welcome.", "# One", "text")
    session.go(None)
    session.enter("Apologies were taken first.")
    first, second = session.meeting.items
    assert first.heading is HeadingKind.NONE
    assert [line.text for line in first.lines] == ["Welcome.", "Apologies were taken first."]
    assert second.title == "One"


def test_the_place_before_an_existing_agenda_is_made_when_needed() -> None:
    session = Session(Meeting(items=(Item(id=1, title="One"),), last_item=1))
    session.go(None)
    session.enter("Welcome.")
    assert [item.heading for item in session.meeting.items] == [
        HeadingKind.NONE,
        HeadingKind.NUMBERED,
    ]


def test_the_answer_to_a_line_names_it() -> None:
    session = sitting("# One")
    result = session.enter("> Yes.")
    assert (result.outcome, result.lines, result.item) == ("saved", (1,), session.item_id)


def test_control_characters_are_said() -> None:
    assert sitting().enter("a\x00b\x01").message == "2 control characters were left out"


def test_nothing_is_saved_for_nothing() -> None:
    session = sitting("# One")
    before = session.revision
    for raw in ("", "   ", "?", "\x00"):
        assert session.enter(raw).outcome == "nothing"
    assert session.revision == before


def test_an_item_that_waits_for_its_lines_is_gone_to_rather_than_made_twice() -> None:
    agenda = (Item(id=1, title="Apologies"), Item(id=2, title="Waste Strategy"))
    session = Session(Meeting(items=agenda, last_item=2))
    result = session.enter("# waste strategy (Part II, 3)")
    assert (result.outcome, result.item) == ("done", 2)
    assert len(session.meeting.items) == 2
    assert session.meeting.items[1].part is Part.EXEMPT
    session.enter("text")
    assert session.enter("# Waste Strategy").outcome == "saved"
    assert len(session.meeting.items) == 3


def test_work_goes_on_in_the_last_item_that_has_lines() -> None:
    begun = Item(id=2, title="B", lines=(Line(id=1, text="x"),))
    agenda = (Item(id=1, title="A"), begun, Item(id=3, title="C"))
    assert Session(Meeting(items=agenda)).item_id == 2
    assert Session(Meeting(items=(Item(id=1, title="A"), Item(id=3, title="C")))).item_id == 1
    assert Session(Meeting()).item_id is None


def test_go_takes_the_number_on_the_agenda() -> None:
    session = sitting("# One", "# Two (7a)", "# Three", ":go 1", "first", ":go 7A", "second")
    assert [[line.text for line in item.lines] for item in session.meeting.items] == [
        ["first"],
        ["second"],
        [],
    ]
    assert session.enter(":go 99").outcome == "refused"


def test_edit_keeps_the_kind_unless_a_sign_is_typed() -> None:
    session = sitting("# One", "? @jp How?", "  ! part", "> @rd Well.")
    session.enter(":edit 1 @rd Why?")
    session.enter(":edit 2 another part")
    session.enter(":edit 3 ! noted")
    assert written(session) == ["? @rd Why?", "  ! another part", "! noted"]
    session.enter(r":edit 1 \# 1 priority")
    assert written(session)[0] == r"\# 1 priority"
    session.enter(":edit 2 s/another/a/")
    assert written(session)[1] == "  ! a part"


@pytest.mark.parametrize(
    "raw", [":edit 1 # Heading", ":edit 1 :undo", ":edit 9 x", ":edit 1 ?", ":edit 1 s/x/y/"]
)
def test_an_edit_that_would_lose_the_line_is_refused(raw: str) -> None:
    session = sitting("# One", "How")
    assert session.enter(raw).outcome == "refused"
    assert written(session) == ["How"]


def test_lines_are_deleted_and_moved() -> None:
    session = sitting("# One", "a", "b", "c", "# Two", "d", ":move 1 after 3", ":delete 2")
    assert written(session) == ["c", "a", "d"]
    session.enter(":move 3 after 4")
    assert written(session) == ["a", "d", "c"]
    session.move(3, None, session.meeting.items[0].id)
    assert written(session) == ["c", "a", "d"]
    session.move(1, None)
    assert written(session) == ["a", "c", "d"]
    for raw in (":move 1 after 1", ":move 9 after 1", ":move 1 after 9", ":delete 9"):
        assert session.enter(raw).outcome == "refused"
    assert session.move(1, None, 99).outcome == "refused"


def test_another_kind_keeps_the_words_and_who_spoke() -> None:
    session = sitting("# One", "? @jp How?", ":kind 1 >")
    assert written(session) == ["> @jp How?"]
    session.enter(":kind 1 text")
    assert written(session) == ["@jp How?"]
    session.enter(":kind 1 ?+")
    assert written(session) == ["?+ @jp How?"]
    session.enter(r"! \noted")
    assert session.enter(":kind 2 !").outcome == "nothing"
    assert session.enter(":kind 2 #").outcome == "refused"
    assert session.change_kind(2, "@").outcome == "refused"


def test_a_mend_is_of_the_last_line_entered() -> None:
    session = sitting("# One", "Schoosl", "# Two", "other", ":go 1", "Schoosl too", ":go 2")
    assert session.enter("s/Schoosl/Schools/").outcome == "done"
    assert session.meeting.items[0].lines[1].text == "Schools too"
    session.enter(":undo")
    session.enter(":undo")
    session.enter("s/other/another/")
    assert session.meeting.items[1].lines[0].text == "another"


def test_a_mend_reaches_who_spoke_and_the_data() -> None:
    session = sitting("# One", "~ out Chamdal 7.42 pm", "s/7.42/7.52/")
    assert session.meeting.line(1).fact.time == dt.time(19, 52)  # type: ignore[union-attr]
    sitting("# One", "? @jp How?", "s/@jp/@rd/")
    session = sitting("# One", "? @jp How?")
    session.enter("s/@jp/@rd/")
    assert written(session) == ["? @rd How?"]


@pytest.mark.parametrize("raw", ["s/xyz/y/", "s/How?//"])
def test_a_mend_that_finds_nothing_or_leaves_nothing_is_refused(raw: str) -> None:
    session = sitting("# One", "? @jp How?")
    assert session.enter(raw).outcome == "refused"
    assert sitting("# Empty").enter("s/a/b/").outcome == "refused"


def test_the_listing_shows_the_ids() -> None:
    session = sitting("Welcome.", "# One (5)", "? How?", "# Two", "> So.")
    assert session.enter(":lines").listing == ("# Two", "3 > So.")
    assert session.enter(":lines all").listing == (
        "1 Welcome.",
        "# One (5)",
        "2 ? How?",
        "# Two",
        "3 > So.",
    )


def test_undo_goes_back_to_where_the_clerk_was() -> None:
    session = sitting("# One", "a", "# Two")
    two = session.item_id
    session.enter(":undo")
    assert session.item_id == session.meeting.items[0].id
    session.enter(":redo")
    assert session.item_id == two
    session.enter("b")
    session.enter(":undo")
    assert session.item_id == two


def test_undo_and_redo_say_when_there_is_nothing() -> None:
    session = sitting("# One")
    assert session.enter(":redo").outcome == "refused"
    assert session.enter(":undo").outcome == "done"
    assert session.enter(":undo").message == "there is nothing to undo"
    assert not session.can_undo
    assert session.can_redo


def test_removing_the_item_under_work_leaves_the_session_in_the_meeting() -> None:
    session = sitting("# One", "a", "# Two", "b")
    session.do(RemoveItem(session.item_id or 0))
    assert session.item_id == session.meeting.items[0].id
    assert session.do(RemoveLine(99)).outcome == "refused"
    assert session.go(99).outcome == "refused"


def test_indenting_is_bounded() -> None:
    session = sitting("# One", "! a")
    session.indent(1, 9)
    assert written(session) == ["      ! a"]
    session.indent(1, -1)
    assert written(session) == ["! a"]


def test_a_paragraph_that_is_too_long_is_refused_and_a_paste_of_it_divided() -> None:
    session = sitting("# One")
    long = "The report was noted. " * (LONGEST_LINE // 20)
    assert session.enter(long).outcome == "refused"
    assert session.enter_many(long).outcome == "saved"
    texts = [line.text for _, line in session.meeting.lines()]
    assert " ".join(texts) == long.strip()
    assert all(len(text) <= LONGEST_LINE and text.endswith(".") for text in texts)
    assert session.edit(1, long).outcome == "refused"


def test_a_paste_is_one_step_and_obeys_no_command() -> None:
    session = sitting("# One", "a")
    before = session.meeting
    result = session.enter_many("b\n\n:undo\n\ns/a/b/\n\nc\x00")
    assert result.lines == (2, 3, 4, 5)
    assert result.message == "1 control character was left out"
    assert written(session) == ["a", "b", r"\:undo", r"\s/a/b/", "c"]
    session.undo()
    assert session.meeting.items == before.items
    assert session.enter_many(" \n \n").outcome == "nothing"


def test_a_paste_with_headings_makes_items_and_fills_those_that_wait() -> None:
    agenda = (Item(id=1, title="One"), Item(id=2, title="Two"))
    session = Session(Meeting(items=agenda, last_item=2))
    session.enter_many("# One\nfirst\n# Two\n! noted\n# Three\n> third\n# Two\nagain")
    assert [(i.title, [line.text for line in i.lines]) for i in session.meeting.items] == [
        ("One", ["first"]),
        ("Two", ["noted"]),
        ("Three", ["third"]),
        ("Two", ["again"]),
    ]
    assert session.item_id == session.meeting.items[-1].id


def test_a_paste_before_the_first_item_stands_there() -> None:
    session = Session(Meeting(items=(Item(id=1, title="One"),), last_item=1))
    session.go(None)
    session.enter_many("a\n\nb")
    session.enter_many("c")
    assert [line.text for line in session.meeting.items[0].lines] == ["a", "b", "c"]
    assert session.meeting.items[0].heading is HeadingKind.NONE


def test_ids_never_return() -> None:
    session = sitting("# One", "a", "b", ":delete 2", "c", ":undo", "d")
    assert [line.id for _, line in session.meeting.lines()] == [1, 4]


typed = st.one_of(
    raw_lines,
    st.builds(lambda n, raw: f":edit {n} {raw}", st.integers(0, 9), raw_lines),
    st.builds(lambda n: f":delete {n}", st.integers(0, 9)),
    st.builds(lambda n, m: f":move {n} after {m}", st.integers(0, 9), st.integers(0, 9)),
    st.builds(
        lambda n, sign: f":kind {n} {sign}",
        st.integers(0, 9),
        st.sampled_from(["text", "?", "?+", ">", ">+", "!", "-", "+", "~", "%", "##", "*", "|"]),
    ),
    st.builds(lambda n, raw: f":part {n} before {raw}", st.integers(0, 9), raw_lines),
    st.builds(lambda n: f":join {n}", st.integers(0, 9)),
    st.builds(lambda n, raw: f":heading {n} {raw}", st.integers(0, 3), raw_lines),
    st.builds(lambda n, m: f":order {n} after {m}", st.integers(0, 3), st.integers(0, 3)),
    st.builds(lambda raw: f":add {raw}", raw_lines),
    st.builds(lambda name, raw: f":add {name}: {raw}", st.sampled_from(sorted(PEOPLE)), raw_lines),
    st.builds(lambda name, raw: f":set {name}: {raw}", st.sampled_from(sorted(VALUES)), raw_lines),
    st.builds(lambda who, raw: f":rename {who} to {raw}", raw_lines, raw_lines),
    st.builds(lambda old, new: f":replace /{old}/{new}/", raw_lines, raw_lines),
    st.builds(lambda raw: f":find {raw}", raw_lines),
    st.sampled_from([":gaps", ":agenda", ":people", ":help"]),
    st.sampled_from(
        [":undo", ":redo", ":go 1", ":go 2", ":lines", ":lines all", ":save", "s/a/e/"]
    ),
)


@given(st.lists(typed, max_size=20))
def test_whatever_is_typed_nothing_is_raised_and_no_result_is_empty(rows: list[str]) -> None:
    session = Session(Meeting())
    for raw in rows:
        before = session.meeting
        result = session.enter(raw)
        if result.outcome in ("refused", "nothing"):
            assert session.meeting is before
        if result.outcome == "refused":
            assert result.message
            assert "\n" not in result.message
        if result.outcome == "saved":
            assert result.lines or result.item is not None
        assert session.item_id is None or session.meeting.item(session.item_id) is not None


@settings(max_examples=60)
@given(meetings(), st.lists(st.one_of(typed, st.just(None)), max_size=15), st.text(max_size=80))
def test_all_undone_is_the_first_meeting_and_all_redone_the_last(
    meeting: Meeting, rows: list[str | None], paste: str
) -> None:
    session = Session(meeting)
    for raw in rows:
        if raw is None:
            session.enter_many(paste)
        elif parse(raw) not in (Undo(), Redo()):
            session.enter(raw)
    last = session.meeting
    while session.can_undo:
        assert session.undo().outcome == "done"
    assert numbered_anew(session.meeting) == numbered_anew(meeting)
    assert [line.id for _, line in session.meeting.lines()] == [
        line.id for _, line in meeting.lines()
    ]
    while session.can_redo:
        assert session.redo().outcome == "done"
    assert session.meeting == last


@given(meetings(), st.integers(1, 6), raw_lines)
def test_an_edit_can_be_written_and_read_again(meeting: Meeting, line_id: int, raw: str) -> None:
    session = Session(meeting)
    if session.edit(line_id, raw).outcome == "done":
        line = session.meeting.line(line_id)
        assert line is not None
        again = Session(session.meeting)
        assert again.edit(line_id, format_line(line)).outcome == "nothing"


@pytest.mark.parametrize("how", ["typed", "pasted", "edited"])
def test_who_came_instead_is_seated_by_the_line_that_says_so(how: str) -> None:
    crane = Attendee(id=1, name="Bea Crane", code="bc", post="Labour Lead")
    session = sitting("# Apologies", meeting=Meeting(attendance=(crane,), last_attendee=1))
    said = "~ apologies Crane (substitute Ada Vale)"
    if how == "pasted":
        session.enter_many(f"One.\n\n{said}")
    elif how == "edited":
        session.enter("~ apologies Crane")
        session.edit(1, said)
    else:
        session.enter(said)
    away, instead = sorted(session.meeting.attendance, key=lambda person: person.id)
    assert (away.name, away.state) == ("Bea Crane", State.APOLOGIES)
    assert (instead.name, instead.substitute_for) == ("Ada Vale", "Bea Crane")
    assert (instead.state, instead.group) == (State.PRESENT, away.group)
    session.undo()
    assert session.meeting.attendance == (crane,)


def test_a_substitute_for_nobody_known_is_not_seated() -> None:
    session = sitting("# Apologies", "~ apologies Nobody (substitute Ada Vale)")
    assert session.meeting.attendance == ()
