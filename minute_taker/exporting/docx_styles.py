"""The named styles of the Word document, made from a house style's settings.

Each role of a block has a paragraph style of its own, so that a clerk can change how all
questions look in one place. :func:`dress` writes them into a styles part; the base document
is made with it, and a house style with settings of its own is laid over that base by it.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.composing.blocks import Role
from minute_taker.composing.settings.typography import DocumentSettings
from minute_taker.exporting.docx_text import Element
from minute_taker.exporting.docx_xml import TWIPS_PER_CM, child, children, make, put, value

#: Which style a role's paragraphs have, by the name that Word shows.
STYLE_OF = {
    Role.MINUTES: "Title",
    Role.BODY: "Minutes Committee",
    Role.DATE: "Minutes Date",
    Role.VENUE: "Minutes Venue",
    Role.ATTENDANCE: "Minutes Attendance",
    Role.TEXT: "Minutes Body",
    Role.LEAD_IN: "Minutes Lead-in",
    Role.QUESTION: "Minutes Question",
    Role.ANSWER: "Minutes Answer",
    Role.BULLET: "Minutes Bullet",
    Role.RESOLUTION: "Minutes Resolution",
    Role.ACTION: "Minutes Action",
    Role.PROCEDURE: "Minutes Procedure",
    Role.PRESENCE: "Minutes Presence",
    Role.MOTION: "Minutes Motion",
    Role.AGENDA: "Minutes Agenda",
    Role.NOTE: "Minutes Note",
    Role.EXEMPT: "Minutes Exempt",
    Role.TABLE: "Minutes Table Text",
    Role.CLOSING: "Minutes Closing",
    Role.SIGNATURE: "Minutes Signature",
}
HEADING_STYLES = ("Heading 1", "Heading 2")
ATTENDANCE_HEADING = "Minutes Attendance Heading"
ATTENDANCE_TABLE = "Minutes Attendance Table"
DATA_TABLE = "Minutes Table"
ATTENDANCE_LABEL = "Minutes Attendance Label"
CAPTION = "Caption"

#: The styles of a list's entries at its first level; those further in end in 2, 3 and 4.
LIST_STYLE_OF = {Role.BULLET: "Minutes Bullet", Role.RESOLUTION: "Minutes Resolution List"}
LIST_LEVELS = 4

#: The character styles: emphasis and capitals by what the words are.
LABEL, RESOLVED, ACTION_LABEL = "Minutes Label", "Minutes Resolved", "Minutes Action Label"
CAPITALS, AGENDA_NUMBER = "Minutes Capitals", "Minutes Agenda Number"
QUESTION_WORDS, ANSWER_WORDS = "Minutes Question Words", "Minutes Answer Words"
#: What words that stand out are, by the role of their paragraph.
STRONG_STYLE_OF = {Role.RESOLUTION: RESOLVED, Role.ACTION: ACTION_LABEL}
#: Words that have a role of their own in a paragraph.
WORDS_STYLE_OF = {Role.QUESTION: QUESTION_WORDS, Role.ANSWER: ANSWER_WORDS}

#: The styles that a base document must have; the rest are used where they are there.
NEEDED = (*dict.fromkeys(STYLE_OF.values()), *HEADING_STYLES, ATTENDANCE_HEADING,
          ATTENDANCE_TABLE, DATA_TABLE, CAPTION, "Header", "Footer")  # fmt: skip

_ALIGN = {"left": "left", "centre": "center", "right": "right", "justified": "both"}
#: Word shows these with a capital and writes them without.
_WRITTEN_SMALL = {*HEADING_STYLES, CAPTION, "Header", "Footer"}
_BORDER_GREY, _HEADER_GREY = "8C8C8C", "EDEDED"


class _Look(Struct, frozen=True, kw_only=True):
    """How one paragraph style differs from the one that it is based on; None: not at all.

    Sizes and spaces are in points, ``left`` in twips; ``emphasis`` is a word of the settings.
    """

    name: str
    based_on: str = "Minutes Body"
    follow: str = ""
    size: float | None = None
    emphasis: str = "plain"
    align: str = ""
    before: float | None = None
    after: float | None = None
    left: int | None = None
    hanging: int = 0
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    rule_above: bool = False


def style_id(name: str) -> str:
    """The id of one of our styles: its name without spaces and hyphens."""
    return name.replace(" ", "").replace("-", "")


def list_styles() -> list[tuple[str, int, str]]:
    """The paragraph styles of lists: what each is based on, its level from 1, and its name."""
    found = []
    for role, first in LIST_STYLE_OF.items():
        for level in range(1, LIST_LEVELS + 1):
            name = first if level == 1 else f"{first} {level}"
            based_on = STYLE_OF[role] if level == 1 else first
            found.append((based_on, level, name))
    return found


def twips(centimetres: float) -> int:
    """A length in the format's unit."""
    return round(centimetres * TWIPS_PER_CM)


def dress(styles: Element, look: DocumentSettings, indent: int) -> None:
    """Write our styles into a styles part, in place of any with the same id.

    ``indent`` is how far the text stands in from the margin, in twips.
    """
    ours = _ours(look, indent)
    idents = {value(style, "styleId") for style in ours}
    for old in children(styles, "style"):
        if value(old, "styleId") in idents:
            styles.remove(old)
    styles.extend(ours)
    defaults = child(styles, "docDefaults")
    if defaults is not None:
        styles.remove(defaults)
    styles.insert(0, _defaults(look))


def complete(styles: Element, look: DocumentSettings, indent: int) -> None:
    """Add those of our styles that a base made before they were thought of has not."""
    names = {value(child(style, "name")).lower() for style in children(styles, "style")}
    styles.extend(
        style for style in _ours(look, indent) if value(child(style, "name")).lower() not in names
    )


def _ours(look: DocumentSettings, indent: int) -> list[Element]:
    return [
        *(_paragraph_style(one, look) for one in _looks(look, indent)),
        *(_character_style(name, *rest) for name, *rest in _words(look)),
        _table_style(ATTENDANCE_TABLE, look.attendance_borders, row_heads=True),
        _table_style(DATA_TABLE, look.table_borders),
    ]


def _words(look: DocumentSettings) -> list[tuple[str, str, str]]:
    """Every character style: its name, the one that it is based on, and words of the settings."""
    return [
        (LABEL, "", "bold"),
        (RESOLVED, LABEL, ""),
        (ACTION_LABEL, LABEL, ""),
        (CAPITALS, "", "capitals"),
        (AGENDA_NUMBER, "", "not bold"),
        (QUESTION_WORDS, "", look.question),
        (ANSWER_WORDS, "", "plain"),
    ]


def _character_style(name: str, based_on: str, emphasis: str) -> Element:
    style = make("style", type="character", customStyle=1, styleId=style_id(name))
    put(style, make("name", val=name))
    put(style, make("basedOn", val=style_id(based_on) if based_on else "DefaultParagraphFont"))
    put(style, make("qFormat"))
    text = make("rPr")
    for tag, word in (("b", "bold"), ("i", "italic")):
        if word in emphasis:
            off = {"val": "0"} if "not" in emphasis else {}
            put(text, make(tag, **off))
            put(text, make(f"{tag}Cs", **off))
    if "capitals" in emphasis:
        put(text, make("caps"))
    if len(text):
        put(style, text)
    return style


def _looks(look: DocumentSettings, indent: int) -> list[_Look]:
    """Every paragraph style. Body text after a heading, then what differs from it."""
    space, over = look.space_after_pt, look.space_before_heading_pt
    middle = round((look.title_size_pt + look.size_pt) / 2)
    title = _Look(
        name="Title",
        based_on="Normal",
        follow="Minutes Committee",
        keep_next=True,
        size=look.title_size_pt,
        emphasis="bold",
        align=look.title_align,
        after=2,
    )
    return [
        title,
        replace(title, name="Minutes Committee", follow="Minutes Date", size=middle, after=space),
        replace(title, name="Minutes Date", follow="Minutes Venue", size=None),
        replace(title, name="Minutes Venue", follow="Minutes Body", size=None,
                emphasis="plain", after=space + 4),
        _Look(name="Heading 1", based_on="Normal", follow="Minutes Body", keep_next=True,
              keep_lines=True, size=look.heading_size_pt, emphasis=look.heading,
              before=over, after=space * 0.75, outline=0),
        _Look(name="Heading 2", based_on="Normal", follow="Minutes Body", keep_next=True,
              keep_lines=True, size=look.subheading_size_pt, emphasis=look.subheading,
              before=over * 0.5, after=space * 0.75, outline=1, left=indent),
        _Look(name="Minutes Body", based_on="Normal", align=look.align, after=space, left=indent),
        _Look(name="Minutes Lead-in", emphasis=look.lead_in, keep_next=True),
        _Look(name="Minutes Question", emphasis=look.question, after=space * 0.5,
              follow="Minutes Answer", keep_lines=True),
        _Look(name="Minutes Answer", follow="Minutes Question"),
        _Look(name="Minutes Bullet", after=space * 0.75),
        _Look(name="Minutes Resolution", after=space * 0.75),
        *(_Look(name=name, based_on=base, left=indent + twips(max(look.indent_cm, 0.6)) * n,
                hanging=twips(max(look.indent_cm, 0.6)))
          for base, n, name in list_styles() if name != base),
        _Look(name="Minutes Action"),
        _Look(name="Minutes Procedure"),
        _Look(name="Minutes Presence"),
        _Look(name="Minutes Motion"),
        _Look(name="Minutes Agenda", emphasis=look.agenda_text),
        _Look(name="Minutes Note", emphasis=look.note),
        _Look(name="Minutes Exempt"),
        _Look(name="Minutes Closing", left=0, before=space),
        _Look(name="Minutes Signature", left=0, before=30, after=0),
        _Look(name=ATTENDANCE_HEADING, based_on="Normal", emphasis="bold", before=6, after=2,
              keep_next=True, follow="Minutes Attendance"),
        _Look(name="Minutes Attendance", based_on="Normal", after=2),
        _Look(name=ATTENDANCE_LABEL, based_on="Minutes Attendance", emphasis="bold"),
        _Look(name="Minutes Table Text", based_on="Normal", after=0),
        _Look(name=CAPTION, based_on="Normal", emphasis="bold", before=6, after=4, left=indent,
              keep_next=True),
        _Look(name="Header", based_on="Normal", emphasis="bold", align="right"),
        _Look(name="Footer", based_on="Normal", align=look.page_number_align,
              size=look.footer_size_pt, rule_above=look.footer_rule),
    ]  # fmt: skip


def _paragraph_style(one: _Look, look: DocumentSettings) -> Element:
    custom = {"customStyle": 1} if one.name.startswith("Minutes") else {}
    style = make("style", type="paragraph", **custom, styleId=style_id(one.name))
    put(style, make("name", val=one.name.lower() if one.name in _WRITTEN_SMALL else one.name))
    put(style, make("basedOn", val=style_id(one.based_on)))
    if one.follow:
        put(style, make("next", val=style_id(one.follow)))
    put(style, make("qFormat"))
    paragraph = put(style, make("pPr"))
    for name, wanted in (("keepNext", one.keep_next), ("keepLines", one.keep_lines)):
        if wanted:
            put(paragraph, make(name))
    if one.rule_above:
        edge = make("top", val="single", sz=4, space=4, color=_BORDER_GREY)
        put(paragraph, make("pBdr", edge))
    spaces = {k: round(v * 20) for k, v in (("before", one.before), ("after", one.after))
              if v is not None}  # fmt: skip
    if spaces:
        put(paragraph, make("spacing", **spaces))
    if one.left is not None:
        beyond = {"hanging": one.hanging} if one.hanging else {}
        put(paragraph, make("ind", left=one.left, **beyond))
    if one.align:
        put(paragraph, make("jc", val=_ALIGN[one.align]))
    if one.outline is not None:
        put(paragraph, make("outlineLvl", val=one.outline))
    text = put(style, make("rPr"))
    for name, word in (("b", "bold"), ("i", "italic")):
        if word in one.emphasis:
            put(text, make(name))
            put(text, make(f"{name}Cs"))
    if one.size is not None and one.size != look.size_pt:
        put(text, make("sz", val=round(one.size * 2)))
        put(text, make("szCs", val=round(one.size * 2)))
    for part in (paragraph, text):
        if not len(part):
            style.remove(part)
    return style


def _table_style(name: str, borders: str, *, row_heads: bool = False) -> Element:
    style = make("style", type="table", customStyle=1, styleId=style_id(name))
    put(style, make("name", val=name))
    put(style, make("basedOn", val="TableNormal"))
    put(style, make("qFormat"))
    table = put(style, make("tblPr"))
    header = make("tblStylePr", make("rPr", make("b"), make("bCs")), type="firstRow")
    if borders == "grid":
        edges = ("top", "left", "bottom", "right", "insideH", "insideV")
        lines = (make(edge, val="single", sz=4, space=0, color=_BORDER_GREY) for edge in edges)
        put(table, make("tblBorders", *lines))
        header.append(make("tcPr", make("shd", val="clear", color="auto", fill=_HEADER_GREY)))
    margins = (("top", 57), ("left", 113), ("bottom", 57), ("right", 113))
    put(table, make("tblCellMar", *(make(edge, w=w, type="dxa") for edge, w in margins)))
    put(style, header)
    if row_heads:
        put(style, make("tblStylePr", make("rPr", make("b"), make("bCs")), type="firstCol"))
    return style


def _defaults(look: DocumentSettings) -> Element:
    size = round(look.size_pt * 2)
    text = make("rPr")
    put(text, make("rFonts", ascii=look.font, hAnsi=look.font, eastAsia=look.font, cs=look.font))
    put(text, make("sz", val=size))
    put(text, make("szCs", val=size))
    put(text, make("lang", val=look.language, eastAsia=look.language, bidi="ar-SA"))
    paragraph = make("pPr", make("widowControl"))
    put(paragraph, make("spacing", before=0, after=0, line=round(240 * look.line_spacing),
                        lineRule="auto"))  # fmt: skip
    return make("docDefaults", make("rPrDefault", text), make("pPrDefault", paragraph))
