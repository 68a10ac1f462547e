"""Opening the folder of the documents, where there is a window to open it in."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from minute_taker.exporting.folder import NoWindow, open_folder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at how Linux does it")


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a stand-in for the desktop's program notes which folder it was given."""
    note = tmp_path / "shown.txt"
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > "{note}.new"; mv "{note}.new" "{note}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("DISPLAY", ":0")
    return note


def test_the_folder_is_opened_and_made_first(tmp_path: Path, shown: Path) -> None:
    folder = tmp_path / "exports of the year"

    open_folder(folder)

    for _ in range(500):
        if shown.exists():
            break
        time.sleep(0.01)
    assert shown.read_text() == str(folder)
    assert folder.is_dir()


def test_without_a_window_it_is_said_where_the_folder_is(
    tmp_path: Path, shown: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)

    with pytest.raises(NoWindow) as said:
        open_folder(tmp_path / "exports")

    assert str(tmp_path / "exports") in str(said.value)
    assert not shown.exists()


def test_without_a_program_for_it_it_is_said_where_the_folder_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(NoWindow, match="exports"):
        open_folder(tmp_path / "exports")
