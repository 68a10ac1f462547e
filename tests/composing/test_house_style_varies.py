"""That every setting has a case from both sides, and everything that the house style's page lists.

A setting without a case fails here, and so does a value that a setting accepts and no case
gives it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
import pytest
from varying_business import CASES as BUSINESS
from varying_look import LOOKS
from varying_opening import CASES as OPENING
from varying_people import CASES as PEOPLE
from varying_procedure import CASES as PROCEDURE

from minute_taker.composing.style import Style, load_style

TESTS = Path(__file__).parents[1]
CASES = [*PEOPLE, *OPENING, *BUSINESS, *PROCEDURE, *LOOKS]
DEFAULT = msgspec.to_builtins(load_style())

#: What has its two sides in a test of its own, because it is a file or what a list shows.
ELSEWHERE = {
    "document.base": "exporting/test_base_document.py",
    "name": "composing/test_style_files.py",
    "title": "composing/test_style_files.py",
    "summary": "composing/test_style_files.py",
    "proofing.wrong": "proofing/test_styles_and_register.py",
    "proofing.word_files": "proofing/test_styles_and_register.py",
    "proofing.bodies": "proofing/test_styles_and_register.py",
    "proofing.comma_before_and": "proofing/test_styles_and_register.py",
}


def is_form(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, msgspec.Struct)


def settings_of(form: type[msgspec.Struct], at: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each setting by its path, with the values it accepts where those are listed."""
    for field in msgspec.structs.fields(form):
        name = f"{at}{field.name}"
        kind = get_args(field.type)[0] if get_origin(field.type) is Annotated else field.type
        inner = get_args(kind)[0] if get_origin(kind) is tuple else None
        if is_form(kind):
            yield from settings_of(kind, f"{name}.")
            continue
        yield name, get_args(kind) if get_origin(kind) is Literal else ()
        # The parts of the attendance are of one form, whichever body they are for.
        if is_form(inner) and name != "attendance.full_council_sections":
            yield from settings_of(inner, f"{name}.")


def setting(path: str) -> str:
    """The path of a case without the place in a list or the name in a group of names."""
    path = re.sub(r"\.\d+(?=\.)", "", path)
    return re.sub(r"^(names\.free|names\.bodies|exempt\.paragraphs)\..*", r"\1", path)


COVERED: dict[str, list[Any]] = {}
for each in CASES:
    COVERED.setdefault(setting(each.setting), []).append(each.value)


def by_default(path: str) -> Any:
    """The default style's value of a setting; None for those of one entry of a list."""
    place: Any = DEFAULT
    for group in path.split("."):
        if not isinstance(place, dict):
            return None
        place = place[group]
    return place


@pytest.mark.parametrize(("path", "values"), list(settings_of(Style)))
def test_every_setting_is_shown_from_both_sides(path: str, values: tuple[str, ...]) -> None:
    if path in ELSEWHERE:
        assert path.rpartition(".")[2] in (TESTS / ELSEWHERE[path]).read_text(encoding="utf-8")
        return
    assert path in COVERED
    given = [*COVERED[path], by_default(path)]
    missing = [value for value in values if value not in given]
    # An entry of a list has no default of its own: one of the values is what it has.
    assert missing == [] or (by_default(path) is None and len(missing) == 1)


def test_no_case_is_of_a_setting_that_there_is_not() -> None:
    assert set(COVERED) <= {path for path, _ in settings_of(Style)}


def test_no_case_gives_the_default() -> None:
    assert [
        each.setting
        for each in CASES
        if each.value == by_default(each.setting) and each.setting not in each.under
    ] == []


#: The house style's page, "What varies", thing by thing: the settings that make it so, each
#: with the value that does.
PAGE: dict[str, list[tuple[str, Any]]] = {
    # Previous minutes
    "approved": [("previous_minutes.verb", "approved")],
    "agreed": [("previous_minutes.verb", "agreed")],
    "confirmed": [("previous_minutes.verb", "confirmed")],
    "a correct record": [("previous_minutes.record", "correct")],
    "an accurate record": [("previous_minutes.record", "accurate")],
    "held on": [("previous_minutes.held", "held on")],
    "dated": [("previous_minutes.held", "dated")],
    "with a RESOLVED": [("previous_minutes.printed_as", "resolution")],
    "as a plain sentence": [("previous_minutes.printed_as", "sentence")],
    "several dates at once": [
        ("previous_minutes.several", ...),
        ("previous_minutes.sentences", ...),
    ],
    "subject to the following": [
        ("previous_minutes.one", ...),
        ("previous_minutes.sentence", ...),
    ],
    # Apologies
    "were received": [("apologies.verb", "were received")],
    "had been received": [("apologies.verb", "had been received")],
    "surnames": [("apologies.names", "surname")],
    "full names": [("apologies.names", "full name")],
    "with … substituting": [("apologies.one_substitute", ...)],
    "acting as substitute": [
        ("apologies.one_substitute", "{member}, with {substitute} acting as substitute")
    ],
    "was present as his substitute": [
        (
            "apologies.one_substitute",
            "{member}; {substitute} was present as {possessive} substitute",
        )
    ],
    "a separate sentence for no member": [("apologies.others", "separate sentence")],
    "or the same sentence": [("apologies.others", "same sentence")],
    # Questions
    "a lead-in by the Committee": [("questions.lead_in", ...)],
    "no lead-in": [("questions.lead_in", "")],
    "Members asked": [("questions.lead_in", "Members asked a number of questions, including:")],
    "question and answer as two paragraphs": [("questions.layout", "two paragraphs")],
    "question and answer in one": [("questions.layout", "one paragraph")],
    "direct with a question mark": [("questions.form", "direct")],
    "reported": [("questions.form", "reported")],
    # Resolutions
    "RESOLVED:": [("resolutions.opening", "RESOLVED:")],
    "RESOLVED -": [("resolutions.opening", "RESOLVED -")],
    "Resolved –": [("resolutions.opening", "Resolved –")],
    "one alone on the same line": [("resolutions.alone", "same line")],
    "one alone on the next line": [("resolutions.alone", "next line")],
    "joined by ; and": [("resolutions.joined", "; and")],
    "joined by , and": [("resolutions.joined", ", and")],
    "joined by full stops": [("resolutions.joined", "full stops")],
    "parts in lower case": [("resolutions.parts", "lower case")],
    "a capital and a finite verb": [("resolutions.parts", "capital"), ("resolutions.verbs", ...)],
    "the RESOLVED itself a numbered paragraph": [("resolutions.numbered", True)],
    "a decision with no RESOLVED": [("resolutions.opening", ""), ("resolutions.agreed", ...)],
    # Numbers
    "run on across the year": [("headings.numbering", "run on")],
    "start at 1 with each meeting": [("headings.numbering", "each meeting")],
    "77/21": [("headings.number", "{minute}")],
    "numbered paragraphs, one a paragraph": [("headings.paragraph_numbers", "each paragraph")],
    "one a question with its answer": [("headings.paragraph_numbers", "each question")],
    "sub-headings marked i)": [("headings.subheading_mark", "{i})")],
    "sub-headings marked (a)": [("headings.subheading_mark", "({a})")],
    "sub-headings marked 5.1": [("headings.subheading_mark", "{agenda}.{n}")],
    "sub-headings not marked": [("headings.subheading_mark", "")],
    # Words
    "7.30 pm": [("when.time", "7.30 pm")],
    "7.30pm": [("when.time", "7.30pm")],
    "Part I": [("parts.numeral", "I")],
    "Part 1": [("parts.numeral", "1")],
    "Chairman": [("names.chair", "Chairman")],
    "Chair": [("names.chair", "Chair")],
    "Councillor": [("names.councillor", "Councillor")],
    "Cllr": [("names.councillor", "Cllr")],
    "Councillor before each name": [("names.councillor_before", "each name")],
    "Councillor once over the list": [("names.councillor_before", "the list")],
    "dates with a weekday": [
        ("when.date", "Tuesday 18 February 2020"),
        ("when.title_date", "Tuesday 18 February 2020"),
    ],
    "actions printed": [("actions.printed", "in place")],
    "with an owner and a date": [("actions.detail", "owner and date")],
    "with the owner alone": [("actions.detail", "owner")],
    "actions in a table at the end": [
        ("actions.printed", "table"),
        ("actions.printed", "in place and table"),
    ],
    "actions kept in the draft": [("actions.printed", "draft only")],
    "arrivals with During this item": [("presence.during_item", "always")],
    "arrivals without it": [
        ("presence.during_item", "never"),
        ("presence.during_item", "departures"),
    ],
    # Attendance
    "a table": [("attendance.layout", "table")],
    "a list with * for present": [("attendance.layout", "list"), ("attendance.sections", ...)],
    "a footnote": [("attendance.footnote", "* Denotes attendance")],
    "every member with present or apologies": [
        ("attendance.present_word", ...),
        ("attendance.apologies_word", ...),
        ("attendance.sections.state", ["present", "apologies"]),
    ],
    "three blocks with Name - Post": [
        ("attendance.layout", "blocks"),
        ("attendance.sections.entry", "{name}[ - {roles}]"),
    ],
    "portfolio after the name": [("attendance.sections.entry", "{name}[, {post}]")],
    "a group's role": [("attendance.sections.entry", "{post}: {surname}")],
    # The last line of the page
    "both speakers named": [("questions.speakers", "printed"), ("questions.asked", ...)],
    "questions labelled (Q1)": [("questions.label", "Q{n}")],
    "letters for resolutions": [("resolutions.marks", ["(a)", "i)", "1)", "A)"])],
    "headings run in with the text": [
        ("headings.items", "run in"),
        ("headings.subheadings", "run in"),
    ],
    "a disclaimer in the footer": [("document.footer", "No verbatim record.")],
    # Said above "What varies" to be settings
    "questions in italics": [("document.question", "italic")],
    "questions in bold or plain": [("document.question", "bold"), ("document.question", "plain")],
    "marks of resolutions": [
        ("resolutions.marks", ["1)", "a)", "i)", "A)"]),
        ("resolutions.marks", ["(1)", "a)", "i)", "A)"]),
    ],
    "where numbering starts": [("headings.numbering", "none")],
    "speakers not printed": [("questions.speakers", "not printed")],
    "a signature line": [("closing.signature", True)],
    "DRAFT until agreed": [("document.draft_header", ...), ("document.agreed_header", ...)],
    "no italics, no capitals": [("document.plain_language", True)],
}


@pytest.mark.parametrize("thing", PAGE)
def test_what_the_page_lists_is_a_setting_with_a_case(thing: str) -> None:
    """``...`` stands for any value: a wording is free."""
    for path, value in PAGE[thing]:
        assert path in COVERED
        if value is not ...:
            assert value in COVERED[path] or value == by_default(path), path
