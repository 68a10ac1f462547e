"""Codes, names, shorthand and glossary terms, offered as one types."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.capture.completion import people_for
from minute_taker.capture.mentions import Mentions
from minute_taker.capture.offers import Offer, last_token, last_word
from minute_taker.capture.typing_aid import TypingAid
from minute_taker.minutes.model import Attendee, Group, Item, Kind, Line, Meeting, State

HART = Attendee(id=1, name="Cllr Wen Hart", code="wh", post="Chairman")
HARTLEY = Attendee(id=2, name="Jo Hartley", code="jh")
ELM = Attendee(id=3, name="Theo Elm", code="te", state=State.APOLOGIES)
DALE = Attendee(id=4, name="Rani Dale", code="rd", post="Head of Ponds", group=Group.OFFICER)
OAK = Attendee(id=5, name="Sam Oak", code="so", organisation="Friends of the Park",
               group=Group.ALSO_PRESENT)  # fmt: skip
PEOPLE = (HART, HARTLEY, DALE, OAK, ELM)
NEW = Meeting(attendance=PEOPLE)
AID = TypingAid(
    shorthand=[("cttee", "Committee"), ("w/e", "week ending"), ("tfl", "Transport for London")],
    glossary=[("EHCP", "Education, Health and Care Plan"), ("IT", "information technology")],
)


def with_text(text: str) -> Meeting:
    return Meeting(attendance=PEOPLE, items=(Item(id=1, lines=(Line(id=1, text=text),)),))


def taken(before: str, meeting: Meeting = NEW) -> str:
    offer = AID.offer(before, meeting)
    return offer.taken(before) if offer else before


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("? @w", "? @wh"),
        ("It was put to @dal", "It was put to @rd"),
        ("@Rani", "@rd"),
        ("@mem", "@members"),
        ("@le", "@leader"),
        ("@", "@"),
        ("@wh", "@wh"),
        ("@zz", "@zz"),
        ("ada@ex", "ada@ex"),
    ],
)
def test_codes_are_completed_after_the_sign(before: str, after: str) -> None:
    assert taken(before) == after


def test_a_code_says_whose_it_is() -> None:
    offer = AID.offer("? @rd".removesuffix("d"), NEW)
    assert offer == Offer("rd", 1, "Rani Dale, Head of Ponds")


def test_people_are_found_by_code_surname_and_first_name_in_that_order() -> None:
    assert [person.code for person in people_for("h", PEOPLE)] == ["wh", "jh"]
    assert [person.code for person in people_for("", PEOPLE)] == ["wh", "jh", "rd", "so", "te"]
    assert [person.code for person in people_for("te", PEOPLE)] == ["te"]
    assert people_for("the", PEOPLE) == [ELM]
    assert people_for("zz", PEOPLE) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Councillor Hartl", "Councillor Hartley"),
        ("Wen", "Wen Hart"),
        ("Wen H", "Wen Hart"),
        ("Rani D", "Rani Dale (Head of Ponds)"),
        ("Rani Dale", "Rani Dale (Head of Ponds)"),
        ("“Rani", "“Rani Dale (Head of Ponds)"),
        ("Ms Dal", "Ms Dale"),
        ("Sam", "Sam Oak (Friends of the Park)"),
        ("Rani Dale spoke. Then Rani", "Rani Dale spoke. Then Rani Dale"),
        ("Har", "Har"),
        ("Da", "Da"),
        ("dal", "dal"),
        ("The", "The"),
        ("Theo", "Theo Elm"),
        ("Nobody", "Nobody"),
        ("", ""),
    ],
)
def test_names_are_completed_with_the_post_where_they_are_new(before: str, after: str) -> None:
    assert taken(before) == after


@pytest.mark.parametrize("said", ["Rani Dale (Head of Ponds) reported.", "It was for @rd to say."])
def test_the_post_is_offered_once(said: str) -> None:
    assert taken("Rani", with_text(said)) == "Rani Dale"
    assert AID.offer("Rani Dale", with_text(said)) is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("the cttee", "the Committee"),
        ("in w/e", "in week ending"),
        ("Tfl", "Transport for London"),
        ("(cttee", "(Committee"),
        ("cttees", "cttees"),
        ("cttee ", "cttee "),
    ],
)
def test_shorthand_is_offered_when_it_stands_whole(before: str, after: str) -> None:
    assert taken(before) == after


def test_a_capital_typed_for_shorthand_stays() -> None:
    aid = TypingAid(shorthand=[("asap", "as soon as possible")])
    offer = aid.offer("Asap", NEW)
    assert offer is not None
    assert offer.text == "As soon as possible"


PLAN = "Education, Health and Care Plan"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("an EHCP", f"an {PLAN} (EHCP)"),
        ("an ehcp", f"an {PLAN} (EHCP)"),
        ("the EHCPs", f"the {PLAN}s (EHCPs)"),
        (f"an {PLAN}", f"an {PLAN} (EHCP)"),
        (f"the {PLAN}s", f"the {PLAN}s (EHCPs)"),
        (f"an {PLAN} (EHCP", f"an {PLAN} (EHCP"),
        (f"an {PLAN} (EHCP) and an ehcp", f"an {PLAN} (EHCP) and an EHCP"),
        ("it", "it"),
        ("IT", "information technology (IT)"),
    ],
)
def test_the_first_mention_is_in_full_with_the_acronym(before: str, after: str) -> None:
    assert taken(before) == after


def test_after_the_first_mention_the_acronym_stands_alone() -> None:
    later = with_text(f"Each {PLAN} (EHCP) was read.")
    assert taken("an ehcp", later) == "an EHCP"
    assert taken(f"the {PLAN}s", later) == "the EHCPs"
    assert AID.offer("an EHCP", later) is None


def test_what_is_shown_is_the_rest_of_the_word_or_the_whole_after_an_arrow() -> None:
    assert Offer("rd", 1).grey("? @r") == "d"
    assert Offer("Committee", 5).grey("the cttee") == " → Committee"
    assert Offer("x", 0).grey("") == "x"


@dataclass
class Counting:
    """Stands for a meeting's items and counts how often they are gone through."""

    items: tuple[Item, ...]
    times: int = 0

    def __iter__(self):
        self.times += 1
        return iter(self.items)


def test_a_meeting_is_gone_through_once_for_each_question_and_change() -> None:
    held = Counting(with_text("Rani Dale spoke.").items)
    meeting = Meeting(items=held)  # type: ignore[arg-type]
    mentions = Mentions()
    for _ in range(5):
        assert mentions.has(meeting, "Rani Dale")
        assert not mentions.has(meeting, "Sam Oak")
    assert held.times == 2
    assert not mentions.has(NEW, "Rani Dale")


@given(st.text(max_size=60))
def test_any_text_is_answered_without_an_error(before: str) -> None:
    offer = AID.offer(before, NEW)
    if offer is not None:
        assert 0 < offer.replaced <= len(before)
        assert offer.taken(before) != before
        offer.grey(before)
    last_word(before)
    last_token(before)


SEVEN_FORTY_TWO = dt.datetime(2026, 3, 3, 19, 42)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("out Hart", "out Hart 7.42 pm"),
        ("out Hart ", "out Hart 7.42 pm"),
        ("in @jh and Rani Dale", "in @jh and Rani Dale 7.42 pm"),
        ("chair Jo Hartley", "chair Jo Hartley 7.42 pm"),
        ("adjourned", "adjourned 7.42 pm"),
        ("resumed", "resumed 7.42 pm"),
        ("out Hart 7.30 pm", "out Hart 7.30 pm"),
        ("adjourned for tea", "adjourned for tea"),
        ("adjourned to 4 March 2026", "adjourned to 4 March 2026"),
        ("out Nobo", "out Nobo"),
        ("out Rani Da", "out Rani Dale"),
        ("out", "out"),
        ("The Chairman thanked Rani Da", "The Chairman thanked Rani Dale (Head of Ponds)"),
    ],
)
def test_the_time_ends_a_line_of_procedure_and_no_post_breaks_it(before, after) -> None:
    offer = AID.offer(before, NEW, Kind.PROCEDURE, SEVEN_FORTY_TWO)
    assert (offer.taken(before) if offer else before) == after


def test_no_time_is_offered_once_the_meeting_is_over_or_in_other_lines() -> None:
    assert AID.offer("out Hart", NEW, Kind.PROCEDURE, None) is None
    assert AID.offer("out Hart", NEW, Kind.TEXT, SEVEN_FORTY_TWO) is None
