"""Headings, their numbers, and the numbers of paragraphs."""

from __future__ import annotations

import pytest

from minute_taker.composing.blocks import Heading, Paragraph, plain
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import block_text

BASES = ("hillingdon", "asterisk-attendance", "numbered-paragraphs", "parish-council")


def headings(blocks):
    return [
        (block.level, block.number, block.text, block.suffix)
        for block in blocks
        if isinstance(block, Heading)
    ]


def test_two_numbers_and_capitals_as_formatting(blocks_of) -> None:
    blocks = blocks_of("# Draft Paths Strategy (5)\n# Trees\n", first_minute="64")
    assert headings(blocks) == [
        (1, "64.", "Draft Paths Strategy", "(Agenda Item 5)"),
        (1, "65.", "Trees", "(Agenda Item 6)"),
    ]
    assert all(block.caps for block in blocks)


def test_a_number_with_a_year(blocks_of) -> None:
    blocks = blocks_of("# A\n# B\n", first_minute="77/21")
    assert [number for _, number, _, _ in headings(blocks)] == ["77/21.", "78/21."]


def test_without_a_first_minute_there_are_no_minute_numbers(blocks_of) -> None:
    assert headings(blocks_of("# A\n")) == [(1, "", "A", "(Agenda Item 1)")]


def test_a_heading_without_numbers(blocks_of) -> None:
    blocks = blocks_of("#- Part One\n# A\n", first_minute="9")
    assert headings(blocks) == [(1, "", "Part One", ""), (1, "9.", "A", "(Agenda Item 1)")]


def test_a_heading_in_an_item_is_a_level_below(blocks_of) -> None:
    assert headings(blocks_of("# A\n## Costs\nText.\n"))[1] == (2, "", "Costs", "")


def test_no_level_is_skipped_before_the_first_item(blocks_of) -> None:
    assert headings(blocks_of("## Welcome\nText.\n# A\n"))[0] == (1, "", "Welcome", "")


def test_sub_headings_are_marked(said) -> None:
    lines = "# A (5)\n## Costs\nx\n## Times\ny\n"
    marked = {mark: said(lines, {"headings.subheading_mark": mark}) for mark in
              ("", "{i})", "({a})", "{agenda}.{n}")}  # fmt: skip
    assert [text[1] for text in marked.values()] == ["Costs", "i) Costs", "(a) Costs", "5.1 Costs"]
    assert marked["{i})"][3] == "ii) Times"


def test_paragraphs_are_numbered_under_their_minute(blocks_of) -> None:
    lines = "# A\nText.\n? Why?\n> So.\n  More.\n- a point\n! noted\n"
    numbered = blocks_of(lines, {"headings.paragraph_numbers": "each paragraph"}, first_minute="85")
    labels = [block.label for block in numbered if isinstance(block, Paragraph)]
    assert labels == ["85.1", "85.2", "85.3", "85.4", "", ""]
    by_question = {"headings.paragraph_numbers": "each question", "resolutions.numbered": True}
    labels = [
        block.label
        for block in blocks_of(lines, by_question, first_minute="85")
        if isinstance(block, Paragraph)
    ]
    assert labels == ["85.1", "85.2", "85.3", "", "", "85.4"]


def test_without_a_minute_number_paragraphs_take_the_agendas(blocks_of) -> None:
    blocks = blocks_of("# A (5)\nText.\n", {"headings.paragraph_numbers": "each paragraph"})
    assert blocks[1].label == "5.1"


def test_headings_run_in_with_the_text(said) -> None:
    settings = {"headings.subheadings": "run in"}
    assert said("# A\n## Costs\nThey rose.\n## Times\n- one\n", settings)[1:] == [
        "Costs: They rose.",
        "Times",
        "• one",
    ]
    settings = {"headings.items": "run in", "headings.capitals": False}
    text = said("# A\nText.\n# B\n", settings, first_minute="7")
    assert text == ["7. A (Agenda Item 1): Text.", "8. B (Agenda Item 2)"]


def test_the_number_of_a_run_in_heading_stands_clear_where_nothing_else_is_numbered(
    blocks_of,
) -> None:
    settings = {"headings.items": "run in", "headings.subheadings": "run in",
                "headings.subheading_mark": "{i})"}  # fmt: skip
    lines = "# A\nText.\n## Costs\nThey rose.\n"
    blocks = blocks_of(lines, settings, first_minute="7")
    assert [(block.label, plain(block.run_in)) for block in blocks] == [
        ("7.", "A (Agenda Item 1): "),
        ("i)", "Costs: "),
    ]
    settings["headings.paragraph_numbers"] = "each paragraph"
    first, second = blocks_of(lines, settings, first_minute="7")
    assert (first.label, plain(first.run_in)) == ("7.1", "7. A (Agenda Item 1): ")
    assert (second.label, plain(second.run_in)) == ("7.2", "i) Costs: ")


def test_a_run_in_heading_is_known_as_a_heading(blocks_of) -> None:
    settings = {"headings.items": "run in", "headings.subheadings": "run in"}
    blocks = blocks_of("# A ??\nText.\n## Costs\n? Why?\n> So.\n", settings)
    said = [plain(block.run_in) for block in blocks]
    assert said == ["A ?? (Agenda Item 1): ", "Costs: ", "", ""]
    levels = [[run.heading for run in block.run_in] for block in blocks]
    assert levels == [[1, 1, 1], [2, 2], [], []]


def test_an_urgent_item_says_so(said) -> None:
    assert said("# A (3, urgent)\n")[1] == (
        "The Chairman had agreed that this item be considered as a matter of urgency."
    )


def test_lines_before_the_first_item_stand_first(said) -> None:
    assert said("The Chairman welcomed everybody.\n# A\n")[0] == "The Chairman welcomed everybody."


def test_how_an_item_was_taken_is_said_under_its_heading(said) -> None:
    assert said("# A (7, with 8)\n# B (8)\n! noted\n")[1] == (
        "This item was considered together with agenda item 8."
    )
    assert said("# A (9, taken first)\n")[1] == "This item was taken first."
    assert said("# A (9, taken before 5)\n")[1] == "This item was taken before agenda item 5."
    assert said("# A (7, deferred)\n")[1:] == ["The item was deferred."]
    assert said("# A (7, deferred to 1/5/2026)\n")[1] == "The item was deferred to 1 May 2026."
    assert said("# A (7, deferred to ??)\n")[1] == "The item was deferred to ??."
    assert said("# A (9, urgent, taken last)\n")[1:] == [
        "The Chairman had agreed that this item be considered as a matter of urgency.",
        "This item was taken last.",
    ]


def test_an_item_out_of_its_order_leaves_the_agendas_count(blocks_of) -> None:
    blocks = blocks_of("# A\n# C (9, taken next)\n# B\n", first_minute="64")
    assert [(number, suffix) for _, number, _, suffix in headings(blocks)] == [
        ("64.", "(Agenda Item 1)"),
        ("65.", "(Agenda Item 9)"),
        ("66.", "(Agenda Item 2)"),
    ]


def test_a_gap_in_a_title_is_a_gap(blocks_of) -> None:
    heading = blocks_of("# Minutes of the meeting held on ??\n")[0]
    assert isinstance(heading, Heading)
    assert [(run.text, run.gap) for run in heading.runs] == [
        ("Minutes of the meeting held on ", False),
        ("??", True),
    ]
    assert all(run.caps for run in heading.runs)
    assert plain(heading.runs) == heading.text


PUT_OFF = "The item was deferred to 6 May 2026."
RESOLVED = "RESOLVED: That the item be deferred to 6 May 2026."


@pytest.mark.parametrize(
    ("heading", "typed", "printed"),
    [
        ("deferred to 6 May 2026", "~ deferred to 6 May 2026", [PUT_OFF]),
        ("deferred to 6 May 2026", "~ deferred", [PUT_OFF]),
        ("deferred", "~ deferred to 6 May 2026", [PUT_OFF]),
        ("deferred", "~ deferred", ["The item was deferred."]),
        ("deferred to 6 May 2026", "! deferred to 6 May 2026", [RESOLVED]),
        ("deferred to 6 May 2026", "! deferred", [RESOLVED]),
        ("deferred", "Figures were late.\n! deferred", [
            "Figures were late.", "RESOLVED: That the item be deferred."]),
        ("deferred to 6 May 2026", "Figures were late.", [PUT_OFF, "Figures were late."]),
        ("deferred to ??", "~ deferred to 6 May 2026", [PUT_OFF]),
        ("deferred to 6 May 2026", "~ deferred to 7 May 2026", [
            PUT_OFF, "The item was deferred to 7 May 2026."]),
    ],
)  # fmt: skip
def test_a_deferral_in_the_heading_and_in_a_line_is_said_once(
    heading, typed, printed, said
) -> None:
    assert said(f"# A (7, {heading})\n{typed}\n")[1:] == printed


@pytest.mark.parametrize("base", BASES)
def test_it_is_said_once_in_every_house_style(base, meeting_of, styled) -> None:
    meeting = meeting_of("# A (7, deferred to 6 May 2026)\n~ deferred\n# B (8)\n! noted\n")
    blocks = compose(meeting, styled(base=base), public=True).blocks
    text = [words for block in blocks if "deferred" in (words := block_text(block))]
    assert len(text) == 1
    assert "May 2026" in text[0]


def test_the_public_copy_says_of_an_exempt_item_that_it_was_put_off(said) -> None:
    lines = "# A (7, Part II, 3, deferred to 6 May 2026)\n~ deferred to 6 May 2026\n"
    assert said(lines, public=True).count(PUT_OFF) == 1
    assert said(lines, public=False).count(PUT_OFF) == 1
