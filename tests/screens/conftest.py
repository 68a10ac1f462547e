"""A bare app in which one screen is tried by its keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from desk import key_of
from draft_shelf import fill
from textual import events
from textual.app import App
from textual.message import Message
from textual.pilot import Pilot
from textual.screen import Screen

from minute_taker.drafts.folders import MinutesFolder, minutes_folder
from minute_taker.screens.parts.key_queue import KeyQueueApp
from minute_taker.screens.parts.themes import THEMES, theme_defaults


class HostApp(KeyQueueApp[None]):
    """Shows one screen in a theme of ours; keeps what the screen tells the app."""

    def __init__(self, make: Callable[[], Screen], theme: str = "dark") -> None:
        super().__init__()
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self._make = make
        self.messages: list[Message] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_defaults()

    def on_mount(self) -> None:
        self.push_screen(self._make())

    def on_drafts_screen_draft_chosen(self, message: Message) -> None:
        self.messages.append(message)


def screen_text(app: App[object]) -> str:
    """What stands on the screen now, as lines of text."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def press(pilot: Pilot[object], *keys: str) -> None:
    """Press keys; a word of several letters that is no key's name is typed, all at once."""
    for key in keys:
        if len(key) == 1 or key.split("+")[-1] in _KEY_NAMES:
            await pilot.press(key)
        else:
            for character in key:
                pilot.app.post_message(events.Key(*key_of(character)))
            await pilot.pause()
    await pilot.pause()


_KEY_NAMES = {
    "enter", "escape", "tab", "up", "down", "left", "right", "home", "end", "pageup", "pagedown",
    "delete", "backspace", "space", "slash", "question_mark",
    *(f"f{n}" for n in range(1, 13)), *"abcdefghijklmnopqrstuvwxyz",
}  # fmt: skip


class Look:
    """The pieces that a test of a screen needs, under one name."""

    HostApp = HostApp
    text = staticmethod(screen_text)
    press = staticmethod(press)


@pytest.fixture(autouse=True)
async def tasks_begin_as_in_the_program() -> None:
    """From Python 3.12 on the program's own loop begins each task at once; a test's must too."""
    if hasattr(asyncio, "eager_task_factory"):
        asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MinutesFolder:
    """An empty minutes folder."""
    monkeypatch.setenv("MINUTE_TAKER_STATE", str(tmp_path / "state"))
    return minutes_folder(tmp_path / "minutes")


@pytest.fixture
def filled(folder: MinutesFolder) -> MinutesFolder:
    """A minutes folder with three drafts."""
    fill(folder)
    return folder


@pytest.fixture
def look() -> type[Look]:
    return Look


@pytest.fixture(
    params=[(80, 24), (120, 36), (200, 50), (40, 10)], ids=lambda size: f"{size[0]}x{size[1]}"
)
def size(request: pytest.FixtureRequest) -> tuple[int, int]:
    return request.param


@pytest.fixture(params=[theme.name for theme in THEMES])
def theme(request: pytest.FixtureRequest) -> str:
    return request.param
