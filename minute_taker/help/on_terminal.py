"""A page of Markdown as plain rows of text, for a terminal."""

from __future__ import annotations

import io
from typing import ClassVar

from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
from rich.padding import Padding
from rich.text import Text


class _Heading(Heading):
    """A heading at the left, with a rule under the page's own."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = self.text.copy()
        text.justify = "left"
        if self.tag != "h1":
            yield Text()
        yield text
        if self.tag == "h1":
            yield Text("=" * text.cell_len)


class _Code(CodeBlock):
    """What is typed, set in."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Padding(Text(str(self.text).rstrip()), (0, 0, 0, 4))


class _Page(Markdown):
    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Heading,
        "fence": _Code,
        "code_block": _Code,
    }


def on_terminal(markdown: str, width: int) -> str:
    """Return a page as rows of at most ``width`` characters, without colours."""
    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, legacy_windows=False)
    console.print(_Page(markdown))
    rows = [row.rstrip() for row in out.getvalue().splitlines()]
    kept = [row for row, before in zip(rows, ["", *rows], strict=False) if row or before]
    return "\n".join(kept).strip("\n")
