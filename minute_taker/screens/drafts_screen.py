"""The home screen: the drafts, found by typing, opened by Enter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.drafts.listing import DraftSummary, list_drafts
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import Meeting
from minute_taker.screens import draft_deeds
from minute_taker.screens.ask import Ask
from minute_taker.screens.bin_screen import BinScreen
from minute_taker.screens.confirm import Confirm
from minute_taker.screens.dialog import Breakpoints
from minute_taker.screens.draft_deeds import Done
from minute_taker.screens.draft_rows import DraftList, DraftRow, draft_rows, fitting
from minute_taker.screens.help_screen import HelpScreen
from minute_taker.screens.key_line import KeyLine
from minute_taker.screens.new_meeting_screen import NewMeetingScreen
from minute_taker.screens.path_suggester import PathSuggester
from minute_taker.screens.versions_screen import VersionsScreen

_FIRST = """\
There are no minutes here yet.

F4      opens a sample meeting to try: nothing in it is real
Ctrl+N  begins a meeting: its committee, its date, who is expected
Ctrl+O  makes a draft of a notes file

F1 shows the signs that minutes are typed with. The minutes are kept in
"""
_NOTHING_FITS = "No draft has these words. Esc takes them away.\n"


class DraftsScreen(Screen[None]):
    """The drafts of one minutes folder.

    Letters narrow the list, so all commands are on other keys. What is opened is told by
    :class:`DraftChosen`, which goes to the app.
    """

    CSS_PATH = "drafts.tcss"
    VERTICAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-short"), (16, "-tall")]  # type: ignore[misc]
    HORIZONTAL_BREAKPOINTS: ClassVar[Breakpoints] = [(0, "-narrow"), (70, "-wide")]  # type: ignore[misc]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", key_display="Enter", id="drafts.open"),
        Binding("ctrl+n", "new", "New meeting", key_display="^N", id="drafts.new"),
        Binding("f3", "next", "Next meeting", key_display="F3", id="drafts.next",
                tooltip="Next meeting of the same committee"),
        Binding("ctrl+o", "import", "Import notes", key_display="^O", id="drafts.import"),
        Binding("f2", "rename", "Rename", key_display="F2", id="drafts.rename"),
        Binding("ctrl+d", "duplicate", "Duplicate", key_display="^D", id="drafts.duplicate"),
        Binding("delete", "bin", "To the bin", key_display="Del", id="drafts.bin"),
        Binding("f1", "help", "Help", key_display="F1", id="drafts.help"),
        Binding("f4", "sample", "Sample", key_display="F4", id="drafts.sample",
                tooltip="Open a sample meeting to try"),
        Binding("f6", "look_in_bin", "Bin", key_display="F6", id="drafts.look-in-bin",
                tooltip="What is in the bin"),
        Binding("f7", "versions", "Versions", key_display="F7", id="drafts.versions",
                tooltip="Earlier versions of the draft"),
        Binding("f5", "read", "Read again", key_display="F5", id="drafts.read",
                tooltip="Read the folder again"),
    ]  # fmt: skip

    class DraftChosen(Message):
        """A draft is to be opened."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class _Listed(Message):
        """The folder has been read."""

        def __init__(self, drafts: list[DraftSummary], onto: Path | None) -> None:
            super().__init__()
            self.drafts = drafts
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

    def compose(self) -> ComposeResult:
        yield Static(id="bar", markup=False)
        yield Static(id="find", markup=False)
        yield Static(id="headings", markup=False)
        yield DraftList()
        yield Static(id="empty", markup=False)
        yield Static(id="said", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        self._list.focus()
        self._show_bar()

    def on_screen_resume(self) -> None:
        self.action_read()

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
        nothing = _NOTHING_FITS if self._rows else _FIRST + str(self._folder.drafts)
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
            self._say(f"{draft.committee} - {draft.path.name}".removeprefix(" - "))

    @on(DraftList.Clicked)
    def _clicked(self) -> None:
        self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        on_a_draft = ("open", "next", "rename", "duplicate", "bin", "versions")
        if action in on_a_draft and self.is_mounted and self._draft is None:
            return False
        return super().check_action(action, parameters)

    # Reading the folder and doing deeds, on threads

    def action_read(self, onto: Path | None = None) -> None:
        """Read the folder, without waiting for it."""
        self._read_folder(onto)

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def _read_folder(self, onto: Path | None) -> None:
        worker = get_current_worker()
        try:
            drafts = list_drafts(self._folder.drafts)
        except OSError as error:
            why = f"The drafts cannot be read: {error.strerror or type(error).__name__}."
            self.post_message(self._Happened(Done(why, wrong=True)))
            return
        if not worker.is_cancelled:
            self.post_message(self._Listed(drafts, onto))

    @on(_Listed)
    def _listed(self, message: _Listed) -> None:
        self._rows = draft_rows(message.drafts)
        self._read = True
        self._show(message.onto)
        self._news_at = self._draft.path if self._draft else None

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
        self.action_read(done.draft)

    # The keys

    def action_open(self) -> None:
        """Open the draft under the cursor."""
        draft = self._draft
        if draft is not None:
            self.post_message(self.DraftChosen(draft.path))

    def action_new(self) -> None:
        """Begin a meeting."""
        self._ask_for_meeting(None)

    def action_next(self) -> None:
        """Begin the next meeting of the committee under the cursor."""
        self._ask_for_meeting(self._draft)

    def _ask_for_meeting(self, like: DraftSummary | None) -> None:
        form = NewMeetingScreen(self.drafts, like=like.path if like else None)
        self.app.push_screen(form, self._begin)

    def _begin(self, meeting: Meeting | None) -> None:
        if meeting is not None:
            self._do(lambda: draft_deeds.create(self._folder, meeting))

    def action_import(self) -> None:
        """Make a draft of a notes file."""
        question = Ask(
            "Import a notes file",
            words="The path of the file. Grey text is taken with Right.",
            suggester=PathSuggester(),
            check=lambda words: str(draft_deeds.typed_path(words)),
        )
        self.app.push_screen(question, self._import)

    def _import(self, path: str | None) -> None:
        if path is not None:
            self._do(lambda: draft_deeds.import_notes(self._folder, Path(path)))

    def action_sample(self) -> None:
        """Open a sample meeting to try."""
        self._do(lambda: draft_deeds.make_sample(self._folder))

    def action_rename(self) -> None:
        """Give the draft's file another name."""
        draft = self._draft
        if draft is None:
            return
        path = draft.path

        def answered(words: str | None) -> None:
            if words:
                self._do(lambda: draft_deeds.rename(path, words))

        self.app.push_screen(Ask("Rename the draft's file", path.stem), answered)

    def action_duplicate(self) -> None:
        """Make a second draft like the one under the cursor."""
        draft = self._draft
        if draft is not None:
            path = draft.path
            self._do(lambda: draft_deeds.duplicate(path))

    def action_bin(self) -> None:
        """Put the draft under the cursor into the bin, asking first."""
        draft = self._draft
        if draft is None:
            return
        path = draft.path

        def answered(yes: bool | None) -> None:
            if yes:
                self._do(lambda: draft_deeds.put_into_bin(path))

        lines = "1 line" if draft.lines == 1 else f"{draft.lines} lines"
        words = f"{path.name}, {lines}. F6 takes it out of the bin again."
        question = Confirm("Put this draft into the bin?", words, yes="Into the bin", no="Keep")
        self.app.push_screen(question, answered)

    def action_look_in_bin(self) -> None:
        """Show what is in the bin, to take a draft out again."""

        def chosen(path: Path | None) -> None:
            if path is not None:
                self._do(lambda: draft_deeds.take_out_of_bin(self._folder, path))

        self.app.push_screen(BinScreen(self._folder), chosen)

    def action_versions(self) -> None:
        """Show the earlier versions of the draft under the cursor, to go back to one."""
        draft = self._draft
        if draft is None:
            return
        path = draft.path

        def chosen(revision: int | None) -> None:
            if revision is not None:
                self._do(lambda: draft_deeds.go_back(path, revision))

        self.app.push_screen(VersionsScreen(path), chosen)

    def action_help(self) -> None:
        """The signs and the keys."""
        self.app.push_screen(HelpScreen())
