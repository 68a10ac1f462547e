"""Choosing files: from the folders that they arrive in, or by a path that is typed or dropped."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.when import short_date
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.field import Field
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.parts.path_suggester import PathSuggester, typed_path
from minute_taker.screens.parts.row_list import RowList
from minute_taker.screens.setting_up.files_at_hand import (
    FileRow,
    entries_of,
    files_of,
    fitting,
    folder_of,
    is_path,
)

_COLUMNS = (
    Column("mark", width=1),
    Column("name", share=3),
    Column("folder", share=2, above=60),
    Column("changed", width=11, above=40, right=True),
)
_WORDS = "Type a part of the name, or a path. The latest files come first."
_NOTHING = "No file here has these words in its name; a path leads to any other."


class FileList(RowList[FileRow], can_focus=False):
    """The files, those that are to be taken marked."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[Path] = []

    def draw(self, row: FileRow, width: int) -> Content:
        changed = short_date(dt.date.fromtimestamp(row.changed))
        cells = {
            "mark": Content.styled("*" if row.path in self.taken else "", ".rows--good"),
            "name": Content(f"{row.path.name}/" if row.folder else row.path.name),
            "folder": Content.styled(str(row.path.parent), ".rows--quiet"),
            "changed": Content.styled("" if row.folder else changed, ".rows--quiet"),
        }
        return set_row(_COLUMNS, cells, width)


class FileScreen(Dialog[tuple[Path, ...] | None]):
    """Asks for one or more files; dismissed with their paths, or with None after Esc.

    ``folders`` are those whose files are offered before a path is typed.
    """

    AUTO_FOCUS = "Field"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the field's own keys.
        Binding("enter", "take", "Take it", key_display="Enter", priority=True, id="files.take"),
        Binding("tab", "add", "And another", key_display="Tab", priority=True, id="files.add"),
        Binding("up", "step(-1)", "Up", show=False, priority=True, id="files.up"),
        Binding("down", "step(1)", "Down", show=False, priority=True, id="files.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, priority=True, id="files.page-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, priority=True,
                id="files.page-down"),
        Binding("escape", "cancel", "Cancel", key_display="Esc", id="files.cancel"),
    ]  # fmt: skip

    def __init__(self, title: str, folders: Sequence[Path]) -> None:
        super().__init__()
        self._title = title
        self._folders = tuple(folders)
        self._list = FileList()
        self._field = Field(suggester=PathSuggester(), placeholder="agenda, or a path")
        #: Whose files are listed: a folder, or None for the usual ones.
        self._listed: Path | None = None
        self._entries: list[FileRow] = []
        self._reading: asyncio.Task[None] | None = None

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content(self._title)
            yield Static(Content(_WORDS), classes="quiet")
            yield self._field
            yield self._list
            yield Static("", id="said", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        self._read(None)

    # What is shown

    def _read(self, folder: Path | None) -> None:
        """List a folder, or the usual ones, on a thread: a share may be slow."""
        if self._reading is not None:
            self._reading.cancel()
        self._listed, self._entries = folder, []

        async def read() -> None:
            if folder is None:
                entries = await asyncio.to_thread(files_of, self._folders)
            else:
                entries = await asyncio.to_thread(entries_of, folder)
            self._entries = entries
            self._show()

        self._reading = asyncio.create_task(read())

    async def _have_read(self) -> None:
        """Wait until the list is that of what is typed, for keys that come before it is."""
        while self._reading is not None and not self._reading.done():
            await asyncio.wait([self._reading])

    @on(Input.Changed)
    def _typed(self) -> None:
        typed = self._field.value
        folder = folder_of(typed) if is_path(typed) else None
        if folder != self._listed:
            self._read(folder)
        else:
            self._show()

    def _show(self, onto: str | None = None) -> None:
        if not self.is_attached:
            return
        rows = fitting(self._entries, self._field.value)
        self._list.show(rows, onto=onto or (rows[0].key if rows else None))
        taken = ", ".join(path.name for path in self._list.taken)
        self._say(f"To be taken: {taken}" if taken else "" if rows else _NOTHING)

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(words))

    # The keys

    def action_step(self, by: int) -> None:
        """Move the cursor of the list."""
        self._list.action_step(by)

    def action_page(self, by: int) -> None:
        """Move the cursor of the list by a screenful."""
        self._list.action_page(by)

    @on(RowList.Clicked)
    async def _clicked(self) -> None:
        await self.action_take()

    async def action_take(self) -> None:
        """Close with the files chosen and the one under the cursor; into a folder, go."""
        if await self._add():
            self.dismiss(tuple(self._list.taken))

    async def action_add(self) -> None:
        """Take the file under the cursor, and look for another."""
        if await self._add():
            await self._type("")
            self._show(str(self._list.taken[-1]))

    async def _add(self) -> bool:
        """Take what is meant; return False, saying why, where that is no file."""
        await self._have_read()
        path = self._meant()
        if path is None:
            self._say("There is no such file.")
            return False
        if path.is_dir():
            await self._type(f"{path}{_slash(path)}")
            return False
        if path not in self._list.taken:
            self._list.taken.append(path)
        return True

    async def _type(self, words: str) -> None:
        with self.prevent(Input.Changed):
            self._field.value = words
        self._field.cursor_position = len(words)
        self._typed()
        await self._have_read()

    def _meant(self) -> Path | None:
        """Return the file that is typed in full, else the one under the cursor."""
        typed = self._field.value
        if is_path(typed):
            try:
                path = typed_path(typed)
            except Refused:
                path = None
            if path is not None and (path.is_file() or self._list.row is None):
                return path
        return self._list.row.path if self._list.row else None

    def action_cancel(self) -> None:
        """Close and take nothing."""
        self.dismiss(None)


def _slash(path: Path) -> str:
    return "" if str(path).endswith("/") else "/"
