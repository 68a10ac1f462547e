r"""A long evening meeting that never was: made of parts of sentences, by a seeded chance.

What is typed and what is meant by it stand side by side. They differ where the clerk goes
wrong and mends it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from msgspec import Struct

HEAD = """\
council: Marlbridge Borough Council
committee: Parks and Waterways Select Committee
called: the Committee
date: 9 June 2026
time: 7.00 pm
closed: 10.12 pm
venue: Committee Room 1, Town Hall, Marlbridge
first minute: 71
clerk: Hollis Penrow, 01632 960147
quorum: 3
members: Odile Farrant (Chairman), Tam Okoro, Jonas Peake, Sunniva Brandt, Bettina Rusk, Zoë Orr
officers: Dervla Quill (Head of Parks), Marcus Tench (Finance Business Partner)
also present: נועה ברקת (Friends of the Canal), Agnes Lowther (Rowing Club)
"""
_MEMBERS = ("Okoro", "Peake", "Brandt", "Rusk")
_ASKING = ("@to", "@jp", "@sb", "@br", "@members", "@of")
_ANSWERING = ("@dq", "@mt", "@officers", "@dq")
_PUBLIC = "[נועה ברקת, רחוב הנהר 7]"
#: Joined emoji, flags and marks: what nobody types, and everybody pastes.
_PASTED = ("👩‍👩‍👧‍👦", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "👩🏽‍🌾", "🧑‍🚒 and 🇬🇧", "e\u0301te\u0301", "שלום עולם", "日本の庭")

_WHO = ("The wardens", "Both teams", "Volunteers", "The contractor", "Officers", "Local schools")
_DID = ("had looked after", "had surveyed", "hoped to reopen", "were to replace", "had costed")
_WHAT = ("the towpath", "the bandstand", "nine ponds", "the lower lock (1861)", "a row of limes")
_WHEN = ("in the spring", "since the flood", "before the winter", "at a cost of £12,400", "by hand")
_ASK = ("What would become of", "Who had paid for", "How often did anybody visit", "Why was")
_TITLES = ("Towpath Repairs", "The Lower Lock", "Ponds and Wetlands", "Bandstand Hire",
           "Tree Survey", "Play Areas", "Boating Season", "Litter", "Café Lease",
           "Allotments")  # fmt: skip
#: The item that is exempt, and what only it speaks of: none of it may stand in the public copy.
_EXEMPT = 9
_SUMS = ("£48,210", "£51,975", "£60,300", "£44,080")


class Step(Struct, frozen=True):
    """What the clerk does to get something onto the record.

    ``typed`` are lines, each ended with Enter; ``pasted`` is put in after the last of them,
    before its Enter. ``meant`` are the lines of a notes file that say the same.
    """

    typed: tuple[str, ...]
    meant: tuple[str, ...]
    pasted: str = ""


class _Clerk:
    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._clock = 19 * 60 + 4

    def one(self, *choices: str) -> str:
        return self._chance.choice(choices)

    def time(self) -> str:
        self._clock += 1
        return f"{self._clock // 60 - 12}.{self._clock % 60:02d} pm"

    def sentence(self) -> str:
        words = (self.one(*_WHO), self.one(*_DID), self.one(*_WHAT), self.one(*_WHEN))
        return " ".join(words)

    def paragraph(self) -> str:
        count = self._chance.randint(1, 3)
        return " ".join(f"{self.sentence()}." for _ in range(count))

    # Each gives the lines of one thing that happens.

    def questions(self) -> Iterator[str]:
        yield f"? {self.one(*_ASKING)} {self.one(*_ASK)} {self.one(*_WHAT)}?"
        yield f"> {self.one(*_ANSWERING)} {self.paragraph()}"
        yield f"> {self.paragraph()}"
        yield f"?+ {self.one(*_ASK)} {self.one(*_WHAT)} {self.one(*_WHEN)}?"
        yield f">+ @mt: {self.sentence()} (by 14 July 2026)"

    def pointed(self) -> Iterator[str]:
        yield f"? @jp @dq {self.one(*_ASK)} {self.one(*_WHAT)}, and was it safe?"
        yield f"> {self.sentence()}, namely:"
        yield f"  - {self.one(*_WHAT)}"
        yield f"  - {self.one(*_WHAT)}; {self.one(*_WHEN)}"

    def from_outside(self) -> Iterator[str]:
        yield f"? {_PUBLIC} {self.one(*_ASK)} {self.one(*_WHAT)}?"
        yield f"> @dq {self.paragraph()}"

    def telling(self) -> Iterator[str]:
        yield f"\\{self.paragraph()}"
        yield f"\\{self.sentence()} [sic]."
        yield "\\# 3 on the list, s/he said, 50% of it @ noon; 3 > 2"

    def members(self) -> Iterator[str]:
        yield f"- {self.sentence()}."
        yield f"- {self.sentence()};"

    def comings(self) -> Iterator[str]:
        who = self.one(*_MEMBERS)
        yield f"~ out {who} {self.time()}"
        yield f"\\{self.paragraph()}"
        yield f"~ in {who} {self.time()}"

    def adjourned(self) -> Iterator[str]:
        yield f"~ adjourned {self.time()} for {self.one('a fire alarm', 'tea', 'a burst pipe')}"
        yield f"~ resumed {self.time()}"

    def motion(self) -> Iterator[str]:
        yield f"% Brandt / Rusk: That {self.one(*_WHAT)} be mended"
        yield '% amend Peake / Okoro: That the words "where it can be" be added'
        yield f"% carried {self.one('3-2-0', '4-1-0')}"
        yield "% carried 4-1-0"
        yield "% for Farrant, Okoro, Brandt, Peake"
        yield "% against Rusk"

    def resolved(self) -> Iterator[str]:
        yield "! That the Committee:"
        yield f"  ! notes what was said of {self.one(*_WHAT)}"
        yield "  ! asks Cabinet:"
        yield f"    ! to keep {self.one(*_WHAT)} under review; and"
        yield f"    ! to cost {self.one(*_WHAT)}"
        yield "  ! thanks the wardens"

    def action(self) -> Iterator[str]:
        yield f"+ Dervla Quill: report on {self.one(*_WHAT)} (by 14 July 2026)"
        yield f"* Post-meeting note: {self.sentence()}."

    def gap(self) -> Iterator[str]:
        yield f"\\{self.sentence()}, which came to £?? in all, or ?? a head."

    def in_private(self) -> Iterator[str]:
        yield f"? @jp Had the tenant of the café offered {self.one(*_SUMS)} a year?"
        yield f"> @mt The offer stood at {self.one(*_SUMS)} with three months free of rent."
        yield f"\\The valuer had thought {self.one(*_SUMS)} a fair rent for the café."
        yield f"! That a rent of no less than {self.one(*_SUMS)} be asked of the tenant"

    def table(self) -> Iterator[str]:
        yield "| Place | Cost | Year"
        for _ in range(3):
            yield f"| {self.one(*_WHAT)} | £{self._chance.randint(100, 9_000):,} | 2026"

    def discussion(self) -> Iterator[str]:
        yield f"## {self.one('Discussion', 'Money', 'The season to come')}"
        yield f"@dq introduced a paper on {self.one(*_WHAT)}. {self.paragraph()}"


def _plain(lines: Iterator[str]) -> Iterator[Step]:
    for line in lines:
        yield Step((line,), (line,))


def _mended(clerk: _Clerk) -> Iterator[Step]:
    line = f"\\{clerk.sentence()}, as the wardens said."
    wrong = line.replace("wardens said", "wradens said")
    yield Step((wrong, "s/wradens/wardens/"), (line,))
    line = f"- {clerk.sentence()}."
    yield Step(("! That this was never said", ":undo", line), (line,))


def _pasted(clerk: _Clerk, pasted: str) -> Iterator[Step]:
    head = f"\\{clerk.sentence()}, or "
    yield Step((head,), (head + pasted,), pasted)
    yield Step(("? @sb Why ",), (f"? @sb Why {pasted}?",), f"{pasted}?")


def evening(seed: int = 7, lines: int = 300) -> list[Step]:
    """Steps that come to so many lines and the headings over them, the same for each seed."""
    clerk = _Clerk(seed)
    happenings = (
        clerk.questions, clerk.telling, clerk.comings, clerk.questions, clerk.resolved,
        clerk.discussion, clerk.pointed, clerk.motion, clerk.members, clerk.table,
        clerk.from_outside, clerk.gap, clerk.action, clerk.adjourned, clerk.questions,
    )  # fmt: skip
    steps: list[Step] = []
    entered = turn = 0
    while entered < lines:
        if turn % 7 == 0:
            number = turn // 7
            part = ", Part II, 3" if number + 1 == _EXEMPT else ""
            heading = f"# {_TITLES[number % len(_TITLES)]} ({number + 1}{part})"
            steps.append(Step((heading,), (heading,)))
        if turn // 7 + 1 == _EXEMPT:
            new = list(_plain(clerk.in_private()))
        else:
            new = list(_plain(happenings[turn % len(happenings)]()))
            if turn % 5 == 3:
                new += _mended(clerk)
            if turn % 4 == 1:
                new += _pasted(clerk, _PASTED[turn // 4 % len(_PASTED)])
        new = new[: lines - entered]
        steps += new
        entered += sum(len(step.meant) for step in new)
        turn += 1
    return steps


def notes_of(steps: list[Step]) -> str:
    """The notes file that says what the steps mean."""
    meant = [line for step in steps for line in step.meant]
    return HEAD + "\n" + "\n".join(meant) + "\n"
