"""Every sign, verb, heading and command of the capture language, and what it becomes."""

from __future__ import annotations

import pytest
from capture_strategies import raw_lines
from hypothesis import assume, given
from hypothesis import strategies as st

from minute_taker.capture.entries import (
    AddPeople,
    Find,
    Heading,
    Indent,
    Join,
    Order,
    PartLine,
    Rename,
    Replace,
    SetValue,
    Show,
)
from minute_taker.capture.language import (
    SIGNS,
    BadCommand,
    Blank,
    ChangeKind,
    Delete,
    Edit,
    Entry,
    Go,
    ItemEntry,
    LineEntry,
    ListLines,
    Mend,
    Move,
    Redo,
    Save,
    Undo,
    format_item,
    format_line,
    parse,
)
from minute_taker.minutes.model import HeadingKind, Kind, Part
from minute_taker.minutes.text import clean


def line(raw: str) -> LineEntry:
    entry = parse(raw)
    assert isinstance(entry, LineEntry)
    return entry


def fact(raw: str) -> object:
    return line(raw).fact


@pytest.mark.parametrize(
    ("raw", "kind", "text"),
    [
        ("Officers introduced the report.", Kind.TEXT, "Officers introduced the report."),
        ("? Was it so?", Kind.QUESTION, "Was it so?"),
        ("?Was it so?", Kind.QUESTION, "Was it so?"),
        ("> It was.", Kind.ANSWER, "It was."),
        ("! That it be noted", Kind.RESOLUTION, "That it be noted"),
        ("- schools", Kind.BULLET, "schools"),
        ("+ find out", Kind.ACTION, "find out"),
        ("~ The bell was rung.", Kind.PROCEDURE, "The bell was rung."),
        ("% unanimously", Kind.MOTION, "unanimously"),
        ("## Discussion", Kind.SUBHEADING, "Discussion"),
        ("#: Recommendation: Approval", Kind.AGENDA, "Recommendation: Approval"),
        ("* Post-meeting note: none.", Kind.NOTE, "Post-meeting note: none."),
        ("| Member | Reserve", Kind.ROW, "Member | Reserve"),
        ("?? Members attended.", Kind.TEXT, "?? Members attended."),
        ("??", Kind.TEXT, "??"),
        ("^ an unknown sign", Kind.TEXT, "^ an unknown sign"),
        (":-) said the Member", Kind.TEXT, ":-) said the Member"),
        ("s/he was asked", Kind.TEXT, "s/he was asked"),
        (r"\# 1 priority", Kind.TEXT, "# 1 priority"),
        (r"\\server\share", Kind.TEXT, r"\server\share"),
        ("\\", Kind.TEXT, "\\"),
        ("  a \t b\u00a0\u00a0c  ", Kind.TEXT, "a b c"),
    ],
)
def test_the_sign_makes_the_kind(raw: str, kind: Kind, text: str) -> None:
    assert (line(raw).kind, line(raw).text) == (kind, text)


@pytest.mark.parametrize("sign", [sign for sign in SIGNS if sign.kind is not None])
def test_every_sign_of_the_table_is_read_in_its_example(sign: object) -> None:
    entry = line(sign.example)  # type: ignore[attr-defined]
    assert (entry.kind, entry.plus) == (sign.kind, sign.plus)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "raw", ["", "   ", "?", "> ", "!", "-", "+", "~", "%", "##", "#:", "*", "|"]
)
def test_a_sign_with_nothing_after_it_is_blank(raw: str) -> None:
    assert parse(raw) == Blank()


@pytest.mark.parametrize(
    ("raw", "depth"),
    [("! a", 0), (" ! a", 0), ("  ! a", 1), ("    - a", 2), ("      a", 3), ("\t- a", 1)],
)
def test_two_spaces_are_one_step_in(raw: str, depth: int) -> None:
    assert line(raw).depth == depth


def test_no_line_stands_deeper_than_three_steps() -> None:
    assert line(" " * 40 + "! a").depth == 3


@pytest.mark.parametrize(
    ("raw", "speaker", "addressee", "text"),
    [
        ("? @jp How?", "jp", "", "How?"),
        ("? @JP @rd How?", "jp", "rd", "How?"),
        ("> @members They agreed.", "members", "", "They agreed."),
        (">+ @rd: Costs would follow", "rd", "", "Costs would follow"),
        (
            "? [Ann Example, 3 High Street] @chair Why?",
            "[Ann Example, 3 High Street]",
            "chair",
            "Why?",
        ),
        ("? [sic] How?", "", "", "[sic] How?"),
        ("? @jp's question", "", "", "@jp's question"),
        ("? @jp", "", "", "@jp"),
        (r"? @jp \@rd was named", "jp", "", "@rd was named"),
        (r"? \@jp was named", "", "", "@jp was named"),
        ("@jp spoke", "", "", "@jp spoke"),
        ("- @jp spoke", "", "", "@jp spoke"),
    ],
)
def test_codes_at_the_head_say_who_speaks(
    raw: str, speaker: str, addressee: str, text: str
) -> None:
    entry = line(raw)
    assert (entry.speaker, entry.addressee, entry.text) == (speaker, addressee, text)


def test_a_plus_marks_supplementary_questions_and_promises() -> None:
    assert line("?+ And then?").plus
    assert line(">+ It would be sent").plus
    assert not line("? +5 or more?").plus


@pytest.mark.parametrize("raw", [r"! \noted", r"~ \out Chamdal", r"% \carried"])
def test_a_backslash_after_the_sign_makes_the_words_plain(raw: str) -> None:
    assert fact(raw) is None
    assert line(raw).text == raw[3:]
    assert format_line(line(raw)) == raw


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("# Waste", ItemEntry("Waste")),
        ("# Waste (5)", ItemEntry("Waste", agenda_number="5")),
        ("# Waste (Agenda Item 5a)", ItemEntry("Waste", agenda_number="5a")),
        ("# Waste (4.2)", ItemEntry("Waste", agenda_number="4.2")),
        (
            "# Waste (Part II, 3, urgent)",
            ItemEntry("Waste", part=Part.EXEMPT, exempt_paragraph="3", urgent=True),
        ),
        (
            "# Waste (urgent, part 2, 3 and 5, minute 70)",
            ItemEntry(
                "Waste",
                minute_number="70",
                part=Part.EXEMPT,
                exempt_paragraph="3 and 5",
                urgent=True,
            ),
        ),
        (
            "# Waste (5, Part II, 3)",
            ItemEntry("Waste", agenda_number="5", part=Part.EXEMPT, exempt_paragraph="3"),
        ),
        ("# Waste (5, Part I)", ItemEntry("Waste", agenda_number="5", said_public=True)),
        ("# Waste (minute 77/21)", ItemEntry("Waste", minute_number="77/21")),
        ("# Waste (7, with 8)", ItemEntry("Waste", agenda_number="7", together_with="8")),
        (
            "# Waste (7, with items 8, 9 and 10, urgent)",
            ItemEntry("Waste", agenda_number="7", together_with="8 and 9 and 10", urgent=True),
        ),
        ("# Waste (considered together with 8a)", ItemEntry("Waste", together_with="8a")),
        ("# Waste (9, taken first)", ItemEntry("Waste", agenda_number="9", taken="first")),
        (
            "# Waste (9, taken After agenda item 5)",
            ItemEntry("Waste", agenda_number="9", taken="after 5"),
        ),
        ("# Waste (taken out of order)", ItemEntry("Waste", taken="out of order")),
        ("# Waste (7, deferred)", ItemEntry("Waste", agenda_number="7", deferred="deferred")),
        (
            "# Waste (Deferred to 14 July 2026, 7)",
            ItemEntry("Waste", agenda_number="7", deferred="deferred to 14 July 2026"),
        ),
        ("# Waste (deferred to ??)", ItemEntry("Waste", deferred="deferred to ??")),
        ("# Waste (deferred to autumn)", ItemEntry("Waste (deferred to autumn)")),
        ("# Waste (with care)", ItemEntry("Waste (with care)")),
        ("# Waste (taken away)", ItemEntry("Waste (taken away)")),
        ("# Waste (2020)", ItemEntry("Waste (2020)")),
        ("# Waste (5, revised)", ItemEntry("Waste (5, revised)")),
        ("# Waste (5) again", ItemEntry("Waste (5) again")),
        ("# Waste (phase 2) (5)", ItemEntry("Waste (phase 2)", agenda_number="5")),
        (r"# Waste \(5)", ItemEntry("Waste (5)")),
        (r"# \Waste (5)", ItemEntry("Waste (5)")),
        ("#- Part One", ItemEntry("Part One", HeadingKind.UNNUMBERED)),
        ("#", ItemEntry("")),
        ("# (5)", ItemEntry("", agenda_number="5")),
    ],
)
def test_headings(raw: str, expected: ItemEntry) -> None:
    assert parse(raw) == expected
    assert parse(format_item(expected)) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (":undo", Undo()),
        (":REDO ", Redo()),
        (":edit 12 New text", Edit(12, "New text")),
        (":delete 12", Delete(12)),
        (":move 12 after 3", Move(12, 3)),
        (":kind 12 >", ChangeKind(12, ">")),
        (":kind 12 ?+", ChangeKind(12, "?+")),
        (":kind 12 answer", ChangeKind(12, ">")),
        (":kind 12 \\", ChangeKind(12, "")),
        (":go 5", Go("5")),
        (":go 5a", Go("5a")),
        (":lines", ListLines()),
        (":lines all", ListLines(everything=True)),
        (":save", Save()),
        (":indent 3 2", Indent(3, 2)),
        (":part 3 before It was", PartLine(3, "It was")),
        (":join 3", Join(3)),
        (":heading 5a Waste (Part II, 3)", Heading("5a", "Waste (Part II, 3)")),
        (":order 5 after 3", Order("5", "3")),
        (":set First  Minute: 77/21", SetValue("first minute", "77/21")),
        (":set closed:", SetValue("closed", "")),
        (
            ":add also present: Bo Ash (of Friends)",
            AddPeople("also present", "Bo Ash (of Friends)"),
        ),
        (":rename @wh to Wen Stag", Rename("@wh", "Wen Stag")),
        (":find the pond", Find("the pond")),
        (r":replace /a\/b/c/", Replace("a/b", "c")),
        (":gaps", Show("gaps")),
        (":agenda", Show("agenda")),
        (":people", Show("people")),
        (":help", Show("help")),
        ("s/Schoosl/Schools/", Mend("Schoosl", "Schools")),
        (r"s/a\/b/c/", Mend("a/b", "c")),
        ("s/ and//", Mend(" and", "")),
    ],
)
def test_commands(raw: str, expected: Entry) -> None:
    assert parse(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [":udno", ":edit 12", ":edit x y", ":delete", ":move 1 2", ":kind 1 #", ":undo 3", ":go",
     ":indent 3 4", ":part 3", ":set closed", ":add x", ":rename @wh", ":replace a b", ":order 5",
     ":qzx"],
)  # fmt: skip
def test_a_command_that_is_none_says_what_is_accepted(raw: str) -> None:
    entry = parse(raw)
    assert isinstance(entry, BadCommand)
    assert ":" in entry.why
    assert "\n" not in entry.why


def test_control_characters_are_counted_and_left_out() -> None:
    assert line("a\x00b\x1bc") == LineEntry(Kind.TEXT, "abc", controls=2)


@given(st.one_of(raw_lines, st.text()))
def test_any_text_is_read_without_an_error(raw: str) -> None:
    parse(raw)


@given(st.sampled_from(["", "?", ">", "!", "-", "+", "~", "%", "##", "*", "|"]), st.text())
def test_no_word_is_lost_behind_a_backslash(sign: str, raw: str) -> None:
    entry = parse(f"{sign} \\{raw}")
    assert not clean(raw).text or line(f"{sign} \\{raw}").text == clean(raw).text
    assert isinstance(entry, LineEntry)


@given(st.text())
def test_no_word_after_a_sign_is_lost(raw: str) -> None:
    words = clean(raw).text
    assume(not words.startswith("\\"))
    entry = parse(f"- {raw}")
    assert entry == (Blank() if not words else line(f"- {raw}"))
    assert not words or line(f"- {raw}").text == words


@pytest.mark.parametrize(
    ("raw", "number", "speaker", "text"),
    [
        ("? (3) @jp @rd Why?", "3", "jp", "Why?"),
        ("?+ (3A) Why?", "3a", "", "Why?"),
        ("? (Q12): [Joe Wild, 4 Weir Row] Why?", "12", "[Joe Wild, 4 Weir Row]", "Why?"),
        ("? (question 4) Why?", "4", "", "Why?"),
        ("? (3)", "", "", "(3)"),
        ("? (2020) was the year?", "", "", "(2020) was the year?"),
        ("? \\(3) Why?", "", "", "(3) Why?"),
        ("? 3 schools?", "", "", "3 schools?"),
    ],
)
def test_the_published_number_of_a_question(raw, number, speaker, text) -> None:
    entry = parse(raw)
    assert isinstance(entry, LineEntry)
    assert (entry.number, entry.speaker, entry.text) == (number, speaker, text)
    assert parse(format_line(entry)) == entry


@pytest.mark.parametrize(
    ("typed", "title", "number"),
    [
        ("# 1. Apologies for absence 1 - 8 (1)", "Apologies for absence", "1"),
        ("# 12) Budget monitoring (Pages 9 - 24)", "Budget monitoring", "12"),
        ("# 3a. Lease of the pavilion", "Lease of the pavilion", "3a"),
        ("# Clubs for ages 5 - 11 (6)", "Clubs for ages 5 - 11", "6"),
        ("# 20 mph zones", "20 mph zones", ""),
        ("# 1\\. Introduction (2)", "1. Introduction", "2"),
    ],
)
def test_the_number_and_pages_of_a_printed_agenda_are_no_part_of_a_title(typed, title, number):
    entry = parse(typed)
    assert isinstance(entry, ItemEntry)
    assert (entry.title, entry.agenda_number) == (title, number)
    assert parse(format_item(entry)) == entry


@pytest.mark.parametrize(
    "typed", ["-5 below", "~£3 each", "%50 off", "!2", "*5 stars", ">.5", "?$9"]
)
def test_a_sign_glued_to_a_figure_is_no_sign(typed) -> None:
    entry = parse(typed)
    assert isinstance(entry, LineEntry)
    assert (entry.kind, entry.text) == (Kind.TEXT, typed)
    assert parse(format_line(entry)) == entry
