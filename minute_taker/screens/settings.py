"""What a clerk can set for the screens: ``settings.json`` in the minutes folder.

What each of them says stands with it in :class:`Settings`, from where the help takes it. A file
that cannot be read is as good as none, and said.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from minute_taker.drafts.folders import MinutesFolder

_NAME = "settings.json"
#: How often a second Textual may draw. At its own 60 a key that is typed right after something
#: was drawn would wait for the next sixtieth of a second.
_FPS = "250"


class Settings(Struct, omit_defaults=True):
    """The settings, each with what the help says of it.

    ``wrong`` is none of them: it is what was wrong with their file, if anything.
    """

    theme: Annotated[
        str, Meta(description='the colours: "light", "dark" (the usual) or "high-contrast"')
    ] = ""
    plain_keys: Annotated[
        bool, Meta(description="true for terminals that lose characters typed with AltGr")
    ] = False
    keys: Annotated[
        dict[str, str],
        Meta(description='other keys, by the names of their commands: {"capture.find": "f12"}'),
    ] = {}
    wrong: str = ""


def _path(folder: MinutesFolder) -> Path:
    return folder.root / _NAME


def read_settings(folder: MinutesFolder) -> Settings:
    """The settings of the minutes folder; the usual ones where there are none."""
    try:
        data = _path(folder).read_bytes()
    except OSError:
        return Settings()
    try:
        return msgspec.json.decode(data, type=Settings)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return Settings(wrong=f"{_NAME} cannot be read, and is left as it is")


def write_settings(folder: MinutesFolder, settings: Settings) -> None:
    """Keep the settings, where the folder can be written to; nothing depends on it."""
    if settings.wrong:
        return
    path = _path(folder)
    data = msgspec.json.format(msgspec.json.encode(settings), indent=2)
    with contextlib.suppress(OSError):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{_NAME}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data + b"\n")
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)


def apply_before_textual(settings: Settings) -> None:
    """Set what Textual reads from the environment when it is imported."""
    os.environ.setdefault("TEXTUAL_FPS", _FPS)
    if settings.plain_keys:
        os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
