"""The document can go on being worked with: Enter goes on in the list, styles keep their word."""

from __future__ import annotations

import copy
import io
import re
import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from handmade_minutes import document, entry, head, para, resolved, runs
from varying import with_settings

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.blocks import Attendance, AttendanceSection, Document, Role, Table
from minute_taker.composing.compose import compose
from minute_taker.composing.style import Style, available_styles, load_style
from minute_taker.exporting.docx_check import check_docx
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.docx_reading import Package, read_body
from minute_taker.exporting.pdf import find_libreoffice

LISTS = (
    head("18/26", "Parks"), para(Role.TEXT, "Mown.", label="18/26.1"),
    para(Role.ANSWER, "Weekly.", label="18/26.2"), head("19/26", "Roads"),
    para(Role.TEXT, "Swept.", label="19/26.1"),
    entry("a", 1, "•", 1, bullet=True), para(Role.TEXT, "Then:"),
    entry("further in", 1, "•", 2, 1, bullet=True),
    *resolved(entry("That one;", 1, "1."), entry("That two.", 2, "2.")),
    *resolved(entry("That three:", 1, "1.", 2), entry("four.", 1, "a)", 2, 1)),
)  # fmt: skip


def rows(data: bytes) -> list[tuple[str, str]]:
    """Each paragraph's number as Word counts it, and its text."""
    return [(one.number, one.text) for one in read_body(Package(data))]


def entered(data: bytes, after: str, text: str, *, style_only: bool = False) -> bytes:
    """The file once Enter was pressed at the end of a paragraph and something typed there."""
    word = docx.Document(io.BytesIO(data))
    old = next(p for p in word.paragraphs if p.text == after)
    new = copy.deepcopy(old._p)
    for run in new.xpath("./w:r"):
        new.remove(run)
    if style_only:
        for element in list(new.pPr)[1:]:
            new.pPr.remove(element)
    old._p.addnext(new)
    docx.text.paragraph.Paragraph(new, old._parent).add_run(text)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def through_office(data: bytes, folder: Path) -> str:
    """The file as LibreOffice shows it as text, numbers and all."""
    office = find_libreoffice()
    if office is None:
        pytest.skip("no LibreOffice here")
    source = folder / "minutes.docx"
    source.write_bytes(data)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         "txt:Text (encoded):UTF8", "--outdir", str(folder), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return (folder / "minutes.txt").read_text(encoding="utf-8-sig")


def test_paragraphs_belong_to_the_list_of_the_headings(style: Style) -> None:
    data = docx_bytes(document(*LISTS), style)

    body = docx.Document(io.BytesIO(data))
    lists = {
        p.text: p._p.pPr.numPr.numId.val for p in body.paragraphs if p._p.pPr.numPr is not None
    }
    assert len({lists[text] for text in ("Parks", "Mown.", "Weekly.", "Roads", "Swept.")}) == 1
    assert check_docx(data, document(*LISTS)) == []
    assert {text: number for number, text in rows(entered(data, "Mown.", "New."))}[
        "Weekly."
    ] == "18/26.3"
    new = rows(entered(data, "Parks", "New item"))
    assert ("19/26", "New item") in new
    assert ("20/26", "Roads") in new


@pytest.mark.parametrize(
    ("after", "number"),
    [("Mown.", "18/26.2"), ("a", "•"), ("further in", "•"), ("That two.", "3."), ("four.", "b)")],
)
def test_enter_goes_on_in_the_list(style: Style, after: str, number: str) -> None:
    assert (number, "New.") in rows(entered(docx_bytes(document(*LISTS), style), after, "New."))


@pytest.mark.parametrize("after", ["Mown.", "Roads", "a", "further in", "That two."])
def test_the_style_alone_gives_a_number(style: Style, after: str) -> None:
    data = entered(docx_bytes(document(*LISTS), style), after, "New.", style_only=True)

    assert {text: number for number, text in rows(data)}["New."]


@pytest.mark.parametrize("name", available_styles())
def test_enter_goes_on_in_libreoffice(name: str, tmp_path: Path) -> None:
    style = load_style(name)
    made = compose(read_notes(
        b"committee: Parks Committee\ndate: 3 March 2026\nfirst minute: 18/26\nmembers: Ann Ash\n\n"
        b"# Trees\nThe trees were pruned.\n! noted\n! That all be cut\n- the oaks\n"
    ).meeting, style)  # fmt: skip
    data = docx_bytes(made, style)
    for after, typed in (("the oaks", "new bullet"), ("all be cut", "new resolution")):
        text = next(p.text for p in docx.Document(io.BytesIO(data)).paragraphs
                    if p.text.rstrip(".").endswith(after))  # fmt: skip
        data = entered(data, text, typed)

    shown = through_office(data, tmp_path)

    marks = style.resolutions.marks[0].replace("1", "3").replace("a", "c")
    assert re.search(rf"^\s*{re.escape(marks)}\s*new resolution", shown, re.MULTILINE), shown
    assert re.search(r"^\s*\S\s*new bullet", shown, re.MULTILINE), shown


def test_no_list_begins_at_its_second_level(style: Style) -> None:
    made = document(
        para(Role.ANSWER, "So:"), entry("deep", 1, "•", 1, 2, bullet=True),
        entry("deeper", 1, "•", 1, 3, bullet=True), para(Role.TEXT, "And"),
        entry("part", 1, "a)", 3, 1), entry("part", 2, "b)", 3, 1),
    )  # fmt: skip
    data = docx_bytes(made, style)

    assert check_docx(data, made) == []
    word = docx.Document(io.BytesIO(data))
    levels = [p._p.pPr.numPr.ilvl.val for p in word.paragraphs if p._p.pPr.numPr is not None]
    assert levels == [0, 1, 0, 0]


def test_minutes_by_year_are_one_list(style: Style) -> None:
    for numbers in (["20/09", "20/10", "20/11"], ["2025/014", "2025/015"], ["AM119", "AM120"]):
        data = docx_bytes(document(*(head(number, number) for number in numbers)), style)

        assert rows(data) == [(number, number) for number in numbers]
        word = docx.Document(io.BytesIO(data))
        assert len({p._p.pPr.numPr.numId.val for p in word.paragraphs}) == 1


def test_words_stand_out_by_styles(style: Style) -> None:
    made = document(*LISTS, para(Role.TEXT, "x"))
    with zipfile.ZipFile(io.BytesIO(docx_bytes(made, style))) as package:
        body = package.read("word/document.xml").decode()

    assert "<w:b/>" not in body
    assert "<w:spacing" not in body
    assert "<w:ind" not in body
    assert 'w:rStyle w:val="MinutesResolved"' in body


def test_a_question_and_its_answer_keep_their_roles_in_one_paragraph(style: Style) -> None:
    together = with_settings(style, {"questions.layout": "one paragraph"})
    made = compose(
        read_notes(b"date: 3 March 2026\n\n# Trees\n? Why?\n> It had\n").meeting, together
    )

    word = docx.Document(io.BytesIO(docx_bytes(made, together)))

    asked = next(p for p in word.paragraphs if p.text.startswith("Why?"))
    said = [(run.text, run.style.name) for run in asked.runs if run.text.strip()]
    assert [name for _, name in said] == ["Minutes Question Words", "Minutes Answer Words"]


def test_the_labels_of_the_attendance_head_their_rows(style: Style) -> None:
    section = AttendanceSection(heading="Present", entries=("Ann Ash",))
    made = document(Attendance(sections=(section,)), para(Role.TEXT, "x"))

    (table,) = docx.Document(io.BytesIO(docx_bytes(made, style))).tables

    assert table._tbl.xpath("string(./w:tblPr/w:tblLook/@w:firstColumn)") == "1"
    assert table.rows[1].cells[0].paragraphs[0].style.name == "Minutes Attendance Label"


def wide(columns: int, word: str) -> Document:
    """A table of so many columns, each with that word."""
    line = tuple(runs(word) for _ in range(columns))
    return document(Table(rows=(line, line), description="Figures"), para(Role.TEXT, "After."))


@pytest.mark.parametrize(("columns", "smaller"), [(3, False), (6, True)])
def test_a_table_that_is_too_wide_is_set_smaller(style: Style, columns: int, smaller: bool) -> None:
    made = wide(columns, "Expenditure")
    data = docx_bytes(made, style)
    (table,) = docx.Document(io.BytesIO(data)).tables

    name = table.rows[0].cells[0].paragraphs[0].style.name
    assert ("Small" in name) is smaller
    assert [cell.text for cell in table.rows[1].cells] == ["Expenditure"] * columns
    assert check_docx(data, made) == []


def test_a_table_too_wide_for_any_page_is_found_and_whole(style: Style) -> None:
    made = wide(14, "Unpronounceably")
    data = docx_bytes(made, style)
    (table,) = docx.Document(io.BytesIO(data)).tables

    assert {finding.rule for finding in check_docx(data, made)} == {"table too wide"}
    assert [cell.text for cell in table.rows[1].cells] == ["Unpronounceably"] * 14
