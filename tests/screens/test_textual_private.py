"""What is used of Textual beyond its public names is still there."""

from __future__ import annotations

import pytest
from textual.app import App

from minute_taker.screens.parts.textual_private import NAMES


@pytest.mark.parametrize(("owner", "name"), NAMES, ids=lambda each: getattr(each, "__name__", each))
async def test_it_is_there(owner: type, name: str) -> None:
    holder = owner() if owner is App else owner
    assert hasattr(holder, name)


def test_the_decoder_of_the_keyboard_can_be_replaced() -> None:
    linux_driver = pytest.importorskip("textual.drivers.linux_driver")
    assert callable(linux_driver.getincrementaldecoder)
