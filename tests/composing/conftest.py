"""Meetings from a few lines of the capture language, and their minutes as text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from varying import HEAD, with_settings

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.blocks import AnyBlock, Attendance, Paragraph, Role
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import block_text
from minute_taker.composing.style import Style, load_style
from minute_taker.minutes.model import Meeting


@pytest.fixture(scope="session")
def meeting_of() -> Callable[..., Meeting]:
    """``meeting_of(lines, members="…")``: a meeting of a made-up committee with those lines."""

    def make(lines: str = "", **head: str) -> Meeting:
        named = {**HEAD, **{name.replace("_", " "): value for name, value in head.items()}}
        top = "".join(f"{name}: {value}\n" for name, value in named.items() if value)
        read = read_notes(f"{top}\n{lines}".encode())
        assert all(remark.startswith("note: ") for remark in read.remarks)
        return read.meeting

    return make


@pytest.fixture(scope="session")
def styled() -> Callable[..., Style]:
    """``styled({"resolutions.joined": ", and"})``: the default style with settings changed."""

    def make(settings: dict[str, Any] | None = None, base: str = "hillingdon") -> Style:
        return with_settings(load_style(base), settings or {})

    return make


def _is_business(block: AnyBlock) -> bool:
    frame = (Role.MINUTES, Role.BODY, Role.DATE, Role.VENUE, Role.CLOSING)
    return not isinstance(block, Attendance) and not (
        isinstance(block, Paragraph) and block.role in frame
    )


@pytest.fixture(scope="session")
def blocks_of(meeting_of: Any, styled: Any) -> Callable[..., list[AnyBlock]]:
    """The blocks of the business: without title block, attendance and ending."""

    def make(
        lines: str, settings: dict[str, Any] | None = None, *, public: bool = True, **head: str
    ) -> list[AnyBlock]:
        document = compose(meeting_of(lines, **head), styled(settings), public=public)
        return [block for block in document.blocks if _is_business(block)]

    return make


@pytest.fixture(scope="session")
def said(blocks_of: Any) -> Callable[..., list[str]]:
    """The business as text, a string a block, without the indents of lists."""

    def make(
        lines: str, settings: dict[str, Any] | None = None, *, public: bool = True, **head: str
    ) -> list[str]:
        blocks = blocks_of(lines, settings, public=public, **head)
        return [block_text(block).strip() for block in blocks]

    return make
