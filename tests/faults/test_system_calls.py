"""A fault at each system call of a save: no space, an error of the disk, no right, a kill."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fault_meetings import first_meeting, nth_state
from fault_runs import Worker, left_by

from minute_taker.drafts.store import DraftStore

STRACE = shutil.which("strace")

# What a save does with files. Memory and threads are Python's own affair.
FILE_CALLS = "%file,%desc,fsync,ftruncate"
NOT_A_FILE = {"mmap", "munmap", "read", "poll", "select", "pselect6", "ioctl", "getcwd"}
ERRORS = ("ENOSPC", "EIO", "EACCES")


def strace(*options: str) -> list[str]:
    return [STRACE or "strace", "-f", "-qq", *options]


def _may_trace() -> bool:
    if STRACE is None or sys.platform != "linux":
        return False
    command = [*strace("-e", "inject=getpid:error=EPERM:when=1"), "true"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not _may_trace(), reason="needs strace and the right to trace")


@pytest.fixture
def draft(tmp_path):
    store = DraftStore.create(tmp_path / "drafts", first_meeting())
    store.save(first_meeting())
    store.close()
    return store.path


class Traced:
    """A worker that waits at the brink of a save, with strace attached from there on."""

    def __init__(self, draft, seed, log, *options):
        self.worker = Worker(draft, seed, "--wait")
        assert self.worker.hear() == "ready"
        # One save without strace, so that everything it imports late is there.
        assert self.worker.go_on() == "saved 1"
        command = strace("-p", str(self.worker.process.pid), "-o", str(log), *options)
        self.strace = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        self._wait_until_attached()

    def _wait_until_attached(self) -> None:
        status = Path(f"/proc/{self.worker.process.pid}/status")
        end = time.monotonic() + 30
        while time.monotonic() < end:
            tracer = re.search(r"TracerPid:\t(\d+)", status.read_text())
            if tracer and int(tracer[1]):
                # Attached, and a moment more for it to let the process go on.
                time.sleep(0.05)
                return
            time.sleep(0.005)
        raise AssertionError("strace did not attach")

    def detach(self) -> None:
        if self.strace.poll() is None:
            self.strace.send_signal(signal.SIGTERM)
        self.strace.wait(30)
        self.strace.stderr.close()


def calls_of_a_save(draft, log) -> list[tuple[str, int]]:
    """Each file call of one save: its name, and the how-manieth of that name it is."""
    traced = Traced(draft, 1, log, "-e", f"trace={FILE_CALLS}")
    assert traced.worker.go_on() == "saved 2"
    traced.detach()
    traced.worker.end()
    counts: dict[str, int] = {}
    calls = []
    for line in log.read_text().splitlines():
        match = re.match(r"\d+ +(\w+)\(", line)
        if match and match[1] not in NOT_A_FILE and "write(1, " not in line:
            counts[match[1]] = counts.get(match[1], 0) + 1
            calls.append((match[1], counts[match[1]]))
    return calls


def test_a_save_makes_the_calls_that_make_it_safe(draft, tmp_path):
    names = [name for name, _ in calls_of_a_save(draft, tmp_path / "log")]
    assert names.count("fsync") == 2
    first, last = names.index("fsync"), len(names) - 1 - names[::-1].index("fsync")
    renames = [n for n, name in enumerate(names) if name.startswith("rename")]
    assert first < min(renames)
    assert max(renames) < last


@pytest.mark.parametrize("fault", [*ERRORS, "kill"])
def test_a_fault_at_each_call(draft, tmp_path, long, fault):
    calls = calls_of_a_save(draft, tmp_path / "log")
    assert len(calls) > 12
    # In the short form each kind of fault takes its turn with every fourth call.
    start, step = (0, 1) if long else ([*ERRORS, "kill"].index(fault), 4)
    for name, number in calls[start::step]:
        told = "signal=KILL" if fault == "kill" else f"error={fault}"
        seed = 1
        before = opened(draft)
        traced = Traced(
            draft, seed, tmp_path / "log", "-e", f"trace={name}",
            "-e", f"inject={name}:{told}:when={number}",
        )  # fmt: skip
        where = f"{fault} at {name} {number}"
        answer = traced.worker.go_on()
        if fault == "kill":
            assert answer == "", where
        else:
            assert answer == "saved 2" or answer.startswith("failed "), where
        traced.detach()
        if fault != "kill":
            assert "INJECTED" in (tmp_path / "log").read_text(), where
        state = nth_state(before, seed, 2)
        if answer.startswith("failed"):
            # Refused is refused: the draft is the old or the new one, never half of either.
            assert as_it_is(draft) in (nth_state(before, seed, 1), state), where
            assert traced.worker.go_on() == "saved 2", where
        errors = traced.worker.end()
        assert "Traceback" not in errors, errors
        if fault != "kill":
            assert as_it_is(draft) == state, where
        left_by(draft, before, seed, traced.worker.saved)


def as_it_is(draft):
    view = DraftStore.open(draft, read_only=True)
    assert not view.notices
    view.close()
    return view.meeting, view.pending


def opened(draft):
    return as_it_is(draft)[0]
