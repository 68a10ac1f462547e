"""Files are data: nothing is fetched or expanded, and what is of no use is refused."""

from __future__ import annotations

import io
import socket
import zipfile

import pytest
from agenda_files import Word, agenda_page, meeting_xml, page_row, xml_item

from minute_taker.importing import limits
from minute_taker.importing.errors import ImportRefused
from minute_taker.importing.reading import read, read_file


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf  \r\n", "empty"),
        (b"%PDF-1.7\n...", "PDF.*Word.*web page.*copy"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "old Word document"),
        (b"{\\rtf1\\ansi Agenda}", "rich-text"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (packed(xl__workbook_xml=b"<x/>"), "spreadsheet.*CSV"),
        (packed(content_xml=b"<x/>"), "OpenDocument.*docx"),
        (packed(any_xml=b"<x/>"), "packed file"),
        (b"PK\x03\x04 and nothing", "damaged"),
        (packed(word__document_xml=b"<cut"), "damaged|cut short"),
        (b'{"a": 1}', "JSON"),
        (b'{\n"_meta":{"1":{"schema":1}}}', "damaged"),
        (bytes(range(1, 32)) * 20, "no text"),
        (b"Dear all, please find this attached.", "no agenda and no people"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhello", "e-mail"),
    ],
)
def test_what_it_seems_to_be_is_said_in_one_sentence(data, said):
    with pytest.raises(ImportRefused, match=said) as refused:
        read(data)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_of_a_files_own_are_not_read(encoding, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the words of another file")
    for entity in (
        f'<!ENTITY x SYSTEM "{secret.as_uri()}">',
        '<!ENTITY x SYSTEM "http://example.invalid/x">',
        '<!ENTITY % x SYSTEM "http://example.invalid/x.dtd"> %x;',
        '<!ENTITY a "lol"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;&a;">',
    ):
        xml = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE m [{entity}]>' + meeting_xml(
            [xml_item("&x;")]
        ).replace("&amp;amp;x;", "&x;")
        with pytest.raises(ImportRefused, match="declares"):
            read(xml.encode(encoding))


def test_an_entity_in_a_word_documents_xml_is_not_read():
    document = (
        b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        b"<w:body><w:p><w:r><w:t>1. &x;</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(ImportRefused, match="declares"):
        read(packed(word__document_xml=document))


def test_no_link_is_ever_followed(monkeypatch):
    def refuse(*_args: object, **_named: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    page = agenda_page(
        [page_row("1.", "Apologies<img src='http://example.invalid/i.gif'>")]
    ).replace("<head>", "<head><base href='http://example.invalid/'>"
              "<link rel='stylesheet' href='http://example.invalid/s.css'>")  # fmt: skip
    assert read(page.encode()).items
    assert read(meeting_xml([xml_item("Apologies")]).encode()).items


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_PART", 100_000)
    bomb = packed(word__document_xml=b" " * 5_000_000)
    assert len(bomb) < 10_000
    with pytest.raises(ImportRefused, match="unpacks to more"):
        read(bomb)


def test_a_package_of_too_many_parts_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PARTS", 10)
    with pytest.raises(ImportRefused, match="too many parts"):
        read(packed(**{f"part{n}": b"" for n in range(20)}))


def test_a_file_that_is_too_large_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr(limits, "LARGEST_FILE", 1000)
    path = tmp_path / "large.html"
    path.write_bytes(b"<html>" + b" " * 2000)
    with pytest.raises(ImportRefused, match="too large"):
        read_file(path)


def test_what_is_nested_too_deep_is_refused_and_not_passed_over():
    deep = "<div>" * 3000
    page = f"<html><body>{deep}</body></html>" + agenda_page([page_row("1.", "Apologies")])
    with pytest.raises(ImportRefused):
        read(page.encode())
    with pytest.raises(ImportRefused, match="too deep"):
        read(("<meeting>" + "<a>" * 3000 + "</a>" * 3000 + "</meeting>").encode())


def test_a_file_that_is_not_there_a_folder_and_an_odd_name(tmp_path):
    for name, said in ((tmp_path / "none", "no file"), (tmp_path, "folder"),
                       (tmp_path / "a\0b", "name")):  # fmt: skip
        with pytest.raises(ImportRefused, match=said):
            read_file(name)


def test_the_suffix_is_not_believed(tmp_path):
    for name, data in (
        ("agenda.pdf", meeting_xml([xml_item("Apologies")]).encode()),
        ("agenda.xml", Word().line("AGENDA").counted("Apologies").data()),
        ("agenda.docx", agenda_page([page_row("1.", "Apologies")]).encode()),
    ):
        path = tmp_path / name
        path.write_bytes(data)
        assert [item.title for item in read_file(path).items] == ["Apologies"]
