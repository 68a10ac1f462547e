"""What does not stand in the draft, each finding one Enter away from its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from msgspec import Struct
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from minute_taker.minutes.checking import Finding, check
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.screens.capture.commands import COMMANDS, Where
from minute_taker.screens.capture.finding_commands import FITTING
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.dialogs.pick import PickBox
from minute_taker.screens.parts.columns import Column, set_row
from minute_taker.screens.parts.row_list import RowList

_COLUMNS = (
    Column("item", width=4, right=True, above=50),
    Column("line", width=5, right=True),
    Column("words", share=1),
)


class FindingRow(Struct, frozen=True):
    """One finding, and the number of the item that it stands in."""

    key: int
    finding: Finding
    item: str

    @property
    def selectable(self) -> bool:
        """Whether the cursor can stand here."""
        return True

    @property
    def words(self) -> str:
        """What is found, and what may be meant."""
        finding = self.finding
        meant = " / ".join(filter(None, finding.suggestions)) if finding.place is not None else ""
        return f"{finding.words}: {meant}" if meant else finding.words


class FindingList(RowList[FindingRow]):
    """The findings of fact in the order of the record, and then the slips likewise."""

    def draw(self, row: FindingRow, width: int) -> Content:
        line = row.finding.line
        cells = {
            "item": Content.styled(row.item, ".rows--quiet"),
            "line": Content.styled("" if line is None else str(line), ".rows--quiet"),
            "words": Content(row.words),
        }
        return set_row(_COLUMNS, cells, width)


class FindingsScreen(Dialog[FindingRow | None]):
    """The check before the export; dismissed with the finding to go to, or None.

    ``meeting`` gives the meeting as it stands, and ``find`` what is found in it, on a thread.
    ``run`` does what a command of the table says about a row, and answers in a sentence; the
    list is then read anew. It opens at the finding that was gone to last (``visited``), or where
    that one stood. A finding is never a refusal: the minutes can be exported with all of them,
    by the key ``export_key`` of the screen before.
    """

    AUTO_FOCUS = "RowList"
    BINDINGS: ClassVar[list[BindingType]] = [
        command.binding() for command in COMMANDS.values() if command.where is Where.FINDINGS
    ]

    def __init__(
        self,
        meeting: Callable[[], Meeting],
        *,
        find: Callable[[Meeting], Sequence[Finding]] = check,
        run: Callable[[str, FindingRow | None], str] = lambda _command, _row: "",
        visited: FindingRow | None = None,
        export_key: str,
        read_only: bool = False,
    ) -> None:
        super().__init__()
        self._meeting = meeting
        self._find = find
        self._run = run
        self._visited = visited
        self._read_only = read_only
        self._box = PickBox(
            FindingList(),
            self._read,
            title="To look at before the minutes go out",
            pick="Go there",
            first=self._first,
            detail=lambda row: row.words,
            nothing=(
                "Nothing was found: no gap, no unanswered question, nothing at odds, no slip. "
                f"{export_key} on the screen before writes the document."
            ),
        )

    def compose(self) -> ComposeResult:
        yield self._box

    def on_screen_resume(self, _event: events.ScreenResume) -> None:
        # Something over it, such as a question, may have changed the meeting.
        if self._box.rows.rows:
            self._box.read_again()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action != "command":
            return super().check_action(action, parameters)
        fits = FITTING.get(str(parameters[0]))
        if fits is None:
            return True
        row = self._box.rows.row
        # Dimmed where it does nothing, so that the line of keys does not jump.
        return True if row is not None and fits(row.finding) and not self._read_only else None

    def action_command(self, command: str) -> None:
        """Do something about the finding under the cursor."""
        self._box.border_subtitle = Content(self._run(command, self._box.rows.row))
        self._box.read_again()

    def _read(self) -> Sequence[FindingRow]:
        meeting = self._meeting()
        numbers = item_numbers(meeting)
        return [
            FindingRow(key, each, numbers[each.item].agenda if each.item is not None else "")
            for key, each in enumerate(self._find(meeting))
        ]

    def _first(self, rows: Sequence[FindingRow]) -> int | None:
        """Return the finding gone to last; where it is mended, the one that has its place."""
        visited, self._visited = self._visited, None
        if visited is None or not rows:
            return None
        same = (row.key for row in rows if row.finding == visited.finding)
        return next(same, min(visited.key, len(rows) - 1))
