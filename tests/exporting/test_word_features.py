"""What the Word document is made of: styles, language, pages, tables, and what stays together."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from handmade_minutes import document, entry, head, para, resolved, run_in, runs
from msgspec.structs import replace

from minute_taker.composing.blocks import (
    Attendance,
    AttendanceSection,
    Document,
    ListEntry,
    Paragraph,
    Role,
    Run,
    Signature,
    Table,
)
from minute_taker.composing.style import Style
from minute_taker.exporting.docx_document import docx_bytes


def opened(data: bytes) -> docx.document.Document:
    """The file as python-docx opens it."""
    return docx.Document(io.BytesIO(data))


def part(data: bytes, name: str) -> str:
    """The text of one part of the package."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def styled(style: Style, **look: object) -> Style:
    """The style with other settings of the document's look."""
    return replace(style, document=replace(style.document, **look))


def test_pages_are_a4_in_english_and_arial(word_file: bytes) -> None:
    word = opened(word_file)
    section = word.sections[0]
    styles = part(word_file, "word/styles.xml")

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.left_margin == pytest.approx(Cm(2.5), abs=1000)
    assert '<w:lang w:val="en-GB"' in styles[: styles.index("</w:docDefaults>")]
    assert 'w:ascii="Arial"' in styles
    assert '<w:sz w:val="24"/>' in styles[: styles.index("</w:docDefaults>")]
    assert "<w:widowControl/>" in styles[: styles.index("</w:docDefaults>")]
    assert word.styles["Minutes Body"].paragraph_format.alignment.name == "LEFT"


def test_headings_are_headings(word_file: bytes) -> None:
    word = opened(word_file)
    headings = [(p.style.name, p.text) for p in word.paragraphs if p.style.name.startswith("Head")]

    assert headings[0] == ("Heading 1", "Apologies for absence (Agenda Item 1)")
    assert ("Heading 2", "The roof") in headings
    assert [p.text for p in word.paragraphs if p.style.name == "Title"] == ["Minutes"]


def test_capitals_are_formatting(word_file: bytes) -> None:
    heading = next(p for p in opened(word_file).paragraphs if p.style.name == "Heading 1")

    assert heading.runs[0].text == "Apologies for absence"
    assert heading.runs[0].style.name == "Minutes Capitals"
    assert heading.runs[0].style.font.all_caps is True
    assert heading.runs[1].text == " (Agenda Item 1)"
    assert heading.runs[1].style.name == "Minutes Agenda Number"
    assert not heading.runs[1].style.font.all_caps


def test_minutes_are_numbered_through_the_heading_style(style: Style) -> None:
    data = docx_bytes(document(head("64.", "One"), head("65.", "Two")), style)

    heading = opened(data).styles["Heading 1"].element
    tied = heading.pPr.numPr.numId.val
    assert tied > 0
    body = part(data, "word/document.xml")
    assert body.count(f'<w:numId w:val="{tied}"/>') == 2
    assert "64" not in body


def test_no_style_numbers_a_heading_that_has_no_number(style: Style) -> None:
    data = docx_bytes(document(head("64.", "One"), head("", "Part Two"), head("65.", "Two")), style)

    bare = next(p for p in opened(data).paragraphs if p.text == "Part Two")
    assert bare.style.element.pPr.numPr is None
    assert bare._p.pPr.numPr is None


def test_a_question_stays_with_its_answer(style: Style) -> None:
    made = document(
        para(Role.QUESTION, "Why?"), para(Role.QUESTION, "And when?", level=1),
        para(Role.ANSWER, "Because."), para(Role.QUESTION, "Nobody answered?"),
        para(Role.TEXT, "The debate went on."),
    )  # fmt: skip

    kept = [p.paragraph_format.keep_with_next for p in opened(docx_bytes(made, style)).paragraphs]

    assert kept == [True, True, None, None, None]


def test_a_heading_is_not_left_with_what_the_agenda_says(style: Style) -> None:
    made = document(
        head("64.", "The bandstand"), para(Role.AGENDA, "To be noted"), para(Role.TEXT, "It was."),
        para(Role.AGENDA, "To be approved"), head("65.", "The roof"),
    )  # fmt: skip

    kept = [p.paragraph_format.keep_with_next for p in opened(docx_bytes(made, style)).paragraphs]

    assert kept == [None, True, None, None, None]


def test_resolved_stays_with_its_list(style: Style) -> None:
    made = document(*resolved(entry("That one;", 1, "1."), entry("That two.", 2, "2.")))

    first = opened(docx_bytes(made, style)).paragraphs[0]

    assert first.text == "RESOLVED:"
    assert first.runs[0].style.name == "Minutes Resolved"
    assert first.runs[0].style.base_style.font.bold is True
    assert first.paragraph_format.keep_with_next is True


def test_the_ending_stays_together(style: Style) -> None:
    ending = (
        para(Role.CLOSING, "It closed."), para(Role.CLOSING, "Copies."),
        Signature(who="Chair", date_label="Date"),
    )  # fmt: skip
    kept = {}
    rows = ((runs("Plot"),), *((runs(f"{n}"),) for n in range(9)))
    for last in (para(Role.TEXT, "Last."), entry("Last.", 1, "1."), Table(rows=rows)):
        word = opened(docx_bytes(document(para(Role.TEXT, "First."), last, *ending), style))
        kept[type(last)] = [p.paragraph_format.keep_with_next for p in word.paragraphs]
        cells = [p for table in word.tables for row in table.rows for p in row.cells[0].paragraphs]

    assert kept[Paragraph] == kept[ListEntry] == [None, True, True, True, True, None]
    assert kept[Table] == [None, True, True, True, None]
    assert [p.paragraph_format.keep_with_next for p in cells[-2:]] == [None, True]


def test_a_date_in_a_table_is_not_divided_where_there_is_room(style: Style) -> None:
    def widths(*row: str) -> list[int]:
        made = Table(rows=(tuple(runs(cell) for cell in row),))
        (table,) = opened(docx_bytes(document(made, para(Role.TEXT, "After.")), style)).tables
        return [int(w) for w in table._tbl.xpath("./w:tblGrid/w:gridCol/@w:w")]

    *_, roomy = widths("7", "The gate is to be mended before the tides of autumn", "12 June 2026")
    *_, tight = widths(*["September 2026"] * 6)

    assert roomy >= 12 * 150
    assert tight < 12 * 150


def test_a_run_in_heading_is_a_heading_on_the_line_of_its_text(style: Style) -> None:
    made = document(
        head("64.", "Parks"), run_in("Costs: ", "They rose.", label="64.1"), para(Role.TEXT, "So.")
    )

    word = opened(docx_bytes(made, style))

    _, heading, text, _ = word.paragraphs
    assert (heading.style.name, heading.text) == ("Heading 2", "Costs: ")
    assert (text.style.name, text.text) == ("Minutes Body", "They rose.")
    assert heading._p.xpath("./w:pPr/w:rPr/w:specVanish")
    assert heading._p.pPr.numPr is not None
    assert text._p.pPr.numPr is None
    assert heading._p.pPr.ind.left == text._p.pPr.ind.left
    assert not text._p.xpath("./w:pPr/w:rPr")


def test_a_gap_is_highlighted_and_spelt(style: Style) -> None:
    word = opened(docx_bytes(document(para(Role.TEXT, "It cost £?? in all.")), style))
    texts = [(run.text, run.font.highlight_color) for run in word.paragraphs[0].runs]

    assert texts == [("It cost £", None), ("??", WD_COLOR_INDEX.YELLOW), (" in all.", None)]


def test_the_foot_counts_pages_with_five_runs_a_field(style: Style) -> None:
    data = docx_bytes(document(para(Role.TEXT, "Text"), footer="No verbatim record."), style)
    said, numbered = opened(data).sections[0].footer.paragraphs

    assert said.text == "No verbatim record."
    kinds = [
        child.tag.split("}")[1]
        for run in numbered.runs
        for child in run._r
        if child.tag != qn("w:rPr")
    ]
    field = ["fldChar", "instrText", "fldChar", "t", "fldChar"]
    assert kinds == ["t", *field, "t", *field]
    codes = [code.text.strip() for code in numbered._p.iter(qn("w:instrText"))]
    assert codes == ["PAGE", "NUMPAGES"]


def test_the_wording_of_the_page_number_is_the_styles(style: Style) -> None:
    made = document(para(Role.TEXT, "Text"))

    bare = opened(docx_bytes(made, styled(style, page_number="{page}"))).sections[0].footer
    none = opened(docx_bytes(made, styled(style, page_number="", footer=""))).sections[0].footer

    assert [p.text for p in bare.paragraphs] == ["1"]
    assert [p.text for p in none.paragraphs if p.text] == []


def test_draft_stands_at_the_head_until_it_does_not(style: Style) -> None:
    draft = opened(docx_bytes(document(para(Role.TEXT, "Text"), header="DRAFT"), style))
    agreed = opened(docx_bytes(document(para(Role.TEXT, "Text")), style))

    assert [p.text for p in draft.sections[0].header.paragraphs] == ["DRAFT"]
    assert agreed.sections[0].header.is_linked_to_previous is True


def test_properties_name_the_document_and_none_of_its_text(
    minutes: Document, word_file: bytes
) -> None:
    properties = opened(word_file).core_properties

    assert properties.title == minutes.title
    assert properties.author == "Linnet Vale Council"
    assert properties.language == "en-GB"
    core = part(word_file, "docProps/core.xml")
    assert "bandstand" not in core
    assert "dcterms" not in core.partition("<dc:")[2]


def test_another_language(style: Style) -> None:
    data = docx_bytes(document(para(Role.TEXT, "Nodwyd."), language="cy-GB"), style)

    assert '<w:lang w:val="cy-GB" w:eastAsia="cy-GB"' in part(data, "word/styles.xml")


def test_a_table_is_named_and_its_header_repeats(word_file: bytes) -> None:
    tables = opened(word_file).tables
    attendance, plots = tables

    for table in tables:
        assert [bool(r._tr.xpath("./w:trPr/w:tblHeader")) for r in table.rows][:2] == [True, False]
        assert all(r._tr.xpath("./w:trPr/w:cantSplit") for r in table.rows)
        assert table._tbl.tblPr.xpath("./w:tblCaption/@w:val")
        assert table._tbl.tblPr.xpath("./w:tblDescription/@w:val")
    assert [cell.text for cell in attendance.rows[0].cells] == ["Attendance", "Names"]
    assert [cell.text for cell in plots.rows[0].cells] == ["Plot", "Tenant", "Rent"]


def test_a_short_row_has_all_its_cells(style: Style) -> None:
    made = Table(rows=((runs("A"), runs("B")), (runs("only one"),)))

    (table,) = opened(docx_bytes(document(made, para(Role.TEXT, "After.")), style)).tables

    assert [len(row.cells) for row in table.rows] == [2, 2]


def test_names_in_three_columns(style: Style) -> None:
    names = tuple(f"Councillor {letter}" for letter in "ABCDEFG")
    section = AttendanceSection(heading="MEMBERS PRESENT:", entries=names, columns=3)
    made = document(
        para(Role.MINUTES, "Minutes"), Attendance(sections=(section,), layout="list"),
        head("1.", "Apologies"), header="DRAFT",
    )  # fmt: skip

    word = opened(docx_bytes(made, style))

    assert [s._sectPr.xpath("string(./w:cols/@w:num)") for s in word.sections] == ["1", "3", ""]
    assert [s.start_type.name for s in word.sections][1:] == ["CONTINUOUS", "CONTINUOUS"]
    assert all([p.text for p in s.header.paragraphs] == ["DRAFT"] for s in word.sections)


def test_the_pages_of_a_year_are_numbered_on(style: Style) -> None:
    section = AttendanceSection(heading="Present", entries=("A", "B"), columns=2)
    made = document(Attendance(sections=(section,), layout="list"), para(Role.TEXT, "Text"))

    word = opened(docx_bytes(made, styled(style, first_page=117)))

    starts = [s._sectPr.xpath("string(./w:pgNumType/@w:start)") for s in word.sections]
    assert starts == ["117", "", ""]


def test_a_place_to_sign_is_no_empty_line(style: Style) -> None:
    word = opened(docx_bytes(document(Signature(who="Chairman", date_label="Date")), style))

    assert [p.text for p in word.paragraphs] == ["Chairman\t\t", "Date\t\t"]
    leaders = [stop.leader.name for p in word.paragraphs for stop in p.paragraph_format.tab_stops]
    assert leaders == ["SPACES", "LINES"] * 2


def test_settings_of_the_look(style: Style) -> None:
    other = styled(
        style, font="Verdana", size_pt=14.0, question="bold", heading="plain", paper="Letter",
        title_align="centre", attendance_borders="none",
    )  # fmt: skip
    data = docx_bytes(
        document(
            para(Role.MINUTES, "Minutes"),
            Attendance(sections=(AttendanceSection(heading="Present", entries=("A",)),)),
            para(Role.QUESTION, "Why?"),
        ),
        other,
    )
    word = opened(data)

    assert 'w:ascii="Verdana"' in part(data, "word/styles.xml")
    assert '<w:sz w:val="28"/>' in part(data, "word/styles.xml")
    assert (
        word.styles["Minutes Question"].font.bold,
        word.styles["Minutes Question"].font.italic,
    ) == (True, None)
    assert word.styles["Heading 1"].font.bold is None
    assert word.styles["Title"].paragraph_format.alignment.name == "CENTER"
    assert round(word.sections[0].page_width.mm) == 216
    assert not word.styles["Minutes Attendance Table"].element.xpath(".//w:tblBorders")


def test_italics_are_never_the_only_sign(style: Style) -> None:
    word = opened(docx_bytes(document(para(Role.QUESTION, "Why?")), style))

    assert word.styles["Minutes Question"].font.italic is True
    # The style's name says it to a screen reader, the question mark to everybody.
    assert word.paragraphs[0].style.name == "Minutes Question"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("bell \x07 and null \x00", "bell ␇ and null ␀"),
        ("delete \x7f", "delete ␡"),
        ("half a pair \ud83d here", "half a pair � here"),
        ("no character \ufffe\uffff", "no character ��"),
        ("a C1 control \x9b", "a C1 control �"),
        ("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        ("next\x85line\u2028and\u2029all", "next\nline\nand\nall"),
        ("a\ttab", "a\ttab"),
        (" spaces  kept ", " spaces  kept "),
        ("<w:p> & [sic] ]]>", "<w:p> & [sic] ]]>"),
        ("👩‍👩‍👧 שלום", "👩‍👩‍👧 שלום"),
    ],
)
def test_the_door_for_text(style: Style, typed: str, shown: str) -> None:
    made = document(Paragraph(role=Role.TEXT, runs=(Run(typed),)), title=typed, header=typed)

    word = opened(docx_bytes(made, style))

    assert word.paragraphs[0].text == shown
    assert word.sections[0].header.paragraphs[0].text == shown


def test_comments_can_be_made_in_word(word_file: bytes) -> None:
    word = opened(word_file)

    word.add_comment(word.paragraphs[0].runs, text="Is this right?", author="A clerk")
    stream = io.BytesIO()
    word.save(stream)

    comment = next(iter(opened(stream.getvalue()).comments))
    assert comment.text == "Is this right?"
    names = {style.name for style in word.styles}
    assert {"annotation text", "annotation reference"} <= {name.lower() for name in names}


def test_a_meeting_without_a_date(style: Style) -> None:
    dated = docx_bytes(document(para(Role.TEXT, "x"), date=dt.date(2026, 3, 3)), style)

    assert docx_bytes(document(para(Role.TEXT, "x")), style) == dated


def test_sizes_of_the_titles(word_file: bytes) -> None:
    styles = opened(word_file).styles

    assert styles["Title"].font.size == Pt(18)
    assert styles["Minutes Committee"].font.size == Pt(15)
