"""From a meeting and a house style to the finished minutes, as blocks."""

from __future__ import annotations

from minute_taker.composing.blocks import (
    AnyBlock,
    Document,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Run,
)
from minute_taker.composing.style import Style
from minute_taker.composing.wording import fill
from minute_taker.minutes.model import HeadingKind, Kind, Line, Meeting, Part, Status
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.when import format_date

_ROLES = {kind: Role(kind.value) for kind in Kind if kind.value in set(Role)}
_ROLES |= {Kind.SUBHEADING: Role.TEXT, Kind.ROW: Role.TABLE}


def compose(meeting: Meeting, style: Style, *, public: bool = True) -> Document:
    """The minutes of a meeting in a house style; ``public`` leaves out what is exempt."""
    blocks: list[AnyBlock] = [
        Paragraph(role=Role.MINUTES, runs=(Run("Minutes"),)),
        Paragraph(role=Role.BODY, runs=(Run(meeting.committee, caps=True),)),
    ]
    numbers = item_numbers(meeting)
    series = 0
    for item in meeting.items:
        if item.heading is not HeadingKind.NONE:
            number = numbers[item.id]
            blocks.append(
                Heading(
                    level=1,
                    text=item.title,
                    number=f"{number.minute}." if number.minute else "",
                    suffix=f"(Agenda Item {number.agenda})" if number.agenda else "",
                    caps=True,
                    item=item.id,
                )
            )
        if public and item.part is Part.EXEMPT:
            continue
        before: Line | None = None
        ordinal = 0
        for line in item.lines:
            role = _ROLES[line.kind]
            if line.kind in (Kind.RESOLUTION, Kind.BULLET):
                if before is None or before.kind is not line.kind:
                    series, ordinal = series + 1, 0
                ordinal += 1
                ordered = line.kind is Kind.RESOLUTION
                mark = f"{ordinal}." if ordered else "•"
                runs = (Run(line.text),)
                blocks.append(
                    ListEntry(
                        line=line.id, role=role, runs=runs, series=series, ordinal=ordinal,
                        mark=mark, ordered=ordered,
                    )
                )  # fmt: skip
            else:
                blocks.append(Paragraph(line=line.id, role=role, runs=(Run(line.text),)))
            before = line
    agreed = meeting.status is Status.AGREED
    date = format_date(meeting.agreed_on) if meeting.agreed_on else ""
    look = style.document
    return Document(
        title=f"Minutes of {meeting.committee}",
        blocks=tuple(blocks),
        committee=meeting.committee,
        date=meeting.date,
        header=fill(look.agreed_header, date=date) if agreed else look.draft_header,
        footer=look.footer,
        language=look.language,
        public=public,
    )
