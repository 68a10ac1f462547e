"""The three looks: light, dark and high contrast.

A theme is a table of colours by what they mean. Each kind of line, what is unsaved and what is
a gap have a colour of their own, which style sheets read as ``$kind-question``, ``$unsaved``,
``$gap``, and each of these colours means that one thing. What is well, the keys and what has the
focus are told by weight, in the page's own ink. Nothing is said by colour alone: the screens
write the letter or the word as well.
Words stand out from every ground they can stand on by 4.5 to 1 at least, and by 7 to 1 in high
contrast (WCAG 2.2, 1.4.3 and 1.4.6).
"""

from __future__ import annotations

from msgspec import Struct
from textual.style import Style
from textual.theme import Theme

from minute_taker.screens.parts.kinds import INKS as KIND_INKS
from minute_taker.screens.parts.kinds import KIND_COLOURS

#: Words as a block of their colour, which stands out without any colour too. It is laid over
#: a style: a style sheet's own ``reverse`` does not reach the words of a row.
BLOCK = Style(reverse=True, bold=True)

#: Every colour of ours that words are written in, besides the theme's foreground.
INKS = (*KIND_COLOURS, "unsaved", "saved", "gap", "quiet", "key")

#: Every ground that such words can stand on: the page, the composer and fields, the bars and
#: dialogs, and the row under the cursor with and without the focus.
GROUNDS = ("background", "surface", "panel", "row", "row-quiet")


class _Palette(Struct, frozen=True):
    """One theme's colours. ``edge`` parts what is focused from what is not (``rule``)."""

    name: str
    dark: bool
    background: str
    surface: str
    panel: str
    row: str
    row_quiet: str
    foreground: str
    quiet: str
    faint: str
    rule: str
    edge: str
    question: str
    answer: str
    resolution: str
    action: str
    presence: str
    motion: str
    note: str
    unsaved: str
    gap: str
    on_edge: str


_LIGHT = _Palette(
    name="light",
    dark=False,
    background="#fbfaf7",
    surface="#f3f1eb",
    panel="#e8e5dd",
    row="#cfe0f3",
    row_quiet="#e1e4e6",
    foreground="#20262c",
    quiet="#4d555e",
    faint="#5b636b",
    rule="#c9c5ba",
    edge="#44566a",
    question="#174f96",
    answer="#0a5c57",
    resolution="#2b5a0e",
    action="#823c00",
    presence="#5733a0",
    motion="#8f1a57",
    note="#4d555e",
    unsaved="#a51d17",
    gap="#6b4e00",
    on_edge="#ffffff",
)

_DARK = _Palette(
    name="dark",
    dark=True,
    background="#15191e",
    surface="#1c2128",
    panel="#232a32",
    row="#2b4259",
    row_quiet="#2a323b",
    foreground="#d9dee4",
    quiet="#a6b1bd",
    faint="#87929e",
    rule="#39434e",
    edge="#a9b8c9",
    question="#8fbdf3",
    answer="#84cfc7",
    resolution="#a5d67c",
    action="#f0ae74",
    presence="#c6b3f5",
    motion="#f0a6ca",
    note="#a6b1bd",
    unsaved="#ff9d94",
    gap="#f3d873",
    on_edge="#10151a",
)

_HIGH_CONTRAST = _Palette(
    name="high-contrast",
    dark=True,
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    row="#003064",
    row_quiet="#262626",
    foreground="#ffffff",
    quiet="#dcdcdc",
    faint="#c4c4c4",
    rule="#9a9a9a",
    edge="#ffffff",
    question="#9fd0ff",
    answer="#7df0e4",
    resolution="#aef27a",
    action="#ffc48a",
    presence="#ddccff",
    motion="#ffb8e0",
    note="#dcdcdc",
    unsaved="#ffb0a8",
    gap="#ffe65c",
    on_edge="#000000",
)


def _own_variables(palette: _Palette) -> dict[str, str]:
    """The variables that are ours: each colour by what it means."""
    return {
        # An ink that a palette has no colour for is the page's own.
        **{f"kind-{ink}": getattr(palette, ink, palette.foreground) for ink in KIND_INKS},
        "unsaved": palette.unsaved,
        "saved": palette.foreground,
        "gap": palette.gap,
        "quiet": palette.quiet,
        "key": palette.foreground,
        "rule": palette.rule,
        "edge": palette.edge,
        "on-edge": palette.on_edge,
        "row": palette.row,
        "row-quiet": palette.row_quiet,
    }


def _textual_variables(palette: _Palette) -> dict[str, str]:
    """Textual's own variables, where what it would work out is too faint or too loud."""
    return {
        "text": palette.foreground,
        "text-muted": palette.quiet,
        "text-disabled": palette.faint,
        "foreground-muted": palette.quiet,
        "foreground-disabled": palette.faint,
        "text-primary": palette.question,
        "text-error": palette.unsaved,
        "text-warning": palette.gap,
        "text-success": palette.foreground,
        "block-cursor-foreground": palette.foreground,
        "block-cursor-background": palette.row,
        "block-cursor-text-style": "none",
        "block-cursor-blurred-foreground": palette.foreground,
        "block-cursor-blurred-background": palette.row_quiet,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": palette.row_quiet,
        "border": palette.edge,
        "border-blurred": palette.rule,
        "scrollbar": palette.rule,
        "scrollbar-hover": palette.faint,
        "scrollbar-active": palette.edge,
        "scrollbar-background": palette.background,
        "scrollbar-background-hover": palette.background,
        "scrollbar-background-active": palette.background,
        "scrollbar-corner-color": palette.background,
        "footer-foreground": palette.foreground,
        "footer-background": palette.panel,
        "footer-key-foreground": palette.foreground,
        "footer-description-foreground": palette.foreground,
        "input-cursor-background": palette.foreground,
        "input-cursor-foreground": palette.background,
        "input-selection-background": palette.row,
        "input-selection-foreground": palette.foreground,
        "button-foreground": palette.foreground,
        "button-color-foreground": palette.on_edge,
        "button-focus-text-style": "bold",
        "screen-selection-background": palette.row,
    }


def _theme(palette: _Palette) -> Theme:
    return Theme(
        name=palette.name,
        dark=palette.dark,
        primary=palette.edge,
        secondary=palette.quiet,
        accent=palette.edge,
        warning=palette.gap,
        error=palette.unsaved,
        success=palette.foreground,
        foreground=palette.foreground,
        background=palette.background,
        surface=palette.surface,
        panel=palette.panel,
        variables={**_textual_variables(palette), **_own_variables(palette)},
    )


#: The themes that the app registers, the first of a dark and a light terminal among them.
THEMES: tuple[Theme, ...] = (_theme(_LIGHT), _theme(_DARK), _theme(_HIGH_CONTRAST))

#: The theme that the program starts in.
DEFAULT_THEME = _DARK.name


def theme_defaults() -> dict[str, str]:
    """Our variables' values under a theme that is not ours.

    For the app's ``get_theme_variable_defaults``: a style sheet that names ``$gap`` can then be
    read before our themes are registered, or under one of Textual's.
    """
    return _own_variables(_DARK)
