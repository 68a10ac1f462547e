"""The process that is killed: it changes a draft by chance and says what it has saved.

    python fault_worker.py DRAFT SEED [--engine store|saver|stock] [--steps N] [--wait]
                           [--limit BYTES] [--user UID] [--unlocked]

``saved N`` is printed once the state after N changes is durable, ``failed WHY`` when a save was
refused. ``--wait`` opens the draft, prints ``ready`` and saves only when a line comes in.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from itertools import count, islice
from pathlib import Path

import msgspec
from fault_meetings import State, states
from tinydb import TinyDB

from minute_taker.drafts.errors import DraftNotSaved
from minute_taker.drafts.records import Encoder, assemble
from minute_taker.drafts.saver import Saver, SaveState
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Meeting

#: A worker that nobody kills ends by itself.
MOST = 20_000


def say(*words: object) -> None:
    # In one system call, so that half a word is never heard.
    os.write(1, f"{' '.join(map(str, words))}\n".encode())


class Stock:
    """The same tables through TinyDB's own storage: the control."""

    def __init__(self, path: Path) -> None:
        self._db = TinyDB(path)
        self._encoder = Encoder()
        self.meeting = assemble(self._db.storage.read())[0]

    def save(self, meeting: Meeting, pending: object) -> None:
        tables = self._encoder.tables(meeting, pending)
        self._db.storage.write(
            {
                name: {key: msgspec.json.decode(row) for key, row in rows.items()}
                for name, rows in tables.items()
            }
        )


def work(save: Callable[[Meeting, object], None], row: enumerate[State], wait: bool) -> None:
    """Save state after state; one that is refused is tried again until it is taken."""
    for number, state in islice(row, MOST):
        if wait:
            sys.stdin.readline()
        while True:
            try:
                save(*state)
            except DraftNotSaved as error:
                say("failed", error.why)
                if wait:
                    sys.stdin.readline()
                continue
            say("saved", number)
            break


def work_beside(store: DraftStore, row: enumerate[State]) -> None:
    """Hand state after state to the saver, faster than it can write, and say what it did."""
    numbers: dict[int, int] = {id(store.meeting): 0}
    kept: list[Meeting] = []
    last = [0]

    def told(_state: SaveState) -> None:
        # The store's meeting is the one that is on the disk. With more always waiting, the
        # state itself need never be "saved".
        number = numbers[id(store.meeting)]
        if number != last[0]:
            last[0] = number
            say("saved", number)

    saver = Saver(store, told)
    for number, (meeting, pending) in islice(row, MOST):
        kept.append(meeting)
        numbers[id(meeting)] = number
        saver.submit(meeting, pending)
        time.sleep(0.002)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("draft", type=Path)
    parser.add_argument("seed", type=int)
    parser.add_argument("--engine", default="store")
    parser.add_argument("--wait", action="store_true")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--user", type=int, default=0)
    parser.add_argument("--unlocked", action="store_true")
    options = parser.parse_args()
    if options.unlocked:
        from minute_taker.drafts import lock

        def no_lock(_path: Path) -> None:
            raise lock.LocksUnknown

        lock.DraftLock = no_lock
    if options.user:
        # Loaded while the interpreter's own files may be read.
        import ctypes  # noqa: F401

        from minute_taker.drafts import damage, lock, other_versions, salvage  # noqa: F401

        os.setgroups([])
        os.setgid(options.user)
        os.setuid(options.user)
    made = Stock(options.draft) if options.engine == "stock" else DraftStore.open(options.draft)
    if getattr(made, "read_only", False):
        say("read only:", made.read_only_reason)
        return
    if options.limit:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (options.limit, resource.RLIM_INFINITY))
    row = zip(count(1), states(made.meeting, options.seed), strict=False)
    say("ready")
    if options.engine == "saver":
        work_beside(made, row)
    else:
        work(made.save, row, options.wait)


if __name__ == "__main__":
    main()
