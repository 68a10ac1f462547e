"""The fault suite: everything that can go wrong with a draft's file, done to it on purpose.

Short form, with all the other tests:      python -m pytest tests/faults
Long form (300 kills of each kind and so on, about half an hour):

    python -m pytest tests/faults --long

What is shown as saved must be there after a kill at any moment, a full or failing disk, a
folder that may not be written, a clock that runs backwards, a second writer; and what is
damaged must be told, with the damaged bytes kept. ``fault_worker.py`` is the process that it
is done to, ``fault_meetings.py`` makes the changes that both sides can foresee. TinyDB's own
JSONStorage goes through the same kills as the control, and must fail them.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))


#: The modules whose tests start the program again for each fault.
_LONG = {
    "test_kills",
    "test_line_mode_kills",
    "test_screen_kills",
    "test_screen_disks",
    "test_system_calls",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what CI runs on one Python alone."""
    for item in items:
        if item.path.stem in _LONG:
            item.add_marker(pytest.mark.long_faults)


@pytest.fixture
def rounds(long: bool):
    """``rounds(12, 300)``: how often in the short form, and in the long one."""

    def choose(short: int, in_long_form: int) -> int:
        return in_long_form if long else short

    return choose


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 256 kB, where one may be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "minutes", str(disk)]
    with contextlib.suppress(FileNotFoundError):
        if subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            yield disk
            subprocess.run(["umount", "-l", str(disk)], check=True)
            return
    pytest.skip("needs the right to mount")
