"""How sentences, the help and the README name a key."""

from __future__ import annotations

import pytest

from minute_taker.screens.help.pages import own_bindings
from minute_taker.screens.parts.keys import spelled


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("ctrl+z", "Ctrl+Z"),
        ("shift+up", "Shift+Up"),
        ("escape", "Esc"),
        ("f9,ctrl+o", "F9"),
        ("slash", "/"),
        ("full_stop", "."),
        ("less_than_sign", "<"),
        ("ctrl+comma", "Ctrl+,"),
        ("plus", "+"),
        ("space", "Space"),
        ("pagedown", "PgDn"),
    ],
)
def test_a_key_is_named_as_it_stands_on_the_keyboard(key: str, named: str) -> None:
    assert spelled(key) == named


def test_no_key_of_ours_is_named_by_a_word_of_the_framework() -> None:
    assert not {id: keys for id, (keys, _) in own_bindings().items() if "_" in keys}
