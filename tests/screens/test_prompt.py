"""What is drawn when: a key at once, and what can wait after it."""

from __future__ import annotations

import subprocess
import sys

from desk import desk
from waiting import until


async def test_what_is_to_come_after_a_change_comes_when_the_change_is_drawn(tmp_path, monkeypatch):
    async with desk(tmp_path) as at:
        told = []
        display = at.app._display

        def shown(screen, renderable):
            told.append("drawn")
            display(screen, renderable)

        monkeypatch.setattr(at.app, "_display", shown)
        at.screen.say("Something new")
        at.screen.when_drawn(told.append, "then")
        await at.settle()
        assert told[:2] == ["drawn", "then"]
        assert told.count("then") == 1


async def test_it_comes_as_well_where_nothing_has_changed(tmp_path):
    async with desk(tmp_path) as at:
        told = []
        at.screen.when_drawn(told.append, "then")
        await until(lambda: told)
        await at.settle()
        assert told == ["then"]


def test_a_key_is_not_kept_waiting_because_something_was_drawn_before_it(tmp_path):
    program = (
        "from pathlib import Path\n"
        "from minute_taker.screens.settings import Settings, apply_before_textual\n"
        "apply_before_textual(Settings())\n"
        "from textual import screen\n"
        "print(screen.UPDATE_PERIOD)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    # A sixtieth of a second is what Textual would let pass, or twice as much.
    assert float(told.stdout) < 0.005
