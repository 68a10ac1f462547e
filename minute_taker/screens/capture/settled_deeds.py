"""What a vote has settled, which is changed only where the clerk says so."""

from __future__ import annotations

from collections.abc import Callable

from minute_taker.capture.session import Result, Session
from minute_taker.screens.capture.capture_base import CaptureBase


class SettledDeeds(CaptureBase):
    """Asks before a motion that was voted on, its vote or what it resolved is changed."""

    def act(
        self,
        deed: Callable[[Session], Result],
        *,
        said: str = "",
        enters: bool = False,
        force: bool = False,
    ) -> Result:
        result = super().act(deed, said=said, enters=enters, force=force)
        if result.settled:

            def insist(session: Session) -> Result:
                return session.insist(lambda: deed(session))

            def changed() -> None:
                self.act(insist, said=said, enters=enters, force=force)

            self.ask_to_change(result.settled, changed)
        return result

    def ask_to_change(self, settled: str, change: Callable[[], object]) -> None:
        """Do ``change`` once the clerk has said that what is settled is to be changed."""
        from minute_taker.screens.dialogs.unlock import Unlock

        def answered(yes: bool | None) -> None:
            self.say("" if yes else "It stays as it was voted on")
            if yes:
                change()

        self.app.push_screen(Unlock(settled), answered)
