"""Making the base document of a house style: a .docx without text, whose styles are ours.

``python -m minute_taker.exporting.docx_base [STYLE …]`` writes the base of the named styles,
or of all that come with the program, beside their settings. A clerk may open such a base in
Word, change how its styles look and save it under another name as the base of a style of
their own.
"""

from __future__ import annotations

import sys
from html import escape
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package

from minute_taker.composing.settings.typography import DocumentSettings
from minute_taker.composing.style import available_styles, load_style
from minute_taker.exporting.docx_numbering import Geometry, Numbering
from minute_taker.exporting.docx_pages import set_pages
from minute_taker.exporting.docx_save import package_bytes
from minute_taker.exporting.docx_styles import dress, twips
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_variants import StyleBook
from minute_taker.exporting.docx_xml import child, children, make, make_root, value

_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Minute Taker</Application></Properties>'
)
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)


def _theme(look: DocumentSettings) -> str:
    """Return the plainest theme, black on white and one font, as Word needs one."""
    colours = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "EDEDED",
               "accent1": "1F4E79", "accent2": "7F3F00", "accent3": "595959",
               "accent4": "5F497A", "accent5": "31859B", "accent6": "4F6228",
               "hlink": "0563C1", "folHlink": "954F72"}  # fmt: skip
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{rgb}"/></a:{name}>' for name, rgb in colours.items()
    )
    font = escape(look.font)
    fonts = f'<a:latin typeface="{font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Minutes">'
        f'<a:themeElements><a:clrScheme name="Minutes">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Minutes"><a:majorFont>{fonts}</a:majorFont>'
        f'<a:minorFont>{fonts}</a:minorFont></a:fontScheme><a:fmtScheme name="Minutes">'
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst>"
        f"<a:lnStyleLst>{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _font_table(look: DocumentSettings) -> Element:
    family = make("font", make("charset", val="00"), make("family", val="swiss"),
                  make("pitch", val="variable"), name=look.font)  # fmt: skip
    return make("fonts", family)


def _document() -> Element:
    return make_root("document", make("body", make("sectPr")))


def _settings(look: DocumentSettings) -> Element:
    def compat(name: str, value: object) -> Element:
        uri = "http://schemas.microsoft.com/office/word"
        return make("compatSetting", name=name, uri=uri, val=value)

    # Mode 15 is Word as it has been since 2013; without it the file opens in a mode of 2007.
    modern = ("overrideTableStyleFontSizeAndJustification", "enableOpenTypeFeatures",
              "doNotFlipMirrorIndents", "differentiateMultirowTableHeaders")  # fmt: skip
    return make(
        "settings",
        make("zoom", percent=100),
        make("defaultTabStop", val=720),
        make("characterSpacingControl", val="doNotCompress"),
        make("compat", compat("compatibilityMode", 15), *(compat(name, 1) for name in modern)),
        make("themeFontLang", val=look.language),
        make("decimalSymbol", val="."),
        make("listSeparator", val=","),
    )


def _built_in_styles() -> list[Element]:
    """The styles that every document has, and those that comments in Word use."""
    normal = make(
        "style",
        make("name", val="Normal"),
        make("qFormat"),
        type="paragraph",
        default=1,
        styleId="Normal",
    )
    font = make(
        "style",
        make("name", val="Default Paragraph Font"),
        make("uiPriority", val=1),
        make("semiHidden"),
        make("unhideWhenUsed"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    margins = (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    cells = make("tblCellMar", *(make(edge, w=w, type="dxa") for edge, w in margins))
    table = make(
        "style",
        make("name", val="Normal Table"),
        make("uiPriority", val=99),
        make("semiHidden"),
        make("unhideWhenUsed"),
        make("tblPr", make("tblInd", w=0, type="dxa"), cells),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    numbering = make(
        "style",
        make("name", val="No List"),
        make("uiPriority", val=99),
        make("semiHidden"),
        make("unhideWhenUsed"),
        type="numbering",
        default=1,
        styleId="NoList",
    )
    ten = make("rPr", make("sz", val=20), make("szCs", val=20))
    text = make(
        "style",
        make("name", val="annotation text"),
        make("basedOn", val="Normal"),
        make("uiPriority", val=99),
        make("unhideWhenUsed"),
        ten,
        type="paragraph",
        styleId="CommentText",
    )
    bold = make("rPr", make("b"), make("bCs"))
    subject = make(
        "style",
        make("name", val="annotation subject"),
        make("basedOn", val="CommentText"),
        make("next", val="CommentText"),
        make("uiPriority", val=99),
        make("unhideWhenUsed"),
        bold,
        type="paragraph",
        styleId="CommentSubject",
    )
    small = make("rPr", make("sz", val=16), make("szCs", val=16))
    reference = make(
        "style",
        make("name", val="annotation reference"),
        make("basedOn", val="DefaultParagraphFont"),
        make("uiPriority", val=99),
        make("unhideWhenUsed"),
        small,
        type="character",
        styleId="CommentReference",
    )
    return [normal, font, table, numbering, text, subject, reference]  # fmt: skip


def _styles(look: DocumentSettings) -> Element:
    latent = make("latentStyles", defLockedState=0, defUIPriority=99, defSemiHidden=1,
                  defUnhideWhenUsed=1, defQFormat=0, count=376)  # fmt: skip
    styles = make("styles", latent, *_built_in_styles())
    dress(styles, look, twips(look.text_indent_cm))
    return styles


def _numbering(look: DocumentSettings, styles: Element) -> Element:
    """Return the lists for somebody who types in the styles by hand."""
    numbering = make("numbering")
    indent, step = twips(look.text_indent_cm), twips(max(look.indent_cm, 0.6))
    geometry = Geometry(indent=indent, number=indent, step=step, space=0, width=0)
    ids = {value(child(one, "name")): value(one, "styleId") for one in children(styles, "style")}
    Numbering(numbering, geometry, (), StyleBook(styles, ids)).finish()
    return numbering


def base_bytes(look: DocumentSettings) -> bytes:
    """The base document for those settings; the same settings give the same bytes."""
    package = Package()

    def xml_part(name: str, kind: str, element: Element) -> XmlPart:
        return XmlPart(PackURI(name), kind, element, package)

    document = _document()
    set_pages(document[0][-1], look)
    styles = _styles(look)
    main = xml_part("/word/document.xml", CT.WML_DOCUMENT_MAIN, document)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    package.relate_to(
        xml_part("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, parse_xml(_CORE)),
        RT.CORE_PROPERTIES,
    )
    app = Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, _APP.encode(), package)
    package.relate_to(app, RT.EXTENDED_PROPERTIES)
    for name, kind, relation, element in (
        ("styles", CT.WML_STYLES, RT.STYLES, styles),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, _numbering(look, styles)),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, _settings(look)),
        ("fontTable", CT.WML_FONT_TABLE, RT.FONT_TABLE, _font_table(look)),
        ("theme/theme1", CT.OFC_THEME, RT.THEME, parse_xml(_theme(look))),
    ):
        main.relate_to(xml_part(f"/word/{name}.xml", kind, element), relation)
    return package_bytes(package)


def main(names: list[str]) -> None:
    """Write the base documents of those styles, or of all that come with the program."""
    for name, settings in available_styles().items():
        look = load_style(name).document
        # A style that is based on another may use that one's base: it is not made twice.
        if (not names or name in names) and Path(look.base).parent == settings.parent:
            Path(look.base).write_bytes(base_bytes(look))
            print(look.base)


if __name__ == "__main__":
    main(sys.argv[1:])
