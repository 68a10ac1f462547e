"""How many keys the capture screen asks for, for each character on the page.

    python tests/benchmarks/keys_pressed.py [--notes FILE]

The sample meeting (or another one, from a notes file) is typed into the real screen by the
shortest way that it offers: the kind that is offered is taken, what is offered in grey is
taken with Tab where that saves a key. Every key counts, Enter and Tab among them. The keys of
the meeting's head and its people are what the form of a new meeting asks for. What stands in
the draft in the end must be the meeting.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from desk import Desk, desk, key_of
from msgspec.structs import replace
from textual.events import Key

from minute_taker.capture.language import format_item, format_line
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.capture.signs import ESCAPE
from minute_taker.capture.typing_aid import TypingAid
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style
from minute_taker.minutes.model import HeadingKind, Line, Meeting
from minute_taker.sample import sample_notes
from minute_taker.screens.badge import Badge, part

#: What a clerk of some months keeps in the register.
SHORTHAND = (
    ("ct", "the Committee"),
    ("co", "the Council"),
    ("ms", "Members"),
    ("wd", "would be"),
    ("hb", "had been"),
    ("sch", "schools"),
    ("lib", "library"),
    ("rep", "report"),
    ("opg", "opening"),
    ("chn", "children"),
    ("mtg", "meeting"),
    ("str", "strategy"),
    ("res", "resources"),
    ("sup", "support"),
    ("snd", "Special Needs"),
    ("bgt", "budget"),
)
#: How often the screen is let do something before a letter must be there.
_PATIENCE = 10_000


class Fingers:
    """Types, and counts what is pressed and what it spares."""

    def __init__(self, at: Desk) -> None:
        self._at = at
        self.pressed = 0
        self.spared: Counter[str] = Counter()

    async def press(self, text: str) -> None:
        """Press keys that are characters."""
        self.pressed += len(text)
        await self._at.type(text)

    async def line(self, raw: str) -> None:
        """Enter one line of the language, in as few keys as the screen allows."""
        composer = self._at.screen.composer
        wanted, text = part(raw, composer.people)
        await self._kind(wanted, composer.badge, literal=raw.lstrip().startswith(ESCAPE))
        for person in wanted.people:
            await self.press(f"{person} ")
        await self._words(text)
        await self.press("\r")

    async def _kind(self, wanted: Badge, offered: Badge, *, literal: bool) -> None:
        if literal:
            await self.press("\\")
            return
        if (offered.sign, offered.depth) == (wanted.sign, wanted.depth) and not wanted.plain:
            self.spared["the kind that was offered"] += len(wanted.sign.sign) + 2 * wanted.depth
            return
        if wanted.sign.sign or wanted.depth:
            await self.press("  " * wanted.depth + wanted.sign.sign)
        elif offered.sign.sign:
            self.pressed += 1
            await self._at.press("f5")

    async def _words(self, text: str) -> None:
        """The words, from the cursor on, what is offered taken where that is shorter."""
        composer = self._at.screen.composer
        done = 0
        while done < len(text):
            short = self._short(text, done)
            if short is not None:
                typed, words = short
                await self.press(f"{typed}\t")
                assert composer.text == text[: done + len(words)], composer.text
                self.spared["shorthand"] += len(words) - len(typed) - 1
                done += len(words)
                continue
            offer = composer._offer
            if offer is not None and done:
                taken = offer.taken(text[:done])
                if text.startswith(taken) and len(taken) > done + 1:
                    await self.press("\t")
                    self.spared["names and posts"] += len(taken) - done - 1
                    done = len(taken)
                    continue
            await self._letter(text[done])
            done += 1

    async def _letter(self, letter: str) -> None:
        """One more letter of the text, waiting no longer than until it is there."""
        composer = self._at.screen.composer
        before = composer.edits
        self.pressed += 1
        self._at.app.post_message(Key(*key_of(letter)))
        for _ in range(_PATIENCE):
            if composer.edits > before:
                return
            await asyncio.sleep(0)
        raise AssertionError(f"{letter!r} does not come after {composer.raw!r}")

    def _short(self, text: str, at: int) -> tuple[str, str] | None:
        """The shorthand to type here, if the words that it stands for come next."""
        if at and text[at - 1] != " ":
            return None
        for short, words in SHORTHAND:
            for typed, whole in ((short, words), (short.title(), words[:1].upper() + words[1:])):
                after = text[at + len(whole) : at + len(whole) + 1]
                if text.startswith(whole, at) and not after.isalnum() and after not in "'’-":
                    return typed, whole
        return None


def without_times(meeting: Meeting) -> Meeting:
    """The meeting but for the times at which its lines were entered, and the ids."""
    items = []
    for item in meeting.items:
        lines: tuple[Line, ...] = tuple(replace(line, at=None) for line in item.lines)
        items.append(replace(item, lines=lines))
    return replace(meeting, items=tuple(items))


async def typed(notes: bytes, folder: Path) -> tuple[Fingers, Meeting]:
    """The meeting typed into a draft that has its head and its people already."""
    wanted = read_notes(notes).meeting
    head = write_notes(replace(wanted, items=()))
    async with desk(folder, head, size=(120, 36)) as at:
        fingers = Fingers(at)
        aid = TypingAid(SHORTHAND, ())
        at.screen.composer.aid = lambda before: aid.offer(before, at.meeting)
        for item in wanted.items:
            if item.heading is not HeadingKind.NONE:
                await fingers.line(format_item(item))
            for line in item.lines:
                await fingers.line(format_line(line))
        return fingers, at.meeting


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--notes", type=Path, help="a notes file; the sample meeting without it")
    options = parser.parse_args()
    notes = options.notes.read_bytes() if options.notes else sample_notes()
    wanted = read_notes(notes).meeting
    with tempfile.TemporaryDirectory() as folder:
        fingers, got = asyncio.run(typed(notes, Path(folder)))
    if write_notes(without_times(got)) != write_notes(without_times(wanted)):
        print("what was typed is not the meeting")
        return 1
    head = notes.decode().replace("\r\n", "\n").split("\n\n", 1)[0]
    form = sum(len(row.split(":", 1)[1].strip()) + 1 for row in head.split("\n"))
    page = len(document_text(compose(wanted, load_style(), public=False)).replace("\n", ""))
    body = sum(len(format_line(line)) + 1 for _, line in wanted.lines())
    body += sum(len(format_item(item)) + 1 for item in wanted.items)
    keys = fingers.pressed + form
    print(f"{keys:,} keys ({form:,} of them for the head and the people), {page:,} characters")
    print(f"{keys / page:.2f} keys for each character on the page; at most 0.75")
    print(f"\nspared: {page - body - form:,} by composed sentences, numbers and the attendance")
    for what, count in fingers.spared.most_common():
        print(f"        {count:,} by {what}")
    return 0 if keys / page <= 0.75 else 1


if __name__ == "__main__":
    sys.exit(main())
