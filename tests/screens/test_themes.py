"""The themes can be read: the ratios of contrast, worked out as WCAG 2.2 defines them."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from minute_taker.screens.parts.themes import (
    DEFAULT_THEME,
    GROUNDS,
    INKS,
    KIND_COLOURS,
    THEMES,
    theme_defaults,
)

#: What has a colour of its own.
_MEANINGS = ("kind-question", "kind-answer", "kind-resolution", "kind-action", "kind-presence",
             "kind-motion", "unsaved", "gap")  # fmt: skip
_LEAST = {"light": 4.5, "dark": 4.5, "high-contrast": 7.0}
#: Textual's own variables that words are written in.
_TEXTUAL_INKS = ("foreground", "text", "text-muted", "text-error", "text-warning", "text-success",
                 "footer-key-foreground", "footer-description-foreground")  # fmt: skip


def _luminance(colour: Color) -> float:
    def linear(channel: int) -> float:
        share = channel / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)


def _contrast(one: str, other: str) -> float:
    first, second = _luminance(Color.parse(one)), _luminance(Color.parse(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


def _variables(theme: Theme) -> dict[str, str]:
    return {**theme.to_color_system().generate(), **theme.variables}


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)
    assert _contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_there_is_a_light_a_dark_and_a_high_contrast_theme() -> None:
    assert {theme.name for theme in THEMES} == set(_LEAST)
    assert DEFAULT_THEME in _LEAST


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_ink_can_be_read_on_every_ground(theme: Theme, ground: str) -> None:
    colours = _variables(theme)
    ratios = {ink: _contrast(colours[ink], colours[ground]) for ink in (*INKS, *_TEXTUAL_INKS)}
    too_faint = {ink: ratio for ink, ratio in ratios.items() if ratio < _LEAST[theme.name]}
    assert not too_faint


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_edge_of_what_is_focused_can_be_seen(theme: Theme) -> None:
    colours = _variables(theme)
    assert all(_contrast(colours["edge"], colours[ground]) >= 3 for ground in GROUNDS[:3])
    assert _contrast(colours["on-edge"], colours["edge"]) >= _LEAST[theme.name] - 0.001


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_no_two_kinds_of_line_share_a_colour(theme: Theme) -> None:
    colours = _variables(theme)
    assert len({colours[each] for each in _MEANINGS}) == len(_MEANINGS)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_a_colour_that_means_something_stands_for_nothing_else(theme: Theme) -> None:
    colours = _variables(theme)
    meant = {colours[each] for each in _MEANINGS}
    others = ("foreground", "quiet", "saved", "key", "edge", "rule", "kind-text", "kind-note",
              "primary", "accent", "success", "text-success", "footer-key-foreground",
              "border", "scrollbar-active")  # fmt: skip
    assert not {each for each in others if colours[each] in meant}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_numbers_of_lines_and_keys_that_are_off_can_be_read(theme: Theme) -> None:
    colours = _variables(theme)
    for ground in GROUNDS[:3]:
        assert _contrast(colours["text-disabled"], colours[ground]) >= _LEAST[theme.name]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_words_in_a_block_of_their_colour_can_be_read(theme: Theme) -> None:
    colours = _variables(theme)
    for ink in ("unsaved", "foreground", "gap", *KIND_COLOURS):
        for ground in GROUNDS[:3]:
            assert _contrast(colours[ground], colours[ink]) >= _LEAST[theme.name]


def test_the_defaults_name_every_variable_of_ours() -> None:
    for theme in THEMES:
        assert set(theme_defaults()) <= set(theme.variables)
    assert set(INKS) <= set(theme_defaults())
