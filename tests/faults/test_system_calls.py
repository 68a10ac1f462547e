"""A fault at each system call of a save: no space, an error of the disk, no right, a kill."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys

import pytest
from fault_line_mode import LineMode
from fault_meetings import first_meeting, nth_state
from fault_runs import Worker, left_by
from fault_screen import SAVED, draft_of, enter_and_see_saved, folders, screen_of

from minute_taker.drafts import recovery
from minute_taker.drafts.reading import read_draft
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


class Strace:
    """strace attached to a process that waits at the brink of a save."""

    def __init__(self, pid: int, log, *options):
        command = [STRACE or "strace", "-f", "-p", str(pid), "-o", str(log), *options]
        self.strace = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
        # It says so once it has all the threads of the process.
        said = self.strace.stderr.readline()
        assert "attached" in said, said

    def detach(self) -> None:
        if self.strace.poll() is None:
            self.strace.send_signal(signal.SIGTERM)
        self.strace.wait(30)
        self.strace.stderr.close()


class Traced(Strace):
    """A worker with strace attached after its first save, which imports what is imported late."""

    def __init__(self, draft, seed, log, *options):
        self.worker = Worker(draft, seed, "--wait")
        assert self.worker.hear() == "ready"
        assert self.worker.go_on() == "saved 1"
        super().__init__(self.worker.process.pid, log, *options)


def calls_of_a_save(draft, log, *options: str) -> list[tuple[str, int]]:
    """Each file call of one save: its name, and the how-manieth of that name it is."""
    traced = Traced(draft, 1, log, "-e", f"trace={FILE_CALLS}", *options)
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


def always(**refused: str) -> list[str]:
    """Have calls refused each time, as by a file system that does not know them."""
    return [word for name, why in refused.items() for word in ("-e", f"inject={name}:error={why}")]


#: What disks do not know on which a draft may lie: those of other systems, shares, sticks.
LESSER_DISKS = {
    "no exchange": always(renameat2="EINVAL"),
    "no exchange, no links": always(renameat2="EINVAL", link="EPERM"),
}
#: The calls that touch a name; between any two others the names stay as they are.
OF_NAMES = {"link", "rename", "renameat2", "unlink", "openat", "fsync"}


@pytest.mark.parametrize("disk", LESSER_DISKS)
def test_killed_at_each_call_where_two_names_cannot_be_exchanged(draft, tmp_path, long, disk):
    """At no moment is there no whole file under the draft's name."""
    lesser, seed = LESSER_DISKS[disk], 1
    calls = calls_of_a_save(draft, tmp_path / "log", *lesser)
    assert len([name for name, _ in calls if name == "rename"]) > 3
    # What is refused each time cannot be where it is killed.
    calls = [call for call in calls if f"inject={call[0]}:" not in " ".join(lesser)]
    if not long:
        # From the first step that changes the draft's name or the one that waits beside it.
        start = calls.index(("rename", 1))
        calls = [call for call in calls[start:] if call[0] in OF_NAMES][::2]
    for name, number in calls:
        where = f"killed at {name} {number}"
        before = opened(draft)
        kill = ["-e", f"inject={name}:signal=KILL:when={number}"]
        traced = Traced(draft, seed, tmp_path / "log", *lesser, *kill)
        assert traced.worker.go_on() == "", where
        traced.detach()
        traced.worker.end()
        left = as_it_is(draft)
        assert left in (nth_state(before, seed, 1), nth_state(before, seed, 2)), where
        left_by(draft, before, seed, traced.worker.saved)


#: What a save does to the draft's name and bytes; other parts of a program do none of it.
SAFE_CALLS = [("fsync", 1), ("fsync", 2), ("rename", 1), ("renameat2", 1), ("rename", 2)]


def faults_at_calls(long: bool):
    """Each fault at each call that makes a save safe; in the short form each fault once."""
    every = [(fault, *call) for call in SAFE_CALLS for fault in [*ERRORS, "kill"]]
    return every if long else every[::5]


def inject(fault: str, name: str, number: int) -> list[str]:
    told = "signal=KILL" if fault == "kill" else f"error={fault}"
    return ["-e", f"trace={name}", "-e", f"inject={name}:{told}:when={number}"]


def test_line_mode_with_a_fault_at_each_call_that_makes_a_save_safe(draft, tmp_path, long):
    for fault, name, number in faults_at_calls(long):
        where, before = f"{fault} at {name} {number}", texts(draft)
        clerk = LineMode(draft)
        assert clerk.enter("Before.").startswith("saved "), where
        traced = Strace(clerk.process.pid, tmp_path / "log", *inject(fault, name, number))
        answer = clerk.enter("Typed then.")
        traced.detach()
        typed = [*before, "Before.", "Typed then."]
        if fault == "kill":
            assert answer == "", where
            clerk.end()
            assert texts(draft) in (typed[:-1], typed), where
            continue
        assert "INJECTED" in (tmp_path / "log").read_text(), where
        if answer.startswith("refused: not saved yet"):
            assert "kept on this computer" in answer, where
            assert texts(draft) in (typed[:-1], typed), where
        else:
            assert texts(draft) == typed, where
        assert "saved " in clerk.enter("After."), where
        assert clerk.end()[0] == 0, where
        assert texts(draft) == [*typed, "After."], where
        assert recovery.list_recoveries() == [], where


def test_the_screen_with_a_fault_at_each_call_that_makes_a_save_safe(tmp_path, long):
    faults = faults_at_calls(long)
    before = [line.text for _, line in first_meeting().lines()]
    for turn, folder in folders(tmp_path, range(len(faults))):
        fault, name, number = faults[turn]
        where = f"{fault} at {name} {number}"
        with screen_of(folder) as screen:
            enter_and_see_saved(screen, "Before.")
            traced = Strace(screen.pid, tmp_path / "log", *inject(fault, name, number))
            typed = [*before, "Before.", "Typed then."]
            screen.type("Typed then.\r")
            if fault == "kill":
                assert screen.wait() == -signal.SIGKILL, where
            else:
                screen.wait_until(lambda text: SAVED.search(text) and "Typed then." in text, where)
                enter_and_see_saved(screen, "After.")
                screen.signal(signal.SIGKILL)
                assert "INJECTED" in (tmp_path / "log").read_text(), where
            traced.detach()
        found = texts(draft_of(folder))
        if fault == "kill":
            # It may have been the save of the words while they were in the composer.
            assert found in (typed[:-1], typed), where
        else:
            assert found == [*typed, "After."], where


def test_the_screen_on_a_disk_that_does_not_answer_for_a_while(tmp_path):
    ((_, folder),) = folders(tmp_path, range(1))
    with screen_of(folder) as screen:
        enter_and_see_saved(screen, "Before.")
        # A call that only the draft's own file needs, so that the other disk answers.
        late = ["-e", "trace=renameat2", "-e", "inject=renameat2:delay_enter=5000000:when=1"]
        traced = Strace(screen.pid, tmp_path / "log", *late)
        screen.type("Typed then.\r")
        screen.wait_for("NOT SAVED the disk does not answer; it is kept on this computer")
        assert texts(draft_of(folder))[-1] == "Before."
        (kept,) = recovery.list_recoveries()
        kept_now = read_draft(kept.file.read_bytes()).meeting
        assert [line.text for _, line in kept_now.lines()][-1] == "Typed then."
        screen.wait_until(SAVED.search, "saved")
        traced.detach()
        screen.signal(signal.SIGKILL)
    assert texts(draft_of(folder))[-2:] == ["Before.", "Typed then."]
    assert recovery.list_recoveries() == []


def texts(draft) -> list[str]:
    return [line.text for _, line in as_it_is(draft)[0].lines()]


def as_it_is(draft):
    view = DraftStore.open(draft, read_only=True)
    assert not view.notices
    view.close()
    return view.meeting, view.pending


def opened(draft):
    return as_it_is(draft)[0]
