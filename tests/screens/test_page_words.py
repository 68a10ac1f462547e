"""Lines of data in the transcript as the page will word them, and what is not understood."""

from __future__ import annotations

import pytest
from desk import desk
from waiting import until

from minute_taker.composing.as_printed import as_printed
from minute_taker.composing.style import load_style
from minute_taker.minutes.model import Kind

NOTES = """\
committee: Rivers Board
date: 3 March 2020
time: 7.00 pm
members: Ines Calder (Chair), Tomas Reeve, Wanda Lisle
apologies: Ned Usher
officers: Ola Brandt (Engineer)

# Apologies for absence
# Declarations of interest
None.
# Weirs
The survey was read.
~ adjourned 7.50 pm for tea
~ resumed 8.00 pm
"""


async def test_a_line_of_data_shows_what_it_will_print_and_opens_as_it_was_typed(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await at.enter("~ out Reeve 8.10 pm")
        await at.shows("auto  During this item, Councillor Reeve left the meeting at 8.10 pm.")
        assert "out Reeve" not in at.text
        await at.press("up", "enter")
        assert at.composer == "~ out Reeve 8.10 pm"
        await at.press("end", *["backspace"] * 7)
        await at.type("8.20 pm to dine\r")
        await at.shows("Councillor Reeve left the meeting at 8.20 pm to dine.")
        assert at.last.text == "out Reeve 8.20 pm to dine"


async def test_what_is_said_in_the_sentence_above_says_so(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await at.shows("adjourned at 7.50 pm for tea and reconvened at 8.00 pm.")
        await at.shows("above resumed 8.00 pm")
        await at.press("up", "delete")
        await at.shows("adjourned at 7.50 pm for tea.")


async def test_the_sentence_of_an_opening_item_is_seen_and_own_words_say_that_they_are(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await at.shows("auto  Apologies were received from Councillor Usher.")
        await at.shows("own   None.")
        await at.enter("# Apologies for absence", "Apologies had been received from Ned Usher.")
        await at.shows("own   Apologies had been received from Ned Usher.")
        await until(lambda: "Apologies were received" not in at.text)


async def test_what_is_not_understood_is_marked_while_it_is_typed_and_in_the_transcript(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await at.type("~ vanished Reeve")
        assert "presence or procedure  not understood: a verb such as" in at.text
        await at.press("enter")
        await at.shows("vanished Reeve")
        await until(lambda: "not understood: a verb" in at.text.split(" text ──")[0])
        await at.press("up", "enter", "ctrl+u")
        await at.type("out Reeve")
        assert "not understood" not in at.text.split("editing")[0].splitlines()[-1]
        await at.press("enter")
        await at.shows("Councillor Reeve left the meeting")
        await until(lambda: "not understood" not in at.text)


async def test_a_name_that_nobody_has_is_marked_as_it_is_typed(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await at.type("~ out Ree")
        assert "nobody here" not in at.text
        await at.type("x")
        assert "nobody here is Reex" in at.text
        await at.press("ctrl+u", "ctrl+u")
        await at.type("? @zz ")
        assert "nobody here is @zz" in at.text


async def test_a_change_far_away_words_a_line_anew_without_moving_what_is_in_view(tmp_path):
    more = "".join(f"Line {n} of the survey.\n" for n in range(40))
    async with desk(tmp_path, NOTES + more, size=(120, 24)) as at:
        await at.enter("~ out Reeve 8.10 pm")
        await at.shows("Councillor Reeve left")
        person = next(p for p in at.meeting.attendance if p.name == "Tomas Reeve")
        from msgspec.structs import replace

        from minute_taker.minutes.changes import change_attendee

        renamed = change_attendee(at.meeting, replace(person, called="Tomas Reeve"))
        at.screen.act(lambda session: session.do(renamed))
        await at.shows("Councillor Tomas Reeve left")
        assert "Line 39" in at.text


async def test_found_words_are_marked_in_the_words_of_the_page(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await at.shows("and reconvened at 8.00 pm.")
        line = next(line for _, line in at.meeting.lines() if line.kind is Kind.PROCEDURE)
        start = line.text.index("for tea")
        at.screen.transcript.mark_found((line.id, start, start + len("for tea")))
        await at.shows("adjourned at 7.50 pm for tea and")


async def test_what_is_shown_is_what_the_page_says(tmp_path):
    lines = "~ late Lisle 7.20 pm\n% Reeve / Lisle: That it be mended\n% carried 3-0-0\n! noted\n"
    async with desk(tmp_path, NOTES + lines, size=(200, 50)) as at:
        await at.shows("RESOLVED: That the report be noted.")
        printed = as_printed(at.meeting, load_style())
        for sentences in (*printed.lines.values(), *printed.openings.values()):
            for sentence in sentences:
                assert sentence in " ".join(at.text.split())


async def test_the_composed_sentence_is_edited_in_place_and_becomes_the_clerks_own(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await at.enter("Begun here.")
        await at.shows("auto  Apologies were received from Councillor Usher.")
        await at.type("Half a li")
        at.screen.screen.set_focus(at.screen.transcript)
        await at.press("home")
        assert at.screen.transcript.chosen is None
        await at.press("enter")
        assert at.screen.composer.text == "Apologies were received from Councillor Usher."
        assert "editing the sentence" in at.text
        await at.press("ctrl+u")
        await at.type("All but Ned Usher were there.\r")
        await at.shows("own   All but Ned Usher were there.")
        assert "Apologies were received" not in at.text
        assert at.composer == "Half a li"
        assert at.screen.draft.item.title == "Weirs"
        assert at.meeting.items[0].lines[0].text == "instead: All but Ned Usher were there."
        await at.press("enter", "ctrl+z", "ctrl+z")
        await at.shows("auto  Apologies were received from Councillor Usher.")


async def test_a_sentence_that_is_left_as_it_was_stays_composed(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await at.shows("auto  Apologies")
        before = at.meeting
        await at.press("up", "home", "enter", "enter")
        assert at.meeting is before
        await at.press("up", "home", "enter", "escape")
        assert at.meeting is before
        assert at.screen.composer.empty
        await at.enter("On we go.")
        assert at.last.text == "On we go."


VOTED = NOTES + "% Reeve / Lisle: That the weir be mended\n"


async def test_a_resolution_in_other_words_after_a_vote_is_asked_about(tmp_path):
    async with desk(tmp_path, VOTED, size=(120, 30)) as at:
        await at.enter("% carried 3-0-0", "! That three tenders be sought")
        await at.shows("Whose vote is it?")
        await at.press("f2")
        assert at.last.text == "instead: That three tenders be sought"
        await at.shows("RESOLVED: That three tenders be sought.")
        await at.enter("! That the Board meet again")
        assert "Whose vote" not in at.text


@pytest.mark.parametrize("typed", ["You may sit.", "Noted.", "> Yes."])
async def test_who_types_on_makes_it_a_decision_of_its_own_and_loses_nothing(tmp_path, typed):
    async with desk(tmp_path, VOTED, size=(120, 30)) as at:
        await at.enter("% carried 3-0-0", "! That three tenders be sought")
        await at.shows("Whose vote is it?")
        await at.enter(typed)
        assert [line.text for line in at.lines[-2:]] == [
            "That three tenders be sought", typed.removeprefix("> "),
        ]  # fmt: skip


@pytest.mark.parametrize("words", ["the weir be mended", "That the weir be mended by May"])
async def test_a_resolution_in_the_words_of_the_motion_is_not_asked_about(tmp_path, words):
    async with desk(tmp_path, VOTED, size=(120, 30)) as at:
        await at.enter("% carried 3-0-0", f"! {words}")
        await at.worded()
        assert "Whose vote" not in at.text


async def _edit_the_sentence(at) -> None:
    await at.shows("auto  Apologies were received from Councillor Usher.")
    await at.type("Half a li")
    at.screen.screen.set_focus(at.screen.transcript)
    await at.press("home", "enter")
    assert "editing the sentence" in at.text


async def test_many_paragraphs_in_the_place_of_a_sentence_stay_in_the_composer(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await _edit_the_sentence(at)
        before = at.meeting
        await at.paste("One of them.\n\nThe other.")
        for key in ("enter", "escape"):
            await at.press(key)
            assert at.screen.composer.text.endswith("One of them.\n\nThe other.")
            assert "A sentence is one paragraph" in at.said
            assert at.meeting is before
        at.screen.composer.select_all()
        await at.type("All were there.\r")
        assert at.composer == "Half a li"


async def test_a_sentence_is_not_parted_in_two(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await _edit_the_sentence(at)
        before, sentence = at.meeting, at.screen.composer.text
        await at.press("home", "ctrl+right", "ctrl+right", "ctrl+t")
        assert "A sentence is one paragraph" in at.said
        assert (at.meeting, at.screen.composer.text) == (before, sentence)


async def test_what_cannot_stand_in_the_place_of_a_sentence_waits_for_a_paste(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await _edit_the_sentence(at)
        await at.press("ctrl+u", "ctrl+u")
        await at.type("# Another item")
        await at.press("enter")
        assert at.composer == "# Another item"
        await at.press("escape")
        assert at.said == "The sentence stays as it was; Ctrl+V brings back what was typed"
        assert at.composer == "Half a li"
        assert at.app.clipboard == "# Another item"


async def test_what_waited_for_an_edited_sentence_comes_back_after_a_crash(tmp_path):
    async with desk(tmp_path, NOTES, size=(120, 30)) as at:
        await _edit_the_sentence(at)
        await at.press("end")
        await at.type(" Nobody else.")
        at.stored()
    async with desk(tmp_path, path=at.path, size=(120, 30)) as again:
        typed = "Apologies were received from Councillor Usher. Nobody else."
        assert again.screen.composer.text == f"{typed}\nHalf a li"
