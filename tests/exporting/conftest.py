"""What the tests of this room share: the default style, and minutes with everything in them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from handmade_minutes import everything

from minute_taker.composing.blocks import Document
from minute_taker.composing.style import Style, load_style
from minute_taker.exporting.docx_document import docx_bytes


@pytest.fixture(scope="session")
def style() -> Style:
    """The council minutes style."""
    return load_style()


@pytest.fixture(scope="session")
def minutes() -> Document:
    """Minutes with every kind of block and every role."""
    return everything()


@pytest.fixture(scope="session")
def word_file(minutes: Document, style: Style) -> bytes:
    """Those minutes as a Word document."""
    return docx_bytes(minutes, style)
