"""What the listing commands of line mode show, a row a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from minute_taker.capture.commands import COMMANDS
from minute_taker.capture.language import format_item, format_line
from minute_taker.capture.signs import ESCAPE, SIGNS
from minute_taker.minutes.exempt import withheld
from minute_taker.minutes.gaps import lines_with_gaps
from minute_taker.minutes.model import HeadingKind, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.presence import standing, still_expected
from minute_taker.minutes.text import counted

Rows = tuple[str, ...]


def line_row(line: Line) -> str:
    """A line with its id, as it would be typed."""
    return f"{line.id} {format_line(line)}"


def lines_rows(meeting: Meeting, item_id: int | None = None) -> Rows:
    """The lines of an item, or (None) of the meeting, under their headings."""
    rows: list[str] = []
    for item in meeting.items:
        if item_id is None or item.id == item_id:
            rows += [] if item.heading is HeadingKind.NONE else [format_item(item)]
            rows += [line_row(line) for line in item.lines]
    return tuple(rows)


def rows_of(meeting: Meeting, line_ids: Iterable[int]) -> Rows:
    """These lines, in the order of the record, marked where no public copy shows them."""
    wanted = set(line_ids)
    exempt = {line.id for line, _ in withheld(meeting)}
    return tuple(
        line_row(line) + " [exempt]" * (line.id in exempt)
        for _, line in meeting.lines()
        if line.id in wanted
    )


def titles_of(meeting: Meeting, item_ids: Iterable[int]) -> Rows:
    """The titles of these items, in the order of the agenda."""
    wanted, numbers = set(item_ids), item_numbers(meeting)
    return tuple(
        f"item {numbers[item.id].agenda or '-'}: {item.title}"
        for item in meeting.items
        if item.id in wanted
    )


def _agenda(meeting: Meeting) -> Rows:
    numbers = item_numbers(meeting)
    return tuple(
        f"{numbers[item.id].agenda or '-'} {item.title} ({counted(len(item.lines), 'line')}"
        f"{', Part II' if item.part.value == 'II' else ''})"
        for item in meeting.items
        if item.heading is not HeadingKind.NONE
    )


def _people(meeting: Meeting) -> Rows:
    here = standing(meeting).present
    rows = []
    for person in meeting.attendance:
        post = f" ({person.post})" if person.post else ""
        away = "" if person.id in here or person.state.value != "present" else ", out"
        rows.append(f"@{person.code} {person.name}{post}, {person.group}, {person.state}{away}")
    return tuple(rows)


def _gaps(meeting: Meeting) -> Rows:
    people = (f"@{person.code} {person.name}, expected" for person in still_expected(meeting))
    return (*people, *rows_of(meeting, lines_with_gaps(meeting)))


def _actions(meeting: Meeting) -> Rows:
    from minute_taker.minutes.register_output import action_line
    from minute_taker.minutes.registers import actions

    return tuple(map(action_line, actions(meeting)))


def _decisions(meeting: Meeting) -> Rows:
    from minute_taker.minutes.register_output import decision_line
    from minute_taker.minutes.registers import decisions

    return tuple(map(decision_line, decisions(meeting)))


def _check(meeting: Meeting) -> Rows:
    from minute_taker.minutes.checking import check

    return tuple(
        f"line {found.line}: {found.words}" if found.line is not None else found.words
        for found in check(meeting)
    )


def _help(_meeting: Meeting) -> Rows:
    signs = [f"{sign.sign or '(no sign)'} {sign.word}" for sign in SIGNS]
    commands = [f"{form.usage}: {form.does}" for form in COMMANDS]
    return (*signs, f"{ESCAPE} what follows is plain text", *commands, "s/old/new/: mends the last")


#: What each word of ``Show`` lists.
SHOWN: dict[str, Callable[[Meeting], Rows]] = {
    "agenda": _agenda,
    "people": _people,
    "gaps": _gaps,
    "actions": _actions,
    "decisions": _decisions,
    "check": _check,
    "help": _help,
}

#: What is said where there is nothing to list, with what would make something.
NONE_TO_SHOW = {
    "agenda": "no item of the agenda yet; # and a title begins one",
    "people": "nobody is in the attendance yet; :add members: NAME, NAME puts them there",
    "gaps": "no gap is left",
    "actions": "no action yet; + takes one down, >+ an answer that promises",
    "decisions": "nothing is decided yet; ! takes a resolution down",
    "check": "nothing was found",
}
