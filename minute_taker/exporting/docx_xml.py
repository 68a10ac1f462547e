"""The raw XML of a Word document: one small function a feature, and one door for text.

Nothing here knows what minutes are. Every element goes in where the schema wants it
(:func:`put`), because Word refuses a file in which ``w:ind`` stands before ``w:numPr``; every
word goes through :func:`add_text`, because XML cannot hold what a clipboard can.

Lengths are in twips (twentieths of a point, 567 to the centimetre), as in the format itself.
"""

from __future__ import annotations

import copy
from functools import lru_cache

from docx.oxml.parser import oxml_parser
from lxml import etree

from minute_taker.exporting.docx_text import MAIN, SPACE, Element, add_text
from minute_taker.minutes.visible import visible_text

_W = f"{{{MAIN}}}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_P, _R_RUN = f"{_W}p", f"{_W}r"

TWIPS_PER_CM = 567

#: What a parent's children are called, in the order of the schema; only those that we write
#: or that a base document of a clerk's own is likely to have.
_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr "
    "suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct "
    "topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind "
    "contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss "
    "imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs "
    "highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden "
    "unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr "
    "trPr tcPr tblStylePr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize "
    "tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption "
    "tblDescription",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc "
    "pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi "
    "rtlGutter docGrid printerSettings sectPrChange",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
}
_RANK = {
    f"{_W}{parent}": {f"{_W}{name}": rank for rank, name in enumerate(names.split())}
    for parent, names in _ORDER.items()
}
#: Children that may stand several times, so that a new one goes after those that are there.
_REPEATED = {f"{_W}{name}" for name in (
    "headerReference", "footerReference", "abstractNum", "num", "tblStylePr")}  # fmt: skip


def make(name: str, /, *children: Element, **values: object) -> Element:
    """A new element of the main vocabulary: ``make("ind", left=709)`` is ``<w:ind w:left=…>``."""
    element = oxml_parser.makeelement(f"{_W}{name}", nsmap={"w": MAIN})
    for key, value in values.items():
        element.set(f"{_W}{key}", str(value))
    element.extend(children)
    return element


def make_root(name: str, *children: Element) -> Element:
    """The root of a part that refers to others, with the prefix that readers look for there."""
    root = oxml_parser.makeelement(f"{_W}{name}", nsmap={"w": MAIN, "r": _R[1:-1]})
    root.extend(children)
    return root


def put(parent: Element, child: Element) -> Element:
    """Insert the child where the schema wants it, in place of one of the same name."""
    ranks = _RANK[parent.tag]
    rank = ranks[child.tag]
    # From the end, where most go. What the schema's order above does not know stays behind.
    for sibling in reversed(parent):
        theirs = ranks.get(sibling.tag, -1)
        if theirs == rank and child.tag not in _REPEATED:
            parent.replace(sibling, child)
            return child
        if theirs <= rank:
            sibling.addnext(child)
            return child
    parent.insert(0, child)
    return child


def child(parent: Element, name: str) -> Element | None:
    """The first child of that name, or None."""
    return parent.find(f"{_W}{name}")


def children(parent: Element, name: str) -> list[Element]:
    """The children of that name."""
    return list(parent.iterchildren(f"{_W}{name}"))


def value(element: Element, key: str = "val") -> str:
    """An attribute of the main vocabulary; empty where there is none."""
    return str(element.get(f"{_W}{key}", ""))


# --- runs and fields -----------------------------------------------------------------------


@lru_cache(maxsize=64)
def _run_look(style: str, highlight: str) -> Element | None:
    look = make("rPr")
    if style:
        put(look, make("rStyle", val=style))
    if highlight:
        put(look, make("highlight", val=highlight))
    return look if len(look) else None


def add_run(paragraph: Element, text: str, *, style: str = "", highlight: str = "") -> None:
    """Add a run of text, if there is any, in the character style of that id ("" for none)."""
    if not text:
        return
    run = etree.SubElement(paragraph, _R_RUN)
    look = _run_look(style, highlight)
    if look is not None:
        run.append(copy.copy(look))
    add_text(run, text)


def add_tab(paragraph: Element) -> None:
    """Add a run that is one tab."""
    etree.SubElement(etree.SubElement(paragraph, _R_RUN), f"{_W}tab")


def add_field(paragraph: Element, instruction: str, shown: str = "1") -> None:
    """Add a field such as PAGE: begin, instruction, separator, result and end, a run each.

    ``shown`` is what stands there until the reader's program works the field out.
    """

    def run() -> Element:
        return etree.SubElement(paragraph, _R_RUN)

    run().append(make("fldChar", fldCharType="begin"))
    code = make("instrText")
    code.text = f" {instruction} "
    code.set(SPACE, "preserve")
    run().append(code)
    run().append(make("fldChar", fldCharType="separate"))
    add_text(run(), shown)
    run().append(make("fldChar", fldCharType="end"))


# --- paragraphs -----------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def _paragraph_look(style: str, num: int, level: int, keep: bool) -> Element:
    look = make("pPr", make("pStyle", val=style))
    if keep:
        put(look, make("keepNext"))
    if num:
        put(look, make("numPr", make("ilvl", val=level), make("numId", val=num)))
    return look


def add_paragraph(
    parent: Element, style: str, *, num: int = 0, level: int = 0, keep_next: bool = False
) -> Element:
    """Add an empty paragraph of that style id to a body, a cell, a header or a footer.

    ``num`` is the list it belongs to (0 for none) and ``level`` the level in it.
    """
    paragraph = etree.SubElement(parent, _P)
    paragraph.append(copy.copy(_paragraph_look(style, num, level, keep_next)))
    return paragraph


def indent(paragraph: Element, left: int, hanging: int) -> None:
    """Indent a paragraph otherwise than its style does."""
    beyond = {"hanging": hanging} if hanging else {"firstLine": 0}
    put(paragraph[0], make("ind", left=left, **beyond))


def run_in(paragraph: Element) -> None:
    """Set the next paragraph in the same line as this one (a style separator)."""
    put(paragraph[0], make("rPr", make("vanish"), make("specVanish")))


def is_paragraph(element: Element | None) -> bool:
    """Whether the element is a paragraph."""
    return element is not None and element.tag == _P


def ends_section(element: Element | None) -> bool:
    """Whether the element is a paragraph that ends a section."""
    return is_paragraph(element) and element.find(f"{_W}pPr/{_W}sectPr") is not None  # type: ignore[union-attr]


def keeps_next(element: Element | None) -> bool:
    """Whether the element is a paragraph that itself says it stays with the next."""
    return is_paragraph(element) and element.find(f"{_W}pPr/{_W}keepNext") is not None  # type: ignore[union-attr]


def style_of(element: Element) -> str:
    """The id of a paragraph's style."""
    used = element.find(f"{_W}pPr/{_W}pStyle")
    return value(used) if used is not None else ""


def is_section(element: Element) -> bool:
    """Whether the element is a section's properties, such as those at the end of a body."""
    return bool(element.tag == f"{_W}sectPr")


def set_tabs(paragraph: Element, stops: tuple[tuple[int, str], ...]) -> None:
    """Give a paragraph tab stops of its own: where, and what fills the way there (or "")."""
    tabs = make("tabs")
    for place, leader in stops:
        filled = {"leader": leader} if leader else {}
        tabs.append(make("tab", val="left", **filled, pos=place))
    put(paragraph[0], tabs)


# --- numbering ------------------------------------------------------------------------------


def number_level(
    level: int,
    number_format: str,
    text: str,
    *,
    start: int = 1,
    left: int,
    hanging: int,
    style: str = "",
) -> Element:
    """One level of a numbering. ``text`` has ``%1`` for the number at level 0, ``%2`` at 1 …

    ``number_format`` is Word's word for it: "decimal", "lowerLetter", "bullet" …
    """
    element = make("lvl", ilvl=level)
    put(element, make("start", val=start))
    put(element, make("numFmt", val=number_format))
    if style:
        put(element, make("pStyle", val=style))
    put(element, make("suff", val="tab"))
    put(element, make("lvlText", val=text))
    put(element, make("lvlJc", val="left"))
    put(element, make("pPr", make("ind", left=left, hanging=hanging)))
    return element


def abstract_number(ident: int, levels: list[Element]) -> Element:
    """A kind of numbering, of one level or several."""
    kind = "singleLevel" if len(levels) == 1 else "multilevel"
    return make("abstractNum", make("multiLevelType", val=kind), *levels, abstractNumId=ident)


def number(ident: int, abstract: int, starts: dict[int, int]) -> Element:
    """A list of that kind, which begins anew at ``starts`` (level: first number)."""
    overrides = [
        make("lvlOverride", make("startOverride", val=start), ilvl=level)
        for level, start in sorted(starts.items())
    ]
    return make("num", make("abstractNumId", val=abstract), *overrides, numId=ident)


def highest_id(numbering: Element, name: str, key: str) -> int:
    """The highest id among the kinds ("abstractNum") or lists ("num") of a numberings part."""
    return max((int(value(one, key)) for one in children(numbering, name)), default=0)


def add_numberings(numbering: Element, kinds: list[Element], lists: list[Element]) -> None:
    """Add kinds and lists to a numberings part, every kind before every list."""
    for one in reversed(kinds):
        put(numbering, one)
    numbering.extend(lists)


def style_number(styles: Element, style: str, num: int | None = None, level: int = 0) -> int:
    """The list that a paragraph style is tied to, 0 for none; given ``num``, tie it to that one.

    What is typed in a style that is tied to a list is numbered. ``num`` 0 unties it.
    """
    for one in children(styles, "style"):
        if value(one, "styleId") != style:
            continue
        look = child(one, "pPr")
        numbering = child(look, "numPr") if look is not None else None
        if num is None:
            ident = child(numbering, "numId") if numbering is not None else None
            return int(value(ident)) if ident is not None else 0
        if look is None:
            look = put(one, make("pPr"))
        if numbering is not None:
            look.remove(numbering)
        if num:
            at = [make("ilvl", val=level)] if level else []
            put(look, make("numPr", *at, make("numId", val=num)))
        return num
    return 0


def set_language(styles: Element, language: str) -> None:
    """Make a BCP 47 tag the language of all text that says no other."""
    defaults = child(styles, "docDefaults")
    if defaults is None:
        defaults = make("docDefaults")
        styles.insert(0, defaults)
    texts = child(defaults, "rPrDefault")
    if texts is None:
        texts = make("rPrDefault")
        defaults.insert(0, texts)
    look = child(texts, "rPr")
    if look is None:
        look = make("rPr")
        texts.append(look)
    put(look, make("lang", val=language, eastAsia=language, bidi="ar-SA"))


# --- tables ---------------------------------------------------------------------------------


def add_table(
    parent: Element,
    style: str,
    widths: list[int],
    *,
    left: int,
    caption: str,
    description: str,
    row_heads: bool = False,
) -> Element:
    """Add a table without rows, of fixed column widths, named and described for a reader.

    ``row_heads``: the first column heads the rows.
    """
    table = etree.SubElement(parent, f"{_W}tbl")
    look = etree.SubElement(table, f"{_W}tblPr")
    put(look, make("tblStyle", val=style))
    put(look, make("tblW", w=sum(widths), type="dxa"))
    put(look, make("tblInd", w=left, type="dxa"))
    put(look, make("tblLayout", type="fixed"))
    put(look, make("tblLook", val="04A0" if row_heads else "0420", firstRow=1, lastRow=0,
                   firstColumn=int(row_heads), lastColumn=0,
                   noHBand=0, noVBand=1))  # fmt: skip
    for name, text in (("tblCaption", caption), ("tblDescription", description)):
        if text:
            put(look, make(name, val=visible_text(text)))
    table.append(make("tblGrid", *(make("gridCol", w=width) for width in widths)))
    return table


def add_row(table: Element, *, header: bool = False, whole: bool = True) -> Element:
    """Add a row; a header row is repeated on each page, a ``whole`` one never divided by one."""
    row = etree.SubElement(table, f"{_W}tr")
    look = make("trPr")
    if whole:
        look.append(make("cantSplit"))
    if header:
        look.append(make("tblHeader"))
    if len(look):
        row.append(look)
    return row


def add_cell(row: Element, width: int) -> Element:
    """Add a cell. It must be given a paragraph before the document is written."""
    cell = etree.SubElement(row, f"{_W}tc")
    cell.append(make("tcPr", make("tcW", w=width, type="dxa")))
    return cell


# --- sections -------------------------------------------------------------------------------


def refer(section: Element, name: str, relationship: str) -> None:
    """Have a section use a header or footer: ``name`` is "headerReference" or "footerReference"."""
    for old in children(section, name):
        if value(old, "type") == "default":
            section.remove(old)
    reference = make(name, type="default")
    reference.set(f"{_R}id", relationship)
    put(section, reference)


def end_section(
    paragraph: Element, model: Element, columns: int = 1, *, turned: bool = False
) -> None:
    """Make the paragraph the last of a section of so many columns, on pages like the model's.

    ``turned``: the paper lies on its side.
    """
    section = copy.deepcopy(model)
    size = child(section, "pgSz")
    if turned and size is not None:
        across = {"w": value(size, "h"), "h": value(size, "w")}
        put(section, make("pgSz", **across, orient="landscape"))
    put(section, make("type", val="continuous"))
    put(section, make("cols", num=columns, space=400))
    put(paragraph[0], section)


def relationship(reference: Element) -> str:
    """The relationship that a reference to a header or footer names."""
    return str(reference.get(f"{_R}id", ""))


def in_schema_order(parent: Element) -> bool:
    """Return whether the children stand in the schema's order, as far as it is known here."""
    ranks = _RANK[parent.tag]
    order = [ranks[child.tag] for child in parent if child.tag in ranks]
    return order == sorted(order)
