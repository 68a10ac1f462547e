"""The composed minutes as rows of cells, as near to the printed page as a terminal comes."""

from __future__ import annotations

from collections.abc import Container, Iterator

from msgspec import Struct

from minute_taker.composing.blocks import (
    AnyBlock,
    Document,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Run,
)
from minute_taker.composing.plain_text import block_text
from minute_taker.screens.reading.wrapping import wrap

#: A stretch of text and its style's name.
Stretch = tuple[str, str]

#: What the rows are styled as; ``question`` and the like are the roles that look otherwise.
STYLE_NAMES = ("text", "title", "heading", "question", "quiet", "strong", "gap")
_STYLES: dict[Role, str] = {
    Role.MINUTES: "title",
    Role.BODY: "title",
    Role.QUESTION: "question",
    Role.AGENDA: "quiet",
    Role.NOTE: "quiet",
    Role.EXEMPT: "quiet",
}
#: Wider than this a page is no longer read with ease.
WIDEST = 84
_INDENT = 2


#: What a clerk is told over a page on which nothing of the meeting stands yet.
NO_LINES = (
    "Nothing is taken down yet. What you type below stands here as it will be printed; "
    "{capture.details} fills in the ??, {capture.people} says who is here, and {capture.preview} "
    "goes back."
)


class PageRow(Struct, frozen=True):
    """One row: its stretches, and the line of the meeting that it comes from, if any."""

    stretches: tuple[Stretch, ...] = ()
    line: int | None = None


#: What stands before the words of a line that no public copy shows.
EXEMPT_MARK: Stretch = ("[Exempt] ", "strong")


def page_rows(
    document: Document, width: int, exempt: Container[int | None] = frozenset()
) -> list[PageRow]:
    """All rows of the page, for a width in cells; an empty row between blocks."""
    rows: list[PageRow] = []
    room = max(8, min(width, WIDEST))
    before: AnyBlock | None = None
    for block in document.blocks:
        together = isinstance(block, ListEntry) and isinstance(before, ListEntry)
        if rows and not together:
            rows.append(PageRow())
        rows += _block_rows(block, room, [EXEMPT_MARK] if block.line in exempt else [])
        before = block
    return rows


def page_without_lines(document: Document, width: int, next_step: str) -> list[PageRow]:
    """As :func:`page_rows`, for a meeting without lines: the next step stands over the page."""
    told = _wrapped([(next_step, "strong")], max(8, min(width, WIDEST)), 0, 0, None)
    return [*told, PageRow(), *page_rows(document, width)]


def _block_rows(block: AnyBlock, room: int, mark_of: list[Stretch]) -> Iterator[PageRow]:
    """The rows of a block; ``mark_of`` are stretches that stand before its words."""
    if isinstance(block, Paragraph):
        label = f"{block.label} " if block.label else ""
        style = _STYLES.get(block.role, "text")
        stretches = [*mark_of, (label, "quiet"), *_stretches(block.runs, style)]
        yield from _wrapped(stretches, room, _INDENT * block.level, 0, block.line)
    elif isinstance(block, ListEntry):
        mark = f"{block.mark} "
        indent = _INDENT * (block.level + 1)
        stretches = [(mark, "text"), *mark_of, *_stretches(block.runs, "text")]
        yield from _wrapped(stretches, room, indent, len(mark), block.line)
    elif isinstance(block, Heading):
        number = [(f"{block.number} ", "heading")] if block.number else []
        suffix = [(f" {block.suffix}", "heading")] if block.suffix else []
        stretches = [*mark_of, *number, *_stretches(block.runs, "heading"), *suffix]
        yield from _wrapped(stretches, room, 0, 0, block.line)
    else:
        for text in block_text(block).split("\n"):
            body = text.lstrip(" ")
            indent = len(text) - len(body)
            stretches = [*mark_of, (body, "text")]
            yield from _wrapped(stretches, room, indent, _INDENT, block.line)


def _stretches(runs: tuple[Run, ...], style: str) -> list[Stretch]:
    return [
        (
            run.text.upper() if run.caps else run.text,
            "gap" if run.gap else "strong" if run.strong else style,
        )
        for run in runs
    ]


def _wrapped(
    stretches: list[Stretch], room: int, indent: int, hang: int, line: int | None
) -> Iterator[PageRow]:
    """The stretches over as many rows as they need, the later ones set in by ``hang`` more."""
    text = "".join(words for words, _ in stretches)
    if not text:
        yield PageRow(line=line)
        return
    first = room - indent
    starts = wrap(text, first) if not hang else _hanging(text, first, hang)
    for number, (start, stop) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        margin = " " * (indent + (hang if number else 0))
        yield PageRow(((margin, "text"), *_cut(stretches, start, stop)), line)


def _hanging(text: str, first: int, hang: int) -> list[int]:
    """Where rows begin when all but the first have ``hang`` cells less."""
    begun = wrap(text, first)
    if len(begun) == 1:
        return begun
    second = begun[1]
    return [0, *(second + start for start in wrap(text[second:], max(1, first - hang)))]


def _cut(stretches: list[Stretch], start: int, stop: int) -> Iterator[Stretch]:
    at = 0
    for words, style in stretches:
        begin, end = max(start, at), min(stop, at + len(words))
        if begin < end:
            yield words[begin - at : end - at], style
        at += len(words)
