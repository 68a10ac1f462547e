"""The rest of a path, offered while it is typed."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from textual.suggester import Suggester


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
