"""A public copy is searched, as it is written, for what was said in private."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from handmade_minutes import document, para
from msgspec.structs import replace

from minute_taker.composing.blocks import Document, Paragraph, Role, Run
from minute_taker.composing.style import Style, load_style
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.exempt import ExemptFound, exempt_texts, public_texts, refuse_exempt
from minute_taker.exporting.export import export, export_meeting
from minute_taker.exporting.formats import FORMATS
from minute_taker.minutes.model import Attendee, Item, Kind, Line, Meeting, Part

SECRET = "The buyer had offered £412,000 for the depot, to be paid on Lady Day."
MEETING = Meeting(
    committee="Parks Committee",
    attendance=(Attendee(id=1, name="Ada Larkin", code="al"),),
    items=(
        Item(id=1, title="The bandstand", lines=(
            Line(id=1, text="The floor had been laid and the band had been told of it."),
            Line(id=2, kind=Kind.RESOLUTION, text="That the report be noted"),
        )),
        Item(id=2, title="The depot", part=Part.EXEMPT, lines=(
            Line(id=3, text=SECRET),
            Line(id=4, kind=Kind.RESOLUTION, text="That the report be noted"),
            Line(id=5, text="Noted."),
        )),
    ),
)  # fmt: skip
PUBLIC = document(para(Role.TEXT, "The floor had been laid and the band had been told of it."))


def search(data: bytes, name: str = "") -> None:
    refuse_exempt(data, exempt_texts(MEETING), public_texts(MEETING, load_style()), name=name)


def leaky(*blocks: Paragraph) -> Document:
    return replace(PUBLIC, blocks=(*PUBLIC.blocks, *blocks))


def test_a_public_copy_passes(style: Style) -> None:
    search(docx_bytes(PUBLIC, style))


def test_words_that_are_public_too_are_no_leak(style: Style) -> None:
    search(docx_bytes(leaky(para(Role.RESOLUTION, "RESOLVED: That the report be noted.")), style))


LEAKS: dict[str, Paragraph] = {
    "the whole line": para(Role.TEXT, SECRET),
    "a part of it": para(Role.TEXT, "It was heard that he offered £412,000 for the depot, to wit"),
    "in other letters": para(Role.TEXT, SECRET.upper()),
    "over several runs": Paragraph(
        role=Role.TEXT, runs=tuple(Run(piece, strong=n % 2 == 0)
                                   for n, piece in enumerate(SECRET.partition("offer"))),
    ),
    "as a label": para(Role.TEXT, "x", label=SECRET),
}  # fmt: skip


@pytest.mark.parametrize("where", LEAKS)
def test_a_leak_into_the_text_is_refused(style: Style, where: str) -> None:
    with pytest.raises(ExemptFound) as refused:
        search(docx_bytes(leaky(LEAKS[where]), style))

    assert "412" not in str(refused.value)


def _title(word: docx.document.Document) -> None:
    word.core_properties.title = SECRET


def _comment(word: docx.document.Document) -> None:
    word.add_comment(word.paragraphs[0].runs, text=SECRET)


def _alt_text(word: docx.document.Document) -> None:
    word.add_table(1, 1)._tbl.tblPr.set("description", SECRET.replace("&", "and"))


def _header(word: docx.document.Document) -> None:
    word.sections[0].header.paragraphs[0].text = SECRET


@pytest.mark.parametrize("hide", [_title, _comment, _alt_text, _header])
def test_a_leak_elsewhere_in_the_package_is_refused(
    style: Style, hide: Callable[[docx.document.Document], None]
) -> None:
    word = docx.Document(io.BytesIO(docx_bytes(PUBLIC, style)))
    hide(word)
    stream = io.BytesIO()
    word.save(stream)

    with pytest.raises(ExemptFound):
        search(stream.getvalue())


def test_a_leak_into_a_part_of_its_own_is_refused(style: Style) -> None:
    stream = io.BytesIO(docx_bytes(PUBLIC, style))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("customXml/item1.xml", f"<note>{SECRET}</note>")

    with pytest.raises(ExemptFound):
        search(stream.getvalue())


def test_a_leak_into_the_name_is_refused(style: Style) -> None:
    with pytest.raises(ExemptFound):
        search(docx_bytes(PUBLIC, style), name="offered-412-000-for-the-depot.docx")


@pytest.mark.parametrize(
    "shown", ["the buyer’s “final” offer stood at 7.30\N{NO-BREAK SPACE}pm on Lady Day"]
)
def test_letters_of_the_page_hide_nothing(style: Style, shown: str) -> None:
    exempt = {3: ('The buyer\'s "final" offer stood at 7.30 pm on Lady Day.',)}

    with pytest.raises(ExemptFound):
        refuse_exempt(docx_bytes(document(para(Role.TEXT, shown)), style), exempt)


def test_a_short_line_counts_when_it_says_something() -> None:
    with pytest.raises(ExemptFound):
        refuse_exempt(b"It went to Ottoline Grey.", {3: ("Ottoline Grey",)})
    with pytest.raises(ExemptFound):
        refuse_exempt(b"It went for 412 guineas.", {3: ("412",)})
    refuse_exempt(b"The report was noted.", {3: ("Noted.",)})


def test_nothing_exempt_is_written(style: Style, tmp_path: Path) -> None:
    for name in FORMATS:
        if name in ("notes", "pdf"):
            continue
        with pytest.raises(ExemptFound):
            export(leaky(para(Role.TEXT, SECRET)), style, tmp_path / name, name, meeting=MEETING)

    assert list(tmp_path.iterdir()) == []


def test_the_full_copy_is_not_searched(style: Style, tmp_path: Path) -> None:
    full = replace(leaky(para(Role.TEXT, SECRET)), public=False)

    assert export(full, style, tmp_path / "full.docx", meeting=MEETING).exists()


@pytest.mark.parametrize("name", ["docx", "html", "markdown", "text", "notes"])
def test_a_public_copy_of_a_meeting_holds_no_exempt_word(name: str, tmp_path: Path) -> None:
    written = export_meeting(MEETING, exports=tmp_path, file_format=name)

    data = written.path.read_bytes()
    search(data, written.path.name)
    if name != "docx":
        assert b"412" not in data
