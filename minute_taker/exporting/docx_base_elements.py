"""Of the elements of a base document's parts those that are known: words, looks, pictures.

Each ``clean_…`` takes the root of a part and the ids of the relationships that it keeps, changes
it in place, and returns in words what a clerk would miss. An element that points anywhere else,
or that is not known here, goes; what merely wraps words leaves them.
"""

from __future__ import annotations

from lxml import etree

from minute_taker.exporting.docx_text import MAIN, Element

_W = f"{{{MAIN}}}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML, _OFFICE = "urn:schemas-microsoft-com:vml", "urn:schemas-microsoft-com:office:office"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/"
_WORD_SHAPES = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
#: Drawings: pictures, shapes and groups of them, and where they stand.
_DRAWN = frozenset(
    [f"{_DRAWING}{name}" for name in ("main", "picture", "wordprocessingDrawing")]
    + [f"{_WORD_SHAPES}{name}" for name in ("Shape", "Group", "Drawing")]
)


def words_of(listed: str) -> frozenset[str]:
    """The words of a line, as a set."""
    return frozenset(listed.split())


#: What a header or a footer is made of; the rest that looks after words leaves them behind.
_STORY = words_of(
    "hdr ftr p tbl tblGrid tr tc r t tab br cr noBreakHyphen softHyphen sym ptab pgNum "
    "drawing pict fldChar instrText fldSimple txbxContent"
)
_PROPERTIES = words_of("pPr rPr tblPr tblPrEx trPr tcPr sectPr")
_WRAPS = words_of("hyperlink sdt sdtContent smartTag customXml ins moveTo dir bdo")
#: Fields that show something of this document or the day.
_FIELDS = words_of(
    "PAGE NUMPAGES SECTION SECTIONPAGES STYLEREF TITLE DATE TIME CREATEDATE SAVEDATE PRINTDATE"
)
#: Word's options that are about how text is set.
_OPTIONS = words_of(
    "zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop defaultTabStop autoHyphenation "
    "consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps evenAndOddHeaders "
    "bookFoldPrinting characterSpacingControl noLineBreaksAfter noLineBreaksBefore compat "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator"
)
#: The older drawings, in which any attribute might be an address.
_VML_SHAPES = words_of(
    "shapetype shape textpath imagedata textbox stroke fill path formulas f handles h "
    "rect line oval roundrect group lock"
)
_VML_ATTRIBUTES = words_of(
    "id type style alt coordsize coordorigin path adj filled stroked fillcolor "
    "strokecolor strokeweight on string fitshape fitpath trim opacity color color2 eqn "
    "position arcsize from to inset textpathok gradientshapeok connecttype joinstyle spt "
    "preferrelative aspectratio ext"
)
_PICTURE_FRAMES = (f"{_W}drawing", f"{_W}pict")
_SEEN = (f"{_W}t", f"{_W}instrText", f"{_W}fldSimple", f"{_W}object", *_PICTURE_FRAMES)


def clean_document(root: Element, kept: frozenset[str]) -> set[str]:
    """Leave of the document the section that its pages are set by, and the colour of its paper."""
    body = root.find(f"{_W}body")
    section = None if body is None else body.find(f"{_W}sectPr")
    for child in list(root):
        if child.tag != f"{_W}background":
            root.remove(child)
        else:
            del child[:]
    body = etree.SubElement(root, f"{_W}body")
    if section is not None:
        body.append(section)
        clean_settings(section, kept)
    return set()


def clean_settings(root: Element, kept: frozenset[str]) -> set[str]:
    """Leave of a part of settings Word's own elements, none of which points at what is gone."""
    for element in list(root.iter()):
        if element is not root and (
            not element.tag.startswith(_W) or _points(element, kept) or element.get(f"{_W}author")
        ):
            _remove(element)
    return set()


def clean_options(root: Element, kept: frozenset[str]) -> set[str]:
    """Leave of Word's options those about how text is set."""
    for child in list(root):
        if _name(child) not in _OPTIONS:
            root.remove(child)
    return clean_settings(root, kept)


def clean_lists(root: Element, kept: frozenset[str]) -> set[str]:
    """Leave the lists, without pictures for bullets."""
    pictures = [*root.iter(f"{_W}numPicBullet"), *root.iter(f"{_W}lvlPicBulletId")]
    for element in pictures:
        _remove(element)
    clean_settings(root, kept)
    return {"pictures for bullets"} if pictures else set()


def clean_drawing(root: Element, kept: frozenset[str]) -> set[str]:
    """Leave of a theme what is drawn and points at nothing."""
    for element in list(root.iter()):
        if element is not root and (_space(element) not in _DRAWN or _points(element, kept)):
            _remove(element)
    return set()


def clean_story(root: Element, kept: frozenset[str]) -> set[str]:
    """Leave of a header or a footer its words, looks, pictures and fields of page numbers."""
    spoken = {one for one in root.iter(f"{_W}p") if _says(one)}
    left = _clean_fields(root)
    for element in list(root.iter()):
        if element is root or element.getparent() is None:
            continue
        if _points(element, kept):
            left.add("links" if "ink" in _name(element) else "")
            frame = next(element.iterancestors(*_PICTURE_FRAMES), None)
            wanted = _name(element) in ("blip", "imagedata") and frame is not None
            if wanted:
                left.add("pictures")
            if _name(element) in _WRAPS:
                _unwrap(element)
            else:
                _remove(frame if wanted else element)
        elif not _known(element):
            if _space(element) == MAIN and _name(element) in _WRAPS:
                _unwrap(element)
            else:
                _remove(element)
    for paragraph in spoken:
        beside = paragraph.getparent()
        if not _says(paragraph) and beside is not None and len(beside.findall(f"{_W}p")) > 1:
            _remove(paragraph)
    return left


def _says(paragraph: Element) -> bool:
    """Whether anything of a paragraph is seen."""
    return next(paragraph.iter(*_SEEN), None) is not None


def ignorable_prefixes(root: Element) -> list[str]:
    """The prefixes that a root names in words, so that their declarations have to stay."""
    return (root.get(f"{_MC}Ignorable") or "").split()


def _known(element: Element) -> bool:
    """Whether an element of a header may stay, with the attributes that are known of it."""
    space, name = _space(element), _name(element)
    for attribute, words in list(element.attrib.items()):
        # Whatever attribute it is: an address has no business in a head or a foot.
        if attribute != "uri" and ("//" in words or "\\\\" in words or "url(" in words):
            del element.attrib[attribute]
    if space == MAIN:
        if element.get(f"{_W}author"):
            return False
        inside = any(_name(above) in _PROPERTIES for above in element.iterancestors())
        return name in _STORY or name in _PROPERTIES or inside
    if space in _DRAWN:
        return True
    if space in (_VML, _OFFICE) and name in _VML_SHAPES:
        for attribute in list(element.attrib):
            if etree.QName(attribute).localname not in _VML_ATTRIBUTES and _R not in attribute:
                del element.attrib[attribute]
        return True
    return f"{{{space}}}" == _MC and name in ("AlternateContent", "Choice")


def _points(element: Element, kept: frozenset[str]) -> bool:
    """Whether an element points at what is not kept; of two ways to a picture one is enough."""
    ways = [name for name in element.attrib if name.startswith(_R)]
    lost = [name for name in ways if element.get(name) not in kept]
    if len(lost) == len(ways):
        return bool(ways)
    for name in lost:
        del element.attrib[name]
    return False


def _clean_fields(root: Element) -> set[str]:
    """Take out the fields that are not known, but for what they show."""
    left: set[str] = set()
    for simple in list(root.iter(f"{_W}fldSimple")):
        if _field(simple.get(f"{_W}instr") or "") not in _FIELDS:
            left.add("fields")
            _unwrap(simple)
    open_fields: list[list[Element]] = []
    for element in list(root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}t", f"{_W}drawing")):
        kind = element.get(f"{_W}fldCharType")
        if element.tag == f"{_W}fldChar" and kind == "begin":
            open_fields.append([element])
        elif not open_fields:
            if element.tag in (f"{_W}fldChar", f"{_W}instrText"):
                _remove(element)
        else:
            field = open_fields[-1]
            shown = any(one.get(f"{_W}fldCharType") == "separate" for one in field)
            if element.tag in (f"{_W}fldChar", f"{_W}instrText") or not shown:
                field.append(element)
            if kind == "end":
                _settle(open_fields.pop(), open_fields, left)
    while open_fields:
        for element in open_fields.pop():
            left.add("fields")
            _remove(element)
    return left


def _settle(field: list[Element], around: list[list[Element]], left: set[str]) -> None:
    """Keep a field whose code is known; of another take out all but what it shows."""
    code = "".join(one.text or "" for one in field if one.tag == f"{_W}instrText")
    nested = any(
        all(one.get(f"{_W}fldCharType") != "separate" for one in outer) for outer in around
    )
    if _field(code) in _FIELDS and not nested:
        return
    left.add("fields")
    for element in field:
        _remove(element)


def _field(code: str) -> str:
    return (code.split() or [""])[0].upper()


def _space(element: Element) -> str:
    return str(etree.QName(element).namespace or "")


def _name(element: Element) -> str:
    return str(etree.QName(element).localname)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    """Put what stands in an element in its place."""
    parent = element.getparent()
    place = parent.index(element)
    parent[place : place + 1] = list(element)
