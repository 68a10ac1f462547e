"""What threads tell the capture screen."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from textual.message import Message

from minute_taker.drafts.saver import SaveState

if TYPE_CHECKING:
    from minute_taker.minutes.checking.findings import Finding


class Severity(Enum):
    """What kind of answer a message is, by the style that it is written in."""

    INFORMATION = "said"
    #: Something is done, and should be looked at.
    DOUBT = "gaps"
    #: Something is not done.
    ERROR = "wrong"


class Until(Enum):
    """How long a message stays."""

    #: Until a key changes the text in the composer.
    KEY = "key"
    #: Until the next message, which every entered line brings, or Esc.
    MESSAGE = "message"


class Report(Struct, frozen=True):
    """What a job on a thread has to say at its end, and how long that stays.

    ``opens`` is a draft to go on with, ``written`` a document that was written, ``finding`` where
    the list of findings is to open next.
    """

    text: str
    severity: Severity = Severity.INFORMATION
    opens: Path | None = None
    until: Until = Until.KEY
    written: Path | None = None
    finding: Finding | None = None


class Exported(Struct, frozen=True):
    """A document that was written, and whether the status bar still says so."""

    path: Path
    said: Callable[[], bool]

    @property
    def is_said(self) -> bool:
        """Whether the clerk still reads of it."""
        return self.said()


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
