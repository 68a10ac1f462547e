"""The letters of the page: quotation marks, apostrophes, commas round a post, pronouns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.composing.typography import curly, unbroken, with_commas
from minute_taker.minutes.names import folded


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the clerk's word", "the clerk’s word"),
        ("the Members' room", "the Members’ room"),
        ('he said "no"', "he said “no”"),
        ("he said 'no'.", "he said ‘no’."),
        ("(\"so\") and ['so']", "(“so”) and [‘so’]"),
        ("\"the 'Old' barn\"", "“the ‘Old’ barn”"),
        ("\"'Old' barn\"", "“‘Old’ barn”"),
        ("in the '90s, 'tis said", "in the ’90s, ’tis said"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ('"minute 64"', "“minute 64”"),
        ("a gate 6' 2\" wide", "a gate 6' 2\" wide"),
        ("the 1990's", "the 1990’s"),
        ('a—"b"', "a—“b”"),
        ("O'Neill and d'Arcy", "O’Neill and d’Arcy"),
        ("already “curly” and ‘so’", "already “curly” and ‘so’"),
        ("he'd said 'don't'", "he’d said ‘don’t’"),
        ('"', "”"),
    ],
)
def test_quotation_marks_and_apostrophes(typed: str, printed: str) -> None:
    assert curly(typed) == printed


@given(st.text())
def test_only_those_two_characters_change_and_one_for_one(text: str) -> None:
    made = curly(text)
    assert len(made) == len(text)
    assert all(a == b or a in "'\"" for a, b in zip(text, made, strict=True))


@given(st.text(alphabet="Aa's \"90.,"))
def test_what_is_printed_is_printed_the_same_again(text: str) -> None:
    assert curly(curly(text)).translate({0x2019: "'", 0x2018: "'"}) == curly(text).translate(
        {0x2019: "'", 0x2018: "'"}
    )
    assert folded(curly("O'Neill")) == folded("O'Neill")


def test_runs_are_read_together(blocks_of) -> None:
    block = blocks_of('# A\nIt was "??" and the ??\'s end.\n')[1]
    assert "".join(run.text for run in block.runs) == "It was “??” and the ??’s end."


def test_what_was_typed_stays_in_the_draft(meeting_of) -> None:
    assert meeting_of('# A\nThe clerk\'s "own".\n').items[0].lines[0].text == (
        'The clerk\'s "own".'
    )


COMMAS = {"names.first_mention": "name, post"}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Then @rg spoke.", "Then Rhys Gale, Head of Parks, spoke."),
        ("Thanks to @rg.", "Thanks to Rhys Gale, Head of Parks."),
        ("Thanks to @rg", "Thanks to Rhys Gale, Head of Parks"),
        ("Was it @rg?", "Was it Rhys Gale, Head of Parks?"),
        ("With @rg, @nf came.", "With Rhys Gale, Head of Parks, Nia Frost, Democratic Services "
         "Officer, came."),
        ("(by @rg) and", "(by Rhys Gale, Head of Parks) and"),
        ("By @rg: so", "By Rhys Gale, Head of Parks: so"),
        ("By @rg; so", "By Rhys Gale, Head of Parks; so"),
        ("“by @rg”, so", "“by Rhys Gale, Head of Parks”, so"),
        ("By @rg – so", "By Rhys Gale, Head of Parks – so"),
        ("It was @rg's plan.", "It was Rhys Gale’s plan."),
        ("% @rg / @bc: That a", "It was moved by Rhys Gale, Head of Parks, and seconded by "
         "Councillor Crane, that a."),
        ("% for @rg", "Voting for: Rhys Gale, Head of Parks."),
        ("~ out @rg", "During this item, Rhys Gale, Head of Parks, left the meeting."),
        ("~ interest @rg 2: a trustee",
         "Rhys Gale, Head of Parks, declared an interest in agenda item 2 as a trustee."),
    ],
)  # fmt: skip
def test_a_post_between_commas_takes_one_where_no_other_stop_follows(
    said, typed: str, printed: str
) -> None:
    assert said(f"# A\n{typed}\n", COMMAS)[1] == printed


def test_nothing_of_the_marks_of_a_post_is_left() -> None:
    assert with_commas("no post") == "no post"
    assert with_commas("A\x01, B\x02 and C\x01, D\x02.") == "A, B, and C, D."


def test_times_are_kept_whole() -> None:
    assert (
        unbroken("at 7.30 pm, 9 a.m. and 5 per cent") == "at 7.30\xa0pm, 9\xa0a.m. and 5 per cent"
    )


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Ben Crane (he)", "Councillor Crane left, and his post with him: he went."),
        ("Ben Crane (Deputy, she)", "Councillor Crane left, and her post with him: she went."),
        ("Ben Crane", "Councillor Crane left, and their post with him: they went."),
        ("Mrs Ben Crane", "Councillor Crane left, and her post with him: she went."),
        ("Mrs Ben Crane (they)", "Councillor Crane left, and their post with him: they went."),
    ],
)
def test_pronouns_are_in_every_wording_about_somebody(said, name: str, printed: str) -> None:
    wording = "{who} left, and {possessive} post with him: {pronoun} went."
    settings = {"presence.left": wording, "presence.during_item": "never"}
    assert said("# A\n~ out Crane\n", settings, members=name)[1] == printed


def test_a_pronoun_is_kept_with_the_person(meeting_of) -> None:
    from minute_taker.capture.notes_reader import read_notes
    from minute_taker.capture.notes_writer import write_notes

    meeting = meeting_of(members="Ben Crane (Chairman, she), Cleo Dunn")
    assert [person.pronoun for person in meeting.attendance][:2] == ["she", ""]
    again = read_notes(write_notes(meeting).encode()).meeting
    assert again.attendance == meeting.attendance
