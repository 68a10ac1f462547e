"""Elections: who was put forward, and who was elected by the vote."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from minute_taker.minutes.facts import Moved, Nominated, Outcome
from minute_taker.minutes.model import Item
from minute_taker.minutes.names import folded, surname
from minute_taker.minutes.remembered import remembered


class Election(Struct, frozen=True):
    """What a vote on people came to.

    ``who`` are those elected, as typed, empty where nobody was or it can't be told; ``post`` is
    to what, where it was said.
    """

    who: str
    post: str = ""


@remembered
def elections(item: Item) -> dict[int, Election]:
    """The votes of an item that are on people, by the id of the vote's line.

    A vote is on people where somebody was nominated before it, or where it names them and no
    motion waits to be decided.
    """
    return dict(_elections(item))


def _elections(item: Item) -> Iterator[tuple[int, Election]]:
    nominated: list[Nominated] = []
    moved = False
    for line in item.lines:
        fact = line.fact
        if isinstance(fact, Nominated):
            nominated.append(fact)
        elif isinstance(fact, Moved):
            moved = True
        elif isinstance(fact, Outcome):
            if nominated or fact.elected or (fact.each and not moved):
                yield line.id, _election(fact, nominated)
                nominated = []
            else:
                moved = False


def _election(fact: Outcome, nominated: list[Nominated]) -> Election:
    who = fact.elected or most_votes(fact)
    if not (who or fact.each) and fact.result == "carried" and nominated:
        who = nominated[-1].who
    posts = {each.post for each in nominated if each.post}
    own = {each.post for each in nominated if folded(surname(each.who)) == folded(surname(who))}
    told = own if len(posts) > 1 else posts
    return Election(who, fact.post or (told.pop() if len(told) == 1 else ""))


def most_votes(fact: Outcome) -> str:
    """Whom or what most voted for, as typed; empty where several have as many votes."""
    most = max((count for _, count in fact.each), default=0)
    first = [name for name, count in fact.each if count == most]
    return first[0] if len(first) == 1 and not fact.casting else ""
