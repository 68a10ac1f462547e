"""Whatever is typed about people, the ledger adds up, and undo gives back the one before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from minute_taker.capture.session import Session
from minute_taker.minutes.changes import SetAttendance
from minute_taker.minutes.checking import advice_about, check
from minute_taker.minutes.declared import declared_by_item
from minute_taker.minutes.facts import ApologiesFrom, Movement
from minute_taker.minutes.interests import closing_lines, opening_lines, reminders
from minute_taker.minutes.model import Attendee, Group, Kind, Line, Meeting, State
from minute_taker.minutes.presence import Ledger, ledger
from minute_taker.minutes.registers import actions, decisions

PEOPLE = (
    Attendee(id=1, name="Ada Bright", code="ab", post="Chairman"),
    Attendee(id=2, name="Ben Crane", code="bc"),
    Attendee(id=3, name="Cleo Dunn OBE, FRSA", code="cd"),
    Attendee(id=4, name="Cy Dunn", code="cy"),
    Attendee(id=5, name="Kit Fenn", code="kf", state=State.APOLOGIES),
    Attendee(id=6, name="Lou Marsh", code="lm", substitute_for="Kit Fenn"),
    Attendee(id=7, name="Rhys Gale", code="rg", group=Group.OFFICER),
    Attendee(id=8, name="Ivo Hale", code="ih", group=Group.CO_OPTED, state=State.ABSENT),
)
names = st.sampled_from(
    ["Bright", "Crane", "Dunn", "@cd", "@cy", "Fenn", "Lou Marsh", "Gale", "Hale", "Nobody",
     "Bright and Crane", "@ab, @bc and Nobody", "Crane, Crane", "??"]
)  # fmt: skip
times = st.sampled_from(["", " 7.10 pm", " 6.50 pm", " 11.58 pm", " 0:10", " midnight", " ??"])
presence = st.one_of(
    st.builds(
        "~ {} {}{}".format,
        st.sampled_from(["in", "out", "late", "chair", "apologies", "attending", "read"]),
        names,
        times,
    ),
    st.builds("~ {}{}".format, st.sampled_from(["adjourned", "resumed"]), times),
    st.builds(
        "~ interest {} {} ({})".format,
        names,
        st.sampled_from(["", "1", "2", "1 and 2"]),
        st.sampled_from(["left", "stayed", "left, no vote", "as a friend"]),
    ),
)
votes = st.one_of(
    st.builds("% {} / {}: That it lie".format, names, names),
    st.builds("% amend {}: delete “it”".format, names),
    st.builds(
        "% {} {}".format,
        st.sampled_from(["carried", "lost", "withdrawn"]),
        st.sampled_from(["", "4-0-0", "1-3", "99999-0-0"]),
    ),
    st.builds("% {} {}".format, st.sampled_from(["for", "against", "abstained"]), names),
)
headings = st.sampled_from(["# Paths", "# Trees (9, taken first)", "# Gates (2, with 1)"])
others = st.sampled_from([":undo", ":redo", ":order 1 after 2", "! noted", "+ Bright: go [done]"])
ids = st.integers(1, 6)
commands = st.one_of(
    st.builds(":delete {}".format, ids),
    st.builds(":move {} after {}".format, ids, ids),
    st.builds(":insist :edit {} {}".format, ids, names),
)
lines = st.one_of(presence, presence, votes, headings, others, commands)
typed = st.lists(lines, max_size=25)


def sitting() -> Session:
    session = Session(Meeting(attendance=PEOPLE, quorum=3, last_attendee=8), clock=None)
    session.enter("# Ponds")
    return session


def named_in(line: Line) -> set[int]:
    """Whom a line moves, by a reading of its own: the names of this file and no others."""
    fact = line.fact
    if not isinstance(fact, Movement | ApologiesFrom):
        return set()
    words = fact.who.replace(",", " and ").split(" and ")
    by_name = {"Bright": 1, "Crane": 2, "@ab": 1, "@bc": 2, "@cd": 3, "@cy": 4, "Fenn": 5,
               "Lou Marsh": 6, "Gale": 7, "Hale": 8}  # fmt: skip
    return {by_name[word.strip()] for word in words if word.strip() in by_name}


def moves_whom_it_names(meeting: Meeting, book: Ledger) -> None:
    before = book.start
    declared = declared_by_item(meeting)
    left = {e.person.id for each in declared.values() for e in each if e.left and e.person}
    for _, line in meeting.lines():
        now, named = book.at(line.id), named_in(line)
        if isinstance(line.fact, Movement) and line.fact.verb != "out":
            assert named <= now.present
        else:
            assert named <= now.away
        assert before.present ^ now.present <= named | left
        before = now
    assert before == book.end


def adds_up(meeting: Meeting, book: Ledger) -> None:
    seats = {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5, 8: 8}  # Lou Marsh sits for Kit Fenn.
    moves_whom_it_names(meeting, book)
    everybody = {person.id for person in meeting.attendance}
    for now in (book.start, book.end, *book.by_line.values()):
        assert now.present | now.away == everybody
        assert not now.present & now.away
        assert now.present <= book.came
        assert now.members_present == len({seats[id] for id in now.present if id in seats})
        assert 0 <= now.members_present <= now.members_expected == 6
    assert set(book.by_line) == {line.id for _, line in meeting.lines()}


@given(typed=typed)
@settings(max_examples=150)
def test_any_lines_give_a_ledger_that_adds_up_at_every_line(typed) -> None:
    session = sitting()
    for raw in typed:
        result = session.enter(raw)
        adds_up(session.meeting, ledger(session.meeting))
        for line in result.lines:
            advice_about(session.meeting, line)


@given(typed=typed)
@settings(max_examples=80)
def test_undo_gives_back_the_ledger_before(typed) -> None:
    session = sitting()
    books: list[tuple[Meeting, Ledger]] = []
    for raw in typed:
        before, revision = session.meeting, session.revision
        if not raw.startswith((":undo", ":redo")) and session.enter(raw).outcome != "refused":
            books += [(before, ledger(before))] * (session.revision - revision)
    while books:
        assert session.undo().outcome == "done"
        before, book = books.pop()
        assert session.meeting.items == before.items
        assert ledger(session.meeting) == book


@given(
    typed=typed,
    people=st.lists(
        st.tuples(st.integers(1, 8), st.sampled_from(State), st.sampled_from(Group)), max_size=4
    ),
)
@settings(max_examples=80)
def test_whatever_was_taken_down_it_is_looked_over_without_a_fault(typed, people) -> None:
    session = sitting()
    for raw in typed:
        session.enter(raw)
    changed = {person.id: person for person in PEOPLE}
    for person, state, group in people:
        changed[person] = replace(changed[person], state=state, group=group)
    session.do(SetAttendance(tuple(changed.values())))
    meeting = session.meeting
    found = check(meeting)
    lines = {line.id for _, line in meeting.lines()}
    assert all(finding.line is None or finding.line in lines for finding in found)
    assert all(finding.words and not finding.words.endswith(".") for finding in found)
    for item in meeting.items:
        offered = (*opening_lines(meeting, item.id), *closing_lines(meeting, item.id))
        assert all(line.startswith(("~ in ", "~ out ")) for line in offered)
        assert all(reminder.words for reminder in reminders(meeting, item.id))
    assert len(actions(meeting)) == sum(line.kind is Kind.ACTION for _, line in meeting.lines())
    assert all(row.words for row in decisions(meeting))


@given(typed=typed)
@settings(max_examples=60)
def test_lines_offered_at_an_item_leave_the_ledger_without_a_doubt_of_theirs(typed) -> None:
    session = sitting()
    for raw in typed:
        session.enter(raw)
    for item in session.meeting.items:
        session.go(item.id)
        for offer in (opening_lines, closing_lines):
            entered = [session.enter(line).lines[0] for line in offer(session.meeting, item.id)]
            doubts = ledger(session.meeting).doubts
            assert not [doubt for doubt in doubts if doubt.line in entered]
