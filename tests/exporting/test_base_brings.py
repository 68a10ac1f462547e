"""A base of somebody else's brings its looks into what is published, and nothing else.

The bases are made by hand: a base that is in order, with something added to its package. The
control is the same package, put together again as it was, which carries all of it.
"""

from __future__ import annotations

import io
import re
import time
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from handmade_minutes import document, para
from lxml import etree
from msgspec.structs import replace

from minute_taker.composing.blocks import Role
from minute_taker.composing.style import Style, load_style
from minute_taker.exporting.docx_check import check_docx
from minute_taker.exporting.docx_document import base_remark, docx_bytes
from minute_taker.exporting.errors import ExportRefused

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ELSEWHERE = "http://elsewhere.example/harm"
HARM = b"HARMFUL BYTES"
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
DOCUMENT, HEADER, FOOTER = "word/document.xml", "word/header1.xml", "word/footer1.xml"
MADE = document(para(Role.TEXT, "Text"))


@pytest.fixture
def package(style: Style, tmp_path: Path) -> dict[str, bytes]:
    """The parts of a base as a clerk makes it: a head, a foot and a look of its own."""
    word = docx.Document(style.document.base)
    word.styles["Minutes Question"].font.size = Pt(17)
    word.sections[0].header.paragraphs[0].text = "The crest"
    word.sections[0].footer.paragraphs[0].text = "Town Hall"
    path = tmp_path / "made.docx"
    word.save(str(path))
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes], path: Path) -> Path:
    """The parts as a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in parts.items():
            archive.writestr(name, blob)
    return path


def related(
    parts: dict[str, bytes], source: str, kind: str, target: str, *, outside: bool = False
) -> str:
    """Add a relationship to a part; its id."""
    folder, _, last = source.rpartition("/")
    place = f"{folder}/_rels/{last}.rels".lstrip("/")
    now = parts.get(
        place,
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b"</Relationships>",
    )
    ident = f"rIdX{now.count(b'<Relationship ')}"
    mode = ' TargetMode="External"' if outside else ""
    kind = kind if ":" in kind else f"{RELATION}/{kind}"
    one = f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    parts[place] = now.replace(b"</Relationships>", one.encode()).replace(b"/></Rel", b"/></Rel")
    return ident


def declared(parts: dict[str, bytes], name: str, content_type: str) -> None:
    one = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(b"</Types>", one.encode())


def into_head(parts: dict[str, bytes], xml: str, name: str = HEADER) -> None:
    """Put XML into the paragraph of a head."""
    root = etree.fromstring(parts[name])
    wrapped = (
        f'<w:p xmlns:w="{W}" xmlns:r="{RELATION}" '
        'xmlns:o="urn:schemas-microsoft-com:office:office" '
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
        f'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">{xml}</w:p>'
    )
    root.append(etree.fromstring(wrapped))
    parts[name] = etree.tostring(root)


def picture(attributes: str, inside: str = "") -> str:
    """A picture in line with the text; ``attributes`` are those of the blip."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="x">'
        f"{inside}</wp:docPr>"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f"<pic:pic><pic:blipFill><a:blip {attributes}/></pic:blipFill></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>by it</w:t></w:r>"
    )


def outside(source: str, kind: str):
    def add(parts: dict[str, bytes]) -> None:
        related(parts, source, kind, ELSEWHERE, outside=True)

    return add


def inside(source: str, kind: str, name: str, content_type: str):
    def add(parts: dict[str, bytes]) -> None:
        parts[name] = HARM
        declared(parts, name, content_type)
        related(parts, source, kind, f"/{name}")

    return add


def remote_picture(parts: dict[str, bytes]) -> None:
    ident = related(parts, HEADER, "image", ELSEWHERE, outside=True)
    into_head(parts, picture(f'r:link="{ident}"'))


def remote_old_picture(parts: dict[str, bytes]) -> None:
    ident = related(parts, HEADER, "image", ELSEWHERE, outside=True)
    shape = f'<v:shape href="{ELSEWHERE}"><v:imagedata r:id="{ident}" src="{ELSEWHERE}"/></v:shape>'
    into_head(parts, f"<w:r><w:pict>{shape}</w:pict><w:t>by it</w:t></w:r>")


def link_on_a_picture(parts: dict[str, bytes]) -> None:
    parts["word/media/c.png"] = PNG
    declared(parts, "word/media/c.png", "image/png")
    ident = related(parts, HEADER, "image", "media/c.png")
    link = related(parts, HEADER, "hyperlink", ELSEWHERE, outside=True)
    into_head(parts, picture(f'r:embed="{ident}"', f'<a:hlinkClick r:id="{link}"/>'))


def link_in_the_foot(parts: dict[str, bytes]) -> None:
    link = related(parts, FOOTER, "hyperlink", ELSEWHERE, outside=True)
    words = "<w:r><w:t>the web page</w:t></w:r>"
    into_head(parts, f'<w:hyperlink r:id="{link}">{words}</w:hyperlink>', FOOTER)


def embedded_object(parts: dict[str, bytes]) -> None:
    name = "word/embeddings/o.bin"
    parts[name] = HARM
    declared(parts, name, "application/vnd.openxmlformats-officedocument.oleObject")
    ident = related(parts, HEADER, "oleObject", "embeddings/o.bin")
    ole = f'<o:OLEObject Type="Embed" ProgID="Package" r:id="{ident}"/>'
    into_head(parts, f"<w:r><w:object>{ole}</w:object></w:r>")


def picture_that_is_none(parts: dict[str, bytes]) -> None:
    parts["word/media/p.png"] = HARM
    declared(parts, "word/media/p.png", "image/png")
    ident = related(parts, HEADER, "image", "media/p.png")
    into_head(parts, picture(f'r:embed="{ident}"'))


def field(code: str, name: str = HEADER):
    def add(parts: dict[str, bytes]) -> None:
        # Word divides a long code over several runs.
        codes = [code[:4], code[4:]] if len(code) > 9 else [code]
        into_head(
            parts,
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            + "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in codes)
            + '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            name,
        )

    return add


def simple_field(parts: dict[str, bytes]) -> None:
    into_head(parts, f'<w:fldSimple w:instr=" INCLUDETEXT {ELSEWHERE} "><w:r/></w:fldSimple>')


def other_text(parts: dict[str, bytes]) -> None:
    parts["word/chunk.html"] = HARM
    declared(parts, "word/chunk.html", "text/html")
    ident = related(parts, DOCUMENT, "aFChunk", "chunk.html")
    chunk = f'<w:altChunk xmlns:r="{RELATION}" r:id="{ident}"/>'.encode()
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<w:sectPr", chunk + b"<w:sectPr", 1)


def mail_merge(parts: dict[str, bytes]) -> None:
    ident = related(parts, "word/settings.xml", "mailMergeSource", ELSEWHERE, outside=True)
    merge = f'<w:mailMerge xmlns:r="{RELATION}"><w:query w:val="{ELSEWHERE}"/>'
    merge += f'<w:dataSource r:id="{ident}"/></w:mailMerge>'
    end = b"</w:settings>"
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(end, merge.encode() + end)


def template(parts: dict[str, bytes]) -> None:
    ident = related(parts, "word/settings.xml", "attachedTemplate", ELSEWHERE, outside=True)
    one = f'<w:attachedTemplate xmlns:r="{RELATION}" r:id="{ident}"/></w:settings>'
    parts["word/settings.xml"] = parts["word/settings.xml"].replace(b"</w:settings>", one.encode())


def fill_from_outside(parts: dict[str, bytes]) -> None:
    ident = related(parts, "word/theme/theme1.xml", "image", ELSEWHERE, outside=True)
    blip = f'<a:blipFill xmlns:r="{RELATION}"><a:blip r:link="{ident}"/></a:blipFill>'
    blip += "</a:bgFillStyleLst>"
    theme = parts["word/theme/theme1.xml"]
    parts["word/theme/theme1.xml"] = theme.replace(b"</a:bgFillStyleLst>", blip.encode())


def embedded_font(parts: dict[str, bytes]) -> None:
    parts["word/fonts/f.odttf"] = HARM
    declared(
        parts, "word/fonts/f.odttf", "application/vnd.openxmlformats-officedocument.obfuscatedFont"
    )
    ident = related(parts, "word/fontTable.xml", "font", "fonts/f.odttf")
    one = f'<w:embedRegular xmlns:r="{RELATION}" r:id="{ident}"/></w:font>'
    parts["word/fontTable.xml"] = parts["word/fontTable.xml"].replace(b"</w:font>", one.encode(), 1)


def masked_as_a_head(parts: dict[str, bytes]) -> None:
    parts["word/header9.xml"] = HARM
    declared(parts, "word/header9.xml", "application/vnd.ms-office.vbaProject")
    related(parts, DOCUMENT, f"{MICROSOFT}/2006/relationships/vbaProject", "header9.xml")


SOMETHING = {
    "a template elsewhere": (template, "template"),
    "a macro": (
        inside(DOCUMENT, f"{MICROSOFT}/2006/relationships/vbaProject", "word/vbaProject.bin",
               "application/vnd.ms-office.vbaProject"), "macros"),
    "a macro under another name": (masked_as_a_head, "macros"),
    "a picture elsewhere": (remote_picture, "pictures"),
    "an older picture elsewhere": (remote_old_picture, "pictures"),
    "a link on a picture": (link_on_a_picture, "links"),
    "a link in the foot": (link_in_the_foot, "links"),
    "an embedded object": (embedded_object, "embedded objects"),
    "an embedded file": (
        inside(DOCUMENT, "package", "word/embeddings/b.xlsx",
               "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        "embedded files"),
    "a control": (
        inside(DOCUMENT, "control", "word/activeX/a.xml", "application/vnd.ms-office.activeX+xml"),
        "controls"),
    "buttons": (
        inside("", f"{MICROSOFT}/2006/relationships/ui/extensibility", "customUI/customUI.xml",
               "application/xml"), "buttons"),
    "an add-in": (
        inside("", "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes",
               "word/webextensions/taskpanes.xml",
               "application/vnd.ms-office.webextensiontaskpanes+xml"), "webextensiontaskpanes"),
    "a file that calls itself a picture": (picture_that_is_none, "pictures"),
    "a picture by a field": (field(f' INCLUDEPICTURE "{ELSEWHERE}" '), "fields"),
    "a command by a field": (field(f' DDEAUTO c:\\\\cmd "{ELSEWHERE}" ', FOOTER), "fields"),
    "text by a field": (simple_field, "fields"),
    "text of another file": (other_text, "text of another file"),
    "a mail merge": (mail_merge, "mail merge"),
    "a fill of the theme": (fill_from_outside, "pictures"),
    "a font": (embedded_font, ""),
    "building blocks": (
        inside(DOCUMENT, "glossaryDocument", "word/glossary/document.xml",
               "application/vnd.openxmlformats-officedocument.wordprocessingml."
               "document.glossary+xml"), "building blocks"),
    "a frame": (outside("word/webSettings.xml", "frame"), None),
    "what nobody thought of": (outside(DOCUMENT, "http://nobody.example/thought/of"), "“of”"),
    "the same of the package": (outside("", "http://nobody.example/thought/of"), "“of”"),
}  # fmt: skip


def everything(data: bytes) -> bytes:
    """All parts of a package, with their names."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(name.encode() + archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("what", SOMETHING)
def test_nothing_of_it_is_published_and_it_is_said(
    what: str, package: dict[str, bytes], style: Style, tmp_path: Path
) -> None:
    add, said = SOMETHING[what]
    add(package)
    path = packed(package, tmp_path / "own.docx")
    control = everything(path.read_bytes())
    assert ELSEWHERE.encode() in control or HARM in control or b"nobody.example" in control

    own = replace(style, document=replace(style.document, base=str(path)))
    data = docx_bytes(MADE, own)

    published = everything(data)
    for trace in (ELSEWHERE.encode(), b"elsewhere", HARM, b"External", b"nobody.example"):
        assert trace not in published, trace
    assert not re.search(rb"INCLUDE|DDEAUTO|OLEObject|altChunk|mailMerge|vbaProject", published)
    assert check_docx(data, MADE) == []
    word = docx.Document(io.BytesIO(data))
    assert word.styles["Minutes Question"].font.size == Pt(17)
    assert word.sections[0].header.paragraphs[0].text == "The crest"
    remark = base_remark(own)
    if said is not None:
        assert said in remark
        assert bool(remark) is bool(said)


def test_a_base_in_order_loses_nothing(
    package: dict[str, bytes], style: Style, tmp_path: Path
) -> None:
    parts = dict(package)
    parts["word/media/crest.png"] = PNG
    declared(parts, "word/media/crest.png", "image/png")
    ident = related(parts, HEADER, "image", "media/crest.png")
    into_head(parts, picture(f'r:embed="{ident}"'))
    shape = '<v:shape style="width:9pt" fillcolor="#eee"><v:textpath string="DRAFT"/></v:shape>'
    into_head(parts, f"<w:r><w:pict>{shape}</w:pict><w:t>by it</w:t></w:r>")
    field(" PAGE ", FOOTER)(parts)
    own = packed(parts, tmp_path / "own.docx")
    named = replace(style, document=replace(style.document, base=str(own)))

    data = docx_bytes(MADE, named)

    assert base_remark(named) == ""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        (image,) = [name for name in names if "media" in name]
        assert archive.read(image) == PNG
        (head,) = [name for name in names if re.fullmatch(r"word/header\d*\.xml", name)]
        assert b"DRAFT" in archive.read(head)
        assert b"blip" in archive.read(head)
        (foot,) = [name for name in names if re.fullmatch(r"word/footer\d*\.xml", name)]
        # The clerk's own number of the page, and not a second one.
        codes = etree.fromstring(archive.read(foot)).iter("{*}instrText")
        assert "".join(code.text or "" for code in codes) == " PAGE "
    assert check_docx(data, MADE) == []


def test_what_a_link_or_a_field_showed_stays(
    package: dict[str, bytes], style: Style, tmp_path: Path
) -> None:
    link_in_the_foot(package)
    field(" LINK Excel.Sheet x ")(package)
    own = packed(package, tmp_path / "own.docx")

    section = docx.Document(
        io.BytesIO(
            docx_bytes(MADE, replace(style, document=replace(style.document, base=str(own))))
        )
    ).sections[0]

    assert "the web page" in [p.text for p in section.footer.paragraphs]
    assert "shown" in [p.text for p in section.header.paragraphs]


def big(package: dict[str, bytes]) -> None:
    package["word/styles.xml"] += b" " * 30_000_000


def entities(package: dict[str, bytes]) -> None:
    doctype = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    package[HEADER] = package[HEADER].replace(b"<w:hdr", doctype + b"<w:hdr", 1)


def deep(package: dict[str, bytes]) -> None:
    package[HEADER] = b"<w:p>" * 90_000


def many(package: dict[str, bytes]) -> None:
    package.update({f"word/x{n}.xml": b"" for n in range(5_000)})


@pytest.mark.parametrize("trap", [big, entities, deep, many])
def test_a_trap_is_refused_at_once(
    trap, package: dict[str, bytes], style: Style, tmp_path: Path
) -> None:
    trap(package)
    own = packed(package, tmp_path / "own.docx")
    started = time.perf_counter()

    with pytest.raises(ExportRefused, match="no Word document"):
        docx_bytes(MADE, replace(style, document=replace(style.document, base=str(own))))

    assert time.perf_counter() - started < 1


def test_the_styles_that_come_with_the_program_leave_nothing_out() -> None:
    assert base_remark(load_style()) == ""
