"""No text on a screen steers the terminal, whatever widget draws it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from minute_taker.screens.parts import terminal_door
from minute_taker.screens.parts.terminal_door import keep_the_door

CONTROLS = [chr(code) for code in (*range(32), 127, *range(0x80, 0xA0))]


@pytest.fixture(autouse=True)
def door(monkeypatch):
    monkeypatch.setattr(Strip, "render", Strip.render)
    keep_the_door()


@pytest.mark.parametrize("style", [None, Style(bold=True)])
@given(text=st.text(st.one_of(st.sampled_from(CONTROLS), st.characters())))
def test_only_the_framework_sends_controls(style, text) -> None:
    sent = Strip([Segment(text, style)]).render(Console())

    words = sent.removeprefix("\x1b[1m").removesuffix("\x1b[0m")
    assert not set(words) & set(CONTROLS)
    assert "".join(c for c in text if c.isprintable()) == "".join(
        c for c in words if c.isprintable()
    )


def test_the_control_sends_them() -> None:
    strip = Strip([Segment("\x1b]0;title\x07", None)])
    # Another test of the same process may have put the door up for good.
    assert "\x1b]0;" in terminal_door._as_textual_does(strip, Console())
