"""Empty views and small terminals: the next step is said, and what is said can be read."""

from __future__ import annotations

from desk import EVERY_KIND, desk
from waiting import until

BARE = "committee: Libraries Committee\ndate: 3 March 2020\n"
SMALL = (40, 10)


def words(at) -> str:
    """What stands on the terminal, without frames and the breaks between rows."""
    frames = str.maketrans("│╭╮╰╯─▌▸", " " * 8)
    return " ".join(at.text.translate(frames).split())


async def test_the_preview_of_a_meeting_without_lines_says_what_to_do(tmp_path, theme):
    async with desk(tmp_path, BARE, size=(80, 24), theme=theme) as at:
        await at.press("f7")
        await at.shows("Nothing is taken down yet.")
        assert "F7 goes back" in words(at)
        assert "LIBRARIES COMMITTEE" in at.text
        await at.enter("#Opening hours", "The report was introduced.")
        await at.shows("The report was introduced.")
        assert "Nothing is taken down yet." not in at.text


async def test_words_that_no_action_has_are_said_to_be_nowhere(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=(80, 24)) as at:
        await at.enter(":actions")
        await at.shows("Actions and promises")
        await at.type("zq")
        await at.shows("Nothing has these words. Backspace takes letters back.")
        await at.press("backspace", "backspace")
        await at.shows("Actions and promises")
        assert "Nothing has these words" not in at.text


async def test_a_finding_is_read_in_full_in_a_small_terminal(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=SMALL) as at:
        await at.press("ctrl+k")
        await at.shows("the venue")
        await at.press("end")
        in_full = "Mina Okoro seconds a motion, but is not in the room"
        await until(lambda: in_full in words(at), lambda: at.text)
        assert "Enter Go there" in at.text


async def test_what_was_found_is_read_in_full_in_a_small_terminal(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=SMALL) as at:
        await at.enter(":find three libraries")
        in_full = (
            "spoke of the coming year, in which three libraries would be open on Sundays. Enter"
        )
        await until(lambda: in_full in words(at), lambda: at.text)
        await at.press("enter")
        await until(lambda: at.screen.transcript.chosen == 4)


async def test_the_path_of_a_document_is_read_in_full_in_a_small_terminal(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=SMALL) as at:
        await at.press("f6")
        await until(lambda: "Written to" in at.said)
        path = "exports/2020-03-03-libraries-committee-minutes-draft.docx"
        await until(lambda: path in words(at).replace("committee -minutes", "committee-minutes"))
        await at.press("escape")
        await at.shows("F1 Help")
        assert "Written to" not in at.text


async def test_a_name_that_nobody_bears_is_said_in_a_small_terminal(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=SMALL) as at:
        await at.press("f8")
        await at.shows("@jp")
        await at.press("slash", "z", "q")
        await at.shows("shows everybody again")
        await at.press("escape")
        await at.shows("@jp")


async def test_one_count_of_what_is_found_and_its_place_by_enter(tmp_path):
    async with desk(tmp_path, EVERY_KIND) as at:
        await at.enter("Hours of hours.", ":find hours")
        await at.shows("▸ item 2: Opening hours")
        assert "1 title and 2 lines found" in at.text
        assert at.said.startswith("1 title and 2 lines found")
        await at.press("enter")
        await until(lambda: at.screen.draft.item.title == "Opening hours")
        await until(lambda: at.screen.composer.has_focus)
        await at.enter(":agenda")
        await at.shows("▸ 1 Apologies for absence (0 lines)")
        await at.press("end", "enter")
        await until(lambda: at.screen.draft.item.title == "Work programme")


async def test_escape_and_another_view_bring_the_keys_back(tmp_path):
    async with desk(tmp_path, EVERY_KIND) as at:
        for away in ("escape", "f7"):
            await at.press("insert")
            await until(lambda: at.said.startswith("Choose a line first"))
            await at.press(away)
            await until(lambda: not at.said)
