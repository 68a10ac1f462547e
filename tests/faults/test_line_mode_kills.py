"""Line mode killed or hung up on: every ``saved ID`` that it printed is in the reopened draft."""

from __future__ import annotations

import contextlib
import os
import random
import re
import signal
import subprocess
import sys
import time

import pytest
from fault_meetings import first_meeting, timeless, typed
from fault_runs import in_lanes, slow_disk

from minute_taker.drafts.store import DraftStore

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


def capture_and_end(draft, inputs, sign, chance, env=None) -> tuple[list[str], int]:
    """Type into line mode, end it at some moment; its answers and exit status."""
    process = subprocess.Popen(
        [sys.executable, "-m", "minute_taker", "capture", str(draft)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=env,
    )
    process.stdin.write("".join(f"{raw}\n" for raw in inputs))
    process.stdin.flush()
    answers = [process.stdout.readline() for _ in range(chance.randint(1, 8))]
    time.sleep(chance.random() * 0.01)
    process.send_signal(sign)
    answers += process.stdout.readlines()
    errors = process.stderr.read()
    status = process.wait(60)
    for pipe in (process.stdout, process.stderr):
        pipe.close()
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    assert "Traceback" not in errors, errors
    whole = [answer.strip() for answer in answers if answer.endswith("\n")]
    # A note says more of a line that is answered already.
    return [answer for answer in whole if not answer.startswith("note: ")], status


def rounds_of(tmp_path, sign, number, long, delay) -> None:
    env = slow_disk(tmp_path / "site", delay)

    def play(lane: int, turns: range) -> None:
        store = DraftStore.create(tmp_path / f"drafts {lane}", first_meeting())
        store.close()
        end_it(store.path, sign, turns, long, env)

    in_lanes(number, play)


def end_it(draft, sign, turns, long, env) -> None:
    meeting, here = first_meeting(), None
    for turn in turns:
        chance = random.Random(random.randrange(10**9) if long else turn)
        inputs, after = typed(meeting, chance, here=here)
        answers, status = capture_and_end(draft, inputs, sign, chance, env)
        assert status != 0 or len(answers) == len(inputs)
        assert not any(answer.startswith("refused") for answer in answers), answers

        store = DraftStore.open(draft)
        store.close()
        assert store.notices == ()
        found = timeless(store.meeting)
        done = len(answers)
        assert found in after[done : done + 2], (inputs, answers)

        for step, answer in enumerate(answers, 1):
            if match := re.fullmatch(r"saved (\d+)", answer):
                assert after[step].line(int(match[1])) is not None, (inputs[:step], answer)
        # The next turn goes on in the item where this one was.
        meeting, here = store.meeting, store.pending.place if store.pending else None


@pytest.mark.parametrize("delay", [0.0, 0.01], ids=["as the disk is", "10 ms a flush"])
def test_killed(tmp_path, rounds, long, delay):
    rounds_of(tmp_path, signal.SIGKILL, rounds(6, 300), long, delay)


@pytest.mark.parametrize("sign", [signal.SIGHUP, signal.SIGTERM], ids=["SIGHUP", "SIGTERM"])
def test_hung_up(tmp_path, rounds, long, sign):
    number = rounds(4, 60 if sign == signal.SIGHUP else 20)
    rounds_of(tmp_path, sign, number, long, 0.01)
