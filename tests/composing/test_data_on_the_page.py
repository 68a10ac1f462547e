"""What lines of data say stands on the page or is found; and what one line does to another's.

The words of prose are followed in ``test_every_word``; here it is names, dates and figures, the
agreement of every reader of a draft on what is exempt, and how far a line reaches.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from minute_taker.capture.notes_reader import read_notes
from minute_taker.composing.blocks import Heading, ListEntry, Paragraph, plain
from minute_taker.composing.compose import compose
from minute_taker.composing.plain_text import document_text
from minute_taker.composing.style import load_style
from minute_taker.exporting.docx_document import docx_bytes
from minute_taker.exporting.html import item_files, page_bytes
from minute_taker.exporting.markdown import markdown_bytes
from minute_taker.exporting.notes import notes_bytes
from minute_taker.exporting.text_file import text_bytes
from minute_taker.minutes.checking import check
from minute_taker.minutes.facts import (
    Adjourned,
    ApologiesFrom,
    Interest,
    MinutesApproved,
    Moved,
    Movement,
    NamedVote,
    Outcome,
    Resumed,
)
from minute_taker.minutes.model import Item, Kind, Line, Meeting
from minute_taker.minutes.registers import actions, decisions

STYLE = load_style("hillingdon")
HEAD = """\
committee: Parks Committee
date: 3 March 2026
time: 7.00 pm
closed: 10.00 pm
venue: Town Hall
members: Ada Larkin (Chairman), Bo Winter, Cy Penrow, Aoife D’Arcy, Li van der Kolk
officers: Rhys Gale (Head of Parks)

"""
NAMES = ["Larkin", "Winter", "@cp", "darcy", "D'Arcy", "van der Kolk", "Bo Winter and Penrow"]
SURNAMES = {"@cp": ["Penrow"], "darcy": ["D’Arcy"], "D'Arcy": ["D’Arcy"],
            "Bo Winter and Penrow": ["Winter", "Penrow"]}  # fmt: skip
TIMES = ["7.05 pm", "8.41 pm", "9.17 pm"]
DAYS = ["11 June 2026", "2 July 2026"]
PAST = ["3 February 2026", "9 December 2025"]
#: Forms of data: {n} a name, {t} a time, {d} a day, {p} a day gone, {c} figures, {w} a word.
FORMS = [
    "~ out {n} {t}", "~ out {n} {t} for {w}", "~ out {n}", "~ in {n} {t}", "~ late {n} {t}",
    "~ apologies {n}", "~ chair {n} {t}", "~ adjourned {t} for {w}",
    "~ adjourned {t} to {d} at {t}",
    "~ resumed {t}", "~ resumed {d} {t}", "~ deferred to {d}", "~ interest {n} 1: {w} (left)",
    "~ interest {n} {c} non-pecuniary: {w}; stayed and voted", "~ attending Al Orr ({w})",
    "~ readmit {t}", "! minutes {p}", "! minutes {p} subject to {w}", "! deferred to {d}",
    "! agreed: {w}", "% {n} / {n}: That {w} be", "% amend {n}: {w}", "% carried {c}-2-1",
    "% carried by {c} votes to 2", "% lost 1-{c} {h}", "% carried {h}", "% for {n}",
    "% against {n}",
    "% abstained none", "% nominate {n} by {n}", "% carried {n} {c}, {n} 1",
    "+ {n}: {w} (by {d})", ">+ @rg: {w} (by {d})", "| {w} | {c}",
]  # fmt: skip
HOW = ["unanimously", "on a show of hands", "by a large majority", "overwhelmingly"]
TITLES = ["Trees", "Apologies", "Declarations of interest", "Minutes", "Trees (Part II, 3)"]


@st.composite
def typed(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A line of data, and what of it must be told."""
    told: list[str] = []

    def fill(match: re.Match[str]) -> str:
        choices = {"n": NAMES, "t": TIMES, "d": DAYS, "p": PAST, "h": HOW,
                   "w": ["word7x", "the 14 geese"], "c": ["31", "44"]}  # fmt: skip
        chosen = draw(st.sampled_from(choices[match[1]]))
        told.extend(SURNAMES.get(chosen, [chosen]) if match[1] == "n" else [chosen])
        return chosen

    return re.sub(r"\{(\w)\}", fill, draw(st.sampled_from(FORMS))), told


meetings = st.lists(
    st.tuples(st.sampled_from(TITLES), st.lists(typed(), max_size=7)), min_size=1, max_size=3
)


def notes_of(parts: Sequence[tuple[str, Sequence[tuple[str, list[str]]]]]) -> str:
    return HEAD + "\n".join(
        line for title, lines in parts for line in (f"# {title}", *(raw for raw, _ in lines))
    )


def flat(text: str) -> str:
    text = text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(text.split())


@given(parts=meetings)
@settings(max_examples=250, deadline=None)
def test_names_dates_and_figures_are_on_the_page_or_found(parts) -> None:
    meeting = read_notes(notes_of(parts).encode()).meeting
    page = flat(document_text(compose(meeting, STYLE, public=False)))
    found = flat(" ".join(finding.words for finding in check(meeting)))
    for _, lines in parts:
        for raw, told in lines:
            for what in told:
                said = flat(what)
                assert said in page or said.removeprefix("@") in found, (raw, what)


@given(parts=meetings)
@settings(max_examples=150, deadline=None)
def test_no_line_of_data_is_printed_as_it_was_typed(parts) -> None:
    meeting = read_notes(notes_of(parts).encode()).meeting
    printed = {
        flat(plain(block.runs)).rstrip(".").lower()
        for block in compose(meeting, STYLE, public=False).blocks
        if isinstance(block, Paragraph | ListEntry)
    }
    for _, line in meeting.lines():
        if line.kind in (Kind.PROCEDURE, Kind.MOTION) and line.fact is not None:
            assert flat(line.text).rstrip(".").lower() not in printed


def _docx_words(meeting: Meeting) -> str:
    package = zipfile.ZipFile(io.BytesIO(docx_bytes(compose(meeting, STYLE), STYLE)))
    parts = [package.read(name).decode("utf-8", "replace") for name in package.namelist()]
    return " ".join(parts)


def _registers(meeting: Meeting) -> str:
    from minute_taker.minutes.exempt import public_view

    seen = public_view(meeting)
    return " ".join(row.words for row in (*decisions(seen), *actions(seen)))


READERS: dict[str, Callable[[Meeting], str]] = {
    "text": lambda meeting: text_bytes(compose(meeting, STYLE), STYLE).decode(),
    "markdown": lambda meeting: markdown_bytes(compose(meeting, STYLE), STYLE).decode(),
    "html": lambda meeting: page_bytes(compose(meeting, STYLE), STYLE).decode(),
    "html-items": lambda meeting: b" ".join(
        item_files(compose(meeting, STYLE), STYLE).values()
    ).decode(),
    "notes": lambda meeting: notes_bytes(meeting, STYLE, public=True).decode(),
    "docx": _docx_words,
    "registers": _registers,
}
SECRET = ["{w}.", "? {w}?", "> {w}.", "! {w}", "! agreed: {w}", "+ Rhys Gale: {w} (by May)",
          ">+ @rg: {w}", "- {w}", "| {w} | 4", "* {w}", "## {w}", "#: {w}", "~ {W}",
          "~ out Winter 7.10 pm for {w}", "~ adjourned for {w}", "~ interest Winter: {w}",
          "% Larkin / Winter: That {w}", "% carried with {w}",
          "! minutes 3 May 2020 subject to {w}",
          "~ attending Al {W} ({w})", "~ chair {W}", "% for {W}", "~ deferred for {w}"]  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_every_reader_of_a_draft_agrees_on_what_is_exempt(reader, data) -> None:
    lines = st.lists(st.sampled_from(SECRET), min_size=1, max_size=6)
    secret, public = data.draw(lines), data.draw(lines)

    def written(forms: Sequence[str], word: str) -> str:
        return "\n".join(form.format(w=word, W=word.capitalize()) for form in forms)

    notes = (
        f"{HEAD}# Lease (Part II, 3)\n{written(secret, 'xylophone')}\n"
        f"# Trees (Part I)\n{written(public, 'bassoon')}\n"
    )
    said = READERS[reader](read_notes(notes.encode()).meeting).lower()
    assert "xylophone" not in said
    if reader != "registers":
        assert said.count("bassoon") >= len(set(public) - {"% for {W}"}) - public.count(
            "% carried with {w}"
        )


def sentences(meeting: Meeting) -> dict[int, str]:
    said: dict[int, str] = {}
    for block in compose(meeting, STYLE, public=False).blocks:
        if isinstance(block, Paragraph | ListEntry | Heading) and getattr(block, "line", None):
            words = plain(block.runs) if not isinstance(block, Heading) else block.text
            said[block.line] = f"{said.get(block.line, '')}{words}"  # type: ignore[index]
    return said


def reaches(new: Line, item: Item, other: Line, others: Item, meeting: Meeting) -> bool:
    """The rules by which a line at its item's end may change the sentence of another."""
    fact, theirs = new.fact, other.fact
    # Who has left comes back, and who has not joins.
    if isinstance(fact, Movement | ApologiesFrom | Interest) and isinstance(theirs, Movement):
        return True
    # Apologies are one sentence, wherever they were given, without those who came after all.
    if isinstance(fact, ApologiesFrom | Movement | Resumed) and isinstance(theirs, ApologiesFrom):
        return True
    # Whose casting vote it was is told by who had the chair.
    if isinstance(theirs, Outcome) and theirs.casting:
        return True
    if others.id != item.id:
        return False
    above = item.lines[item.lines.index(other) + 1 :]
    near = all(
        line.depth
        or line.kind in (Kind.RESOLUTION, Kind.BULLET)
        or isinstance(line.fact, NamedVote)
        for line in above
    )
    # A decision joins the list above it, and is led in to by the vote.
    if new.kind in (Kind.RESOLUTION, Kind.BULLET) or new.depth:
        return near
    # An adjournment and the resumption after it are one sentence.
    if isinstance(fact, Resumed) and isinstance(theirs, Adjourned):
        return not above
    # The minutes approved in words of the clerk's own take the place of the composed sentence.
    return isinstance(fact, MinutesApproved | Moved) and isinstance(theirs, MinutesApproved)


@given(parts=meetings, added=typed(), where=st.integers(0, 2))
@settings(max_examples=250, deadline=None)
def test_a_line_changes_the_sentence_of_another_only_by_these_rules(parts, added, where) -> None:
    longer = list(parts)
    where %= len(parts)
    longer[where] = (parts[where][0], [*parts[where][1], added])
    after = read_notes(notes_of(longer).encode()).meeting
    item = after.items[where]
    new = item.lines[-1]
    shorter = tuple(
        replace(each, lines=each.lines[:-1]) if each is item else each for each in after.items
    )
    before = replace(after, items=shorter, attendance=after.attendance)
    was, now = sentences(before), sentences(after)
    for others in before.items:
        for line in others.lines:
            if was.get(line.id) != now.get(line.id):
                place = before.item(item.id)
                assert place is not None
                assert reaches(new, place, line, others, before), (
                    new.text,
                    line.text,
                    was.get(line.id),
                    now.get(line.id),
                )
