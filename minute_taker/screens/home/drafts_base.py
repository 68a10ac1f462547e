"""The drafts screen without its commands: what it shows, and how it waits for nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.drafts.listing import DraftSummary, list_drafts
from minute_taker.minutes.errors import Refused
from minute_taker.screens.dialogs.dialog import Breakpoints
from minute_taker.screens.home.draft_deeds import Done
from minute_taker.screens.home.draft_rows import DraftList, DraftRow, draft_rows, fitting
from minute_taker.screens.parts.key_line import KeyLine
from minute_taker.screens.parts.keys import with_keys

if TYPE_CHECKING:
    from minute_taker.drafts.recovery import Recovery

_FIRST = """\
There are no minutes here yet.

{drafts.sample:8}opens a sample meeting to try: nothing in it is real
{drafts.new:8}begins a meeting: its committee, its date, who is expected
{drafts.import:8}makes a draft of a notes file

{drafts.help} shows the signs that minutes are typed with. The minutes are kept in
"""
_NOTHING_FITS = "No draft has these words. Esc takes them away.\n"


class DraftsBase(Screen[None]):
    """The drafts of one minutes folder, narrowed by typing.

    The folder is read and deeds are done on threads, which answer with messages; keys are
    taken meanwhile. What is opened is told by :class:`DraftChosen`, which goes to the app.
    """

    CSS_PATH = "drafts.tcss"
    VERTICAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-short"), (16, "-tall")]  # type: ignore[misc]
    HORIZONTAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-narrow"), (70, "-wide")]  # type: ignore[misc]

    class DraftChosen(Message, namespace="drafts_screen"):
        """A draft is to be opened, at a line or an item where ``line`` or ``item`` is one's id."""

        def __init__(self, path: Path, line: int | None = None, item: int | None = None) -> None:
            super().__init__()
            self.path = path
            self.line = line
            self.item = item

    class _Listed(Message):
        """The folder has been read."""

        def __init__(
            self, drafts: list[DraftSummary], recoveries: list[Recovery], onto: Path | None
        ) -> None:
            super().__init__()
            self.drafts = drafts
            self.recoveries = recoveries
            self.onto = onto

    class _Happened(Message):
        """A deed is done, or refused."""

        def __init__(self, done: Done) -> None:
            super().__init__()
            self.done = done

    def __init__(self, folder: MinutesFolder, *, today: Callable[[], dt.date] = dt.date.today):
        super().__init__()
        self._folder = folder
        self._today = today
        self._rows: tuple[DraftRow, ...] = ()
        self._read = False
        # What was last done, said for as long as the cursor stays where that put it.
        self._news = Done("")
        self._news_at: Path | None = None
        self._offered = False

    def compose(self) -> ComposeResult:
        yield Static(id="bar", markup=False)
        yield Static(id="find", markup=False)
        yield Static(id="headings", markup=False)
        yield DraftList()
        yield Static(id="empty", markup=False)
        yield Static(id="said", markup=False)
        yield KeyLine(third="app.quit")

    def on_mount(self) -> None:
        self._list.focus()
        self._show_bar()

    def on_screen_resume(self) -> None:
        self._read_folder(None)

    def on_resize(self) -> None:
        self.call_after_refresh(self._show_bar)

    # What is shown

    @property
    def _list(self) -> DraftList:
        return self.query_one(DraftList)

    @property
    def _draft(self) -> DraftSummary | None:
        row = self._list.row
        return row.draft if row else None

    @property
    def drafts(self) -> tuple[DraftSummary, ...]:
        """The drafts as last read."""
        return tuple(row.draft for row in self._rows)

    def _show_bar(self) -> None:
        name = Content.styled(" Minute Taker", "bold")
        room = max(0, self.size.width - name.cell_length - 4)
        place = Content(str(self._folder.root)).truncate(room, ellipsis=True)
        spare = max(1, self.size.width - 2 - name.cell_length - place.cell_length)
        bar = Content.assemble(name, " " * spare, place)
        self.query_one("#bar", Static).update(bar)
        self.query_one("#headings", Static).update(self._list.headings())

    def _show(self, onto: Path | None = None) -> None:
        rows = fitting(self._rows, self._list.words)
        if onto is None and self._list.row is None:
            # What is damaged stands first, to be seen, but is not what one comes to open.
            onto = next((row.key for row in rows if not row.draft.problem), None)
        self._list.today = self._today()
        self._list.show(rows, onto=onto)
        self.set_class(self._read and not rows, "-nothing")
        words = self._list.words
        first = with_keys(self, _FIRST) + str(self._folder.drafts)
        nothing = _NOTHING_FITS if self._rows else first
        self.query_one("#empty", Static).update(Content(nothing))
        count = f"{len(rows)} of {len(self._rows)}" if words else f"{len(self._rows)}"
        drafts = "draft" if len(self._rows) == 1 else "drafts"
        found = f"Find  {words}_" if words else "Find  type a committee, a date, a state"
        room = self.size.width - 2
        left = Content(found).truncate(max(0, room - len(count) - 9), ellipsis=True)
        spare = max(1, room - left.cell_length - len(count) - len(drafts) - 1)
        line = f"{left.plain}{' ' * spare}{count} {drafts}" if self._read else "Reading the drafts"
        self.query_one("#find", Static).update(Content(line), layout=False)
        self.query_one("#headings", Static).update(self._list.headings(), layout=False)
        self.refresh_bindings()

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(wrong, "-wrong")
        said.update(Content(sentence))

    @on(DraftList.Words)
    def _words_changed(self) -> None:
        self._show()

    @on(DraftList.Moved)
    def _moved(self) -> None:
        draft = self._draft
        if self._news.said and self._news_at in (None, draft.path if draft else None):
            self._say(self._news.said, wrong=self._news.wrong)
            return
        self._news = Done("")
        if draft is None:
            self._say("")
        elif draft.problem:
            self._say(f"{draft.path.name}: {draft.problem}. Enter saves from it what there is.")
        else:
            self._say(self._whole_name(draft))

    def _whole_name(self, draft: DraftSummary) -> str:
        """The committee and the file, on the one line that there is for them."""
        both = f"{draft.committee} - {draft.path.name}" if draft.committee else draft.path.name
        room = self.size.width - 2
        words = both if len(both) <= room else draft.committee or draft.path.name
        return Content(words).truncate(room, ellipsis=True).plain

    # Reading the folder and doing deeds, on threads

    def action_read(self) -> None:
        """Read the folder again, and look again for what could not be saved."""
        self._offered = False
        self._read_folder(None)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read_folder(self, onto: Path | None) -> None:
        from minute_taker.drafts.recovery import list_recoveries

        worker = get_current_worker()
        try:
            drafts = list_drafts(self._folder.drafts)
            recoveries = [] if self._offered else list_recoveries()
        except OSError as error:
            why = f"The drafts cannot be read: {error.strerror or type(error).__name__}."
            self.post_message(self._Happened(Done(why, wrong=True)))
            return
        if not worker.is_cancelled:
            self.post_message(self._Listed(drafts, recoveries, onto))

    @on(_Listed)
    def _listed(self, message: _Listed) -> None:
        self._rows = draft_rows(message.drafts)
        self._read = True
        self._show(message.onto)
        self._news_at = self._draft.path if self._draft else None
        if message.recoveries and self.is_current:
            self._offered = True
            self.offer(message.recoveries)

    def offer(self, recoveries: list[Recovery]) -> None:
        """Offer what could not be saved in its place."""
        raise NotImplementedError

    @work(thread=True, group="deed", exit_on_error=False)
    def _do(self, deed: Callable[[], Done]) -> None:
        try:
            done = deed()
        except Refused as error:
            done = Done(f"{error}", wrong=True)
        except OSError as error:
            done = Done(f"{error.strerror or type(error).__name__}", wrong=True)
        self.post_message(self._Happened(done))

    @on(_Happened)
    def _happened(self, message: _Happened) -> None:
        done = message.done
        if done.opens and done.draft is not None:
            self.post_message(self.DraftChosen(done.draft))
            return
        self._news, self._news_at = done, None
        self._say(done.said, wrong=done.wrong)
        self._read_folder(done.draft)
