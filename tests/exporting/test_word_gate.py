"""The Word document through the project's own gate and a validator of the format."""

from __future__ import annotations

from pathlib import Path

import pytest
from handmade_minutes import documents
from hypothesis import HealthCheck, given, settings
from openxml_audit import OpenXmlValidator

from minute_taker.composing.blocks import Document
from minute_taker.composing.style import Style, available_styles, load_style
from minute_taker.exporting.docx_check import check_docx
from minute_taker.exporting.docx_document import docx_bytes

STYLE = load_style()


def audit(path: Path, data: bytes) -> list[str]:
    """What the validator finds in a file."""
    path.write_bytes(data)
    return [str(error) for error in OpenXmlValidator().validate(path).errors]


def test_nothing_is_found_in_minutes_with_everything(
    minutes: Document, word_file: bytes, tmp_path: Path
) -> None:
    assert check_docx(word_file, minutes) == []
    assert audit(tmp_path / "all.docx", word_file) == []


@pytest.mark.parametrize("name", available_styles())
def test_nothing_is_found_in_any_style(minutes: Document, name: str, tmp_path: Path) -> None:
    data = docx_bytes(minutes, load_style(name))

    assert check_docx(data, minutes) == []
    assert audit(tmp_path / "all.docx", data) == []


@settings(max_examples=150)
@given(documents())
def test_any_document_comes_back_as_it_was_composed(made: Document) -> None:
    assert check_docx(docx_bytes(made, STYLE), made) == []


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(documents())
def test_any_document_is_what_the_format_allows(tmp_path: Path, made: Document) -> None:
    assert audit(tmp_path / "any.docx", docx_bytes(made, STYLE)) == []


def test_the_same_minutes_are_the_same_bytes(
    minutes: Document, style: Style, word_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: pytest.fail("the time of day is in it"))

    assert docx_bytes(minutes, style) == word_file
