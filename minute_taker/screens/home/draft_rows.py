"""The drafts as rows of a list: the meeting, where its minutes stand, when they were saved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct
from textual.content import Content

from minute_taker.drafts.listing import DraftSummary
from minute_taker.minutes.when import WEEKDAYS, format_date, short_date
from minute_taker.screens.parts.columns import Column, set_headings, set_row
from minute_taker.screens.parts.row_list import RowList

COLUMNS = (
    Column("date", "Date", width=11),
    Column("committee", "Committee", share=1),
    Column("status", "State", width=6, above=56),
    Column("lines", "Lines", width=5, above=100, right=True),
    Column("gaps", "Gaps", width=4, right=True),
    Column("saved", "Last saved", width=11, above=66),
)


#: Wider rows would send the eye too far from a committee to its date.
_WIDEST = 132


class DraftRow(Struct, frozen=True):
    """One draft of the list; ``sought`` is what the words typed are looked for in."""

    draft: DraftSummary
    sought: str

    @property
    def key(self) -> Path:
        """The draft's path."""
        return self.draft.path

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here: on damaged drafts, too."""
        return True


def saved_words(saved_at: dt.datetime | None, today: dt.date) -> str:
    """When a draft was saved, as one would say it: ``today 19:42``, ``Mon 19:42``, a date."""
    if saved_at is None:
        return ""
    ago = (today - saved_at.date()).days
    if 0 <= ago < len(WEEKDAYS):
        day = WEEKDAYS[saved_at.weekday()][:3] if ago else "today"
        return f"{day} {saved_at:%H:%M}"
    return short_date(saved_at.date())


def draft_rows(drafts: Iterable[DraftSummary]) -> tuple[DraftRow, ...]:
    """The rows of all drafts, in the order given."""
    rows = []
    for draft in drafts:
        parts = [draft.committee, draft.status, draft.path.stem, draft.problem]
        if draft.date:
            parts += [format_date(draft.date), draft.date.isoformat()]
        if draft.gaps:
            parts.append("gaps")
        rows.append(DraftRow(draft, " ".join(parts).lower()))
    return tuple(rows)


def fitting(rows: Sequence[DraftRow], words: str) -> Sequence[DraftRow]:
    """The rows in which every word typed stands somewhere."""
    wanted = words.lower().split()
    return [row for row in rows if all(word in row.sought for word in wanted)] if wanted else rows


class DraftList(RowList[DraftRow]):
    """The drafts, one widget whatever their number; typing narrows it."""

    def __init__(self, *, finding: bool = True) -> None:
        super().__init__(finding=finding)
        #: The day that "today" means; whoever shows rows keeps it right.
        self.today = dt.date.today()

    def headings(self) -> Content:
        """The headings of the columns, set for the width that the rows have."""
        width = max(0, self.scrollable_content_region.width - 2)
        return Content("  ") + set_headings(COLUMNS, min(width, _WIDEST))

    def draw(self, row: DraftRow, width: int) -> Content:
        draft = row.draft
        if draft.problem:
            return Content.styled(f"{draft.path.name}: {draft.problem}", ".rows--wrong").truncate(
                width, ellipsis=True
            )
        cells = {
            "date": Content(f"{short_date(draft.date):>11}" if draft.date else "no date"),
            "committee": Content(draft.committee or draft.path.stem),
            "status": Content.styled(str(draft.status), ".rows--quiet"),
            "lines": Content.styled(str(draft.lines), ".rows--quiet"),
            "gaps": Content.styled(str(draft.gaps or ""), ".rows--gap"),
            "saved": Content.styled(saved_words(draft.saved_at, self.today), ".rows--quiet"),
        }
        return set_row(COLUMNS, cells, min(width, _WIDEST))
