"""What is used of Textual beyond its public names is still there."""

from __future__ import annotations

import inspect

import pytest
from textual.app import App
from textual.events import AppFocus

from minute_taker.screens.parts.textual_private import (
    FUNCTIONAL_NAMES,
    NAMES,
    SequenceReader,
    functional_key,
)


@pytest.mark.parametrize(("owner", "name"), NAMES, ids=lambda each: getattr(each, "__name__", each))
async def test_it_is_there(owner: type, name: str) -> None:
    holder = owner() if owner is App else owner
    assert hasattr(holder, name)


@pytest.mark.parametrize(
    "name",
    [
        "getincrementaldecoder",
        "XTermParser",
        "KITTY_REPORT_ALL_KEYS",
        "KITTY_REPORT_ASSOCIATED_TEXT",
        "KITTY_DISAMBIGUATE_ESCAPE_CODES",
    ],
)
def test_the_driver_takes_from_its_module_what_is_put_there(name: str) -> None:
    linux_driver = pytest.importorskip("textual.drivers.linux_driver")
    source = inspect.getsource(linux_driver.LinuxDriver)
    assert hasattr(linux_driver, name)
    assert name in source


def test_keys_have_their_names() -> None:
    assert functional_key("27u") == "escape"
    assert functional_key("1A") == "up"
    assert functional_key("57441u") == ""
    assert functional_key("97u") is None
    assert "f9" in FUNCTIONAL_NAMES


def test_textual_reads_whole_sequences() -> None:
    reader = SequenceReader()
    assert [key.key for key in reader.keys("\x1bOP")] == ["f1"]
    assert [key.character for key in reader.keys("£")] == ["£"]
    assert [key.key for key in reader.keys("a", alt=True)] == ["alt+a"]
    assert reader.keys("\x1b[999z") == []
    assert [type(each) for each in reader.messages("\x1b[I")] == [AppFocus]
