"""The styles of one document: those of its base, and variants of them made as they are needed.

A paragraph that stands further in, is numbered, or follows a table has a style of its own that
is based on its role's, so that nothing is set at the paragraph itself: who changes the style in
Word changes every such paragraph. A variant that the base has already, by its name, is used as
it is there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from minute_taker.exporting.docx_styles import style_id
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_xml import make, put, style_number

#: What the names of variants end in.
NUMBERED, AFTER_TABLE, IN_COLUMNS, SMALL = "Numbered", "After Table", "In Columns", "Small"
#: Of what has a number or a mark that is written out: its style promises none of Word's.
MARKED = "Marked"


_ENDINGS = re.compile(
    rf"(?<!heading)( [2-4]| ({NUMBERED}|{AFTER_TABLE}|{IN_COLUMNS}|{MARKED}|{SMALL} \d+))+$",
    re.IGNORECASE,
)


def own_style(name: str) -> str:
    """The name of the style that a variant was made from, in the case that it is given in."""
    return _ENDINGS.sub("", name)


class StyleBook:
    """The ids of styles by their names, and new styles based on them."""

    def __init__(self, styles: Element, ids: Mapping[str, str]) -> None:
        self._part = styles
        self._ids = dict(ids)

    def __getitem__(self, name: str) -> str:
        return self._ids[name]

    def __contains__(self, name: str) -> bool:
        return name in self._ids

    def variant(
        self,
        base: str,
        ending: str,
        *,
        left: int | None = None,
        hanging: int = 0,
        before: int = 0,
        size: int = 0,
        based_on: str = "",
    ) -> str:
        """The name of the style that is ``base`` but for what is said; lengths in twips.

        ``size`` is the type's, in half points; ``based_on`` another style to take the rest from.
        """
        name = f"{base} {ending}"
        if name in self._ids:
            return name
        style = make("style", type="paragraph", customStyle=1, styleId=style_id(name))
        put(style, make("name", val=name))
        put(style, make("basedOn", val=self._ids[based_on or base]))
        put(style, make("qFormat"))
        look = put(style, make("pPr"))
        if before:
            put(look, make("spacing", before=before))
        if left is not None:
            beyond = {"hanging": hanging} if hanging else {"firstLine": 0}
            put(look, make("ind", left=left, **beyond))
        if size:
            put(style, make("rPr", make("sz", val=size), make("szCs", val=size)))
        if not len(look):
            style.remove(look)
        self._part.append(style)
        self._ids[name] = style_id(name)
        return name

    def level(self, base: str, level: int, left: int, hanging: int = 0) -> str:
        """The name of the style for what stands at that level, 0 being ``base`` itself."""
        if not level:
            return base
        return self.variant(base, str(level + 1), left=left, hanging=hanging)

    def free(self, name: str) -> bool:
        """Whether a style is tied to no list: a clerk's own base may have tied it."""
        return style_number(self._part, self._ids[name]) == 0

    def number(self, name: str, num: int, level: int = 0) -> None:
        """Tie a style to a level of a list, unless it is tied to one already."""
        if self.free(name):
            style_number(self._part, self._ids[name], num, level)
