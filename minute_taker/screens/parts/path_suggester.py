"""Paths as they are typed: the rest of one offered, and which file is meant."""

from __future__ import annotations

import asyncio
import os
import shlex
from pathlib import Path
from urllib.parse import unquote, urlsplit

from textual.suggester import Suggester

from minute_taker.minutes.errors import Refused


class PathSuggester(Suggester):
    """Offers the first file or folder that begins with what is typed, folders with a slash."""

    def __init__(self) -> None:
        # What is in a folder may change while the question stands.
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        return await asyncio.to_thread(complete_path, value)


def complete_path(typed: str) -> str | None:
    """The path that ``typed`` begins, or None; hidden names only where the dot is typed."""
    head, begun = os.path.split(typed)
    if not begun:
        return None
    folder = Path(head).expanduser()
    try:
        with os.scandir(folder) as entries:
            names = sorted(
                (entry.name + (os.sep if entry.is_dir() else ""))
                for entry in entries
                if entry.name.startswith(begun)
            )
    except OSError:
        return None
    return typed + names[0][len(begun) :] if names else None


def typed_path(words: str) -> Path:
    """The path that is meant: typed, or dropped into the terminal, quoted or as an address.

    Raises Refused where there is none.
    """
    text = words.strip()
    if text.startswith("file:"):
        text = unquote(urlsplit(text).path)
    elif not Path(text).expanduser().exists():
        # Terminals quote what is dropped into them as a shell would want it.
        try:
            parts = shlex.split(text)
        except ValueError:
            parts = []
        text = parts[0] if len(parts) == 1 else text
    path = Path(text).expanduser()
    if not text or not path.exists():
        raise Refused("There is no such file.")
    return path
