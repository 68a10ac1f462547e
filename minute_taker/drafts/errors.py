"""What can go wrong with a draft's file, each in one sentence for the clerk."""

from __future__ import annotations

from minute_taker.minutes.errors import Refused


class DraftNotSaved(Refused):
    """The save did not reach the disk; the file is as it was before.

    ``why`` is the short reason for the place where the screen says NOT SAVED.
    """

    def __init__(self, message: str, why: str = "") -> None:
        super().__init__(message)
        self.why = why or message


class DraftNotFound(Refused):
    """No draft has the name that was asked for, or more than one has."""


class DraftExists(Refused):
    """There is a file already where the draft was to be created."""


class DraftUnreadable(Refused):
    """The file is no draft, or nothing of it can be read. It has been left as it is."""


class DraftBusy(Refused):
    """Somebody else has the draft open."""


class Damaged(Exception):
    """The bytes are not what was saved. Caught in this room, which then salvages them."""


class NewerSchema(Exception):
    """The file was written by a later version of the program. Caught in this room."""

    def __init__(self, schema: int) -> None:
        super().__init__(f"schema {schema}")
        self.schema = schema
