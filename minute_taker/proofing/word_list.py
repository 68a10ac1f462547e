"""The British word list: every word with how common it is.

SCOWL's large British list, in three parts: the words of its small list, which everybody uses,
those of its middle list, and the rest. Possessives whose word stands in the list are left out.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Mapping
from pathlib import Path

_DATA = Path(__file__).parent / "data"
#: How common the words of the three parts are.
COMMON, MIDDLING, RARE = 3, 2, 1
#: The words of council business stand above those of everyday.
COUNCIL = 4

_lock = threading.Lock()
_loaded: Mapping[str, int] | None = None


def word_list() -> Mapping[str, int]:
    """Return how common each known word is; read from the package when it is first asked for.

    May be asked from any thread; two that ask at once read it once.
    """
    global _loaded
    with _lock:
        if _loaded is None:
            _loaded = _read()
    return _loaded


def _read() -> dict[str, int]:
    parts = gzip.decompress((_DATA / "british.txt.gz").read_bytes()).decode().split("\n\n")
    known: dict[str, int] = {}
    for part, common in zip(reversed(parts), (RARE, MIDDLING, COMMON), strict=True):
        known.update(dict.fromkeys(part.split("\n"), common))
    for name, common in (("council.txt", MIDDLING), ("common.txt", COUNCIL)):
        known.update(dict.fromkeys(listed((_DATA / name).read_bytes()), common))
    return known


def listed(data: bytes) -> list[str]:
    """Return the words of a text file: any number a line, what follows ``#`` left out."""
    lines = data.decode("utf-8-sig").splitlines()
    return [word for line in lines for word in line.partition("#")[0].split()]
