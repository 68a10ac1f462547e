"""A minutes folder of real draft files for tests of the drafts screen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from textual.pilot import Pilot
from waiting import workers_done

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.drafts.listing import list_drafts
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.model import Attendee, HeadingKind, Item, Line, Meeting
from minute_taker.screens.home.drafts_screen import DraftsScreen

COMMITTEES = (
    ("Licensing [sic] Sub-Committee [/", dt.date(2026, 6, 2)),
    ("Cabinet", dt.date(2026, 5, 21)),
    ("Cabinet", dt.date(2026, 4, 23)),
)


def meeting_of(committee: str, day: dt.date | None) -> Meeting:
    """A meeting with a gap, two members and an item without a number."""
    return Meeting(
        committee=committee,
        called="the Committee",
        date=day,
        start=dt.time(19),
        venue="Town Hall",
        first_minute="64",
        attendance=(
            Attendee(id=1, name="Odile Farrant", code="odile", post="Chairman"),
            Attendee(id=2, name="Jonas Peake", code="jp"),
        ),
        items=(
            Item(id=1, title="Apologies for absence"),
            Item(id=2, title="Opening hours", lines=(Line(id=1, text="It cost £??."),)),
            Item(id=3, title="Part One", heading=HeadingKind.UNNUMBERED),
        ),
        last_line=1,
        last_item=3,
        last_attendee=2,
    )


def fill(folder: MinutesFolder) -> None:
    """Make the drafts of ``COMMITTEES`` in the folder."""
    for committee, day in COMMITTEES:
        DraftStore.create(folder.drafts, meeting_of(committee, day)).close()


def names(folder: MinutesFolder) -> list[str]:
    """The names of the draft files."""
    return sorted(draft.path.name for draft in list_drafts(folder.drafts))


def read(path: Path) -> Meeting:
    """The meeting of a draft as it is on the disk."""
    store = DraftStore.open(path, read_only=True)
    store.close()
    return store.meeting


async def settle(pilot: Pilot[object]) -> None:
    """Wait until the screen and its threads have done what they were told."""
    await pilot.pause()
    await workers_done(pilot.app)
    await pilot.pause()


def chosen(app: object) -> list[Path]:
    """The drafts that the screen told the app to open."""
    return [m.path for m in app.messages if isinstance(m, DraftsScreen.DraftChosen)]  # type: ignore[attr-defined]
