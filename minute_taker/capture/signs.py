"""The signs of the capture language as data: what a line's first characters make of it.

The parser reads by this table, the writers write by it, and the screens take their badges and
their page of help from it.
"""

from __future__ import annotations

from msgspec import Struct

from minute_taker.minutes.model import HeadingKind, Kind
from minute_taker.minutes.patterns import pattern


class Sign(Struct, frozen=True):
    """One sign.

    ``kind`` is the kind of line it makes, None for a heading of the agenda (``heading`` then
    says which). ``word`` names it for the clerk, ``badge`` is its one letter (two for ``?+``
    and ``>+``), ``example`` a line written with it.
    """

    sign: str
    kind: Kind | None
    word: str
    badge: str
    example: str
    plus: bool = False
    heading: HeadingKind = HeadingKind.NONE


#: What makes the text after it plain, whatever it begins with.
ESCAPE = "\\"
#: What the committee system calls an item or a person, as it is written in brackets.
SOURCE_FORM = r"source\s+((?=[\w.:/-]*\d)[\w.:/-]{1,40})"

#: Every sign, in the order in which a clerk learns them.
SIGNS = (
    Sign("", Kind.TEXT, "text", "T", "Officers introduced the report."),
    Sign("?", Kind.QUESTION, "question", "Q", "? @jp What was the yearly budget?"),
    Sign("?+", Kind.QUESTION, "supplementary", "Q+", "?+ Would it rise next year?", plus=True),
    Sign(">", Kind.ANSWER, "answer", "A", "> @rd It stood at £1.2m."),
    Sign(
        ">+",
        Kind.ANSWER,
        "promise",
        "A+",
        ">+ @rd: In writing (by 1 March 2020)",
        plus=True,
    ),
    Sign("!", Kind.RESOLUTION, "resolution", "R", "! That the report be noted"),
    Sign("-", Kind.BULLET, "bullet", "B", "- schools knew their parents best"),
    Sign("+", Kind.ACTION, "action", "D", "+ Rani Dady: send it (by 1 May 2020)"),
    Sign("~", Kind.PROCEDURE, "presence or procedure", "P", "~ out Chamdal 7.42 pm"),
    Sign("%", Kind.MOTION, "motion", "M", "% Bright / Graham: That it be noted"),
    Sign("#", None, "agenda item", "#", "# Waste Strategy (5)", heading=HeadingKind.NUMBERED),
    Sign(
        "#-", None, "heading without a number", "#", "#- Part One", heading=HeadingKind.UNNUMBERED
    ),
    Sign("##", Kind.SUBHEADING, "sub-heading", "S", "## Discussion"),
    Sign("#:", Kind.AGENDA, "agenda text", "G", "#: Recommendation: Approval"),
    Sign("*", Kind.NOTE, "printed note", "N", "* Post-meeting note: it was £1.2m."),
    Sign("|", Kind.ROW, "table row", "C", "| Member | Reserve"),
)

_BY_SIGN = {sign.sign: sign for sign in SIGNS}
_BY_KIND = {(sign.kind, sign.plus): sign for sign in SIGNS if sign.kind is not None}
_BY_WORD = {sign.word: sign for sign in SIGNS} | {str(s.kind): s for s in SIGNS if not s.plus}
_FIRST = frozenset(sign.sign[0] for sign in SIGNS if sign.sign)
_TEXT = _BY_SIGN[""]
_EVEN_GLUED = frozenset("|")
_FIGURE = pattern(r"[.]?\d|[%‰$£€¥¢₹]")


def sign_of(kind: Kind, plus: bool = False) -> Sign:
    """The sign that makes lines of a kind; ``plus`` tells only for questions and answers."""
    return _BY_KIND.get((kind, plus)) or _BY_KIND[kind, False]


def sign_named(words: str) -> Sign | None:
    """The sign meant by the sign itself or by its word ("answer"); None if there is none."""
    wanted = words.strip().lower()
    if wanted == ESCAPE:
        return _TEXT
    return _BY_SIGN.get(wanted) or _BY_WORD.get(wanted)


def is_glued(body: str) -> bool:
    """Whether a line begins with what would be a sign, glued to a figure: ``-5 degrees``.

    A figure begins with a digit, a currency or a percent sign, or a point before a digit. A
    table's row is one whatever follows its sign.
    """
    if not body or body[0] not in _FIRST or body[0] in _EVEN_GLUED:
        return False
    sign = _BY_SIGN.get(body[:2]) or _BY_SIGN[body[0]]
    return _FIGURE.match(body, len(sign.sign)) is not None


def split_sign(body: str) -> tuple[Sign, str]:
    """The sign that a cleaned line begins with, and what follows it.

    ``??`` is a gap, so a line that begins with one is text; a sign glued to a figure is none.
    """
    if not body or body[0] not in _FIRST or body.startswith("??") or is_glued(body):
        return _TEXT, body
    sign = _BY_SIGN.get(body[:2]) or _BY_SIGN[body[0]]
    return sign, body[len(sign.sign) :].lstrip()
