"""Motions and their amendments: what stands, what an amendment would change, what became of it.

Clerks write an amendment in one of two ways: as the motion would then read, or as an
instruction (``That the words "by June" be added at the end``). Both are followed where they
can be; where they can't, the text as amended is not told, never guessed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from minute_taker.minutes.elections import elections, most_votes
from minute_taker.minutes.facts import Moved, NamedVote, Outcome
from minute_taker.minutes.model import Item, Kind, Line
from minute_taker.minutes.names import folded, surname
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.remembered import remembered
from minute_taker.minutes.text import leads_to_list

#: Under this likeness an amendment says what to do rather than how the motion would read.
_ALIKE = 0.5


class Piece(Struct, frozen=True):
    """Some words of a text, and whether an amendment keeps, adds or takes them out."""

    words: str
    change: Literal["kept", "added", "taken out"] = "kept"


class Motion(Struct, frozen=True):
    """A motion or an amendment of an item.

    ``line`` is where it was moved, ``decided`` the line of its ``outcome``, both None until
    there is one. ``before`` is what stood when an amendment was moved, ``words`` the text that
    stands once it is decided: a motion's as amended, an amendment's as the motion would read;
    None where that can't be told. ``amended`` says that an amendment of it was carried.
    """

    line: int
    moved: Moved
    words: str | None
    before: str | None = None
    amended: bool = False
    outcome: Outcome | None = None
    decided: int | None = None

    @property
    def carried(self) -> bool:
        """Whether it was put to the vote and carried."""
        return self.outcome is not None and self.outcome.result == "carried"

    @property
    def withdrawn(self) -> bool:
        """Whether it was never put to the vote."""
        return self.outcome is not None and self.outcome.result in ("fell", "withdrawn")

    def pieces(self) -> tuple[Piece, ...]:
        """The words with an amendment's changes marked; as moved where they can't be told."""
        if self.moved.amendment and self.before and self.words:
            return changes(self.before, self.words)
        return (Piece(self.words or self.moved.text),)


@remembered
def motions(item: Item) -> tuple[Motion, ...]:
    """The motions and amendments of an item, in the order in which they were moved.

    An outcome belongs to the amendment before the body, or else to the motion. One with votes
    for each belongs to all the motions that wait: they were put against one another.
    """
    found: list[Motion] = []
    motion: int | None = None
    amendment: int | None = None
    on_people = elections(item)
    for line in item.lines:
        fact = line.fact
        if line.id in on_people:
            continue
        if isinstance(fact, Moved):
            here = len(found)
            if fact.amendment:
                stands = found[motion].words if motion is not None else None
                words = amended(stands, fact.text) if stands else None
                found.append(Motion(line.id, fact, words, before=stands))
                amendment = here
            else:
                found.append(Motion(line.id, fact, fact.text))
                motion, amendment = here, None
        elif isinstance(fact, Outcome) and fact.each:
            _put_against_one_another(found, fact, line.id)
            motion = amendment = None
        elif isinstance(fact, Outcome):
            at = amendment if amendment is not None else motion
            if at is None:
                continue
            found[at] = replace(found[at], outcome=fact, decided=line.id)
            if amendment is not None and motion is not None and found[at].carried:
                found[motion] = replace(found[motion], words=found[at].words, amended=True)
            motion = motion if amendment is not None else None
            amendment = None
    return tuple(found)


def _put_against_one_another(found: list[Motion], fact: Outcome, line: int) -> None:
    """Decide the motions that wait: the one with the most votes is carried, the others lost."""
    waiting = [n for n, each in enumerate(found) if not (each.outcome or each.moved.amendment)]
    won = most_votes(fact)
    winner = next((n for n in waiting if won and _moved_by(found[n], won)), None)
    names = [name for name, _ in fact.each]
    if winner is None and won and len(waiting) == len(names):
        # Called by something else than their movers, they are named in their order.
        winner = waiting[names.index(won)]
    for n in waiting:
        result: Literal["carried", "lost"] = "carried" if n == winner else "lost"
        if winner is not None:
            found[n] = replace(found[n], outcome=replace(fact, result=result), decided=line)


def _moved_by(motion: Motion, name: str) -> bool:
    mover = motion.moved.mover
    return folded(mover) == folded(name) or folded(surname(mover)) == folded(surname(name))


@remembered
def decided(item: Item) -> dict[int, Motion]:
    """What each vote of an item decided, by the id of its line: of several, what was carried."""
    by_vote: dict[int, Motion] = {}
    for motion in motions(item):
        if motion.decided is not None and (motion.decided not in by_vote or motion.carried):
            by_vote[motion.decided] = motion
    return by_vote


def motion_parts(item: Item) -> dict[int, tuple[Line, ...]]:
    """What goes on with each motion, by its line's id: its parts, its list, its paragraphs.

    They are indented under it, or a list that its colon leads to, and are moved with it: what
    is typed as a part of a resolution there is none yet.
    """
    found: dict[int, tuple[Line, ...]] = {}
    for at, line in enumerate(item.lines):
        if isinstance(line.fact, Moved):
            parts = tuple(going_on(item.lines, at, line.fact.text))
            found |= {line.id: parts} if parts else {}
    return found


def going_on(lines: Sequence[Line], at: int, words: str) -> Iterator[Line]:
    """The lines that go on with the one at ``at``, which has these words.

    They are indented under it, or the list or table that its colon leads to.
    """
    led_to = (Kind.BULLET, Kind.ROW) if leads_to_list(words) else ()
    after = (lines[n] for n in range(at + 1, len(lines)))
    return takewhile(lambda line: line.depth > 0 or line.kind in led_to, after)


def resolution_line(item: Item, after: int) -> str:
    """The line to offer once a motion was carried: its words, as amended, resolved.

    A line of the capture language; empty where line ``after``, the last thing taken down, is
    no such vote, where it has been resolved already, or the text as amended can't be told.
    """
    here = next((n for n, line in enumerate(item.lines, 1) if line.id == after), 0)
    following = item.lines[here] if here < len(item.lines) else None
    if following is not None and following.kind is Kind.RESOLUTION:
        return ""
    while here and isinstance(item.lines[here - 1].fact, NamedVote):
        here -= 1
    last = item.lines[here - 1].id if here else None
    for motion in motions(item):
        if motion.decided == last and motion.carried and not motion.moved.amendment:
            return f"! {motion.words}" if motion.words else ""
    return ""


def changes(before: str, after: str) -> tuple[Piece, ...]:
    """Word by word, how ``after`` differs from ``before``."""
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    return tuple(_pieces(matcher, old, new))


def _pieces(
    matcher: difflib.SequenceMatcher[str], old: list[str], new: list[str]
) -> Iterator[Piece]:
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield Piece(" ".join(old[a:b]))
            continue
        if b > a:
            yield Piece(" ".join(old[a:b]), "taken out")
        if d > c:
            yield Piece(" ".join(new[c:d]), "added")


def amended(text: str, amendment: str) -> str | None:
    """The text as an amendment would have it, or None where that can't be told."""
    told = _followed(text, amendment)
    if told is not None:
        return told
    if _QUOTED.search(amendment) and _TELLS.search(amendment):
        return None
    old, new = text.lower().split(), amendment.lower().split()
    alike = difflib.SequenceMatcher(a=old, b=new, autojunk=False).ratio()
    return amendment if old and alike >= _ALIKE else None


_QUOTED = pattern(r"\"([^\"]+)\"|“([^”]+)”|‘(.+?)’(?!\w)|(?<!\w)'(.+?)'(?!\w)")
_TELLS = pattern(
    r"\b(?:add|append|insert|delet|remov|omit|replac|substitut|chang)\w*\b", re.IGNORECASE
)
_NOUN = pattern(
    r"\b(?:the\s+)?(?:following\s+)?(?:words?|phrases?|figures?|sentences?|dates?|names?)"
    r"[\s:,]+(?=<)",
    re.IGNORECASE,
)
_ADDED = r"(?:added|inserted|appended)"
_ADD = r"(?:add|insert|append)"
_OUT = r"(?:delet|remov|omitt)ed"
_END = r"(?:at|to|on)\s+the\s+end(?:\s+of\s+.+)?"
_BE = r"(?:be|is|are)"


def _form(words: str) -> re.Pattern[str]:
    return pattern(words.replace(" ", r"\s+"), re.IGNORECASE)


#: How instructions are worded; <0> and <1> are the words in quotation marks, in their order.
#: Then which of them goes out, which comes in, and where: beside it, for all after it, at the
#: end, or in its place.
_FORMS: tuple[tuple[re.Pattern[str], int | None, int | None, str], ...] = (
    (_form(rf"<0> {_BE} {_ADDED} {_END}"), None, 0, "end"),
    (_form(rf"{_ADD} <0> {_END}"), None, 0, "end"),
    (_form(rf"{_END},? {_ADD} <0>"), None, 0, "end"),
    (_form(rf"<0> {_BE} {_ADDED} (?P<where>after|before) <1>"), 1, 0, "beside"),
    (_form(rf"{_ADD} <0> (?P<where>after|before) <1>"), 1, 0, "beside"),
    (_form(rf"(?P<where>after|before) <0>,? {_ADD} <1>"), 0, 1, "beside"),
    (_form(rf"<0> {_BE} {_OUT}"), 0, None, ""),
    (_form(r"(?:delete|remove|omit) <0>"), 0, None, ""),
    (_form(rf"<0> {_BE} (?:{_OUT} and )?(?:replaced|substituted) (?:by|with) <1>"), 0, 1, ""),
    (_form(rf"<0> {_BE} {_OUT} and <1> (?:be )?{_ADDED}(?: in (?:its|their) place)?"), 0, 1, ""),
    (_form(r"<0> be changed to <1>"), 0, 1, ""),
    (_form(r"(?:replace|change) <0> (?:with|by|to) <1>"), 0, 1, ""),
    (
        _form(
            r"(?:delete|remove|omit) <0>(?:,| and|, and) "
            r"(?:insert|add|substitute|replace (?:it |them )?(?:with|by)) <1>"
            r"(?: in (?:its|their) place)?"
        ),
        0,
        1,
        "",
    ),
    (
        _form(r"(?:delete|remove|omit) (?:all|everything) after <0>,? and (?:insert|add):? <1>"),
        0,
        1,
        "rest",
    ),
    (_form(r"substitute <0> for <1>"), 1, 0, ""),
    (_form(r"for <0>,? substitute <1>"), 0, 1, ""),
    (_form(r"<0> be substituted for <1>"), 1, 0, ""),
)


def _followed(text: str, instruction: str) -> str | None:
    """The text once an instruction has been followed; None where it is none that is known."""
    quoted: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        quoted.append(next(words for words in match.groups() if words).strip())
        return f"<{len(quoted) - 1}>"

    told = _QUOTED.sub(put_aside, instruction).strip().rstrip(".;")
    told = _NOUN.sub("", re.sub(r"^(?:that|to)\s+", "", told, flags=re.IGNORECASE))
    for form, out, into, where in _FORMS:
        match = form.fullmatch(told)
        if match is None:
            continue
        if where == "end" and into is not None:
            return _tidy(f"{text.rstrip().rstrip('.;')} {quoted[into]}")
        if out is None or (at := _place(text, quoted[out])) is None:
            return None
        start, end = at
        new = quoted[into] if into is not None else ""
        if where == "rest":
            return _tidy(f"{text[:end]} {new}")
        if where == "beside":
            start, end = (end, end) if match["where"].lower() == "after" else (start, start)
            new = f" {new} "
        return _tidy(text[:start] + new + text[end:])
    return None


def _place(text: str, words: str) -> tuple[int, int] | None:
    """Where the words stand, whole, in the text; None unless they stand there once."""
    pattern = rf"(?<!\w){re.escape(words)}(?!\w)"
    for flags in (0, re.IGNORECASE):
        found = list(re.finditer(pattern, text, flags))
        if len(found) == 1:
            return found[0].span()
    return None


def _tidy(text: str) -> str:
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(text.split()))
