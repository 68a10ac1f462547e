"""The way into the screens. Textual is imported only when they are to be shown."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

from minute_taker.drafts.folders import MinutesFolder
from minute_taker.minutes.errors import Refused

#: How long a thread may hold the interpreter while another one waits, in seconds.
_SWITCH = 0.0005


def run(folder: MinutesFolder, draft: Path | None = None) -> int:
    """Show the drafts, or that draft; the exit status once the clerk has left.

    Raises Refused when the draft cannot be opened, and where there is no keyboard to read.
    """
    if not sys.stdin.isatty():
        raise Refused("the screens need a terminal; `capture DRAFT` takes lines from anywhere")
    from minute_taker.screens.settings import apply_before_textual, read_settings

    # Nothing that is made before the first screen is there goes away again: looking for what
    # does would take a tenth of the time until then.
    gc.disable()
    # The thread that saves must not keep the keys waiting for Python's usual 5 ms.
    sys.setswitchinterval(_SWITCH)
    settings = read_settings(folder)
    apply_before_textual(settings)
    store = None
    if draft is not None:
        from minute_taker.drafts.store import DraftStore

        store = DraftStore.open(draft)
    from minute_taker.exporting.private_folder import sweep_private_folders
    from minute_taker.screens.minute_app import MinuteApp
    from minute_taker.screens.parts.terminal_input import TerminalParser
    from minute_taker.screens.parts.textual_private import read_the_terminal_by

    sweep_private_folders()
    read_the_terminal_by(TerminalParser)

    app = MinuteApp(folder, store, settings)
    app.run()
    return app.return_code or 0
