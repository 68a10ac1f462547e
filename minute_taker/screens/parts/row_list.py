"""A list of rows that is one widget, however many rows it holds.

Rows are drawn when they come into view, so that 2,000 drafts cost no more than those on the
screen. The row under the cursor is marked by a sign as well as by its ground, which colour
alone would not say.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from minute_taker.minutes.text import clean
from minute_taker.screens.parts.focus import row_place


class Row(Protocol):
    """What a row must tell: what it is known by, and whether the cursor can stand on it."""

    @property
    def key(self) -> Hashable: ...

    @property
    def selectable(self) -> bool: ...


AnyRow = TypeVar("AnyRow", bound=Row)

#: No more characters than this are looked for.
_LONGEST = 100
_CURSOR, _NO_CURSOR = "▸ ", "  "


class _OfRows(Message):
    """What a list tells of itself."""

    def __init__(self, rows: RowList[Any]) -> None:
        super().__init__()
        self.rows = rows

    @property
    def control(self) -> RowList[Any]:
        return self.rows


class RowList(ScrollView, Generic[AnyRow], can_focus=True):
    """Rows with a cursor. A subclass says how one is drawn (:meth:`draw`).

    While :attr:`finding` is set, what is typed is gathered in :attr:`words`. The list does not
    narrow itself: whoever holds it answers :class:`Words` by showing the rows that fit.
    Backspace takes a letter back, Esc all of them, unless ``escape_clears`` is False.

    The styles of its words are component classes, so that a drawn row keeps to the theme:
    ``.rows--quiet``, ``.rows--strong``, ``.rows--good``, ``.rows--gap``, ``.rows--wrong``,
    ``.rows--exempt`` and ``.rows--presence``.
    """

    DEFAULT_CSS = """
    RowList {
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        & > .rows--row { color: $foreground; }
        & > .rows--cursor { background: $row-quiet; }
        &:focus > .rows--cursor { background: $row; }
        & > .rows--quiet { color: $quiet; }
        & > .rows--strong { color: $foreground; text-style: bold; }
        & > .rows--good { color: $saved; }
        & > .rows--gap { color: $gap; text-style: bold; }
        & > .rows--wrong { color: $unsaved; text-style: bold; }
        & > .rows--presence { color: $kind-presence; }
        & > .rows--exempt { color: $foreground; text-style: bold; }
        & > .rows--heading { color: $quiet; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--row",
        "rows--cursor",
        "rows--quiet",
        "rows--strong",
        "rows--good",
        "rows--gap",
        "rows--wrong",
        "rows--presence",
        "rows--exempt",
        "rows--heading",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", "Up", show=False, id="rows.up"),
        Binding("down", "step(1)", "Down", show=False, id="rows.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="rows.page-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="rows.page-down"),
        Binding("home", "first", "First", show=False, id="rows.first"),
        Binding("end", "last", "Last", show=False, id="rows.last"),
    ]
    ALLOW_SELECT = False

    class Moved(_OfRows):
        """The cursor stands on another row, or on none."""

    class Clicked(_OfRows):
        """The row under the cursor was clicked."""

    class Words(_OfRows):
        """The words to find have changed."""

    cursor: var[int | None] = var(None, init=False)
    words: var[str] = var("", init=False)

    def __init__(
        self, *, finding: bool = False, escape_clears: bool = True, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.finding = finding
        self._escape_clears = escape_clears
        self._rows: Sequence[AnyRow] = ()

    def draw(self, row: AnyRow, width: int) -> Content:
        """The row as one line of at most ``width`` cells."""
        raise NotImplementedError

    @property
    def rows(self) -> Sequence[AnyRow]:
        """The rows shown."""
        return self._rows

    @property
    def row(self) -> AnyRow | None:
        """The row under the cursor, or None."""
        return self._rows[self.cursor] if self.cursor is not None else None

    def show(self, rows: Sequence[AnyRow], *, onto: Hashable | None = None) -> None:
        """Show these rows, the cursor on the row ``onto``, else on the one it stood on.

        Where that one is gone, the cursor stays at its place in the list.
        """
        wanted = onto if onto is not None else (self.row.key if self.row else None)
        place = self.cursor or 0
        self._rows = rows
        self.virtual_size = Size(0, len(rows))
        at = next((n for n, row in enumerate(rows) if row.key == wanted), None)
        if at is None or not rows[at].selectable:
            at = self._nearest(min(place, len(rows) - 1))
        self.set_reactive(RowList.cursor, at)
        self.refresh()
        self._follow()
        self.post_message(self.Moved(self))

    def go_to(self, key: Hashable) -> bool:
        """Put the cursor on the row with that key; whether there is one."""
        for index, row in enumerate(self._rows):
            if row.key == key and row.selectable:
                self.cursor = index
                return True
        return False

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        index = y + self.scroll_offset.y
        if index >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[index]
        on_cursor = index == self.cursor
        classes = ("rows--row", "rows--cursor") if on_cursor else ("rows--row",)
        style = self.get_visual_style(*classes)
        mark = Content(_CURSOR if on_cursor else _NO_CURSOR)
        drawn = mark + self.draw(row, max(0, width - len(_CURSOR)))
        line = drawn.truncate(width, pad=True)
        strips = Visual.to_strips(self, line, width, 1, style)
        return strips[0].apply_meta({"row": index}) if strips else Strip.blank(width)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the row under the cursor begins on the screen."""
        return row_place(self, self.cursor or 0)

    def watch_cursor(self) -> None:
        self.refresh()
        self._follow()
        self.post_message(self.Moved(self))

    def on_resize(self) -> None:
        self._follow()

    def action_step(self, by: int) -> None:
        """Move the cursor by one row that it can stand on; it does not go round."""
        at = (self.cursor if self.cursor is not None else -1) + by
        while 0 <= at < len(self._rows):
            if self._rows[at].selectable:
                self.cursor = at
                return
            at += by
        # Above the first row there may be a heading that should come into view.
        self.scroll_to(y=0 if by < 0 else self.max_scroll_y, animate=False)

    def action_page(self, by: int) -> None:
        """Move the cursor by a screenful."""
        at = (self.cursor or 0) + by * max(1, self.scrollable_content_region.height - 1)
        self.cursor = self._nearest(max(0, min(at, len(self._rows) - 1)))

    def action_first(self) -> None:
        """Put the cursor on the first row."""
        self.cursor = self._nearest(0)
        self.scroll_to(y=0, animate=False)

    def action_last(self) -> None:
        """Put the cursor on the last row."""
        self.cursor = self._nearest(len(self._rows) - 1)

    def on_click(self, event: events.Click) -> None:
        index = event.style.meta.get("row")
        if isinstance(index, int) and index < len(self._rows) and self._rows[index].selectable:
            event.stop()
            again = index == self.cursor
            self.cursor = index
            # The first click puts the cursor there, the second one means the row itself.
            if again:
                self.post_message(self.Clicked(self))

    def watch_words(self) -> None:
        self.post_message(self.Words(self))

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        return self.finding and character is not None and character.isprintable()

    def on_key(self, event: events.Key) -> None:
        if not self.finding:
            return
        if event.is_printable and event.character and (self.words or event.character != " "):
            self.words = (self.words + event.character)[:_LONGEST]
        elif event.key == "backspace" and self.words:
            self.words = self.words[:-1]
        elif event.key == "escape" and self.words and self._escape_clears:
            self.words = ""
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        if self.finding:
            event.stop()
            self.words = clean(self.words + event.text[:_LONGEST]).text[:_LONGEST]

    def _nearest(self, index: int) -> int | None:
        """The row that the cursor can stand on, nearest to ``index``, below before above."""
        below = range(max(0, index), len(self._rows))
        above = range(min(index, len(self._rows)) - 1, -1, -1)
        return next((n for n in (*below, *above) if self._rows[n].selectable), None)

    def _follow(self) -> None:
        """Scroll just so far that the cursor is in view, with the heading right above it."""
        if self.cursor is None or not self.is_mounted:
            return
        top = self.cursor
        while top > 0 and not self._rows[top - 1].selectable:
            top -= 1
        seen = Region(0, top, 1, self.cursor - top + 1)
        self.scroll_to_region(seen, animate=False, force=True, immediate=True)
