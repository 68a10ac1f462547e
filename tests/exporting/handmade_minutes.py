"""Minutes made by hand, of a council that there is not, and any number of made-up ones."""

from __future__ import annotations

import datetime as dt
import re

from hypothesis import strategies as st
from msgspec.structs import replace

from minute_taker.composing.blocks import (
    AnyBlock,
    Attendance,
    AttendanceSection,
    Document,
    Heading,
    ListEntry,
    Paragraph,
    Role,
    Run,
    Runs,
    Signature,
    Table,
)

COMMITTEE = "Parks and Allotments Committee"


def runs(text: str, *, strong: str = "", caps: bool = False) -> Runs:
    """Runs as composing makes them: a strong word first, each gap a run of its own."""
    pieces = [piece for piece in re.split(r"(\?\?)", text) if piece]
    made = tuple(Run(piece, caps=caps, gap=piece == "??") for piece in pieces)
    return (Run(strong, strong=True), *made) if strong else made


def para(role: Role, text: str, **more: object) -> Paragraph:
    """A paragraph."""
    return Paragraph(role=role, runs=runs(text), **more)  # type: ignore[arg-type]


def run_in(heading: str, text: str, level: int = 2, **more: object) -> Paragraph:
    """A paragraph that a heading is run in with."""
    opening = tuple(replace(run, strong=True, heading=level) for run in runs(heading))
    return Paragraph(role=Role.TEXT, runs=(*opening, *runs(text)), **more)  # type: ignore[arg-type]


def head(number: str, text: str, agenda: str = "", level: int = 1) -> Heading:
    """A heading; an item's is in capitals and names its number on the agenda."""
    suffix = f"(Agenda Item {agenda})" if agenda else ""
    return Heading(level=level, text=text, number=number, suffix=suffix, caps=level == 1)


def entry(
    text: str, ordinal: int, mark: str, series: int = 1, level: int = 0, *, bullet: bool = False
) -> ListEntry:
    """An entry of a RESOLVED list, or of a list of bullets."""
    role = Role.BULLET if bullet else Role.RESOLUTION
    return ListEntry(
        role=role, runs=runs(text), series=series, ordinal=ordinal, mark=mark, level=level,
        ordered=not bullet,
    )  # fmt: skip


def document(*blocks: AnyBlock, **more: object) -> Document:
    """A document of those blocks."""
    values = {"title": f"Minutes of the {COMMITTEE}", "committee": COMMITTEE, **more}
    return Document(blocks=blocks, **values)  # type: ignore[arg-type]


def resolved(*entries: ListEntry) -> tuple[AnyBlock, ...]:
    """RESOLVED, and its list."""
    first = Paragraph(role=Role.RESOLUTION, runs=(Run("RESOLVED:", strong=True),))
    return (first, *entries)


def _table() -> Table:
    rows = (("Plot", "Tenant", "Rent"), ("Seven", "Ottoline Grey", "£40"), ("Eight", "??", "£35"))
    cells = tuple(tuple(runs(cell) for cell in row) for row in rows)
    return Table(rows=cells, caption="Plots to let", description="Plots, tenants and rents")


def everything() -> Document:
    """A meeting with every kind of block and every role."""
    blocks: tuple[AnyBlock, ...] = (
        para(Role.MINUTES, "Minutes"),
        Paragraph(role=Role.BODY, runs=runs(COMMITTEE, caps=True)),
        para(Role.DATE, "3 March 2026"),
        para(Role.VENUE, "Meeting held at the Old Exchange, Linnet Row"),
        Attendance(
            sections=(
                AttendanceSection(
                    heading="Committee Members Present:",
                    before="Councillors",
                    entries=("Ada Larkin (Chairman)", "Bo Winter (Vice-Chairman)"),
                ),
                AttendanceSection(
                    heading="Officers Present:", entries=("Cy Moss (Head Gardener)",)
                ),
            ),
            footnote="Councillor Winter attended from 7.10 pm",
        ),
        head("64.", "Apologies for absence", "1"),
        para(Role.TEXT, "There were no apologies."),
        head("65.", "The bandstand", "4"),
        para(Role.AGENDA, "Recommendation: that the report be noted"),
        para(Role.TEXT, "The Head Gardener introduced a report on the floor of the bandstand."),
        para(Role.TEXT, "A second paragraph of it, set in.", level=1),
        para(Role.LEAD_IN, "The Committee asked a number of questions, including:"),
        para(Role.QUESTION, "When would the bandstand open again?"),
        para(Role.ANSWER, "In May, once its floor had been laid, at a cost of £??."),
        para(Role.ANSWER, "The band had been told."),
        head("i)", "The roof", level=2),
        para(Role.PRESENCE, "Councillor Winter left the meeting at 7.42 pm."),
        para(Role.PROCEDURE, "The Committee adjourned at 7.52 pm and reconvened at 8.08 pm."),
        entry("slates came off in the gale", 1, "•", 7, bullet=True),
        entry("three of them over the path", 1, "•", 7, 1, bullet=True),
        entry("lead was stolen", 2, "•", 7, bullet=True),
        para(Role.BULLET, "It was the second theft this winter.", level=1),
        head("ii)", "The railings", level=2),
        para(Role.MOTION, "It was moved that the railings be painted green."),
        *resolved(
            entry("That the report be noted;", 1, "1."),
            entry("That the gardeners:", 2, "2."),
            entry("mend the roof;", 1, "a)", level=1),
            entry("ask for prices from:", 2, "b)", level=1),
            entry("two slaters; and", 1, "i)", level=2),
            entry("a plumber; and", 2, "ii)", level=2),
        ),
        para(Role.RESOLUTION, "The prices were wanted by June.", level=1),
        entry("That the railings be green.", 3, "3."),
        para(Role.ACTION, "Action: Cy Moss to ask for prices (by 1 June 2026)"),
        para(Role.NOTE, "Post-meeting note: the floor is down."),
        _table(),
        run_in("The gate: ", "It had been hung on the wrong side."),
        head("66.", "Allotments", "5"),
        para(Role.TEXT, "Rents were considered plot by plot.", label="66.1"),
        para(Role.TEXT, "None had risen for ten years.", label="66.2"),
        *resolved(
            entry("That rents rise on:", 1, "1.", 2),
            entry("plots that:", 1, "a)", 2, level=1),
            entry("face south; and", 1, "i)", 2, level=2),
            entry("That tenants be told.", 2, "2.", 2),
        ),
        head("67.", "The depot", "6"),
        para(Role.EXEMPT, "This item was considered in private."),
        para(Role.CLOSING, "The meeting, which began at 7.00 pm, closed at 8.35 pm."),
        para(Role.CLOSING, "Copies are sent to Councillors, officers and the press."),
        Signature(who="Chairman"),
    )
    return document(
        *blocks, council="Linnet Vale Council", date=dt.date(2026, 3, 3), header="DRAFT",
        footer="These minutes are no verbatim record.",
    )  # fmt: skip


def words_of(text: str) -> list[str]:
    """The words of a text, in order, for comparing what two readers saw."""
    return re.findall(r"[^\W_]+", text)


# --- any number of them ---------------------------------------------------------------------

_letters = st.characters(codec="utf-8", exclude_categories=("Cs", "Zl", "Zp", "Zs", "Cc", "Cf"))
_odd = st.sampled_from(
    ["\x07", "\ud800", "\ufffe", "\r\n", "\t", "\x85", "<w:p>", "&amp;", "[sic]"]
)
_word = st.one_of(st.text(_letters, min_size=1, max_size=9), st.just("??"), _odd)
texts = st.lists(_word, min_size=1, max_size=8).map(" ".join)
#: An entry of a list is made of words; of white space alone composing makes none.
_entry_texts = texts.filter(str.strip)
_numbers = st.sampled_from(
    ["", "64.", "65.", "66.", "77/21", "78/21", "5A.", "064.", "7 %", "(a)", "(b)", "5.1", "iv)"]
)
_body_roles = st.sampled_from(
    [r for r in Role if r not in (Role.MINUTES, Role.TABLE, Role.SIGNATURE, Role.ATTENDANCE)]
)


@st.composite
def _lists(draw: st.DrawFn) -> list[AnyBlock]:
    """A list that counts as composing counts, with parts in parts."""
    patterns = draw(
        st.sampled_from([("1.", "a)", "i)"), ("(1)", "(a)", "(i)"), ("A.", "1)", "a.")])
    )
    series, counts, level = draw(st.integers(1, 10_000)), [0, 0, 0], 0
    made: list[AnyBlock] = []
    for _ in range(draw(st.integers(1, 7))):
        level = draw(st.integers(0, min(level + 1, 2))) if made else 0
        counts[level] += 1
        counts[level + 1 :] = [0] * (2 - level)
        mark = _counted(patterns[level], counts[level])
        made.append(entry(draw(_entry_texts), counts[level], mark, series, level))
    return made


def _counted(pattern: str, number: int) -> str:
    first = next(sign for sign in pattern if sign.isalnum())
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii")[number - 1]
    counted = {"1": str(number), "i": roman}.get(first, chr(ord(first) + number - 1))
    return pattern.replace(first, counted)


_sections = st.builds(
    AttendanceSection,
    heading=texts,
    entries=st.lists(texts, max_size=5).map(tuple),
    before=st.sampled_from(["", "Councillors"]),
    columns=st.integers(1, 3),
    sentence=st.booleans(),
    caps=st.booleans(),
)
_cells = st.lists(texts.map(runs), min_size=1, max_size=4).map(tuple)
_groups = st.one_of(
    st.builds(para, _body_roles, texts, level=st.integers(0, 3)).map(lambda b: [b]),
    st.builds(para, _body_roles, texts, label=_numbers).map(lambda b: [b]),
    st.builds(head, _numbers, texts, st.just("3")).map(lambda b: [b]),
    st.builds(run_in, texts.map("{}: ".format), texts, st.integers(1, 2), label=_numbers)
    .map(lambda b: [b]),
    st.tuples(st.builds(head, _numbers, texts), st.builds(head, _numbers, texts, level=st.just(2)))
    .map(list),
    _lists(),
    st.lists(_entry_texts, min_size=1, max_size=4).map(
        lambda many: [entry(t, n + 1, "•", 0, n % 2, bullet=True) for n, t in enumerate(many)]
    ),
    st.builds(
        Attendance,
        sections=st.lists(_sections, max_size=3).map(tuple),
        layout=st.sampled_from(["table", "list", "blocks"]),
    ).map(lambda b: [para(Role.TEXT, "They came:"), b]),
    st.tuples(st.lists(_cells, min_size=1, max_size=4).map(tuple), st.one_of(st.just(""), texts))
    .map(lambda made: [para(Role.TEXT, "Before it."), Table(rows=made[0], caption=made[1])]),
    st.just([Signature(who="Chair")]),
)  # fmt: skip


def documents() -> st.SearchStrategy[Document]:
    """Documents of any blocks that composing could put together, with words it could not."""

    def put_together(groups: list[list[AnyBlock]], header: str, footer: str) -> Document:
        blocks = [block for group in groups for block in group]
        title = para(Role.MINUTES, "Minutes")
        return document(title, *blocks, header=header, footer=footer)

    line = st.one_of(st.just(""), texts)
    return st.builds(put_together, st.lists(_groups, max_size=9), line, line)
