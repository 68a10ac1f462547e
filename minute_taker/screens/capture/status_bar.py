"""The bottom row: the keys that work here, or what was just answered; and the gaps left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.style import Style

from minute_taker.screens.capture.messages import Severity, Until
from minute_taker.screens.parts.cached_render import CachedRender
from minute_taker.screens.reading.wrapping import wrap

_BETWEEN = "  "
#: What is always on the bar.
_ALWAYS = ("app.quit", "capture.palette")
#: In a narrower terminal one space has to do between keys.
_NARROW = 100
#: In a still narrower one a message may have as many rows as this.
_SMALL, _MOST_ROWS = 60, 4
#: The cells kept for the gaps beside a message of two rows.
_MOST_GAPS = len("100 gaps ")


class StatusBar(CachedRender):
    """One row: as many keys as fit, the first ones first. It is laid out anew only for a message
    that needs more rows.

    A message takes the place of the keys until it is taken away. A click on a key does what
    the key does.
    """

    DEFAULT_CSS = """
    StatusBar {
        height: 1;
        background: $panel;
        color: $quiet;
        & > .keys--key { color: $key; text-style: bold; }
        & > .keys--gaps { color: $gap; text-style: bold; }
        & > .keys--wrong { color: $unsaved; text-style: bold; }
        & > .keys--said { color: $foreground; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "keys--key",
        "keys--gaps",
        "keys--wrong",
        "keys--said",
    }
    ALLOW_SELECT = False

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._message = ""
        self._severity = Severity.INFORMATION
        self._until = Until.KEY
        self._said_after = 0
        #: How many times the text in the composer has changed.
        self.changes: Callable[[], int] = int
        self._gaps = 0
        self._tall = 1
        #: Other words for commands than those of their bindings, by id, as things stand.
        self.words: Callable[[], Mapping[str, str]] = dict
        self._worded: Mapping[str, str] = {}
        #: The id of a command that must be seen, as things stand; empty for none.
        self.needed: Callable[[], str] = str
        self._had = ""

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._keys_changed)

    def _keys_changed(self, screen: Screen[object]) -> None:
        if self.is_attached and screen is self.screen:
            self.refresh()

    @property
    def message(self) -> str:
        """The message that is shown, or nothing."""
        return self._message

    @property
    def doubtful(self) -> bool:
        """Whether the message is a doubt, which a clerk with eyes on the room must not miss."""
        return self._severity is Severity.DOUBT and bool(self._message)

    def say(
        self,
        text: str,
        *,
        severity: Severity = Severity.INFORMATION,
        until: Until = Until.KEY,
    ) -> None:
        """Show a message in the place of the keys; an empty one brings the keys back.

        It stays ``until`` the next key that changes the text, or until the next message. A
        doubt always stays until the next message.
        """
        self._until = Until.MESSAGE if severity is Severity.DOUBT else until
        self._said_after = self.changes()
        if (text, severity) != (self._message, self._severity):
            self._message, self._severity = text, severity
            self._make_room()
            self.refresh()

    def typed(self) -> None:
        """Take away a message that is to stay until a key."""
        # Not for a change from before it was said, of which one hears only now.
        if self._message and self._until is Until.KEY and self.changes() > self._said_after:
            self.say("")

    def on_resize(self) -> None:
        self._make_room()

    def _make_room(self) -> None:
        """More rows while there is a message too long for one."""
        rows = len(self._message_rows())
        if rows != self._tall:
            self._tall = rows
            self.styles.height = rows

    def _message_rows(self) -> list[str]:
        """The message in one row or two, more in a small terminal; a longer one ends in …"""
        width, message = self.size.width, self._message
        if cell_len(message) <= width - cell_len(self._gaps_words) - 2 or width < 12:
            return [message]
        first = [*wrap(message, width - 2 - _MOST_GAPS), len(message)][1]
        rest = message[first:]
        starts = wrap(rest, width - 2)[: (_MOST_ROWS if width < _SMALL else 2) - 1]
        rows = [rest[start:stop] for start, stop in pairwise([*starts, len(rest)])]
        return [row.rstrip() for row in (message[:first], *rows)]

    @property
    def _gaps_words(self) -> str:
        if not self._gaps:
            return ""
        return "1 gap " if self._gaps == 1 else f"{self._gaps} gaps "

    def show_gaps(self, gaps: int) -> None:
        """Show how many gaps there are to fill."""
        if gaps != self._gaps:
            self._gaps = gaps
            self.refresh()

    def reword(self) -> None:
        """Draw the keys anew where what one of them does is called something else by now."""
        if self.words() != self._worded or self.needed() != self._had:
            self.refresh()

    def render(self) -> Content:
        width = self.size.width
        right = Content.styled(self._gaps_words, ".keys--gaps")
        room = max(0, width - right.cell_length - 1)
        below: list[Content] = []
        if self._message:
            style = f".keys--{self._severity.value}"
            first, *rest = self._message_rows()
            left = Content.styled(f" {first}", style).truncate(room, ellipsis=True)
            below = [
                Content.styled(f"\n {row}", style).truncate(width + 1, ellipsis=True)
                for row in rest
            ]
        else:
            left = self._keys(room)
        spare = width - left.cell_length - right.cell_length
        return Content.assemble(left, " " * max(0, spare), right, *below)

    def on_click(self, event: events.Click) -> None:
        key = event.style.meta.get("key")
        if isinstance(key, str):
            self.app.simulate_key(key)

    def _keys(self, room: int) -> Content:
        self._worded, self._had = self.words(), self.needed()
        between = _BETWEEN if self.size.width >= _NARROW else " "
        bindings = [active.binding for active in self.screen.active_bindings.values()
                    if active.enabled]  # fmt: skip
        # The way out, and the palette, which leads to whatever there is no room for.
        palette = [each for each in bindings if each.id in _ALWAYS]
        palette.sort(key=lambda each: _ALWAYS.index(each.id or ""))
        row, shown = self._as_fit(bindings, palette, between, room)
        if self._had and self._had not in shown:
            needed = [each for each in bindings if each.id == self._had][:1]
            row, _ = self._as_fit(bindings, [*needed, *palette], between, room)
        return row

    def _as_fit(
        self, bindings: list[Binding], last: list[Binding], between: str, room: int
    ) -> tuple[Content, set[str]]:
        """As many keys as fit before the ``last``, and the ids of these."""
        ending = Content(between).join(self._hint(binding) for binding in last)
        row = Content(" ")
        shown: set[str] = set()
        seen = {binding.action for binding in last}
        for binding in bindings:
            if not binding.show or binding.action in seen:
                continue
            seen.add(binding.action)
            hint = self._hint(binding) + Content(between)
            if row.cell_length + hint.cell_length + ending.cell_length > room:
                break
            row = row + hint
            shown.add(binding.id or "")
        return row + ending, shown

    def _hint(self, binding: Binding) -> Content:
        key = Content.styled(self.app.get_key_display(binding), ".keys--key")
        word = self._worded.get(binding.id or "", binding.description)
        words = Content.assemble(key, f" {word}")
        return words.stylize(Style.from_meta({"key": binding.key}))
