"""Slips marked under their lines, and what is done about them by keys."""

from __future__ import annotations

from desk import NOTES, Desk, desk
from rich.cells import cell_len
from waiting import until

from minute_taker.drafts.register import Register
from minute_taker.minutes.exempt import exempt_items
from minute_taker.screens.finding.findings_screen import FindingsScreen

HEAD = NOTES.replace("time: 7.00 pm\n", "time: 7.00 pm\nclosed: 9.00 pm\nvenue: Reading Room\n")
HEAD += "The list was read.\n"


async def read(at: Desk) -> None:
    """Wait until all that was typed has been proofed, and drawn."""
    await at.settle()
    await until(lambda: at.screen.slips.done)
    await at.settle()


async def the_list(at: Desk) -> FindingsScreen:
    await at.press("ctrl+k")
    screen = at.app.screen
    assert isinstance(screen, FindingsScreen)
    await until(lambda: not screen.query_one("#nothing").display or "Nothing was" in at.text)
    await at.settle()
    return screen


def under(at: Desk, words: str) -> str:
    """The row under the one with those words."""
    rows = at.text.split("\n")
    return rows[max(n for n, row in enumerate(rows) if words in row) + 1]


async def test_a_slip_is_marked_under_its_line_while_one_types_on(tmp_path, size, theme):
    async with desk(tmp_path, HEAD, size=size, theme=theme) as at:
        await read(at)
        await at.type("The lcoal roof is dry.\rHalf a sen")
        await read(at)
        assert at.screen.composer.text == "Half a sen"
        assert at.screen.composer.has_focus
        assert "^ spelling: lcoal → local" in under(at, "lcoal roof")
        assert {cell_len(row) for row in at.text.split("\n")} == {size[0]}
        if size[0] > 60:
            assert "^ tense: is → was" in under(at, "lcoal roof")


async def test_marks_follow_edits_and_undo(tmp_path):
    async with desk(tmp_path, HEAD) as at:
        await at.enter("The lcoal roof was dry.")
        await read(at)
        assert "^ spelling" in at.text
        await at.enter("s/lcoal/local/")
        await read(at)
        assert "^ " not in at.text
        await at.press("ctrl+z")
        await read(at)
        assert "^ spelling: lcoal → local" in under(at, "lcoal roof")
        await at.press("ctrl+z")
        await read(at)
        assert "lcoal" not in at.text


async def test_the_key_takes_what_is_meant_where_a_slip_is_marked(tmp_path):
    async with desk(tmp_path, HEAD) as at:
        await at.enter("The roof was dry.", "The lcoal raod was dry.")
        await read(at)
        await at.press("up")
        assert ". Mend" in at.text
        await at.press("full_stop")
        assert at.last.text == "The local raod was dry."
        assert at.said == "“lcoal” is “local” now; Ctrl+Z takes it back"
        await read(at)
        await at.press("full_stop")
        assert at.last.text == "The local road was dry."
        await at.press("ctrl+z")
        assert at.last.text == "The local raod was dry."
        # Where nothing is marked the key begins a line, as any other does.
        await at.press("up")
        assert "Mend" not in at.text
        await at.press("full_stop")
        assert at.screen.composer.text == "."


async def test_the_list_has_the_facts_first_and_then_the_slips_with_their_keys(tmp_path):
    async with desk(tmp_path, HEAD) as at:
        await at.enter("# The lcoal roof", "The raod cost £??.", "A quizzle is dry.", "! noted")
        screen = await the_list(at)
        rows = screen.query_one("FindingList").rows
        assert [row.finding.rule for row in rows][-4:] == ["spelling"] * 3 + ["tense"]
        assert "gap" in [row.finding.rule for row in rows[:-4]]
        await at.press("end", "up", "up", "up", "full_stop")
        await until(lambda: "“lcoal” is “local” now" in at.text)
        assert at.screen.draft.item.title == "The local roof"
        await until(lambda: len(screen.query_one("FindingList").rows) == len(rows) - 1)
        await at.press("i")
        await until(lambda: "“raod” stays as it is here" in at.text)
        await until(lambda: len(screen.query_one("FindingList").rows) == len(rows) - 2)
        await at.press("a")
        await until(lambda: "“quizzle” is one of our words" in at.text)
        assert [word.word for word in Register(at.screen.folder.root).contents.words] == ["quizzle"]
        await until(lambda: len(screen.query_one("FindingList").rows) == len(rows) - 3)
        await at.press("ctrl+z")
        await until(lambda: len(screen.query_one("FindingList").rows) == len(rows) - 2)
        await at.press("escape")
        await read(at)
        assert "raod →" in at.text
        assert "quizzle →" not in at.text


async def test_an_exempt_word_is_kept_in_the_draft_alone(tmp_path):
    async with desk(tmp_path, HEAD) as at:
        await at.enter("# Tenders (Prat II; 3)", "The quizzlewod was dry.")
        assert at.screen.draft.item.id in exempt_items(at.meeting)
        screen = await the_list(at)
        await at.press("end", "a")
        await until(lambda: "kept in this draft alone, as the line is exempt" in at.text)
        assert at.meeting.own_words == ("quizzlewod",)
        await until(
            lambda: "spelling" not in [r.finding.rule for r in screen.query_one("FindingList").rows]
        )
        at.stored().close()
        files = [path for path in at.screen.folder.root.rglob("*") if path.is_file()]
        holding = [path for path in files if b"quizzlewod" in path.read_bytes()]
        assert at.path in holding
        assert [path for path in holding if at.path.stem not in str(path)] == []


async def test_keys_of_ones_own_are_named_and_work(tmp_path):
    async with desk(tmp_path, HEAD, keys={"finding.leave": "f9", "capture.undo": "f11"}) as at:
        await at.enter("The raod was dry.")
        await the_list(at)
        await at.press("end", "f9")
        await until(lambda: "stays as it is here; F11 takes it back" in at.text)
        assert at.meeting.left


async def test_what_the_palette_does_is_about_the_line_last_taken_down(tmp_path):
    async with desk(tmp_path, HEAD) as at:
        await at.enter("The raod was dry.")
        await read(at)
        await at.screen.run_action("command('capture.take-slip')")
        assert at.last.text == "The road was dry."
        await read(at)
        await at.screen.run_action("command('capture.take-slip')")
        assert at.said.startswith("No slip is marked")


async def test_a_rule_that_fails_leaves_the_typing_alone(tmp_path, monkeypatch):
    import minute_taker.proofing.proofreader as room

    def fails(*_: object) -> None:
        raise ValueError("secret words")

    monkeypatch.setattr(room, "wrong_words", fails)
    async with desk(tmp_path, HEAD) as at:
        await until(lambda: "not proofed" in at.said)
        assert "secret" not in at.said
        await at.enter("It rained.")
        assert at.last.text == "It rained."


async def test_a_screen_that_goes_waits_for_no_reading(tmp_path):
    notes = HEAD + "".join(f"The lcoal bench {n} is dry, and the raod.\n" for n in range(400))
    async with desk(tmp_path, notes) as at:
        slips = at.screen.slips
        await until(lambda: slips.busy)
    assert not slips.done
