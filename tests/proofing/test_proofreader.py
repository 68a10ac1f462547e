"""The proofreader: exempt lines, what is left, and what is remembered."""

from __future__ import annotations

from msgspec.structs import replace
from proofed_notes import meeting_of

from minute_taker.composing.style import load_style
from minute_taker.minutes.changes import ChangeLine
from minute_taker.minutes.checking import Finding
from minute_taker.minutes.model import Left
from minute_taker.proofing import HouseWords, Proofreader, house_words_of, lexicon_for, proofread
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.proofreader import together

EXEMPT = "# Tenders (Part II, 3)\nThe quockerwodger was mended.\n"


def lexicon(meeting, **more):
    return lexicon_for(meeting, HouseWords(), **more)


def test_a_word_of_the_draft_is_known_on_exempt_lines_alone() -> None:
    meeting = replace(
        meeting_of("The quockerwodger was old.\n" + EXEMPT), own_words=("quockerwodger",)
    )
    (slip,) = proofread(meeting, lexicon(meeting))
    assert slip.line == 1


def test_what_is_left_is_not_said_again_until_its_words_change() -> None:
    meeting = meeting_of("The quockerwodger was old.")
    (slip,) = proofread(meeting, lexicon(meeting))
    left = replace(meeting, left=(Left(slip.line, slip.rule, slip.found),))
    assert proofread(left, lexicon(left)) == ()


def test_public_lines_are_never_held_against_exempt_ones() -> None:
    meeting = meeting_of(
        "The LLFA had written.\nThe Partnership had met.\n# Tenders (Part II, 3)\n"
        "The Lead Local Flood Authority (LLFA) spoke of Zibblethwaite and Zibblethwaite."
    )
    rules = {(slip.line, slip.rule) for slip in proofread(meeting, lexicon(meeting))}
    assert rules == {(1, "acronym-never-spelt-out")}


def test_reading_again_after_a_change_finds_what_reading_afresh_does() -> None:
    first = meeting_of("The budgte was old.\nThe LLFA spoke.\nThe roof is sound.")
    reader = Proofreader()
    reader.findings(first, lexicon(first))
    second = meeting_of("The budget was old.\nThe LLFA spoke.\nThe roof iss sound.\nTeh end came.")
    assert reader.findings(second, lexicon(second)) == proofread(second, lexicon(second))
    other = lexicon_for(second, house_words_of(load_style()), words=["iss"])
    assert reader.findings(second, other) == proofread(second, other)


def test_one_line_is_read_by_itself() -> None:
    meeting = meeting_of("The roof was sound.\nThe lcoal roof is sound.")
    found = Proofreader().line_findings(meeting, lexicon(meeting), 2)
    assert [(slip.rule, slip.found, slip.place) for slip in found] == [
        ("spelling", "lcoal", (4, 9)),
        ("tense", "is", (15, 17)),
    ]


def test_what_both_rooms_say_is_said_once() -> None:
    fact = Finding("acronym-before-words", "LLFA is used before it is spelt out", 1, 2)
    slip = replace(fact, place=(4, 8), found="LLFA")
    other = Finding("gap", "a gap", 1, 3)
    assert together([fact, other], [slip]) == (other, slip)


def test_a_line_that_did_not_change_is_not_read_again(monkeypatch) -> None:
    read: list[int] = []
    first = Passage.__init__

    def counted(self, item, line):
        read.append(line.id)
        first(self, item, line)

    monkeypatch.setattr(Passage, "__init__", counted)
    meeting = meeting_of("\n".join(f"Bench {n} was sound." for n in range(300)))
    reader = Proofreader()
    reader.findings(meeting, lexicon(meeting))
    assert len(read) == 300
    line = replace(meeting.line(7), text="Bench 6 was painted.")
    changed, _ = ChangeLine(line).apply(meeting)
    reader.findings(changed, lexicon(changed))
    assert read[300:] == [7]
