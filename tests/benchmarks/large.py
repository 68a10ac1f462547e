"""What a meeting ten times as long costs: import, find, check and every export.

    python tests/benchmarks/large.py [--lines 10000] [--rounds 3]

Each is timed on a meeting of so many lines and on one of ten times as many, of two kinds: 25
lines to an item, and all in one. Beside them stand a draft of 10,000 people as notes, and single
lines of 19,000 brackets. Exits with 1 where ten times as much takes more than ten times as long
(and a fifth, by which such measurements waver), or a single line more than half a second.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial

from msgspec.structs import replace
from word import made_up_meeting

from minute_taker.capture.find import Wanted, find
from minute_taker.capture.language import parse
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.capture.session import Session
from minute_taker.composing.compose import compose
from minute_taker.composing.style import load_style
from minute_taker.exporting.formats import FORMATS, written_in
from minute_taker.minutes.checking import check
from minute_taker.minutes.model import Attendee, Meeting
from minute_taker.minutes.people import Codes

STYLE = load_style()
_LEEWAY = 1.2
_LONGEST = 0.5
_SIGNS = ("", "? ", "> ", "! ", "- ", "+ ", "~ ", "~ in ", "% ", "# ", "* ", "| ", "@", "s/a/")
_BRACKETS = ("(", ")", "[", "]", "()", "[]", ")(", "((a", "[a,", "(Part II, ")


def one_item(meeting: Meeting) -> Meeting:
    """The same lines, all of them in the first item."""
    lines = tuple(line for _, line in meeting.lines())
    return replace(meeting, items=(replace(meeting.items[0], lines=lines),))


def many_people(number: int) -> Meeting:
    """A meeting to which so many came, each with a code."""
    codes, people = Codes(), []
    for n in range(number):
        name = f"{'ABCDEFGH'[n % 8]}nn {'KLMNP'[n % 5]}arl{chr(97 + n % 26)}n"
        code = codes.make(name)
        codes.take(code)
        people.append(Attendee(id=n + 1, name=name, code=code))
    return Meeting(committee="Parks Committee", attendance=tuple(people))


def work_on(meeting: Meeting) -> Iterator[tuple[str, Callable[[], object]]]:
    """What is timed."""
    notes = write_notes(meeting).encode()
    yield "import", partial(read_notes, notes)
    yield "find", partial(find, meeting, Wanted("the"))
    session, command = Session(meeting), parse(":find tender")
    yield ":find", partial(session.take, command)
    yield "check", partial(check, meeting)
    yield "compose", partial(compose, meeting, STYLE)
    document = compose(meeting, STYLE)
    for one in FORMATS.values():
        if one.name != "pdf":  # which LibreOffice makes of the Word document
            yield one.name, partial(written_in, one, document, STYLE, meeting)


def seconds(work: Callable[[], object], rounds: int) -> float:
    """The least time that it takes, of this process alone."""
    times = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return min(times)


def main() -> int:
    """Print the times; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    missed = 0
    for kind, shape in (("25 lines to an item", lambda m: m), ("one item", one_item)):
        few, many = (made_up_meeting(n) for n in (options.lines, 10 * options.lines))
        print(f"{kind}: {options.lines:,} lines and {10 * options.lines:,}")
        for (name, work), (_, longer) in zip(
            work_on(shape(few)), work_on(shape(many)), strict=True
        ):
            short, long = seconds(work, options.rounds), seconds(longer, 1)
            times = long / max(short, 0.001)
            missed += times > 10 * _LEEWAY and long > 0.1
            print(f"  {name:<12} {short:8.3f} s {long:8.3f} s  {times:5.1f} times")
    print("people: 1,000 and 10,000")
    short, long = (seconds(partial(write_notes, many_people(n)), 1) for n in (1_000, 10_000))
    missed += long > 10 * _LEEWAY * max(short, 0.01)
    print(f"  {'notes':<12} {short:8.3f} s {long:8.3f} s  {long / max(short, 0.001):5.1f} times")
    slowest, line = max(
        (seconds(partial(Session(Meeting()).enter, sign + (brackets * 19_000)[:19_000]), 1),
         f"{sign}{brackets * 3}")
        for sign in _SIGNS for brackets in _BRACKETS
    )  # fmt: skip
    missed += slowest > _LONGEST
    print(f"a line of 19,000 brackets: at most {slowest:.3f} s ({line} …)")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
