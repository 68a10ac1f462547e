"""A minutes folder of its own for each test, and the commands as a function."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import Struct

from minute_taker.cli import main

NOTES = """\
committee: Parks Committee
date: 3 March 2026
time: 7.00 pm
members: Ada Larkin (Chairman), Bo Winter

# Apologies for absence
# Bandstand repairs (4)
? When would the bandstand open again?
> In May, once the floor had been laid.
! That the report be noted
"""


class Answer(Struct):
    """What a command did: its exit status and what it printed."""

    status: int
    out: str
    err: str


Command = Callable[..., Answer]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty minutes folder, and nothing else that could be taken for one."""
    monkeypatch.delenv("MINUTE_TAKER_FOLDER", raising=False)
    return tmp_path / "Minutes"


@pytest.fixture
def command(folder: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command in ``folder``."""

    def run(*words: str | Path) -> Answer:
        capsys.readouterr()
        status = main(["--folder", str(folder), *map(str, words)])
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return run


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A notes file of a small meeting."""
    path = tmp_path / "parks.notes"
    path.write_text(NOTES, encoding="utf-8")
    return path


@pytest.fixture
def draft(command: Command, notes: Path) -> Path:
    """The same meeting as a draft."""
    return Path(command("import", notes).out.strip())
