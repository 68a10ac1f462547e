"""Both sides of the settings of how a page looks, as they stand in the parts of the .docx."""

from __future__ import annotations

from varying import ACTION, Look

STYLES, BODY, FOOT = "word/styles.xml", "word/document.xml", "word/footer1.xml"
LIST = {"attendance.layout": "list"}
SIGNED = {"closing.signature": True}
IN_TABLE = {"actions.printed": "table"}
FULL = {"attendance.full_council": ["."]}


def style(name: str, path: str) -> str:
    """What stands in a named style."""
    return f"string(//w:style[@w:styleId='{name}']/{path})"


def emphasis(name: str) -> str:
    """Whether a named style is bold, and whether italic: 10, 01, 11 or 00."""
    at = f"//w:style[@w:styleId='{name}']/w:rPr"
    return f"concat(count({at}/w:b), count({at}/w:i))"


_EMPHASIS = {"plain": "00", "italic": "01", "bold": "10", "bold italic": "11"}
_ALIGN = {"left": "left", "centre": "center", "right": "right", "justified": "both"}
_SAID_IN = (
    ("heading", "Heading1", "bold"),
    ("subheading", "Heading2", "bold"),
    ("question", "MinutesQuestion", "italic"),
    ("lead_in", "MinutesLeadin", "plain"),
    ("agenda_text", "MinutesAgenda", "plain"),
    ("note", "MinutesNote", "plain"),
)
_ALIGNED = (
    ("align", "MinutesBody", "left"),
    ("title_align", "Title", "left"),
    ("page_number_align", "Footer", "centre"),
)
_TABLES = "string(count(//w:tbl))"
_KEPT = "string(count(//w:p[w:pPr/w:pStyle/@w:val='MinutesAttendance'][w:pPr/w:keepNext]))"
_COLUMNS = "string((//w:cols/@w:num)[1 < last()][last()])"

LOOKS = [
    *(
        Look(f"document.{key}", value, STYLES, emphasis(name), _EMPHASIS[by_default], printed)
        for key, name, by_default in _SAID_IN
        for value, printed in _EMPHASIS.items()
        if value != by_default
    ),
    *(
        Look(
            f"document.{key}",
            value,
            STYLES,
            style(name, "w:pPr/w:jc/@w:val"),
            _ALIGN[by_default],
            printed,
        )
        for key, name, by_default in _ALIGNED
        for value, printed in _ALIGN.items()
        if value != by_default
    ),
    # fonts, sizes and spaces
    Look(
        "document.font",
        "Verdana",
        STYLES,
        "string(//w:docDefaults//w:rFonts/@w:ascii)",
        "Arial",
        "Verdana",
    ),
    Look("document.size_pt", 14.0, STYLES, "string(//w:docDefaults//w:sz/@w:val)", "24", "28"),
    Look("document.title_size_pt", 20.0, STYLES, style("Title", "w:rPr/w:sz/@w:val"), "36", "40"),
    Look(
        "document.heading_size_pt", 14.0, STYLES, style("Heading1", "w:rPr/w:sz/@w:val"), "", "28"
    ),
    Look(
        "document.subheading_size_pt",
        13.0,
        STYLES,
        style("Heading2", "w:rPr/w:sz/@w:val"),
        "",
        "26",
    ),
    Look(
        "document.footer_size_pt",
        10.0,
        STYLES,
        style("Footer", "w:rPr/w:sz/@w:val"),
        "",
        "20",
    ),
    Look(
        "document.line_spacing",
        1.5,
        STYLES,
        "string(//w:docDefaults//w:spacing/@w:line)",
        "240",
        "360",
    ),
    Look(
        "document.space_after_pt",
        10.0,
        STYLES,
        style("MinutesBody", "w:pPr/w:spacing/@w:after"),
        "160",
        "200",
    ),
    Look(
        "document.space_before_heading_pt",
        18.0,
        STYLES,
        style("Heading1", "w:pPr/w:spacing/@w:before"),
        "240",
        "360",
    ),
    Look(
        "document.text_indent_cm",
        2.0,
        STYLES,
        style("MinutesBody", "w:pPr/w:ind/@w:left"),
        "680",
        "1134",
    ),
    Look(
        "document.indent_cm",
        2.0,
        "word/numbering.xml",
        "string((//w:lvl[w:lvlText/@w:val='•'][@w:ilvl='0'])[last()]/w:pPr/w:ind/@w:hanging)",
        "510",
        "1134",
        "# A\n- one\n",
    ),
    # paper
    Look("document.paper", "Letter", BODY, "string(//w:pgSz/@w:w)", "11906", "12240"),
    *(
        Look(
            f"document.margins_cm.{edge}", 4.0, BODY, f"string(//w:pgMar/@w:{edge})", "1418", "2268"
        )
        for edge in ("top", "bottom", "left", "right")
    ),
    Look("document.first_page", 117, BODY, "string(//w:pgNumType/@w:start)", "", "117"),
    Look(
        "document.page_number",
        "{page}",
        FOOT,
        "string(//w:p[last()])",
        "Page  PAGE 1 of  NUMPAGES 1",
        " PAGE 1",
    ),
    Look("document.footer", "No verbatim record.", FOOT, "string(count(//w:p))", "1", "2"),
    Look(
        "document.draft_header",
        "UNCONFIRMED",
        "word/header1.xml",
        "string(//w:p)",
        "DRAFT",
        "UNCONFIRMED",
    ),
    Look(
        "document.language",
        "cy-GB",
        STYLES,
        "string(//w:docDefaults//w:lang/@w:val)",
        "en-GB",
        "cy-GB",
    ),
    Look(
        "document.signature_line_cm",
        5.0,
        BODY,
        "string(number((//w:tab/@w:pos)[2]) - number((//w:tab/@w:pos)[1]))",
        "4536",
        "2835",
        "",
        SIGNED,
    ),
    # tables
    Look(
        "document.attendance_borders",
        "none",
        STYLES,
        "string(count(//w:style[@w:styleId='MinutesAttendanceTable']//w:tblBorders))",
        "1",
        "0",
    ),
    Look(
        "document.table_borders",
        "none",
        STYLES,
        "string(count(//w:style[@w:styleId='MinutesTable']//w:tblBorders))",
        "1",
        "0",
    ),
    Look(
        "actions.table_description",
        "Who does what",
        BODY,
        "string((//w:tblDescription/@w:val)[last()])",
        "What is to be done, by whom and by when",
        "Who does what",
        ACTION,
        IN_TABLE,
    ),
    Look(
        "figures.table_description",
        "Columns: {columns}",
        BODY,
        "string((//w:tblDescription/@w:val)[last()])",
        "A table with the columns Plot and Rent",
        "Columns: Plot and Rent",
        "# A\n| Plot | Rent |\n| 7 | £40 |\n",
    ),
    Look(
        "exempt.excluded_description",
        "Private items",
        BODY,
        "string((//w:tblDescription/@w:val)[last()])",
        "The items from which the public is excluded, and the ground for each",
        "Private items",
        "# A\n~ exclude\n# Rents (2, Part II, 3)\n",
        {"exempt.excluded": "table"},
    ),
    Look(
        "when.unbroken",
        False,
        BODY,
        "string((//w:p[contains(., 'Till 9')])[1])",
        "Till 9\N{NO-BREAK SPACE}am.",
        "Till 9 am.",
        "# A\nTill 9 am.\n",
    ),
    # attendance
    Look("attendance.layout", "list", BODY, _TABLES, "1", "0"),
    Look("attendance.layout", "blocks", BODY, _TABLES, "1", "0"),
    Look("attendance.layout", "blocks", BODY, _KEPT, "1", "5", "", LIST),
    Look(
        "attendance.table_headings",
        ["Group", "Who"],
        BODY,
        "string((//w:tbl//w:p)[1])",
        "Attendance",
        "Group",
    ),
    Look("attendance.sections.0.columns", 2, BODY, _COLUMNS, "", "2", "", LIST),
    Look("attendance.full_council_layout", "table", BODY, _TABLES, "0", "1", "", FULL),
    Look(
        "attendance.full_council_layout",
        "list",
        BODY,
        _KEPT,
        "3",
        "0",
        "",
        {**FULL, "attendance.presiding": ["chairman", "^$"]},
    ),
    # letters
    Look(
        "resolutions.bold",
        False,
        BODY,
        "string(count(//w:r[w:rPr/w:rStyle/@w:val='MinutesResolved'][w:t='RESOLVED:']))",
        "1",
        "0",
        "# A\n! noted\n",
    ),
    Look(
        "headings.capitals",
        False,
        BODY,
        "string(count(//w:r[w:rPr/w:rStyle/@w:val='MinutesCapitals'][w:t='Trees']))",
        "1",
        "0",
        "# Trees\n",
    ),
    Look(
        "title_block.body_capitals",
        False,
        BODY,
        "string(count(//w:p[w:pPr/w:pStyle/@w:val='MinutesCommittee']//w:rStyle))",
        "1",
        "0",
    ),
    Look(
        "headings.subheadings",
        "run in",
        BODY,
        "string(count(//w:specVanish))",
        "0",
        "1",
        "# A\n## Cost\nIt rose.\n",
    ),
    Look(
        "headings.items",
        "run in",
        BODY,
        "string(count(//w:specVanish))",
        "0",
        "1",
        "# A\nIt rose.\n",
    ),
    # lists are Word's own
    Look(
        "resolutions.marks",
        ["(a)", "i)", "1)", "A)"],
        "word/numbering.xml",
        "string((//w:lvl[w:numFmt/@w:val!='bullet'][@w:ilvl='0'])[last()]/w:numFmt/@w:val)",
        "decimal",
        "lowerLetter",
        "! That a be done\n! That b be done\n",
    ),
    Look(
        "questions.label",
        "Q{n}",
        "word/numbering.xml",
        "string(count(//w:lvlText[@w:val='Q%1']))",
        "0",
        "1",
        "# A\n? Why?\n> So.\n",
    ),
    Look(
        "document.footer_rule",
        True,
        "word/styles.xml",
        "string(count(//w:style[@w:styleId='Footer']//w:pBdr/w:top))",
        "0",
        "1",
    ),
]
