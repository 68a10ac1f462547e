"""Actions and promises: in their place, in a table at the end, or in the draft alone."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from minute_taker.composing.blocks import AnyBlock, Heading, Role, Run, Runs, Table, runs_of
from minute_taker.composing.context import ComposeContext
from minute_taker.composing.names import public_speaker
from minute_taker.composing.page import ItemPage, opening_run
from minute_taker.composing.punctuation import ended
from minute_taker.composing.sentences import listed, upper_first
from minute_taker.composing.wording import fill
from minute_taker.minutes.done_mark import without_done
from minute_taker.minutes.facts import Action
from minute_taker.minutes.model import Item, Kind, Line
from minute_taker.minutes.offices import is_office_code, responsible
from minute_taker.minutes.registers import tasks


class ToDo(Struct, frozen=True):
    """An action with the item and the line that it came from; a promise is an answer's."""

    item: Item
    line: Line
    action: Action
    promise: bool


def all_actions(context: ComposeContext) -> Iterator[ToDo]:
    """Every action and promise that this copy may show, in order."""
    for task in tasks(context.meeting):
        promise = task.line.kind is not Kind.ACTION
        yield ToDo(task.item, task.line, task.action, promise)


def compose_action(page: ItemPage, line: Line) -> None:
    """Add an action where it was taken down, where the style prints it there."""
    settings = page.style.actions
    if settings.printed not in ("in place", "in place and table"):
        return
    fact = line.fact
    if isinstance(fact, Action):
        said = fill(
            settings.line,
            owner=_owner(page.context, fact.owner, line),
            what=page.names.expand(fact.what),
            due=fact.due if settings.detail == "owner and date" else "",
        )
    else:
        said = page.names.expand(without_done(line.text))
    opening = opening_run(settings.opening, bold=True)
    if opening and settings.opening_alone:
        page.paragraph(Role.ACTION, opening[:1], level=line.depth, keep=True)
        opening = ()
    runs = (*opening, *runs_of(ended(said if opening else upper_first(said))))
    page.paragraph(Role.ACTION, runs, line=line.id, level=line.depth)


def compose_action_table(context: ComposeContext) -> list[AnyBlock]:
    """The table of actions at the end; nothing where the style has none or none was agreed."""
    settings = context.style.actions
    if settings.printed not in ("table", "in place and table"):
        return []
    todos = [
        todo for todo in all_actions(context) if settings.promises_in_table or not todo.promise
    ]
    if not todos:
        return []
    columns = [
        column
        for column in settings.columns
        if not (column.holds == "due" and settings.detail == "owner")
    ]
    rows: list[tuple[Runs, ...]] = [
        tuple((Run(column.heading, strong=True),) for column in columns)
    ]
    rows += [
        tuple(runs_of(_cell(context, todo, column.holds) or settings.unset) for column in columns)
        for todo in todos
    ]
    blocks: list[AnyBlock] = []
    if settings.table_heading:
        blocks.append(
            Heading(level=1, text=settings.table_heading, caps=context.style.headings.capitals)
        )
    return [*blocks, Table(rows=tuple(rows), description=settings.table_description)]


def _cell(context: ComposeContext, todo: ToDo, holds: str) -> str:
    numbers = context.numbers(todo.item)
    return {
        "what": upper_first(context.names.expand(todo.action.what)),
        "owner": upper_first(_owner(context, todo.action.owner, todo.line)),
        "due": todo.action.due,
        "item": todo.item.title,
        "agenda": numbers.agenda,
        "minute": numbers.minute or numbers.agenda,
    }[holds]


def _owner(context: ComposeContext, owner: str, line: Line) -> str:
    """Return the owner's name; for a code of an office, the name of whoever holds it."""
    if not owner or public_speaker(owner):
        return context.names.label(owner)
    names = context.names
    # A post that the clerk wrote out is printed as it is written.
    return names.listed(
        [
            names.plain(person) if person and is_office_code(words) else names.label(words)
            for words, person in responsible(context.meeting, owner, line.id)
        ]
    )


def describe_table(context: ComposeContext, header: tuple[str, ...]) -> str:
    """A table's description for those who can't see it, from its header."""
    named = [cell for cell in header if cell]
    return fill(context.style.figures.table_description, columns=listed(named)) if named else ""
