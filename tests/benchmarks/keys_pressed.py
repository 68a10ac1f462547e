"""How many keys the screens ask for, for each character on the page.

    python tests/benchmarks/keys_pressed.py [--notes FILE]

Three meetings are played: the sample, one of 68 lines of every kind, and the setting up of one by
hand (six items of the agenda, nine people, no line); or the one of a notes file. Each goes
through the program's own screens, from the list of drafts to the last line: the form of a new
meeting, the rest of the head and of the people by commands in the composer, then every line by
the shortest way that is offered: the kind that is offered is taken, what is offered in grey is
taken with Tab where that saves a key. Every key counts: Tab from field to field, Enter, function
keys. The meeting that stands in the draft in the end must be the meeting of the notes file, or
the difference is printed.

Assumed: the clerk makes no mistake, and knows what will be offered; the shorthand is in the
register already, kept there in an earlier meeting from the composer, with keys that are counted
apart. It is made up for meetings of this kind, of words that come up at any of them.
"""

from __future__ import annotations

import argparse
import asyncio
import difflib
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from desk import EVENING, Desk, key_of
from msgspec.structs import replace
from textual.events import Key

from minute_taker.capture.language import format_item, format_line
from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.capture.signs import ESCAPE
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style
from minute_taker.drafts.folders import MinutesFolder, minutes_folder
from minute_taker.minutes.model import HeadingKind, Line, Meeting
from minute_taker.sample import sample_notes
from minute_taker.screens.minute_app import MinuteApp
from minute_taker.screens.settings import Settings
from minute_taker.screens.writing.badge import Badge, part

#: What the form of a new meeting asks for, in its order; the rest is said in the composer.
FORM = ("committee", "date", "time", "venue", "first minute", "clerk", "members", "officers")
#: The headings of a notes file that are lists of people beyond those of the form.
LISTS = ("co-opted", "also present", "apologies", "absent")
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
#: The meetings that are played, by their notes files, and how many keys each may take for a
#: character on the page; the last one is only set up, and may take so many keys in all.
LINES = Path(__file__).with_name("sixty-eight-lines.notes")
SET_UP = Path(__file__).with_name("set-up.notes")
MOST = {"the sample": 0.75, LINES.stem: 0.60}
MOST_TO_SET_UP = 450
#: The number before a heading or a resolution, and the agenda's number after a heading.
_NUMBERS = re.compile(r"^\s*(?:\d{1,4}\.|\(?[a-z0-9]{1,3}[.)])\s|\(Agenda Item \w+\)", re.MULTILINE)
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

    async def key(self, *names: str) -> None:
        """Press keys that are no characters."""
        for name in names:
            self.pressed += 1
            await self._at.press(name)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until the screen has come so far."""
        for _ in range(_PATIENCE):
            if holds():
                return
            await asyncio.sleep(0.001)
        raise AssertionError(self._at.text)

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
            await self.key("f5")

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


def app_of(folder: MinutesFolder) -> MinuteApp:
    """The program as it starts, at its list of drafts."""
    return MinuteApp(folder, None, Settings(), clock=lambda: EVENING)


async def begun(fingers: Fingers, at: Desk, head: dict[str, str]) -> None:
    """A new meeting through its form, up to the empty composer."""
    await fingers.key("ctrl+n")
    await fingers.until(lambda: getattr(at.app.focused, "id", None) == FORM[0])
    for number, name in enumerate(FORM):
        if number:
            await fingers.key("tab")
        await fingers.press(head.get(name, ""))
    await fingers.key("ctrl+s")
    await fingers.until(lambda: at.app.capture is not None and at.screen.composer.has_focus)


async def keep_shorthand(folder: MinutesFolder) -> int:
    """Keep the shorthand in the register from the composer; the keys that it took."""
    app = app_of(folder)
    async with app.run_test(size=(120, 36)) as pilot:
        at = Desk(app, pilot, folder.drafts)
        fingers = Fingers(at)
        await begun(fingers, at, {"committee": "Any"})
        before = fingers.pressed
        for short, words in SHORTHAND:
            await fingers.press(words)
            await fingers.key("shift+home", "ctrl+b")
            await fingers.press(f"{short}\r")
            await fingers.until(lambda short=short: at.said.startswith(f"{short} is offered"))
        return fingers.pressed - before


async def played(wanted: Meeting, folder: MinutesFolder) -> tuple[Fingers, int, Meeting]:
    """The meeting played from the list of drafts on; the fingers, the keys of the head, it."""
    rows = write_notes(wanted).split("\n\n", 1)[0].splitlines()
    head = {name: value.strip() for name, _, value in (row.partition(":") for row in rows)}
    app = app_of(folder)
    async with app.run_test(size=(120, 36)) as pilot:
        at = Desk(app, pilot, folder.drafts)
        fingers = Fingers(at)
        await begun(fingers, at, head)
        await fingers.until(lambda: at.screen.composer.aid is not None)
        for name, value in head.items():
            if name not in FORM:
                word = "add" if name in LISTS else "set"
                await fingers.press(f":{word} {name}: {value}\r")
        of_head = fingers.pressed
        for item in wanted.items:
            if item.heading is not HeadingKind.NONE:
                await fingers.line(format_item(item))
            for line in item.lines:
                await fingers.line(format_line(line))
        got = at.meeting
        at.screen.draft.close(5)
    return fingers, of_head, got


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--notes", type=Path, help="a notes file; the three meetings without it")
    options = parser.parse_args()
    if options.notes:
        return int(not told(options.notes.stem, options.notes.read_bytes()))
    held = [told("the sample", sample_notes()), told(LINES.stem, LINES.read_bytes()), set_up()]
    return int(not all(held))


def play(notes: bytes) -> tuple[Fingers, int, int, Meeting] | None:
    """Play a meeting: the fingers, the keys of its head, those of the shorthand, the meeting.

    None where what stands in the draft in the end is another meeting, which is then printed.
    """
    wanted = read_notes(notes).meeting
    with tempfile.TemporaryDirectory() as root:
        folder = minutes_folder(Path(root))
        for_shorthand = asyncio.run(keep_shorthand(folder))
        fingers, of_head, got = asyncio.run(played(wanted, folder))
    if write_notes(without_times(got)) == write_notes(without_times(wanted)):
        return fingers, of_head, for_shorthand, wanted
    print("what was typed is not the meeting")
    sys.stdout.writelines(
        difflib.unified_diff(
            write_notes(without_times(wanted)).splitlines(True),
            write_notes(without_times(got)).splitlines(True),
        )
    )
    return None


def set_up() -> bool:
    """Whether a meeting is set up by hand in few enough keys; says how many."""
    made = play(SET_UP.read_bytes())
    if made is None:
        return False
    fingers, of_head, _, wanted = made
    people, items = len(wanted.attendance), len(wanted.items)
    print(f"{SET_UP.stem}: {fingers.pressed} keys, {of_head} of them for the head and the people;")
    print(f"     {people} people, {items} items; at most {MOST_TO_SET_UP}")
    return fingers.pressed <= MOST_TO_SET_UP


def told(name: str, notes: bytes) -> bool:
    """Whether a meeting is taken down in few enough keys; says how many."""
    made = play(notes)
    if made is None:
        return False
    fingers, of_head, for_shorthand, wanted = made
    keys, most = fingers.pressed, MOST.get(name, 1.0)
    page = len(document_text(compose(wanted, load_style(), public=False)).replace("\n", ""))
    lines = sum(len(format_line(line)) + 1 for _, line in wanted.lines())
    lines += sum(len(format_item(item)) + 1 for item in wanted.items)
    print(f"{name}: {wanted.line_count()} lines, {keys:,} keys ({of_head:,} of them for the head")
    print(f"     and the people), {page:,} characters on the page")
    print(f"{keys / page:.2f} keys for each character on the page; at most {most:.2f}")
    print(f"{(keys + for_shorthand) / page:.2f} with the {for_shorthand:,} keys, once, that keep")
    print(f"     {len(SHORTHAND)} shorthands in the register from the composer")
    print("\nCharacters on the page, or signs, that were not typed:")
    spared = {**fingers.spared, **composed(wanted, page, lines + of_head)}
    for what, count in spared.items():
        print(f"  {count:>6,}  {what}")
    print()
    return keys / page <= most


def composed(wanted: Meeting, page: int, typed: int) -> dict[str, int]:
    """What the program writes itself: numbers, and the sentences made of what was said."""
    blocks = document_text(compose(wanted, load_style(), public=False))
    numbers = sum(len(match[0]) for match in _NUMBERS.finditer(blocks))
    return {"numbering": numbers, "composed sentences and the attendance": page - typed - numbers}


if __name__ == "__main__":
    sys.exit(main())
