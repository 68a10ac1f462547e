"""The Word document through readers that did not write it: each word once, in its role."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import mammoth
import pytest
from docx import Document as Word
from docx2python import docx2python
from handmade_minutes import document, entry, head, para, resolved, words_of

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.blocks import (
    Attendance,
    Document,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Signature,
    Table,
    plain,
)
from minute_taker.composing.compose import compose
from minute_taker.composing.style import Style, available_styles, load_style
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.docx_styles import (
    ATTENDANCE_HEADING,
    ATTENDANCE_LABEL,
    LIST_STYLE_OF,
    STYLE_OF,
)
from minute_taker.exporting.docx_variants import own_style
from minute_taker.sample import sample_notes

COUNCIL = Path(__file__).parents[1] / "composing" / "council.notes"


def composed_words(made: Document, *, numbers: bool = False) -> list[str]:
    """The words of a document in order; ``numbers`` adds those that Word itself counts."""
    said: list[str] = []
    for block in made.blocks:
        match block:
            case Heading():
                said += [block.number if numbers else "", block.text, block.suffix]
            case Paragraph():
                said += [block.label if numbers else "", plain(block.runs)]
            case ListEntry():
                said += [block.mark if numbers else "", plain(block.runs)]
            case Attendance():
                said += block.columns if block.layout == "table" else ()
                for section in block.sections:
                    said += [section.heading, *section.paragraphs]
                said.append(block.footnote)
            case Table():
                said += [block.caption, *(plain(cell) for row in block.rows for cell in row)]
            case Signature():
                said += [block.who, block.date_label]
    return words_of(" ".join(said))


class _Elements(HTMLParser):
    """The text of each element with a class, and of each heading, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(dict(attrs).get("class") or tag)
        if self._open[-1] not in ("strong", "em", "a"):
            self.found.append((self._open[-1], ""))

    def handle_endtag(self, _tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        name, text = self.found[-1]
        self.found[-1] = (name, text + data)


def through_mammoth(data: bytes) -> list[tuple[str, str]]:
    """What mammoth reads: the role (by the style's name) or element, and the text."""
    roles = {name: role.name for role, name in STYLE_OF.items() if role is not Role.MINUTES}
    roles |= {name: role.name for role, name in LIST_STYLE_OF.items()}
    roles[ATTENDANCE_LABEL] = "ATTENDANCE"
    names = [str(style.name) for style in Word(io.BytesIO(data)).styles]
    styles = "\n".join(
        f"p[style-name='{name}'] => p.{roles[own_style(name)]}:fresh"
        for name in names
        if own_style(name) in roles
    )
    styles += "\np[style-name='Title'] => h1:fresh\np[style-name='Caption'] => p.CAPTION:fresh"
    styles += f"\np[style-name='{ATTENDANCE_HEADING}'] => p.ATTENDANCE:fresh"
    read = mammoth.convert_to_html(io.BytesIO(data), style_map=styles)
    assert [m.message for m in read.messages if "Unrecognised paragraph" in m.message] == []
    return _Elements(read.value).found


def test_mammoth_reads_every_word_once_and_in_order(minutes: Document, word_file: bytes) -> None:
    read = " ".join(text for _, text in through_mammoth(word_file))

    assert words_of(read) == composed_words(minutes)


def test_mammoth_reads_every_paragraph_in_its_role(minutes: Document, word_file: bytes) -> None:
    read = [(name, " ".join(text.split())) for name, text in through_mammoth(word_file)]

    for block in minutes.blocks:
        if isinstance(block, Paragraph | ListEntry):
            opening = block.run_in if isinstance(block, Paragraph) else ()
            if opening:
                assert (f"h{opening[0].heading}", plain(opening).strip()) in read
            text = plain(block.runs[len(opening) :])
            role = "h1" if block.role is Role.MINUTES else block.role.name
            # A paragraph among bullets that has no bullet is text, set in.
            if isinstance(block, Paragraph) and block.role is Role.BULLET:
                role = Role.TEXT.name
            assert (role, text) in read
        if isinstance(block, Heading):
            assert (f"h{block.level}", f"{block.text} {block.suffix}".strip()) in read


def test_docx2python_reads_every_word_with_the_numbers(minutes: Document, word_file: bytes) -> None:
    with docx2python(io.BytesIO(word_file)) as read:
        text = read.text

    # It sets the head and foot of the pages around the text, and a bullet as two hyphens.
    body = text[text.index("Minutes") : text.rindex("Date") + len("Date")]
    # It prints 64) for whatever stands around the number: the figures are what is compared.
    figures = [w for w in composed_words(minutes, numbers=True) if w not in ("66", "1", "2")]
    assert [w for w in words_of(body) if w not in ("66", "1", "2")] == figures


def test_docx2python_counts_each_resolved_list_from_one(style: Style) -> None:
    made = document(
        *resolved(entry("That one;", 1, "1."), entry("That two.", 2, "2.")),
        *resolved(
            entry("That three:", 1, "1.", 2), entry("part;", 1, "a)", 2, 1),
            entry("part; and", 2, "b)", 2, 1), entry("That four.", 2, "2.", 2),
        ),
    )  # fmt: skip

    with docx2python(io.BytesIO(docx_bytes(made, style))) as read:
        numbers = re.findall(r"(\w+)\)\t", read.text)

    assert numbers == ["1", "2", "1", "a", "b", "2"]


def test_docx2python_counts_the_minutes(style: Style) -> None:
    made = document(*(head(f"{n}.", "An item") for n in (64, 65, 66, 70, 71)))

    with docx2python(io.BytesIO(docx_bytes(made, style))) as read:
        numbers = re.findall(r"(\w+)\)\t", read.text)

    assert numbers == ["64", "65", "66", "70", "71"]


@pytest.mark.parametrize("notes", [COUNCIL.read_bytes(), sample_notes()], ids=["council", "sample"])
@pytest.mark.parametrize("name", available_styles())
def test_every_word_of_a_meeting_is_read_once_in_every_style(name: str, notes: bytes) -> None:
    style = load_style(name)
    made = compose(read_notes(notes).meeting, style, public=False)
    data = docx_bytes(made, style)

    assert words_of(" ".join(text for _, text in through_mammoth(data))) == composed_words(made)
    with docx2python(io.BytesIO(data)) as read:
        rest = iter(words_of(read.text))
    assert all(word in rest for word in composed_words(made))


def test_a_gap_is_marked_in_words_and_in_colour(style: Style) -> None:
    data = docx_bytes(document(para(Role.TEXT, "It cost £?? in all.")), style)

    html = mammoth.convert_to_html(
        io.BytesIO(data), style_map="highlight[color='yellow'] => mark"
    ).value
    assert "It cost £<mark>??</mark> in all." in html
