"""Where the minutes are: the folder with ``drafts/`` and ``exports/``, and a draft in it."""

from __future__ import annotations

import os
from pathlib import Path

from msgspec import Struct

from minute_taker.drafts.errors import DraftNotFound
from minute_taker.drafts.paths import SUFFIX

VARIABLE = "MINUTE_TAKER_FOLDER"
STATE_VARIABLE = "MINUTE_TAKER_STATE"

#: How many names a refusal lists before it stops.
_SHOWN = 5


class MinutesFolder(Struct, frozen=True):
    """The minutes folder and the two in it. None of them needs to exist yet."""

    root: Path
    drafts: Path
    exports: Path


def minutes_folder(option: str | Path | None = None) -> MinutesFolder:
    """The minutes folder: ``option``, else what ``MINUTE_TAKER_FOLDER`` names, else the current
    folder when it has an ``exports/`` folder, else ``Minutes`` in the user's documents.
    """
    root = Path(option or os.environ.get(VARIABLE) or _usual()).expanduser().absolute()
    return MinutesFolder(root, root / "drafts", root / "exports")


def _usual() -> Path:
    here = Path.cwd()
    if (here / "exports").is_dir():
        return here
    import platformdirs

    return platformdirs.user_documents_path() / "Minutes"


def state_folder() -> Path:
    """Return the user's own folder on this computer, for what belongs to no minutes folder.

    ``MINUTE_TAKER_STATE`` names another. It need not exist yet.
    """
    named = os.environ.get(STATE_VARIABLE)
    if named:
        return Path(named).expanduser()
    import platformdirs

    return platformdirs.user_state_path("minute-taker", appauthor=False)


def find_draft(folder: MinutesFolder, words: str) -> Path:
    """Return the draft that ``words`` names: a path, or any part of one draft's file name.

    Where a part fits several, a whole name or a whole name without ``.json`` decides. Raises
    DraftNotFound, naming the drafts that could be meant.
    """
    as_path = Path(words).expanduser()
    if words and os.path.lexists(as_path):
        return as_path
    names = sorted(path.name for path in folder.drafts.glob(f"*{SUFFIX}") if path.name[0] != ".")
    wanted = words.lower()
    exact = [name for name in names if wanted in (name.lower(), name.lower()[: -len(SUFFIX)])]
    fitting = exact or [name for name in names if wanted and wanted in name.lower()]
    if len(fitting) == 1:
        return folder.drafts / fitting[0]
    if not fitting:
        raise DraftNotFound(f"no draft in {folder.drafts} has {words!r} in its name")
    shown = ", ".join(fitting[:_SHOWN])
    more = f" and {len(fitting) - _SHOWN} more" if len(fitting) > _SHOWN else ""
    raise DraftNotFound(f"{words!r} could be {shown}{more}; say more of the name")
