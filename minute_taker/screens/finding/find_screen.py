"""Find, and find and replace with a look at each place, in the meeting behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from minute_taker.capture.find import Found, Wanted, find, replacing
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.exempt import withheld
from minute_taker.minutes.model import Meeting
from minute_taker.minutes.settled import WordsSettled
from minute_taker.screens.dialogs.dialog import LOOK, Dialog
from minute_taker.screens.parts.field import Field
from minute_taker.screens.parts.key_line import KeyLine


class FindScreen(Dialog[Found | None]):
    """A few rows over the composer; the places found are shown in the transcript.

    ``meeting`` gives the meeting as it stands, ``show`` brings a place into view, ``do`` makes
    a change and gives the meeting after it (it may raise Refused). ``start`` is the line from
    which to look. Dismissed with the place to open in the composer, or None.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = [LOOK, "find.tcss"]
    AUTO_FOCUS = "#words"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "step(1)", "Next", key_display="Enter", priority=True,
                id="find.next"),
        Binding("up", "step(-1)", "Previous", key_display="Up", priority=True, id="find.before"),
        Binding("ctrl+r", "replace", "Replace", key_display="^R", priority=True,
                id="find.replace"),
        Binding("f4", "replace_all", "Replace all", key_display="F4", id="find.replace-all"),
        Binding("f2", "whole", "Whole words", key_display="F2", id="find.whole"),
        Binding("f3", "match_case", "Match case", key_display="F3", id="find.case"),
        Binding("f5", "open", "Edit the line", key_display="F5", id="find.open"),
        Binding("ctrl+z", "undo", "Undo", key_display="^Z", priority=True, id="find.undo"),
        Binding("escape", "close", "Done", key_display="Esc", id="find.close"),
    ]  # fmt: skip

    def __init__(
        self,
        meeting: Callable[[], Meeting],
        *,
        show: Callable[[Found | None], None],
        do: Callable[..., Meeting],
        undo: Callable[[], object],
        start: int | None = None,
        words: str = "",
    ) -> None:
        super().__init__()
        self._meeting = meeting
        self._show_place = show
        self._do = do
        self._undo = undo
        self._start = start
        self._wanted = Wanted(words)
        self._places: list[Found] = []
        self._exempt: set[int] = set()
        self._at = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Content("Find and replace")
            with Horizontal(classes="row"):
                yield Static("Find", classes="label", markup=False)
                yield Field(
                    self._wanted.words, id="words", offered=True, placeholder="words of the minutes"
                )
                yield Static("", id="count", markup=False)
            with Horizontal(classes="row"):
                yield Static("Replace", classes="label", markup=False)
                yield Field("", id="new", placeholder="with (Tab)")
                yield Static("", id="how", markup=False)
            yield KeyLine()

    def on_mount(self) -> None:
        self._look(self._wanted)

    @on(Input.Changed, "#words")
    def _words_changed(self, event: Input.Changed) -> None:
        wanted = self._wanted
        self._look(Wanted(event.value, wanted.whole, wanted.match_case))

    def _look(self, wanted: Wanted) -> None:
        """Look anew, and stand at the first place from where one came."""
        self._wanted = wanted
        self._places = find(self._meeting(), wanted)
        self._exempt = {line.id for line, _ in withheld(self._meeting())}
        order = {line.id: n for n, (_, line) in enumerate(self._meeting().lines())}
        begin = order.get(self._start or -1, 0)
        self._at = next(
            (n for n, at in enumerate(self._places) if order.get(at.line_id or -1, -1) >= begin), 0
        )
        self._show()

    @property
    def _place(self) -> Found | None:
        return self._places[self._at] if self._places else None

    def _show(self, said: str = "") -> None:
        count = f"{self._at + 1} of {len(self._places)}" if self._places else "nowhere"
        self.query_one("#count", Static).update(Content(count if self._wanted.words else ""))
        how = [words for on, words in (
            (self._in_exempt(), "in an exempt line"), (self._wanted.whole, "whole words"),
            (self._wanted.match_case, "match case"),
        ) if on]  # fmt: skip
        if self._wanted.words and not self._places:
            said = said or "try fewer letters"
        self.query_one("#how", Static).update(Content(said or ", ".join(how)))
        self._show_place(self._place)

    def _in_exempt(self) -> bool:
        """Whether the place is in a line that no public copy shows."""
        at = self._place
        return at is not None and at.line_id in self._exempt

    def action_step(self, by: int) -> None:
        """Look at the next place, or the one before, going round."""
        if self._places:
            self._at = (self._at + by) % len(self._places)
            self._show()

    def action_replace(self) -> None:
        """Replace the place that is looked at, and look at the next."""
        place = self._place
        if place is not None:
            self._replace([place], "replaced")

    def action_replace_all(self) -> None:
        """Replace every place, undone as one."""
        if self._places:
            self._replace(self._places, f"{len(self._places)} replaced; ^Z takes them back")

    def _ask_to_change(self, settled: str, places: list[Found], said: str) -> None:
        """Replace words that a vote has settled only where the clerk says so."""
        from minute_taker.screens.dialogs.confirm import confirm_settled

        def answered(yes: bool | None) -> None:
            if yes:
                self._replace(places, said, insist=True)

        self.app.push_screen(confirm_settled(settled), answered)

    def _replace(self, places: list[Found], said: str, *, insist: bool = False) -> None:
        new = self.query_one("#new", Field).value
        before = self._at
        try:
            self._do(replacing(self._meeting(), self._wanted, new, places), insist=insist)
        except WordsSettled as why:
            self._ask_to_change(str(why), places, said)
            return
        except Refused as why:
            self._show(str(why))
            return
        self._places = find(self._meeting(), self._wanted)
        # Where the new words hold the old ones the same place is found again: go past it.
        stays = len(places) == 1 and new and self._wanted.pattern().search(new)
        self._at = (before + bool(stays)) % len(self._places) if self._places else 0
        self._show(said)

    def action_undo(self) -> None:
        """Take back the last change of the meeting."""
        self._undo()
        self._places = find(self._meeting(), self._wanted)
        self._at = min(self._at, max(0, len(self._places) - 1))
        self._show("taken back")

    def action_whole(self) -> None:
        """Find whole words alone, or parts of words too."""
        wanted = self._wanted
        self._look(Wanted(wanted.words, not wanted.whole, wanted.match_case))

    def action_match_case(self) -> None:
        """Find these letters alone, or capitals for small ones too."""
        wanted = self._wanted
        self._look(Wanted(wanted.words, wanted.whole, not wanted.match_case))

    def action_open(self) -> None:
        """Open the line that is looked at in the composer."""
        self.dismiss(self._place)

    def action_close(self) -> None:
        """Back to the composer."""
        self.dismiss(None)
