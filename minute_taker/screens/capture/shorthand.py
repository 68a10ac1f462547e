"""What the composer offers in grey, and shorthand that is added from it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from minute_taker.minutes.errors import Refused
from minute_taker.minutes.model import HeadingKind
from minute_taker.screens.capture.messages import Severity
from minute_taker.screens.parts.focus import give_keys

if TYPE_CHECKING:
    from minute_taker.capture.offers import Offer
    from minute_taker.drafts.register import Register
    from minute_taker.screens.capture.context import CaptureContext

_LAST_WORDS = re.compile(r"[\w'’\-]+$")


def _register(at: CaptureContext) -> Register | None:
    from minute_taker.drafts.register import Register

    try:
        return Register(at.folder.root)
    except (Refused, OSError) as why:
        at.say(str(why), severity=Severity.ERROR)
        return None


def load_typing_aid(at: CaptureContext) -> None:
    """Read the register, and have the composer offer what is in it."""
    from minute_taker.capture.titles import offer_title
    from minute_taker.capture.typing_aid import TypingAid
    from minute_taker.minutes.presence import is_under_way

    register = _register(at)
    contents = register.contents if register is not None else None
    shorthand = [(each.short, each.words) for each in contents.shorthand] if contents else []
    glossary = [(term.acronym, term.words) for term in contents.glossary] if contents else []
    aid = TypingAid(shorthand, glossary)

    def offer(before: str) -> Offer | None:
        meeting, now = at.draft.meeting, at.clock()
        time = now if is_under_way(meeting, now) else None
        sign = at.composer.shown_badge.sign
        if sign.heading is not HeadingKind.NONE:
            return offer_title(before, meeting, sign.heading)
        return aid.offer(before, meeting, sign.kind, time)

    at.composer.aid = offer


def add_shorthand(at: CaptureContext) -> None:
    """Ask what the selected words, or the word before the cursor, are short for."""
    composer = at.composer
    last = _LAST_WORDS.search(composer.text[: composer.cursor_in_text])
    words = composer.selected_text.strip() or (last[0] if last else "")
    if not words:
        at.say("Select the words first: Shift with the arrows")
        return
    from minute_taker.screens.dialogs.ask import Ask

    title = f"Shorthand for “{words}”" if len(words) <= 30 else "Shorthand for these words"
    said = "In capitals (SEND) it is an acronym: both are written at the first mention."
    at.open(Ask(title, words=said), lambda short: _keep(at, short, words))


def _keep(at: CaptureContext, short: str | None, words: str) -> None:
    give_keys(at.composer)
    register = _register(at) if short else None
    if not short or register is None:
        return
    try:
        if short.isupper() and len(short) > 1:
            register.add_term(short, words)
        else:
            register.add_shorthand(short, words)
    except (Refused, OSError) as why:
        at.say(str(why), severity=Severity.ERROR)
        return
    load_typing_aid(at)
    at.say(f"{short} is offered from now on; Tab takes it")
