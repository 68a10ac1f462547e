"""Shorthand and the glossary by keys: kept from the composer, offered grey, taken, never forced."""

from __future__ import annotations

from desk import desk, make_draft

from minute_taker.drafts.folders import minutes_folder
from minute_taker.drafts.register import Register
from minute_taker.screens.capture.shorthand import load_typing_aid

WORDS = "Special Educational Needs"


async def kept(at, words: str, short: str) -> None:
    """Keep a shorthand in one step from what is in the composer."""
    await at.type(f"\\{words}")
    await at.press("shift+home", "ctrl+b")
    await at.type(f"{short}\r")
    await at.press("end")


async def emptied(at) -> None:
    await at.press("end", "ctrl+u", "backspace")
    assert at.screen.composer.empty


async def test_an_acronym_is_written_in_full_at_its_first_mention_only(tmp_path):
    async with desk(tmp_path) as at:
        await kept(at, WORDS, "SEND")
        assert at.said == "SEND is offered from now on; Tab takes it"
        await emptied(at)
        await at.type("\\The SEND")
        assert f"The SEND → {WORDS} (SEND)" in at.text
        assert at.screen.composer.text == "The SEND"
        await at.press("right")
        assert at.screen.composer.text == f"The {WORDS} (SEND)"
        await at.enter(" code was read.")
        await at.type("\\Was SEND")
        assert "→" not in at.text
        await at.type(f" for all? {WORDS}")
        assert f"{WORDS} → SEND  (mentioned before)" in at.text
        await at.press("tab", "enter")
        assert at.last.text == "Was SEND for all? SEND"


async def test_words_of_the_glossary_get_their_acronym_at_the_first_mention(tmp_path):
    async with desk(tmp_path) as at:
        await kept(at, WORDS, "SEND")
        await at.press("enter")
        await at.type(f"\\The {WORDS.lower()}")
        await at.press("tab")
        assert at.screen.composer.text == f"The {WORDS.lower()} (SEND)"


async def test_an_acronym_that_is_typed_on_is_not_forced(tmp_path):
    async with desk(tmp_path) as at:
        await kept(at, WORDS, "SEND")
        await emptied(at)
        await at.enter("\\The SEND code was read.")
        assert at.last.text == "The SEND code was read."


async def test_shorthand_is_kept_in_the_register_for_every_draft(tmp_path):
    folder = minutes_folder(tmp_path / "minutes")
    async with desk(tmp_path) as at:
        await kept(at, "Committee", "cttee")
        assert [each.short for each in Register(folder.root).contents.shorthand] == ["cttee"]
    path = make_draft(folder, "committee: Another\ndate: 4 May 2020\n\n# One\n")
    async with desk(tmp_path, path=path) as at:
        load_typing_aid(at.screen)
        await at.type("The cttee")
        assert "The cttee → Committee" in at.text
        await at.press("tab")
        await at.enter(" met.")
        assert at.last.text == "The Committee met."
