"""Each form of the capture language, from the sign to the sentence on the page.

A row is what is typed under a heading, and what the council minutes style prints for it. The
first words of a row that ends in … are enough where the rest is the law's own wording.
"""

from __future__ import annotations

from typing import get_args

import pytest

from minute_taker.capture.language import parse
from minute_taker.capture.procedure_facts import VERBS
from minute_taker.capture.signs import SIGNS
from minute_taker.composing.plain_text import block_text
from minute_taker.minutes.facts import AnyFact

LEAD_IN = "The Committee asked a number of questions, including:"
ONE = "The Committee asked the following question:"

SIGNS_TYPED = [
    ("Officers introduced the report.", ["Officers introduced the report."]),
    ("Text.\n  It goes on.", ["Text.", "It goes on."]),
    (r"\# 1 priority", ["# 1 priority"]),
    ("The budget was £??.", ["The budget was £??."]),
    ("@bc and @rg spoke to @members.",
     ["Councillor Crane and Rhys Gale (Head of Parks) spoke to Members."]),
    ("? What was the budget?", [ONE, "What was the budget?"]),
    ("Members wondered:\n? @bc @rg Why?", ["Members wondered:", "Why?"]),
    ("? Why?\n?+ And when?", [LEAD_IN, "Why?", "Supplementary question: And when?"]),
    ("? [Joe Wild, 4 Weir Row] @rg Why?", ["Joe Wild asked Rhys Gale: Why?"]),
    ("? (3) [Joe Wild, 4 Weir Row] Why?", ["Question 3: Joe Wild asked: Why?"]),
    ("? Why?\n> @rg So.\n> And so.\n  - a\n  - b",
     [ONE, "Why?", "So.", "And so.", "• a", "• b"]),
    (">+ @rg: It would be sent (by 1 May 2026)", ["It would be sent (by 1 May 2026)."]),
    (">+ @rg: It would be sent [done]", ["It would be sent."]),
    ("! That the report be noted", ["RESOLVED: That the report be noted."]),
    ("! the gate be mended;\n! To thank staff", [
        "RESOLVED:", "1. That the gate be mended; and", "2. To thank staff."]),
    ("! That the Committee:\n  ! Notes it\n    ! in part\n    ! in full\n  ! agrees", [
        "RESOLVED: That the Committee:", "1. notes it:", "a) in part; and", "b) in full; and",
        "2. agrees."]),
    ("! Notes the report", ["RESOLVED: Notes the report."]),
    ("! That it be kept:\n  - for a year\n  - in ink", [
        "RESOLVED: That it be kept:", "• for a year; and", "• in ink."]),
    ("- one\n- two", ["• one", "• two"]),
    ("+ Rhys Gale: mend it (by 1 May 2026)", ["Action: Rhys Gale: mend it (by 1 May 2026)."]),
    ("+ mend it", ["Action: mend it."]),
    ("## Discussion\nText.", ["Discussion", "Text."]),
    ("#: Recommendation: Approval", ["Recommendation: Approval"]),
    ("* Post-meeting note: it was £1.2m.", ["Post-meeting note: it was £1.2m."]),
    ("| Member | Reserve\n| Crane | Dunn", ["Member | Reserve\nCrane | Dunn"]),
]  # fmt: skip

VERBS_TYPED = [
    ("~ instead: All who were expected came", ["All who were expected came"]),
    ("~ instead None had been sent.", ["None had been sent."]),
    ("! instead: that it be let", ["RESOLVED: That it be let."]),
    ("~ out Crane", ["During this item, Councillor Crane left the meeting."]),
    ("~ out Crane 7.42 pm", ["During this item, Councillor Crane left the meeting at 7.42 pm."]),
    ("~ out Crane at ??", ["During this item, Councillor Crane left the meeting at ??."]),
    ("~ out Crane and @cd noon",
     ["During this item, Councillors Crane and Dunn left the meeting at 12 noon."]),
    ("~ out Crane\n~ in Crane 7.50 pm", [
        "During this item, Councillor Crane left the meeting.",
        "During this item, Councillor Crane returned to the meeting at 7.50 pm."]),
    ("~ in Crane", ["During this item, Councillor Crane joined the meeting."]),
    ("~ late Crane 7.10 pm", ["During this item, Councillor Crane joined the meeting at 7.10 pm."]),
    ("~ out Crane (family emergency) 7.42 pm", [
        "During this item, Councillor Crane left the meeting at 7.42 pm (family emergency)."]),
    ("~ out Crane 7.42 pm: he was unwell.",
     ["During this item, Councillor Crane left the meeting at 7.42 pm: he was unwell."]),
    ("~ out Nobody", ["During this item, Councillor Nobody left the meeting."]),
    ("~ apologies Crane (Labour Lead)",
     ["Apologies were received from Councillor Crane (Labour Lead)."]),
    ("~ apologies Crane (substitute Ada Vale)",
     ["Apologies were received from Councillor Crane with Councillor Vale substituting."]),
    ("~ apologies Nobody (substitute Ada Vale)",
     ["Apologies were received from Councillor Nobody with Ada Vale substituting."]),
    ("~ chair Dunn 8.15 pm", ["Councillor Dunn took the chair at 8.15 pm."]),
    ("~ attending Sgt Bo Lee (Borough Police)", ["Sgt Bo Lee (Borough Police) was in attendance."]),
    ("~ attending Bo Lee, Al Orr", ["Bo Lee and Al Orr were in attendance."]),
    (
        "~ attending Bo Lee (Police) and Al Orr (Parks and Paths)",
        ["Bo Lee (Police) and Al Orr (Parks and Paths) were in attendance."],
    ),
    ("~ attending Bo Lee, MBE", ["Bo Lee, MBE was in attendance."]),
    ("~ interest Crane 6: he was a governor (left)", [
        "Councillor Crane declared an interest in agenda item 6 as he was a governor. "
        "Councillor Crane left the room during the discussion."]),
    ("~ interest Crane non-pecuniary: a friend (stayed)", [
        "Councillor Crane declared a non-pecuniary interest as a friend. "
        "Councillor Crane remained in the meeting and took part in the discussion."]),
    ("~ interest Crane 6 and 8 pecuniary (left, no vote)", [
        "Councillor Crane declared a pecuniary interest in agenda items 6 and 8. "
        "Councillor Crane left the room during the discussion and did not vote."]),
    ("~ adjourned 7.52 pm for a break", ["The Committee adjourned at 7.52 pm for a break."]),
    ("~ adjourned to 5 May 2026", ["The Committee adjourned to 5 May 2026."]),
    ("~ adjourned 7.52 pm\n~ resumed 8.08 pm",
     ["The Committee adjourned at 7.52 pm and reconvened at 8.08 pm."]),
    ("~ resumed 8.08 pm", ["The Committee reconvened at 8.08 pm."]),
    ("~ deferred", ["The item was deferred."]),
    ("~ deferred to 5 May 2026", ["The item was deferred to 5 May 2026."]),
    ("~ readmit", ["The press and public were readmitted to the meeting."]),
    ("~ readmit the public 9.02 pm",
     ["The press and public were readmitted to the meeting at 9.02 pm."]),
    ("~ exclude\n# Lease (9, Part II, 3)", [
        "RESOLVED: That the press and public be excluded from the meeting …",
        "• Agenda Item 9: Lease (paragraph 3: …", "LEASE (Agenda Item 9)",
        "This item was considered in private …"]),
    ("? @bc Why?\n~ read Crane",
     [ONE, "Why?", "The question was read out on behalf of Councillor Crane."]),
    ("? [Joe Wild, 4 Weir Row] Why?\n~ read @rg", [
        "Joe Wild asked: Why?",
        "Rhys Gale (Head of Parks) read out the question on behalf of Joe Wild."]),
    ("? Why?\n~ writing", [ONE, "Why?", "An answer would be provided in writing."]),
    ("? Why?\n~ writing @rg (by 1 May 2026) [done]",
     [ONE, "Why?", "An answer would be provided in writing."]),
    ("~ The Chairman thanked everybody.", ["The Chairman thanked everybody."]),
]  # fmt: skip

VOTE = "On being put to the vote, the motion was"
MOTIONS_TYPED = [
    ("% Crane / Dunn: That the gate be mended", [
        "It was moved by Councillor Crane, and seconded by Councillor Dunn, that the gate be "
        "mended."]),
    ("% Crane: That it be mended", ["It was moved by Councillor Crane that it be mended."]),
    ("% amend Crane: That it be painted", [
        "An amendment was moved by Councillor Crane that it be painted."]),
    ("% Crane: mend the gate", ["It was moved by Councillor Crane: mend the gate."]),
    ("% Crane / Dunn", ["The motion was moved by Councillor Crane, and seconded by Councillor "
                        "Dunn."]),
    ("% amend Crane / Dunn: That it be painted", [
        "An amendment was moved by Councillor Crane, and seconded by Councillor Dunn, that it be "
        "painted."]),
    ("% carried", [f"{VOTE} carried."]),
    ("% carried 3-1-0", [f"{VOTE} carried (3 for, 1 against, 0 abstained)."]),
    ("% lost 1-3", [f"{VOTE} lost (1 for, 3 against)."]),
    ("% carried 2-2-0 on the Chairman's casting vote", [
        f"{VOTE} carried (2 for, 2 against, 0 abstained) on the casting vote of the Chairman."]),
    ("~ chair Dunn\n% carried 2-2-0 casting vote", ["Councillor Dunn took the chair.",
        f"{VOTE} carried (2 for, 2 against, 0 abstained) on the casting vote of Councillor Dunn "
        "in the chair."]),
    ("~ chair Dunn\n% carried 2-2 casting vote\n! That it be mended", [
        "Councillor Dunn took the chair.",
        f"{VOTE} carried (2 for, 2 against) on the casting vote of Councillor Dunn in the chair "
        "and it was:", "RESOLVED: That it be mended."]),
    ("% lost 2-2 casting", [
        f"{VOTE} lost (2 for, 2 against) on the casting vote of the Chairman."]),
    ("% carried 2-2 casting vote\n! That it be mended", [
        f"{VOTE} carried (2 for, 2 against) on the casting vote of the Chairman and it was:",
        "RESOLVED: That it be mended."]),
    ("% withdrawn", ["The motion was withdrawn."]),
    ("% for Crane, Dunn", ["Voting for: Councillors Crane and Dunn."]),
    ("% against Crane", ["Voting against: Councillor Crane."]),
    ("% abstained @cd", ["Abstaining: Councillor Dunn."]),
    ("% carried 4-0-0\n! That it be mended", [
        f"{VOTE} carried (4 for, 0 against, 0 abstained) and it was:",
        "RESOLVED: That it be mended."]),
    ("% Crane / Dunn: That a\n% amend Dunn / Crane: That b\n% carried\n% lost", [
        "It was moved by Councillor Crane, and seconded by Councillor Dunn, that a.",
        "An amendment was moved by Councillor Dunn, and seconded by Councillor Crane, that b.",
        "On being put to the vote, the amendment was carried.",
        "On being put to the vote, the motion as amended was lost."]),
    ("% nominate Dunn by Crane / Bright", [
        "Councillor Dunn was nominated by Councillor Crane and seconded by Councillor Bright."]),
    ("% nominate Dunn as Vice-Chairman by Crane / Bright\n% carried", [
        "Councillor Dunn was nominated as Vice-Chairman by Councillor Crane and seconded by "
        "Councillor Bright.",
        "On being put to the vote, the nomination was carried. Councillor Dunn was elected as "
        "Vice-Chairman."]),
    ("% nominate Dunn for Mayor by Crane\n% nominate Crane for Mayor by Dunn\n"
     "% elected Crane 2, Dunn 2 on the casting vote", [
        "Councillor Dunn was nominated as Mayor by Councillor Crane.",
        "Councillor Crane was nominated as Mayor by Councillor Dunn.",
        "On being put to the vote, the votes cast were: Councillor Crane 2 and Councillor Dunn 2. "
        "Councillor Crane was elected as Mayor on the casting vote of the Chairman."]),
    ("% elected Dunn as Chairman unopposed",
     ["Councillor Dunn was elected as Chairman unopposed."]),
    ("% elected Dunn and Crane 3-1", [
        "Councillors Dunn and Crane were elected (3 for, 1 against)."]),
    ("% Crane / Dunn: That a\n% Dunn: That b\n% carried Crane 3, Dunn 2\n! That a", [
        "It was moved by Councillor Crane, and seconded by Councillor Dunn, that a.",
        "It was moved by Councillor Dunn that b.",
        "On being put to the vote, the votes cast were: the motion of Councillor Crane 3 and the "
        "motion of Councillor Dunn 2. The motion of Councillor Crane was carried.",
        "It was therefore:", "RESOLVED: That a."]),
    ("% : That a\n% : That b\n% carried Option A 3, Option B 2", [
        "It was moved and seconded that a.", "It was moved and seconded that b.",
        "On being put to the vote, the votes cast were: Option A 3 and Option B 2. Option A was "
        "carried."]),
    ("% by a show of hands", ["By a show of hands"]),
]  # fmt: skip

SHORT_FORMS = [
    ("! minutes 21 January 2026", [
        "RESOLVED: That the minutes of the meeting held on 21 January 2026 be approved as a "
        "correct record."]),
    ("! minutes 6 January 2026, 21 January 2026", [
        "RESOLVED: That the minutes of the meetings held on 6 January 2026 and 21 January 2026 "
        "be approved as correct records."]),
    ("! minutes 21 January 2026 subject to: page 2, “form” to read “from”", [
        "RESOLVED: That the minutes of the meeting held on 21 January 2026 be approved as a "
        "correct record, subject to the following: page 2, “form” to read “from”."]),
    ("! minutes ??", [
        "RESOLVED: That the minutes of the meeting held on ?? be approved as a correct record."]),
    ("! noted", ["RESOLVED: That the report be noted."]),
    ("! deferred", ["RESOLVED: That the item be deferred."]),
    ("! deferred to 5 May 2026", ["RESOLVED: That the item be deferred to 5 May 2026."]),
    ("! agreed: The visit would be in June", ["The visit would be in June."]),
    ("! agreed: that the gate be mended", ["It was agreed that the gate be mended."]),
    ("! agreed: to thank staff", ["It was agreed to thank staff."]),
]  # fmt: skip

HEADINGS = [
    ("# Waste Strategy (5)", ["WASTE STRATEGY (Agenda Item 5)"]),
    ("# Waste (5, urgent)", [
        "WASTE (Agenda Item 5)",
        "The Chairman had agreed that this item be considered as a matter of urgency."]),
    ("# Waste (7, with 8)", [
        "WASTE (Agenda Item 7)", "This item was considered together with agenda item 8."]),
    ("# Waste (9, taken first)", ["WASTE (Agenda Item 9)", "This item was taken first."]),
    ("# Waste (7, deferred to 5 May 2026)", [
        "WASTE (Agenda Item 7)", "The item was deferred to 5 May 2026."]),
    ("# Waste (5, Part II, 3)\nsecret", [
        "WASTE (Agenda Item 5)", "This item was considered in private …"]),
    ("#- Part One", ["PART ONE"]),
    ("# Apologies (1)", [
        "APOLOGIES (Agenda Item 1)", "There were no apologies for absence."]),
    ("# Declarations of interest (2)", [
        "DECLARATIONS OF INTEREST (Agenda Item 2)", "None."]),
    ("# Part I and Part II (3)", [
        "PART I AND PART II (Agenda Item 3)",
        "It was confirmed that all items were marked as Part I and would therefore be considered "
        "in public."]),
    ("# Minutes of the meeting held on 6 January 2026 (4)", [
        "MINUTES OF THE MEETING HELD ON 6 JANUARY 2026 (Agenda Item 4)",
        "RESOLVED: That the minutes of the meeting held on 6 January 2026 be approved as a "
        "correct record."]),
]  # fmt: skip

UNDER_A_HEADING = [*SIGNS_TYPED, *VERBS_TYPED, *MOTIONS_TYPED, *SHORT_FORMS]


def agrees(printed: list[str], wanted: list[str]) -> None:
    assert len(printed) == len(wanted), printed
    for text, told in zip(printed, wanted, strict=True):
        if told.endswith("…"):
            assert text.lower().startswith(told[:-1].rstrip().lower())
        else:
            assert text == told


@pytest.mark.parametrize(("typed", "printed"), UNDER_A_HEADING, ids=lambda row: str(row)[:40])
def test_a_line_is_printed_so(blocks_of, typed, printed) -> None:
    blocks = blocks_of(f"# Item (1)\n{typed}\n")
    agrees([block_text(block).strip() for block in blocks][1:], printed)


@pytest.mark.parametrize(("typed", "printed"), HEADINGS, ids=lambda row: str(row)[:40])
def test_a_heading_is_printed_so(said, typed, printed) -> None:
    agrees(said(f"{typed}\n"), printed)


def entries() -> list:
    typed = [typed for typed, _ in (*UNDER_A_HEADING, *HEADINGS)]
    return [parse(line) for lines in typed for line in lines.split("\n")]


def test_no_form_of_the_language_is_left_out() -> None:
    lines = [entry for entry in entries() if hasattr(entry, "kind")]
    seen = {type(entry.fact) for entry in lines}
    assert set(get_args(AnyFact)) <= seen
    verbs = {entry.text.split()[0] for entry in lines if entry.kind == "procedure"}
    assert set(VERBS) <= verbs
    kinds = {(entry.kind, entry.plus) for entry in lines}
    assert {(sign.kind, sign.plus) for sign in SIGNS if sign.kind is not None} <= kinds
    headings = {entry.heading for entry in entries() if hasattr(entry, "heading")}
    assert {sign.heading for sign in SIGNS if sign.kind is None} <= headings
