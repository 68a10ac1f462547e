"""Tables that fit no page, not in small type and not on its side: what ``check`` says of them."""

from __future__ import annotations

from minute_taker.composing.blocks import Table
from minute_taker.composing.compose import compose
from minute_taker.composing.settings.typography import PAPER
from minute_taker.composing.style import Style
from minute_taker.exporting.docx_styles import twips
from minute_taker.exporting.docx_tables import fit
from minute_taker.minutes.checking.findings import Finding, at_line
from minute_taker.minutes.model import Kind, Meeting


def too_wide(meeting: Meeting, style: Style) -> tuple[Finding, ...]:
    """The tables of a meeting whose words Word would have to divide within themselves.

    Their document is written all the same, whole: this is for the clerk to make two of one.
    """
    if all(line.kind is not Kind.ROW for _, line in meeting.lines()):
        return ()
    look = style.document
    room = max(PAPER[look.paper]) - twips(look.margins_cm.left) - twips(look.margins_cm.right)
    places = {line.id: (item, line) for item, line in meeting.lines()}
    return tuple(
        at_line("table-too-wide", f"a table of {len(block.rows[0])} columns fits no page, and "
                "its longest words will be divided", *places[block.line])
        for block in compose(meeting, style, public=False).blocks
        if isinstance(block, Table) and block.line in places
        and not fit(block.rows, room, 0, look.size_pt).fits
    )  # fmt: skip
