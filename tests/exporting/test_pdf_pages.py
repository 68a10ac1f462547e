"""The page as it is printed: through LibreOffice, which counts and breaks pages by itself."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from handmade_minutes import document, entry, head, para, words_of

from minute_taker.composing.blocks import Document, Heading, ListEntry, Role, Signature, plain
from minute_taker.composing.style import Style
from minute_taker.exporting import pdf
from minute_taker.exporting.errors import ExportRefused
from minute_taker.exporting.export import export

needs_office = pytest.mark.skipif(
    pdf.find_libreoffice() is None or shutil.which("pdftotext") is None,
    reason="LibreOffice or poppler is not installed",
)


def pages(path: Path) -> list[str]:
    """The text of each page, as it is laid out."""
    command = ["pdftotext", "-layout", str(path), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return text.split("\f")[:-1]


@pytest.fixture(scope="module")
def printed(minutes: Document, style: Style, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The minutes with everything, as a PDF."""
    return export(minutes, style, tmp_path_factory.mktemp("pdf") / "minutes.pdf", "pdf")


@needs_office
def test_the_printed_numbers_are_the_composed_ones(minutes: Document, printed: Path) -> None:
    text = " ".join(" ".join(pages(printed)).split())

    for block in minutes.blocks:
        if isinstance(block, ListEntry):
            assert f"{block.mark} {plain(block.runs)}" in text
        if isinstance(block, Heading) and block.level == 2:
            assert f"{block.number} {block.text}" in text
        if isinstance(block, Heading) and block.level == 1:
            assert f"{block.number} {block.text.upper()}" in text


@needs_office
def test_each_page_is_numbered_and_marked_as_a_draft(printed: Path) -> None:
    sheets = pages(printed)

    for number, sheet in enumerate(sheets, 1):
        assert f"Page {number} of {len(sheets)}" in sheet
        assert sheet.strip().startswith("DRAFT")


@needs_office
def test_the_pdf_is_tagged_titled_and_in_english(minutes: Document, printed: Path) -> None:
    about = subprocess.run(["pdfinfo", str(printed)], capture_output=True, text=True, check=True)
    raw = printed.read_bytes()

    assert re.search(r"Tagged:\s+yes", about.stdout)
    assert minutes.title in about.stdout
    assert b"/Lang(en-GB)" in raw
    assert b"pdfuaid" in raw


@needs_office
def test_the_structure_is_headings_lists_and_a_table(printed: Path) -> None:
    tree = subprocess.run(
        ["pdfinfo", "-struct-text", str(printed)], capture_output=True, text=True, check=True
    ).stdout

    kinds = set(re.findall(r"^\s*(\w+)", tree, re.MULTILINE))
    assert {"H1", "H2", "L", "LI", "Table", "TR", "TH", "TD"} <= kinds


@needs_office
def test_numbers_with_gaps_and_years_print_as_composed(style: Style, tmp_path: Path) -> None:
    numbers = ["77/21.", "78/21.", "80/21.", "1/22.", "64A.", "064."]
    blocks = [head(number, "An item") for number in numbers]
    lists = [entry(f"list {n}", 1, "(a)", n) for n in range(3)]
    made = document(*blocks, *lists, para(Role.TEXT, "x", label="85.1"))

    text = " ".join(pages(export(made, style, tmp_path / "x.pdf", "pdf"))[0].split())

    assert words_of(" ".join(re.findall(r"(\S+) AN ITEM", text))) == words_of(" ".join(numbers))
    assert [f"(a) list {n}" in text for n in range(3)] == [True] * 3
    assert "85.1 x" in text


@needs_office
def test_a_heading_is_never_the_last_of_a_page(style: Style, tmp_path: Path) -> None:
    blocks = []
    for n in range(90):
        blocks += [head(f"{n + 1}.", "Heading"), para(Role.TEXT, "More was said. " * (n % 13 + 1))]

    sheets = pages(export(document(*blocks), style, tmp_path / "x.pdf", "pdf"))

    assert len(sheets) > 5
    for sheet in sheets:
        *_, last, _foot = [line for line in sheet.splitlines() if line.strip()]
        assert "HEADING" not in last


@needs_office
@pytest.mark.parametrize("lines", [28, 30, 32])
def test_the_ending_is_never_a_page_of_its_own(style: Style, tmp_path: Path, lines: int) -> None:
    blocks = [para(Role.TEXT, f"Said {n}.") for n in range(lines)]
    ending = [para(Role.CLOSING, "The meeting closed."), Signature(who="Chairman")]

    *_, last = pages(export(document(*blocks, *ending), style, tmp_path / "x.pdf", "pdf"))

    assert "The meeting closed." in last
    assert f"Said {lines - 1}." in last


def test_without_libreoffice_it_is_said(
    minutes: Document, style: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)

    with pytest.raises(ExportRefused, match="LibreOffice, which is not installed"):
        export(minutes, style, tmp_path / "minutes.pdf", "pdf")

    assert list(tmp_path.iterdir()) == []


def test_a_libreoffice_that_fails_is_said(
    minutes: Document, style: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: shutil.which("false"))

    with pytest.raises(ExportRefused, match="made no PDF"):
        export(minutes, style, tmp_path / "minutes.pdf", "pdf")

    assert list(tmp_path.iterdir()) == []
