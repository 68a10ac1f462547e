"""What is drawn when: a key at once, and what can wait after it."""

from __future__ import annotations

from desk import desk
from waiting import until

from minute_taker.screens.parts import prompt


async def test_what_is_to_come_after_a_change_comes_when_the_change_is_drawn(tmp_path, monkeypatch):
    async with desk(tmp_path) as at:
        told = []
        display = at.app._display

        def shown(screen, renderable):
            told.append("drawn")
            display(screen, renderable)

        monkeypatch.setattr(at.app, "_display", shown)
        at.screen.say("Something new")
        at.screen.call_when_drawn(told.append, "then")
        await at.settle()
        assert told[:2] == ["drawn", "then"]
        assert told.count("then") == 1


async def test_it_comes_as_well_where_nothing_has_changed(tmp_path):
    async with desk(tmp_path) as at:
        told = []
        at.screen.call_when_drawn(told.append, "then")
        await until(lambda: told)
        await at.settle()
        assert told == ["then"]


async def test_a_key_is_not_kept_waiting_because_something_was_drawn_before_it(
    tmp_path, monkeypatch
):
    waits = []

    async def asked(seconds):
        waits.append(seconds)

    monkeypatch.setattr(prompt, "sleep", asked)
    async with desk(tmp_path) as at:
        for number in range(20):
            at.screen.say(f"{number}")
            await at.press("x")
        assert waits
        # A sixtieth of a second is what Textual would let pass, or twice as much.
        assert max(waits) < 0.005
