"""Two drafts of one committee and day do not export to one file without a question."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

NOTES = "committee: Parks Committee\ndate: 3 March 2026\n\n# Item\n! That the {} be noted\n"


@pytest.fixture
def drafts(command, tmp_path) -> list[str]:
    made = []
    for word in ("first", "second"):
        notes = tmp_path / f"{word}.notes"
        notes.write_text(NOTES.format(word))
        made.append(command("import", notes).out.strip())
    return made


@pytest.mark.parametrize("file_format", ["text", "docx", "html", "html-items"])
def test_what_another_draft_wrote_is_left_as_it_is(command, drafts, file_format) -> None:
    first, second = drafts
    written = Path(command("export", first, "--format", file_format).out.strip())

    refused = command("export", second, "--format", file_format)

    assert refused.status == 1
    assert Path(first).name in refused.err
    assert "--overwrite, or --output" in refused.err
    if file_format == "text":
        assert "the first be noted" in written.read_text()


def test_a_draft_replaces_its_own_document_and_another_where_the_clerk_says_so(
    command, drafts, monkeypatch
) -> None:
    first, second = drafts
    written = Path(command("export", first, "--format", "text").out.strip())
    typed = io.TextIOWrapper(io.BytesIO(b"! That the third be noted\n"))
    monkeypatch.setattr("sys.stdin", typed)
    command("capture", first)

    assert command("export", first, "--format", "text").status == 0
    assert "third" in written.read_text()
    assert command("export", second, "--format", "text", "--overwrite").status == 0
    assert "the second be noted" in written.read_text()
    assert command("export", first, "--format", "text").status == 1


def test_a_name_of_its_own_needs_no_question(command, drafts, tmp_path) -> None:
    first, second = drafts
    command("export", first, "--format", "text", "--output", tmp_path / "a.txt")
    again = command("export", second, "--format", "text", "--output", tmp_path / "b.txt")
    assert again.status == 0
