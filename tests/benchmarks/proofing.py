"""What proofing finds, what it says falsely, and what it costs. Run by hand:

.venv/bin/python tests/benchmarks/proofing.py [--notes FILE …]

``--notes`` lists what is found in other notes files, for a look at false findings.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
import tracemalloc
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))

from msgspec.structs import replace
from slips import (
    CLEAN,
    Planted,
    clean_meeting,
    in_the_present,
    lexicon_of,
    typos,
    unexplained,
    with_text,
    word_count,
)

from minute_taker.capture.notes_reader import read_notes_file
from minute_taker.minutes.model import Item, Line, Meeting
from minute_taker.proofing import Proofreader, proofread
from minute_taker.proofing.word_list import word_list

TYPOS, PRESENTS, ACRONYMS = 2000, 100, 60


def timed(work: object) -> float:
    """Milliseconds that a call takes."""
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return 1000 * (time.perf_counter() - start)


def loading() -> None:
    """The word list: time and memory."""
    print(f"word list        {timed(word_list):7.1f} ms")
    import minute_taker.proofing.word_list as module

    module._loaded = None
    tracemalloc.start()
    word_list()
    print(f"                 {tracemalloc.get_traced_memory()[0] / 1e6:7.1f} MB")
    tracemalloc.stop()


def false_findings(meeting: Meeting) -> None:
    """What is said of clean minutes."""
    found = proofread(meeting, lexicon_of(meeting))
    words = word_count(meeting)
    spelling = sum(each.rule == "spelling" for each in found)
    print(f"clean words      {words:7}")
    print(f"false findings   {1000 * len(found) / words:7.2f} in 1,000 words, all rules")
    print(f"                 {1000 * spelling / words:7.2f} in 1,000 words, spelling")
    for each in found:
        print(f"                 {each.line}: {each.rule} {each.found!r}")


def recall(name: str, planted: list[Planted], rules: str) -> None:
    """How many of the planted slips are found, and how often the right word comes first."""
    reader = Proofreader()
    found = first = 0
    missed: Counter[str] = Counter()
    lexicon = lexicon_of(planted[0].meeting)
    for each in planted:
        hits = [
            finding
            for finding in reader.findings(each.meeting, lexicon)
            if finding.line == each.line
            and finding.place is not None
            and finding.place[0] <= each.start < finding.place[1]
        ]
        if not hits:
            missed[f"{each.right}>{each.found}"] += 1
            continue
        found += 1
        first += any(each.right in finding.suggestions[:1] for finding in hits)
    share = 100 * found / len(planted)
    print(f"{name:<16} {share:7.1f} % of {len(planted)} found ({rules})")
    if found and planted[0].right:
        print(f"                 {100 * first / found:7.1f} % of those with the right word first")
    if missed:
        print(f"                 missed: {', '.join(key for key, _ in missed.most_common(12))}")


def three_hundred(meeting: Meeting) -> Meeting:
    """A meeting of 300 lines: the clean one, its lines again under new ids."""
    lines = [line for _, line in meeting.lines()]
    many = tuple(replace(lines[n % len(lines)], id=n + 1) for n in range(300))
    return replace(meeting, items=(Item(id=1, title="Everything", lines=many),), last_line=300)


def costs(meeting: Meeting) -> None:
    """A line, a meeting cold, and a meeting in which one line has changed."""
    lexicon = lexicon_of(meeting)
    alone = []
    for item, line in meeting.lines():
        bare = replace(meeting, items=(replace(item, lines=(line,)),))
        reader = Proofreader()
        alone.append(timed(lambda b=bare, r=reader: r.findings(b, lexicon)))
    alone.sort()
    most = alone[int(len(alone) * 0.95)]
    print(f"a line           {statistics.median(alone):7.2f} ms, p95 {most:.2f}")
    many = three_hundred(meeting)
    cold = [timed(lambda: Proofreader().findings(many, lexicon)) for _ in range(5)]
    print(f"300 lines cold   {statistics.median(cold):7.1f} ms")
    reader = Proofreader()
    reader.findings(many, lexicon)
    changed = []
    for n in range(20):
        item = many.items[0]
        line: Line = item.lines[n * 13]
        many = with_text(many, item, line, f"{line.text} Nobody spoke against it.")
        changed.append(timed(lambda m=many: reader.findings(m, lexicon)))
    print(f"one line changed {statistics.median(changed):7.1f} ms, most {max(changed):.1f}")


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", nargs="*", type=Path, default=[])
    parser.add_argument("--seed", type=int, default=17)
    options = parser.parse_args()
    loading()
    for path in options.notes:
        print(path)
        other = read_notes_file(path).meeting
        for each in proofread(other, lexicon_of(other)):
            print(f"  {each.line}: {each.rule} {each.found!r} {each.suggestions}")
        false_findings(other)
    meeting = clean_meeting()
    false_findings(meeting)
    false_findings(read_notes_file(CLEAN.with_name("clean_other_councils.notes")).meeting)
    known = word_list()
    recall("typos", list(typos(meeting, TYPOS, options.seed, is_word=known)), "non-words")
    recall("tense", list(in_the_present(meeting, PRESENTS, options.seed)), "present for past")
    recall("acronyms", list(unexplained(meeting, ACRONYMS, options.seed)), "never spelt out")
    costs(meeting)


if __name__ == "__main__":
    main()
