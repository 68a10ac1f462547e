"""What terminals send is read: no character of it lost, none made up, whatever comes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events, messages
from textual.message import Message

from minute_taker.screens.parts.terminal_input import (
    TerminalParser,
    UnreadKey,
    came_without_character,
)

#: Longer than anything is waited for, in seconds.
_LONG = 10.0


class _Line:
    """A terminal at the end of a line on which time passes only as it is told to."""

    def __init__(self) -> None:
        self.now = 0.0
        self.parser = TerminalParser(clock=lambda: self.now)
        self.read: list[Message] = []

    def send(self, *parts: str, gap: float = 0.0) -> _Line:
        for part in parts:
            self.read += self.parser.feed(part)
            self.now += gap
            self.read += self.parser.tick()
        return self

    def end(self) -> list[Message]:
        self.now += _LONG
        self.read += self.parser.tick()
        return self.read


def _typed(read: list[Message]) -> str:
    """What would stand in the minutes."""
    return "".join(
        event.character
        for event in read
        if isinstance(event, events.Key) and event.character and event.is_printable
    )


def _keys(*parts: str, gap: float = 0.0) -> list[str]:
    read = _Line().send(*parts, gap=gap).end()
    return [event.key for event in read if isinstance(event, events.Key)]


@pytest.mark.parametrize(
    ("sequence", "typed"),
    [
        ("[97u", "a"),
        ("[97;2u", "A"),
        ("[233;2u", "É"),
        ("[101:69;2u", "E"),
        ("[51:163;2u", "£"),
        ("[50:34:50;2:1u", '"'),
        ("[163u", "£"),
        ("[8364;1u", "€"),
        ("[63u", "?"),
        ("[63;2u", "?"),
        ("[47:63;2u", "?"),
        ("[32u", " "),
        ("[32;2u", " "),
        ("[281u", "ę"),
        ("[98;65u", "B"),
        ("[98;66u", "b"),
        ("[49;65u", "1"),
        ("[97;;228u", "ä"),
        ("[101;7;233u", "é"),
        ("[97;1:2;97u", "a"),
        ("[57402;129u", "3"),
        ("[57409u", "."),
        ("[57413;129;43u", "+"),
        ("[27;2;65~", "A"),
        ("[27;2;163~", "£"),
        ("[120;1;120:121u", "xy"),
    ],
)
def test_a_key_without_its_text_or_with_alternates_types(sequence, typed):
    assert _typed(_Line().send(f"\x1b{sequence}").end()) == typed
    # The same on a slow line.
    assert _typed(_Line().send(*f"\x1b{sequence}", gap=0.2).end()) == typed


@pytest.mark.parametrize(
    ("sequence", "key"),
    [
        ("[A", "up"), ("OA", "up"), ("[1;2B", "shift+down"), ("[1;5C", "ctrl+right"),
        ("[1;1:2D", "left"), ("[3~", "delete"), ("[3;5~", "ctrl+delete"), ("[Z", "shift+tab"),
        ("[H", "home"), ("[4~", "end"), ("OP", "f1"), ("[1P", "f1"), ("[[B", "f2"),
        ("[20~", "f9"), ("[13u", "enter"), ("[13;129u", "enter"), ("[13;2u", "shift+enter"),
        ("[9;2u", "shift+tab"), ("[27u", "escape"), ("[127u", "backspace"),
        ("[122;5u", "ctrl+z"), ("[122;133u", "ctrl+z"), ("[1103::122;5u", "ctrl+z"),
        ("[57419u", "up"), ("[57414;129u", "enter"),
    ],
)  # fmt: skip
def test_keys_that_type_nothing_are_known(sequence, key):
    assert _keys(f"\x1b{sequence}") == [key]
    assert _keys(*f"\x1b{sequence}", gap=0.2) == [key]
    assert _keys(f"\x1b{sequence}" * 3) == [key] * 3


@pytest.mark.parametrize("sequence", ["[97;1:3u", "[1;1:3A", "[57441;2u", "[57358u"])
def test_a_key_let_go_or_one_that_changes_others_types_nothing(sequence):
    read = _Line().send(f"\x1b{sequence}").end()
    assert not [each for each in read if isinstance(each, UnreadKey)]
    assert _typed(read) == ""


@pytest.mark.parametrize(
    "sequence", ["[50;3u", "[51;2u", "[101;7u", "[45;2u", "[39;66u", "[231;3u"]
)
def test_a_key_of_which_it_is_not_told_what_it_types_is_known_for_it(sequence):
    (key,) = _Line().send(f"\x1b{sequence}").end()
    assert isinstance(key, events.Key)
    assert came_without_character(key)


@pytest.mark.parametrize("sequence", ["[122;5u", "[1;2A", "[13;2u", "[97u", "[9;2u", "[122;9u"])
def test_no_other_key_is_said_to_lack_its_character(sequence):
    (key,) = _Line().send(f"\x1b{sequence}").end()
    assert isinstance(key, events.Key)
    assert not came_without_character(key)


@pytest.mark.parametrize(
    "sequence",
    ["[999~", "[1;99Z", "Oz", "[99999999u", "[55296u", "[;;u", "[97;2", "[1;", "[" + "9" * 5000],
)
def test_what_is_no_key_is_told(sequence):
    read = _Line().send(f"\x1b{sequence}").end()
    assert [type(each) for each in read] == [UnreadKey]
    assert len(read[0].sequence) < 40
    assert read[0].sequence.isprintable()


@pytest.mark.parametrize(
    "sequence",
    ["[?1;2c", "[>1;10;0c", "]0;a title\x07", "]11;rgb:ffff/ffff/ffff\x1b\\", "P1$r0m\x1b\\",
     "[?1u", "[M !!", "[32;10;5M", "[48;0;0;0;0t", "[48;99999;99999;0;0t", "[?2048;2$y",
     "P>|term(1.2)\x1b\\", "[<0;-1;5M"],
)  # fmt: skip
def test_answers_and_mice_type_nothing_and_are_no_keys(sequence):
    for parts in ([f"\x1b{sequence}"], list(f"\x1b{sequence}")):
        read = _Line().send(*parts, gap=0.2).end()
        assert not [each for each in read if isinstance(each, (events.Key, UnreadKey))]


def test_what_textual_asks_a_terminal_for_reaches_it():
    (sync,) = _Line().send("\x1b[?2026;2$y").end()
    assert isinstance(sync, messages.TerminalSupportsSynchronizedOutput)
    (mouse,) = _Line().send("\x1b[<0;12;7M").end()
    assert isinstance(mouse, events.MouseDown)
    assert (mouse.x, mouse.y) == (11, 6)
    (size,) = _Line().send("\x1b[48;24;80;480;800t").end()
    assert isinstance(size, events.Resize)
    assert size.size == (80, 24)
    (focus,) = _Line().send("\x1b[O").end()
    assert isinstance(focus, events.AppBlur)


def test_escape_alone_is_escape_once_nothing_can_follow_it():
    line = _Line().send("\x1b")
    assert line.read == []
    assert [event.key for event in line.end()] == ["escape"]
    assert _keys("\x1b", "[", "A", gap=0.25) == ["up"]
    assert _keys("\x1b", "\x1b", gap=0.1) == ["escape", "escape"]
    assert _keys("\x1b\x1b[A") == ["escape", "up"]


@pytest.mark.parametrize(
    "words", ["and so on", "Of course", "[Ivy Lane, Hill Road]", "On it", "]1"]
)
def test_what_is_typed_after_escape_stays(words):
    """A fast typist, a character each 80 ms, who has waited after Esc as one does."""
    line = _Line().send("\x1b")
    line.now += 0.31
    line.send(*words, gap=0.08)
    assert _typed(line.end()) == words


@pytest.mark.parametrize("words", ["and so on", "Of course", "On it", "[an aside]"])
def test_what_is_typed_at_once_after_escape_stays(words):
    assert _typed(_Line().send("\x1b", *words, gap=0.08).end()) == words


def test_a_paste_is_whole_however_it_comes():
    words = "One.\nTwo \x1b[31mred\x1b[0m £5\r\n\x1b[200~ and \x00more"
    sent = f"\x1b[200~{words}\x1b[201~then"
    for size in (1, 7, 5_000):
        parts = [sent[at : at + size] for at in range(0, len(sent), size)]
        paste, *rest = _Line().send(*parts, gap=0.2).end()
        assert isinstance(paste, events.Paste)
        assert paste.text == words.replace("\x00", "")
        assert _typed(rest) == "then"


def test_a_paste_whose_end_is_lost_keeps_nothing_back():
    line = _Line().send("\x1b[200~Half of it")
    line.now += _LONG
    line.send(" and on")
    paste, *rest = line.end()
    assert paste.text == "Half of it"
    assert _typed(rest) == " and on"


_PARTS = st.one_of(
    st.sampled_from(
        ["\x1b", "\x1b[", "\x1bO", "\x1b]", "\x1bP", "\x1b[<", "\x1b[?", "\x1b[M", "\x1b[200~",
         "\x1b[201~", "\x1b\\", ";", ":", "0", "27", "97", "99999999", "u", "~", "M", "m", "R",
         "A", "$y", "t", "48;", "\x07", "-", "\x9b", "\ud800"]
    ),
    st.text(max_size=6),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(parts=st.lists(_PARTS, max_size=40), gaps=st.sampled_from([0.0, 0.05, 0.2, 0.4, 2.0, 9.0]))
def test_nothing_that_comes_ends_the_reading(parts, gaps):
    line = _Line().send(*parts, gap=gaps)
    line.end()
    read = len(line.read)
    line.send("\x1b[201~\x07after")
    assert _typed(line.end()[read:]).endswith("after")


def test_random_bytes_end_nothing():
    chance = random.Random(3)
    for _ in range(300):
        line = _Line()
        for _ in range(20):
            data = bytes(chance.choices(range(256), k=chance.randint(1, 30)))
            line.send(data.decode("utf-8", "replace"), gap=chance.choice([0, 0.1, 0.5]))
        line.send("\x1b[201~\x07")
        line.end()
        line.read.clear()
        line.send("after")
        assert _typed(line.end()) == "after"


@given(st.text(st.characters(exclude_characters="\x1b", exclude_categories=["Cs"])))
def test_what_is_typed_comes_as_it_is(words):
    assert _typed(_Line().send(words).end()) == "".join(c for c in words if c.isprintable())
