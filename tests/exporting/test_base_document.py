"""The base documents: the project's own can be made again, a clerk's own is checked first."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from handmade_minutes import document, head, para
from msgspec.structs import replace

from minute_taker.composing.blocks import Document, Role
from minute_taker.composing.style import Style, available_styles, load_style
from minute_taker.exporting import docx_base
from minute_taker.exporting.docx_base import base_bytes
from minute_taker.exporting.docx_check import check_docx
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.docx_styles import NEEDED
from minute_taker.exporting.errors import ExportRefused


def with_base(style: Style, path: Path) -> Style:
    """The style on another base document."""
    return replace(style, document=replace(style.document, base=str(path)))


@pytest.fixture
def own_base(style: Style, tmp_path: Path) -> Path:
    """A base as a clerk makes it: ours, changed and saved again."""
    word = docx.Document(style.document.base)
    word.add_paragraph("Delete this line before use")
    word.styles["Minutes Question"].font.size = Pt(17)
    word.sections[0].left_margin = Pt(99)
    word.core_properties.author = "Somebody at home"
    word.core_properties.comments = "first try"
    path = tmp_path / "own.docx"
    word.save(str(path))
    return path


def rewritten(source: Path, target: Path, changes: dict[str, tuple[bytes, bytes]]) -> Path:
    """A copy of a package with bytes of some parts exchanged."""
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, (old, new) in changes.items():
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return target


def test_the_base_that_comes_with_the_program_is_made_by_the_program(style: Style) -> None:
    made, kept = (
        zipfile.ZipFile(stream)
        for stream in (io.BytesIO(base_bytes(style.document)), style.document.base)
    )

    assert made.namelist() == kept.namelist()
    for name in made.namelist():
        assert made.read(name) == kept.read(name), name


def test_the_base_is_slim_and_has_no_text(style: Style) -> None:
    assert Path(style.document.base).stat().st_size < 12_000
    assert [p.text for p in docx.Document(style.document.base).paragraphs] == []


def test_the_base_has_every_style(style: Style) -> None:
    names = {one.name for one in docx.Document(style.document.base).styles}

    assert {name.lower() for name in NEEDED} <= {name.lower() for name in names}


def test_every_style_has_a_base() -> None:
    for name in available_styles():
        assert Path(load_style(name).document.base).is_file()


def test_the_base_can_be_made_again(
    style: Style, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "house" / "base.docx"
    target.parent.mkdir()
    monkeypatch.setattr(docx_base, "load_style", lambda _: with_base(style, target))
    monkeypatch.setattr(
        docx_base, "available_styles", lambda: {"house": target.parent / "style.toml"}
    )

    docx_base.main([])

    assert target.read_bytes() == base_bytes(style.document)


def test_a_clerks_own_base_keeps_its_look(style: Style, own_base: Path) -> None:
    made = document(head("1.", "One"), para(Role.QUESTION, "Why?"))

    data = docx_bytes(made, with_base(style, own_base))
    word = docx.Document(io.BytesIO(data))

    assert word.styles["Minutes Question"].font.size == Pt(17)
    assert word.sections[0].left_margin == Pt(99)
    assert [p.text for p in word.paragraphs] == ["One", "Why?"]
    assert check_docx(data, made) == []


def test_a_copy_of_the_programs_base_takes_the_settings(style: Style, tmp_path: Path) -> None:
    copy = tmp_path / "base.docx"
    copy.write_bytes(Path(style.document.base).read_bytes())
    larger = replace(style, document=replace(style.document, size_pt=15.0))

    data = docx_bytes(document(para(Role.TEXT, "x")), with_base(larger, copy))

    assert b'<w:sz w:val="30"/>' in zipfile.ZipFile(io.BytesIO(data)).read("word/styles.xml")


def test_a_clerks_own_base_leaves_no_name_of_whoever_made_it(style: Style, own_base: Path) -> None:
    data = docx_bytes(document(para(Role.TEXT, "x")), with_base(style, own_base))

    core = zipfile.ZipFile(io.BytesIO(data)).read("docProps/core.xml").decode()
    assert "Somebody" not in core
    assert "first try" not in core


def test_a_clerks_own_header_and_footer_stay(style: Style, own_base: Path) -> None:
    word = docx.Document(str(own_base))
    word.sections[0].header.paragraphs[0].text = "The Borough's crest"
    word.sections[0].footer.paragraphs[0].text = "Town Hall, Linnet Row"
    word.save(str(own_base))
    made = document(para(Role.TEXT, "x"), header="DRAFT")

    section = docx.Document(io.BytesIO(docx_bytes(made, with_base(style, own_base)))).sections[0]

    assert [p.text for p in section.header.paragraphs] == ["DRAFT", "The Borough's crest"]
    foot = [p.text for p in section.footer.paragraphs]
    assert foot == ["Town Hall, Linnet Row", "Page 1 of 1"]


def test_a_template_is_a_base_too(style: Style, own_base: Path, tmp_path: Path) -> None:
    template = rewritten(
        own_base, tmp_path / "own.dotx",
        {"[Content_Types].xml": (b"document.main+xml", b"template.main+xml")},
    )  # fmt: skip
    before = template.read_bytes()
    made = document(para(Role.TEXT, "Text"))

    data = docx_bytes(made, with_base(style, template))

    assert check_docx(data, made) == []
    assert b"template.main" not in zipfile.ZipFile(io.BytesIO(data)).read("[Content_Types].xml")
    assert template.read_bytes() == before


def test_missing_styles_are_named(style: Style, own_base: Path) -> None:
    word = docx.Document(str(own_base))
    for name in ("Minutes Question", "Minutes Motion", "Heading 2"):
        word.styles[name].delete()
    word.save(str(own_base))

    with pytest.raises(ExportRefused) as refused:
        docx_bytes(document(para(Role.TEXT, "x")), with_base(style, own_base))

    for name in ("own.docx", "“Minutes Question”", "“Minutes Motion”", "“Heading 2”"):
        assert name in str(refused.value)
    assert "Minutes Answer" not in str(refused.value)


def test_an_ordinary_document_lacks_them_all(style: Style, tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    docx.Document().save(str(path))

    with pytest.raises(ExportRefused, match="“Minutes Body”"):
        docx_bytes(document(para(Role.TEXT, "x")), with_base(style, path))


@pytest.mark.parametrize("content", [b"", b"no Word document", b"PK\x03\x04 cut short"])
def test_what_is_no_word_document_is_no_base(style: Style, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "base.docx"
    path.write_bytes(content)

    with pytest.raises(ExportRefused, match=r"base\.docx .*no Word document"):
        docx_bytes(document(para(Role.TEXT, "x")), with_base(style, path))


def test_a_zip_of_something_else_is_no_base(style: Style, tmp_path: Path) -> None:
    path = tmp_path / "base.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday.txt", "sun")

    with pytest.raises(ExportRefused, match="no Word document"):
        docx_bytes(document(para(Role.TEXT, "x")), with_base(style, path))


def test_a_base_that_is_not_there(style: Style, tmp_path: Path) -> None:
    with pytest.raises(ExportRefused, match=r"nowhere\.docx"):
        docx_bytes(document(para(Role.TEXT, "x")), with_base(style, tmp_path / "nowhere.docx"))


def test_a_base_that_changes_is_read_again(style: Style, own_base: Path) -> None:
    made: Document = document(para(Role.QUESTION, "Why?"))
    ours = with_base(style, own_base)
    docx_bytes(made, ours)

    word = docx.Document(str(own_base))
    word.styles["Minutes Question"].font.size = Pt(21)
    word.save(str(own_base))

    changed = docx.Document(io.BytesIO(docx_bytes(made, ours)))
    assert changed.styles["Minutes Question"].font.size == Pt(21)
