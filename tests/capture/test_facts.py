"""What lines say besides their words: the verbs of ``~``, motions, decisions, actions, rows."""

from __future__ import annotations

import datetime as dt

import pytest

from minute_taker.capture.language import LineEntry, parse
from minute_taker.minutes import facts
from minute_taker.minutes.model import Kind


def line(raw: str) -> LineEntry:
    entry = parse(raw)
    assert isinstance(entry, LineEntry)
    return entry


def fact(raw: str) -> object:
    return line(raw).fact


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("~ out Chamdal", facts.Movement("out", "Chamdal")),
        ("~ in Chamdal 7.42 pm", facts.Movement("in", "Chamdal", dt.time(19, 42))),
        (
            "~ in Cllr Roy Chamdal at 19:42",
            facts.Movement("in", "Cllr Roy Chamdal", dt.time(19, 42)),
        ),
        ("~ late @rc 7pm.", facts.Movement("late", "@rc", dt.time(19))),
        ("~ out chamdal", facts.Movement("out", "chamdal")),
        ("~ out cllr roy chamdal", facts.Movement("out", "cllr roy chamdal")),
        ("~ chair the Mayor", facts.TakesChair("the Mayor")),
        ("~ out Chamdal ??", facts.Movement("out", "Chamdal")),
        ("~ out Chamdal and Palmer noon", facts.Movement("out", "Chamdal and Palmer", dt.time(12))),
        ("~ Out Chamdal 7.42 pm", facts.Movement("out", "Chamdal", dt.time(19, 42))),
        (
            "~ apologies Ann O’Neil (Vice-Chairman)",
            facts.ApologiesFrom("Ann O’Neil", "Vice-Chairman"),
        ),
        ("~ apologies from Ann O’Neil", facts.ApologiesFrom("Ann O’Neil")),
        ("~ chair Bright 8.15 pm", facts.TakesChair("Bright", dt.time(20, 15))),
        (
            "~ attending Sgt Bo Lee (Borough Police)",
            facts.Attending("Sgt Bo Lee", "Borough Police"),
        ),
        (
            "~ interest Palmer 6: governor of a school (left)",
            facts.Interest("Palmer", "6", "governor of a school", "", "left"),
        ),
        (
            "~ interest Cllr Palmer item 6a non-pecuniary: owns a shop (left, no vote)",
            facts.Interest("Cllr Palmer", "6a", "owns a shop", "non-pecuniary", "left, no vote"),
        ),
        (
            "~ interest Palmer 6: pecuniary, owns the land (stayed)",
            facts.Interest("Palmer", "6", "owns the land", "pecuniary", "stayed"),
        ),
        (
            "~ interest Palmer 6: a non-pecuniary tie (as a friend)",
            facts.Interest("Palmer", "6", "a non-pecuniary tie (as a friend)", "non-pecuniary"),
        ),
        (
            "~ interest Palmer 6, non-pecuniary: his sister works there (stayed)",
            facts.Interest("Palmer", "6", "his sister works there", "non-pecuniary", "stayed"),
        ),
        (
            "~ interest Palmer 6: a pecuniary interest as owner (left)",
            facts.Interest("Palmer", "6", "owner", "pecuniary", "left"),
        ),
        ("~ interest Palmer: governor", facts.Interest("Palmer", "", "governor")),
        ("~ interest Palmer 6 (left)", facts.Interest("Palmer", "6", conduct="left")),
        ("~ adjourned", facts.Adjourned()),
        ("~ adjourned 7.52 pm for a break", facts.Adjourned(dt.time(19, 52), "a break")),
        ("~ adjourned to 3 March 2020", facts.Adjourned(until=dt.date(2020, 3, 3))),
        (
            "~ adjourned at 9 pm to 3 March 2020",
            facts.Adjourned(dt.time(21), until=dt.date(2020, 3, 3)),
        ),
        ("~ resumed 8.08 pm", facts.Resumed(dt.time(20, 8))),
        ("~ resumed", facts.Resumed()),
        ("~ deferred", facts.ItemDeferred()),
        ("~ deferred to ??.", facts.ItemDeferred()),
        ("~ adjourned 7.52 pm to ??.", facts.Adjourned(dt.time(19, 52))),
        ("~ deferred to 3 March 2020", facts.ItemDeferred(dt.date(2020, 3, 3))),
        ("~ exclude", facts.Exclusion()),
        ("~ exclude the press and public", facts.Exclusion()),
        ("~ read @rd", facts.ReadFor("@rd")),
        ("~ writing", facts.InWriting()),
    ],
)
def test_a_verb_and_its_data(raw: str, expected: facts.Fact) -> None:
    assert fact(raw) == expected
    assert line(raw).text == raw[2:]


@pytest.mark.parametrize(
    "raw",
    [
        "~ in",
        "~ in view of the time the item was not taken",
        "~ In view of the time",
        "~ out of order",
        "~ late items had been published",
        "~ chair",
        "~ interest",
        "~ interest was shown by all: it was noted",
        "~ adjourned to 31 February 2020",
        "~ resumed its business at once",
        "~ deferred and dropped",
        "~ exclude nobody at all",
        "~ read out by an officer",
        "~ writing would follow",
        "~ applause",
    ],
)
def test_words_that_do_not_fit_their_verb_are_printed_as_they_are(raw: str) -> None:
    assert line(raw).kind is Kind.PROCEDURE
    assert line(raw).text == raw[2:]
    assert fact(raw) is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (
            "% Bright / Graham: That it be deferred",
            facts.Moved("Bright", "Graham", "That it be deferred"),
        ),
        ("% amend Bright / Graham: x: y", facts.Moved("Bright", "Graham", "x: y", amendment=True)),
        ("% Bright: That it lie", facts.Moved("Bright", "", "That it lie")),
        ("% @ab / @cd", facts.Moved("@ab", "@cd")),
        ("% carried", facts.Outcome("carried")),
        ("% carried 7-5-1", facts.Outcome("carried", (7, 5, 1))),
        ("% Lost 5 – 7.", facts.Outcome("lost", (5, 7))),
        ("% withdrawn", facts.Outcome("withdrawn")),
        (
            "% for Bright, Graham and Cllr Lee",
            facts.NamedVote("for", ("Bright", "Graham", "Cllr Lee")),
        ),
        ("% against @ab", facts.NamedVote("against", ("@ab",))),
        ("% abstained Lee", facts.NamedVote("abstained", ("Lee",))),
        ("% for the avoidance of doubt", None),
        ("% carried by a large majority", facts.Outcome("carried", how="by a large majority")),
        ("% carried after a recount", None),
        (
            "% the amendment was carried by 5 votes to 2, with one abstention",
            facts.Outcome("carried", (5, 2, 1)),
        ),
        ("% carried (6 for, nil against, 2 abstentions)", facts.Outcome("carried", (6, 0, 2))),
        ("% against: 4; for: 3", facts.Outcome("lost", (3, 4))),
        ("% 6-5", facts.Outcome("carried", (6, 5))),
        ("% 5-5", None),
        ("% defeated by twenty-one votes to nineteen", facts.Outcome("lost", (21, 19))),
        ("% motion lost 4-4, Chairman's casting vote", facts.Outcome("lost", (4, 4), True)),
        ("% carried as amended, nem. con.", facts.Outcome("carried", how="nem con", amended=True)),
        (
            "% passed 3-1 on a show of hands",
            facts.Outcome("carried", (3, 1), how="on a show of hands"),
        ),
        ("% lost for lack of a seconder", facts.Outcome("fell", how="for want of a seconder")),
        (
            "% the motion fell, not being seconded",
            facts.Outcome("fell", how="for want of a seconder"),
        ),
        ("% fell", facts.Outcome("fell")),
        ("% elected Jo Tate by 5 votes to 2", facts.Outcome("carried", (5, 2), elected="Jo Tate")),
        ("% in favour: Winter, Penrow", facts.NamedVote("for", ("Winter", "Penrow"))),
        (
            "% Winter seconded by Penrow: That it be so",
            facts.Moved("Winter", "Penrow", "That it be so"),
        ),
        (
            "% moved by Cllr Winter, and seconded by Penrow, that it be so",
            facts.Moved("Cllr Winter", "Penrow", "that it be so"),
        ),
        (
            "% amendment by Larkin, seconded O'Hara: delete it",
            facts.Moved("Larkin", "O'Hara", "delete it", amendment=True),
        ),
        ("% the Mayor said: let us vote", None),
        ("! noted", facts.Noted()),
        ("! Noted.", facts.Noted()),
        ("! minutes 21 January 2020", facts.MinutesApproved((dt.date(2020, 1, 21),))),
        (
            "! minutes 21 January 2020, 4 February 2020 and 5 Feb 2020",
            facts.MinutesApproved((dt.date(2020, 1, 21), dt.date(2020, 2, 4), dt.date(2020, 2, 5))),
        ),
        (
            "! minutes 21 January 2020, subject to the following: page 2",
            facts.MinutesApproved((dt.date(2020, 1, 21),), "the following: page 2"),
        ),
        (
            "! minutes Tuesday, 21 January 2020",
            facts.MinutesApproved((dt.date(2020, 1, 21),)),
        ),
        ("! minutes ??", facts.MinutesApproved(())),
        ("! minutes 21 January 2020 and ??", None),
        ("! minutes be circulated sooner", None),
        ("! minutes 31 February 2020", None),
        ("! deferred", facts.DecisionDeferred()),
        ("! deferred to 3 March 2020.", facts.DecisionDeferred(dt.date(2020, 3, 3))),
        ("! deferred to the autumn", facts.DecisionDeferred(more="to the autumn")),
        (
            "! agreed: The Committee thanked officers.",
            facts.Agreed("The Committee thanked officers."),
        ),
        ("! agreed:", None),
        ("! That the report be noted", None),
        (
            "+ Rani Dady: provide the costs (by 1 March 2020)",
            facts.Action("Rani Dady", "provide the costs", "1 March 2020"),
        ),
        ("+ @rd provide the costs", facts.Action("@rd", "provide the costs")),
        ("+ @rd and @jp: provide the costs", facts.Action("@rd and @jp", "provide the costs")),
        ("+ @rd, @jp & @mo provide it", facts.Action("@rd, @jp & @mo", "provide it")),
        ("+ @rd and officers to go", facts.Action("@rd", "and officers to go")),
        ("+ provide the costs", facts.Action("", "provide the costs")),
        (
            ">+ @rd: The costs would be sent (by 1 March 2020).",
            facts.Action("rd", "The costs would be sent", "1 March 2020"),
        ),
        (">+ They would look into it", facts.Action("", "They would look into it")),
        ("| Member | Reserve |", facts.Row(("Member", "Reserve"))),
        ("| Member | |", facts.Row(("Member", ""))),
        (r"| a \| b | c", facts.Row(("a | b", "c"))),
    ],
)
def test_motions_decisions_actions_and_rows_as_data(raw: str, expected: object) -> None:
    assert fact(raw) == expected
