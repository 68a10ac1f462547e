"""The Word document through the project's own gate and a validator of the format."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from any_meeting import items, written
from handmade_minutes import documents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openxml_audit import OpenXmlValidator
from varying import with_settings

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.blocks import Document
from minute_taker.composing.compose import compose
from minute_taker.composing.style import Style, available_styles, load_style
from minute_taker.exporting.docx_check import check_docx
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.minutes.model import Meeting

STYLE = load_style()
COUNCIL = Path(__file__).parents[1] / "composing" / "council.notes"
RUN_IN = {
    "headings.items": "run in",
    "headings.subheadings": "run in",
    "headings.subheading_mark": "{i})",
    "headings.paragraph_numbers": "each question",
    "attendance.layout": "blocks",
    "when.unbroken": True,
}
STYLES = {name: load_style(name) for name in available_styles()}
STYLES["headings run in"] = with_settings(STYLE, RUN_IN)


def meeting_of(parts) -> Meeting:
    """The meeting that the parts make, each place for words filled with its own."""
    count = itertools.count(1)
    return read_notes(written(parts, lambda _: f"word {next(count)}").encode()).meeting


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


@pytest.mark.parametrize("public", [True, False])
@pytest.mark.parametrize("name", available_styles())
def test_nothing_is_found_in_a_council_meeting(name: str, public: bool, tmp_path: Path) -> None:
    style = load_style(name)
    made = compose(read_notes(COUNCIL.read_bytes()).meeting, style, public=public)
    data = docx_bytes(made, style)

    assert check_docx(data, made) == []
    assert audit(tmp_path / "council.docx", data) == []


@settings(max_examples=100)
@given(parts=items, name=st.sampled_from(sorted(STYLES)), public=st.booleans())
def test_nothing_is_found_in_any_meeting(parts, name: str, public: bool) -> None:
    made = compose(meeting_of(parts), STYLES[name], public=public)

    assert check_docx(docx_bytes(made, STYLES[name]), made) == []


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(parts=items, name=st.sampled_from(sorted(STYLES)))
def test_any_meeting_is_what_the_format_allows(tmp_path: Path, parts, name: str) -> None:
    made = compose(meeting_of(parts), STYLES[name], public=False)

    assert audit(tmp_path / "any.docx", docx_bytes(made, STYLES[name])) == []


@settings(max_examples=150)
@given(documents())
def test_any_document_comes_back_as_it_was_composed(made: Document) -> None:
    assert check_docx(docx_bytes(made, STYLE), made) == []


@settings(
    max_examples=15,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(documents())
def test_any_document_is_what_the_format_allows(tmp_path: Path, made: Document) -> None:
    assert audit(tmp_path / "any.docx", docx_bytes(made, STYLE)) == []


def test_the_same_minutes_are_the_same_bytes(
    minutes: Document, style: Style, word_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)
    monkeypatch.setattr("time.localtime", lambda *_: pytest.fail("the time of day is in it"))

    assert docx_bytes(minutes, style) == word_file
