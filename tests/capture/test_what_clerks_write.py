"""Forms in which clerks write presence, interests and dates, read as the data that they are."""

from __future__ import annotations

import datetime as dt

import pytest

from minute_taker.capture.language import ItemEntry, LineEntry, format_item, parse
from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style
from minute_taker.minutes import facts
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.facts import Interest
from minute_taker.minutes.model import Item, Part
from minute_taker.minutes.understood import wanted_of

HEAD = """\
committee: Parks Committee
date: 3 March 2026
time: 7.00 pm
closed: 8.00 pm
venue: Town Hall
members: Ada Larkin (Chairman), Bo Winter, Cy Penrow

"""


def page(lines: str, head: str = HEAD) -> str:
    meeting = read_notes((head + lines).encode()).meeting
    return document_text(compose(meeting, load_style("hillingdon")))


def fact(raw: str) -> object:
    entry = parse(raw)
    assert isinstance(entry, LineEntry)
    return entry.fact


@pytest.mark.parametrize(
    ("raw", "time"),
    [
        ("~ out Winter 12.00 noon", dt.time(12)),
        ("~ out Winter at 12 midnight", dt.time(0)),
        ("~ out Winter (7.42 pm)", dt.time(19, 42)),
        ("~ out Winter - 7.42 pm", dt.time(19, 42)),
        ("~ left Winter 7.42 pm", dt.time(19, 42)),
    ],
)
def test_the_time_of_leaving(raw: str, time: dt.time) -> None:
    assert fact(raw) == facts.Movement("out", "Winter", time)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("~ apologies: Winter", facts.ApologiesFrom("Winter")),
        ("~ apologies for absence from Winter", facts.ApologiesFrom("Winter")),
        ("~ apologies Winter; Penrow", facts.ApologiesFrom("Winter; Penrow")),
        ("~ apologies Winter (sub Ed Oke)", facts.ApologiesFrom("Winter", "", "Ed Oke")),
        ("~ apologies Winter (Ed Oke substituting)", facts.ApologiesFrom("Winter", "", "Ed Oke")),
        ("~ chair Winter from 7.05 pm", facts.TakesChair("Winter", dt.time(19, 5))),
        ("~ reconvened 8.05 pm", facts.Resumed(dt.time(20, 5))),
        ("~ readmitted at 8.58 pm", facts.Readmitted(dt.time(20, 58))),
        ("~ adjourned 9 pm sine die", facts.Adjourned(dt.time(21), more="sine die")),
    ],
)
def test_other_words_for_the_same(raw: str, expected: facts.Fact) -> None:
    assert fact(raw) == expected


@pytest.mark.parametrize(
    "raw", ["~ apologies none", "~ out Winter temporarily", "~ chair vacated", "~ out nobody"]
)
def test_what_is_no_name_is_not_taken_for_somebody(raw: str) -> None:
    assert fact(raw) is None


@pytest.mark.parametrize(
    ("words", "nature"),
    [
        ("Winter 4 non-disclosable: x", "non-disclosable"),
        ("Winter 4: Non disclosable, x", "non-disclosable"),
        ("Winter 4 - non‐registrable — x", "non-registrable"),
        ("Winter 4, personal but not prejudicial: x", "personal but not prejudicial"),
        ("Winter 4 (other registrable): x", "other registrable"),
        ("Winter 4 disclosable and pecuniary: x", "disclosable and pecuniary"),
        ("Winter 4 non-pecuniary, non-prejudicial: x", "non-pecuniary, non-prejudicial"),
        ("Winter 4 ORI: x", "other registrable"),
    ],
)
def test_a_nature_is_put_together_from_the_words_of_the_codes(words: str, nature: str) -> None:
    found = fact(f"~ interest {words}")
    assert isinstance(found, Interest)
    assert (found.who, found.item, found.nature, found.reason) == ("Winter", "4", nature, "x")


def test_a_word_of_a_nature_within_the_reason_is_none() -> None:
    found = fact("~ interest Winter 4: personal friend of the applicant")
    assert found == Interest("Winter", "4", "personal friend of the applicant")


@pytest.mark.parametrize(
    "words",
    [
        "Winter 4: he knew him (left)",
        "Winter 4: he knew him; left the room",
        "Winter 4: he knew him. He left the meeting.",
        "Winter 4 - he knew him, and withdrew",
    ],
)
def test_what_a_member_did_is_read_in_brackets_or_as_the_last_clause(words: str) -> None:
    assert fact(f"~ interest {words}") == Interest("Winter", "4", "he knew him", conduct="left")


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("! minutes 11 February", "held on 11 February 2026 be approved"),
        ("! minutes 9 and 23 December", "held on 9 December 2025 and 23 December 2025 be"),
        ("! minutes 3 March subject to: 4 May", "held on 3 March 2025 be"),
        ("~ adjourned 9 pm to 10 March at 7 pm", "at 9.00 pm to 10 March 2026 at 7.00 pm"),
        ("! deferred to 2 February", "That the item be deferred to 2 February 2027"),
    ],
)
def test_a_date_without_its_year_is_the_nearest_to_the_meeting(line: str, printed: str) -> None:
    assert printed in page(f"# Business\n{line}\n")


def test_a_meeting_resumes_on_a_day_without_its_year() -> None:
    said = page("# Business\n~ adjourned 9 pm to 10 March\n~ resumed 10 March 7.05 pm\n")
    assert "10 March 2026 at 7.05 pm" in said or "7.05 pm on 10 March 2026" in said


def test_without_the_meetings_day_a_date_without_its_year_is_not_understood() -> None:
    head = HEAD.replace("date: 3 March 2026\n", "")
    meeting = read_notes((head + "# Business\n! minutes 11 February\n").encode()).meeting
    assert [wanted_of(line) for _, line in meeting.lines()] != [""]


@pytest.mark.parametrize(
    ("title", "typed", "never"),
    [
        ("Apologies", "~ apologies Winter till eight", "There were no apologies"),
        ("Declarations of interest", "~ interest Winter: in 4 and (x", "\nNone."),
        ("Declarations", "Councillor Winter advised that his wife worked there.", "\nNone."),
        ("Minutes", "! minutes of that other day", "held on ??"),
    ],
)
def test_none_is_not_said_beside_what_tells_the_contrary(
    title: str, typed: str, never: str
) -> None:
    said = page(f"# {title}\n{typed}\n")
    assert never not in said
    assert typed[2:10] in said


@pytest.mark.parametrize(
    ("title", "confirms"),
    [
        ("Part I: Training", False),
        ("Park Road Scheme, Part 2", False),
        ("Part I and Part II", True),
        ("To confirm the items in Part II", True),
        ("Items marked Part I", True),
    ],
)
def test_which_items_are_public_is_said_where_the_title_is_about_that(
    title: str, confirms: bool
) -> None:
    assert ("It was confirmed that all items" in page(f"# {title}\n")) is confirms


@pytest.mark.parametrize("title", ["To receive declarations", "Disclosures", "Members' interests"])
def test_declarations_under_other_titles(title: str) -> None:
    assert "None." in page(f"# {title}\n")


@pytest.mark.parametrize(
    ("first", "second"),
    [("25/112", "25/113"), ("26/18", "26/19"), ("18/26", "19/26"), ("20/[19]", "20/20"),
     ("[20]/19", "21/19"), ("2025/26/14", "2025/26/15")],
)  # fmt: skip
def test_minute_numbers_count_by_their_form_or_the_meetings_year(first: str, second: str) -> None:
    said = page("# A\n# B\n", HEAD.replace("time:", f"first minute: {first}\ntime:"))
    assert f"{first.replace('[', '').replace(']', '')}. A" in said
    assert f"{second}. B" in said


@pytest.mark.parametrize("first", ["20/19", "25/26"])
def test_a_number_of_which_either_part_may_be_the_year_is_asked_for(first: str) -> None:
    with pytest.raises(Refused, match="put the part that counts up in brackets"):
        page("# A\n", HEAD.replace("time:", f"first minute: {first}\ntime:"))


@pytest.mark.parametrize("title", ["(5)", "(Part II)", "(5) of seven", "[x] (urgent)"])
def test_an_exempt_item_stays_exempt_whatever_bracket_its_title_is(title: str) -> None:
    item = Item(id=1, title=title, part=Part.EXEMPT, exempt_paragraph="3")
    entry = parse(format_item(item))
    assert isinstance(entry, ItemEntry)
    assert (entry.title, entry.part, entry.exempt_paragraph) == (title, Part.EXEMPT, "3")
