"""The meeting's business from the capture screen: what does not stand, who does what, read back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Kind, Meeting
from minute_taker.minutes.text import GAP
from minute_taker.screens.capture.aid_deeds import AidDeeds
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.screens.finding.findings_screen import FindingRow
    from minute_taker.screens.home.business_rows import BusinessRow

#: Lines whose exact words are read out.
_READ_OUT = (Kind.MOTION, Kind.RESOLUTION)
#: Which heading a finding in the head is about, by a word of what it says.
_IN_WORDS = (
    ("name of the committee", "committee"),
    ("date", "date"),
    ("venue", "venue"),
    ("began", "time"),
    ("closed", "closed"),
)
_WITH_GAPS = ("committee", "venue", "chair", "clerk")


def addresses_printed(meeting: Meeting) -> bool:
    """Whether the house style prints the addresses of members of the public."""
    from minute_taker.composing.style import load_style

    try:
        style = load_style(meeting.style) if meeting.style else load_style()
    except Refused:
        return False
    return style.questions.public_asker == "name and address"


def how_many(meeting: Meeting) -> str:
    """``3 things to look at``; nothing where all stands."""
    from minute_taker.minutes.checking import check

    found = len(check(meeting, addresses_printed=addresses_printed(meeting)))
    if not found:
        return ""
    return "1 thing to look at" if found == 1 else f"{found} things to look at"


class BusinessDeeds(AidDeeds):
    """Opens the screens of the meeting's business, and goes where they say."""

    #: The finding of the check that was gone to last.
    _visited: FindingRow | None = None

    def action_check(self) -> None:
        """Show what does not stand; Enter goes to its place."""
        if self._editing is not None and not self._enter_edit():
            return
        from minute_taker.screens.finding.findings_screen import FindingsScreen

        meeting = self.draft.meeting
        screen = FindingsScreen(
            meeting, addresses_printed=addresses_printed(meeting), visited=self._visited
        )
        self.app.push_screen(screen, self._finding_chosen)

    def _finding_chosen(self, row: FindingRow | None) -> None:
        if row is None:
            give_keys(self.composer)
            return
        self._visited, finding = row, row.finding
        if finding.line is not None:
            self.go_to_line(finding.line)
            self.say(finding.words)
        elif finding.item is not None:
            self.go_to_heading(finding.item)
            self.say(finding.words)
        else:
            self.go_to_head(finding.words)

    def go_to_head(self, words: str) -> None:
        """Open what holds the part of the head that a finding's words are about."""
        if "attendance" in words:
            self.call_later(self.run_action, "people")
            return
        meeting = self.draft.meeting
        heading = next((heading for word, heading in _IN_WORDS if word in words), "")
        with_gap = (name for name in _WITH_GAPS if GAP in getattr(meeting, name))
        self.open_details(heading or next(with_gap, "committee"))

    def open_details(self, first: str) -> None:
        """The form of the meeting's head, one of its fields first."""
        raise NotImplementedError

    def go_to_line(self, line_id: int) -> None:
        """Choose a line in the transcript, in view; Enter there edits it, Esc types on."""
        if self.draft.meeting.line(line_id) is None:
            self.say(f"Line {line_id} is not there any more")
            return
        if not self.transcript.display:
            self.edit(line_id)  # The preview is in its place, and follows the edit.
            return
        give_keys(self.transcript)
        self.transcript.choose(line_id)

    def go_to_heading(self, item_id: int) -> None:
        """Let the next lines go to an item, with its heading in view."""
        self.go(item_id)
        self.transcript.bring_heading_into_view(item_id)

    def action_business(self) -> None:
        """Show the actions and the decisions of this meeting; Enter goes to the line."""
        from minute_taker.screens.home.business_screen import BusinessScreen

        meeting = self.draft.meeting
        self.app.push_screen(BusinessScreen(lambda: [(None, meeting)]), self._business_chosen)

    def _business_chosen(self, row: BusinessRow | None) -> None:
        if row is not None and row.line is not None:
            self.go_to_line(row.line)
        elif row is not None and row.place is not None:
            self.go_to_heading(row.place)
        else:
            give_keys(self.composer)

    def action_read_back(self) -> None:
        """The exact words of the motion or the resolution under work, to be read out."""
        if self._editing is not None and not self._enter_edit():
            return
        from minute_taker.screens.reading.read_back_screen import ReadBackScreen

        screen = ReadBackScreen(self.draft.meeting, self._line_to_read())
        self.app.push_screen(screen, self._read_back)

    def _read_back(self, line_id: int | None) -> None:
        if line_id is not None:
            self.go_to_line(line_id)

    def _line_to_read(self) -> int | None:
        """The line chosen, or the last motion or resolution of the item under way."""
        if self.transcript.chosen is not None:
            return self.transcript.chosen
        lines = self.item.lines if self.item is not None else ()
        return next((line.id for line in reversed(lines) if line.kind in _READ_OUT), None)
