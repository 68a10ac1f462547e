"""Every setting that councils differ in, each from both sides.

A case is: a setting, another value for it, lines and head values, then what the default prints
and what the other value prints.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest

from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text

QA = "# A\n? Why?\n> So.\n"
TWO = "# A\n! That a be done\n! That b be done\n"
STEM = "# A\n! That Cabinet:\n  ! Welcomes it\n  ! Agrees to it\n"
OUT = "# A\n~ out Crane\n~ in Crane\n"
ACTION = "# A\n+ Rhys Gale: mend the gate (by 1 May 2026)\n"
MINUTES = "# Minutes\n! minutes 6 January 2026\n"


class Case(NamedTuple):
    setting: str
    value: Any
    lines: str
    default: str
    other: str
    head: dict[str, str] = {}  # noqa: RUF012 - never changed


CASES = [
    # previous minutes
    Case("previous_minutes.verb", "agreed", MINUTES, "be approved as", "be agreed as"),
    Case("previous_minutes.verb", "confirmed", MINUTES, "be approved as", "be confirmed as"),
    Case("previous_minutes.record", "accurate", MINUTES, "a correct record", "an accurate record"),
    Case("previous_minutes.held", "dated", MINUTES, "meeting held on 6", "meeting dated 6"),
    Case(
        "previous_minutes.printed_as",
        "sentence",
        MINUTES,
        "RESOLVED: That the minutes of",
        "\nThe minutes of the meeting held on 6 January 2026 were approved as a correct record.\n",
    ),
    # apologies
    Case(
        "apologies.verb",
        "had been received",
        "# Apologies\n",
        "Apologies were received from",
        "Apologies had been received from",
        {"apologies": "Kit Fenn"},
    ),
    Case(
        "apologies.names",
        "full name",
        "# Apologies\n",
        "from Councillor Fenn.",
        "from Councillor Kit Fenn.",
        {"apologies": "Kit Fenn"},
    ),
    Case(
        "apologies.one_substitute",
        "{member}, with {substitute} acting as substitute",
        "# Apologies\n",
        "from Councillor Fenn with Councillor Marsh substituting.",
        "from Councillor Fenn, with Councillor Marsh acting as substitute.",
        {"apologies": "Kit Fenn (substitute Lou Marsh)"},
    ),
    Case(
        "apologies.one_substitute",
        "{member}; {substitute} was present as {possessive} substitute",
        "# Apologies\n",
        "from Councillor Fenn with Councillor Marsh substituting.",
        "from Councillor Fenn; Councillor Marsh was present as his substitute.",
        {"apologies": "Mr Kit Fenn (substitute Lou Marsh)"},
    ),
    Case(
        "apologies.others",
        "same sentence",
        "# Apologies\n~ apologies Rhys Gale\n",
        "Fenn. Apologies were also received from Rhys Gale",
        "from Councillor Fenn and Rhys Gale (Head of Parks).",
        {"apologies": "Kit Fenn"},
    ),
    Case(
        "apologies.late",
        "Apologies for lateness were received from {who}.",
        "# Apologies\n# A\n~ late Crane\n",
        "There were no apologies for absence.",
        "Apologies for lateness were received from Councillor Crane.",
    ),
    # declarations
    Case(
        "declarations.printed",
        "under declarations",
        "# Declarations of interest\n# A\nText.\n~ interest Crane 2: a trustee\n",
        "Text.\n\nCouncillor Crane declared",
        "(Agenda Item 1)\n\nCouncillor Crane declared",
    ),
    # questions
    Case("questions.lead_in", "", QA, "The Committee asked a number", "1)\n\nWhy?"),
    Case(
        "questions.lead_in",
        "Members asked a number of questions, including:",
        QA,
        "The Committee asked a number of questions",
        "Members asked a number of questions",
    ),
    Case("questions.layout", "one paragraph", QA, "Why?\n\nSo.", "Why? So."),
    Case(
        "questions.form",
        "reported",
        "# A\n? about the cost\n> So.\n",
        "\nabout the cost\n",
        "\nMembers asked about the cost.\n",
    ),
    Case("questions.form", "reported", QA, "\nWhy?\n", "\nMembers asked: Why?\n"),
    Case("questions.label", "Q{n}", QA, "\nWhy?\n", "\nQ1 Why?\n"),
    Case("questions.answer_label", "A{n}", QA, "\nSo.\n", "\nA1 So.\n"),
    Case(
        "questions.speakers",
        "printed",
        "# A\n? @bc @rg Why?\n> So.\n",
        "\nWhy?\n\nSo.\n",
        "\nCouncillor Crane asked Rhys Gale: Why?\n\nRhys Gale replied: So.\n",
    ),
    Case(
        "questions.public_asker",
        "not printed",
        "# A\n? [Joe Wild, 4 Weir Row] Why?\n",
        "Joe Wild asked: Why?",
        "\n\nWhy?",
    ),
    # resolutions
    Case("resolutions.opening", "RESOLVED -", TWO, "RESOLVED:\n", "RESOLVED -\n"),
    Case("resolutions.opening", "Resolved –", TWO, "RESOLVED:\n", "Resolved –\n"),
    Case("resolutions.opening", "", "# A\n! noted\n", "RESOLVED: That the", "\n\nThat the report"),
    Case(
        "resolutions.alone",
        "next line",
        "# A\n! noted\n",
        "RESOLVED: That the report be noted.",
        "RESOLVED:\n\nThat the report be noted.",
    ),
    Case("resolutions.joined", ", and", TWO, "That a be done; and\n", "That a be done, and\n"),
    Case("resolutions.joined", "full stops", TWO, "That a be done; and\n", "That a be done.\n"),
    Case("resolutions.parts", "capital", STEM, "1. welcomes it", "1. Welcomes it"),
    Case("resolutions.that", False, "# A\n! a be done\n", ": That a be done.", ": A be done."),
    Case("resolutions.marks", ["1)", "a)", "i)", "A)"], TWO, "1. That a", "1) That a"),
    Case("resolutions.marks", ["(1)", "a)", "i)", "A)"], TWO, "2. That b", "(2) That b"),
    Case("resolutions.marks", ["(a)", "i)", "1)", "A)"], TWO, "2. That b", "(b) That b"),
    Case(
        "resolutions.agreed",
        "Members decided {what}",
        "# A\n! agreed: to wait\n",
        "It was agreed to wait.",
        "Members decided to wait.",
    ),
    # numbers
    Case("headings.numbering", "each meeting", "# A\n", "64. A", "1. A", {"first_minute": "64"}),
    Case("headings.numbering", "none", "# A\n", "64. A", "\nA (Agenda", {"first_minute": "64"}),
    Case("headings.number", "{minute}", "# A\n", "77/21. A", "77/21 A", {"first_minute": "77/21"}),
    Case("headings.suffix", "", "# A\n", "A (Agenda Item 1)", "\nA\n"),
    Case("headings.suffix", "({part})", "# A\n", "A (Agenda Item 1)", "A (Part I)"),
    Case("headings.capitals", False, "# Trees\n", "\nTREES (", "\nTrees ("),
    Case("headings.paragraph_numbers", "each paragraph", QA, "\nWhy?\n", "\n1.2 Why?\n"),
    Case("headings.subheading_mark", "{i})", "# A\n## Cost\n", "\nCost\n", "\ni) Cost\n"),
    Case("headings.subheadings", "run in", "# A\n## Cost\nIt rose.\n", "Cost\n\nIt", "Cost: It"),
    # times, dates, words
    Case("when.time", "7.30pm", "# A\n", "at 7.00 pm", "at 7.00pm"),
    Case("when.time", "19:30", "# A\n", "at 7.00 pm", "at 19:00"),
    Case("when.time", "7.30 p.m.", "# A\n", "at 7.00 pm", "at 7.00 p.m."),
    Case("when.title_date", "Tuesday 18 February 2020", "", "\n3 March", "\nTuesday 3 March 2026"),
    Case("when.title_date", "18th February 2020", "", "\n3 March", "\n3rd March 2026"),
    Case("when.date", "18th February 2020", MINUTES, "on 6 January", "on 6th January"),
    Case(
        "parts.numeral", "1", "# Part I business\n", "marked as Part I and", "marked as Part 1 and"
    ),
    Case(
        "names.chair",
        "Chair",
        "# A\n@chair spoke.\n",
        "The Chairman spoke",
        "The Chair spoke",
        {"members": "Ben Crane"},
    ),
    Case("names.councillor", "Cllr", OUT, "Councillor Crane left", "Cllr Crane left"),
    Case("names.in_text", "full name", OUT, "Councillor Crane", "Councillor Ben Crane"),
    Case(
        "names.councillor_before",
        "each name",
        "# A\n~ out Crane, Dunn\n",
        "Councillors Crane and Dunn left",
        "Councillor Crane and Councillor Dunn left",
    ),
    Case(
        "names.councillor_before",
        "each name",
        "",
        "  Councillors\n  Ada Bright",
        "  Councillor Ada Bright",
    ),
    Case(
        "presence.during_item",
        "never",
        OUT,
        "item, Councillor Crane left",
        "\nCouncillor Crane left",
    ),
    Case(
        "presence.during_item",
        "departures",
        OUT,
        "item, Councillor Crane ret",
        "\nCouncillor Crane returned",
    ),
    # actions
    Case(
        "actions.printed", "draft only", ACTION, "mend the gate", "(Agenda Item 1)\n\nThe meeting"
    ),
    Case(
        "actions.printed",
        "table",
        ACTION,
        "Action: Rhys Gale: mend",
        "1 | Mend the gate | Rhys Gale | 1 May 2026",
    ),
    Case("actions.detail", "owner", ACTION, "gate (by 1 May 2026)", "gate.\n"),
    # how an item was taken, and questions as published
    Case(
        "headings.taken",
        "Item out of order.",
        "# A (9, taken after 5)\n",
        "\nThis item was taken after agenda item 5.\n",
        "\nItem out of order.\n",
    ),
    Case(
        "headings.together",
        "Taken with [{agenda}][{agendas}].",
        "# A (7, with 8 and 9)\n",
        "\nThis item was considered together with agenda items 8 and 9.\n",
        "\nTaken with 8 and 9.\n",
    ),
    Case("questions.published", "{text}", "# A\n? (3) Why?\n", "Question 3: Why?", "\nWhy?\n"),
    # attendance and the rest
    Case(
        "attendance.footnote",
        "* Denotes attendance",
        "",
        "Also Present",
        "* Denotes attendance",
        {"also_present": "Joe Wild"},
    ),
    Case(
        "attendance.substitute_word",
        "substitute for {member}",
        "",
        "  Lou Marsh\n",
        "Lou Marsh (substitute for Councillor Fenn)",
        {"apologies": "Kit Fenn (substitute Lou Marsh)"},
    ),
    Case("attendance.council_short", "WBC", "", "LBH Officers", "WBC Officers"),
    Case(
        "document.footer",
        "Not a verbatim record.",
        "",
        "\nThese are the minutes",
        "\nNot a verbatim record.\n",
    ),
    Case("document.draft_header", "UNCONFIRMED", "", "DRAFT\n", "UNCONFIRMED\n"),
    Case(
        "title_block.body_capitals", False, "", "PARKS AND PATHS", "\nParks and Paths Committee\n"
    ),
    Case("closing.signature", True, "", "minutes", "Chairman ______"),
    Case(
        "closing.closed", "The meeting ended at {close}.", "", "commenced at", "ended at 8.35 pm."
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.setting}={case.value}")
def test_both_sides(case: Case, meeting_of, styled) -> None:
    meeting = meeting_of(case.lines, **case.head)
    by_default = document_text(compose(meeting, styled()))
    otherwise = document_text(compose(meeting, styled({case.setting: case.value})))
    assert case.default in by_default
    assert case.other in otherwise
    assert case.other not in by_default


def test_an_attendance_with_asterisks(meeting_of, styled) -> None:
    section = {
        "heading": "Membership:",
        "who": ["members"],
        "state": ["present", "apologies", "absent"],
        "entry": "[{mark} ]{name}[ - {state}]",
    }
    settings = {"attendance.sections": [section]}
    text = document_text(compose(meeting_of(absent="Ravi Dale"), styled(settings)))
    assert "  * Dev Ellery - present\n  Ravi Dale - absent\n" in text.replace("Councillor ", "")
