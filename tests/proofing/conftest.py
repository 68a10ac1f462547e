"""Lines to proof."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from proofed_notes import slips_in

from minute_taker.minutes.checking import Finding


@pytest.fixture
def found() -> Callable[..., list[tuple[str, str]]]:
    """The rules and the words that they find in some lines."""

    def find(notes: str, **more: object) -> list[tuple[str, str]]:
        return [(slip.rule, slip.found) for slip in slips_in(notes, **more)]

    return find


@pytest.fixture
def slips() -> Callable[..., tuple[Finding, ...]]:
    """The findings in some lines."""
    return slips_in
