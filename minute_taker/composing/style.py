"""A house style: every setting that decides how a council's minutes read and look."""

from __future__ import annotations

from msgspec import Struct

from minute_taker.composing.settings.typography import DocumentSettings
from minute_taker.composing.style_reader import StyleRefused, available_styles, read_style

__all__ = ["DEFAULT_STYLE", "Style", "StyleRefused", "available_styles", "load_style"]

DEFAULT_STYLE = "hillingdon"


class Style(Struct, frozen=True, kw_only=True):
    """All the settings of one house style, by subject.

    ``name`` is the folder's name, ``title`` and ``summary`` what a list of styles shows.
    """

    name: str
    title: str
    summary: str
    document: DocumentSettings


def load_style(name: str = DEFAULT_STYLE) -> Style:
    """The house style of that name, or the one in that folder or style.toml file.

    Raises StyleRefused, with one sentence that names the file, the setting and what it
    accepts, for a style that is not there or holds a value that is not known.
    """
    return read_style(str(name), Style, base=DEFAULT_STYLE)
