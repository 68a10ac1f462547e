"""F1: the signs and the keys on one page, and the other pages of help beside it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget

from minute_taker.help.entries import Entry, Section
from minute_taker.help.pages import TOPICS
from minute_taker.screens.dialogs.dialog import Breakpoints, Dialog
from minute_taker.screens.help.help_page import help_page
from minute_taker.screens.parts.columns import Column, set_row, widths
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.parts.kinds import KINDS, ink_classes, ink_rules

#: The narrowest and the widest that the column of what is typed becomes.
_TYPED = (10, 23)


class HelpColumn(Widget):
    """Some sections of the page, one under another."""

    DEFAULT_CSS = f"""
    HelpColumn {{
        & > .help--heading {{ text-style: bold underline; color: $foreground; }}
        & > .help--example {{ color: $quiet; }}
        & > .help--key {{ text-style: bold; color: $key; }}
        {ink_rules("help", " text-style: bold;")}
    }}
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "help--heading",
        "help--example",
        "help--key",
        *ink_classes("help"),
    }

    def __init__(self, sections: Sequence[Section], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.sections = tuple(sections)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._lines(width))

    def render(self) -> Content:
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for section in self.sections:
            columns = columns_of(section)
            lines.append(Content.styled(section.heading, ".help--heading"))
            for entry in section.entries:
                lines += _rows(entry, columns, width)
            lines.append(Content(""))
        return lines


class HelpText(Widget):
    """A page of prose and tables, as wide as there is room."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._markdown = ""
        self._drawn: tuple[int, list[str]] | None = None

    def show(self, markdown: str) -> None:
        """Show another page."""
        self._markdown, self._drawn = markdown, None
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._rows(width))

    def render(self) -> Content:
        return Content("\n".join(self._rows(self.content_size.width)))

    def _rows(self, width: int) -> list[str]:
        if self._drawn is None or self._drawn[0] != width:
            from minute_taker.help.on_terminal import on_terminal

            self._drawn = width, on_terminal(self._markdown, max(1, width)).split("\n")
        return self._drawn[1]


def columns_of(section: Section) -> tuple[Column, ...]:
    """The columns of a section, as wide as it needs them; a third one where it has examples."""
    least, most = _TYPED
    longest = max((len(entry.typed) for entry in section.entries), default=0)
    typed = Column("typed", width=max(least, min(most, longest)))
    if any(entry.example for entry in section.entries):
        return typed, Column("meaning", share=2), Column("example", share=3, above=56)
    return typed, Column("meaning", share=1)


def _rows(entry: Entry, columns: tuple[Column, ...], width: int) -> list[Content]:
    """An entry in as many rows as its longest cell needs: nothing is cut off."""
    texts = {"typed": entry.typed, "meaning": entry.meaning, "example": entry.example}
    ink = KINDS[entry.kind].ink if entry.kind else "key"
    styles = {"typed": f".help--{ink}", "meaning": "", "example": ".help--example"}
    wrapped = {
        column.name: textwrap.wrap(texts[column.name], max(1, cells))
        for column, cells in widths(columns, width)
    }
    return [
        set_row(
            columns,
            {
                name: Content.styled(text, styles[name])
                for name, text in zip(wrapped, row, strict=True)
            },
            width,
        )
        for row in zip_longest(*wrapped.values(), fillvalue="")
    ]


class HelpScreen(Dialog[None]):
    """The page of help over whatever screen it was asked from.

    The keys are read from that screen, ``over``, so that they are right also where the clerk has
    moved them; ``keys_first`` puts them above the signs.
    """

    HORIZONTAL_BREAKPOINTS: ClassVar[Breakpoints] = [  # type: ignore[misc]
        (0, "-narrow"),
        (70, "-wide"),
        (140, "-two"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,q", "close", "Close", key_display="Esc", id="help.close"),
        Binding("down", "scroll(1)", "Scroll", key_display="↑↓ PgUp PgDn", id="help.down"),
        Binding("up", "scroll(-1)", "Up", show=False, id="help.up"),
        Binding("right", "turn(1)", "Other pages", key_display="←→", id="help.next"),
        Binding("left", "turn(-1)", "Page before", show=False, id="help.before"),
        Binding("pagedown,space", "page(1)", "Page down", show=False, id="help.page-down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="help.page-up"),
        Binding("home", "home", "To the top", show=False, id="help.home"),
        Binding("end", "end", "To the end", show=False, id="help.end"),
    ]

    def __init__(self, over: Screen[Any], *, keys_first: bool = False) -> None:
        super().__init__()
        self._over = over
        self._keys_first = keys_first
        self._turned = 0

    def compose(self) -> ComposeResult:
        page = help_page(_keys_of(self._over), keys_first=self._keys_first)
        left, right = _halves(page)
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Help")
            with VerticalScroll(id="page", can_focus=False), Container(id="columns"):
                yield HelpColumn(left, id="left")
                yield HelpColumn(right, id="right")
                yield HelpText(id="topic")
            yield KeyLine()

    def action_scroll(self, by: int) -> None:
        """Scroll by a line."""
        self.query_one("#page").scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll by a page."""
        page = self.query_one("#page")
        page.scroll_relative(y=by * max(1, page.size.height - 1), animate=False)

    def action_home(self) -> None:
        """Scroll to the top."""
        self.query_one("#page").scroll_home(animate=False)

    def action_end(self) -> None:
        """Scroll to the end."""
        self.query_one("#page").scroll_end(animate=False)

    def action_turn(self, by: int) -> None:
        """Show the next of the pages, or the one before; after the last comes the first."""
        names = ("", *TOPICS)
        self._turned = (self._turned + by) % len(names)
        name = names[self._turned]
        self.set_class(bool(name), "-topic")
        title = "Help"
        if name:
            from minute_taker.screens.help.pages import help_text

            self.query_one(HelpText).show(help_text(name))
            title = f"Help: {name}, page {self._turned} of {len(TOPICS)}"
        self.query_one(".dialog").border_title = Content(title)
        self.query_one("#page").scroll_home(animate=False)

    def action_close(self) -> None:
        """Back to where help was asked for."""
        self.dismiss(None)


def _halves(sections: Sequence[Section]) -> tuple[list[Section], list[Section]]:
    """The sections in two columns, each about as tall as the other, in reading order."""
    heights = [len(section.entries) + 2 for section in sections]
    cut = min(
        range(len(sections) + 1),
        key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])),
    )
    return list(sections[:cut]), list(sections[cut:])


def _keys_of(screen: Screen[Any]) -> tuple[Entry, ...]:
    """The keys of a screen in its order: those on its line of keys, and those with a tooltip."""
    rows: dict[str, Entry] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        words = binding.tooltip or binding.description
        told = binding.show or binding.tooltip
        if binding.id and words and told and binding.action not in rows:
            rows[binding.action] = Entry(screen.app.get_key_display(binding), words)
    return tuple(rows.values())
