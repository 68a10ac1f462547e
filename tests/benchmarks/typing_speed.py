"""How fast the capture screen is, beside a bare Textual text area, in one run.

    python tests/benchmarks/typing_speed.py [--keys 480] [--rounds 8] [--lines 60]

A key's time is from the byte's going into the terminal to the output that shows its cell. Keys
come as from a fast typist: in words, with a pause to listen now and then, so that saves after
twenty keys and saves after a second both fall among them. The programs take turns, round by
round, so that a busy machine slows both. The load of the machine is told with the times, as no
time says anything where other programs wait for a processor. Needs a POSIX system.
"""

from __future__ import annotations

import argparse
import datetime as dt
import math
import os
import random
import re
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pty_screen import PtyScreen

from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Item, Kind, Line, Meeting

_BARE = """
from textual.app import App
from textual.widgets import TextArea
class Alone(App):
    CSS = "TextArea { height: 5; }"
    def compose(self):
        yield TextArea()
    def on_mount(self):
        self.query_one(TextArea).focus()
Alone().run()
"""
_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Saved")
Empty().run()
"""
#: Letters that are rare in English, so that a new one on the screen is the one just typed.
_LETTERS = "qzxjvkQZXJVK"
_WORDS = re.findall(
    r"\w+",
    "The council supported such schools in partnership with the service through observation to "
    "ensure quality of teaching and the budget would be shared after the meeting",
)
_PAUSE = 0.07
#: Letters to a word, words until the typist listens, and for how long, in seconds.
_WORD, _PHRASE, _LISTENS = 6, 5, 1.2


def made_up_meeting(lines: int) -> Meeting:
    """A meeting of that many lines in twenty items."""
    chance = random.Random(7)
    kinds = (Kind.QUESTION, Kind.ANSWER, Kind.ANSWER, Kind.TEXT, Kind.RESOLUTION)
    rows = [
        Line(
            id=number,
            kind=kinds[number % len(kinds)],
            text=" ".join(chance.choices(_WORDS, k=chance.randint(6, 70))),
        )
        for number in range(1, lines + 1)
    ]
    share = -(-lines // 20)
    items = tuple(
        Item(id=n + 1, title=f"Item {n + 1}", lines=tuple(rows[n * share : (n + 1) * share]))
        for n in range(20)
    )
    return Meeting(
        committee="Libraries Committee", date=dt.date(2020, 2, 18), items=items, last_line=lines
    )


def make_draft(lines: int, folder: Path) -> list[str]:
    """A draft of so many lines, and the command that opens it."""
    store = DraftStore.create(folder / str(lines) / "drafts", made_up_meeting(lines))
    store.close()
    program = [sys.executable, "-m", "minute_taker", "open", "--folder"]
    return [*program, str(folder / str(lines)), str(store.path)]


def percentile(times: list[float], share: float) -> float:
    """The value under which that share of the times lies; no number where there are none."""
    ordered = sorted(times)
    if not ordered:
        return math.nan
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def spread(times: list[float]) -> str:
    """The median, the 95th percentile and the worst, as three columns."""
    return "".join(f"{percentile(times, share):>8.2f}" for share in (0.5, 0.95, 1.0))


def load() -> str:
    """How many programs have waited for a processor in the last minute."""
    return f"(load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors)"


class Typist:
    """Types into one program, and keeps the time of each key in ms."""

    def __init__(
        self,
        name: str,
        command: list[str],
        ready: str | None,
        settings: dict[str, str] | None = None,
    ) -> None:
        self.name = name
        self.times: list[float] = []
        self.missed = 0
        self._typed = 0
        self._chance = random.Random(11)
        self.program = PtyScreen(command, settings)
        if ready is not None:
            self.program.wait_for(lambda: self.program.shows(ready), 20)
        self.program.rest(1.5)

    def type(self, keys: int) -> None:
        """Type so many letters, a space after every word, at the pace of a fast typist."""
        for _ in range(keys):
            letter = self._chance.choice(_LETTERS)
            before = self.program.count(letter)
            sent = time.perf_counter()
            self.program.send(letter.encode())
            seen = self.program.wait_for(lambda: self.program.count(letter) > before, 3)  # noqa: B023
            if seen is None:
                self.missed += 1
            else:
                self.times.append((seen - sent) * 1000)
            self._typed += 1
            if self._typed % _WORD == 0:
                self.program.send(b" ")
                self.program.rest(0.1)
            if self._typed % (_WORD * _PHRASE) == 0:
                time.sleep(_LISTENS)
            time.sleep(max(0.0, sent + _PAUSE + self._chance.random() * 0.02 - time.perf_counter()))

    def report(self, bare: Typist | None) -> str:
        """One row of the table."""
        row = f"{self.name:<34}{spread(self.times)}"
        if bare is not None:
            for share in (0.5, 0.95):
                row += f"{percentile(self.times, share) / percentile(bare.times, share):>8.2f}"
        return row + (f"   {self.missed} keys not seen" if self.missed else "")


def table(title: str, typists: list[Typist]) -> None:
    """The times of several typists, those of the first being what the others are held against."""
    print(
        f"\n{title:<34}{'p50':>8}{'p95':>8}{'worst':>8}{'p50':>8}{'p95 to the first':>18}  {load()}"
    )
    for typist in typists:
        print(typist.report(None if typist is typists[0] else typists[0]))
        typist.program.end()


def key_to_cell(commands: dict[int, list[str]], keys: int, rounds: int) -> None:
    """Letters into a bare text area and into drafts of several lengths, in turns."""
    typists = [Typist("bare text area", [sys.executable, "-c", _BARE], None)]
    for lines, command in commands.items():
        typists.append(Typist(f"capture screen, {lines:,} lines", command, "Saved"))
    for turn in range(rounds):
        for typist in typists:
            typist.type(keys * (turn + 1) // rounds - keys * turn // rounds)
    table(f"key to cell, ms, of {keys} keys", typists)


def enter_to_cell(command: list[str], count: int) -> None:
    """Whole lines entered: from Enter to the line in the transcript."""
    program = PtyScreen(command)
    program.wait_for(lambda: program.shows("Saved"), 20)
    program.rest(1.5)
    times = []
    for number in range(count):
        word = f"zq{number:03}"
        program.send(f"\\The {word} line".encode())
        program.wait_for(lambda: program.shows(word), 3)  # noqa: B023
        time.sleep(0.1)
        # With its number beside it, which it has in the transcript alone.
        entered = re.compile(rf"\b{int(command_lines(command)) + number + 1} .*The {word} line")
        sent = time.perf_counter()
        program.send(b"\r")
        seen = program.wait_for(lambda: program.matches(entered), 3)  # noqa: B023
        if seen is not None:
            times.append((seen - sent) * 1000)
        time.sleep(0.1)
    program.end()
    print(f"\n{'Enter to the line, ms':<34}{spread(times)}   of {len(times)} lines; "
          f"p95 at most 20 {load()}")  # fmt: skip


def command_lines(command: list[str]) -> str:
    """How many lines the draft of a command has, told by its folder."""
    return Path(command[-2]).name


def opening(command: list[str], count: int) -> None:
    """The first paint of an empty app, and of a draft with its lines in view."""
    empty: list[float] = []
    draft: list[float] = []
    for turn in range(-1, count):
        for times, run, text in (
            (empty, [sys.executable, "-c", _EMPTY], "Saved"),
            (draft, command, "line 2001"),
        ):
            program = PtyScreen(run)
            seen = program.wait_for(lambda: program.shows(text), 20)  # noqa: B023
            # One that was not seen in time counts as the longest of all.
            if turn >= 0:  # The first start only compiles.
                times.append(math.inf if seen is None else (seen - program.started) * 1000)
            program.end()
    base, opened = percentile(empty, 0.5), percentile(draft, 0.5)
    print(f"\n{'first paint, ms':<34}  empty app {base:.0f}, draft {opened:.0f}; "
          f"at most {1.5 * base + 150:.0f} {load()}")  # fmt: skip


def memory(command: list[str]) -> None:
    """Resident memory beside an empty app's."""
    sizes = []
    for run in ([sys.executable, "-c", _EMPTY], command):
        program = PtyScreen(run)
        program.wait_for(lambda: program.shows("Saved"), 20)  # noqa: B023
        program.rest(1.5)
        sizes.append(program.memory())
        program.end()
    lines = int(command_lines(command))
    print(f"\n{'resident memory, MB':<34}  empty app {sizes[0]:.0f}, {lines:,} lines "
          f"{sizes[1]:.0f}: {sizes[1] - sizes[0]:.0f} more; at most 40 more")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--keys", type=int, default=480, help="letters typed into each program")
    parser.add_argument("--rounds", type=int, default=8, help="turns in which they are typed")
    parser.add_argument("--lines", type=int, default=60, help="lines entered")
    parser.add_argument("--only", choices=("keys", "enter", "opening", "memory"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        commands = {lines: make_draft(lines, Path(name)) for lines in (20, 2_000, 10_000)}
        if options.only in (None, "keys"):
            key_to_cell(commands, options.keys, options.rounds)
        if options.only in (None, "enter"):
            enter_to_cell(make_draft(2_000, Path(name) / "entering"), options.lines)
        if options.only in (None, "opening"):
            opening(make_draft(2_000, Path(name) / "opening"), 7)
        if options.only in (None, "memory"):
            memory(commands[10_000])


if __name__ == "__main__":
    main()
