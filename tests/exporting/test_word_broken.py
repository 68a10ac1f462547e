"""The gate has to find what is wrong: each copy here is broken in one way, and caught."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from minute_taker.composing.blocks import Document
from minute_taker.exporting.docx_check import check_docx

Break = Callable[[str], str]

BODY, STYLES, NUMBERS = "word/document.xml", "word/styles.xml", "word/numbering.xml"
FOOT, HEAD, CORE, SETTINGS = (
    "word/footer1.xml", "word/header1.xml", "docProps/core.xml", "word/settings.xml",
)  # fmt: skip
_QUESTION = r'<w:p><w:pPr><w:pStyle w:val="MinutesQuestion"/>.*?</w:p>'
_ANSWER = r'<w:p><w:pPr><w:pStyle w:val="MinutesAnswer"/>.*?</w:p>'
_CELL_PARAGRAPH = r"(<w:tc><w:tcPr>.*?</w:tcPr>)<w:p>.*?</w:p>(</w:tc>)"


def once(pattern: str, by: str) -> Break:
    """Replace the first place that the pattern fits, which there must be."""

    def broken(text: str) -> str:
        made, count = re.subn(pattern, by, text, count=1, flags=re.DOTALL)
        assert count == 1, pattern
        return made

    return broken


def after(pattern: str, more: str) -> Break:
    """Add something after the first place that the pattern fits."""
    return once(f"({pattern})", rf"\1{more}")


BROKEN: dict[str, tuple[str, Break, str]] = {
    "an empty paragraph": (
        BODY, after("</w:tbl>", '<w:p><w:pPr><w:pStyle w:val="MinutesBody"/></w:pPr></w:p>'),
        "empty paragraph"),
    "a paragraph of spaces": (BODY, once(r"The band had been told\.", " "), "empty paragraph"),
    "an empty header": (HEAD, once("DRAFT", ""), "empty paragraph"),
    "a heading level left out": (
        BODY, once('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading2"/>'),
        "heading level left out"),
    "two titles": (
        BODY, once('<w:pStyle w:val="MinutesDate"/>', '<w:pStyle w:val="Title"/>'),
        "more than one title"),
    "a field without an end": (
        FOOT, once(r'<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""), "unclosed field"),
    "a field without its instruction": (
        FOOT, once(r"<w:r><w:instrText[^>]*>[^<]*</w:instrText></w:r>", ""),
        "field without instruction"),
    "no page number": (FOOT, once(r"<w:r><w:fldChar.*</w:r>", ""), "no page number"),
    "text beside a paragraph": (BODY, after("</w:p>", "stray"), "text outside a run"),
    "text beside a run": (
        BODY, after("</w:r>", "<w:t>stray</w:t>"), "text outside a run"),
    "a word twice": (BODY, once(r"The band had", "The band band had"), "words too many"),
    "a paragraph twice": (BODY, once(f"({_ANSWER})", r"\1\1"), "words too many"),
    "a word left out": (BODY, once("painted green", "painted"), "missing words"),
    "a paragraph left out": (BODY, once(_QUESTION, ""), "missing words"),
    "two paragraphs changed about": (
        BODY, once(f"({_QUESTION})({_ANSWER})", r"\2\1"), "missing words"),
    "an answer that looks like a question": (
        BODY, once('"MinutesAnswer"', '"MinutesQuestion"'), "wrong style"),
    "a style that is not there": (
        BODY, once('"MinutesPresence"', '"MinutesNowhere"'), "unknown style"),
    "a list that is not there": (BODY, once('numId w:val="[^"]*"', 'numId w:val="99"'), "package"),
    "a list that goes on and should not": (
        NUMBERS,
        once(r'(.*)<w:lvlOverride w:ilvl="0">(?:(?!<w:num ).)*</w:num>', r"\1</w:num>"),
        "missing words"),
    "numbers that start elsewhere": (
        NUMBERS, once(r'<w:startOverride w:val="64"/>', '<w:startOverride w:val="46"/>'),
        "missing words"),
    "a list whose marks are typed": (
        BODY,
        once(r'<w:numId w:val="[0-9]*"/>((?:(?!</w:p>).)*)(That the report be noted;)',
             r'<w:numId w:val="0"/>\1 1. \2'),
        "typed list mark"),
    "a kind of numbering after the lists": (
        NUMBERS, once(r"(<w:abstractNum .*?</w:abstractNum>)(.*)(</w:numbering>)", r"\2\1\3"),
        "numbering order"),
    "properties out of order": (
        BODY, once(r"(<w:pStyle [^>]*/>)(<w:numPr>.*?</w:numPr>)", r"\2\1"), "order of elements"),
    "words made bold by hand": (
        BODY, once(r"<w:r>(<w:t)", r"<w:r><w:rPr><w:b/></w:rPr>\1"), "formatting outside a style"),
    "a paragraph set apart by hand": (
        BODY, once(r"(<w:pStyle [^>]*/>)", r'\1<w:spacing w:after="9"/>'),
        "spacing outside a style"),
    "a list that begins at its second level": (
        BODY, once(r'<w:ilvl w:val="0"/>(<w:numId w:val="[3-9]"/>)', r'<w:ilvl w:val="1"/>\1'),
        "list begun below its first level"),
    "a table without a header": (BODY, once("<w:tblHeader/>", ""), "no header row"),
    "a row that lacks a cell": (
        BODY, once(r"(</w:tr><w:tr>.*?)<w:tc>.*?</w:tc>", r"\1"), "uneven row"),
    "a cell without a paragraph": (
        BODY, once(_CELL_PARAGRAPH, r"\1\2"), "cell without a paragraph"),
    "two tables that Word makes one": (
        BODY, once(r"(<w:tbl>.*?</w:tbl>)", r"\1\1"), "tables that touch"),
    "no language": (STYLES, once(r"<w:lang [^>]*/>", ""), "no language"),
    "no title": (CORE, once(r"<dc:title>.*</dc:title>", ""), "no title"),
    "an old mode": (SETTINGS, once('w:val="15"', 'w:val="12"'), "compatibility mode"),
    "a foot that is elsewhere": (
        BODY, once(r'(<w:footerReference [^>]*r:id=")[^"]*"', r'\1rId99"'), "missing part"),
    "no pages": (BODY, once(r"<w:sectPr>.*</w:sectPr>", ""), "no section"),
    "broken XML": (BODY, once("</w:body>", ""), "package"),
}  # fmt: skip


def broken_copy(data: bytes, part: str, how: Break) -> bytes:
    """A copy of a package with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode()
            target.writestr(name, how(text) if name == part else text)
    return stream.getvalue()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_copy_is_caught(name: str, minutes: Document, word_file: bytes) -> None:
    part, how, rule = BROKEN[name]

    found = check_docx(broken_copy(word_file, part, how), minutes)

    assert rule in {finding.rule for finding in found}


@pytest.mark.parametrize("cut", [0, 1, 100, 4000])
def test_half_a_file_is_caught(cut: int, word_file: bytes) -> None:
    assert [finding.rule for finding in check_docx(word_file[:cut])] == ["package"]


def test_a_finding_has_none_of_the_minutes_words(minutes: Document, word_file: bytes) -> None:
    part, how, _ = BROKEN["a word left out"]

    for finding in check_docx(broken_copy(word_file, part, how), minutes):
        assert "painted" not in f"{finding.rule} {finding.where}"
