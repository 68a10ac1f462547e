"""The capture screen for tests: a draft of a few notes, opened, typed into, looked at."""

from __future__ import annotations

import datetime as dt
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from textual import events
from textual.pilot import Pilot
from waiting import PATIENCE, until

from minute_taker.capture.notes_reader import read_notes
from minute_taker.capture.notes_writer import write_notes
from minute_taker.drafts.folders import MinutesFolder, minutes_folder
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Line, Meeting
from minute_taker.screens.capture.capture_screen import CaptureScreen
from minute_taker.screens.minute_app import MinuteApp
from minute_taker.screens.settings import Settings

NOTES = """\
committee: Libraries Committee
date: 3 March 2020
time: 7.00 pm
first minute: 12
members: Odile Farrant (Chairman), Jonas Peake, Mina Okoro
officers: Rani Dell (Head of Libraries)

# Apologies for absence
# Opening hours
The report was introduced.
? @jp What would longer hours cost?
> @rd About £9,000 a year.
# Work programme
"""
#: The same with a line of every kind in the last item.
EVERY_KIND = (
    NOTES
    + """\
Rani Dell spoke of the coming year, in which three libraries would be open on Sundays.
The Committee asked a number of questions, including:
? @jp @rd Which of the libraries would be open, and from when on would they be so?
> @rd That was not decided yet. It depended on the number of volunteers, of whom there were ??.
- the Central Library
- Mill Lane
! That the Committee:
  ! note the report
  ! thank the volunteers
+ Rani Dell: write to all members (by 1 May 2020)
~ out Okoro 7.42 pm
% Peake / Okoro: That the item be deferred
* Post-meeting note: the figure was £1.2m.
"""
)
EVENING = dt.datetime(2020, 3, 3, 19, 42, 7)


def make_draft(folder: MinutesFolder, notes: str = NOTES) -> Path:
    """A draft of those notes in the folder."""
    meeting = read_notes(notes.encode()).meeting if notes else Meeting()
    store = DraftStore.create(folder.drafts, meeting)
    store.close()
    return store.path


class Desk:
    """A clerk at the capture screen."""

    def __init__(self, app: MinuteApp, pilot: Pilot[None], path: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path

    @property
    def screen(self) -> CaptureScreen:
        capture = self.app.capture
        assert capture is not None
        return capture

    @property
    def meeting(self) -> Meeting:
        return self.screen.draft.meeting

    @property
    def notes(self) -> str:
        """The body of the meeting as a notes file has it."""
        body = write_notes(self.meeting).split("\n\n", 1)[1]
        return "\n".join(line for line in body.split("\n") if line)

    @property
    def last(self) -> Line:
        """The line with the highest id."""
        return max((line for _, line in self.meeting.lines()), key=lambda line: line.id)

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines of the item under way that came after those of the notes."""
        item = self.screen.draft.item
        return tuple(line for line in item.lines if line.at is not None) if item else ()

    @property
    def composer(self) -> str:
        """What the composer holds, as a line of the language."""
        return self.screen.composer.raw

    @property
    def kind(self) -> str:
        """The word on the badge: what the words in the composer are."""
        return self.screen.composer.shown_badge.sign.word

    @property
    def offered(self) -> str:
        """The word of the kind that Tab takes; nothing where none is offered."""
        offered = self.screen.composer.offered
        return offered.sign.word if offered is not None else ""

    @property
    def said(self) -> str:
        return self.screen.status_bar.message

    @property
    def text(self) -> str:
        """What stands on the terminal."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    async def type(self, text: str) -> None:
        """Type text, every key at once, as fast fingers and slow machines have it."""
        for character in text:
            self.app.post_message(events.Key(*key_of(character)))
        await self.settle()

    async def hurry(self, *keys: str) -> None:
        """Press keys by their names, all at once."""
        for key in keys:
            character = " " if key == "space" else key if len(key) == 1 else None
            self.app.post_message(events.Key(key, character))
        for _ in keys:
            await self.settle()

    async def press(self, *keys: str) -> None:
        """Press keys by their names, one after the other."""
        await self.pilot.press(*keys)
        await self.settle()

    async def enter(self, *lines: str) -> None:
        """Type lines, each with its Enter."""
        for line in lines:
            await self.type(line + "\r")

    async def paste(self, text: str) -> None:
        """Paste as a terminal does it."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until the screen has done what it was told."""
        await self.pilot.pause()
        await until(lambda: self.app.keys_done)
        await self.pilot.pause()

    async def shows(self, words: str) -> None:
        """Wait until the words are on the screen; AssertionError, with the screen, if not."""
        await self.settle()
        await until(lambda: words in self.text, lambda: f"no {words!r} in\n{self.text}")
        await self.settle()

    async def worded(self) -> None:
        """Wait until the transcript has the page's words."""
        await until(lambda: self.screen.page_words.up_to_date)
        await self.settle()

    async def saved(self) -> None:
        """Wait until all is on the disk and the title row says so."""
        self.stored()
        await self.shows("Saved ")

    def stored(self) -> DraftStore:
        """The draft as it stands on the disk, once all that was typed has been saved."""
        self.screen.draft.keep()
        assert self.screen.draft.flush(PATIENCE)
        return DraftStore.open(self.path, read_only=True)


def key_of(character: str) -> tuple[str, str]:
    """The name of a character's key, and the character."""
    names = {"\r": "enter", " ": "space", "\t": "tab"}
    return names.get(character, character), character


@asynccontextmanager
async def desk(
    tmp_path: Path,
    notes: str | None = NOTES,
    *,
    size: tuple[int, int] = (100, 30),
    theme: str = "",
    path: Path | None = None,
    keys: dict[str, str] | None = None,
) -> AsyncIterator[Desk]:
    """A desk with a draft of ``notes`` in ``tmp_path``, or with the draft at ``path``."""
    folder = minutes_folder(tmp_path / "minutes")
    path = path or make_draft(folder, notes or "")
    app = MinuteApp(
        folder, DraftStore.open(path), Settings(theme=theme, keys=keys or {}), clock=lambda: EVENING
    )
    async with app.run_test(size=size) as pilot:
        sitting = Desk(app, pilot, path)
        await sitting.settle()
        if app.capture is not None:
            # What it offers while one types is read a moment after the screen is there.
            composer = app.capture.composer
            await until(lambda: composer.aid is not None)
        yield sitting
        if app.capture is not None:
            app.capture.draft.close(PATIENCE)
