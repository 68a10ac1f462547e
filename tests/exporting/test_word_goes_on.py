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
from minute_taker.composing.blocks import (
    Attendance,
    AttendanceSection,
    Document,
    Paragraph,
    Role,
    Table,
)
from minute_taker.composing.compose import compose
from minute_taker.composing.style import Style, available_styles, load_style
from minute_taker.exporting.docx_check import check_docx
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.docx_reading import Package, read_body
from minute_taker.exporting.pdf import find_libreoffice
from minute_taker.exporting.wide_tables import too_wide

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


def places_of(data: bytes) -> dict[str, tuple[int, int]]:
    """The list and the level of each paragraph that is in one, by itself or by its style."""
    word = docx.Document(io.BytesIO(data))
    found = {}
    for paragraph in word.paragraphs:
        numbered, style = paragraph._p.pPr.numPr, paragraph.style
        while numbered is None and style is not None:
            look = style.element.pPr
            numbered, style = (look.numPr if look is not None else None), style.base_style
        if numbered is not None:
            level = numbered.ilvl.val if numbered.ilvl is not None else 0
            found[paragraph.text] = (numbered.numId.val, level)
    return found


def lists_of(data: bytes) -> dict[str, int]:
    """The list of each paragraph that is in one."""
    return {text: num for text, (num, _) in places_of(data).items()}


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

    lists = lists_of(data)
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


@pytest.mark.parametrize("name", available_styles())
def test_enter_goes_on_in_the_minutes_numbers_in_libreoffice(name: str, tmp_path: Path) -> None:
    style = load_style(name)
    made = compose(read_notes(
        b"committee: Parks Committee\ndate: 3 March 2026\nfirst minute: 18/26\nmembers: Ann Ash\n\n"
        b"# Trees\nThe trees were pruned.\n# Roads\nThe roads were swept.\n"
    ).meeting, style)  # fmt: skip
    data = docx_bytes(made, style)
    data = entered(data, next(p.text for p in docx.Document(io.BytesIO(data)).paragraphs
                              if p.text.startswith("Roads")), "New item")  # fmt: skip
    data = entered(data, "The trees were pruned.", "Some were felled.")

    shown = " ".join(through_office(data, tmp_path).split())

    last = style.headings.numbering == "each meeting"
    assert re.search(r"(?<!\d)3\.? New item" if last else r"20/26\.? New item", shown), shown
    if style.headings.paragraph_numbers != "none":
        assert "18/26.1 The trees were pruned. 18/26.2 Some were felled. 19/26" in shown


def test_a_number_that_is_written_out_is_in_no_list(style: Style) -> None:
    made = document(
        head("18.", "Parks"), head("five", "Roads"), para(Role.TEXT, "x", label="18.1"),
        para(Role.TEXT, "y", label="thus:"), entry("z", 1, "1.", 1), entry("q", 2, "first", 1),
    )  # fmt: skip
    data = docx_bytes(made, style)

    assert check_docx(data, made) == []
    assert {"Roads", "y", "q"}.isdisjoint(text.rpartition("\t")[2] for text in lists_of(data))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for part in ("word/document.xml", "word/styles.xml"):
            assert b'w:numId w:val="0"' not in package.read(part)


def test_no_list_begins_at_its_second_level(style: Style) -> None:
    made = document(
        para(Role.ANSWER, "So:"), entry("deep", 1, "•", 1, 2, bullet=True),
        entry("deeper", 1, "•", 1, 3, bullet=True), para(Role.TEXT, "And"),
        entry("part", 1, "a)", 3, 1), entry("part", 2, "b)", 3, 1),
    )  # fmt: skip
    data = docx_bytes(made, style)

    assert check_docx(data, made) == []
    assert [level for _, level in places_of(data).values()] == [0, 1, 0]


def test_minutes_by_year_are_one_list(style: Style) -> None:
    for numbers in (["20/09", "20/10", "20/11"], ["2025/014", "2025/015"], ["AM119", "AM120"]):
        data = docx_bytes(document(*(head(number, number) for number in numbers)), style)

        assert rows(data) == [(number, number) for number in numbers]
        assert len(set(lists_of(data).values())) == 1


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


@pytest.mark.parametrize("before", [(), (head("1.", "Figures"),), (para(Role.TEXT, "Thus:"),)])
def test_a_table_too_wide_for_small_type_is_set_on_its_side(style: Style, before: tuple) -> None:
    """What heads it goes with it, and the pages after it are upright again."""
    table = wide(8, "Expenditure").blocks[0]
    made = document(para(Role.TEXT, "First."), *before, table, para(Role.TEXT, "After."))
    data = docx_bytes(made, style)

    assert check_docx(data, made) == []
    word = docx.Document(io.BytesIO(data))
    sections = [(s.orientation, s.page_width > s.page_height) for s in word.sections]
    assert sections == [(0, False), (1, True), (0, False)]
    assert [s.start_type for s in word.sections][1:] == [2, 2]
    ends = [p.text for p in word.paragraphs if p._p.pPr.sectPr is not None]
    assert ends == ["Thus:" if before and isinstance(before[0], Paragraph) else "First.", ""]


def test_two_tables_on_their_side_each_have_their_page(style: Style) -> None:
    table = wide(8, "Expenditure").blocks[0]
    made = document(table, para(Role.TEXT, "Between."), table)

    assert check_docx(docx_bytes(made, style), made) == []


def test_check_finds_a_table_that_fits_no_page(style: Style) -> None:
    def meeting(columns: int):
        row = "| " + " | ".join(["Unpronounceably"] * columns)
        return read_notes(f"date: 3 March 2026\n\n# Rents\n{row}\n{row}\n".encode()).meeting

    assert too_wide(meeting(6), style) == ()
    (found,) = too_wide(meeting(14), style)
    assert (found.rule, found.line) == ("table-too-wide", 1)
    assert "14 columns" in found.words


def test_a_table_too_wide_for_any_page_is_found_and_whole(style: Style) -> None:
    made = wide(14, "Unpronounceably")
    data = docx_bytes(made, style)
    (table,) = docx.Document(io.BytesIO(data)).tables

    assert {finding.rule for finding in check_docx(data, made)} == {"table too wide"}
    assert [cell.text for cell in table.rows[1].cells] == ["Unpronounceably"] * 14
