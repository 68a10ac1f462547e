"""RESOLVED and what follows: one decision in a line, several as a list, nested to any depth."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from minute_taker.composing.blocks import ListEntry, Role, Run, Runs, runs_of
from minute_taker.composing.earlier_minutes import corrections, minutes_approved, stand_below
from minute_taker.composing.list_labels import mark
from minute_taker.composing.page import ItemPage, opening_run
from minute_taker.composing.punctuation import (
    closed,
    is_subjunctive,
    leads_on,
    lower_first,
    plainly_opened,
    strip_closing,
    strip_opening,
    with_that,
)
from minute_taker.composing.sentences import lower_start, upper_first
from minute_taker.composing.settings.business import ResolutionSettings
from minute_taker.composing.wording import fill
from minute_taker.minutes.facts import Agreed, DecisionDeferred, Instead, MinutesApproved, Noted
from minute_taker.minutes.model import Kind, Line
from minute_taker.minutes.text import GAP

GoOn = Callable[[ItemPage, Sequence[Line]], None]

_STOPS = {"; and": ";", ", and": ",", "full stops": "."}
_DEEPEST = 3


def _typed(line: Line) -> str:
    """The clerk's words of a resolution."""
    return line.fact.text if isinstance(line.fact, Instead) else line.text


class Decision:
    """A decision of a list with its parts; ``after`` are the lines that continue it."""

    def __init__(self, line: Line) -> None:
        self.line = line
        self.parts: list[Decision] = []
        self.after: list[Line] = []
        # The parts of a stem may be typed without an indent; one that is indented ends that.
        self.adopts = leads_on(_typed(line))


def stands_alone(page: ItemPage, line: Line) -> bool:
    """Whether a resolution is printed as a sentence of its own, outside any RESOLVED."""
    if isinstance(line.fact, Agreed):
        return True
    as_sentence = page.style.previous_minutes.printed_as == "sentence"
    return isinstance(line.fact, MinutesApproved) and as_sentence


def decisions_end(page: ItemPage, lines: Sequence[Line], start: int) -> int:
    """Where the run of decisions that starts there ends: what continues one is part of it."""
    end = start + 1
    while end < len(lines):
        line = lines[end]
        if line.kind is Kind.RESOLUTION:
            if stands_alone(page, line):
                break
        elif not line.depth:
            break
        end += 1
    return end


def tree(lines: Sequence[Line]) -> list[Decision]:
    """The decisions of a run with their parts under them."""
    roots: list[Decision] = []
    path: list[tuple[float, Decision]] = []
    for line in lines:
        if line.kind is not Kind.RESOLUTION and path:
            path[-1][1].after.append(line)
            continue
        depth: float = line.depth
        while path and path[-1][0] > depth:
            path.pop()
        if path and path[-1][0] == depth:
            if path[-1][1].adopts and not _typed(line).lower().startswith("that "):
                depth += 0.5
            else:
                path.pop()
        elif path:
            path[-1][1].adopts = False
        decision = Decision(line)
        (path[-1][1].parts if path else roots).append(decision)
        path.append((depth, decision))
    return roots


def flattened(
    decisions: Sequence[Decision], level: int = 0
) -> Iterator[tuple[Decision, int, int, bool]]:
    """Each decision in order with its level, its number there, and whether it is the last."""
    for number, decision in enumerate(decisions, 1):
        yield decision, level, number, number == len(decisions)
        yield from flattened(decision.parts, level + 1)


def compose_decisions(page: ItemPage, lines: Sequence[Line], go_on: GoOn) -> None:
    """Add a run of decisions to the page; ``go_on`` composes what continues one."""
    if stands_alone(page, lines[0]):
        _sentence(page, lines[0])
        go_on(page, lines[1:])
        return
    _Resolved(page, tree(lines), go_on).compose()


def compose_moved(page: ItemPage, motion: Line, parts: Sequence[Line], go_on: GoOn) -> None:
    """Add the parts of a motion that stands on the page: moved with it, and not resolved yet."""
    stem = Decision(motion)
    stem.parts = tree(parts)
    _Resolved(page, [stem], go_on).compose_parts()


def _sentence(page: ItemPage, line: Line) -> None:
    fact = line.fact
    if isinstance(fact, MinutesApproved):
        text = minutes_approved(page.context, fact)
    else:
        typed = page.names.expand(fact.text if isinstance(fact, Agreed) else line.text)
        text = _agreed(page, plainly_opened(typed))
    page.paragraph(Role.RESOLUTION, runs_of(closed(upper_first(text), ".")), line=line.id)
    _below(page, line, 0)


def _agreed(page: ItemPage, typed: str) -> str:
    first = typed.split(" ", 1)[0].lower()
    if first in ("that", "to"):
        what = lower_start(typed)
    elif is_subjunctive(typed) or typed[:1].islower():
        what = f"that {lower_first(typed)}"
    else:
        return typed
    return fill(page.style.resolutions.agreed, what=what)


def as_decided(settings: ResolutionSettings, text: str) -> str:
    """The words of a decision as they follow the opening: with "That" or without, the letter."""
    worded = with_that(text, settings.verbs) if settings.that else upper_first(text)
    if settings.first_letter == "as typed":
        return worded
    # An opening that ends in "that" says it already, and the sentence goes on from it.
    said = re.search(r"\bthat\W*$", settings.opening, re.IGNORECASE) is not None
    bare = worded[5:] if said and worded.startswith("That ") else worded
    return lower_first(bare, settings.verbs)


def _below(page: ItemPage, line: Line, level: int) -> None:
    """Add the corrections to minutes that were approved subject to them, where they stand below."""
    if isinstance(line.fact, MinutesApproved) and stand_below(page.context, line.fact):
        for words in corrections(page.context, line.fact):
            page.bullet(runs_of(words), line=line.id, level=min(level, _DEEPEST))


class _Resolved:
    """One RESOLVED as it is put on the page."""

    def __init__(self, page: ItemPage, roots: list[Decision], go_on: GoOn) -> None:
        self.page = page
        self.go_on = go_on
        self.set = page.style.resolutions
        self.roots = roots
        self.stop = _STOPS[self.set.joined]
        self.series = page.context.new_series()

    def compose(self) -> None:
        order = list(flattened(self.roots))
        alone = len(self.roots) == 1
        opening = opening_run(self.set.opening, bold=self.set.bold)
        begun = False
        if opening and (not alone or self.set.alone == "next line"):
            self.page.paragraph(Role.RESOLUTION, opening[:1], keep=True)
            opening, begun = (), True
        for index in range(len(order)):
            self._compose_one(order, index, alone, opening, begun=begun)

    def compose_parts(self) -> None:
        """Add the parts alone: what stands above them is on the page already."""
        order = list(flattened(self.roots))
        for index in range(1, len(order)):
            self._compose_one(order, index, alone=True)

    def _compose_one(
        self,
        order: Sequence[tuple[Decision, int, int, bool]],
        index: int,
        alone: bool,
        opening: Runs = (),
        *,
        begun: bool = False,
    ) -> None:
        decision, level, number, _ = order[index]
        following = order[index + 1] if index + 1 < len(order) else None
        stop = self._stop_before(following, level)
        text = self._worded(decision, level, alone)
        shown = self._shown(decision, text, stop)
        if alone and not level:
            self.page.paragraph(
                Role.RESOLUTION,
                (*opening, *runs_of(shown)),
                line=decision.line.id,
                keep=bool(decision.parts or decision.after),
                goes_on=begun,
            )
        else:
            self._entry(decision, shown, min(level - alone, _DEEPEST), number)
        _below(self.page, decision.line, level - alone + 1)
        self._continued(decision, text, stop, level - alone)

    def _stop_before(self, following: tuple[Decision, int, int, bool] | None, level: int) -> str:
        if following is None or self.stop == ".":
            return "."
        _, next_level, _, last = following
        return f"{self.stop} and" if last and next_level <= level else self.stop

    def _worded(self, decision: Decision, level: int, alone: bool) -> str:
        text = self._words(decision.line, marks=level > 0 or not alone)
        if level:
            if self.set.parts == "capital":
                return upper_first(text)
            return lower_first(text, self.set.verbs)
        return as_decided(self.set, text)

    def _words(self, line: Line, *, marks: bool) -> str:
        fact = line.fact
        if isinstance(fact, MinutesApproved):
            return strip_closing(minutes_approved(self.page.context, fact))
        if isinstance(fact, Noted):
            return self.set.noted
        if isinstance(fact, DecisionDeferred):
            date = "" if fact.more else self._until(line, fact)
            said = fill(self.set.deferred, date=date)
            return f"{said} {self.page.names.expand(fact.more)}" if fact.more else said
        text = strip_opening(self.page.names.expand(_typed(line)), marks=marks)
        return strip_closing(text)

    def _until(self, line: Line, fact: DecisionDeferred) -> str:
        typed = self.page.context.date(fact.until) or (GAP if GAP in line.text else "")
        return typed or self.page.put_off_to

    def _shown(self, decision: Decision, text: str, stop: str) -> str:
        if leads_on(text):
            return text
        if decision.parts:
            return f"{text}:"
        return text if text.endswith(("; or", ", or")) else closed(text, stop)

    def _entry(self, decision: Decision, text: str, level: int, number: int) -> None:
        self.page.entry(
            ListEntry(
                role=Role.RESOLUTION,
                runs=runs_of(text),
                series=self.series,
                ordinal=number,
                mark=mark(self.set.marks[level], number),
                level=level,
                keep_with_next=bool(decision.parts),
                line=decision.line.id,
            )
        )

    def _continued(self, decision: Decision, text: str, stop: str, level: int) -> None:
        """Return what continues a decision. Bullets after a colon take its stops."""
        if not leads_on(text):
            self.go_on(self.page, decision.after)
            return
        left = sum(line.kind is Kind.BULLET for line in decision.after)
        for listed, lines in groupby(decision.after, lambda line: line.kind is Kind.BULLET):
            if not listed:
                self.go_on(self.page, list(lines))
                continue
            for line in lines:
                left -= 1
                after = stop if not left else f"{self.stop} and" if left == 1 else self.stop
                after = "." if self.stop == "." else after
                after = after if self.set.bullet_stops else ""
                words = strip_closing(self.page.names.expand(line.text))
                self.page.bullet(
                    (*runs_of(words), Run(after)), line=line.id, level=min(level + 1, _DEEPEST)
                )
