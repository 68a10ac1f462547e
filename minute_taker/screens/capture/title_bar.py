"""The top row: which meeting, how far it is, who is here, and the proof that it is safe."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from msgspec import Struct
from textual.content import Content

from minute_taker.minutes.model import Meeting, Status
from minute_taker.minutes.when import format_time, short_date
from minute_taker.screens.capture.draft_session import DraftSession
from minute_taker.screens.parts.cached_render import CachedRender
from minute_taker.screens.parts.themes import BLOCK

_BETWEEN = "   "
_SAFETY = len("Saved 12.42 pm")


class Safety(Struct, frozen=True):
    """Whether what was entered is on the disk: a word, and whether that is well."""

    words: str = ""
    well: bool = True
    busy: bool = False


def saved_words(at: dt.datetime | None, today: dt.date) -> str:
    """``Saved 7.42 pm``; of another day's draft the day, as a time alone would mislead."""
    if at is None:
        return "Saved"
    if at.date() == today:
        return f"Saved {format_time(at.time())}"
    day = short_date(at.date())
    return f"Saved {day if at.year != today.year else day[:-5]}"


def safety_of(draft: DraftSession, *, slow: bool = False) -> Safety | None:
    """Return how safe a draft is; None while a save is under way that is not ``slow`` yet."""
    state = draft.state
    if draft.read_only:
        return Safety("READ ONLY", well=False)
    if state.kind == "failed":
        return Safety(f"NOT SAVED {state.why}", well=False)
    if state.kind == "saved" and not draft.unsaved:
        return Safety(saved_words(state.at, dt.date.today()))
    return Safety("Saving", busy=True) if slow or draft.unsaved else None


def elapsed(start: dt.time | None, now: dt.datetime) -> str:
    """``0:42`` since the meeting began; nothing before it, or once it must be over."""
    if start is None:
        return ""
    begun = dt.datetime.combine(now.date(), start)
    minutes = int((now - begun).total_seconds() // 60)
    return f"{minutes // 60}:{minutes % 60:02}" if 0 <= minutes < 8 * 60 else ""


class TitleBar(CachedRender):
    """One row, of which the state of saving is the last thing to go when there is no room."""

    DEFAULT_CSS = """
    TitleBar {
        height: 1;
        background: $panel;
        color: $foreground;
        & > .title--name { text-style: bold; }
        & > .title--quiet { color: $quiet; }
        & > .title--saved { color: $saved; }
        & > .title--unsaved { color: $unsaved; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "title--name",
        "title--quiet",
        "title--saved",
        "title--unsaved",
    }
    ALLOW_SELECT = False

    def __init__(self, clock: Callable[[], dt.datetime] = dt.datetime.now) -> None:
        super().__init__()
        self._clock = clock
        self._meeting = Meeting()
        self._present = ""
        self._safety = Safety()
        self._now = clock()

    def on_mount(self) -> None:
        self._tick()

    def _tick(self) -> None:
        self._now = self._clock()
        self.set_timer(60.5 - self._now.second, self._tick)
        self.refresh()

    def show_meeting(self, meeting: Meeting, present: str) -> None:
        """Show whose minutes these are, and how many members are present."""
        before = self._shown()
        self._meeting, self._present = meeting, present
        if self._shown() != before:
            self.refresh()

    def _shown(self) -> tuple[object, ...]:
        """What the bar takes from the meeting."""
        meeting = self._meeting
        head = (meeting.committee, meeting.date, meeting.status, meeting.start, meeting.close)
        return (*head, self._present)

    def show_safety(self, safety: Safety) -> None:
        """Show whether the text is saved."""
        if safety != self._safety:
            self._safety = safety
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        safety = self._safety
        style = ".title--saved" if safety.well else ".title--unsaved"
        # Always as wide as with a time, so that nothing beside it moves at each save.
        last = Content.styled(
            f"   {safety.words:>{_SAFETY}} ",
            ".title--quiet" if safety.busy and safety.well else style,
        ).truncate(width, ellipsis=True)
        if not safety.well:
            last = last.stylize(BLOCK)
        room = width - last.cell_length
        asides = self._asides(room - _least_name(self._meeting))
        room -= asides.cell_length
        name = Content.styled(f" {_name(self._meeting)}", ".title--name")
        name = name.truncate(max(0, room), ellipsis=True, pad=True)
        return Content.assemble(name, asides, last)

    def _asides(self, room: int) -> Content:
        """What stands between name and safety, as far as there is room, the dearest first."""
        meeting = self._meeting
        running = elapsed(meeting.start, self._now) if self._is_today else ""
        if meeting.close is not None:
            running = f"closed {format_time(meeting.close)}"
        facts = (
            (self._present, 3),
            ("DRAFT" if meeting.status is Status.DRAFT else "AGREED", 0),
            (format_time(self._now.time()), 1),
            (running, 2),
            (short_date(meeting.date) if meeting.date else "", -1),
        )
        kept: list[tuple[str, int]] = []
        for words, place in facts:
            cost = len(words) + len(_BETWEEN)
            if words and cost <= room:
                kept.append((words, place))
                room -= cost
        kept.sort(key=lambda fact: fact[1])
        return Content.styled("".join(_BETWEEN + words for words, _ in kept), ".title--quiet")

    @property
    def _is_today(self) -> bool:
        return self._meeting.date is None or self._meeting.date == self._now.date()


def _name(meeting: Meeting) -> str:
    return meeting.committee or "A meeting without a name"


def _least_name(meeting: Meeting) -> int:
    """The cells that the committee's name is given before anything else is.

    The clerk knows which meeting it is; how many are present they may not.
    """
    return min(16, len(_name(meeting)) + 2)
