"""Starting the worker, killing it, and looking at what it left."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
from fault_meetings import nth_state, states
from tinydb import TinyDB

from minute_taker.drafts.records import assemble
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.model import Meeting

HERE = Path(__file__).parent
WORKER = HERE / "fault_worker.py"

SLOW_DISK = """\
import os, time
_fsync, _delay = os.fsync, float(os.environ["FSYNC_DELAY"])
def fsync(descriptor):
    time.sleep(_delay)
    _fsync(descriptor)
os.fsync = fsync
"""

KILLED_AT_FSYNC = """\
import os, signal
_fsync, _left = os.fsync, [int(os.environ["KILL_AT_FSYNC"])]
def fsync(descriptor):
    _fsync(descriptor)
    _left[0] -= 1
    if _left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
os.fsync = fsync
"""


NO_FLUSH = """\
import os
os.fsync = lambda descriptor: None
"""


def no_flush(folder: Path) -> dict[str, str]:
    """An environment in which nothing is flushed to the disk."""
    return _site(folder, NO_FLUSH)


CLOCK = """\
import datetime, os
from minute_taker.drafts import storage
storage.local_now = lambda: datetime.datetime(int(os.environ["YEAR"]), 3, 3, 19, 0)
"""


def clock_in(folder: Path, year: int) -> dict[str, str]:
    """An environment in which it is always the evening of 3 March of that year."""
    return _site(folder, CLOCK, YEAR=str(year))


def slow_disk(folder: Path, seconds: float) -> dict[str, str]:
    """An environment in which every fsync takes so much longer."""
    return _site(folder, SLOW_DISK, FSYNC_DELAY=str(seconds))


def killed_at_fsync(folder: Path, number: int) -> dict[str, str]:
    """An environment in which the process dies right after its so-manieth fsync."""
    return _site(folder, KILLED_AT_FSYNC, KILL_AT_FSYNC=str(number))


def _site(folder: Path, code: str, **variables: str) -> dict[str, str]:
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(code)
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **variables}


#: So many programs are killed at once in the long form: they wait more than they work.
LANES = 4


def in_lanes(rounds: int, play: Callable[[int, range], None]) -> None:
    """Share so many rounds out among lanes that run at once, where there are many of them.

    ``play(lane, turns)`` does its turns one after the other, on a draft that no other lane has.
    """
    lanes = LANES if rounds >= 5 * LANES else 1
    with ThreadPoolExecutor(lanes) as pool:
        playing = [pool.submit(play, lane, range(lane, rounds, lanes)) for lane in range(lanes)]
    for lane in playing:
        lane.result()


class Worker:
    """A running worker, and the number of the last state that it said is saved."""

    def __init__(self, draft: Path, seed: int, *options: str, env: dict[str, str] | None = None):
        self.process = subprocess.Popen(
            [sys.executable, str(WORKER), str(draft), str(seed), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=env,
        )
        self.saved = 0
        self.said: list[str] = []

    def hear(self) -> str:
        """The next thing it says; empty when it has ended."""
        line = self.process.stdout.readline().strip()
        if line:
            self.said.append(line)
        if line.startswith("saved "):
            self.saved = int(line.split()[1])
        return line

    def go_on(self) -> str:
        """Have a waiting worker do its next save; what it says."""
        self.process.stdin.write("\n")
        self.process.stdin.flush()
        return self.hear()

    def end(self, sign: int = signal.SIGKILL) -> str:
        """Kill it, and hear what it had said until then; what it said on standard error."""
        self.process.send_signal(sign)
        while self.hear():
            pass
        errors = self.process.stderr.read()
        self.process.wait(60)
        for pipe in (self.process.stdin, self.process.stdout, self.process.stderr):
            pipe.close()
        return errors


def kill_in_the_middle(draft: Path, seed: int, *options: str, env: dict[str, str] | None = None,
                       spread: float = 0.02) -> int:  # fmt: skip
    """Let a worker save a few times, kill it at some moment after that; what it had saved."""
    chance = random.Random(seed)
    worker = Worker(draft, seed, *options, env=env)
    for _ in range(chance.randint(1, 6)):
        worker.hear()
    time.sleep(chance.random() * spread)
    errors = worker.end()
    assert "Traceback" not in errors, errors
    assert worker.said, errors
    return worker.saved


def left_by(draft: Path, before: Meeting, seed: int, saved: int, ahead: int = 1) -> State:
    """What is on the disk, held against what was said to be saved.

    It must be that state, or one of the ``ahead`` next ones that were on their way.
    """
    store = DraftStore.open(draft)
    store.close()
    assert not store.notices, store.notices
    assert not store.read_only, store.read_only_reason
    found = (store.meeting, store.pending)
    fitting = [nth_state(before, seed, saved)] if saved else []
    row = states(before, seed)
    for _ in range(saved):
        next(row)
    fitting += [next(row) for _ in range(ahead)]
    if not saved:
        assert found[0] == before or found in fitting
    else:
        assert found in fitting, f"after {saved} saves"
    return found


State = tuple[Meeting, Pending | None]


def read_stock(draft: Path) -> State:
    """What stock TinyDB makes of the file. Raises what it raises."""
    with TinyDB(draft, access_mode="r") as db:
        tables = db.storage.read()
    return assemble(tables)


def write_stock(draft: Path, meeting: Meeting) -> None:
    """The meeting's tables, through stock TinyDB."""
    from minute_taker.drafts.records import Encoder

    tables = Encoder().tables(meeting, None)
    with TinyDB(draft) as db:
        db.storage.write(
            {
                name: {key: msgspec.json.decode(row) for key, row in rows.items()}
                for name, rows in tables.items()
            }
        )
