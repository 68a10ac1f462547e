"""The page of help by its keys."""

from __future__ import annotations

from desk import desk
from textual.binding import Binding
from textual.screen import Screen

from minute_taker.capture.commands import COMMANDS
from minute_taker.capture.language import LineEntry, parse
from minute_taker.capture.procedure_facts import VERBS
from minute_taker.capture.signs import SIGNS
from minute_taker.help.entries import Entry
from minute_taker.help.pages import TOPICS
from minute_taker.screens.help.help_page import help_page
from minute_taker.screens.help.help_screen import HelpScreen


class Beneath(Screen[None]):
    BINDINGS = [  # noqa: RUF012
        Binding("f6", "nothing", "Weigh anchor", id="beneath.anchor"),
        Binding("f7", "nothing_else", "Hidden", show=False, id="beneath.hidden"),
    ]

    def on_mount(self) -> None:
        self.call_later(self.app.push_screen, HelpScreen(self, keys_first=True))


async def test_the_signs_and_this_screens_keys_are_on_one_page(look) -> None:
    app = look.HostApp(Beneath)
    async with app.run_test(size=(200, 70)):
        text = look.text(app)
        assert "Weigh anchor" in text
        assert "Hidden" not in text
        for sign in SIGNS:
            assert sign.word in text


async def test_every_command_is_on_the_page_and_nothing_is_cut_off(look, size) -> None:
    app = look.HostApp(Beneath)
    async with app.run_test(size=size) as pilot:
        seen = [look.text(app)]
        for _ in range(60):
            await look.press(pilot, "pagedown")
            seen.append(look.text(app))
            if seen[-1] == seen[-2]:
                break
        text = " ".join("\n".join(seen).replace("│", " ").split())
        assert "…" not in text
        for form in COMMANDS:
            assert form.usage.split()[0] in text
        assert ":set closed: 8.35 pm" in text or size[0] < 80
        for listed in (":gaps", ":actions", ":decisions", ":check", ":agenda", ":people", ":help"):
            assert listed in text


async def test_all_signs_are_seen_at_once_at_80_columns(tmp_path) -> None:
    async with desk(tmp_path, size=(80, 24)) as at:
        await at.press("f1")
        for sign in SIGNS:
            assert sign.example in at.text
        assert "the paragraph goes on" in at.text


async def test_a_small_screen_scrolls_by_keys_alone(look, theme) -> None:
    app = look.HostApp(Beneath, theme)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Weigh anchor" in look.text(app)
        await look.press(pilot, "pagedown")
        assert "Weigh anchor" not in look.text(app)
        await look.press(pilot, "end")
        assert "Good to know" in look.text(app)
        await look.press(pilot, "home", "down")
        assert "A line starts with one sign" in look.text(app)


async def test_escape_and_f1_close(look) -> None:
    for key in ("escape", "f1"):
        app = look.HostApp(Beneath)
        async with app.run_test(size=(80, 24)) as pilot:
            await look.press(pilot, key)
            assert isinstance(app.screen, Beneath)


async def test_the_other_pages_are_a_key_away_and_come_round(look, size) -> None:
    app = look.HostApp(Beneath)
    async with app.run_test(size=size) as pilot:
        first = look.text(app)
        for name in TOPICS:
            await look.press(pilot, "right")
            assert f"Help: {name}" in look.text(app)
        await look.press(pilot, "right")
        assert look.text(app) == first
        await look.press(pilot, "left")
        assert "Help: changes" in look.text(app)


async def test_it_holds_on_the_smallest_terminal(look) -> None:
    app = look.HostApp(Beneath)
    async with app.run_test(size=(40, 10)) as pilot:
        await look.press(pilot, "pagedown", "end")
        assert "Esc" in look.text(app)


def test_every_example_is_of_the_kind_that_it_explains() -> None:
    signs = next(s for s in help_page(()) if s.heading.startswith("A line"))
    kinds = {sign.sign: sign.kind for sign in SIGNS if sign.kind}
    for entry in signs.entries:
        if entry.typed in kinds:
            read = parse(entry.example)
            assert isinstance(read, LineEntry)
            assert read.kind is kinds[entry.typed]


def test_every_example_of_a_verb_is_understood_as_data() -> None:
    sections = {s.heading: s for s in help_page(())}
    for heading in ("After ~", "After % and !"):
        for entry in sections[heading].entries:
            read = parse(entry.example)
            assert isinstance(read, LineEntry)
            assert read.fact is not None, entry.example


def test_every_verb_is_on_the_page() -> None:
    section = next(s for s in help_page(()) if s.heading == "After ~")
    words = " ".join(entry.typed for entry in section.entries).replace(",", "").split()
    assert set(words) == set(VERBS)


def test_the_signs_come_first_where_they_are_typed() -> None:
    keys = (Entry("F6", "Weigh anchor"),)
    first, second, *_ = help_page(keys)
    assert (first.heading[:6], second.entries) == ("A line", keys)
    assert help_page(keys, keys_first=True)[0].entries == keys
