"""Slips put into clean minutes by a seed: typing errors, tense, acronyms."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from minute_taker.capture.notes_reader import read_notes_file
from minute_taker.composing.style import load_style
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.proofing import Lexicon, house_words_of, lexicon_for

CLEAN = Path(__file__).parent / "clean_minutes.notes"

_BESIDE = {
    letter: row[max(0, i - 1) : i] + row[i + 1 : i + 2]
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm")
    for i, letter in enumerate(row)
}
_WORD = re.compile(r"(?<![\w’'@/-])[A-Za-z]{4,}(?![\w’'/-])")
_FINITE = re.compile(r"\b(was|were|had|would|could)\b")
_NOW = {"was": "is", "were": "are", "had": "has", "would": "will", "could": "can"}


@dataclass(frozen=True)
class Planted:
    """A meeting with one slip: in which line, what is there now, what was there, and where."""

    meeting: Meeting
    line: int
    found: str
    right: str
    start: int


def clean_meeting() -> Meeting:
    """The clean minutes as a meeting."""
    return read_notes_file(CLEAN).meeting


def lexicon_of(meeting: Meeting) -> Lexicon:
    """What the default style and the meeting itself know."""
    return lexicon_for(meeting, house_words_of(load_style()))


def word_count(meeting: Meeting) -> int:
    """How many words the lines have."""
    return sum(len(line.text.split()) for _, line in meeting.lines())


def with_text(meeting: Meeting, item: Item, line: Line, text: str) -> Meeting:
    """The meeting with another text in one line."""
    lines = tuple(replace(each, text=text) if each is line else each for each in item.lines)
    items = tuple(replace(each, lines=lines) if each is item else each for each in meeting.items)
    return replace(meeting, items=items)


def mistyped(word: str, chance: random.Random) -> str:
    """The word with one slip of the finger in it."""
    while True:
        i = chance.randrange(1, len(word))
        letter = word[i].lower()
        match chance.choice(("swap", "drop", "double", "beside", "extra")):
            case "swap":
                new = word[: i - 1] + word[i] + word[i - 1] + word[i + 1 :]
                new = new[0].upper() + new[1:].lower() if word[0].isupper() else new
            case "drop":
                new = word[:i] + word[i + 1 :]
            case "double":
                new = word[:i] + letter + word[i:]
            case "beside":
                new = word[:i] + chance.choice(_BESIDE.get(letter) or "e") + word[i + 1 :]
            case _:
                new = word[:i] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[i:]
        if new != word:
            return new


def typos(meeting: Meeting, count: int, seed: int, *, is_word: object = ()) -> Iterator[Planted]:
    """Meetings with one mistyped word each; a slip that makes another word is none of spelling."""
    chance = random.Random(seed)
    places = [
        (item, line, match)
        for item, line in meeting.lines()
        if line.fact is None
        for match in _WORD.finditer(line.text)
    ]
    made = 0
    while made < count:
        item, line, match = chance.choice(places)
        wrong = mistyped(match[0], chance)
        if wrong.lower() in is_word or wrong in is_word:  # type: ignore[operator]
            continue
        text = line.text[: match.start()] + wrong + line.text[match.end() :]
        made += 1
        yield Planted(with_text(meeting, item, line, text), line.id, wrong, match[0], match.start())


def in_the_present(meeting: Meeting, count: int, seed: int) -> Iterator[Planted]:
    """Meetings with one verb of a text or an answer put into the present."""
    chance = random.Random(seed)
    places = [
        (item, line, match)
        for item, line in meeting.lines()
        if line.kind in (Kind.TEXT, Kind.ANSWER) and line.fact is None
        for match in _FINITE.finditer(line.text)
    ]
    for item, line, match in chance.sample(places, min(count, len(places))):
        now = _NOW[match[0]]
        text = line.text[: match.start()] + now + line.text[match.end() :]
        yield Planted(with_text(meeting, item, line, text), line.id, now, match[0], match.start())


def unexplained(meeting: Meeting, count: int, seed: int) -> Iterator[Planted]:
    """Meetings with an acronym that nobody has spelt out, before a noun or after an article."""
    chance = random.Random(seed)
    places = [
        (item, line, match)
        for item, line in meeting.lines()
        if line.fact is None and line.kind in (Kind.TEXT, Kind.ANSWER, Kind.QUESTION)
        for match in re.finditer(r"(?<=\bthe )(?=[a-z]{4,})", line.text)
    ]
    for _ in range(count):
        item, line, match = chance.choice(places)
        letters = "".join(chance.choice("BCDFGHJKLMNPRSTW") for _ in range(chance.choice((3, 4))))
        text = line.text[: match.start()] + letters + " " + line.text[match.start() :]
        yield Planted(with_text(meeting, item, line, text), line.id, letters, "", match.start())
