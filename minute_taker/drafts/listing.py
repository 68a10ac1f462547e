"""The list of drafts, read from the files themselves.

What was read is remembered in a cache, which holds nothing but what the list shows, knows
each file by its fingerprint, and can be deleted at any time.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from minute_taker.drafts import files
from minute_taker.drafts.layout import META, SCHEMA, UNREADABLE, Meta
from minute_taker.drafts.paths import SUFFIX, list_cache
from minute_taker.minutes.gaps import gap_count
from minute_taker.minutes.model import Item, Line, Meeting, Status


class DraftSummary(Struct, frozen=True, omit_defaults=True):
    """One line of the list. ``problem`` says why a draft does not open as it was saved.

    Whether each byte is as it was saved shows only when the draft is opened.
    """

    path: Path
    committee: str = ""
    date: dt.date | None = None
    status: Status = Status.DRAFT
    lines: int = 0
    gaps: int = 0
    saved_at: dt.datetime | None = None
    problem: str = ""


#: The number of the public shape; it rises when a key changes its meaning or goes.
SHAPE = 1


def drafts_shape(drafts: Iterable[DraftSummary]) -> dict[str, Any]:
    """The list as plain dicts and lists, with every key always there; dates are ISO 8601."""
    rows = [msgspec.to_builtins(asdict(draft), enc_hook=str) for draft in drafts]
    return {"schema": SHAPE, "drafts": rows}


class _Sketch(Struct):
    """As much of a draft's file as the list needs; the rest is passed over."""

    meta: dict[str, Meta] = msgspec.field(name=META)
    meeting: dict[str, Meeting]
    items: dict[str, Item] = {}
    lines: dict[str, Line] = {}


class _Entry(Struct, array_like=True):
    """One file of the cache: its fingerprint, and what the list says of it."""

    mark: tuple[int, int, int, int]
    committee: str
    date: dt.date | None
    status: Status
    lines: int
    gaps: int
    saved_at: dt.datetime | None
    problem: str

    def summary(self, path: Path) -> DraftSummary:
        return DraftSummary(
            path,
            self.committee,
            self.date,
            self.status,
            self.lines,
            self.gaps,
            self.saved_at,
            self.problem,
        )


_Cache = dict[str, _Entry]


def draft_paths(drafts_folder: Path) -> list[Path]:
    """The files in the folder that go by the name of a draft, by name."""
    return [drafts_folder / name for name, _ in _scan(drafts_folder)]


def list_drafts(drafts_folder: Path) -> list[DraftSummary]:
    """Every draft in the folder, the latest meeting first, those without a date before it."""
    known = _read_cache(drafts_folder)
    entries: _Cache = {}
    for name, mark in _scan(drafts_folder):
        entry = known.get(name)
        if entry is None or entry.mark != mark:
            entry = _read(drafts_folder / name, mark)
        entries[name] = entry
    # What could not be read may be readable the next time, although the file is the same.
    # A name that is no text cannot be written down.
    sound = {
        name: entry for name, entry in entries.items() if not entry.problem and name.isprintable()
    }
    if sound != known:
        _write_cache(drafts_folder, sound)
    found = [entry.summary(drafts_folder / name) for name, entry in entries.items()]
    return sorted(found, key=lambda each: each.date or dt.date.max, reverse=True)


def _scan(folder: Path) -> list[tuple[str, tuple[int, int, int, int]]]:
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(SUFFIX) and entry.name[0] != ".":
                    with contextlib.suppress(OSError):
                        mark = files.fingerprint(entry.stat())
                        whole = (mark.device, mark.inode, mark.size, mark.changed_ns)
                        found.append((entry.name, whole))
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(found)


def _read(path: Path, mark: tuple[int, int, int, int]) -> _Entry:
    problem = ""
    try:
        # A pipe would be waited for, and a device never ends.
        if path.exists() and not path.is_file():
            return _Entry(mark, "", None, Status.DRAFT, 0, 0, None, "it is not a file")
        sketch = msgspec.json.decode(path.read_bytes(), type=_Sketch)
        meta, head = sketch.meta["1"], sketch.meeting["1"]
        if meta.schema <= SCHEMA:
            # Where a line stands does not matter for counting.
            held = Item(id=0, lines=tuple(sketch.lines.values()))
            whole = replace(head, items=(held, *sketch.items.values()))
            return _Entry(
                mark,
                head.committee,
                head.date,
                head.status,
                len(sketch.lines),
                gap_count(whole),
                meta.moment,
                "",
            )
        problem = "a later version of Minute Taker wrote it"
    except OSError as error:
        problem = files.reason(error)
    except (KeyError, *UNREADABLE):
        problem = "damaged, or no draft"
    return _Entry(mark, "", None, Status.DRAFT, 0, 0, None, problem)


def _read_cache(folder: Path) -> _Cache:
    try:
        return msgspec.json.decode(list_cache(folder).read_bytes(), type=_Cache)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return {}


def _write_cache(folder: Path, entries: _Cache) -> None:
    cache = list_cache(folder)
    # A list that cannot be remembered is read again, and that is all.
    with contextlib.suppress(OSError):
        files.make_folder(cache.parent)
        files.put(cache, msgspec.json.encode(entries))
