"""All that is used of Textual beyond its public names, in one place.

:data:`NAMES` lists them for a test, so that an upgrade that takes one away says so by its name.
"""

from __future__ import annotations

import codecs
import functools
import sys
from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual._keyboard_protocol import FUNCTIONAL_KEYS, MODIFIER_FUNCTIONAL_KEYS
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.events import Key
from textual.geometry import Size
from textual.keys import Keys
from textual.message import Message
from textual.scroll_view import ScrollView

#: The class or instance attributes of Textual that this module uses.
NAMES: tuple[tuple[type, str], ...] = (
    (App, "_close_messages_no_wait"),
    (App, "_driver"),
    (App, "_exception"),
    (App, "_exception_event"),
    (App, "_exit_renderables"),
    (App, "_handle_exception"),
    (App, "_return_code"),
    (ScrollView, "_scroll_update"),
    (ScrollView, "_size_updated"),
    (XTermParser, "_sequence_to_key_events"),
)


#: The names of all keys that type nothing.
FUNCTIONAL_NAMES = frozenset(name for name in FUNCTIONAL_KEYS.values() if len(name) > 1)


def on_error(app: App[Any], handle: Callable[[Exception], str]) -> None:
    """Have ``handle`` called with an error that ends the app; what it returns is printed then.

    Textual's own way prints the local variables, which hold confidential minutes.
    """
    told: list[str] = []

    def end(error: Exception) -> None:
        if app._exception is None:
            # What tests and Textual itself wait for.
            app._exception = error
            app._exception_event.set()
        app._return_code = 1
        if not told:
            told.append(handle(error))
            # Printed once the terminal is as it was before.
            app._exit_renderables.append(Text(told[0]))
        # ``exit()`` would wait for the widget that failed.
        app._close_messages_no_wait()

    # There is no other way to hear of an error in a handler.
    app._handle_exception = end  # type: ignore[method-assign]


def driver_of(app: App[Any]) -> Driver | None:
    """Return the driver of the app's terminal, whose settings are to be given back at the end."""
    return app._driver


class MeasuredScrollView(ScrollView):
    """A scroll view that knows its height in rows, and is told of a new width before it draws."""

    def set_height(self, rows: int) -> None:
        """Set how many rows there are to scroll through."""
        # Not through the reactive attribute, which would have the whole screen laid out anew
        # for each line: a longer transcript takes no more room.
        self.set_reactive(MeasuredScrollView.virtual_size, Size(0, rows))
        self._scroll_update(self.virtual_size)

    @property
    def at_end(self) -> bool:
        """Whether the last row is in view."""
        return self.scroll_offset.y >= self.max_scroll_y

    def take_size(self, at_end: bool) -> None:
        """Take note of a new size; ``at_end`` says whether the last row was in view before."""

    def _size_updated(
        self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True
    ) -> bool:
        # The Resize event comes after the screen has been painted without a line, and again
        # with rows of the old width.
        at_end = self.at_end
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if changed:
            self.take_size(at_end)
        return changed


class SequenceReader:
    """Textual's own reading of whole sequences, of which it is given no others."""

    def __init__(self, debug: bool = False) -> None:
        self._parser = XTermParser(debug)

    def messages(self, sequence: str) -> list[Message]:
        """Read what is no key: the mouse, the focus, answers of the terminal."""
        return list(self._parser.feed(sequence))

    def keys(self, sequence: str, *, alt: bool = False) -> list[Key]:
        """Read a character or a key; nothing where it is none."""
        keys = self._parser._sequence_to_key_events(sequence, alt)
        return [key for key in keys if key.key != Keys.Ignore]

    def name(self, character: str) -> str:
        """Return what the key of a character is called."""
        return next((key.key for key in self.keys(character)), character)


def functional_key(code: str) -> str | None:
    """Return the name of a key that types nothing by its code in the kitty protocol (``27u``).

    It is empty for a key that only changes what others do, and None where the code has none.
    """
    name = FUNCTIONAL_KEYS.get(code)
    return "" if name in MODIFIER_FUNCTIONAL_KEYS else name


def read_the_terminal_by(parser: type) -> None:
    """Have the terminal's input read by a class of ours, and its keys told as characters.

    Bytes that are no UTF-8 are shown as what cannot be read: the thread that reads the keyboard
    would end at the first of them, and no key be heard.
    """
    if sys.platform == "win32":
        from textual.drivers import win32

        win32.XTermParser = parser
        return
    from textual.drivers import linux_driver

    lenient = functools.partial(codecs.getincrementaldecoder("utf-8"), errors="replace")
    for name, value in (
        ("getincrementaldecoder", lambda _: lenient),
        ("XTermParser", parser),
        # What types is to come as the text that it types. All that is asked for beyond that is
        # to tell Esc, and keys held down with Ctrl, from others.
        ("KITTY_REPORT_ALL_KEYS", 0),
        ("KITTY_REPORT_ASSOCIATED_TEXT", 0),
    ):
        setattr(linux_driver, name, value)
