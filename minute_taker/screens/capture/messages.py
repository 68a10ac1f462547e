"""What threads tell the capture screen."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import Any

from msgspec import Struct
from textual.message import Message

from minute_taker.drafts.saver import SaveState
from minute_taker.minutes.checking.findings import Finding


class Severity(Enum):
    """What kind of answer a message is, by the style that it is written in."""

    INFORMATION = "said"
    #: Something is done, and should be looked at.
    DOUBT = "gaps"
    #: Something is not done.
    ERROR = "wrong"


class Report(Struct, frozen=True):
    """What a job on a thread has to say at its end.

    ``opens`` is a draft to go on with, ``finding`` where the list of findings is to open next.
    """

    text: str
    severity: Severity = Severity.INFORMATION
    opens: Path | None = None
    finding: Finding | None = None


class JobDone(Message):
    """A job on a thread has ended; ``then`` is to be called with what it gave."""

    def __init__(self, given: object, then: Callable[[Any], object]) -> None:
        super().__init__()
        self.given = given
        self.then = then


class SaveStateChanged(Message):
    """The saver has something to tell; posted from its thread."""

    def __init__(self, state: SaveState) -> None:
        super().__init__()
        self.state = state
