"""One queue for the keys and pastes of the whole app."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TypeVar

from textual import events, on
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.screen import Screen

ReturnType = TypeVar("ReturnType")
#: How often it is checked whether a marker was lost with a widget that went away, in seconds.
_CHECK_EVERY = 0.25


class _Marker(Message):
    """Bubbles up behind a key, and so reaches the app once every widget is done with the key."""

    def __init__(self, target: DOMNode, rounds: int) -> None:
        super().__init__()
        self.target = target
        self.rounds = rounds


class CharactersTaken(Message):
    """Tells the app that a widget with ``TAKES_BURSTS`` is done with what was typed into it."""

    def __init__(self, key: events.Key) -> None:
        super().__init__()
        self.key = key


class KeyQueueApp(App[ReturnType]):
    """An app that delivers each key or paste once the one before it is done.

    Textual sends a key to the widget that has the focus when the key arrives, and each widget
    has a queue of its own. A key that follows quickly would go to a widget that the key before
    is about to leave, or overtake the action that the key before is bound to. Here the next key
    is delivered when the last one has bubbled up to the app, its action is done, and the
    messages that it caused have been handled, by the screen that is then on top.

    Characters that wait for a widget with ``TAKES_BURSTS`` set are delivered as one key event
    whose ``character`` holds them all, as when a terminal sends a paste as keys. Such a widget
    says itself when it has taken them, as typing is to cost no more than it must: it posts
    :class:`CharactersTaken` to the app.
    """

    def __init__(self) -> None:
        super().__init__()
        #: The keys that the user has given to bindings, by the binding's id.
        self.own_keys: Mapping[str, str] = {}
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._marker: _Marker | None = None
        #: The key that a widget takes characters from; the marker is not sent meanwhile.
        self._typed: events.Key | None = None
        self._settled: Screen[object] | None = None
        self._checking = False

    @property
    def keys_done(self) -> bool:
        """Whether every key that has come is done, with all that it caused."""
        return self.return_code is not None or not (self._waiting or self._marker)

    def deliver_again(self, key: events.Key) -> None:
        """Deliver a key once more, before those that wait, to what has the keys by then."""
        self._waiting.appendleft(events.Key(key.key, key.character))

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, (events.Key, events.Paste)):
            await super().on_event(event)
        elif event.is_forwarded:
            await super().on_event(event)
            if isinstance(event, events.Key) and event.key not in self.screen.active_bindings:
                self.key_had_no_use(event)
            if event is self._typed:
                # Nobody took the characters; they may be bound to an action, though.
                self._send_marker(1)
        else:
            self._waiting.append(event)
            await self._deliver_next()

    def key_had_no_use(self, key: events.Key) -> None:
        """Called with a key that no widget took and that is bound to nothing."""

    async def _deliver_next(self) -> None:
        if not self._waiting:
            return
        if self._marker is not None:
            self._check_soon()
        elif self._settled is not self.screen:
            # A screen that has just come up may have nothing yet that takes keys.
            self._send_marker(1)
        else:
            takes_bursts, event = self._takes_bursts, self._take_next()
            if takes_bursts and isinstance(event, events.Key) and _text(event):
                self._typed, self._marker = event, _Marker(self._target, 1)
                await super().on_event(event)
            else:
                # So that a key that comes meanwhile waits.
                self._marker = _Marker(self._target, 2)
                await super().on_event(event)
                self._send_marker(2)

    @property
    def _takes_bursts(self) -> bool:
        return bool(getattr(self.focused, "TAKES_BURSTS", False))

    def _take_next(self) -> events.Key | events.Paste:
        """Take the next event off the queue, with the characters that join it."""
        first = self._waiting.popleft()
        text = _text(first)
        if not text or not self._takes_bursts:
            return first
        joined = [text]
        while self._waiting and (text := _text(self._waiting[0])):
            joined.append(text)
            self._waiting.popleft()
        return events.Key(first.key, "".join(joined)) if isinstance(first, events.Key) else first

    @property
    def _target(self) -> DOMNode:
        return self.focused or self.screen

    def _send_marker(self, rounds: int) -> None:
        self._typed = None
        self._marker = marker = _Marker(self._target, rounds)
        if not marker.target.post_message(marker):
            self.call_later(self._marker_returned, marker)

    @on(CharactersTaken)
    async def _characters_taken(self, message: CharactersTaken) -> None:
        if message.key is self._typed and self._marker is not None:
            await self._marker_returned(self._marker)

    @on(_Marker)
    async def _marker_returned(self, marker: _Marker) -> None:
        if marker is not self._marker:
            return
        if marker.rounds > 1 or marker.target is not self._target:
            # What the key did may have sent messages or brought up a screen: go behind those.
            self._send_marker(marker.rounds - 1)
        else:
            self._marker, self._typed, self._settled = None, None, self.screen
            await self._deliver_next()

    def _check_soon(self) -> None:
        if not self._checking:
            self._checking = True
            self.set_timer(_CHECK_EVERY, self._check_marker)

    async def _check_marker(self) -> None:
        self._checking = False
        marker = self._marker
        if marker is not None and not marker.target.is_attached:
            await self._marker_returned(marker)
        if self._waiting:
            self._check_soon()


def _text(event: events.Event) -> str:
    """Return the character that a key types; nothing for other keys and pastes."""
    if not isinstance(event, events.Key) or not event.is_printable:
        return ""
    return event.character or ""
