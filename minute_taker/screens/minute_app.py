"""The Textual app: its screens, its themes, and how it ends without losing a word."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
import gc
import os
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.geometry import Offset
from textual.screen import Screen

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.drafts.store import DraftStore
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.unexpected_errors import kind_and_place
from minute_taker.screens.capture.capture_screen import CaptureScreen
from minute_taker.screens.capture.commands import COMMANDS
from minute_taker.screens.capture.messages import Severity
from minute_taker.screens.dialogs.dialog import Dialog
from minute_taker.screens.last_signal import LastSignal, give_back_the_terminal
from minute_taker.screens.parts.cached_render import cache_scroll_bars
from minute_taker.screens.parts.focus import cursor_place
from minute_taker.screens.parts.key_queue import KeyQueueApp
from minute_taker.screens.parts.keys import key_name, spelled
from minute_taker.screens.parts.terminal_door import keep_the_door
from minute_taker.screens.parts.terminal_input import UnreadKey, came_without_character
from minute_taker.screens.parts.textual_private import driver_of, on_error
from minute_taker.screens.parts.themes import DEFAULT_THEME, THEMES, theme_defaults
from minute_taker.screens.settings import Settings, write_settings

if TYPE_CHECKING:
    from minute_taker.screens.finding.palette_screen import PaletteRow
    from minute_taker.screens.home.drafts_screen import DraftsScreen

#: What the end by a signal waits for the disk, in seconds; the system may not wait longer.
_LAST_PATIENCE = 8.0
#: How long the loop is given to begin the end by itself, in seconds.
_LOOP_PATIENCE = 1.0
#: How long the terminal is given to take its last escape sequences once all is saved.
_LAST_PAINT = 1.0
#: The same where a report of what went wrong goes with them.
_LAST_WORDS = 5.0
_QUIT = Binding(
    "ctrl+q", "quit", "Quit", show=False, key_display="^Q", priority=True, id="app.quit"
)


class MinuteApp(KeyQueueApp[None]):
    """Shows the drafts, or one draft under work."""

    TITLE = "Minute Taker"
    CSS_PATH = "capture/capture.tcss"
    ENABLE_COMMAND_PALETTE = False
    #: The first screen is that of a mode, as each is that takes its place: an empty one before
    #: it would cost a whole layout.
    DEFAULT_MODE = "screen 0"
    BINDINGS: ClassVar[list[BindingType]] = [
        # Of a pane that has no use for them itself.
        Binding("tab", "app.focus_next", "Next field", show=False, id="app.next"),
        Binding("shift+tab", "app.focus_previous", "Previous field", show=False, id="app.previous"),
        _QUIT,
        Binding("ctrl+c", "help_quit", "Quit?", show=False, system=True, id="app.help-quit"),
        # Not before the keys that are still on their way to a field.
        Binding("ctrl+p", "command_palette", "Palette", show=False, id="app.palette"),
    ]

    def __init__(
        self,
        folder: MinutesFolder,
        store: DraftStore | None,
        settings: Settings,
        *,
        clock: Callable[[], dt.datetime] = dt.datetime.now,
    ) -> None:
        self._leaving = False
        #: Taken for good by the thread that sees to the end after a signal.
        self._ending = threading.Lock()
        self._signals: LastSignal | None = None
        keep_the_door()
        cache_scroll_bars()
        super().__init__()
        self.folder = folder
        self.settings = settings
        self._screens_shown = 0
        on_error(self, self._ended_by)
        if store is None:
            self.add_mode(self.DEFAULT_MODE, self._drafts_screen)
        else:
            self.add_mode(
                self.DEFAULT_MODE, lambda: CaptureScreen(store, folder, clock=self._clock)
            )
        self._clock = clock
        for theme in THEMES:
            self.register_theme(theme)
        known = [theme.name for theme in THEMES]
        self.theme = settings.theme if settings.theme in known else DEFAULT_THEME
        self.own_keys = settings.keys
        self.set_keymap(settings.keys)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return theme_defaults()

    def _drafts_screen(self) -> Screen[None]:
        from minute_taker.screens.home.drafts_screen import DraftsScreen

        return DraftsScreen(self.folder, today=lambda: self._clock().date())

    def get_key_display(self, binding: Binding) -> str:
        shown = super().get_key_display(binding)
        if binding.key_display:
            return shown
        # ``^P`` and ``F1``, but ``Esc`` as it is written elsewhere.
        return shown.capitalize() if shown.isalpha() and len(shown) > 1 else shown.upper()

    def on_mount(self) -> None:
        loop = asyncio.get_running_loop()
        self._signals = LastSignal(partial(self._told_to_end, loop))
        self._signals.start()
        loop.set_exception_handler(self._say_what_went_wrong)
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep_theme(theme.name))
        if self.settings.wrong:
            self.notify(self.settings.wrong, markup=False, severity="warning")

    def on_unmount(self) -> None:
        if self._signals is not None:
            self._signals.stop()

    def on_ready(self) -> None:
        if not gc.isenabled():
            # What is there by now stays: the collector need not look at it ever again.
            gc.freeze()
            gc.enable()

    def _take_theme(self, name: str) -> None:
        self.theme = name

    def _keep_theme(self, name: str) -> None:
        if name != (self.settings.theme or DEFAULT_THEME):
            self.settings.theme = name
            write_settings(self.folder, self.settings)

    # Drafts.

    @property
    def capture(self) -> CaptureScreen | None:
        """The draft under work, under whatever stands over it."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, CaptureScreen):
                return screen
        return None

    def on_drafts_screen_draft_chosen(self, message: DraftsScreen.DraftChosen) -> None:
        self.open_draft(message.path, message.line, message.item)

    def open_draft(self, path: Path, line: int | None = None, item: int | None = None) -> None:
        """Open a draft in the capture screen, at a line or an item; or say why it can't be."""
        try:
            store = DraftStore.open(path)
        except Refused as why:
            self.notify(str(why), markup=False, severity="error")
            return
        at_item = item if line is None else None
        self._show_instead(
            lambda: CaptureScreen(
                store, self.folder, at_line=line, at_item=at_item, clock=self._clock
            )
        )

    def action_show_drafts(self) -> None:
        """Back to the drafts."""
        self._show_instead(self._drafts_screen)

    def _show_instead(self, make: Callable[[], Screen[None]]) -> None:
        """Show a screen in the place of the one that is shown, which goes away."""
        before = self.current_mode
        self._screens_shown += 1
        name = f"screen {self._screens_shown}"
        self.add_mode(name, make)
        self.switch_mode(name)
        self.remove_mode(before)

    # The keyboard.

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor stands: at the focus, as braille displays follow it."""
        return cursor_place(self.screen) if self.screen_stack else Offset(0, 0)

    @cursor_position.setter
    def cursor_position(self, _place: Offset) -> None:
        """Widgets of Textual's say where theirs is, which is asked of the focused one instead."""

    def key_had_no_use(self, key: Key) -> None:
        if came_without_character(key):
            words = f"{spelled(key.key)} came without the character that it types"
            self._say(words, Severity.DOUBT)

    def on_unread_key(self, message: UnreadKey) -> None:
        """Say that the terminal sent something that cannot be read."""
        words = f"The terminal sent a key that can't be read: {message.sequence}"
        self._say(words, Severity.DOUBT)

    def action_help_quit(self) -> None:
        """Say what quits: Ctrl+C is the key for it elsewhere."""
        self._say(f"{key_name(self, 'app.quit')} quits; all that is entered is saved")

    def _say(self, words: str, severity: Severity = Severity.INFORMATION) -> None:
        if isinstance(self.screen, CaptureScreen):
            self.screen.say(words, severity=severity)
        else:
            doubt = severity is Severity.DOUBT
            self.notify(words, markup=False, severity="warning" if doubt else "information")

    # The palette.

    def action_command_palette(self) -> None:
        """Show all that can be done."""
        from minute_taker.screens.finding.palette_screen import PaletteScreen

        over = self.screen
        if isinstance(over, Dialog):
            return

        def chosen(row: PaletteRow | None) -> None:
            if row is not None:
                self.call_later(row.run)

        self.push_screen(PaletteScreen(self._palette_rows(over)), chosen)

    def _palette_rows(self, screen: Screen[object]) -> list[PaletteRow]:
        """Return what can be done on a screen, in the order of its table, then the themes."""
        from minute_taker.screens.finding.palette_screen import PaletteRow

        if isinstance(screen, CaptureScreen):
            bindings = [each.binding() for each in COMMANDS.values() if each.in_palette]
        else:
            active = screen.active_bindings.values()
            bindings = [each.binding for each in active if each.binding.id and each.enabled]
            bindings = [each for each in bindings if (each.id or "").startswith("drafts.")]
        rows = [
            PaletteRow(
                binding.description,
                binding.tooltip,
                self._key_of(binding),
                partial(screen.run_action, binding.action),
            )
            for binding in bindings
        ]
        rows += [
            PaletteRow(f"Theme: {theme.name.replace('-', ' ')}", "Colours", "",
                       partial(self._take_theme, theme.name))
            for theme in THEMES
        ]  # fmt: skip
        quits = self._key_of(_QUIT)
        return [*rows, PaletteRow("Quit", "Save, and leave Minute Taker", quits, self.action_quit)]

    def _key_of(self, binding: Binding) -> str:
        """Return the first key of a binding, the user's own where there is one."""
        keys = self.own_keys.get(binding.id or "", binding.key).split(",")[0]
        return self.get_key_display(binding.with_key(keys)) if keys else ""

    # The end.

    async def action_quit(self) -> None:
        """Save, and leave; where something cannot be saved, only when asked twice."""
        capture = self.capture
        if capture is None or await capture.leave():
            self.exit()
        elif self._leaving:
            self.exit(return_code=1)
        self._leaving = True

    def _save_at_the_end(self) -> bool:
        """Whether all is on the disk."""
        safe = True
        with contextlib.suppress(Exception):
            capture = self.capture
            if capture is not None:
                safe = capture.draft.close(_LAST_PATIENCE)
        return safe

    def _told_to_end(self, loop: asyncio.AbstractEventLoop, number: int) -> None:
        """Have the loop end the program, or end it here; called on the signals' own thread."""
        taken = threading.Event()

        def end() -> None:
            if self._ending.acquire(blocking=False):
                taken.set()
                self._save_at_the_end()
                self._end_soon(128 + number, _LAST_PAINT)
                self.exit(return_code=128 + number)

        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(end)
        if not taken.wait(_LOOP_PATIENCE) and self._ending.acquire(blocking=False):
            # The loop is held up, by a terminal that takes nothing more: it changes nothing now.
            self._save_at_the_end()
            self._end_now(128 + number)

    def _end_soon(self, status: int, seconds: float) -> None:
        """End the program in so many seconds, should it not have come to its end by then.

        The terminal may be gone or stuck, so that taking leave of it never ends, and nor does
        what this thread waits for meanwhile.
        """
        if self.is_headless:
            return
        end = threading.Timer(seconds, self._end_now, (status,))
        end.daemon = True
        end.start()

    def _end_now(self, status: int) -> None:
        give_back_the_terminal(driver_of(self))
        os._exit(status)

    def _say_what_went_wrong(
        self, _loop: asyncio.AbstractEventLoop, context: dict[str, object]
    ) -> None:
        # In something beside the screens, which go on. Python would print its words.
        error = context.get("exception")
        if isinstance(error, Exception):
            self.notify(kind_and_place(error), markup=False, severity="error")

    def _ended_by(self, error: Exception) -> str:
        """Save all, and return what is said of the error that ends the program."""
        safe = self._save_at_the_end()
        self._end_soon(1, _LAST_WORDS)
        return _report(error, safe)


def _report(error: Exception, safe: bool) -> str:
    """What went wrong, by its kind and place alone: its words could be those of the minutes."""
    kept = "All that was typed is saved." if safe else "NOT ALL that was typed could be saved."
    return f"Minute Taker has stopped: {kind_and_place(error)}. {kept}"
