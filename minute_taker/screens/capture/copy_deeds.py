"""A draft that can only be looked at: who has it, and a copy to work on."""

from __future__ import annotations

import asyncio
from pathlib import Path

from textual.content import Content

from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.errors import Refused
from minute_taker.screens.capture.details_deeds import DetailsDeeds
from minute_taker.screens.parts.focus import give_keys

_AS_SAVED = (
    "A new draft of this one as it is saved by now, with what is typed in it and not yet entered, "
    "beside this one, to work on."
)
_NOT_UNDERSTOOD = (
    "A later version of Minute Taker wrote this draft; a copy made here would lack what this "
    "version does not understand"
)


class CopyDeeds(DetailsDeeds):
    """Says why a draft is only shown, where the clerk would type, and offers to copy it."""

    def on_mount(self) -> None:
        if self.draft.read_only:
            reason = self._reason()
            self.composer.placeholder = Content(f"{reason}. Ctrl+S saves a copy, to work on that.")

    async def leave(self) -> bool:
        """Save and let go of the draft; False when something is not saved."""
        raise NotImplementedError

    def _reason(self) -> str:
        return f"Read only: {self.draft.store.read_only_reason.rstrip('.')}"

    def action_save(self) -> None:
        """Save now; where that cannot be, ask whether to save a copy."""
        if self.draft.read_only:
            self.action_save_copy()
        else:
            super().action_save()

    def action_save_copy(self) -> None:
        """Ask whether to make a new draft like this one, and to open that."""
        from minute_taker.screens.dialogs.confirm import Confirm

        if self.draft.store.newer:
            self.say(_NOT_UNDERSTOOD, wrong=True)
            return
        words = "A new draft with all that is shown here, beside this one, to work on."
        if self.draft.read_only:
            words = f"{self._reason()}.\n\n{_AS_SAVED}"
        question = Confirm("Save a copy?", words, yes="Save a copy", no="Not now")
        self.app.push_screen(question, self._copy_wanted)

    def _copy_wanted(self, wanted: bool | None) -> None:
        give_keys(self.composer)
        if wanted:
            self.run_worker(self._save_copy(), group="copy", exclusive=True)

    async def _save_copy(self) -> None:
        try:
            path = await asyncio.to_thread(self._write_copy)
        except (Refused, OSError) as why:
            self.say(str(why), wrong=True)
            return
        if await self.leave():
            from minute_taker.screens.home.drafts_screen import DraftsScreen

            self.app.post_message(DraftsScreen.DraftChosen(path))

    def _write_copy(self) -> Path:
        meeting, pending = self.draft.meeting, self._pending()
        if self.draft.read_only:
            # Whoever has it open has typed on since it was read here.
            now = DraftStore.open(self.draft.path, read_only=True)
            now.close()
            meeting, pending = now.meeting, now.pending or pending
        store = DraftStore.create(self.folder.drafts, meeting, pending)
        store.close()
        return store.path
