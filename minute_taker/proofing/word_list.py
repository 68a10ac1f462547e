"""The British word list: every word with how common it is.

SCOWL's large British list, in three parts: the words of its small list, which everybody uses,
those of its middle list, and the rest. Possessives whose word stands in the list are left out.
"""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

_DATA = Path(__file__).parent / "data"
#: How common the words of the three parts are.
COMMON, MIDDLING, RARE = 3, 2, 1
#: The words of council business stand above those of everyday.
COUNCIL = 4

#: So many characters are read in one go, in a millisecond or two, and so long is the break
#: after them, in seconds.
_PORTION, _BREATH = 20_000, 0.00002

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
        for words in _portions(part):
            known.update(dict.fromkeys(words, common))
            # Whichever thread draws the screen waits for no more than this.
            time.sleep(_BREATH)
    for name, common in (("council.txt", MIDDLING), ("common.txt", COUNCIL)):
        known.update(dict.fromkeys(listed((_DATA / name).read_bytes()), common))
    return known


def _portions(part: str) -> Iterator[list[str]]:
    """The words of a part, some thousands at a time."""
    start = 0
    while start < len(part):
        stop = part.find("\n", start + _PORTION)
        stop = len(part) if stop < 0 else stop
        yield part[start:stop].split("\n")
        start = stop + 1


def listed(data: bytes) -> list[str]:
    """Return the words of a text file: any number a line, what follows ``#`` left out."""
    lines = data.decode("utf-8-sig").splitlines()
    return [word for line in lines for word in line.partition("#")[0].split()]
