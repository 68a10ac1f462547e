"""What is said of a line as soon as it has been entered."""

from __future__ import annotations

import pytest

from minute_taker.capture.session import Session
from minute_taker.minutes.checking import Finding, advice_about
from minute_taker.minutes.model import Attendee, Group, Meeting

NAMES = ("Ada Bright", "Ben Crane", "Cleo Dunn", "Dev Ellery")
PEOPLE = tuple(Attendee(id=n, name=name, code=name[0].lower()) for n, name in enumerate(NAMES, 1))
OFFICER = Attendee(id=9, name="Rhys Gale", code="rg", group=Group.OFFICER)


def said(*typed: str) -> tuple[Finding, ...]:
    """What is said of the last of the lines typed."""
    session = Session(Meeting(attendance=(*PEOPLE, OFFICER), quorum=3))
    session.enter("# Pruning (5)")
    for raw in typed:
        result = session.enter(raw)
        assert result.outcome in ("saved", "done")
    return advice_about(session.meeting, result.lines[-1])


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["% carried 5-0-0"], ["5 votes are counted, and 4 could vote"]),
        (["% carried 1-3-0"], ["carried with 1 for and 3 against"]),
        (["~ interest Crane 5 (left)", "% carried 3-0-0"], []),
        (
            ["~ interest Crane 5 (left)", "% carried 4-0-0"],
            ["4 votes are counted, and 3 could vote"],
        ),
        (
            ["~ out Crane", "% Crane / Dunn: x"],
            ["Ben Crane moves a motion, but is not in the room"],
        ),
        (["% Dunn / Dunn: x"], ["Cleo Dunn moves and seconds one motion"]),
        (["% carried 3-1-0", "% for Bright, Crane"], ["3 are counted for, and 2 named"]),
        (["% for Bright, Crane, Dunn", "% carried 3-1-0"], []),
        (["% for Bright, Gale"], ["Rhys Gale votes, but is no member"]),
        (["~ out Crane", "% for Crane"], ["Ben Crane votes, but is not in the room"]),
        (["~ out Crane", "~ out Crane"], ["Ben Crane leaves, but had left already"]),
        (["~ in Crane"], ["Ben Crane comes in, but had not left"]),
        (["~ out Crane 7.42 pm", "~ in Crane 7.40 pm"], ["7.40 pm stands after 7.42 pm"]),
        (["~ out Crane 11.50 pm", "~ in Crane 0:10"], ["12.10 am is taken to be after midnight"]),
        (
            ["~ out Crane", "~ out Dunn 8 pm"],
            ["2 members are present at 8.00 pm, and the quorum is 3"],
        ),
        (["Plain words."], []),
        (["~ Applause followed."], []),
        (
            ["~ applause"],
            [
                "“applause” is not understood (a verb such as in, out or adjourned, or a "
                "sentence), and is printed as it stands"
            ],
        ),
    ],
)
def test_what_does_not_fit_is_said_at_once(typed, words) -> None:
    assert [finding.words for finding in said(*typed)] == words


def test_nothing_is_said_of_other_lines() -> None:
    assert said("~ out Crane", "~ out Crane", "~ in Crane") == ()


def test_the_nearest_names_come_with_it() -> None:
    (finding,) = said("~ out Crain")
    assert (finding.rule, finding.suggestions) == ("unknown-name", ("Ben Crane",))


def test_a_lost_quorum_comes_with_the_line_that_minutes_it() -> None:
    (finding,) = said("~ out Crane", "~ out Dunn 8 pm")
    assert finding.suggestions == ("~ The meeting was inquorate from 8.00 pm.",)


def test_a_line_that_is_not_there_is_passed_over() -> None:
    assert advice_about(Meeting(), 7) == ()
