"""How each kind of line looks on the screens: one table for letters, words, colours and styles.

The transcript, the rule over the composer and the help draw by it. A kind's *ink* is the name
of its style; the theme's colour of that name is ``$kind-INK``, and each palette of
:mod:`minute_taker.screens.parts.themes` says what it is.
"""

from __future__ import annotations

from msgspec import Struct

from minute_taker.minutes.model import Kind


class KindLook(Struct, frozen=True):
    """How lines of one kind are drawn.

    ``coloured`` puts the words into the ink as well, and not just the letter: what one looks
    back for. ``lettered`` is False where what the line is can be seen without a letter.
    """

    ink: str
    coloured: bool = False
    lettered: bool = True


#: Every kind of line. Questions stand out from their answers as just one of the two is coloured.
KINDS: dict[Kind, KindLook] = {
    Kind.TEXT: KindLook("text", lettered=False),
    Kind.QUESTION: KindLook("question", coloured=True),
    Kind.ANSWER: KindLook("answer"),
    Kind.BULLET: KindLook("text", lettered=False),
    Kind.RESOLUTION: KindLook("resolution", coloured=True),
    Kind.ACTION: KindLook("action"),
    Kind.PROCEDURE: KindLook("presence"),
    Kind.MOTION: KindLook("motion"),
    Kind.SUBHEADING: KindLook("subheading", coloured=True),
    Kind.AGENDA: KindLook("note", coloured=True),
    Kind.NOTE: KindLook("note", coloured=True),
    Kind.ROW: KindLook("text"),
}
#: Every ink, once.
INKS = tuple(dict.fromkeys(look.ink for look in KINDS.values()))
#: The colours of the inks, as style sheets name them after a ``$``.
KIND_COLOURS = tuple(f"kind-{ink}" for ink in INKS)
_BOLD = ("subheading",)


def ink_classes(block: str) -> set[str]:
    """Return the component classes of a widget that draws in all inks, one ``block--INK`` each."""
    return {f"{block}--{ink}" for ink in INKS}


def ink_rules(block: str, more: str = "") -> str:
    """Return the rules of a style sheet for :func:`ink_classes`, ``more`` in each of them."""
    weights = {ink: " text-style: bold;" if ink in _BOLD else "" for ink in INKS}
    return "\n".join(
        f"& > .{block}--{ink} {{ color: $kind-{ink};{more or weights[ink]} }}" for ink in INKS
    )
