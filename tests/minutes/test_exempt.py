"""What a public copy may show: the one rule, asked of meetings as they are typed."""

from __future__ import annotations

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.minutes.exempt import exempt_items, public_view, unsettled, withheld
from minute_taker.minutes.model import Meeting, Part

HEAD = "committee: Parks Committee\nmembers: Ada Larkin (Chairman), Bo Winter\n\n"


def meeting_of(lines: str) -> Meeting:
    return read_notes((HEAD + lines).encode()).meeting


@pytest.mark.parametrize(
    "heading",
    [
        "Sale (Part II, para 3)", "Sale (Part II; 3)", "Sale (Part Two)", "Sale [Part II]",
        "Sale - Part II", "Sale – Part 2, 3", "Sale (Part II, 3", "Sale (exempt)",
        "Sale (confidential)", "Sale (Part II, 3) (5)", "Sale (5) [part ii]", "Sale (PART II 3)",
        "Sale (Part II, Schedule 12A paragraph 3)", "Sale: Part II", "Sale (5, exempt, urgent)",
    ],
)  # fmt: skip
def test_a_clear_mark_is_understood(heading: str) -> None:
    (item,) = meeting_of(f"# {heading}\nSecret.\n").items
    assert (item.title, item.part) == ("Sale", Part.EXEMPT)


@pytest.mark.parametrize(
    "heading",
    [
        "Sale (Prat II, 3)", "Sale (Pt. 2)", "Sale (exmept)", "Sale (private)", "Part II: Sale",
        "EXEMPT - Sale", "Sale Part II", "Sale (exempt appendix)", "(Part II) Sale",
        "Sale (not for publication)", "Sale Part II, 3)", "Sale (5, paragraph 3)", "Sale (II, 3)",
        "Confidential: Sale", "Sale (Part 11, 3)", "Sale (Part III)", "Sale (Part 1I)",
        "Sale (paert II)", "Sale (II)", "Sale (Part 2nd)", "Sale (Second part)", "Sale (Rhan II)",
        "Sale (Part B)", "*EXEMPT* Sale", "Sale (in camera)", "Sale (pink paper)",
        "Sale (without the public)", "Sale (Part \u2161)", "Sale (Part\u200bII)",
        "Sale (P\u0430rt II)", "Sale (Part I, 3)", "Sale (Part I, para 3)",
        "Sale (Part I and Part II)",
    ],
)  # fmt: skip
def test_a_mark_that_is_nearly_right_is_asked_about_and_not_public(heading: str) -> None:
    meeting = meeting_of(f"# {heading}\nSecret.\n")
    assert list(unsettled(meeting)) == [1]
    assert not public_view(meeting).items[0].lines
    assert not unsettled(meeting_of(f"# {heading} (Part I)\nSecret.\n"))


@pytest.mark.parametrize(
    "title",
    [
        "To confirm the items in Part II", "Exclusion of the press and public",
        "Private Sector Housing", "Part I and Part II business", "Exempt accommodation",
        "Housing (Private Sector)", "Private Hire Licensing", "Whistleblowing, a confidential way",
        "Part 2 of the Local Plan", "Third party insurance", "Phase 2 works", "Works (2020)",
        "School (Phase 2)", "Works (Plan B)", "Land (Plot 11)", "Map (page 2)", "Homes (Block B)",
    ],
)  # fmt: skip
def test_a_title_that_only_speaks_of_it_is_no_mark(title: str) -> None:
    meeting = meeting_of(f"# {title}\nSaid.\n# Next\nSaid.\n")
    assert not exempt_items(meeting)
    assert meeting.items[0].title == title


@pytest.mark.parametrize(
    "opens",
    [
        "Part Two",
        "Part II",
        "Exempt",
        "Private business",
        "Part 2: Private items",
        "Part ll",
        "Prat II",
        "Pt 2",
        "PART B",
        "Rhan 2",
        "Items for consideration in private",
    ],
)
def test_business_under_a_heading_of_the_private_part_is_asked_about(opens: str) -> None:
    lines = f"#- Part One\n# A\nSaid.\n#- {opens}\n# B\nSecret.\n# C (Part II, 3)\nSecret.\n"
    assert list(unsettled(meeting_of(lines))) == [4]
    assert exempt_items(meeting_of(lines)) == {4, 5}
    back = meeting_of(lines + "~ readmit 9 pm\n# D\nSaid.\n#- Part One\n# E\nSaid.\n")
    assert list(unsettled(back)) == [4]


def test_after_an_exclusion_it_is_asked_until_the_public_comes_back() -> None:
    lines = "# A\n~ exclude\n# B\nSecret.\n# C\n"
    assert list(unsettled(meeting_of(lines + "Secret.\n# D\n"))) == [2, 3, 4]
    assert list(unsettled(meeting_of(lines + "~ readmit\nSaid.\n# D\n"))) == [2]


def test_procedure_stands_as_who_what_and_when() -> None:
    meeting = meeting_of(
        "# Sale (Part II, 3)\n~ exclude\n~ out Winter 7.30 pm\n~ out the buyer's agent 7.31 pm\n"
        "~ in Winter 7.35 pm\n~ chair Winter 7.36 pm\n~ adjourned 7.50 pm for a call to Acme\n"
        "~ resumed 8 pm\n~ interest Winter 1: Acme is hers (left)\n~ Free words of Acme.\n"
        "Secret.\n! That Acme be paid\n+ Bo Winter: pay Acme\n~ readmit 8.10 pm\n"
    )
    (item,) = public_view(meeting).items
    assert [line.text for line in item.lines] == [
        "exclude", "out Winter 7.30 pm", "in Winter 7.35 pm", "chair Winter 7.36 pm",
        "adjourned 7.50 pm", "resumed 8.00 pm", "readmit 8.10 pm",
    ]  # fmt: skip
    assert "Acme" not in repr(item)
    left_out = {line.id: words for line, words in withheld(meeting)}
    assert left_out[6] == ("a call to Acme",)
    assert left_out[10] == ("Secret.",)


@pytest.mark.parametrize(
    "excludes",
    ["~ exclude", "~ exclude 7.42 pm", "~ exlude", "~ The public were excluded.",
     "! That the press and public be excluded from the meeting",
     "% Larkin / Winter: That the public be excluded\n% carried",
     "! to exclude the press and public"],
)  # fmt: skip
def test_an_exclusion_in_any_words_has_what_follows_asked_about(excludes: str) -> None:
    assert list(unsettled(meeting_of(f"# A\n{excludes}\n# B\nSecret.\n"))) == [2]
    within = meeting_of(f"# A\nSaid.\n{excludes}\nSecret.\n~ readmit 9 pm\n# B\nSaid.\n")
    assert list(unsettled(within)) == [1]


@pytest.mark.parametrize(
    "lines",
    ["% Larkin / Winter: That the public be excluded\n% lost",
     "! That the press and public be not excluded", "The press and public were excluded in 2019."],
)  # fmt: skip
def test_what_excludes_nobody_leaves_the_next_item_public(lines: str) -> None:
    assert not unsettled(meeting_of(f"# A\n{lines}\n# B\nSaid.\n"))


@pytest.mark.parametrize("heading", ["Exempt part (Part II, 3)", "Part II", "Exempt"])
def test_a_mark_on_a_heading_within_an_item_is_asked_about(heading: str) -> None:
    assert list(unsettled(meeting_of(f"# A\nSaid.\n## {heading}\nSecret.\n"))) == [1]
