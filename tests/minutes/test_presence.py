"""The ledger of who is in the room."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from minute_taker.minutes.changes import AddLine
from minute_taker.minutes.facts import (
    Adjourned,
    ApologiesFrom,
    Movement,
    Resumed,
    TakesChair,
)
from minute_taker.minutes.model import Attendee, Group, Item, Kind, Line, Meeting, State
from minute_taker.minutes.presence import ledger, standing
from minute_taker.minutes.undo_history import History

NAMES = ("Ada Bright", "Ben Crane", "Cleo Dunn", "Dev Ellery")


def at(hour: int, minute: int = 0) -> dt.time:
    return dt.time(hour, minute)


def meeting(*facts, people=(), **head) -> Meeting:
    members = [Attendee(id=n, name=name, code=name[0].lower()) for n, name in enumerate(NAMES, 1)]
    lines = [
        Line(id=n, kind=Kind.PROCEDURE, text="x", fact=fact) for n, fact in enumerate(facts, 1)
    ]
    return Meeting(
        attendance=(*members, *people),
        items=(Item(id=1, title="Paths", agenda_number="5", lines=tuple(lines)),),
        last_line=len(lines),
        last_item=1,
        start=at(19),
        **head,
    )


def rules(of: Meeting) -> list[tuple[int, str]]:
    return [(doubt.line, doubt.rule) for doubt in ledger(of).doubts]


def test_everybody_marked_present_is_in_the_room() -> None:
    now = standing(meeting())
    assert (now.members_present, now.members_expected) == (4, 4)


def test_who_is_there_at_each_line() -> None:
    of = meeting(Movement("out", "Crane"), Movement("out", "Dunn"), Movement("in", "Crane"))
    assert [standing(of, line).members_present for line in (1, 2, 3)] == [3, 2, 3]
    assert ledger(of).start.members_present == 4
    assert rules(of) == []


def test_several_names_on_a_line() -> None:
    assert standing(meeting(Movement("out", "Crane, Dunn and @d"))).members_present == 1


def test_whoever_comes_late_was_not_there_before() -> None:
    of = meeting(Movement("out", "Dunn"), Movement("late", "Crane"))
    assert ledger(of).start.members_present == 3
    assert standing(of).members_present == 3
    assert rules(of) == []


def test_late_after_leaving_is_a_return() -> None:
    of = meeting(Movement("out", "Crane"), Movement("late", "Crane"))
    assert ledger(of).start.members_present == 4


def test_a_substitute_fills_the_seat_of_the_member() -> None:
    away = Attendee(id=9, name="Kit Fenn", code="kf", state=State.APOLOGIES)
    came = Attendee(id=10, name="Lou Marsh", code="lm", substitute_for="Kit Fenn")
    of = meeting(people=(away, came))
    assert (standing(of).members_present, standing(of).members_expected) == (5, 5)
    both = meeting(Movement("in", "Fenn"), people=(away, came))
    assert standing(both).members_present == 5


def test_officers_are_not_counted() -> None:
    officer = Attendee(id=9, name="Rhys Gale", code="rg", group=Group.OFFICER)
    of = meeting(Movement("out", "Gale"), people=(officer,))
    assert standing(of).members_present == 4
    assert 9 in standing(of).away


def test_leaving_twice_is_said_and_kept() -> None:
    of = meeting(Movement("out", "Crane"), Movement("out", "Crane"), Movement("in", "Crane"))
    assert rules(of) == [(2, "leaves-twice")]
    assert standing(of).members_present == 4


def test_coming_in_without_having_left() -> None:
    assert rules(meeting(Movement("in", "Crane"))) == [(1, "comes-in-without-leaving")]


def test_coming_in_after_apologies() -> None:
    away = Attendee(id=9, name="Kit Fenn", code="kf", state=State.APOLOGIES)
    of = meeting(Movement("in", "Fenn"), people=(away,))
    assert rules(of) == [(1, "comes-in-though-away")]
    assert 9 in standing(of).present


def test_the_chair_must_be_in_the_room() -> None:
    of = meeting(Movement("out", "Crane"), TakesChair("Crane"), TakesChair("Dunn"))
    assert rules(of) == [(2, "in-the-chair-but-away")]


def test_times_that_run_backwards() -> None:
    of = meeting(Movement("out", "Crane", at(19, 42)), Movement("in", "Crane", at(19, 40)))
    assert rules(of) == [(2, "times-run-backwards")]
    assert rules(meeting(Movement("out", "Crane", at(18, 59)))) == [(1, "times-run-backwards")]
    closed = meeting(Movement("out", "Crane", at(21)), close=at(20, 30))
    assert rules(closed) == [(1, "times-run-backwards")]


def test_midnight_passed_is_no_fault_and_known() -> None:
    of = meeting(
        Movement("out", "Crane", at(23, 50)), Movement("in", "Crane", at(0, 10)), close=at(0, 30)
    )
    assert rules(of) == []
    assert ledger(of).past_midnight == (2,)
    assert ledger(meeting(Movement("out", "Crane", at(23, 50)))).past_midnight == ()


def test_another_day_has_a_clock_of_its_own() -> None:
    of = meeting(Adjourned(at(21), until=dt.date(2026, 3, 5)), Resumed(at(18)))
    assert rules(of) == []


def test_adjourned_and_resumed_in_turn() -> None:
    assert rules(meeting(Resumed())) == [(1, "resumed-without-stopping")]
    assert rules(meeting(Adjourned(), Adjourned(), Resumed())) == [(2, "adjourned-twice")]


def test_the_quorum_lost_is_dated_once_each_time() -> None:
    of = meeting(
        Movement("out", "Crane", at(20)),
        Movement("out", "Dunn", at(20, 5)),
        Movement("in", "Dunn", at(20, 9)),
        Movement("out", "Dunn", at(20, 20)),
        quorum=3,
    )
    lost = [(entry.line, entry.time, entry.members_present) for entry in ledger(of).quorum_lost]
    assert lost == [(2, at(20, 5), 2), (4, at(20, 20), 2)]


def test_a_quorum_lost_without_a_time_is_dated_by_the_clock() -> None:
    of = meeting(Movement("out", "Crane"), Movement("out", "Dunn"), quorum=3)
    assert ledger(of).quorum_lost[0].time is None
    lines = tuple(
        replace(line, at=dt.datetime(2026, 3, 3, 20, 4, 31)) for line in of.items[0].lines
    )
    dated = replace(of, items=(replace(of.items[0], lines=lines),))
    assert ledger(dated).quorum_lost[0].time == at(20, 4)


def test_no_quorum_from_the_start() -> None:
    of = meeting(Movement("out", "Crane", at(20)), quorum=5)
    assert [entry.line for entry in ledger(of).quorum_lost] == [1]


movements = st.one_of(
    st.builds(
        Movement,
        st.sampled_from(["in", "out", "late"]),
        st.sampled_from([*NAMES, "Crane", "Nobody", "Kit Fenn"]),
        st.none() | st.times(),
    ),
    st.builds(ApologiesFrom, st.sampled_from(NAMES)),
    st.builds(TakesChair, st.sampled_from(NAMES), st.none() | st.times()),
    st.builds(Adjourned, st.none() | st.times()),
    st.builds(Resumed, st.none() | st.times()),
)
away = Attendee(id=9, name="Kit Fenn", code="kf", state=State.APOLOGIES)


@given(facts=st.lists(movements, max_size=30))
def test_any_sequence_gives_a_ledger_that_adds_up(facts) -> None:
    of = meeting(*facts, people=(away,), quorum=3)
    book = ledger(of)
    everybody = {person.id for person in of.attendance}
    for line in range(1, len(facts) + 1):
        now = book.at(line)
        assert now.present | now.away == everybody
        assert not now.present & now.away
        assert now.members_present <= now.members_expected == 5


@given(facts=st.lists(movements, min_size=1, max_size=12))
def test_undo_gives_back_the_ledger_before(facts) -> None:
    history = History(meeting(people=(away,)))
    books = [ledger(history.meeting)]
    for number, fact in enumerate(facts, 1):
        history.do(AddLine(1, Line(id=number, kind=Kind.PROCEDURE, text="x", fact=fact)))
        books.append(ledger(history.meeting))
    while history.can_undo:
        assert ledger(history.meeting) == books.pop()
        history.undo()
    assert ledger(history.meeting) == books.pop()
