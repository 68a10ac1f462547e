"""Motions and amendments: the text as amended, and the changes shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.amending import Motion, amended, changes, motions, resolution_line

TEXT = "That the gate be mended in June and painted green"


@pytest.mark.parametrize(
    ("instruction", "told"),
    [
        ('That the words "by the warden" be added at the end', f"{TEXT} by the warden"),
        ("to add “by the warden” at the end of the motion", f"{TEXT} by the warden"),
        ("At the end, add 'by the warden'", f"{TEXT} by the warden"),
        ("That the word ‘old’ be inserted before ‘gate’", TEXT.replace("gate", "old gate")),
        ('insert "or July" after "June"', TEXT.replace("June", "June or July")),
        ('after "June" insert "or July"', TEXT.replace("June", "June or July")),
        ('delete the words "and painted green"', "That the gate be mended in June"),
        ('That the words "in June" be deleted.', "That the gate be mended and painted green"),
        ('replace "June" with "July"', TEXT.replace("June", "July")),
        ('That "June" be replaced by "July"', TEXT.replace("June", "July")),
        ('That "June" be deleted and replaced with "July"', TEXT.replace("June", "July")),
        ('delete "June" and insert "July"', TEXT.replace("June", "July")),
        ('That "June" be deleted and "July" inserted in its place', TEXT.replace("June", "July")),
        ('delete all after "mended" and insert: "by Easter"', "That the gate be mended by Easter"),
        ('substitute "July" for "June"', TEXT.replace("June", "July")),
        ('That "July" be substituted for "June"', TEXT.replace("June", "July")),
        ("That the gate be mended in May and painted blue", None),
    ],
)
def test_what_an_amendment_makes_of_a_motion(instruction, told) -> None:
    assert amended(TEXT, instruction) == (instruction if told is None else told)


@pytest.mark.parametrize(
    "instruction",
    [
        "That the matter be referred back",
        'replace "August" with "July"',
        'That "e" be deleted',
        'delete "the" where it seems best',
        "",
    ],
)
def test_what_cannot_be_told_is_not_guessed(instruction) -> None:
    assert amended(TEXT, instruction) is None


def test_words_that_stand_twice_are_not_guessed() -> None:
    assert amended("That a and b and c stand", 'delete "and"') is None


def test_changes_are_marked_word_by_word() -> None:
    pieces = changes("That the gate be mended", "That the old gate be painted")
    assert [(piece.change, piece.words) for piece in pieces] == [
        ("kept", "That the"),
        ("added", "old"),
        ("kept", "gate be"),
        ("taken out", "mended"),
        ("added", "painted"),
    ]


sentences = st.lists(st.sampled_from(["the", "gate", "be", "mended", "old"]), max_size=12)


@given(before=sentences, after=sentences)
def test_the_pieces_are_both_texts(before, after) -> None:
    pieces = changes(" ".join(before), " ".join(after))
    kept = [piece.words for piece in pieces if piece.change != "added"]
    made = [piece.words for piece in pieces if piece.change != "taken out"]
    assert " ".join(kept).split() == before
    assert " ".join(made).split() == after


@given(text=st.text(max_size=60), amendment=st.text(max_size=60))
def test_any_words_are_taken(text, amendment) -> None:
    assert amended(text, amendment) is None or isinstance(amended(text, amendment), str)


def of(lines: str) -> list[Motion]:
    meeting = read_notes(f"committee: C\n\n# A\n{lines}".encode()).meeting
    return list(motions(meeting.items[0]))


MOTION = f"% Bright / Crane: {TEXT}\n"
AMENDMENT = '% amend Dunn / Ellery: replace "June" with "July"\n'
AS_AMENDED = TEXT.replace("June", "July")


def test_a_carried_amendment_changes_what_is_voted_on() -> None:
    motion, amendment = of(MOTION + AMENDMENT + "% carried 4-0\n% carried 3-1\n")
    assert (motion.words, motion.amended, motion.carried, motion.decided) == (
        AS_AMENDED, True, True, 4,
    )  # fmt: skip
    assert (amendment.before, amendment.words, amendment.decided) == (TEXT, AS_AMENDED, 3)
    assert [piece.change for piece in amendment.pieces()] == [
        "kept",
        "taken out",
        "added",
        "kept",
    ]


def test_a_lost_amendment_leaves_the_motion() -> None:
    motion, amendment = of(MOTION + AMENDMENT + "% lost 1-3\n% carried 3-1\n")
    assert (motion.words, motion.amended, motion.carried) == (TEXT, False, True)
    assert amendment.outcome is not None
    assert amendment.outcome.votes == (1, 3)


def test_amendments_one_after_another() -> None:
    second = '% amend Ellery / Dunn: delete "and painted green"\n'
    motion, _, last = of(MOTION + AMENDMENT + "% carried\n" + second + "% carried\n% carried\n")
    assert last.before == AS_AMENDED
    assert motion.words == "That the gate be mended in July"


def test_an_amendment_that_cannot_be_followed_leaves_the_text_untold() -> None:
    motion, amendment = of(MOTION + "% amend Dunn / Ellery: refer it back\n% carried\n% carried\n")
    assert (motion.words, motion.amended) == (None, True)
    assert [piece.words for piece in amendment.pieces()] == ["refer it back"]


def test_votes_and_amendments_without_a_motion_are_kept_apart() -> None:
    assert of("% carried 3-1\n") == []
    (amendment,) = of("% amend Dunn / Ellery: add it\n% carried\n")
    assert (amendment.before, amendment.words, amendment.carried) == (None, None, True)


def test_a_motion_still_open() -> None:
    (motion,) = of(MOTION)
    assert (motion.outcome, motion.decided, motion.carried) == (None, None, False)


@pytest.mark.parametrize(
    ("lines", "offered"),
    [
        (MOTION + "% carried 3-1\n", f"! {TEXT}"),
        (MOTION + AMENDMENT + "% carried\n% carried 3-1\n% for Bright\n", f"! {AS_AMENDED}"),
        (MOTION + AMENDMENT + "% carried\n", ""),
        (MOTION + "% lost 1-3\n", ""),
        (MOTION + f"% carried\n! {TEXT}\n", ""),
        (MOTION + "% amend Dunn: refer it back\n% carried\n% carried\n", ""),
        ("", ""),
    ],
)
def test_what_was_carried_is_offered_as_a_resolution(lines, offered) -> None:
    meeting = read_notes(f"committee: C\n\n# A\n{lines}".encode()).meeting
    (item,) = meeting.items
    last = item.lines[-1].id if item.lines else 0
    assert resolution_line(item, last) == offered


def test_what_was_carried_is_offered_where_the_next_line_goes_and_once() -> None:
    lines = "% Bright / Crane: That it lie\n% carried\n% for Bright\nMembers clapped.\n"
    (item,) = read_notes(f"committee: C\n\n# A\n{lines}".encode()).meeting.items
    offered = [resolution_line(item, line.id) for line in item.lines]
    assert offered == ["", "! That it lie", "! That it lie", ""]
    resolved = f"{lines.replace('Members clapped.', '').strip()}\n! That it lie\n"
    (item,) = read_notes(f"committee: C\n\n# A\n{resolved}".encode()).meeting.items
    assert resolution_line(item, item.lines[2].id) == ""
