"""How long a save takes, and the list of drafts, beside TinyDB's JSONStorage and plain JSON.

    python tests/benchmarks/saving.py [--folder PATH] [--saves 200] [--drafts 2000]

A save is one changed line with text still in the composer, durable on return, flushes
included. TinyDB's own storage writes the same tables in one write, too, and flushes as well;
it writes them in place. ``json.dump`` of the same tables into a file, flushed to the disk, is
what any program would do without a thought. The three take turns, so that a busy machine slows
all of them, and the ratios are of their medians. The limits are
5 ms at 300 lines and 15 ms at 2,000 (95th percentile), and for the list of 2,000 drafts 50 ms
from its cache and 3 s without.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
from tinydb import TinyDB

from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.paths import list_cache
from minute_taker.drafts.records import Encoder
from minute_taker.drafts.store import DraftStore, Pending
from minute_taker.minutes.changes import AddLine, ChangeLine, MoveLine, RemoveLine
from minute_taker.minutes.model import Item, Kind, Line, Meeting

SENTENCE = "Officers said that the bandstand would open again in May, once its floor was laid. "


def meeting_of(lines: int, items: int = 12) -> Meeting:
    """A meeting of so many lines of about 160 characters, spread over its items."""
    kinds = (Kind.QUESTION, Kind.ANSWER, Kind.TEXT)
    taken = [
        Line(
            id=n,
            kind=kinds[n % 3],
            text=f"{n}. {SENTENCE}{SENTENCE}",
            at=dt.datetime(2026, 3, 3, 19, n % 60),
        )
        for n in range(1, lines + 1)
    ]
    share = -(-lines // items)
    return Meeting(
        committee="Parks Committee",
        date=dt.date(2026, 3, 3),
        items=tuple(
            Item(id=n + 1, title=f"Item {n}", lines=tuple(taken[n * share : (n + 1) * share]))
            for n in range(items)
        ),
        last_line=lines,
        last_item=items,
    )


def changed(meeting: Meeting, turn: int) -> Meeting:
    """One change of a line, of every kind in turn."""
    items = [item for item in meeting.items if item.lines]
    item = items[turn % len(items)]
    line = item.lines[len(item.lines) // 2]
    change = (
        AddLine(item.id, Line(id=meeting.last_line + 1, text=SENTENCE)),
        ChangeLine(msgspec.structs.replace(line, text=f"{line.text} Changed.")),
        AddLine(item.id, Line(id=meeting.last_line + 1, text=SENTENCE), 0),
        MoveLine(line.id, items[0].id, 0),
        RemoveLine(line.id),
    )[turn % 5]
    return change.apply(meeting)[0]


def timed(act: Callable[[], object]) -> float:
    """Milliseconds that it takes."""
    begun = time.perf_counter()
    act()
    return (time.perf_counter() - begun) * 1000


def spread(times: list[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    row = sorted(times)
    return row[len(row) // 2], row[int(len(row) * 0.95)]


def dump(tables: object, path: Path) -> None:
    """What any program does: the tables as JSON into a file, flushed to the disk."""
    with path.open("w", encoding="utf-8") as file:
        json.dump(tables, file)
        file.flush()
        os.fsync(file.fileno())


def saves(folder: Path, lines: int, number: int) -> tuple[list[float], list[float], list[float]]:
    """The times of saves through the draft's store, stock TinyDB and ``json.dump``."""
    meeting = meeting_of(lines)
    store = DraftStore.create(folder, meeting)
    stock = TinyDB(folder / "stock.db")
    own, others, plain = [], [], []
    for turn in range(number):
        meeting = changed(meeting, turn)
        pending = Pending("half a sentence", 1, None, 7)
        own.append(timed(lambda m=meeting, p=pending: store.save(m, p)))
        # Stock TinyDB takes dicts. They are made outside its time.
        tables = {
            name: {key: msgspec.json.decode(row) for key, row in rows.items()}
            for name, rows in Encoder().tables(meeting, pending).items()
        }
        others.append(timed(lambda t=tables: stock.storage.write(t)))
        plain.append(timed(lambda t=tables: dump(t, folder / "plain.json")))
    store.close()
    stock.close()
    return own, others, plain


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--folder", help="where to write; on the disk that is meant")
    parser.add_argument("--saves", type=int, default=200)
    parser.add_argument("--drafts", type=int, default=2000)
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(dir=options.folder))
    kept = True
    try:
        print(
            "lines   save p50    p95  worst  limit  stock p50    p95  dump p50    p95"
            "   of stock  of dump"
        )
        for lines, limit in ((20, None), (300, 5.0), (2000, 15.0), (10_000, None)):
            own, others, plain = saves(folder / str(lines), lines, options.saves)
            (mid, high), (stock_mid, stock_high) = spread(own), spread(others)
            plain_mid, plain_high = spread(plain)
            kept &= limit is None or high <= limit
            print(
                f"{lines:>6} {mid:>9.2f} {high:>6.2f} {max(own):>6.1f} {limit or '-':>6}"
                f" {stock_mid:>10.2f} {stock_high:>6.2f} {plain_mid:>9.2f} {plain_high:>6.2f}"
                f" {mid / stock_mid:>10.2f} {mid / plain_mid:>8.2f}"
            )
        drafts = folder / "drafts"
        store = DraftStore.create(drafts, meeting_of(300))
        store.close()
        data = store.path.read_bytes()
        for number in range(1, options.drafts):
            (drafts / f"2026-03-03-parks-{number}.json").write_bytes(data)
        cold = timed(lambda: list_drafts(drafts))
        warm, worst = spread([timed(lambda: list_drafts(drafts)) for _ in range(20)])
        list_cache(drafts).unlink()
        kept &= warm <= 50 and cold <= 3000
        print(f"{options.drafts} drafts listed: {cold:.0f} ms without the cache (limit 3000), "
              f"{warm:.1f} ms with it, p95 {worst:.1f} (limit 50)")  # fmt: skip
        opened = [timed(lambda: DraftStore.open(store.path).close()) for _ in range(20)]
        print(f"a draft of 300 lines opened and closed: {spread(opened)[0]:.1f} ms")
    finally:
        shutil.rmtree(folder)
    print("within the limits" if kept else "OVER A LIMIT")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
