"""What a terminal sends, read so that no character of it is lost and none is made up.

Terminals report keys in several ways, in pieces, with or without the text that a key types, and
answer questions in between. Textual reads most of it; here what comes is first cut into whole
sequences, however slowly their bytes arrive, and the keys of the kitty protocol are read with
their alternates. A key that cannot be read is told as :class:`UnreadKey`.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator
from enum import Enum

from msgspec import Struct
from textual import events
from textual.message import Message

from minute_taker.screens.parts.textual_private import (
    FUNCTIONAL_NAMES,
    SequenceReader,
    functional_key,
)

ESC = "\x1b"
_PASTE, _PASTE_END = f"{ESC}[200~", f"{ESC}[201~"
#: How long Esc alone, or with one character, may still become a sequence, in seconds: over a
#: slow line its bytes come apart.
_BEGUN = 0.3
#: How long the next byte of a longer one is waited for, and of a paste.
_UNDER_WAY, _PASTING = 1.0, 5.0
#: No more than this of one sequence is kept, in characters; the rest is passed over.
_LONGEST = 256
#: ``ESC [`` parameters, signs and a last letter; a mouse's place can be negative by mistake.
_CSI = re.compile(r"\x1b\[[0-?\-]*[ -/]*(?P<end>[@-~])?")
#: What sequences without any parameter end in. Another letter was typed after Esc and a bracket.
_BARE_ENDS = "ABCDEFGHIOPQRSZ"
#: The same for ``ESC O``: the arrows, Home, End and F1 to F4.
_SS3_ENDS = "ABCDFHPQRS"
#: ``ESC ]`` and ``ESC P`` begin an answer, which goes on to a bell or ``ESC \``.
_ANSWER = re.compile(r"\x1b(?:\](?:\d|$)|P(?:[\d$+>!=|]|$))[^\x07\x1b]*(?P<end>\x07|\x1b\\)?\x1b?")
#: What only answers end in.
_ANSWER_ENDS = "Rcntxy"
_KEY = re.compile(r"\x1b\[(?P<fields>[\d:]*(?:;[\d:]*)*)(?P<end>[u~A-HPQRSZ])")
_MOUSE = re.compile(r"\x1b\[<\d{1,5};-?\d{1,5};-?\d{1,5}[Mm]")
_OTHER_MOUSE = re.compile(r"\x1b\[(?:M...|\d+;-?\d+;-?\d+M)", re.DOTALL)
#: Focus, the place of the cursor, what a terminal can do, and its size.
_KNOWN = re.compile(
    r"\x1b\[(?:[IO]|\d{1,4};\d{1,4}R|\?\d{1,6};\d\$y|48(?:;[1-9]\d{0,2}){2}(?:;\d{1,5}){2}t)"
)
_TYPED_KEYPAD = {
    "decimal": ".", "divide": "/", "multiply": "*", "subtract": "-", "add": "+", "equal": "=",
    "separator": ",",
}  # fmt: skip
_CHARACTER_OF = {"enter": "\r", "tab": "\t", "backspace": "\x7f", "escape": ESC}
_SHIFT, _ALT, _CTRL, _OTHERS, _CAPS = 1, 2, 4, 8 | 16 | 32, 64
_MODIFIERS = ("shift", "alt", "ctrl", "super", "hyper", "meta")
#: Keys whose shifted character is not the same on every keyboard, and so has to be told.
_SHIFT_UNKNOWN = "0123456789-=[]\\;'#,./`"
_RELEASED = "3"


class UnreadKey(Message):
    """The terminal sent a key, or a part of one, that cannot be read."""

    def __init__(self, sequence: str) -> None:
        super().__init__()
        shown = "".join(c for c in sequence[1:] if c.isascii() and c.isprintable())
        self.sequence = f"Esc {shown[:20]}{'…' if len(shown) > 20 else ''}".strip()


class PieceKind(Enum):
    """What a piece of the input is."""

    TEXT = "characters that were typed"
    ESCAPE = "the key Esc"
    ALT = "a character that came together with Esc"
    SEQUENCE = "a whole escape sequence"
    PASTE = "what was pasted"
    CUT = "a sequence that has no end"


class Piece(Struct, frozen=True):
    """A piece of the input."""

    kind: PieceKind
    text: str = ""


class _State(Enum):
    WHOLE = "whole"
    MORE = "may go on"
    NONE = "no sequence"


class InputCutter:
    """Cuts what comes into pieces, however long a sequence takes to come: ``now`` is in seconds."""

    def __init__(self) -> None:
        self._held = ""
        self._since = 0.0
        #: Whether what is held began in the input that is being cut.
        self._together = False
        self._pasted: str | None = None

    def cut(self, data: str, now: float) -> list[Piece]:
        """Return the pieces that are whole by now."""
        pieces = self.wait(now)
        while data:
            if self._pasted is not None:
                data = self._paste(data, pieces)
            elif self._held:
                self._take(data[0], pieces)
                data = data[1:]
            else:
                text, escape, data = data.partition(ESC)
                if text:
                    pieces.append(Piece(PieceKind.TEXT, text))
                self._held, self._together = escape, True
        self._since, self._together = now, False
        return pieces

    def wait(self, now: float) -> list[Piece]:
        """Return what can no longer go on, as nothing more has come."""
        pieces: list[Piece] = []
        waited = now - self._since
        if self._pasted is not None:
            if waited > _PASTING:
                # Its end was lost; what is typed from here on must not go the same way.
                pieces.append(Piece(PieceKind.PASTE, self._pasted))
                self._pasted = None
        elif self._held and waited > (_BEGUN if len(self._held) < 3 else _UNDER_WAY):
            self._let_go(pieces)
        return pieces

    def _paste(self, data: str, pieces: list[Piece]) -> str:
        before = self._pasted or ""
        whole = before + data
        end = whole.find(_PASTE_END, max(0, len(before) - len(_PASTE_END)))
        if end < 0:
            self._pasted = whole
            return ""
        pieces.append(Piece(PieceKind.PASTE, whole[:end]))
        self._pasted = None
        return whole[end + len(_PASTE_END) :]

    def _take(self, character: str, pieces: list[Piece]) -> None:
        sequence = self._held + character
        state = _state(sequence, self._together)
        if state is _State.MORE:
            self._held = sequence if len(sequence) <= _LONGEST else sequence[:-2] + character
        elif state is _State.WHOLE:
            self._held = ""
            if sequence == _PASTE:
                self._pasted = ""
            elif len(sequence) == 2:
                pieces.append(Piece(PieceKind.ALT, character))
            elif sequence != _PASTE_END:
                pieces.append(Piece(PieceKind.SEQUENCE, sequence))
        else:
            self._let_go(pieces)
            if character == ESC:
                self._held = ESC
            else:
                pieces.append(Piece(PieceKind.TEXT, character))

    def _let_go(self, pieces: list[Piece]) -> None:
        """Take what is held for what it is without more: Esc, typed characters, or a part."""
        held, self._held = self._held, ""
        if len(held) < 3:
            pieces.append(Piece(PieceKind.ESCAPE))
            if held[1:]:
                pieces.append(Piece(PieceKind.TEXT, held[1:]))
        else:
            pieces.append(Piece(PieceKind.CUT, held))


def _state(sequence: str, together: bool) -> _State:
    """Tell whether characters are a sequence; ``together`` says that they came in one go."""
    second, last = sequence[1], sequence[-1]
    if second == "[":
        return _state_of_csi(sequence, together)
    if second == "O":
        if len(sequence) == 2:
            return _State.MORE
        known = last in _SS3_ENDS or (together and last.isascii() and last.isalpha())
        return _State.WHOLE if known else _State.NONE
    if second in "]P":
        match = _ANSWER.fullmatch(sequence)
        if match is None:
            return _State.NONE
        return _State.WHOLE if match["end"] else _State.MORE
    return _State.WHOLE if together and second != ESC else _State.NONE


def _state_of_csi(sequence: str, together: bool) -> _State:
    third, last = sequence[2:3], sequence[-1]
    if third == "[":  # The function keys of the Linux console.
        return _State.MORE if len(sequence) == 3 else _State.WHOLE
    if third == "M":  # A mouse whose button and place are characters.
        if len(sequence) > 3 and last < " ":
            return _State.NONE
        return _State.MORE if len(sequence) < 6 else _State.WHOLE
    match = _CSI.fullmatch(sequence)
    if match is None:
        return _State.NONE
    if not match["end"]:
        return _State.MORE
    typed = len(sequence) == 3 and last not in _BARE_ENDS and not together
    return _State.NONE if typed else _State.WHOLE


class TerminalParser:
    """Reads a terminal for Textual's driver, in the place of Textual's own parser."""

    def __init__(self, debug: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._cutter = InputCutter()
        self._textual = SequenceReader(debug)

    def feed(self, data: str) -> Iterator[Message]:
        """Read what has come; nothing at all is the end of it."""
        for piece in self._cutter.cut(data, self._clock()):
            yield from self._read(piece)

    def tick(self) -> Iterator[Message]:
        """Read what has waited long enough."""
        for piece in self._cutter.wait(self._clock()):
            yield from self._read(piece)

    def _read(self, piece: Piece) -> Iterable[Message]:
        if piece.kind is PieceKind.TEXT:
            return self._typed(piece.text)
        if piece.kind is PieceKind.ESCAPE:
            return [events.Key("escape", ESC)]
        if piece.kind is PieceKind.ALT:
            return self._textual.keys(piece.text, alt=True)
        if piece.kind is PieceKind.PASTE:
            return [events.Paste(piece.text.replace("\x00", ""))]
        if piece.kind is PieceKind.CUT:
            return [UnreadKey(piece.text)]
        return self._read_sequence(piece.text)

    def _read_sequence(self, sequence: str) -> Iterable[Message]:
        if _KNOWN.fullmatch(sequence) or _MOUSE.fullmatch(sequence):
            return self._textual.messages(sequence)
        answer = sequence[1] in "]P" or sequence[2] in "<=>?" or sequence[-1] in _ANSWER_ENDS
        if answer or _OTHER_MOUSE.fullmatch(sequence):
            return []  # Nothing that a key says.
        match = _KEY.fullmatch(sequence)
        if match is not None and match["fields"]:
            keys = self._read_key(match["fields"], match["end"])
        else:
            keys = self._textual.keys(sequence) or None
        return [UnreadKey(sequence)] if keys is None else keys

    def _read_key(self, fields: str, end: str) -> list[events.Key] | None:
        """Read ``code:shifted:base;modifiers:event;text``; None where it says no key."""
        parts = [field.split(":") for field in fields.split(";")]
        codes, modifiers, text, *_ = [*parts, [""], [""]]
        if end == "~" and codes == ["27"] and text != [""]:
            # As xterm reports it, its code behind.
            codes, text, end = text, [""], "u"
        pressed = max(0, int(modifiers[0] or "1") - 1)
        if modifiers[1:2] == [_RELEASED]:
            return []
        command = pressed & (_CTRL | _OTHERS) and not (pressed & _CTRL and pressed & _ALT)
        typed = "".join(map(_character, text))
        if typed.isprintable() and typed and not command:
            return self._typed(typed)
        if (name := functional_key(f"{codes[0] or '1'}{end}")) is not None:
            return self._functional(name, pressed)
        character = _character(codes[0]) if end == "u" else ""
        if not character:
            return None
        if not pressed & (_CTRL | _ALT | _OTHERS):
            shifted = _shifted(character, _character(codes[1]) if codes[1:] else "", pressed)
            if shifted:
                return self._typed(shifted)
        elif codes[2:] and not character.isascii():
            # A shortcut is told by the key's place where the letters are not Latin ones.
            character = _character(codes[2]) or character
        return [events.Key(_named(self._textual.name(character), pressed), None)]

    def _typed(self, text: str) -> list[events.Key]:
        return [key for character in text for key in self._textual.keys(character)]

    def _functional(self, name: str, pressed: int) -> list[events.Key]:
        typed = name if len(name) == 1 else _TYPED_KEYPAD.get(name, "")
        if typed and not pressed & (_CTRL | _ALT | _OTHERS):
            return self._typed(typed)
        if not name:
            return []
        named = _named(name, pressed)
        return [events.Key(named, _CHARACTER_OF.get(named))]


def _character(code: str) -> str:
    """Return the character of a code; nothing where it is none that can be typed."""
    number = int(code or "0")
    character = chr(number) if number <= 0x10FFFF else ""
    return "" if number < 32 or 0x7F <= number < 0xA0 or 0xD800 <= number < 0xE000 else character


def _shifted(character: str, alternate: str, pressed: int) -> str:
    """Return what a key types; nothing where that depends on the keyboard, and was not told."""
    shift, caps = bool(pressed & _SHIFT), bool(pressed & _CAPS)
    upper = character.upper()
    if len(upper) == 1 and upper != character:
        capital = alternate if alternate and alternate != character else upper
        return capital if shift != caps else character
    if not shift:
        return character
    return alternate or ("" if character in _SHIFT_UNKNOWN else character)


def _named(key: str, pressed: int) -> str:
    """Return a key with its modifiers, as Textual names it."""
    held = [name for bit, name in enumerate(_MODIFIERS) if pressed & (1 << bit)]
    return "+".join([*sorted(held), key])


def came_without_character(key: events.Key) -> bool:
    """Return whether a key is one that types, but of which it was not told what."""
    *held, name = key.key.split("+")
    if key.character is not None or not held or not set(held) <= {"shift", "alt", "ctrl"}:
        return False
    return ("ctrl" not in held or "alt" in held) and name not in FUNCTIONAL_NAMES
