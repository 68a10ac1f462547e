"""How fast the Word document is written, beside plain python-docx, in one run.

    python tests/benchmarks/word.py [--rounds 7]

Warm: the composed blocks to the file on disk, in a process that has written one before. Whole
process: the interpreter, the imports, the lines read from a file and the document written; ours
from blocks, against the same lines through ``Document().add_paragraph`` and ``save``. The whole
command, which opens a draft and composes it besides, stands beside them. They take turns, so that
a busy machine slows all; each has run once before, so that every module is compiled, as it is
where the program was installed. Exits with 1 where a limit is missed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from minute_taker.composing.compose import compose
from minute_taker.composing.style import load_style
from minute_taker.drafts.store import DraftStore
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.export import export
from minute_taker.minutes.model import Item, Kind, Line, Meeting

_PLAIN = """
import json, sys
from docx import Document
word = Document()
for style, text in json.load(open(sys.argv[1], encoding="utf-8")):
    word.add_paragraph(text, style=style)
word.save(sys.argv[2])
"""
_OURS = """
import sys
from pathlib import Path
from msgspec.json import decode
from minute_taker.composing.blocks import Document
from minute_taker.composing.style import load_style
from minute_taker.exporting.docx_document import docx_bytes
document = decode(Path(sys.argv[1]).read_bytes(), type=Document)
Path(sys.argv[2]).write_bytes(docx_bytes(document, load_style()))
"""
_KINDS = [Kind.QUESTION, Kind.ANSWER, Kind.QUESTION, Kind.ANSWER, Kind.TEXT, Kind.RESOLUTION]
_PLAIN_STYLES = {Kind.QUESTION: "Body Text", Kind.RESOLUTION: "List Number"}
_VOCABULARY = (
    "the a of to and in for that it was were had been would be on with as by at from its this "
    "council committee report officers members budget service library park allotment bandstand "
    "street ward residents school road bridge rent price tender repair visit season spring "
    "autumn agreed asked noted expected reviewed considered provided explained confirmed found "
    "available further next whether which who when more most several early late full new old"
)
_WORDS = _VOCABULARY.split()


def made_up_meeting(lines: int) -> Meeting:
    """A meeting of that many lines, 25 to an item, in words of no meeting at all."""
    chance = random.Random(7)
    items = []
    for first in range(0, lines, 25):
        taken = []
        for n in range(first, min(first + 25, lines)):
            words = " ".join(chance.choice(_WORDS) for _ in range(chance.randint(8, 24)))
            taken.append(Line(id=n + 1, kind=_KINDS[n % 6], text=f"{words.capitalize()}."))
        title = " ".join(chance.choice(_WORDS) for _ in range(4)).capitalize()
        items.append(Item(id=len(items) + 1, title=title, lines=tuple(taken)))
    return Meeting(
        committee="Parks Committee", first_minute="64", items=tuple(items),
        last_item=len(items), last_line=lines,
    )  # fmt: skip


def milliseconds(work: Callable[[], object]) -> float:
    """How long it takes."""
    start = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - start)


def best(times: list[float]) -> str:
    """The median and the best of several times, to be printed."""
    return f"{statistics.median(times):7.1f} ms (best {min(times):.1f})"


def warm(lines: int, rounds: int, folder: Path) -> tuple[float, int]:
    """The median time to write a document of that many lines, and its size."""
    style = load_style()
    document = compose(made_up_meeting(lines), style)
    path = folder / f"warm-{lines}.docx"
    docx_bytes(document, style)
    written = [
        milliseconds(lambda: path.write_bytes(docx_bytes(document, style))) for _ in range(rounds)
    ]
    path.unlink()
    safe = [milliseconds(lambda: export(document, style, path)) for _ in range(rounds)]
    size = path.stat().st_size
    print(f"{lines:5} lines warm, blocks to file        {best(written)}  {size:7} bytes")
    print(f"{lines:5} lines warm, with fsync and record {best(safe)}")
    return statistics.median(written), size


def whole_process(lines: int, rounds: int, folder: Path) -> tuple[float, float, float]:
    """The median times from blocks, of the whole command, and of plain python-docx."""
    meeting = made_up_meeting(lines)
    store = DraftStore.create(folder / "drafts", meeting)
    store.close()
    texts = [["Heading 1", item.title] for item in meeting.items]
    texts += [[_PLAIN_STYLES.get(ln.kind, "Normal"), ln.text] for _, ln in meeting.lines()]
    data, blocks = folder / "lines.json", folder / "blocks.json"
    data.write_text(json.dumps(texts), encoding="utf-8")
    blocks.write_bytes(msgspec.json.encode(compose(meeting, load_style())))
    commands = {
        "ours, from blocks": ["-c", _OURS, str(blocks), str(folder / "ours.docx")],
        "minute-taker export DRAFT": [
            "-m", "minute_taker", "export", str(store.path), "--overwrite",
            "--output", str(folder / "command.docx"),
        ],
        "plain python-docx": ["-c", _PLAIN, str(data), str(folder / "plain.docx")],
    }  # fmt: skip
    surroundings = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = {
        name: partial(subprocess.run, [sys.executable, *words], check=True, capture_output=True,
                      env=surroundings)
        for name, words in commands.items()
    }  # fmt: skip
    for run in runs.values():
        run()
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, run in runs.items():
            times[name].append(milliseconds(run))
    for name, taken in times.items():
        print(f"{lines:5} lines, {name:26} {best(taken)}")
    ours, command, plain = (statistics.median(taken) for taken in times.values())
    return ours, command, plain


def main() -> int:
    """Measure, print, and hold the numbers to their limits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, size = warm(500, rounds, folder)
        large, _ = warm(5000, rounds, folder)
        ours, command, plain = whole_process(500, rounds, folder)
    limits = [
        ("500 lines warm, at most 25 ms", small, 25.0),
        ("5,000 lines warm, at most 150 ms", large, 150.0),
        ("ten times the lines, at most 12 times the time", large / small, 12.0),
        ("500 lines, at most 25 kB", size / 1000, 25.0),
        ("from blocks, whole process, against plain python-docx, at most 0.5", ours / plain, 0.5),
        ("the whole command against plain python-docx, at most 0.5", command / plain, 0.5),
    ]
    print()
    for what, measured, limit in limits:
        print(f"{'ok  ' if measured <= limit else 'OVER'} {what}: {measured:.2f}")
    return 0 if all(measured <= limit for _, measured, limit in limits) else 1


if __name__ == "__main__":
    sys.exit(main())
