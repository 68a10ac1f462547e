"""TinyDB's own JSONStorage through the same faults: the control, which must fail them."""

from __future__ import annotations

import contextlib
import os
import random

import pytest
from fault_meetings import first_meeting, nth_state
from fault_runs import (
    Worker,
    kill_in_the_middle,
    killed_at_fsync,
    read_stock,
    slow_disk,
    write_stock,
)
from fault_worker import Stock
from tinydb import TinyDB

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def stock(tmp_path):
    draft = tmp_path / "stock.json"
    write_stock(draft, first_meeting())
    return draft


def is_lost(draft, *fitting) -> bool:
    """Whether the file is none of the states that it may hold."""
    try:
        return read_stock(draft) not in fitting
    except (ValueError, KeyError, TypeError):
        return True


def test_the_control_killed_right_after_its_flush_is_unreadable(tmp_path):
    """TinyDB's own storage flushes what is too long and cuts it afterwards."""
    draft = tmp_path / "stock.json"
    meeting = first_meeting()
    broken = 0
    for number in range(1, 9):
        write_stock(draft, meeting)
        worker = Worker(
            draft, 5, "--engine", "stock", env=killed_at_fsync(tmp_path / "site", number)
        )
        while worker.hear():
            pass
        worker.end()
        try:
            read_stock(draft)
        except ValueError:
            broken += 1
    assert broken > 0


def test_the_control_does_not_survive_the_same_kills(tmp_path, long):
    if not long:
        pytest.skip("in the long form; the short form kills the control at a flush")
    draft = tmp_path / "stock.json"
    env = slow_disk(tmp_path / "site", 0.01)
    broken = 0
    for number in range(200):
        write_stock(draft, first_meeting())
        saved = kill_in_the_middle(draft, number, "--engine", "stock", env=env)
        try:
            found = read_stock(draft)
        except (ValueError, KeyError, TypeError):
            broken += 1
        else:
            fitting = [nth_state(first_meeting(), number, n) for n in (saved, saved + 1)]
            broken += found not in fitting
    print(f"\nstock JSONStorage: {broken} of 200 kills left a file that is not what was saved")
    assert broken > 0


def test_the_control_is_destroyed_by_a_file_that_may_not_grow(stock):
    worker = Worker(stock, 1, "--engine", "stock", "--wait", "--limit", "1000")
    assert worker.hear() == "ready"
    with contextlib.suppress(BrokenPipeError):
        worker.go_on()
    worker.end()
    assert is_lost(stock, (first_meeting(), None), nth_state(first_meeting(), 1, 1))


def test_the_control_is_destroyed_by_a_full_disk(small_disk):
    draft = small_disk / "stock.json"
    write_stock(draft, first_meeting())
    longer = first_meeting(300)
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 4096)
    with contextlib.suppress(OSError):
        write_stock(draft, longer)
    assert is_lost(draft, (first_meeting(), None), (longer, None))


def test_the_control_takes_an_empty_file_for_an_empty_meeting(stock):
    stock.write_bytes(b"")
    with TinyDB(stock) as db:
        assert db.tables() == set()


def test_the_control_takes_flipped_bits_for_what_was_saved(stock):
    data, chance = stock.read_bytes(), random.Random(42)
    silent = 0
    for _ in range(60):
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        flipped = bytearray(data)
        flipped[place] ^= bit
        stock.write_bytes(flipped)
        with contextlib.suppress(ValueError, KeyError, TypeError):
            silent += read_stock(stock) != (first_meeting(), None)
    assert silent > 0


def test_the_control_loses_what_the_first_of_two_writers_saved(stock):
    first, second = Stock(stock), Stock(stock)
    states = [nth_state(first_meeting(), seed, 3) for seed in (1, 2)]
    first.save(*states[0])
    second.save(*states[1])
    assert is_lost(stock, states[0])
