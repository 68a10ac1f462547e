"""Each rule: what it finds, and what it leaves alone."""

from __future__ import annotations

import pytest

CASES = [
    # spelling
    ("The Comittee agreed the budgte.", {("spelling", "Comittee"), ("spelling", "budgte")}),
    ("Residents of Penyfai and Llwyncelyn had written.", set()),
    ("Councillor Penrow-Tudge's amendment and Mr Zwolinski's reply were noted.", set()),
    ("Application 24/00912/FUL and clerk@wexcombe.gov.uk were noted at 8.00 am.", set()),
    ("The re-procurement of non-domestic and town-wide services was agreed.", set()),
    ("The café’s owner had a naïve hope.", set()),
    # words that are words
    ("Feedback form residents was welcomed.", {("wrong-word", "form")}),
    ("The application form was long, and they were to form a group.", set()),
    ("The pubic gallery was full.", {("wrong-word", "pubic")}),
    ("Members thanked officers for there work.", {("wrong-word", "there")}),
    ("Their were no questions.", {("wrong-word", "Their")}),
    ("Members asked weather the roof was sound.", {("wrong-word", "weather")}),
    ("The premises license holder was absent.", {("wrong-word", "license")}),
    ("The council had power to license the premises.", set()),
    ("The Principle Planning Officer replied.", {("wrong-word", "Principle")}),
    ("It was agreed in principle by the Principal Engineer.", set()),
    ("More then forty had come.", {("wrong-word", "then")}),
    ("It would of been better.", {("wrong-word", "of")}),
    ("The scheme had lead to complaints.", {("wrong-word", "lead")}),
    # reported speech
    ("> The roof is sound.", {("tense", "is")}),
    ("> The service will open in May.", {("tense", "will")}),
    ("The report sets out the options.", {("tense", "sets")}),
    ("Members need more time.", {("tense", "need")}),
    ("? Is the roof sound?", set()),
    ("! That the report, which is long, be noted", set()),
    ("#: The Committee is asked to note the report.", set()),
    ("* The clerk is on leave.", set()),
    ("He read the sign: “The bridge is closed”.", set()),
    ("Members would have to wait, and it could not have been known.", set()),
    ("It was her will, and the good will of all was clear.", set()),
    ("We were pleased with the result.", {("first-person", "We")}),
    ("Phase I of World War I was recalled in Part I.", set()),
    ("The decision would be taken next week.", {("day-of-speech", "next week")}),
    ("It didn’t open.", {("contraction", "didn’t")}),
    ("> Thank you for asking. I am glad that we have done it and our staff will go on.", set()),
    # resolutions
    ("! That the report was noted", {("resolution-verb", "was")}),
    ("! That the plans are agreed", {("resolution-verb", "are")}),
    ("! That the report noted", {("resolution-verb", "noted")}),
    ("! That the plan, which was agreed in May, be noted", set()),
    # acronyms
    ("The LLFA had objected.", {("acronym-never-spelt-out", "LLFA")}),
    ("The Lead Local Flood Authority (LLFA) had objected. The LLFA had gone.", set()),
    ("Councillor PE Harrow and PE Harrow's wife were thanked by the NHS.", set()),
    ("The motion was CARRIED and the report NOTED.", set()),
    # consistency
    ("The the bench was new.", {("doubled-word", "The the")}),
    ("He had had doubts that that would do.", set()),
    ("The bench , which was new, stood.", {("spacing", " ")}),
    ("Ada Larkin, (Chairman), spoke.", {("comma", ",")}),
    # usage
    ("There was several benches.", {("usage", "was")}),
    ("The members had went home.", {("usage", "went")}),
    ("They did not agreed.", {("usage", "did not agreed")}),
    ("An unique plan and a hour were lost.", {("usage", "An"), ("usage", "a")}),
    ("A European plan and an hour and an historic house were noted.", set()),
    ("Schools who were full replied.", {("usage", "who")}),
    # house words
    ("Cllr Larkin spoke with regards to trees.",
     {("house-word", "Cllr"), ("house-word", "with regards to")}),
    ("It closed at 7 p.m. on Monday.", {("house-word", "p.m.")}),
]  # fmt: skip


@pytest.mark.parametrize(("notes", "expected"), CASES, ids=[notes[:40] for notes, _ in CASES])
def test_a_line_has_these_slips_and_no_other(found, notes, expected) -> None:
    assert set(found(notes)) == expected


def test_an_acronym_is_told_before_its_words_and_the_second_time(found) -> None:
    late = "The LLFA had gone.\nThe Lead Local Flood Authority (LLFA) had objected."
    assert found(late) == [("acronym-before-words", "LLFA")]
    twice = "The Lead Flood Authority (LFA) spoke.\nThe Lead Flood Authority (LFA) left."
    assert found(twice) == [("acronym-spelt-out-twice", "LFA")]


def test_the_glossary_says_what_an_acronym_stands_for(slips) -> None:
    (slip,) = slips("The ICB had written.", expansions=[("ICB", "Integrated Care Board")])
    assert slip.suggestions == ("Integrated Care Board (ICB)",)


def test_one_body_under_two_names(found) -> None:
    text = (
        "The Strategic Partnership Board had met.\n"
        "Members heard from the Schools Strategic Partnership Board."
    )
    assert found(text) == [("body-under-two-names", "Schools Strategic Partnership Board")]


def test_capitals_that_change(found) -> None:
    text = (
        "A special needs child was heard. Of special needs, little was said.\nOf Special needs too."
    )
    assert found(text) == [("capitals-differ", "Special needs")]


def test_a_suggestion_keeps_capitals_and_possessives(slips) -> None:
    (slip,) = slips("Residnets’s views were noted.")
    assert slip.suggestions[0] == "Residents’s"
    assert slip.place == (0, 11)


def test_our_words_and_the_register_are_known(found) -> None:
    assert found("The quockerwodger was mended.") == [("spelling", "quockerwodger")]
    assert found("The quockerwodger was mended.", words=["Quockerwodger"]) == []
    assert found("Mr Smith met tudworthy.", names=["Ann Tudworthy"]) == []
