"""``minute-taker help``, and what is shown where there is no terminal."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from minute_taker.cli import main
from minute_taker.help.pages import TOPICS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "Minutes"


@pytest.fixture
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())


def test_the_pages_are_listed(capsys) -> None:
    assert main(["help"]) == 0
    out = capsys.readouterr().out
    for topic in TOPICS.values():
        assert f"  {topic.name} " in out
        assert topic.summary in out


@pytest.mark.parametrize("name", TOPICS)
def test_a_page_is_printed(name: str, capsys) -> None:
    assert main(["help", name.upper()]) == 0
    text = capsys.readouterr().out
    assert main(["help", name, "--markdown"]) == 0
    assert capsys.readouterr().out.startswith(f"# {text.splitlines()[0]}")


def test_a_page_that_is_not_there_is_refused_with_those_that_are(capsys) -> None:
    assert main(["help", "nonsense"]) == 1
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert all(name in said for name in TOPICS)


@pytest.mark.parametrize("words", [[], ["sample"]])
def test_without_a_terminal_the_sample_is_written_as_a_document(
    words: list[str], folder: Path, no_keys: None, capsys
) -> None:
    assert main(["--folder", str(folder), *words]) == 0
    out = capsys.readouterr().out
    (document,) = folder.glob("exports/*.docx")
    assert str(document) in out
    assert " sample" in out
    assert zipfile.ZipFile(document).testzip() is None
    assert not list(folder.glob("drafts/*"))


def test_a_document_changed_by_hand_stays_beside_the_samples(
    folder: Path, no_keys: None, capsys
) -> None:
    assert main(["--folder", str(folder)]) == 0
    (document,) = folder.glob("exports/*.docx")
    document.write_bytes(b"my own")
    assert main(["--folder", str(folder)]) == 0
    assert document.read_bytes() == b"my own"
    assert len(list(folder.glob("exports/*.docx"))) == 2
