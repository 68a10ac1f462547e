"""Pastes: one paragraph, many, enormous ones; nothing lost and nothing entered unseen."""

from __future__ import annotations

from desk import desk
from waiting import until

from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Kind
from minute_taker.minutes.text import LONGEST_LINE
from minute_taker.screens.finding.paste_screen import PasteScreen

MANY = "The service was described.\n\n? Who pays?\n> The Council.\n! That it be noted\n"


def looking(at):
    return isinstance(at.app.screen, PasteScreen)


async def test_one_paragraph_comes_in_clean(tmp_path):
    async with desk(tmp_path) as at:
        await at.paste("  The   budget\u00a0was\n")
        assert not looking(at)
        await at.paste("  £9,000 [sic]\t")
        await at.type("a year")
        await at.press("enter")
        assert at.last.text == "The budget was £9,000 [sic] a year"


async def test_a_sign_that_is_pasted_first_sets_the_kind(tmp_path):
    async with desk(tmp_path) as at:
        await at.enter(":go 3")
        await at.paste("? Who pays?")
        assert (at.kind, at.screen.composer.text) == ("question", "Who pays?")


async def test_many_paragraphs_are_looked_at_and_entered_as_one(tmp_path):
    async with desk(tmp_path) as at:
        before = at.notes
        await at.enter(":go 3")
        await at.paste(MANY)
        assert looking(at)
        assert "4 lines" in at.text
        assert "Who pays?" in at.text
        await at.press("enter")
        assert [line.kind for line in at.meeting.items[2].lines] == [
            Kind.TEXT,
            Kind.QUESTION,
            Kind.ANSWER,
            Kind.RESOLUTION,
        ]
        await at.press("ctrl+z")
        assert at.notes == before


async def test_escape_keeps_the_paste_in_the_composer(tmp_path):
    async with desk(tmp_path) as at:
        await at.paste(MANY)
        await at.press("escape")
        assert at.screen.composer.text.split() == MANY.split()
        assert len(at.meeting.items[1].lines) == 3
        await at.press("enter")
        assert looking(at)
        await at.press("enter")
        assert at.screen.composer.empty
        assert len(at.meeting.items[1].lines) == 7


async def test_a_paste_goes_in_at_the_cursor(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("Before after")
        await at.press(*["left"] * 5)
        await at.paste("one.\nTwo ")
        await at.press("enter")
        assert [line.text for line in at.lines] == ["Before one.", "Two after"]


async def test_undoing_a_paste_that_filled_the_composer(tmp_path):
    async with desk(tmp_path) as at:
        await at.paste("\n".join(f"Paragraph {n}." for n in range(40)))
        await at.press("escape", "ctrl+z")
        assert at.screen.composer.text == ""
        await at.type("Still here")
        assert at.composer.endswith("Still here")


async def test_four_hundred_kilobytes_in_one_paragraph_are_divided(tmp_path):
    async with desk(tmp_path) as at:
        words = "The library was open on some days and shut on others. " * 7_500
        await at.paste(words)
        assert looking(at)
        await at.press("enter")
        taken = [line.text for line in at.lines]
        assert " ".join(taken) == words.strip()
        assert max(map(len, taken)) <= LONGEST_LINE


async def test_four_hundred_kilobytes_of_lines(tmp_path):
    async with desk(tmp_path) as at:
        lines = [f"{n} was a year in which the library was open." for n in range(8_000)]
        await at.paste("\n\n".join(lines))
        await at.press("enter")
        assert [line.text for line in at.lines] == lines
        await at.press("ctrl+z")
        assert at.lines == ()


async def test_control_characters_are_left_out_and_said(tmp_path):
    async with desk(tmp_path) as at:
        await at.paste("Be\x07fore\x1b[31m after")
        assert at.screen.composer.text == "Before[31m after"
        assert at.said == "Control characters were left out"


async def test_a_paste_into_an_edit_becomes_the_lines_after_it(tmp_path):
    async with desk(tmp_path) as at:
        before = at.notes
        await at.type("\\Begun meanwhile")
        await at.press("f9", "up", "enter", "home")
        assert at.screen.composer.text == "What would longer hours cost?"
        await at.press(*["right"] * 4)
        await at.paste(" hours.\n\n! noted\n# Not an item\nWhy? ")
        assert looking(at)
        assert "The first takes the place of line 2" in at.text
        told = " ".join(at.text.replace("│", " ").split())
        assert "One heading stays text, as no item begins inside another." in told
        await at.press("enter")
        assert [line.text for line in at.meeting.items[1].lines] == [
            "The report was introduced.", "What hours.", "noted", "# Not an item",
            "Why? would longer hours cost?", "About £9,000 a year.",
        ]  # fmt: skip
        line = at.meeting.line(2)
        assert (line.kind, line.speaker) == (Kind.QUESTION, "jp")
        assert at.screen.composer.text == "Begun meanwhile"
        await at.press("ctrl+z", "ctrl+z")
        assert at.notes == before


async def test_a_paste_kept_in_an_edit_is_looked_at_again(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "enter", "end")
        await at.paste(" And\nmore.")
        await at.press("escape")
        assert at.screen.composer.text == "About £9,000 a year. And\nmore."
        await at.press("escape")
        assert looking(at)
        await at.press("enter")
        assert [line.text for line in at.meeting.items[1].lines][2:] == [
            "About £9,000 a year. And", "more."
        ]  # fmt: skip
        assert at.screen.composer.empty


async def test_what_is_typed_over_a_line_and_cannot_be_entered_is_not_thrown_away(tmp_path):
    async with desk(tmp_path) as at:
        await at.press("up", "enter", *["backspace"] * 60)
        await at.type("#Another item")
        await at.press("enter")
        assert "can't become a heading" in at.said
        await at.press("escape")
        assert "Ctrl+V brings back what was typed" in at.said
        await at.press("ctrl+v")
        assert at.composer == "# Another item"


async def test_a_paste_goes_on_with_what_is_begun_whatever_it_begins_with(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("\\# 1 priority ")
        await at.paste("was\nthis")
        await at.press("escape", "enter")
        assert looking(at)
        await at.press("enter")
        assert [line.text for line in at.lines] == ["# 1 priority was", "this"]
        assert [line.kind for line in at.lines] == [Kind.TEXT, Kind.ANSWER]
        await at.type(">")
        await at.paste("- a dash\n- a point")
        await at.press("enter")
        assert [(line.kind, line.text) for line in at.lines[2:]] == [
            (Kind.ANSWER, "- a dash"), (Kind.BULLET, "a point")
        ]  # fmt: skip


async def test_a_paste_without_brackets_is_typed(tmp_path):
    async with desk(tmp_path) as at:
        await at.type(MANY.replace("\n", "\r"))
        assert len(at.lines) == 4


async def test_a_paste_too_long_for_the_composer_waits_in_the_clipboard(tmp_path):
    async with desk(tmp_path) as at:
        await at.paste("One.\n" + "The library was open on some days. " * 3_000)
        await at.press("escape")
        assert at.screen.composer.text == ""
        assert "Ctrl+V" in at.said
        await at.press("ctrl+v")
        assert looking(at)
        await at.press("enter")
        assert len(at.lines) > 5


async def test_what_is_looked_at_is_kept_and_comes_back(tmp_path):
    async with desk(tmp_path) as at:
        await at.type("Half a line: ")
        await at.paste(MANY)
        assert looking(at)
        kept = at.app.capture.draft
        assert kept.flush(60)
        pending = DraftStore.open(at.path, read_only=True).pending
        assert pending.text.endswith(f"Half a line: {MANY}")
        at.path.with_name("as-left.json").write_bytes(at.path.read_bytes())
        await at.press("escape")
    async with desk(tmp_path, path=at.path.with_name("as-left.json")) as again:
        assert again.screen.composer.text.split() == f"Half a line: {MANY}".split()
        await again.press("enter")
        assert looking(again)
        await again.press("enter")
        assert [line.text for line in again.meeting.items[1].lines[-4:]] == [
            "Half a line: The service was described.",
            "Who pays?",
            "The Council.",
            "That it be noted",
        ]
        assert again.stored().pending.text == ""


async def test_a_paste_too_long_for_the_composer_is_kept_too_and_shown_again(tmp_path):
    long = "\n".join(f"Paragraph {n} of many." for n in range(LONGEST_LINE // 20))
    async with desk(tmp_path) as at:
        await at.paste(long)
        assert looking(at)
        assert at.app.capture.draft.flush(60)
        at.path.with_name("as-left.json").write_bytes(at.path.read_bytes())
        await at.press("escape")
    async with desk(tmp_path, path=at.path.with_name("as-left.json")) as again:
        await until(lambda: looking(again), lambda: again.text)
        assert again.app.capture.composer.text == ""
        await again.press("enter")
        assert again.last.text == f"Paragraph {LONGEST_LINE // 20 - 1} of many."
        assert again.stored().pending.text == ""
