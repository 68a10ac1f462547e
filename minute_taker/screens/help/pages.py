"""The pages of help with all their tables, those that the screens know among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages

import msgspec

from minute_taker import screens
from minute_taker.help import language, pages
from minute_taker.help.entries import code, markdown_table, section_table
from minute_taker.help.usage import usage_table
from minute_taker.screens.settings import Settings


def help_text(name: str) -> str:
    """Return a page of help in Markdown. Raises Refused, naming the pages there are."""
    return pages.page(name, TABLES)


def own_bindings() -> dict[str, tuple[str, str]]:
    """Return every binding that a user can move: its id, its keys as read, what it does."""
    from textual.binding import Binding

    found: dict[str, list[Binding]] = {}
    for each in _classes():
        # Keys parted by commas become a binding each.
        for binding in Binding.make_bindings(each.__dict__.get("BINDINGS", [])):
            if binding.id:
                found.setdefault(binding.id, []).append(binding)
    return {
        id: (_spelled_once(each.key for each in same), same[0].tooltip or same[0].description)
        for id, same in found.items()
    }


def _classes() -> Iterator[type]:
    """Every class of the screens' room, in the order of its modules."""
    seen = set()
    for module in walk_packages(screens.__path__, f"{screens.__name__}."):
        for value in vars(import_module(module.name)).values():
            ours = isinstance(value, type) and value.__module__.startswith(screens.__name__)
            if ours and value not in seen:
                seen.add(value)
                yield value


def _spelled_once(keys: Iterable[str]) -> str:
    from minute_taker.screens.parts.keys import spelled

    return ", ".join(dict.fromkeys(spelled(key) for key in keys if key))


def _capture_keys() -> str:
    from minute_taker.screens.capture.commands import COMMANDS

    rows = [
        [
            _spelled_once(command.keys.split(",")) or "(palette)",
            f"{command.word}: {command.tooltip}" if command.tooltip else command.word,
            code(command.id),
        ]
        for command in COMMANDS.values()
    ]
    return markdown_table(("key", "what it does", "its name in the settings"), rows)


def _all_keys() -> str:
    rows = [
        [keys, words, code(id)]
        for id, (keys, words) in sorted(own_bindings().items(), key=lambda row: row[0])
    ]
    return markdown_table(("key", "what it does", "its name in the settings"), rows)


def _settings() -> str:
    rows = []
    for field in msgspec.structs.fields(Settings):
        for said in getattr(field.type, "__metadata__", ()):
            rows.append([code(field.encode_name), said.description])
    return markdown_table(("setting", "what it says"), rows)


def _formats() -> str:
    from minute_taker.exporting.formats import FORMATS

    rows = [[code(one.name), one.title] for one in FORMATS.values()]
    return markdown_table(("format", "what is written"), rows)


def _styles() -> str:
    from minute_taker.composing.style import load_style
    from minute_taker.composing.style_reader import available_styles

    styles = [load_style(name) for name in available_styles()]
    return markdown_table(
        ("style", "what it is"),
        [[code(style.name), f"{style.title}. {style.summary}"] for style in styles],
    )


#: Every table that a page can hold.
TABLES: pages.Tables = {
    "signs": lambda: section_table(language.signs()),
    "anywhere": lambda: section_table(language.ANYWHERE),
    "presence": lambda: section_table(language.PRESENCE),
    "motions": lambda: section_table(language.MOTIONS),
    "line-commands": lambda: section_table(language.commands()),
    "commands": usage_table,
    "formats": _formats,
    "styles": _styles,
    "settings": _settings,
    "keys": _capture_keys,
    "all-keys": _all_keys,
}
