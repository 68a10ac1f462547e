"""However fast keys come, they do what they do when each is waited for."""

from __future__ import annotations

import random
from pathlib import Path
from typing import NamedTuple

import pytest
from desk import EVERY_KIND, Desk, desk
from textual import events

#: Keys that go from pane to pane, change lines, type; and such as open a dialog.
_KEYS = [
    *["a", "b", "c", "space", "?", ">", "enter", "enter", "up", "up", "down", "down", "f9", "f9"],
    *["tab", "escape", "shift+up", "delete", "ctrl+z", "ctrl+y", "f2", "f3", "backspace"],
    *["home", "end", "pageup", "left", "n", "e", "2", "f1", "ctrl+f"],
]
_BY_HAND = [
    ["up", "enter", "tab", "s"],  # An edit that is opened takes what comes after.
    [*["up"] * 12, *["down"] * 12, "w", "enter"],
    ["f9", "enter", "pageup", "x"],
    ["up", "up", "delete", "delete", "ctrl+z", "b", "enter"],
    ["f9", "f9", "down", "enter", "h", "enter", "up", "shift+up", "escape"],
    ["f9", "f9", "n", "x", "escape", "y"],
    ["a", "f9", "b", "enter", "ctrl+z", "c", "enter"],
    ["?", "b", "f9", "up", "f4", "down", "c", "enter"],
]


class _Left(NamedTuple):
    """All that keys leave behind."""

    notes: str
    composer: str
    screen: str
    keys_go_to: str
    chosen: int | None
    saying: str


async def _left(at: Desk) -> _Left:
    for _ in range(12):
        await at.settle()
    await at.pilot.pause(0.1)
    await at.settle()
    top = at.app.screen
    transcript = at.screen.transcript
    keys_go_to = type(top.focused).__name__
    return _Left(at.notes, at.composer, type(top).__name__, keys_go_to, transcript.chosen, at.kind)


def _random_keys(seed: int) -> list[str]:
    chance = random.Random(seed)
    return [chance.choice(_KEYS) for _ in range(chance.randint(4, 14))]


@pytest.mark.parametrize(
    "keys", [*_BY_HAND, *(_random_keys(seed) for seed in range(4))], ids=" ".join
)
async def test_a_burst_does_what_the_same_keys_do_one_by_one(tmp_path: Path, keys: list[str]):
    async with desk(tmp_path / "slow", EVERY_KIND) as at:
        for key in keys:
            await at.hurry(key)
            await at.settle()
        one_by_one = await _left(at)
    async with desk(tmp_path / "fast", EVERY_KIND) as at:
        await at.hurry(*keys)
        assert await _left(at) == one_by_one


async def test_what_is_typed_while_the_transcript_has_the_keys_is_entered(tmp_path: Path):
    async with desk(tmp_path, EVERY_KIND) as at:
        await at.press("up", "up")
        for character in "Then it closed.":
            at.app.post_message(events.Key(character, character))
        at.app.post_message(events.Key("enter", "\r"))
        await _left(at)
        assert at.composer == ""
        assert [line.text for line in at.lines] == ["Then it closed."]


async def test_a_key_that_leaves_the_draft_comes_after_those_before_it(tmp_path: Path):
    async with desk(tmp_path, EVERY_KIND) as at:
        await at.hurry("up", "enter", "x", "escape", "y", "z", "ctrl+q")
        await at.pilot.pause(0.2)
        left = at.stored()
        assert left.pending is not None
        assert left.pending.text == "yz"
        assert left.meeting.line(16).text.endswith("x")
