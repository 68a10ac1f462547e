"""The further formats: the same words once and in order, in each."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from handmade_minutes import document, documents, entry, head, para, run_in, words_of
from hypothesis import given, settings
from msgspec.structs import replace

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.blocks import (
    Attendance,
    AttendanceSection,
    Document,
    Paragraph,
    Role,
    Run,
    Table,
    plain,
)
from minute_taker.composing.compose import compose
from minute_taker.composing.style import Style, load_style
from minute_taker.exporting.errors import EditedSince, ExportRefused
from minute_taker.exporting.export import export, export_meeting
from minute_taker.exporting.formats import FORMATS, find_format, written_in
from minute_taker.exporting.html import item_files, page_bytes
from minute_taker.exporting.markdown import markdown_bytes
from minute_taker.exporting.text_file import text_bytes
from minute_taker.minutes.model import Item, Kind, Line, Meeting, Part

STYLE = load_style()
_VOID = {"meta", "br"}


class _Page(HTMLParser):
    """Holds a page to its elements being closed in order, and keeps its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.tags: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in _VOID:
            parent = self.open[-1] if self.open else ""
            assert tag != "li" or parent in ("ol", "ul")
            assert tag not in ("p", "ol", "ul", "table") or parent not in ("p", "ol", "ul")
            self.open.append(tag)
        assert all(value is not None for _, value in attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "title" not in self.open:
            self.texts.append(data)


def block_words(made: Document) -> list[str]:
    """The words of paragraphs and lists, in order."""
    runs = [block.runs for block in made.blocks if hasattr(block, "runs")]
    return words_of(" ".join(plain(one) for one in runs))


def in_order(wanted: list[str], there: list[str]) -> bool:
    """Whether the words are there in that order, whatever stands between."""
    rest = iter(there)
    return all(word in rest for word in wanted)


# --- the registry ---------------------------------------------------------------------------


def test_every_format_has_a_writer(minutes: Document, style: Style) -> None:
    for one in FORMATS.values():
        if one.name == "pdf":
            continue
        files = written_in(one, minutes, style, Meeting(committee="Parks"))
        assert all(files.values())
        assert one.many == ("" not in files)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("docx", "docx"), ("DOCX", "docx"), (".docx", "docx"), ("md", "markdown"), ("txt", "text"),
     ("word", "docx"), ("html-items", "html-items")],
)  # fmt: skip
def test_a_format_by_its_names(asked: str, found: str) -> None:
    assert find_format(asked).name == found


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ExportRefused, match="docx, pdf, html"):
        find_format("papyrus")


# --- a page ---------------------------------------------------------------------------------


def test_the_page_says_everything_once(minutes: Document, style: Style) -> None:
    page = _Page(page_bytes(minutes, style).decode())
    words = words_of(" ".join(page.texts))

    assert in_order(block_words(minutes), words)
    for word in ("slates", "Larkin", "Ottoline", "verbatim", "Apologies"):
        assert words.count(word) == 1, word
    assert page.tags.count("h1") == 1
    assert page.tags.index("h1") < page.tags.index("h2") < page.tags.index("h3")


def test_the_page_names_its_language_and_title(minutes: Document, style: Style) -> None:
    page = page_bytes(minutes, style).decode()

    assert page.startswith('<!DOCTYPE html>\n<html lang="en-GB">')
    assert f"<title>{minutes.title}</title>" in page
    assert '<th scope="col">Attendance</th>' in page
    assert '<th scope="row">Officers Present:</th>' in page
    assert "<caption>Plots to let</caption>" in page


def test_lists_are_lists_in_lists(style: Style) -> None:
    made = document(
        entry("one:", 1, "1."), entry("first;", 1, "a)", level=1),
        entry("second", 2, "b)", level=1), entry("two", 2, "2."),
    )  # fmt: skip
    page = page_bytes(made, style).decode()

    plain_list = re.sub(r" style='[^']*'", "", page[page.index("<ol") : page.rindex("</ol>") + 5])
    assert plain_list == (
        '<ol><li>one:<ol type="a"><li>first;</li><li>second</li></ol></li><li>two</li></ol>'
    )
    assert 'list-style-type:"b) "' in page


def test_a_list_that_is_set_in_is_no_list_in_a_list(style: Style) -> None:
    made = document(
        para(Role.ANSWER, "They were measured by:"),
        entry("cards", 1, "•", 1, 1, bullet=True), entry("visits", 2, "•", 1, 1, bullet=True),
    )  # fmt: skip

    page = page_bytes(made, style).decode()

    assert '<ul class="level-1"><li>cards</li><li>visits</li></ul>' in page
    assert "\n\n- cards\n- visits\n" in markdown_bytes(made, style).decode()


def test_a_run_in_heading_is_a_heading_of_its_own(style: Style, tmp_path: Path) -> None:
    made = document(
        run_in("1. Parks: ", "They grew.", level=1), run_in("Costs: ", "They rose.", label="1.1")
    )

    page = page_bytes(made, style).decode()
    pieces = export(made, style, tmp_path / "pieces", "html-items")

    assert '<h2>1. Parks:</h2>\n<p class="text">They grew.</p>' in page
    assert '<h3>1.1 Costs:</h3>\n<p class="text">They rose.</p>' in page
    assert [path.name for path in sorted(pieces.glob("*.html"))][1:] == ["01-1-parks.html"]


def test_names_over_columns_are_a_list_over_columns(style: Style) -> None:
    sections = tuple(
        AttendanceSection(heading="Here", entries=("A", "B"), columns=n) for n in (1, 3)
    )
    page = page_bytes(document(Attendance(sections=sections, layout="blocks")), style).decode()

    assert page.count('<ul class="names"><li>A</li>') == 1
    assert page.count('<ul class="names" style="columns: 3 12em"><li>A</li>') == 1


def test_emphasis_is_an_element(style: Style) -> None:
    made = document(
        para(Role.QUESTION, "Why <now>?"),
        Paragraph(role=Role.RESOLUTION, runs=(Run("RESOLVED:", strong=True), Run(" That £"),
                                              Run("??", gap=True))),
    )  # fmt: skip
    page = page_bytes(made, style).decode()

    assert '<p class="question"><em>Why &lt;now&gt;?</em></p>' in page
    assert "<strong>RESOLVED:</strong> That £<mark>??</mark>" in page


@settings(max_examples=150)
@given(documents())
def test_any_document_makes_a_whole_page(made: Document) -> None:
    page = _Page(page_bytes(made, STYLE).decode())

    assert in_order(block_words(made), words_of(" ".join(page.texts)))


def test_a_piece_for_each_item(minutes: Document, style: Style, tmp_path: Path) -> None:
    pieces = item_files(minutes, style)

    assert list(pieces) == [
        "00-before-the-first-item.html", "01-apologies-for-absence.html",
        "02-the-bandstand.html", "03-allotments.html", "04-the-depot.html",
    ]  # fmt: skip
    text = "".join(" ".join(_Page(piece.decode()).texts) for piece in pieces.values())
    assert in_order(block_words(minutes), words_of(text))
    assert all("class=" not in piece.decode() or "<style" not in piece.decode()
               for piece in pieces.values())  # fmt: skip
    folder = export(minutes, style, tmp_path / "items", "html-items")
    assert sorted(p.name for p in folder.glob("*.html")) == sorted(pieces)


def test_a_piece_of_another_title_takes_the_place_of_the_old_one(
    minutes: Document, style: Style, tmp_path: Path
) -> None:
    folder = export(minutes, style, tmp_path / "items", "html-items")
    (folder / "01-apologies-for-absence.html").write_text("Changed by hand.")
    (folder / "notes.txt").write_text("The clerk's own.")
    renamed = document(head("64.", "Welcome"), head("65.", "The old bandstand"))

    export(renamed, style, folder, "html-items")

    assert sorted(entry.name for entry in folder.iterdir() if entry.is_file()) == [
        "00-before-the-first-item.html", "01-apologies-for-absence.html", "01-welcome.html",
        "02-the-old-bandstand.html", "notes.txt",
    ]  # fmt: skip


def test_for_a_piece_changed_by_hand_another_folder_is_offered(
    minutes: Document, style: Style, tmp_path: Path
) -> None:
    folder = export(minutes, style, tmp_path / "items", "html-items")
    (folder / "02-the-bandstand.html").write_text("Changed by hand.")

    with pytest.raises(EditedSince, match="02-the-bandstand") as taken:
        export(minutes, style, folder, "html-items")

    assert taken.value.free == tmp_path / "items-2"


def test_pieces_do_not_go_where_a_file_is(minutes: Document, style: Style, tmp_path: Path) -> None:
    (tmp_path / "items").write_text("in the way")

    with pytest.raises(ExportRefused, match="needs a folder"):
        export(minutes, style, tmp_path / "items", "html-items")


# --- Markdown -------------------------------------------------------------------------------


def test_markdown_says_everything_once(minutes: Document, style: Style) -> None:
    text = markdown_bytes(minutes, style).decode()

    assert in_order(block_words(minutes), words_of(text))
    assert "# Minutes\n" in text
    assert "## 65\\. The bandstand (Agenda Item 4)\n" in text
    assert "### i) The roof\n" in text
    assert "*When would the bandstand open again?*\n" in text
    assert "**RESOLVED:**\n" in text
    assert "1. That the report be noted;\n2. That the gardeners:\n    - a) mend the roof;" in text
    assert "- slates came off in the gale\n    - three of them over the path" in text
    assert "| Plot | Tenant | Rent |\n| --- | --- | --- |\n| Seven | Ottoline Grey | £40 |" in text


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("# 1 priority", "\\# 1 priority"),
        ("1. not a list", "1\\. not a list"),
        ("- nor this", "\\- nor this"),
        ("*stars* and _lines_", "\\*stars\\* and \\_lines\\_"),
        ("[sic] <b>", "\\[sic\\] \\<b\\>"),
        ("2026 was late", "2026 was late"),
        ("a | b", "a \\| b"),
    ],
)
def test_markdown_prints_what_was_typed(style: Style, typed: str, written: str) -> None:
    text = markdown_bytes(document(para(Role.TEXT, typed)), style).decode()

    assert text == f"{written}\n"


# --- plain text and notes -------------------------------------------------------------------


def test_plain_text_says_everything_once(minutes: Document, style: Style) -> None:
    text = text_bytes(minutes, style).decode()

    # What is set in capitals stands in capitals here, where there is no formatting.
    assert in_order(words_of(" ".join(block_words(minutes)).upper()), words_of(text.upper()))
    assert text.count("slates came off") == 1
    assert "i) two slaters; and" in text
    assert text.endswith("\n")


def test_notes_hold_the_whole_meeting(tmp_path: Path) -> None:
    exempt = Item(id=1, title="The depot", part=Part.EXEMPT, exempt_paragraph="3",
                  lines=(Line(id=1, text="It would be sold."),))  # fmt: skip
    meeting = Meeting(committee="Parks Committee", items=(exempt,))

    written = export_meeting(meeting, exports=tmp_path, file_format="notes", public=False)

    again = read_notes(written.path.read_bytes()).meeting
    assert [line.text for _, line in again.lines()] == ["It would be sold."]
    assert "this copy holds exempt lines and is not for publication" in written.remarks
    assert written.path.name == "undated-parks-committee-minutes-full-draft.notes"


def test_a_public_copy_of_the_notes_has_no_exempt_line_and_no_address(tmp_path: Path) -> None:
    asked = Line(id=1, kind=Kind.QUESTION, text="Why?", speaker="[Joe Wild, 4 Weir Row]")
    exempt = Item(id=2, title="The depot", part=Part.EXEMPT, exempt_paragraph="3",
                  lines=(Line(id=2, text="It would be sold."),))  # fmt: skip
    meeting = Meeting(
        committee="Parks Committee",
        items=(Item(id=1, title="Questions", lines=(asked,)), exempt),
    )

    written = export_meeting(meeting, exports=tmp_path, file_format="notes")

    text = written.path.read_text(encoding="utf-8")
    assert "? [Joe Wild] Why?" in text
    assert "# The depot (2, Part II, 3)" in text or "# The depot (Part II, 3)" in text
    assert "sold" not in text
    assert "Weir Row" not in text
    assert "1 exempt line is left out of this public copy" in written.remarks


def test_notes_keep_the_address_that_the_style_prints(tmp_path: Path) -> None:
    asked = Line(id=1, kind=Kind.QUESTION, text="Why?", speaker="[Joe Wild, 4 Weir Row]")
    meeting = Meeting(committee="Parks", items=(Item(id=1, title="Questions", lines=(asked,)),))
    house = tmp_path / "style.toml"
    house.write_text('[questions]\npublic_asker = "name and address"\n', encoding="utf-8")

    written = export_meeting(meeting, exports=tmp_path, file_format="notes", style=str(house))

    assert "? [Joe Wild, 4 Weir Row] Why?" in written.path.read_text(encoding="utf-8")


# --- layouts --------------------------------------------------------------------------------

_SECTIONS = (
    AttendanceSection(heading="Present", before="Councillors", entries=("Ada", "Bo"), caps=True),
    AttendanceSection(heading="Officers", entries=("Cy", "Di"), sentence=True),
)


@pytest.mark.parametrize("layout", ["table", "list", "blocks"])
@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_every_name_is_there_in_each_layout(style: Style, layout: str, name: str) -> None:
    made = document(Attendance(sections=_SECTIONS, layout=layout, footnote="* present"))
    text = written_in(find_format(name), made, style)[""].decode()

    for word in ("Councillors", "Ada", "Bo", "Cy and Di."):
        assert text.count(word) == 1, word


def test_an_empty_table_is_left_out(style: Style) -> None:
    made = document(Table(rows=()), head("1.", "One"))

    assert "<table" not in page_bytes(made, style).decode()
    assert "|" not in markdown_bytes(made, style).decode()


@pytest.mark.parametrize("items", ["own line", "run in"])
def test_a_piece_has_in_its_name_what_the_committee_system_calls_its_item(items: str) -> None:
    style = load_style("hillingdon")
    style = replace(style, headings=replace(style.headings, items=items))
    meeting = Meeting(
        committee="Parks Committee",
        items=(
            Item(id=1, title="Lease", source="30104", lines=(Line(id=1, text="It was noted."),)),
            Item(id=2, title="Typed in by hand"),
        ),
    )
    names = list(item_files(compose(meeting, style, public=True), style))
    assert [name.startswith("01-30104-lease") for name in names[1:]] == [True, False]
    assert names[2].startswith("02-typed-in-by-hand")
