"""The blocks of the minutes, each in the Word element and the named style that it has."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

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
    AGENDA_NUMBER,
    ATTENDANCE_HEADING,
    ATTENDANCE_LABEL,
    ATTENDANCE_TABLE,
    CAPITALS,
    CAPTION,
    DATA_TABLE,
    HEADING_STYLES,
    LABEL,
    STRONG_STYLE_OF,
    STYLE_OF,
    WORDS_STYLE_OF,
)
from minute_taker.exporting.docx_tables import fit
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_variants import AFTER_TABLE, IN_COLUMNS, SMALL, StyleBook
from minute_taker.exporting.docx_xml import (
    add_cell,
    add_paragraph,
    add_row,
    add_run,
    add_tab,
    add_table,
    end_section,
    ends_section,
    indent,
    is_paragraph,
    keeps_next,
    run_in,
    set_tabs,
    style_of,
)

GAP_COLOUR = "yellow"
#: A row of more names than this may be divided over two pages.
_MANY_NAMES = 20


def heading_level(wanted: int, before: int) -> int:
    """Return the level of a heading after one of the level ``before``, none left out above it.

    A sub-heading before the first item's heading is one itself.
    """
    return min(max(wanted, 1), len(HEADING_STYLES), before + 1)


class Body:
    """Writes blocks into a body, one after another.

    ``book`` has the styles, ``page`` is the body's own section properties.
    """

    def __init__(
        self,
        body: Element,
        page: Element,
        book: StyleBook,
        numbering: Numbering,
        geometry: Geometry,
        signature_line: int,
        size: float,
    ) -> None:
        self._body = body
        self._page = page
        self._book = book
        self._numbering = numbering
        self._at = geometry
        self._signature_line = signature_line
        self._size = size
        self._heading_level = 0
        self._after_table = False

    def write(self, blocks: Sequence[AnyBlock]) -> None:
        """Write all the blocks."""
        above: AnyBlock | None = None
        for block, following in zip(blocks, (*blocks[1:], None), strict=False):
            self._after_table = isinstance(above, Table | Attendance)
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

    def _style(self, name: str) -> str:
        """The id of the style for a paragraph of that one, set apart from a table above it."""
        if self._after_table:
            name = self._book.variant(name, AFTER_TABLE, before=self._at.space)
        return self._book[name]

    def _heading(self, block: Heading) -> None:
        if not f"{block.number}{block.text}{block.suffix}".strip():
            return
        level = self._next_level(block.level)
        at = self._at
        left, hanging = (at.number, at.number) if level == 1 else (at.left(0), at.step)
        num, place = self._numbering.minute(block)
        if block.number and block.text.strip() and not num:
            num = self._numbering.single(("heading", level), block.number, left, hanging)
        paragraph = self._numbered(HEADING_STYLES[level - 1], num, place)
        if block.number and not num:
            indent(paragraph, left, hanging)
            add_run(paragraph, block.number)
            add_tab(paragraph)
        self._runs(paragraph, block.runs)
        if block.suffix:
            add_run(paragraph, f" {block.suffix}", style=self._book[AGENDA_NUMBER])

    def _next_level(self, wanted: int) -> int:
        self._heading_level = heading_level(wanted, self._heading_level)
        return self._heading_level

    def _paragraph(self, block: Paragraph, following: AnyBlock | None) -> None:
        if not (block.label.strip() or visible(block.runs)):
            return
        at, level = self._at, block.level
        # The bullets' own style has a bullet before each paragraph, a further one among them.
        name = STYLE_OF[Role.TEXT if block.role is Role.BULLET else block.role]
        left, hanging, num, place = at.indent + at.step * level, 0, 0, 0
        if block.label:
            hanging = at.step if level else at.number
            left = max(left, hanging)
            num, place = self._numbering.minute(block)
            # A number alone is written out: what Word counts is no text of the paragraph's.
            if not num and visible(block.runs):
                num = self._numbering.single(
                    ("label", block.role, level), block.label, left, hanging
                )
            if num and not block.run_in:
                name = self._numbering.numbered(name, level)
                self._book.number(name, num, place)
            elif not block.run_in:
                name = self._numbering.marked(name, level)
        else:
            name = self._book.level(name, level, left)
        if block.run_in:
            self._run_in(block, left, hanging, num, place)
            return
        keep = block.keep_with_next or _belongs_with(block, following)
        paragraph = self._numbered(name, num, place, keep_next=keep)
        self._label(paragraph, block.label, num)
        self._runs(paragraph, block.runs, block.role)

    def _run_in(self, block: Paragraph, left: int, hanging: int, num: int, place: int) -> None:
        """A heading and the words that it opens: one line in Word, the number is the heading's."""
        heading = block.run_in
        opening = HEADING_STYLES[self._next_level(heading[0].heading) - 1]
        first = self._numbered(opening, num, place)
        indent(first, left, hanging)
        self._label(first, block.label, num)
        # What stands out is said by the style of headings already.
        self._runs(first, [replace(run, strong=False) for run in heading])
        rest = block.runs[len(heading) :]
        if not visible(rest):
            return
        run_in(first)
        role = Role.TEXT if block.role is Role.BULLET else block.role
        words = add_paragraph(
            self._body, self._book[STYLE_OF[role]], keep_next=block.keep_with_next
        )
        indent(words, left, 0)
        self._runs(words, rest, block.role)

    def _numbered(self, name: str, num: int, level: int, *, keep_next: bool = False) -> Element:
        """A paragraph at a level of a list.

        It says so itself, whatever its style promises: other programs read a style's less well.
        """
        style = self._style(name) if name not in HEADING_STYLES else self._book[name]
        return add_paragraph(self._body, style, num=num, level=level, keep_next=keep_next)

    def _label(self, paragraph: Element, label: str, num: int) -> None:
        """Write a label out where Word does not count to it."""
        if label and not num:
            add_run(paragraph, label)
            add_tab(paragraph)

    def _entry(self, block: ListEntry, following: AnyBlock | None) -> None:
        num, level = self._numbering.entry(block)
        styles = self._numbering.entry_style if num else self._numbering.marked_entry_style
        keep = block.keep_with_next or _ends_the_meeting(following)
        paragraph = self._numbered(styles(block), num, level, keep_next=keep)
        if not num:
            add_run(paragraph, block.mark)
            add_tab(paragraph)
        self._runs(paragraph, block.runs, block.role)

    def _runs(self, paragraph: Element, runs: Sequence[Run], role: Role = Role.TEXT) -> None:
        """Add runs, what stands out in the character style that says what it is."""
        for run in runs:
            name = ""
            if run.strong:
                name = STRONG_STYLE_OF.get(role, LABEL)
            elif run.caps:
                name = CAPITALS
            elif run.role:
                name = WORDS_STYLE_OF.get(run.role, "")
            add_run(
                paragraph,
                run.text,
                style=self._book[name] if name else "",
                highlight=GAP_COLOUR if run.gap else "",
            )

    def _signature(self, block: Signature) -> None:
        labels = [label for label in (block.who, block.date_label) if label.strip()]
        # Both lines begin where the longer label ends: a letter is about half its height wide.
        start = 130 * max((len(label) for label in labels), default=0) + 200
        for n, label in enumerate(labels):
            keep = n < len(labels) - 1
            style = self._book[STYLE_OF[Role.SIGNATURE]]
            paragraph = add_paragraph(self._body, style, keep_next=keep)
            set_tabs(paragraph, ((start, ""), (start + self._signature_line, "underscore")))
            add_run(paragraph, label)
            add_tab(paragraph)
            add_tab(paragraph)

    # --- tables -------------------------------------------------------------------------------

    def _table(self, block: Table, following: AnyBlock | None) -> None:
        columns = max((len(row) for row in block.rows), default=0)
        if not columns:
            return
        fitted = fit(block.rows, self._at.width, self._at.indent, self._size)
        turned = not fitted.fits and self._at.turned > self._at.width
        if turned:
            fitted = fit(block.rows, self._at.turned, 0, self._size)
            self._turn_page()
        if block.caption.strip():
            add_run(add_paragraph(self._body, self._book[CAPTION]), block.caption)
        table = add_table(
            self._body, self._book[DATA_TABLE], list(fitted.widths), left=fitted.left,
            caption=block.caption, description=block.description,
        )  # fmt: skip
        name = STYLE_OF[Role.TABLE]
        if fitted.size:
            name = self._book.variant(name, f"{SMALL} {fitted.size // 2}", size=fitted.size)
        style = self._book[name]
        last = len(block.rows) - 1
        for n, cells in enumerate(block.rows):
            row = add_row(table, header=n == 0)
            # The rows of a short table stay together: only a long one may be divided.
            keep = _ends_the_meeting(following) if n == last else n == 0 or last <= 5
            padded = (*cells, *[()] * (columns - len(cells)))
            for width, runs in zip(fitted.widths, padded, strict=True):
                cell = add_paragraph(add_cell(row, width), style, keep_next=keep)
                # The first row is bold as the head of the table.
                self._runs(cell, [replace(run, strong=run.strong and n > 0) for run in runs])
        if turned:
            end_section(add_paragraph(self._body, style), self._page, turned=True)

    def _turn_page(self) -> None:
        """End the upright pages before what heads a table that needs a page on its side."""
        heads = {self._book[name] for name in (*HEADING_STYLES, CAPTION)}
        before = self._body[-1] if len(self._body) else None
        while before is not None and is_paragraph(before) and not ends_section(before) and (
            keeps_next(before) or style_of(before) in heads
        ):  # fmt: skip
            before = before.getprevious()
        if before is None or ends_section(before):
            return
        if is_paragraph(before):
            end_section(before, self._page)
            return
        # A table can't end a section: a paragraph after it does.
        between = add_paragraph(self._body, self._book[STYLE_OF[Role.TABLE]])
        before.addnext(between)
        end_section(between, self._page)

    def _attendance(self, block: Attendance) -> None:
        sections = [s for s in block.sections if s.heading or s.entries or s.before]
        if block.layout == "table" and sections:
            self._attendance_table(block, sections)
        else:
            for section in sections:
                self._attendance_list(section, whole=block.layout == "blocks")
        if block.footnote.strip():
            self._after_table = True
            footnote = add_paragraph(self._body, self._style(STYLE_OF[Role.ATTENDANCE]))
            add_run(footnote, block.footnote)

    def _attendance_table(self, block: Attendance, sections: list[AttendanceSection]) -> None:
        first = round(self._at.width * 0.3)
        widths = [first, self._at.width - first]
        table = add_table(
            self._body, self._book[ATTENDANCE_TABLE], widths, left=0, row_heads=True,
            caption=block.columns[0], description=", ".join(block.columns),
        )  # fmt: skip
        style, label = self._book[STYLE_OF[Role.ATTENDANCE]], self._book[ATTENDANCE_LABEL]
        row = add_row(table, header=True)
        for width, words in zip(widths, block.columns, strict=True):
            add_run(add_paragraph(add_cell(row, width), style, keep_next=True), words)
        for section in sections:
            row = add_row(table, whole=len(section.entries) <= _MANY_NAMES)
            heading = add_paragraph(add_cell(row, widths[0]), label)
            self._section_heading(heading, section)
            names = add_cell(row, widths[1])
            for words in section.paragraphs or [""]:
                add_run(add_paragraph(names, style), words)

    def _section_heading(self, paragraph: Element, section: AttendanceSection) -> None:
        capitals = self._book[CAPITALS] if section.caps else ""
        add_run(paragraph, section.heading, style=capitals)

    def _attendance_list(self, section: AttendanceSection, *, whole: bool) -> None:
        name = STYLE_OF[Role.ATTENDANCE]
        columns = 1 if section.sentence else section.columns
        if section.heading.strip():
            heading = add_paragraph(self._body, self._book[ATTENDANCE_HEADING])
            self._section_heading(heading, section)
        words = list(section.paragraphs)
        if section.before.strip() and not section.sentence:
            first = add_paragraph(self._body, self._book[name], keep_next=True)
            add_run(first, words.pop(0))
        before = self._body[-1] if len(self._body) else None
        divided = columns > 1 and len(words) > 1 and is_paragraph(before)
        if divided:
            end_section(before, self._page, 1)
            # In a narrow column a name may take two lines, which must not look like two names.
            hanging = self._at.step // 3
            name = self._book.variant(name, IN_COLUMNS, left=hanging, hanging=hanging)
        together = whole and not divided and len(words) <= _MANY_NAMES
        for n, entry in enumerate(words, 1):
            keep = together and n < len(words)
            add_run(add_paragraph(self._body, self._book[name], keep_next=keep), entry)
        if divided:
            end_section(self._body[-1], self._page, columns)


def visible(runs: Runs) -> bool:
    """Whether the runs have anything to read; a block without gets no paragraph."""
    return bool(plain(runs).strip())


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
