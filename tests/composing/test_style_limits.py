"""No style file takes more than a second or 200 MB, whatever it says.

Each trap is loaded by a process of its own that has a second and 200 MB beyond what an ordinary
style takes. The control reads the same file as any TOML, or tries the same pattern, without a
limit, and does not come back in that time.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import StyleRefused, load_style
from minute_taker.minutes.model import Item, Meeting

#: Loads a style and prints by it a meeting whose titles are made to be slow for patterns.
_PRINT = """
import resource, sys, time
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import StyleRefused, load_style
from minute_taker.minutes.model import Attendee, Item, Line, Meeting
from minute_taker.proofing import house_words_of
items = tuple(
    Item(id=n, title=t, lines=(Line(id=9 + n, text="Words."),))
    for n, t in enumerate(("a" * 400 + "!", "minutes " * 60, "apologies " * 30 + "!"), 1)
)
people = tuple(Attendee(id=n, code=f"a{n}", name=f"A{n} B{n}") for n in range(1, 20))
meeting = Meeting(committee="council " * 40, items=items, attendance=people)
def said(style):
    return document_text(compose(meeting, style))
usual = said(load_style())
before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
try:
    style = load_style(sys.argv[1])
    house_words_of(style)
    print("printed", len(said(style)) // len(usual))
except StyleRefused as why:
    print("refused", why)
took, after = time.process_time() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(took, (after - before) / 1024)
"""


def titles(*patterns: str) -> str:
    listed = ", ".join(repr(pattern).replace("\\\\", "\\") for pattern in patterns)
    return f"[apologies]\ntitles = [{listed}]\n"


WIDE = "{who}" * 300
TRAPS = {
    "repeats of repeats": titles("(a+)+$"),
    "alternatives that begin alike": titles("(a|aa)+$"),
    "repeats one after another": titles("a*a*a*a*a*a*b"),
    "many that may be there or not": titles("a?" * 30 + "a" * 30),
    "counted repeats": titles("(((a{1,99}){1,99}){1,99})b"),
    "what refers back": titles(r"(a*)(a*)(a*)\\1\\2\\3b"),
    "what looks ahead": titles("(?=(a+)+b)a"),
    "many patterns": titles(*[".*a.*b"] * 400),
    "a long pattern": titles("a" * 1_000_000),
    "a deep list": "x = " + "[" * 50_000 + "]" * 50_000,
    "deep tables": "x = " + "{a=" * 20_000 + "1" + "}" * 20_000,
    "a deep name": ".".join("a" * 40_000) + " = 1",
    "a deep heading": "[" + ".".join("a" * 40_000) + "]",
    "a deep quoted name": ".".join(['"a"'] * 20_000) + " = 1",
    "deep under a string that looks odd": 'y = """a""\\""""\nx = ' + "[" * 50_000,
    "a huge file": "# words\n" * 40_000_000,
    "a huge number": "[document]\nfirst_page = " + "9" * 100_000,
    "a number with a huge exponent": "[document]\nsize_pt = 1e999",
    "no number at all": "[document]\nsize_pt = nan",
    "huge margins": "[document.margins_cm]\nleft = 1e9",
    "a column for each": "[[attendance.sections]]\nheading = ''\nwho = []\nstate = []\n"
    "entry = ''\ncolumns = 99999999999999999999",
    "a field again and again": f'[presence]\nduring = "{WIDE.replace("who", "sentence")}"\n'
    f'left = "{WIDE}"\n',
    "a long wording": f'[presence]\nleft = "{"x" * 90_000}"',
    "more sections than anybody": "[attendance]\n" + "[[attendance.sections]]\nheading='x'\n"
    "who=['members']\nstate=['present']\nentry='{name}'\n" * 4_000,
    "words from a device": "[proofing.word_files]\nx = '/dev/zero'",
    "a base from a device": "[document]\nbase = '/dev/zero'",
}  # fmt: skip


def printed_in_a_moment(path: Path) -> str:
    """What the process says of the style; fails where it takes longer, or more, than it may."""
    ran = subprocess.run(
        [sys.executable, "-c", _PRINT, str(path)], capture_output=True, text=True, timeout=60,
        check=True,
    )  # fmt: skip
    said, measured = ran.stdout.rsplit("\n", 2)[:2]
    took, megabytes = map(float, measured.split())
    assert took < 1, f"{took:.2f} s"
    assert megabytes < 200, f"{megabytes:.0f} MB"
    return said


@pytest.mark.parametrize("trap", TRAPS)
def test_a_trap_costs_a_moment(trap, tmp_path) -> None:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "style.toml").write_text(TRAPS[trap], encoding="utf-8")
    said = printed_in_a_moment(folder)
    if trap != "a base from a device":  # which only Word's page needs
        assert said.startswith("refused"), said
        assert "style.toml" in said or "own" in said


def test_words_without_end_are_passed_over(tmp_path) -> None:
    (tmp_path / "style.toml").write_text('title = "Ours"\n', encoding="utf-8")
    (tmp_path / "words.txt").write_text("word " * 20_000_000, encoding="utf-8")
    assert printed_in_a_moment(tmp_path).startswith("printed 1")


def test_a_pipe_is_no_style(tmp_path) -> None:
    os.mkfifo(tmp_path / "style.toml")
    with pytest.raises(StyleRefused, match="there is no house style"):
        load_style(str(tmp_path))


def test_a_chain_of_styles_has_an_end(tmp_path) -> None:
    for n in range(40):
        (tmp_path / f"{n}.toml").write_text(f"based_on = '{n + 1}.toml'\n", encoding="utf-8")
    with pytest.raises(StyleRefused, match="more than 8 styles are based on one another"):
        load_style(str(tmp_path / "0.toml"))


def test_patterns_of_everyday_are_taken(tmp_path) -> None:
    everyday = [
        r"\\bapolog(y|ies)\\b", "^(to receive )?apologies( for absence)?$",
        r"^item \\d+: apologies",
        "(?i)absence|absent", "[Aa]pologies.*", r"ymddiheuriadau?\\s*/\\s*apologies",
    ]  # fmt: skip
    path = tmp_path / "style.toml"
    path.write_text(titles(*everyday).replace("'", '"'), encoding="utf-8")
    meeting = Meeting(items=(Item(id=1, title="Ymddiheuriadau / Apologies"),))
    assert "no apologies" in document_text(compose(meeting, load_style(str(path))))


@pytest.mark.parametrize("trap", ["repeats of repeats", "a deep name"])
def test_without_a_limit_it_does_not_come_back(trap) -> None:
    """The control: the same file, the same pattern, as any library takes it."""
    text = TRAPS[trap]
    if trap == "a deep name":
        code = f"import tomllib; tomllib.loads({text!r})"
    else:
        pattern = tomllib.loads(text)["apologies"]["titles"][0]
        assert re.compile(pattern)
        code = f"import re; re.search({pattern!r}, 'a' * 400 + '!')"
    with pytest.raises(subprocess.TimeoutExpired):
        subprocess.run([sys.executable, "-c", code], timeout=2, check=False)
