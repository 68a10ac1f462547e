"""The list of drafts, read from the files themselves."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from msgspec import Struct

from minute_taker.drafts.errors import Damaged, NewerSchema
from minute_taker.drafts.names import SUFFIX
from minute_taker.drafts.reading import read_draft
from minute_taker.minutes.gaps import gap_count
from minute_taker.minutes.model import Status


class DraftSummary(Struct, frozen=True, omit_defaults=True):
    """One line of the list. ``problem`` is a sentence when the draft does not open as it is."""

    path: Path
    committee: str = ""
    date: dt.date | None = None
    status: Status = Status.DRAFT
    lines: int = 0
    gaps: int = 0
    saved_at: dt.datetime | None = None
    problem: str = ""


def list_drafts(drafts_folder: Path) -> list[DraftSummary]:
    """Every draft in the folder, the latest meeting first."""
    paths = [path for path in drafts_folder.glob(f"*{SUFFIX}") if path.name[0] != "."]
    found = [summarise(path) for path in sorted(paths)]
    return sorted(found, key=lambda each: each.date or dt.date.max, reverse=True)


def summarise(path: Path) -> DraftSummary:
    """What the list says of one draft."""
    try:
        reading = read_draft(path.read_bytes())
    except NewerSchema:
        return DraftSummary(path, problem="a later version of Minute Taker wrote it")
    except Damaged as damage:
        return DraftSummary(path, problem=str(damage))
    except OSError as error:
        return DraftSummary(path, problem=(error.strerror or "it cannot be read").lower())
    meeting = reading.meeting
    return DraftSummary(
        path,
        committee=meeting.committee,
        date=meeting.date,
        status=meeting.status,
        lines=meeting.line_count(),
        gaps=gap_count(meeting),
        saved_at=dt.datetime.fromisoformat(reading.meta.saved_at),
    )
