"""What the PDF says to somebody who cannot see it: read from the file itself, in every style.

The rules are those of PDF/UA (ISO 14289-1) that a program can tell, as far as minutes come
near them; the file is made by LibreOffice of our Word document.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.blocks import Document, Heading, Table
from minute_taker.composing.compose import compose
from minute_taker.composing.style import available_styles, load_style
from minute_taker.exporting import pdf

pikepdf = pytest.importorskip("pikepdf")
pytestmark = pytest.mark.skipif(
    pdf.find_libreoffice() is None, reason="LibreOffice is not installed"
)

NOTES = Path(__file__).parents[1] / "composing" / "council.notes"
_SHOWS_TEXT = {"Tj", "TJ", "'", '"'}
_DRAWS = {"f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "Do", "sh"}


@pytest.fixture(scope="module", params=available_styles())
def made(request: pytest.FixtureRequest) -> tuple[Document, Any]:
    """The council's meeting in a style, and its PDF."""
    style = load_style(request.param)
    document = compose(read_notes(NOTES.read_bytes()).meeting, style)
    return document, pikepdf.open(io.BytesIO(pdf.pdf_bytes(document, style)))


def elements(file: Any) -> Iterator[Any]:
    """The elements of the structure in reading order."""

    def under(element: Any) -> Iterator[Any]:
        children = element.get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and "/S" in child:
                yield child
                yield from under(child)

    yield from under(file.Root.StructTreeRoot)


def kind(element: Any) -> str:
    """What an element is, a style's name traced to the standard's."""
    return str(element.S).removeprefix("/")


def standard(file: Any, element: Any) -> str:
    roles = file.Root.StructTreeRoot.get("/RoleMap", {})
    name = str(element.S)
    while name in roles:
        name = str(roles[name])
    return name.removeprefix("/")


def children(element: Any) -> list[Any]:
    """An element's elements; what it holds of the page itself is left out."""
    inside = element.get("/K", [])
    listed = inside if isinstance(inside, pikepdf.Array) else [inside]
    return [one for one in listed if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def test_the_file_is_tagged_titled_and_in_english(made: tuple[Document, Any]) -> None:
    document, file = made
    with file.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert str(about["dc:title"]) == document.title
    assert file.Root.MarkInfo.Marked
    assert str(file.Root.Lang) == "en-GB"
    assert file.Root.ViewerPreferences.DisplayDocTitle


def test_everything_on_the_page_is_tagged_or_said_to_be_decoration(
    made: tuple[Document, Any],
) -> None:
    _, file = made
    for page in file.pages:
        tagged: list[bool] = []
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                properties = operands[1] if len(operands) > 1 else {}
                tagged.append(str(operands[0]) == "/Artifact" or "/MCID" in properties)
            elif name == "EMC":
                tagged.pop()
            elif name in _SHOWS_TEXT or name in _DRAWS:
                assert any(tagged), name


def test_headings_are_those_of_the_minutes_with_no_level_left_out(
    made: tuple[Document, Any],
) -> None:
    document, file = made
    composed = [block.level for block in document.blocks if isinstance(block, Heading)]

    tagged = [standard(file, one) for one in elements(file)]

    assert [int(name[1]) for name in tagged if name in ("H1", "H2", "H3", "H4")] == composed
    assert composed[0] == 1
    assert max(composed) == 2


def test_the_bookmarks_are_the_headings(made: tuple[Document, Any]) -> None:
    document, file = made
    with file.open_outline() as outline:
        items = [(one.title, [inner.title for inner in one.children]) for one in outline.root]
    titles = [block.text for block in document.blocks if isinstance(block, Heading)]

    flat = [title for item, inner in items for title in (item, *inner)]

    assert len(flat) == len(titles)
    for title, bookmark in zip(titles, flat, strict=True):
        assert title.lower() in bookmark.lower()


def test_tables_have_headers_and_lists_have_entries(made: tuple[Document, Any]) -> None:
    document, file = made
    found = list(elements(file))
    tables = [one for one in found if standard(file, one) == "Table"]
    lists = [one for one in found if standard(file, one) == "L"]

    assert len(tables) >= sum(isinstance(block, Table) for block in document.blocks) >= 1
    for table in tables:
        rows = [one for one in children(table) if standard(file, one) == "TR"]
        kinds = [[standard(file, cell) for cell in children(row)] for row in rows]
        assert set(kinds[0]) == {"TH"}
        assert {len(row) for row in kinds} == {len(kinds[0])}
    assert lists
    for one in lists:
        assert {standard(file, entry) for entry in children(one)} <= {"LI", "L", "Caption"}
        entries = [entry for entry in children(one) if standard(file, entry) == "LI"]
        assert all({"Lbl", "LBody"} & {kind(part) for part in children(e)} for e in entries)


def test_the_fonts_are_in_the_file(made: tuple[Document, Any]) -> None:
    _, file = made
    fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary)
             and one.get("/Type") == "/FontDescriptor"]  # fmt: skip
    assert fonts
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(one.keys()) for one in fonts)
