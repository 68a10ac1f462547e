"""Expressions that wait are the same as those that do not."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from minute_taker.minutes import patterns
from minute_taker.minutes.patterns import compile_one, pattern

_DATE = r"(?P<day>\d+) (June|July)"


def test_an_expression_does_what_a_compiled_one_does() -> None:
    lazy, usual = pattern(_DATE, re.IGNORECASE), re.compile(_DATE, re.IGNORECASE)
    text = "from 3 june to 5 July"
    found, expected = lazy.search(text), usual.search(text)
    assert found is not None
    assert expected is not None
    assert found.groupdict() == expected.groupdict()
    assert lazy.findall(text) == usual.findall(text)
    assert lazy.sub("x", text) == usual.sub("x", text)
    assert [each.span() for each in lazy.finditer(text)] == [(5, 11), (15, 21)]
    assert (lazy.pattern, lazy.flags, lazy.groups) == (usual.pattern, usual.flags, usual.groups)


def test_an_expression_that_is_wrong_is_told_when_it_is_used() -> None:
    wrong = pattern("(")
    patterns._waiting.pop()
    with pytest.raises(re.error):
        wrong.match("")


def test_all_that_wait_are_compiled_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_waiting", [])
    two = [pattern("a"), pattern("b")]
    assert compile_one()
    assert compile_one()
    assert not compile_one()
    assert all("match" in vars(each) for each in two)


_CODE = """
import sys
import minute_taker.screens.minute_app
from minute_taker.minutes import patterns
rooms = "composing.compose", "minutes.checking", "capture.advice", "proofing", "exporting.word"
print([room for room in rooms if f"minute_taker.{room}" in sys.modules])
print(len(patterns._waiting), sum("match" in vars(each) for each in patterns._waiting))
"""


def test_the_first_screen_needs_neither_the_page_nor_the_check_nor_most_expressions() -> None:
    run = subprocess.run([sys.executable, "-c", _CODE], capture_output=True, text=True, check=True)
    rooms, counts = run.stdout.splitlines()
    assert rooms == "[]"
    waiting, compiled = map(int, counts.split())
    assert waiting > 50
    assert compiled < 10
