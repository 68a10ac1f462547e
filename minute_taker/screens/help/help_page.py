"""The page of F1 as data: the language's tables, and the keys of the screen it was asked from."""

from __future__ import annotations

from minute_taker.help import language
from minute_taker.help.entries import Entry, Section


def help_page(keys: tuple[Entry, ...], *, keys_first: bool = False) -> tuple[Section, ...]:
    """Return the whole page; ``keys`` are those that work on the screen it was asked from.

    The signs come first where they are typed, the keys where nothing but keys is pressed.
    """
    here = (Section("Keys on this screen", keys),) if keys else ()
    signs = (language.signs(),)
    first, second = (here, signs) if keys_first else (signs, here)
    rest = (language.ANYWHERE, language.PRESENCE, language.MOTIONS, language.commands())
    return (*first, *second, *rest, language.TIPS)
