"""Waiting for what a test is about: for a state, never for a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

#: How long a state is waited for, in seconds. A machine that is slow and busy with other things
#: is no fault of the program; a state that never comes fails the test all the same.
PATIENCE = 60.0


async def until(
    holds: Callable[[], object],
    what: Callable[[], object] = lambda: "it never came to that",
    limit: float = PATIENCE,
) -> None:
    """Let the app go on until ``holds()``; AssertionError of ``what()`` where it never does."""
    end = time.monotonic() + limit
    while not holds():
        assert time.monotonic() < end, what()
        await asyncio.sleep(0.01)


async def workers_done(app: App[Any]) -> None:
    """Let the app go on until none of its workers is at work.

    ``app.workers.wait_for_complete()`` raises where a worker is cancelled because a newer one
    takes its place, which is no fault.
    """
    await until(
        lambda: all(worker.is_finished for worker in app.workers),
        lambda: f"still at work: {list(app.workers)}",
    )
