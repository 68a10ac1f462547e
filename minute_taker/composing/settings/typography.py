"""How the pages look: paper, fonts, spaces, heads and feet. Read by the exporting room."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from minute_taker.composing.wording import fields

Emphasis = Literal["plain", "italic", "bold", "bold italic"]
Align = Literal["left", "centre", "right", "justified"]
Points = Annotated[float, Meta(gt=0, le=72)]
Space = Annotated[float, Meta(ge=0, le=72)]
Centimetres = Annotated[float, Meta(ge=0, le=10)]

#: Width and height in twips, as Word has them.
PAPER = {"A4": (11906, 16838), "Letter": (12240, 15840)}
_TWIPS_PER_CM = 567
#: What the margins must leave for the text, in centimetres.
_LEAST_ROOM = 5.0


class Margins(Struct, frozen=True, kw_only=True):
    """The page's margins, in centimetres."""

    top: Centimetres
    bottom: Centimetres
    left: Centimetres
    right: Centimetres


class DocumentSettings(Struct, frozen=True, kw_only=True):
    """The look of the document.

    ``base`` is the .docx or .dotx whose styles are used: a file name beside the style.toml,
    which reading makes an absolute path. Sizes and spaces are in points, lengths in
    centimetres. ``plain_language`` follows the guidance for accessible documents: no italics
    and no capitals as formatting, whatever the other settings say. What a piece of text *is*
    stands in the blocks; nothing here changes a word but the heads and feet of pages.
    """

    base: str
    plain_language: bool
    paper: Literal["A4", "Letter"]
    language: str
    font: str
    size_pt: Points
    title_size_pt: Points
    heading_size_pt: Points
    subheading_size_pt: Points
    footer_size_pt: Points
    margins_cm: Margins
    line_spacing: Annotated[float, Meta(ge=1, le=3)]
    space_after_pt: Space
    space_before_heading_pt: Space
    text_indent_cm: Centimetres
    indent_cm: Centimetres
    align: Align
    title_align: Align
    heading: Emphasis
    subheading: Emphasis
    question: Emphasis
    lead_in: Emphasis
    agenda_text: Emphasis
    note: Emphasis
    attendance_borders: Literal["none", "grid"]
    table_borders: Literal["none", "grid"]
    draft_header: str
    agreed_header: Annotated[str, fields("date")]
    footer: str
    footer_rule: bool
    page_number: Annotated[str, fields("page", "pages")]
    page_number_align: Align
    first_page: Annotated[int, Meta(ge=1, le=9999)]
    signature_line_cm: Centimetres


def check_room(look: DocumentSettings) -> None:
    """Raise ValueError, a sentence, where the margins leave no room for the text."""
    width, height = (twips / _TWIPS_PER_CM for twips in PAPER[look.paper])
    margins = look.margins_cm
    across = width - margins.left - margins.right - look.text_indent_cm
    if min(across, height - margins.top - margins.bottom) < _LEAST_ROOM:
        raise ValueError(
            f"document.margins_cm and document.text_indent_cm leave less than {_LEAST_ROOM:g} cm "
            "of the page for the text"
        )
