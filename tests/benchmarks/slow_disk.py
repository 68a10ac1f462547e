"""How long the slowest key takes while the disk takes 50 ms for each flush, beside the same disk
without the delay, in one run.

    python tests/benchmarks/slow_disk.py [--keys 480] [--rounds 8] [--delay 50]

No key may wait for the disk: the worst of them all is at most 50 ms. Needs a POSIX system.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from typing_speed import Typist, make_draft, table

#: Read by Python at its start, before anything of the program.
_SLOW = """
import os
import time

_flush = os.fsync


def fsync(descriptor):
    time.sleep({seconds})
    _flush(descriptor)


os.fsync = fsync
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=480, help="letters typed into each program")
    parser.add_argument("--rounds", type=int, default=8, help="turns in which they are typed")
    parser.add_argument("--delay", type=float, default=50, help="ms that each flush takes longer")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        slow = folder / "slow"
        slow.mkdir()
        (slow / "sitecustomize.py").write_text(_SLOW.format(seconds=options.delay / 1000))
        path = os.pathsep.join(filter(None, (str(slow), os.environ.get("PYTHONPATH"))))
        typists = [
            Typist("as the disk is", make_draft(2_000, folder / "usual"), "Saved"),
            Typist(
                f"{options.delay:g} ms added to each flush",
                make_draft(2_000, folder / "delayed"),
                "Saved",
                {"PYTHONPATH": path},
            ),
        ]
        for turn in range(options.rounds):
            for typist in typists:
                share = options.keys * (turn + 1) // options.rounds
                typist.type(share - options.keys * turn // options.rounds)
        table(f"2,000 lines, ms, of {options.keys} keys", typists)
        worst = max(typists[1].times, default=float("inf"))
    kept = worst <= 50 and not typists[1].missed
    print("no key over 50 ms" if kept else f"OVER THE LIMIT: {worst:.1f} ms")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
