"""Where a draft lies, and where everything that belongs to it: history, lock, bin, list.

All companions live in one hidden folder beside the drafts, under the draft's own file name;
a draft's file can be copied anywhere without them.
"""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

from minute_taker.drafts.files import short_name
from minute_taker.minutes.model import Meeting

SUFFIX = ".json"
COMPANIONS = ".minute-taker"

_LONGEST_SLUG = 60
# Accents apart from their letters, and apostrophes: "Children’s" stays one word.
_NO_LETTERS = re.compile("[\u0300-\u036f'’]")
_NOT_PLAIN = re.compile(r"[^a-z0-9]+")


def slug(words: str) -> str:
    """``words`` as part of a file name: small letters, digits and hyphens, at most 60."""
    plain = _NO_LETTERS.sub("", unicodedata.normalize("NFKD", words)).lower()
    whole = _NOT_PLAIN.sub("-", plain).strip("-")
    if len(whole) <= _LONGEST_SLUG:
        return whole
    return whole[: _LONGEST_SLUG + 1].rpartition("-")[0] or whole[:_LONGEST_SLUG]


def draft_name(meeting: Meeting) -> str:
    """The file name for a meeting: ``2020-02-18-residents-education-….json``."""
    day = meeting.date.isoformat() if meeting.date else "undated"
    return f"{day}-{slug(meeting.committee) or 'meeting'}{SUFFIX}"


def free_name(path: Path) -> Path:
    """``path``, or with ``-2``, ``-3``, … where that name is taken by a draft or its history."""
    number = 1
    candidate = path
    while os.path.lexists(candidate) or history_folder(candidate).exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate


def real(path: Path) -> Path:
    """The file that ``path`` leads to, through every symbolic link."""
    return Path(os.path.realpath(path))


def history_folder(path: Path) -> Path:
    """Where a draft's earlier versions are kept."""
    return path.parent / COMPANIONS / "history" / short_name(path.name)


def previous_file(path: Path) -> Path:
    """The draft as it was before its last save."""
    return history_folder(path) / "previous.json"


def lock_file(path: Path) -> Path:
    """The file that is locked while a draft is open."""
    return path.parent / COMPANIONS / "locks" / f"{short_name(path.name)}.lock"


def owner_file(path: Path) -> Path:
    """What says who has the draft open, and since when."""
    return path.parent / COMPANIONS / "locks" / f"{short_name(path.name)}.owner.json"


def bin_folder(drafts: Path) -> Path:
    """Where deleted drafts go."""
    return drafts / COMPANIONS / "bin"


def list_cache(drafts: Path) -> Path:
    """The list of drafts as last read. It can be deleted."""
    return drafts / COMPANIONS / "list.json"
