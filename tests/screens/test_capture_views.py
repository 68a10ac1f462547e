"""What the screen shows: at every size, in every theme, found, previewed, without colour."""

from __future__ import annotations

from desk import EVERY_KIND, desk
from rich.cells import cell_len
from waiting import until

LETTERS = (
    ("Q", "Which of"),
    ("A", "That was"),
    ("R", "note the"),
    ("P", "Okoro left"),
    ("M", "moved by"),
    ("N", "Post-"),
)


async def test_every_row_fits_the_terminal(tmp_path, size, theme):
    async with desk(tmp_path, EVERY_KIND, size=size, theme=theme) as at:
        await at.enter("ℝ 日本語 " * 40, "x" * 500)
        rows = at.text.split("\n")
        assert len(rows) == size[1]
        assert {cell_len(row) for row in rows} == {size[0]}


async def test_no_cell_is_left_to_nobody_whatever_is_shown(tmp_path, size):
    async with desk(tmp_path, EVERY_KIND, size=size) as at:

        def all_covered():
            assert {cell_len(row) for row in at.text.split("\n")} == {size[0]}

        at.screen.say("a message of many words " * 12)
        await at.settle()
        all_covered()
        for keys in (("f9",), ("f9",), ("escape",), ("f7",), ("f9", "f9"), ("escape", "f7")):
            await at.press(*keys)
            all_covered()
        await at.pilot.resize_terminal(size[0] + 1, size[1])
        await at.pilot.resize_terminal(*size)
        await at.settle()
        all_covered()


async def test_a_long_line_is_seen_and_then_the_composer_is_small_again(tmp_path):
    async with desk(tmp_path, EVERY_KIND) as at:
        await at.type("word " * 120)
        assert at.screen.composer.size.height > 3
        await at.type("last.\rNext")
        await at.shows("│  17")
        await until(lambda: at.screen.composer.size.height == 3)
        assert at.screen.composer.text == "Next"
        assert "last." in at.text


async def test_at_40_by_10_the_last_lines_composer_and_safety_are_left(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=(40, 10)) as at:
        await at.enter("The last line.")
        await at.type("Being typed")
        rows = at.text.split("\n")
        assert "Sav" in rows[0]
        assert any("The last line." in row for row in rows)
        assert any("Being typed" in row for row in rows[-5:])


async def test_resizing_while_typing_loses_nothing_and_keeps_the_end_in_view(tmp_path):
    async with desk(tmp_path, EVERY_KIND) as at:
        for number, (width, height) in enumerate(((60, 20), (200, 50), (40, 10), (90, 28))):
            await at.type(f"word{number} ")
            await at.pilot.resize_terminal(width, height)
            await at.settle()
            assert "£1.2m." in at.text
        assert at.composer.endswith("word0 word1 word2 word3 ")


async def test_an_empty_meeting_says_what_to_do_first(tmp_path):
    async with desk(tmp_path, "") as at:
        assert "Nothing is taken down yet" in at.text
        await at.enter("#First item", "Something.")
        assert "Nothing is taken down yet" not in at.text


async def test_where_there_is_nothing_to_list_or_to_go_to_the_next_step_is_said(tmp_path):
    async with desk(tmp_path, "") as at:
        for typed, said in (
            (":agenda", "# and a title begins one"),
            (":people", ":add members: NAME"),
            (":gaps", "no gap is left"),
            (":actions", "+ takes one down"),
            (":decisions", "! takes a resolution down"),
            (":find quorum", "nowhere found; try fewer letters"),
            (":lines", "type the first line"),
        ):
            await at.enter(typed)
            assert said in at.said
        await at.press("f9")
        assert "# and a title begins an item" in at.said
        assert at.screen.composer.has_focus


async def test_an_agenda_without_lines_says_what_to_do_next(tmp_path, size):
    notes = "committee: Parks\n\n# Apologies\n# Bandstand\n"
    async with desk(tmp_path, notes, size=size) as at:
        if size[1] >= 16:
            assert "Nothing is taken down yet" in at.text
            assert "F9 goes to the agenda" in at.text
        await at.press("f9")
        assert at.screen.agenda.has_focus
        await at.press("enter")
        await at.enter("Something.")
        assert "Nothing is taken down yet" not in at.text
        assert "Something." in at.text


async def test_the_kind_is_a_letter_and_a_gap_its_marks_without_colour(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with desk(tmp_path, EVERY_KIND, size=(120, 44)) as at:
        await at.worded()
        for letter, words in LETTERS:
            row = next(row for row in at.text.split("\n") if words in row)
            assert f" {letter} " in row.split(words)[0]
        colours = {
            (colour.name, colour.triplet and len(set(colour.triplet)) == 1)
            for strip in at.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None and colour.triplet is not None
        }
        assert all(grey for _, grey in colours)


async def test_the_preview_shows_the_printed_words_at_the_line_under_work(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=(200, 50)) as at:
        await at.press("f7")
        await at.shows("RESOLVED")
        assert at.screen.transcript.display
        await at.enter("!That the hours be kept")
        await at.shows("That the hours be kept.")
        row = next(row for row in at.text.split("\n") if "That the hours be kept." in row)
        assert "> " in row.split("That the hours")[0]
        await at.press("f7")
        assert "RESOLVED" not in at.text


async def test_in_a_narrow_terminal_the_preview_takes_the_transcripts_place(tmp_path):
    async with desk(tmp_path, EVERY_KIND, size=(80, 24)) as at:
        await at.press("f7")
        await at.shows("It was moved by Councillor Peake")
        assert not at.screen.transcript.display
        await at.type("Typed on")
        assert at.composer.endswith("Typed on")
        await at.press("f7")
        assert at.screen.transcript.display


async def test_words_are_found_one_after_the_other_and_the_line_is_opened(tmp_path):
    async with desk(tmp_path, EVERY_KIND) as at:
        await at.press("ctrl+f")
        await at.type("open")
        await at.press("f2")
        assert "1 of 2" in at.text
        await at.press("enter")
        assert "2 of 2" in at.text
        await at.press("up", "f5")
        assert at.screen.composer.selected_text == "open"
        await at.type("shut")
        await at.press("enter")
        assert "three libraries would be shut" in at.notes


async def test_words_are_replaced_with_a_look_at_each(tmp_path):
    async with desk(tmp_path, EVERY_KIND) as at:
        await at.press("ctrl+f")
        await at.type("okoro\t")
        await at.type("Okafor")
        await at.press("ctrl+r")
        assert "~ out Okafor 7.42 pm" in at.notes
        assert "Peake / Okoro" in at.notes
        await at.press("ctrl+z", "f4")
        assert "Okoro" not in at.notes
        await at.press("escape", "ctrl+z")
        assert at.notes.count("Okoro") == 2


async def test_what_is_nowhere_is_said(tmp_path):
    async with desk(tmp_path, EVERY_KIND) as at:
        await at.press("ctrl+f")
        await at.type("[nowhere")
        assert "nowhere" in at.text
        assert "try fewer letters" in at.text
        await at.press("enter", "ctrl+r", "f4", "f5")
        assert at.screen.composer.has_focus


async def test_the_clock_and_how_long_the_meeting_has_gone_on(tmp_path):
    async with desk(tmp_path, size=(120, 30)) as at:
        assert "7.42 pm   0:42" in at.text.split("\n")[0]


async def test_keys_of_the_users_own(tmp_path):
    from minute_taker.drafts.folders import minutes_folder
    from minute_taker.screens.settings import read_settings

    folder = minutes_folder(tmp_path / "minutes")
    folder.root.mkdir()
    (folder.root / "settings.json").write_text('{"theme": "light", "keys": {"capture.find": "f7"}}')
    settings = read_settings(folder)
    assert (settings.theme, settings.keys) == ("light", {"capture.find": "f7"})
    (folder.root / "settings.json").write_text("{")
    assert "cannot be read" in read_settings(folder).wrong


async def test_the_document_is_written_beside_the_typing(tmp_path):
    async with desk(tmp_path, EVERY_KIND) as at:
        await at.press("f6")
        await at.type("Typed meanwhile")
        await until(lambda: list((tmp_path / "minutes" / "exports").glob("*.docx")))
        assert at.composer.endswith("Typed meanwhile")


def offered_first(at):
    """The name of what the palette does with Enter."""
    row = at.app.screen.query_one("PaletteList").row
    return row.name if row else ""


async def test_the_palette_leads_to_everything(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("ctrl+p")
        await at.type("resolution")
        await until(lambda: offered_first(at) == "Resolution", lambda: at.text)
        await at.press("enter")
        await until(lambda: at.kind == "resolution", lambda: at.kind)


async def test_another_theme_is_chosen_by_keys_and_stays(tmp_path):
    from minute_taker.drafts.folders import minutes_folder
    from minute_taker.screens.settings import read_settings

    async with desk(tmp_path) as at:
        assert at.app.theme == "dark"
        await at.press("ctrl+p")
        await at.type("theme light")
        await until(lambda: offered_first(at).startswith("Theme: light"), lambda: at.text)
        await at.press("enter")
        await until(lambda: at.app.theme == "light")
    assert read_settings(minutes_folder(tmp_path / "minutes")).theme == "light"


async def test_the_mouse_goes_to_an_item_and_does_what_a_key_in_the_bar_says(tmp_path):
    async with desk(tmp_path, size=(120, 30)) as at:
        await at.type("Half a")
        rows = at.text.split("\n")
        y = next(n for n, row in enumerate(rows) if "1 Apologies" in row.split("│")[0])
        await at.pilot.click(offset=(8, y))
        await at.settle()
        await at.pilot.click(offset=(8, y))
        await at.settle()
        assert at.screen.draft.item.title == "Apologies for absence"
        assert at.screen.composer.has_focus
        bar = at.text.split("\n")[-1]
        await at.pilot.click(offset=(bar.index("F8 People") + 4, 29))
        await at.shows("3 of 3 members present")
        await at.press("escape")
        assert at.composer == "Half a"
