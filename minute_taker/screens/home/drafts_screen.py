"""The home screen: the drafts, found by typing, opened by Enter."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType

from minute_taker.screens.home import draft_deeds
from minute_taker.screens.home.draft_deeds import Done
from minute_taker.screens.home.draft_rows import DraftList
from minute_taker.screens.home.drafts_base import DraftsBase
from minute_taker.screens.parts.keys import key_name

if TYPE_CHECKING:
    from minute_taker.drafts.listing import DraftSummary
    from minute_taker.drafts.recovery import Recovery
    from minute_taker.minutes.model import Meeting
    from minute_taker.screens.home.bin_screen import BinChoice
    from minute_taker.screens.home.business_rows import BusinessRow
    from minute_taker.screens.home.recovery_screen import RecoveryChoice


class DraftsScreen(DraftsBase):
    """The drafts of one minutes folder, and all that can be done with them.

    Letters narrow the list, so all commands are on other keys. The dialogs are imported when
    they are asked for: the list is to be there at once.
    """

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
        Binding("f6", "look_in_bin", "Bin", key_display="F6", id="drafts.look-in-bin",
                tooltip="What is in the bin"),
        Binding("f7", "versions", "Versions", key_display="F7", id="drafts.versions",
                tooltip="Earlier versions of the draft"),
        Binding("f8", "business", "Actions", key_display="F8", id="drafts.business",
                tooltip="Actions and decisions of all drafts"),
        Binding("f4", "sample", "Sample", key_display="F4", id="drafts.sample",
                tooltip="Open a sample meeting to try"),
        Binding("f5", "read", "Read again", show=False, key_display="F5", id="drafts.read",
                tooltip="Read the folder again"),
    ]  # fmt: skip

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        on_a_draft = ("open", "next", "rename", "duplicate", "bin", "versions")
        if action in on_a_draft and self.is_mounted and self._draft is None:
            return False
        return super().check_action(action, parameters)

    @on(DraftList.Clicked)
    def _clicked(self) -> None:
        self.action_open()

    def offer(self, recoveries: list[Recovery]) -> None:
        """Offer what could not be saved in its place."""
        from minute_taker.screens.home.recovery_screen import RecoveryScreen

        def chosen(choice: RecoveryChoice | None) -> None:
            if choice is None:
                return
            deed = draft_deeds.discard if choice.discard else draft_deeds.recover

            def see_to_it() -> Done:
                try:
                    return deed(choice.recovery)
                finally:
                    # The others are offered once this one is seen to, and not before: the
                    # folder is read meanwhile, and would still have it.
                    self._offered = False

            self._do(see_to_it)

        self.app.push_screen(RecoveryScreen(recoveries), chosen)

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
        from minute_taker.screens.particulars.new_meeting_screen import NewMeetingScreen
        from minute_taker.screens.setting_up.files_at_hand import usual_folders

        form = NewMeetingScreen(
            self.drafts,
            like=like.path if like else None,
            folders=usual_folders(self._folder.root),
            today=self._today,
        )
        self.app.push_screen(form, self._begin)

    def _begin(self, meeting: Meeting | None) -> None:
        if meeting is not None:
            self._do(lambda: draft_deeds.create(self._folder, meeting))

    def action_import(self) -> None:
        """Make a draft of a notes file."""
        from minute_taker.screens.dialogs.ask import Ask
        from minute_taker.screens.parts.path_suggester import PathSuggester, typed_path

        question = Ask(
            "Import a notes file",
            words="The path of the file. Grey text is taken with Right.",
            suggester=PathSuggester(),
            check=lambda words: str(typed_path(words)),
        )
        self.app.push_screen(question, self._import)

    def _import(self, path: str | None) -> None:
        if path is not None:
            self._do(lambda: draft_deeds.import_notes(self._folder, Path(path)))

    def action_sample(self) -> None:
        """Open a sample meeting to try."""
        self._do(lambda: draft_deeds.open_sample(self._folder))

    def action_rename(self) -> None:
        """Give the draft's file another name."""
        from minute_taker.screens.dialogs.ask import Ask

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
        from minute_taker.screens.dialogs.confirm import Confirm

        draft = self._draft
        if draft is None:
            return
        path = draft.path

        def answered(yes: bool | None) -> None:
            if yes:
                self._do(lambda: draft_deeds.put_into_bin(path))

        lines = "1 line" if draft.lines == 1 else f"{draft.lines} lines"
        out = key_name(self, "drafts.look-in-bin")
        words = f"{path.name}, {lines}. {out} takes it out of the bin again."
        question = Confirm("Put this draft into the bin?", words, yes="Into the bin", no="Keep")
        self.app.push_screen(question, answered)

    def action_look_in_bin(self) -> None:
        """Show what is in the bin, to take a draft out again or to empty it."""
        from minute_taker.screens.home.bin_screen import BinScreen

        def chosen(choice: BinChoice | None) -> None:
            if choice is None:
                return
            path = choice.draft
            if path is None:
                self._do(lambda: draft_deeds.empty_bin(self._folder))
            else:
                self._do(lambda: draft_deeds.take_out_of_bin(self._folder, path))

        self.app.push_screen(BinScreen(self._folder), chosen)

    def action_versions(self) -> None:
        """Show the earlier versions of the draft under the cursor, to go back to one."""
        from minute_taker.screens.home.versions_screen import VersionsScreen

        draft = self._draft
        if draft is None:
            return
        path = draft.path

        def chosen(revision: int | None) -> None:
            if revision is not None:
                self._do(lambda: draft_deeds.go_back(path, revision))

        self.app.push_screen(VersionsScreen(path), chosen)

    def action_business(self) -> None:
        """Show the actions and decisions of the drafts listed, to go to one."""
        from minute_taker.screens.home.business_screen import BusinessScreen, of_drafts

        def chosen(row: BusinessRow | None) -> None:
            if row is not None and row.draft is not None:
                self.post_message(self.DraftChosen(row.draft, row.line, row.place))

        paths = [row.key for row in self._list.rows]
        self.app.push_screen(BusinessScreen(of_drafts(paths)), chosen)

    def action_help(self) -> None:
        """The signs and the keys."""
        from minute_taker.screens.help.help_screen import HelpScreen

        self.app.push_screen(HelpScreen(self, keys_first=True))
