"""The words of the minutes in the drafts folder, for proofing to know which are used."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from minute_taker.drafts.listing import draft_paths
from minute_taker.drafts.paths import real
from minute_taker.drafts.store import read_meeting
from minute_taker.minutes.errors import Refused
from minute_taker.minutes.exempt import public_view
from minute_taker.proofing.lexicon import words_in

#: So many drafts are read, those that were saved last.
_MOST = 12


def words_of_earlier_minutes(
    drafts_folder: Path, but: Path | None = None, pause: Callable[[], object] = lambda: None
) -> Counter[str]:
    """Return how often each word, in small letters, stands in the public part of other minutes.

    The draft ``but`` is left out, and so are those that cannot be read, or of which it is not
    yet said what is exempt in them. ``pause`` is called after each draft.
    """
    # An open draft goes by its real path, and the folder may lie behind a symbolic link.
    left_out = but and real(but)
    paths = [path for path in draft_paths(drafts_folder) if real(path) != left_out]
    words: Counter[str] = Counter()
    for path in heapq.nlargest(_MOST, paths, key=_saved_at):
        try:
            meeting = read_meeting(path)
        except (Refused, OSError):
            continue
        if not meeting.salvaged:
            for _, line in public_view(meeting).lines():
                words.update(words_in(line.text))
        pause()
    return words


def _saved_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
