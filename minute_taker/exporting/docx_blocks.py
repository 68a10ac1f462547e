"""The blocks of the minutes, each in the Word element and the named style that it has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from minute_taker.composing.blocks import (
    AnyBlock,
    Attendance,
    AttendanceSection,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Run,
    Runs,
    Signature,
    Table,
    plain,
)
from minute_taker.exporting.docx_numbering import Geometry, Numbering
from minute_taker.exporting.docx_styles import (
    ATTENDANCE_HEADING,
    ATTENDANCE_TABLE,
    CAPTION,
    DATA_TABLE,
    HEADING_STYLES,
    STYLE_OF,
)
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_xml import (
    add_cell,
    add_paragraph,
    add_row,
    add_run,
    add_tab,
    add_table,
    end_section,
    is_paragraph,
    run_in,
    set_tabs,
)

GAP_COLOUR = "yellow"
#: A bold letter of the text's size, generously, and a cell's left and right edges, in twips.
_LETTER, _CELL_EDGES = 150, 260
#: A cell of no more letters than this is better not divided over lines.
_NAME_OR_DATE = 20
#: A row of more names than this may be divided over two pages.
_MANY_NAMES = 20


class Body:
    """Writes blocks into a body, one after another.

    ``ids`` gives the id of each named style, ``page`` is the body's own section properties.
    """

    def __init__(
        self,
        body: Element,
        page: Element,
        ids: Mapping[str, str],
        numbering: Numbering,
        geometry: Geometry,
        signature_line: int,
    ) -> None:
        self._body = body
        self._page = page
        self._ids = ids
        self._role_ids = {role: ids[name] for role, name in STYLE_OF.items()}
        self._numbering = numbering
        self._at = geometry
        self._signature_line = signature_line
        #: Levels of headings that may be numbered through their style, no heading having none.
        self._all_numbered: set[int] = set()
        self._heading_level = 0
        self._before = self._after = 0

    def write(self, blocks: Sequence[AnyBlock]) -> None:
        """Write all the blocks."""
        unnumbered = {b.level for b in blocks if isinstance(b, Heading) and not b.number}
        self._all_numbered = {1, 2} - unnumbered
        above: AnyBlock | None = None
        for block, following in zip(blocks, (*blocks[1:], None), strict=False):
            self._after = self._at.space if _ends(block, following) else 0
            self._before = _apart(above, block) * self._at.space
            above = block
            match block:
                case Paragraph():
                    self._paragraph(block, following)
                case ListEntry():
                    self._entry(block, following)
                case Heading():
                    self._heading(block)
                case Table():
                    self._table(block, following)
                case Attendance():
                    self._attendance(block)
                case Signature():
                    self._signature(block)

    def _heading(self, block: Heading) -> None:
        if not f"{block.number}{block.text}{block.suffix}".strip():
            return
        level = self._next_level(block.level)
        style = self._ids[HEADING_STYLES[level - 1]]
        at = self._at
        tied = style if level in self._all_numbered else ""
        left, hanging = (at.number, at.number) if level == 1 else (at.left(0), at.step)
        num = 0
        if block.number and block.text.strip():
            num = self._numbering.single(("heading", level), block.number, left, hanging, tied)
        written = bool(block.number) and not num
        paragraph = add_paragraph(
            self._body,
            style,
            num=num,
            before=self._before,
            after=self._after,
            left=left if written else None,
            hanging=hanging,
        )
        if written:
            add_run(paragraph, block.number)
            add_tab(paragraph)
        _add_runs(paragraph, block.runs)
        if block.suffix:
            add_run(paragraph, f" {block.suffix}", bold=False)

    def _next_level(self, wanted: int) -> int:
        """The level of the next heading, without one left out above it.

        A sub-heading before the first item's heading is one itself.
        """
        self._heading_level = min(max(wanted, 1), len(HEADING_STYLES), self._heading_level + 1)
        return self._heading_level

    def _paragraph(self, block: Paragraph, following: AnyBlock | None) -> None:
        if not (block.label.strip() or _visible(block.runs)):
            return
        at, level = self._at, block.level
        left = at.indent + at.step * level
        num, hanging = 0, 0
        # The bullets' own style has a bullet before each paragraph, a further one among them.
        style = self._role_ids[Role.TEXT if block.role is Role.BULLET else block.role]
        if block.label:
            hanging = at.step if level else at.number
            left = max(left, hanging)
            # A number alone is written out: what Word counts is no text of the paragraph's.
            if _visible(block.runs):
                num = self._numbering.single(
                    ("label", block.role, level), block.label, left, hanging
                )
        heading = block.run_in
        own = left if level or block.label or heading else None
        if heading:
            # The two paragraphs are one line in Word: the number is the first one's.
            opening = self._ids[HEADING_STYLES[self._next_level(heading[0].heading) - 1]]
            first = add_paragraph(
                self._body, opening, num=num, before=self._before, left=own, hanging=hanging
            )
            self._label(first, block.label, num)
            _add_runs(first, heading)
            if not _visible(block.runs[len(heading) :]):
                return
            run_in(first)
            num = hanging = 0
        paragraph = add_paragraph(
            self._body,
            style,
            num=num,
            before=0 if heading else self._before,
            after=self._after,
            keep_next=block.keep_with_next or _belongs_with(block, following),
            left=own,
            hanging=hanging,
        )
        if not heading:
            self._label(paragraph, block.label, num)
        _add_runs(paragraph, block.runs[len(heading) :])

    def _label(self, paragraph: Element, label: str, num: int) -> None:
        """Write a label out where Word does not count to it."""
        if label and not num:
            add_run(paragraph, label)
            add_tab(paragraph)

    def _entry(self, block: ListEntry, following: AnyBlock | None) -> None:
        if not _visible(block.runs):
            return
        num, level = self._numbering.entry(block)
        at = self._at
        style = self._role_ids[block.role]
        paragraph = add_paragraph(
            self._body,
            style,
            num=num,
            level=level,
            before=self._before,
            after=self._after,
            keep_next=block.keep_with_next or _ends_the_meeting(following),
            left=None if num else at.left(block.level),
            hanging=at.step,
        )
        if not num:
            add_run(paragraph, block.mark)
            add_tab(paragraph)
        _add_runs(paragraph, block.runs)

    def _signature(self, block: Signature) -> None:
        labels = [label for label in (block.who, block.date_label) if label.strip()]
        # Both lines begin where the longer label ends: a letter is about half its height wide.
        start = 130 * max((len(label) for label in labels), default=0) + 200
        for n, label in enumerate(labels):
            keep = n < len(labels) - 1
            paragraph = add_paragraph(self._body, self._role_ids[Role.SIGNATURE], keep_next=keep)
            set_tabs(paragraph, ((start, ""), (start + self._signature_line, "underscore")))
            add_run(paragraph, label)
            add_tab(paragraph)
            add_tab(paragraph)

    # --- tables -------------------------------------------------------------------------------

    def _table(self, block: Table, following: AnyBlock | None) -> None:
        columns = max((len(row) for row in block.rows), default=0)
        if not columns:
            return
        if block.caption.strip():
            caption = add_paragraph(self._body, self._ids[CAPTION], before=self._before)
            add_run(caption, block.caption)
        widths = _shared_out(block.rows, columns, self._at.width - self._at.indent)
        table = add_table(
            self._body, self._ids[DATA_TABLE], widths, left=self._at.indent,
            caption=block.caption, description=block.description,
        )  # fmt: skip
        style = self._role_ids[Role.TABLE]
        last = len(block.rows) - 1
        for n, cells in enumerate(block.rows):
            row = add_row(table, header=n == 0)
            # The rows of a short table stay together: only a long one may be divided.
            keep = _ends_the_meeting(following) if n == last else n == 0 or last <= 5
            for width, runs in zip(widths, (*cells, *[()] * (columns - len(cells))), strict=True):
                _add_runs(add_paragraph(add_cell(row, width), style, keep_next=keep), runs)

    def _attendance(self, block: Attendance) -> None:
        sections = [s for s in block.sections if s.heading or s.entries or s.before]
        if block.layout == "table" and sections:
            self._attendance_table(block, sections)
        else:
            for section in sections:
                self._attendance_list(section, whole=block.layout == "blocks")
        if block.footnote.strip():
            style = self._role_ids[Role.ATTENDANCE]
            footnote = add_paragraph(self._body, style, before=self._at.space)
            add_run(footnote, block.footnote)

    def _attendance_table(self, block: Attendance, sections: list[AttendanceSection]) -> None:
        first = round(self._at.width * 0.3)
        widths = [first, self._at.width - first]
        table = add_table(
            self._body, self._ids[ATTENDANCE_TABLE], widths, left=0,
            caption=block.columns[0], description=", ".join(block.columns),
        )  # fmt: skip
        style = self._role_ids[Role.ATTENDANCE]
        row = add_row(table, header=True)
        for width, words in zip(widths, block.columns, strict=True):
            add_run(add_paragraph(add_cell(row, width), style, keep_next=True), words)
        for section in sections:
            row = add_row(table, whole=len(section.entries) <= _MANY_NAMES)
            heading = add_paragraph(add_cell(row, widths[0]), style)
            add_run(heading, section.heading, bold=True, caps=section.caps)
            names = add_cell(row, widths[1])
            for words in section.paragraphs or [""]:
                add_run(add_paragraph(names, style), words)

    def _attendance_list(self, section: AttendanceSection, *, whole: bool) -> None:
        style = self._role_ids[Role.ATTENDANCE]
        columns = 1 if section.sentence else section.columns
        if section.heading.strip():
            heading = add_paragraph(self._body, self._ids[ATTENDANCE_HEADING])
            add_run(heading, section.heading, caps=section.caps)
        words = list(section.paragraphs)
        if section.before.strip() and not section.sentence:
            add_run(add_paragraph(self._body, style, keep_next=True), words.pop(0))
        before = self._body[-1] if len(self._body) else None
        divided = columns > 1 and len(words) > 1 and is_paragraph(before)
        if divided:
            end_section(before, self._page, 1)
        hanging = self._at.step // 3 if divided else 0
        together = whole and not divided and len(words) <= _MANY_NAMES
        for n, entry in enumerate(words, 1):
            # In a narrow column a name may take two lines, which must not look like two names.
            paragraph = add_paragraph(
                self._body, style, left=hanging if divided else None, hanging=hanging,
                keep_next=together and n < len(words),
            )  # fmt: skip
            add_run(paragraph, entry)
        if divided:
            end_section(self._body[-1], self._page, columns)


def _visible(runs: Runs) -> bool:
    return bool(plain(runs).strip())


def _add_runs(paragraph: Element, runs: Sequence[Run]) -> None:
    for run in runs:
        add_run(
            paragraph,
            run.text,
            bold=True if run.strong else None,
            caps=run.caps,
            highlight=GAP_COLOUR if run.gap else "",
        )


def _apart(above: AnyBlock | None, block: AnyBlock) -> int:
    """How many spaces more than its style has stand between the block and the one above."""
    if isinstance(above, Attendance):
        return 2
    if isinstance(block, Paragraph) and block.role is Role.CLOSING:
        closing = isinstance(above, Paragraph) and above.role is Role.CLOSING
        return 0 if closing else 2
    return 1 if isinstance(above, Table) and not isinstance(block, Heading) else 0


def _ends(block: AnyBlock, following: AnyBlock | None) -> bool:
    """Whether a list ends with the block, or a table, which has no space of its own, follows."""
    if isinstance(following, Table):
        return not following.caption.strip()
    return isinstance(block, ListEntry) and not isinstance(following, ListEntry)


def _belongs_with(block: Paragraph, following: AnyBlock | None) -> bool:
    """Whether the two must stand on one page.

    A question with its answer, RESOLVED with its list, what the agenda says with what follows
    (or else a heading would have nothing but that below it), the last of the business with the
    ending, and that with the place to sign: nobody should sign a page of nothing.
    """
    if block.role is not Role.CLOSING and _ends_the_meeting(following):
        return True
    if block.role is Role.AGENDA:
        return not isinstance(following, Heading | None)
    if block.role is Role.QUESTION and isinstance(following, Paragraph):
        more = following.role is Role.QUESTION and following.level > block.level
        return following.role is Role.ANSWER or more
    if block.role is Role.RESOLUTION:
        return isinstance(following, ListEntry)
    if block.role is Role.CLOSING:
        more = isinstance(following, Paragraph) and following.role is Role.CLOSING
        return more or isinstance(following, Signature)
    return False


def _ends_the_meeting(following: AnyBlock | None) -> bool:
    return isinstance(following, Signature) or (
        isinstance(following, Paragraph) and following.role is Role.CLOSING
    )


def _shared_out(rows: Sequence[Sequence[Runs]], columns: int, width: int) -> list[int]:
    """Column widths: the longest word of each fits, and the rest goes by how much text it has.

    A name or a date stays on one line where there is room for it.
    """
    texts = [[plain(row[n]) for row in rows if n < len(row)] for n in range(columns)]
    whole = [max(map(len, column), default=0) for column in texts]
    words = [max((len(word) for text in column for word in text.split()), default=1)
             for column in texts]  # fmt: skip
    unbroken = [
        all_of_it if all_of_it <= _NAME_OR_DATE else word
        for all_of_it, word in zip(whole, words, strict=True)
    ]
    if sum(unbroken) * _LETTER + columns * _CELL_EDGES <= width * 0.9:
        words = unbroken
    needed = [word * _LETTER + _CELL_EDGES for word in words]
    if sum(needed) > width:
        needed = [width // columns] * columns
    left = width - sum(needed)
    wishes = [min(most - word + 1, 60) for most, word in zip(whole, words, strict=True)]
    widths = [need + left * wish // sum(wishes) for need, wish in zip(needed, wishes, strict=True)]
    return [*widths[:-1], width - sum(widths[:-1])]
