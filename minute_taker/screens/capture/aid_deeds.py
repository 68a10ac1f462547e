"""Typing less: what is offered in grey, and shorthand added from the composer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from minute_taker.minutes.errors import Refused
from minute_taker.screens.capture.find_deeds import FindDeeds
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.capture.offers import Offer
    from minute_taker.drafts.register import Register

_LAST_WORDS = re.compile(r"[\w'’\-]+$")
#: The register is read once the first screen is there, in seconds.
_SOON = 0.1


class AidDeeds(FindDeeds):
    """Has the composer offer codes, names, shorthand and terms of the glossary."""

    def on_mount(self) -> None:
        self.set_timer(_SOON, self._learn)

    def _register(self) -> Register | None:
        from minute_taker.drafts.register import Register

        try:
            return Register(self.folder.root)
        except (Refused, OSError) as why:
            self.say(str(why), wrong=True)
            return None

    def _learn(self) -> None:
        """Read the register, and offer what is in it."""
        from minute_taker.capture.typing_aid import TypingAid
        from minute_taker.minutes.presence import is_under_way

        register = self._register()
        contents = register.contents if register is not None else None
        shorthand = [(each.short, each.words) for each in contents.shorthand] if contents else []
        glossary = [(term.acronym, term.words) for term in contents.glossary] if contents else []
        aid = TypingAid(shorthand, glossary)

        def offer(before: str) -> Offer | None:
            meeting, now = self.draft.meeting, self._clock()
            at = now if is_under_way(meeting, now) else None
            return aid.offer(before, meeting, self.composer.badge.sign.kind, at)

        self.composer.aid = offer

    def action_shorthand(self) -> None:
        """Ask what the selected words, or the word before the cursor, are short for."""
        selected = self.composer.selected_text.strip()
        before = self.composer.text[: self.composer.cursor_in_text]
        last = _LAST_WORDS.search(before)
        words = selected or (last[0] if last else "")
        if not words:
            self.say("Select the words first: Shift with the arrows")
            return
        from minute_taker.screens.dialogs.ask import Ask

        title = f"Shorthand for “{words}”" if len(words) <= 30 else "Shorthand for these words"
        said = "In capitals (SEND) it is an acronym: both are written at the first mention."
        self.app.push_screen(Ask(title, words=said), lambda short: self._keep_short(short, words))

    def _keep_short(self, short: str | None, words: str) -> None:
        give_keys(self.composer)
        if not short:
            return
        register = self._register()
        if register is None:
            return
        try:
            if short.isupper() and len(short) > 1:
                register.add_term(short, words)
            else:
                register.add_shorthand(short, words)
        except (Refused, OSError) as why:
            self.say(str(why), wrong=True)
            return
        self._learn()
        self.say(f"{short} is offered from now on; Tab takes it")
