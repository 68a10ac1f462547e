"""A power cut: what had not reached the device is gone, and what was said to be saved is there.

The drafts lie on a small disk in a file. In the middle of a save the writer is stopped and that
file is copied as it is: whatever the system still held in memory for the small disk is not in
the copy, just as after a power cut. The copy is then mounted, and the draft on it opened.
"""

from __future__ import annotations

import contextlib
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fault_meetings import first_meeting, nth_state
from fault_runs import Worker, left_by, no_flush, read_stock, write_stock

from minute_taker.drafts.errors import DraftUnreadable
from minute_taker.drafts.store import DraftStore

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="disks in files of Linux")


@contextlib.contextmanager
def mounted(image: Path, place: Path) -> Iterator[Path]:
    place.mkdir(exist_ok=True)
    mount = ["mount", "-o", "loop", str(image), str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("needs the right to mount")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def image(tmp_path) -> Path:
    """A disk in a file, with a file system that knows a journal."""
    made = tmp_path / "disk.img"
    with made.open("wb") as file:
        file.truncate(16 << 20)
    program = shutil.which("mkfs.ext4", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if program is None:
        pytest.skip("needs mkfs.ext4")
    subprocess.run([program, "-q", "-F", str(made)], check=True)
    return made


def cut(image: Path, worker: Worker, chance: random.Random, copy: Path) -> int:
    """Stop the worker somewhere in a save and copy the disk; what it had saved by then."""
    for _ in range(chance.randint(1, 6)):
        worker.hear()
    time.sleep(chance.random() * 0.02)
    worker.process.send_signal(signal.SIGSTOP)
    shutil.copyfile(image, copy)
    # All that it had said was said before it was stopped.
    worker.end()
    return worker.saved


def run(image: Path, tmp_path: Path, rounds: int, long: bool, look, *options, env=None) -> None:
    """Cut the power so often; ``look(place of the disk, seed, saved)`` at each copy."""
    for number in range(rounds):
        seed = random.randrange(10**9) if long else number
        copy = tmp_path / "cut.img"
        with mounted(image, tmp_path / "disk") as disk:
            draft = disk / "drafts" / "parks.json"
            shutil.rmtree(disk / "drafts", ignore_errors=True)
            if "stock" in options:
                draft.parent.mkdir()
                write_stock(draft, first_meeting())
            else:
                DraftStore.create_at(draft, first_meeting()).close()
            subprocess.run(["sync", "-f", str(disk)], check=True)
            worker = Worker(draft, seed, *options, env=env)
            saved = cut(image, worker, random.Random(seed), copy)
        with mounted(copy, tmp_path / "after") as disk:
            look(disk / "drafts" / "parks.json", seed, saved)


def test_what_was_said_to_be_saved_is_there(image, tmp_path, rounds, long):
    def look(draft: Path, seed: int, saved: int) -> None:
        left_by(draft, first_meeting(), seed, saved)

    run(image, tmp_path, rounds(4, 60), long, look)


def test_without_its_flushes_it_would_be_lost(image, tmp_path, long):
    """That the cut is one: the same program on a system that flushes nothing loses lines."""
    lost = []

    def look(draft: Path, seed: int, saved: int) -> None:
        states = [nth_state(first_meeting(), seed, number) for number in (saved, saved + 1)]
        try:
            store = DraftStore.open(draft, read_only=True)
        except DraftUnreadable:
            lost.append(seed)
        else:
            lost.extend([seed] if (store.meeting, store.pending) not in states else [])

    run(image, tmp_path, 3, long, look, env=no_flush(tmp_path / "site"))
    assert lost


def test_the_control_loses_what_it_flushed(image, tmp_path, long):
    """TinyDB's own storage flushes what is too long and cuts it afterwards."""
    if not long:
        pytest.skip("in the long form; it takes a while until it happens")
    broken = []

    def look(draft: Path, seed: int, saved: int) -> None:
        states = [nth_state(first_meeting(), seed, number) for number in (saved, saved + 1)]
        try:
            broken.extend([seed] if read_stock(draft) not in states else [])
        except (ValueError, KeyError, TypeError):
            broken.append(seed)

    run(image, tmp_path, 60, long, look, "--engine", "stock")
    print(f"\nstock JSONStorage: {len(broken)} of 60 power cuts left what was not saved")
    assert broken
