"""From the lines of an item to its blocks: lines of a kind in a row are put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from minute_taker.composing.actions import compose_action, describe_table
from minute_taker.composing.blocks import Role, Runs, Table, runs_of
from minute_taker.composing.motions import compose_motion, compose_named_votes
from minute_taker.composing.page import ItemPage
from minute_taker.composing.procedure import (
    changes_chair,
    compose_adjournment,
    compose_chair_change,
    compose_procedure,
    is_merged,
)
from minute_taker.composing.questions import (
    compose_answer,
    compose_lead_in,
    compose_question,
    first_question,
    is_own_lead_in,
    lead_in_due,
)
from minute_taker.composing.resolutions import (
    compose_decisions,
    compose_moved,
    decisions_end,
    stands_alone,
)
from minute_taker.composing.wording import fill
from minute_taker.minutes.facts import Moved, NamedVote, Row
from minute_taker.minutes.model import Kind, Line

_Lines = Sequence[Line]


def compose_lines(page: ItemPage, lines: _Lines) -> None:
    """Add the lines of an item to its page."""
    question = first_question(lines)
    lead_in = question if question is not None and lead_in_due(page, lines, question) else None
    index = 0
    while index < len(lines):
        if index == lead_in:
            compose_lead_in(page, lines)
        index = _COMPOSERS[lines[index].kind](page, lines, index)


def compose_continuing(page: ItemPage, lines: _Lines) -> None:
    """Add lines that continue something: no lead-in is due among them."""
    index = 0
    while index < len(lines):
        index = _COMPOSERS[lines[index].kind](page, lines, index)


def _next(lines: _Lines, index: int) -> Line | None:
    return lines[index + 1] if index + 1 < len(lines) else None


def _text(page: ItemPage, lines: _Lines, index: int) -> int:
    line = lines[index]
    following = _next(lines, index)
    words = page.context.words(line.text)
    if line.depth:
        page.go_on(words, line=line.id, depth=line.depth)
    elif is_own_lead_in(line) and following is not None:
        leads = following.kind is Kind.QUESTION
        role = Role.LEAD_IN if leads else Role.TEXT
        page.paragraph(role, words, line=line.id, keep=True)
    else:
        page.paragraph(Role.TEXT, words, line=line.id)
    return index + 1


def _question(page: ItemPage, lines: _Lines, index: int) -> int:
    following = _next(lines, index)
    answered = following is not None and following.kind is Kind.ANSWER
    taken = compose_question(page, lines[index], following if answered else None)
    return index + (2 if taken else 1)


def _answer(page: ItemPage, lines: _Lines, index: int) -> int:
    compose_answer(page, lines[index], first=not page.answered)
    return index + 1


def _bullet(page: ItemPage, lines: _Lines, index: int) -> int:
    line = lines[index]
    page.bullet(page.context.words(line.text), line=line.id, level=line.depth)
    return index + 1


def _resolution(page: ItemPage, lines: _Lines, index: int) -> int:
    end = decisions_end(page, lines, index)
    compose_decisions(page, lines[index:end], compose_continuing)
    return end


def _action(page: ItemPage, lines: _Lines, index: int) -> int:
    compose_action(page, lines[index])
    return index + 1


def _procedure(page: ItemPage, lines: _Lines, index: int) -> int:
    line, following = lines[index], _next(lines, index)
    if following is not None and is_merged(line, following):
        compose_adjournment(page, line, following)
        return index + 2
    if following is not None and changes_chair(page, line, following):
        compose_chair_change(page, line, following)
        return index + 2
    compose_procedure(page, line)
    return index + 1


def _motion(page: ItemPage, lines: _Lines, index: int) -> int:
    end = index + 1
    if page.style.motions.named and isinstance(lines[index].fact, NamedVote):
        while end < len(lines) and isinstance(lines[end].fact, NamedVote):
            end += 1
    parts = _moved_parts(lines, index)
    following = _next(lines, end - 1)
    leads_in = (
        following is not None
        and not parts
        and following.kind is Kind.RESOLUTION
        and not stands_alone(page, following)
        and following.id not in page.unvoted
    )
    if page.style.motions.named and isinstance(lines[index].fact, NamedVote):
        compose_named_votes(page, lines[index:end], leads_in=leads_in)
    else:
        compose_motion(page, lines[index], leads_in=leads_in)
    if parts:
        compose_moved(page, lines[index], parts, compose_continuing)
    return end + len(parts)


def _moved_parts(lines: _Lines, index: int) -> _Lines:
    """The parts of a motion, typed as a resolution's are, with what goes on with each."""
    following = _next(lines, index)
    if not isinstance(lines[index].fact, Moved) or following is None:
        return ()
    if following.kind is not Kind.RESOLUTION:
        return ()
    return list(takewhile(lambda line: line.depth > 0, lines[index + 1 :]))


def _subheading(page: ItemPage, lines: _Lines, index: int) -> int:
    line = lines[index]
    page.subheading(page.names.expand(line.text), line.id)
    return index + 1


def _agenda(page: ItemPage, lines: _Lines, index: int) -> int:
    line = lines[index]
    words = fill(page.style.figures.agenda_text, text=page.names.expand(line.text))
    page.paragraph(Role.AGENDA, runs_of(words), line=line.id, level=line.depth)
    return index + 1


def _note(page: ItemPage, lines: _Lines, index: int) -> int:
    line = lines[index]
    words = fill(page.style.figures.note, text=page.names.expand(line.text))
    page.paragraph(Role.NOTE, runs_of(words), line=line.id, level=line.depth)
    return index + 1


def _table(page: ItemPage, lines: _Lines, index: int) -> int:
    end = index
    rows: list[tuple[str, ...]] = []
    while end < len(lines) and lines[end].kind is Kind.ROW:
        fact = lines[end].fact
        cells = fact.cells if isinstance(fact, Row) else (lines[end].text,)
        rows.append(tuple(page.names.expand(cell) for cell in cells))
        end += 1
    width = max(len(row) for row in rows)
    full: list[tuple[Runs, ...]] = []
    for row in rows:
        cells = (*row, *[""] * (width - len(row)))
        full.append(tuple(runs_of(cell, strong=not full) for cell in cells))
    description = describe_table(page.context, rows[0])
    page.add(Table(rows=tuple(full), description=description, line=lines[index].id))
    return end


#: Who composes a kind of line: given the page, the lines and where it stands, it gives back
#: where the rest begins.
_COMPOSERS: dict[Kind, Callable[[ItemPage, _Lines, int], int]] = {
    Kind.TEXT: _text,
    Kind.QUESTION: _question,
    Kind.ANSWER: _answer,
    Kind.BULLET: _bullet,
    Kind.RESOLUTION: _resolution,
    Kind.ACTION: _action,
    Kind.PROCEDURE: _procedure,
    Kind.MOTION: _motion,
    Kind.SUBHEADING: _subheading,
    Kind.AGENDA: _agenda,
    Kind.NOTE: _note,
    Kind.ROW: _table,
}
