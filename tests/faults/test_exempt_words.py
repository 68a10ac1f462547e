"""Where exempt words are on the disk after a whole sitting: in the draft and its companions."""

from __future__ import annotations

import gzip
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from fault_screen import (
    enter_and_see_saved,
    reopened,
    screen_of,
    type_into_composer,
    wait_until_kept,
)

from minute_taker.capture.notes_reader import read_notes
from minute_taker.drafts.store import DraftStore

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a pty")

#: A word that stands nowhere else.
EXEMPT = b"quetzalcoatl"

NOTES = b"""\
committee: Parks Committee
date: 3 March 2026
members: Ada Larkin (Chairman), Bo Winter

# Bandstand repairs
The report was introduced.
# Weir roof tenders (Part II, 3)
The tenders were opened.
"""


@pytest.fixture
def home(tmp_path, monkeypatch) -> Path:
    """A home, a state folder and a folder for temporary files, all of which are looked through."""
    for name, variable in {"home": "HOME", "temporary": "TMPDIR", "cache": "XDG_CACHE_HOME",
                           "state": "MINUTE_TAKER_STATE"}.items():  # fmt: skip
        (tmp_path / name).mkdir()
        monkeypatch.setenv(variable, str(tmp_path / name))
    return tmp_path


def command(folder: Path, *words: str, typed: str = "") -> str:
    line = [sys.executable, "-m", "minute_taker", "--folder", str(folder), *words]
    done = subprocess.run(line, input=typed, capture_output=True, text=True, check=True)
    return done.stdout


def contents(path: Path) -> bytes:
    """A file's bytes, unpacked where they are packed."""
    data = path.read_bytes()
    if data.startswith(b"\x1f\x8b"):
        return gzip.decompress(data)
    if data.startswith(b"PK"):
        with zipfile.ZipFile(path) as package:
            return b"".join(package.read(name) for name in package.namelist())
    return data


def holding(home: Path) -> set[Path]:
    """The files that hold the exempt word, in whatever letters."""
    return {
        path
        for path in home.rglob("*")
        if path.is_file() and not path.is_symlink() and EXEMPT in contents(path).lower()
    }


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_whole_sitting(home):
    folder = home / "Minutes"
    DraftStore.create(folder / "drafts", read_notes(NOTES).meeting).close()
    with screen_of(folder) as screen:
        enter_and_see_saved(screen, "The Quetzalcoatl Tenders Group (QTG) was the lowest.")
        enter_and_see_saved(screen, "? @bo What did Quetzalcoatl offer?")
        enter_and_see_saved(screen, "+ Bo Winter: write to Quetzalcoatl (by 1 April 2026)")
        type_into_composer(screen, "Quetzalcoatl would be told")
        wait_until_kept(screen, folder, "Quetzalcoatl would be told")
        screen.signal(signal.SIGKILL)
    with screen_of(folder) as screen:
        enter_and_see_saved(screen, " in the morning.")
        type_into_composer(screen, "So would Quetzalcoatl's")
        screen.signal(signal.SIGHUP)
    assert reopened(folder).meeting.line_count() == 6
    command(folder, "capture", "parks", typed="Quetzalcoatl had withdrawn.\n:delete 2\n:undo\n")
    for format in ("docx", "html", "markdown", "text"):
        command(folder, "export", "parks", "--format", format)
    for words in (["show", "parks"], ["list"]):
        assert EXEMPT not in command(folder, *words).lower().encode()
    full = Path(command(folder, "export", "parks", "--copy", "full").strip())

    companions = folder / "drafts"
    found = holding(home)
    assert found
    elsewhere = {path for path in found if companions not in path.parents}
    assert elsewhere == {full}
    assert any("history" in path.parts for path in found)
    open_to_others = [path for path in found if mode(path) != 0o600]
    assert open_to_others == []
    folders = {companions, *(path for path in companions.rglob("*") if path.is_dir())}
    assert [path for path in folders if mode(path) != 0o700] == []
    assert not any(EXEMPT.decode() in path.name.lower() for path in home.rglob("*"))


def test_what_could_not_be_saved_is_in_the_recovery_file_alone(home, small_disk):
    folder = small_disk / "Minutes"
    DraftStore.create(folder / "drafts", read_notes(NOTES).meeting).close()
    with screen_of(folder) as screen:
        with (small_disk / "filler").open("wb", buffering=0) as file:
            try:
                while True:
                    file.write(b"x" * 4096)
            except OSError:
                pass
        screen.type("Quetzalcoatl had withdrawn.\r")
        screen.wait_for("NOT SAVED")
        screen.signal(signal.SIGTERM)
    (kept,) = holding(home)
    assert kept.parent == home / "state" / "unsaved"
    assert mode(kept) == 0o600
    assert mode(kept.parent) == 0o700


SLOW_LIBREOFFICE = """\
#!/bin/sh
echo $$ > "$HOME/begun.new"
mv "$HOME/begun.new" "$HOME/begun"
exec sleep 600
"""


@pytest.fixture
def libreoffice(home, monkeypatch):
    """A LibreOffice that takes its time; its process number, once it has begun."""
    program = home / "programs" / "soffice"
    program.parent.mkdir()
    program.write_text(SLOW_LIBREOFFICE)
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")

    def begun() -> int:
        until = time.monotonic() + 60
        while not (home / "home" / "begun").exists():
            assert time.monotonic() < until, "no LibreOffice was started"
            time.sleep(0.02)
        return int((home / "home" / "begun").read_text())

    return begun


def full_pdf(folder: Path) -> subprocess.Popen:
    """The export of a draft with exempt text, under way."""
    DraftStore.create(folder / "drafts", read_notes(NOTES).meeting).close()
    command(folder, "capture", "parks", typed=":go 2\nQuetzalcoatl had withdrawn.\n")
    line = [sys.executable, "-m", "minute_taker", "--folder", str(folder), "export", "parks"]
    words = ["--copy", "full", "--format", "pdf"]
    return subprocess.Popen([*line, *words], stderr=subprocess.PIPE, text=True)


def outside(home: Path, folder: Path) -> set[Path]:
    return {path for path in holding(home) if folder / "drafts" not in path.parents}


def test_a_full_copy_that_is_killed_half_way_leaves_nothing_for_long(home, libreoffice):
    folder = home / "Minutes"
    export = full_pdf(folder)
    other = libreoffice()
    # While it is at work, nobody clears it away.
    command(folder, "export", "parks", "--format", "text")
    (left,) = outside(home, folder)
    assert home / "state" in left.parents
    assert mode(left.parent) == 0o700
    export.kill()
    export.communicate()
    os.kill(other, signal.SIGKILL)

    def start_the_screen() -> None:
        with screen_of(folder) as screen:
            screen.signal(signal.SIGKILL)

    rooms = left.parent.parent
    shutil.copytree(rooms, home / "again")
    for clears in (
        lambda: command(folder, "export", "parks", "--format", "text"),
        lambda: command(folder, "capture", "parks"),
        start_the_screen,
    ):
        shutil.rmtree(rooms)
        shutil.copytree(home / "again", rooms)
        assert left in outside(home, folder)
        clears()
        assert list(rooms.iterdir()) == []


def test_a_libreoffice_that_is_killed_leaves_nothing(home, libreoffice):
    folder = home / "Minutes"
    export = full_pdf(folder)
    os.kill(libreoffice(), signal.SIGKILL)
    _, said = export.communicate(timeout=60)
    assert export.returncode == 1
    assert "LibreOffice made no PDF" in said
    assert outside(home, folder) == set()
    assert list((home / "state" / "exporting").iterdir()) == []


def test_a_full_copy_that_was_being_put_in_place_is_swept_away(home):
    folder = home / "Minutes"
    DraftStore.create(folder / "drafts", read_notes(NOTES).meeting).close()
    command(folder, "capture", "parks", typed=":go 2\nQuetzalcoatl had withdrawn.\n")
    words = ("export", "parks", "--copy", "full")
    document = Path(command(folder, *words).strip())
    half = document.with_name(f".{document.name}.0123abcd.new")
    half.write_bytes(document.read_bytes())
    command(folder, *words)
    assert outside(home, folder) == {document}
