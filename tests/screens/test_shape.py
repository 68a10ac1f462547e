"""The shape of the screens' code: parts of a size to take in, composed and not inherited."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import minute_taker.screens as screens

_MOST_MEMBERS = 40
_DEEPEST = 2
_ROOT = Path(screens.__file__).parent
_FIXED_KEY = re.compile(r"\b(F\d{1,2}|Ctrl\+\w+)\b")


def _classes() -> list[type]:
    """Return every class of the screens, those within classes too."""
    found: dict[type, None] = {}

    def take(holder: object, module: str) -> None:
        for each in vars(holder).values():
            if inspect.isclass(each) and each.__module__ == module and each not in found:
                found[each] = None
                take(each, module)

    for name in _modules():
        take(importlib.import_module(name), name)
    return list(found)


def _modules() -> Iterator[str]:
    for module in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        yield module.name


def _is_ours(kind: type) -> bool:
    return kind.__module__.startswith("minute_taker.")


def _members(kind: type) -> set[str]:
    """Return the names of its methods and properties, with those that it inherits of ours."""
    return {
        name
        for each in kind.__mro__
        if _is_ours(each)
        for name, value in vars(each).items()
        if not (name.startswith("__") and name.endswith("__"))
        and not inspect.isclass(value)
        and (callable(value) or isinstance(value, (property, classmethod, staticmethod)))
    }


def _chain(kind: type) -> int:
    """Return how many classes of ours stand one below the other, from it down."""
    return _is_ours(kind) + max((_chain(base) for base in kind.__bases__), default=0)


def _name(kind: type) -> str:
    return f"{kind.__module__.removeprefix(screens.__name__ + '.')}.{kind.__qualname__}"


def test_there_are_classes_to_look_at() -> None:
    names = {kind.__name__ for kind in _classes()}
    assert {"CaptureScreen", "Composer", "Transcript", "MinuteApp", "BadgeChanged"} <= names


def test_no_class_has_more_than_can_be_taken_in() -> None:
    counts = {_name(kind): len(_members(kind)) for kind in _classes()}
    assert {name: count for name, count in counts.items() if count > _MOST_MEMBERS} == {}


def test_no_class_stands_deep_under_others_of_ours() -> None:
    chains = {_name(kind): _chain(kind) for kind in _classes()}
    assert {name: chain for name, chain in chains.items() if chain > _DEEPEST} == {}


def _fixed_keys(source: str) -> list[str]:
    """Return the sentences in which a key is named that a user may have moved."""
    tree = ast.parse(source)
    passed_over = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            passed_over.add(id(body[0].value))  # A docstring.
        if isinstance(node, ast.keyword) and node.arg == "key_display":
            passed_over.add(id(node.value))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in passed_over
        and _FIXED_KEY.search(node.value)
    ]


@pytest.mark.parametrize("path", sorted(_ROOT.rglob("*.py")), ids=lambda path: path.stem)
def test_a_sentence_that_names_a_key_asks_the_keymap(path: Path) -> None:
    assert _fixed_keys(path.read_text("utf-8")) == []


def test_a_fixed_key_would_be_seen() -> None:
    source = 'def f():\n    """F1 helps."""\n    say(f"{x}: F6 exports", key_display="F6")\n'
    assert _fixed_keys(source) == [": F6 exports"]


def test_no_test_waits_for_workers_that_newer_ones_replace() -> None:
    tests = Path(__file__).parents[1]
    waiting = "workers." + "wait_for_complete()"
    held = [path.name for path in tests.rglob("*.py") if f"await app.{waiting}" in path.read_text()]
    assert held == []
