"""Question time: questions with their answers."""

from __future__ import annotations

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.checking import check
from minute_taker.minutes.questions import questions, unanswered

TIME = """\
? (1) [Ms Ida Wren, 4 Weir Row] Why was the orchard shut?
~ read Crane
> Because of the frost.
> It opens in May.
? (2) @bc @ab What did it cost?
> About £400.
?+ Is that more than last year?
>+ @ab: The figures would be sent
? (5) [Mr Jo Lamb, 9 Weir Row] Who pays?
~ writing
? (7) When?
## Other questions
> That was said already.
"""


def meeting(lines: str):
    return read_notes(
        f"committee: C\nmembers: Ada Bright, Ben Crane\n\n# Q\n{lines}".encode()
    ).meeting


def test_answers_belong_to_their_question() -> None:
    found = questions(meeting(TIME))
    assert [(each.line.number, len(each.answers)) for each in found] == [
        ("1", 2),
        ("2", 1),
        ("", 1),
        ("5", 0),
        ("7", 0),
    ]
    first, second, more, third, _ = found
    assert first.read_by == "Crane"
    assert more.supplementary_to == second.line.id
    assert more.answers[0].promise
    assert (third.in_writing, third.answered) == (True, True)


def test_a_question_without_an_answer_is_known_as_such() -> None:
    assert [each.line.number for each in unanswered(meeting(TIME))] == ["7"]
    found = [finding.words for finding in check(meeting(TIME)) if "question" in finding.rule]
    assert found == ["nobody answers question 7, “When?”"]


def test_the_answer_to_a_supplementary_answers_the_question() -> None:
    assert unanswered(meeting("? Why?\n?+ And when?\n> Soon.\n")) == ()
    (left,) = unanswered(meeting("? Why?\n> So.\n?+ And when?\n"))
    assert left.line.text == "And when?"


def test_a_supplementary_without_a_question_stands_by_itself() -> None:
    (asked,) = questions(meeting("?+ Why?\n> So.\n"))
    assert (asked.supplementary_to, asked.answered) == (None, True)


def test_two_questions_of_one_number_are_found() -> None:
    rules = [each.rule for each in check(meeting("? (3) Why?\n> So.\n? (3) When?\n> Soon.\n"))]
    assert "question-number-twice" in rules
