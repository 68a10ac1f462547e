"""The registers of a meeting: what was decided, and who is to do what by when.

Both are read from the lines each time, so they can't differ from the minutes. That an action
is done stands in its line, too: the mark ``[done]`` after its words and its date
(``+ Rani Dady: send the costs (by 1 March 2020) [done]``). It is kept and never printed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import takewhile
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.minutes.chair import in_the_chair
from minute_taker.minutes.deferral import headed_day, says_so_below
from minute_taker.minutes.done_mark import is_task
from minute_taker.minutes.facts import (
    Action,
    Agreed,
    DecisionDeferred,
    Exclusion,
    Instead,
    InWriting,
    ItemDeferred,
    MinutesApproved,
    NamedVote,
    Noted,
    Outcome,
)
from minute_taker.minutes.model import Attendee, Item, Kind, Line, Meeting
from minute_taker.minutes.numbering import item_numbers
from minute_taker.minutes.offices import responsible
from minute_taker.minutes.people import CODE_IN_TEXT, FREE_CODES
from minute_taker.minutes.text import leads_to_list, listed
from minute_taker.minutes.when import format_date, parse_date

if TYPE_CHECKING:
    from minute_taker.minutes.amending import Motion

#: What an entry of a list is closed with, which is the page's business.
_CLOSING = re.compile(r"\s*(?:[;,]\s*(?:and)?|(?<!\.)\.)?\s*$")


Outcomes = Literal[
    "resolved",
    "agreed",
    "approved",
    "noted",
    "deferred",
    "carried",
    "lost",
    "fell",
    "withdrawn",
    "elected",
]


Source = Literal["+", ">+", "~ writing"]


class Row(Struct, frozen=True, kw_only=True):
    """What the rows of both registers have: which meeting, which item, which line.

    ``item`` and ``line`` are ids, ``line`` None for what stands in a heading; ``agenda`` and
    ``minute`` are the item's numbers as printed, ``title`` its heading, ``part`` I or II. In
    ``words`` people stand by name.
    """

    committee: str
    date: dt.date | None
    item: int
    agenda: str
    minute: str
    title: str
    part: str
    line: int | None
    words: str


class DecisionRow(Row, frozen=True, kw_only=True):
    """One decision. ``depth`` is over 0 for a part of the decision above it.

    ``outcome`` is in one word what became of it, ``votes`` the totals for, against and
    abstained, where a vote was counted, ``casting`` who gave the casting vote, where there was
    one and it is known who was in the chair.
    """

    outcome: Outcomes
    votes: tuple[int, ...] = ()
    casting: str = ""
    depth: int = 0


class ActionRow(Row, frozen=True, kw_only=True):
    """One action or promise.

    ``who`` are the names of those who are to do it, empty where nobody is named, and ``to``
    those who asked for it, where it is owed to whoever asked a question. ``due`` is in the
    clerk's words, ``due_on`` the day where they are a date. ``source`` is the sign of the line
    that it comes from.
    """

    who: tuple[str, ...]
    to: tuple[str, ...]
    due: str
    due_on: dt.date | None
    source: Source
    done: bool


class Task(NamedTuple):
    """A line that somebody must follow up, what it says as data, and the question it answers."""

    item: Item
    line: Line
    action: Action
    question: Line | None = None


def tasks(meeting: Meeting) -> Iterator[Task]:
    """Every action, promise and answer to be written, with its data.

    Whoever was asked keeps a promise that names nobody else; a supplementary that names nobody
    is put to whoever was asked first.
    """
    for item in meeting.items:
        question, asked = None, ""
        for line in item.lines:
            if line.kind is Kind.QUESTION:
                asked = line.addressee or (asked if line.supplementary else "")
                question = line
            elif isinstance(line.fact, InWriting):
                yield Task(item, line, _to_write(line.fact, question, asked), question)
            elif line.promise:
                action = _action(line)
                owner = action.owner or asked
                yield Task(item, line, replace(action, owner=owner), question)
            elif is_task(line):
                yield Task(item, line, _action(line))


def _action(line: Line) -> Action:
    return line.fact if isinstance(line.fact, Action) else Action(what=line.text)


def _to_write(fact: InWriting, question: Line | None, asked: str) -> Action:
    what = f"answer in writing: {question.text}" if question is not None else "answer in writing"
    return Action(fact.who or asked, what, fact.due, fact.done)


def actions(meeting: Meeting) -> tuple[ActionRow, ...]:
    """The register of actions, in the order of the record."""
    head = _Heads(meeting)
    rows = []
    for item, line, fact, question in tasks(meeting):
        due_on = None
        with suppress(ValueError):
            due_on = parse_date(fact.due)
        row = ActionRow(
            **head.of(item),
            line=line.id,
            words=named(meeting, fact.what),
            who=owners(meeting, fact.owner, line),
            to=owners(meeting, question.speaker, question) if question is not None else (),
            due=fact.due,
            due_on=due_on,
            source=_source(line),
            done=fact.done,
        )
        rows.append(row)
    return tuple(rows)


def _source(line: Line) -> Source:
    if isinstance(line.fact, InWriting):
        return "~ writing"
    return ">+" if line.promise else "+"


def open_actions(meeting: Meeting) -> tuple[ActionRow, ...]:
    """The actions that are not marked as done."""
    return tuple(row for row in actions(meeting) if not row.done)


def decisions(meeting: Meeting) -> tuple[DecisionRow, ...]:
    """The register of decisions, in the order of the record.

    A resolution stands for the motion that led to it; a motion that none followed, lost or
    withdrawn among them, is a decision in its own words. Amendments are none.
    """
    head = _Heads(meeting)
    rows = []
    for item in meeting.items:
        for line, words, outcome, vote in _decided(meeting, item):
            row = DecisionRow(
                **head.of(item),
                line=line.id if line is not None else None,
                words=words,
                outcome=outcome,
                votes=_fact(vote).votes if vote is not None else (),
                casting=_casting(meeting, vote),
                depth=line.depth if line is not None and line.kind is Kind.RESOLUTION else 0,
            )
            rows.append(row)
    return tuple(rows)


_Decided = tuple[Line | None, str, Outcomes, Line | None]


def _fact(vote: Line) -> Outcome:
    assert isinstance(vote.fact, Outcome)
    return vote.fact


def _casting(meeting: Meeting, vote: Line | None) -> str:
    """Who gave the casting vote; empty where there was none."""
    if vote is None or not _fact(vote).casting:
        return ""
    return in_the_chair(meeting, vote.id).name


def _decided(meeting: Meeting, item: Item) -> Iterator[_Decided]:
    """The decisions of an item: line, words, outcome, and the line of the vote."""
    # An export asks for the actions alone, and need not wait for what compares two texts.
    from minute_taker.minutes.amending import going_on, motion_parts, motions
    from minute_taker.minutes.elections import elections
    from minute_taker.minutes.voted import voted

    on_people = elections(item)
    parts = motion_parts(item)
    of_motions = {line.id for lines in parts.values() for line in lines}
    from_vote = voted(item)
    by_vote: dict[int | None, list[Motion]] = {}
    for motion in motions(item):
        by_vote.setdefault(motion.decided, []).append(motion)
    if item.deferred and not says_so_below(item):
        yield None, f"The item was {item.deferred}", "deferred", None
    vote: Line | None = None
    for index, line in enumerate(item.lines):
        if line.id in of_motions:
            continue
        if line.kind is Kind.RESOLUTION:
            words, outcome = _resolved(meeting, line)
            its_vote = vote if line.id in from_vote else None
            if its_vote is not None and outcome == "resolved":
                outcome = "carried"
            below = takewhile(_is_no_resolution, going_on(item.lines, index, words))
            yield line, _with_more(meeting, words, below), outcome, its_vote
            continue
        if isinstance(line.fact, NamedVote) or line.depth:
            continue
        vote = None
        if isinstance(line.fact, ItemDeferred):
            until = line.fact.until or headed_day(item)
            words = _put_off("The item was deferred", until)
            if line.fact.more:
                words = f"The item was deferred {line.fact.more}"
            yield line, words, "deferred", None
        elif isinstance(line.fact, Exclusion):
            yield line, "That the press and public be excluded from the meeting", "resolved", None
        elif isinstance(line.fact, Outcome):
            led_in = line.fact.result == "carried" and _is_led_in(item, index, from_vote)
            vote = line if led_in else None
            if (election := on_people.get(line.id)) is not None:
                if election.who and not led_in:
                    post = f" as {named(meeting, election.post)}" if election.post else ""
                    who = listed(owners(meeting, election.who, line))
                    were = "were" if " and " in who else "was"
                    yield line, f"{who} {were} elected{post}", "elected", line
                continue
            for motion in by_vote.get(line.id, ()):
                if motion.outcome is None or motion.moved.amendment:
                    continue
                if not (led_in and motion.carried):
                    words = named(meeting, _moved(motion))
                    said = _with_more(meeting, words, parts.get(motion.line, ()))
                    yield line, said, motion.outcome.result, line


def _is_no_resolution(line: Line) -> bool:
    return line.kind is not Kind.RESOLUTION


def _with_more(meeting: Meeting, words: str, lines: Iterable[Line]) -> str:
    """Words with those of the lines that go on with them."""
    more: list[str] = []
    for line in lines:
        cells = getattr(line.fact, "cells", None)
        said = ", ".join(cells) if cells else line.text
        more.append(_CLOSING.sub("", named(meeting, said)))
    if not more:
        return words
    return f"{words} {'; '.join(more)}" if leads_to_list(words) else f"{words}. {'. '.join(more)}"


def _is_led_in(item: Item, outcome: int, from_vote: frozenset[int]) -> bool:
    """Whether what a vote decided follows it at once, or after who voted which way."""
    for at in range(outcome + 1, len(item.lines)):
        line = item.lines[at]
        if not isinstance(line.fact, NamedVote):
            return line.id in from_vote
    return False


def _moved(motion: Motion) -> str:
    if motion.words is not None:
        return motion.words
    return f"{motion.moved.text} (as amended)"


def _resolved(meeting: Meeting, line: Line) -> tuple[str, Outcomes]:
    """A resolution's words and outcome, its short forms written out."""
    fact = line.fact
    if isinstance(fact, MinutesApproved):
        days = ", ".join(format_date(day) for day in fact.dates)
        changed = f", subject to {fact.subject_to}" if fact.subject_to else ""
        of = days or ("the previous meeting" if fact.previous else "??")
        return f"Minutes of {of} approved{changed}", "approved"
    if isinstance(fact, Noted):
        return "That the report be noted", "noted"
    if isinstance(fact, DecisionDeferred):
        place = meeting.place_of(line.id)
        if fact.more:
            return f"That the item be deferred {fact.more}", "deferred"
        until = fact.until or (headed_day(place[0]) if place is not None else None)
        return _put_off("That the item be deferred", until), "deferred"
    if isinstance(fact, Agreed):
        words = named(meeting, fact.text)
        return _CLOSING.sub("", words[:1].upper() + words[1:]), "agreed"
    words = fact.text if isinstance(fact, Instead) else line.text
    return _CLOSING.sub("", named(meeting, words)), "resolved"


def resolved_words(meeting: Meeting, line: Line) -> str:
    """A resolution's words for those who hear or list it, its short forms written out."""
    return _resolved(meeting, line)[0]


def _put_off(words: str, until: dt.date | None) -> str:
    return f"{words} to {format_date(until)}" if until else words


class _Heads:
    """What the rows of one item have in common, made once."""

    def __init__(self, meeting: Meeting) -> None:
        self._meeting = meeting
        self._numbers = item_numbers(meeting)

    def of(self, item: Item) -> dict[str, Any]:
        numbers = self._numbers[item.id]
        return {
            "committee": self._meeting.committee,
            "date": self._meeting.date,
            "item": item.id,
            "agenda": numbers.agenda,
            "minute": numbers.minute,
            "title": item.title,
            "part": item.part.value,
        }


def owners(meeting: Meeting, owner: str, line: Line) -> tuple[str, ...]:
    """The names of those whom an action of a line names; codes of nobody known in words."""
    if not owner:
        return ()
    if owner.startswith("["):
        return (owner[1:-1].partition(",")[0].strip(),)
    found = responsible(meeting, owner, line.id)
    return tuple(_called(person, words) for words, person in found)


def _called(person: Attendee | None, words: str) -> str:
    if person is not None:
        return person.name
    bare = words.removeprefix("@")
    return FREE_CODES.get(bare.lower(), bare)


def named(meeting: Meeting, text: str) -> str:
    """The text with people's names for their codes; a code that nobody has stays."""
    if "@" not in text:
        return text
    codes = {person.code: person.name for person in meeting.attendance} | FREE_CODES
    return CODE_IN_TEXT.sub(lambda found: codes.get(found[1].lower(), found[0]), text)
