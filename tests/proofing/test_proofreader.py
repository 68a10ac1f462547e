"""The proofreader: exempt lines, what is left, and what is remembered."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from proofed_notes import meeting_of

from minute_taker.composing.style import load_style
from minute_taker.minutes.changes import ChangeLine
from minute_taker.minutes.checking import check
from minute_taker.minutes.model import Left
from minute_taker.proofing import HouseWords, Proofreader, house_words_of, lexicon_for, proofread
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.proofreader import together
from minute_taker.proofing.remedies import leaving

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


def test_what_both_rooms_say_is_said_once() -> None:
    meeting = meeting_of("Councillor Larkon spoke.")
    facts, slips = check(meeting), proofread(meeting, lexicon(meeting))
    assert [(each.rule, each.suggestions) for each in facts if each.place] == [
        ("name-spelt-two-ways", ("Larkin",))
    ]
    both = [each.found for each in together(facts, slips) if each.line == 1]
    assert both == ["Larkon"]


def test_titles_are_read_and_left_like_lines() -> None:
    meeting = meeting_of("The roof was sound.\n# The lcoal raod  (6)\nIt was dry.")
    first, second = proofread(meeting, lexicon(meeting))
    assert [(each.found, each.line, each.suggestions[0]) for each in (first, second)] == [
        ("lcoal", None, "local"),
        ("raod", None, "road"),
    ]
    assert meeting.item(first.item).title[slice(*first.place)] == "lcoal"
    left, _ = leaving(meeting, first).apply(meeting)
    assert proofread(left, lexicon(left)) == (second,)


def test_an_item_that_is_not_settled_is_as_exempt_as_one_that_is_marked() -> None:
    meeting = replace(
        meeting_of("The bench was old.\n# Tenders (Prat II; 3)\nThe quockerwodger was mended."),
        own_words=("quockerwodger",),
    )
    assert proofread(meeting, lexicon(meeting)) == ()


def test_what_stands_in_earlier_minutes_comes_first() -> None:
    meeting = meeting_of("The brige was old.")
    assert proofread(meeting, lexicon(meeting))[0].suggestions[0] == "beige"
    (slip,) = proofread(meeting, lexicon(meeting, earlier={"bridge": 12}))
    assert slip.suggestions[0] == "bridge"


def test_a_reading_that_is_broken_off_is_taken_up_where_it_was() -> None:
    meeting = meeting_of("\n".join(f"The lcoal bench {n} is sound." for n in range(40)))
    left = [25, 3, 1000]

    def pause() -> None:
        left[0] -= 1
        if not left[0]:
            left.pop(0)
            raise InterruptedError

    reader = Proofreader(pause)
    for _ in range(2):
        with pytest.raises(InterruptedError):
            reader.findings(meeting, lexicon(meeting))
    assert reader.findings(meeting, lexicon(meeting)) == proofread(meeting, lexicon(meeting))


def test_a_line_that_did_not_change_is_not_read_again(monkeypatch) -> None:
    read: list[int] = []
    first = Passage.__init__

    def counted(self, item, line, **more):
        read.append(line.id if line else 0)
        first(self, item, line, **more)

    monkeypatch.setattr(Passage, "__init__", counted)
    meeting = meeting_of("\n".join(f"Bench {n} was sound." for n in range(300)))
    reader = Proofreader()
    reader.findings(meeting, lexicon(meeting))
    assert len(read) == 301
    line = replace(meeting.line(7), text="Bench 6 was painted.")
    changed, _ = ChangeLine(line).apply(meeting)
    reader.findings(changed, lexicon(changed))
    assert read[301:] == [7]
