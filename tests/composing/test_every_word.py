"""Nothing that was taken down is lost, doubled or moved; nothing exempt is in a public copy."""

from __future__ import annotations

import re
from typing import get_args

from any_meeting import items, written
from hypothesis import given, settings
from hypothesis import strategies as st

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.blocks import ListEntry, Paragraph, Table
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import available_styles, load_style
from minute_taker.minutes.facts import AnyFact
from minute_taker.minutes.model import Attendee, HeadingKind, Item, Kind, Line, Meeting, Part

STYLES = {name: load_style(name) for name in available_styles()}


#: Procedure that the public record needs of an exempt item, whatever its reason.
PROCEDURE = {
    "~ out Crane 7.42 pm": "~ out Crane 7.42 pm",
    "~ adjourned for *": "~ adjourned",
    "~ resumed": "~ resumed",
}


def words_in(text: str, mark: str) -> list[str]:
    return re.findall(rf"{mark}\d+x", text.lower())


@given(parts=items, style=st.sampled_from(sorted(STYLES)))
@settings(max_examples=300)
def test_every_word_stands_once_and_in_order(parts, style) -> None:
    given_out: list[str] = []

    def word(_: str) -> str:
        given_out.append(f"word{len(given_out)}x")
        return given_out[-1]

    meeting = read_notes(written(parts, word).encode()).meeting
    document = compose(meeting, STYLES[style], public=False)
    # Two tables that follow one another are kept apart by words made of the second's header.
    captions = {block.caption for block in document.blocks if isinstance(block, Table)} - {""}
    text = "\n".join(row for row in document_text(document).split("\n") if row not in captions)
    found = words_in(text, "word")
    if style in (
        "parish-council",
        "community-council",
    ):  # its actions and declarations stand elsewhere, by its settings
        assert sorted(set(found)) == sorted(given_out)
    else:
        assert found == given_out


@given(parts=items, style=st.sampled_from(sorted(STYLES)))
@settings(max_examples=200)
def test_a_public_copy_has_all_that_is_public_and_nothing_else(parts, style) -> None:
    counts = {"open": 0, "secret": 0}

    def word(heading: str) -> str:
        kind = "secret" if "Part II" in heading else "open"
        counts[kind] += 1
        return f"{kind}{counts[kind]}x"

    meeting = read_notes(written(parts, word).encode()).meeting
    text = document_text(compose(meeting, STYLES[style], public=True))
    assert not words_in(text, "secret")
    assert len(set(words_in(text, "open"))) == counts["open"]


@given(parts=items)
@settings(max_examples=150)
def test_a_public_copy_is_as_if_nothing_exempt_had_been_taken_down(parts) -> None:
    def word(_: str) -> str:
        return "words"

    without = [
        (heading, [(PROCEDURE[form], 0) for form, _ in forms if form in PROCEDURE])
        if "Part II" in heading
        else (heading, forms)
        for heading, forms in parts
    ]
    full = read_notes(written(parts, word).encode()).meeting
    bare = read_notes(written(without, word).encode()).meeting
    style = STYLES["hillingdon"]
    shown = document_text(compose(full, style, public=True))
    assert shown == document_text(compose(bare, style, public=True))


facts = st.one_of(
    st.none(),
    *(st.from_type(fact) for fact in get_args(AnyFact)),
)
any_line = st.builds(
    Line,
    id=st.integers(1, 10_000),
    kind=st.sampled_from(Kind),
    text=st.text(max_size=12) | st.sampled_from(["", "??", "@ab ??", "x:", "That"]),
    depth=st.integers(0, 3),
    speaker=st.sampled_from(["", "ab", "zz", "members", "[Joe Wild, 4 Weir Row]", "[]"]),
    addressee=st.sampled_from(["", "ab", "zz"]),
    plus=st.booleans(),
    fact=facts,
)
any_item = st.builds(
    Item,
    id=st.integers(1, 50),
    title=st.sampled_from(["", "Apologies", "Declarations of interest", "Part I", "Minutes", "A"]),
    heading=st.sampled_from(HeadingKind),
    part=st.sampled_from(Part),
    exempt_paragraph=st.sampled_from(["", "3", "3, 5", "9", "x"]),
    urgent=st.booleans(),
    lines=st.lists(any_line, max_size=8).map(tuple),
)
any_person = st.builds(
    Attendee,
    id=st.integers(1, 50),
    name=st.sampled_from(["Ada Bright", "", "Cllr", "Mr X", "Ben Crane OBE", "??"]),
    code=st.sampled_from(["ab", "bc", ""]),
    substitute_for=st.sampled_from(["", "Ada Bright", "Nobody"]),
)


@given(
    attendance=st.lists(any_person, max_size=4),
    items=st.lists(any_item, max_size=4),
    style=st.sampled_from(sorted(STYLES)),
    public=st.booleans(),
)
@settings(max_examples=200)
def test_whatever_a_meeting_holds_it_is_composed(attendance, items, style, public) -> None:
    meeting = Meeting(attendance=tuple(attendance), items=tuple(items))
    document = compose(meeting, STYLES[style], public=public)
    assert document_text(document)
    for block in document.blocks:
        if isinstance(block, Paragraph | ListEntry):
            assert block.runs
            assert all(run.text for run in block.runs)
            assert 0 <= block.level <= 3
