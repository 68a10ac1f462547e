"""A damaged draft's own file, kept beside the draft as it was found."""

from __future__ import annotations

import contextlib
from pathlib import Path

from minute_taker.drafts import files


def keep_original(draft: Path, data: bytes) -> Path:
    """Keep bytes that could not be read as ``NAME.json.damaged-1``, and return that file.

    A draft that is opened again before it was saved again has its bytes kept once. Raises
    OSError.
    """
    number = 0
    while True:
        number += 1
        kept = draft.with_name(f"{draft.name}.damaged-{number}")
        if not kept.exists():
            with contextlib.suppress(FileExistsError):
                files.put_new(kept, data)
                return kept
        with contextlib.suppress(OSError):
            if kept.read_bytes() == data:
                return kept
