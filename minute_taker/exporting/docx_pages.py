"""The pages: paper and margins, what stands at their head and foot, sections of columns."""

from __future__ import annotations

from itertools import pairwise

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from minute_taker.composing.settings.typography import PAPER, DocumentSettings
from minute_taker.composing.wording import fill
from minute_taker.exporting.docx_styles import twips
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_xml import (
    add_field,
    add_paragraph,
    add_run,
    children,
    make,
    make_root,
    put,
    refer,
    relationship,
    value,
)

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_STORIES = {
    "header": ("hdr", CT.WML_HEADER, RT.HEADER),
    "footer": ("ftr", CT.WML_FOOTER, RT.FOOTER),
}


def set_pages(section: Element, look: DocumentSettings) -> None:
    """Give a section the paper, margins and first page number of the settings."""
    width, height = PAPER[look.paper]
    put(section, make("pgSz", w=width, h=height))
    edges = {
        edge: twips(getattr(look.margins_cm, edge)) for edge in look.margins_cm.__struct_fields__
    }
    apart = twips(1.25)
    put(section, make("pgMar", **edges, header=apart, footer=apart, gutter=0))
    if look.first_page != 1:
        put(section, make("pgNumType", start=look.first_page))
    put(section, make("cols", space=720))


def text_width(section: Element, *, turned: bool = False) -> int:
    """The width between the margins, in twips; ``turned`` of the page on its side."""
    size, margins = children(section, "pgSz"), children(section, "pgMar")
    side, whole = ("h", PAPER["A4"][1]) if turned else ("w", PAPER["A4"][0])
    paper = int(value(size[0], side) or whole) if size else whole
    if not margins:
        return paper - 2 * 1440
    return paper - sum(int(value(margins[0], edge) or 1440) for edge in ("left", "right"))


def set_header(document: XmlPart, section: Element, style: str, text: str) -> None:
    """Put words at the head of each page, over what a base document has there already."""
    if not text.strip():
        return
    heads = _stories(document, section, "header") or [_add_story(document, section, "header")]
    for head in heads:
        add_run(add_paragraph(head, style), text)
        head.insert(0, head[-1])


def set_footer(
    document: XmlPart, section: Element, style: str, text: str, page_number: str
) -> None:
    """Put words and the page number at the foot of each page.

    A base document's own foot stays; the number is added where it has none.
    """
    feet = _stories(document, section, "footer") or [_add_story(document, section, "footer")]
    for foot in feet:
        if text.strip():
            add_run(add_paragraph(foot, style), text)
        # Word may divide a field's code over several runs.
        numbered = "PAGE" in "".join(code.text or "" for code in foot.iter("{*}instrText"))
        if page_number and not numbered:
            _page_number(add_paragraph(foot, style), page_number)


def finish_sections(body: Element) -> None:
    """Where columns or a page on its side divided the text: pages are numbered on.

    No section takes a new page but where the paper is turned.
    """
    sections = list(body.iter("{*}sectPr"))
    for before, section in pairwise(sections):
        turns = _turned(before) is not _turned(section)
        put(section, make("type", val="nextPage" if turns else "continuous"))
        for start in children(section, "pgNumType"):
            section.remove(start)


def _turned(section: Element) -> bool:
    return any(value(size, "orient") == "landscape" for size in children(section, "pgSz"))


def _page_number(paragraph: Element, wording: str) -> None:
    """The wording with fields of Word's in the places of its own."""
    # Each field is filled with a character that no setting can hold, to find it again.
    signs = {name: chr(n + 1) for n, name in enumerate(_FIELDS)}
    words = ""
    for character in fill(wording, **signs):
        name = next((name for name, sign in signs.items() if sign == character), "")
        if not name:
            words += character
            continue
        add_run(paragraph, words)
        words = ""
        add_field(paragraph, _FIELDS[name])
    add_run(paragraph, words)


def _stories(document: XmlPart, section: Element, kind: str) -> list[Element]:
    found = children(section, f"{kind}Reference")
    return [document.related_parts[relationship(reference)].element for reference in found]


def _add_story(document: XmlPart, section: Element, kind: str) -> Element:
    root, content_type, relation = _STORIES[kind]
    element = make_root(root)
    name = PackURI(str(document.package.next_partname(f"/word/{kind}%d.xml")))
    ident = document.relate_to(XmlPart(name, content_type, element, document.package), relation)
    refer(section, f"{kind}Reference", ident)
    return element
