"""A table of help as data: what is typed, what it does, an example."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from minute_taker.minutes.model import Kind


class Entry(Struct, frozen=True):
    """One row of a table of help: what is typed, and what it is or does.

    ``kind`` is the kind of line that ``typed`` makes, None where it makes none.
    """

    typed: str
    meaning: str
    example: str = ""
    kind: Kind | None = None


class Section(Struct, frozen=True):
    """A table of help under a heading."""

    heading: str
    entries: tuple[Entry, ...]


def markdown_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table in Markdown; cells are Markdown themselves, but for their ``|``."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(
        "| " + " | ".join(cell.replace("|", r"\|") for cell in line) + " |" for line in lines
    )


def code(text: str) -> str:
    """Return a text as Markdown's code, which is shown as it stands."""
    return f"`{text}`" if text else ""


def section_table(section: Section) -> str:
    """Return a section as a Markdown table under its own heading."""
    examples = any(entry.example for entry in section.entries)
    heads = [section.heading, "", "for example"] if examples else [section.heading, ""]
    rows = [
        [code(entry.typed), entry.meaning, *([code(entry.example)] if examples else [])]
        for entry in section.entries
    ]
    return markdown_table(heads, rows)
