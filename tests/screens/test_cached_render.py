"""What is kept drawn is what Textual would draw."""

from __future__ import annotations

import random

from textual.app import App, ComposeResult
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from minute_taker.screens.parts import cached_render


class _Long(ScrollView, can_focus=True):
    DEFAULT_CSS = """
    _Long {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        scrollbar-background: blue 50%;
    }
    _Long:focus { scrollbar-color: green; }
    """


class _Host(App[None]):
    def compose(self) -> ComposeResult:
        yield _Long()


async def test_a_scroll_bar_looks_as_textual_draws_it():
    chance = random.Random(5)
    async with _Host().run_test(size=(20, 23)) as pilot:
        pane = pilot.app.query_one(_Long)
        bar = pane.vertical_scrollbar
        crop = Region(0, 0, 1, 23)
        drawn = set()
        for _ in range(400):
            rows = chance.choice([1, 22, 23, 24, 30, 100, 3_000, 30_000]) + chance.randint(0, 2)
            bar.window_size, bar.window_virtual_size = 23, rows
            bar.position = chance.uniform(0, max(0, rows - 23))
            bar.mouse_over = chance.random() < 0.2
            pane.set_class(chance.random() < 0.5, "other")
            pane.styles.scrollbar_color = chance.choice(["red", "green"])
            pilot.app.theme = chance.choice(["textual-dark", "textual-light"])
            kept = cached_render._render_bar(bar, crop)
            assert kept == Widget.render_lines(bar, crop)
            drawn.add(str(kept))
        assert len(drawn) > 20


async def test_one_line_more_in_a_long_transcript_draws_no_scroll_bar(monkeypatch):
    drawn: list[int] = []

    def draw(bar: ScrollBar, crop: Region):
        drawn.append(bar.window_virtual_size)
        return Widget.render_lines(bar, crop)

    monkeypatch.setattr(cached_render, "_draw_bar", draw)
    monkeypatch.setattr(ScrollBar, "render_lines", cached_render._render_bar)
    async with _Host().run_test(size=(20, 23)) as pilot:
        pane = pilot.app.query_one(_Long)
        for rows in (6_000, 6_001, 6_002, 12_000):
            pane.virtual_size = Size(19, rows)
            pane.scroll_to(y=rows // 2 if rows < 12_000 else 0, animate=False)
            await pilot.pause(0.05)
        assert 6_000 in drawn
        assert 12_000 in drawn
        assert 6_001 not in drawn
        assert 6_002 not in drawn
