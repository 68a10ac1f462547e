"""The numbers of lists as Word counts them, from what a document says of its lists."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from minute_taker.composing.list_labels import letter, roman


class Level(Struct, frozen=True):
    """One level of a list: where it starts, the form of its figure, its text (``%1.``)."""

    start: int = 1
    form: str = "decimal"
    text: str = ""


class NumberedList(Struct, frozen=True):
    """A list, by its levels from 0. ``kind`` is the abstract list that it counts along with.

    ``starts`` are the levels that it starts anew, and where.
    """

    kind: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class ListCounter:
    """Counts as Word does: lists of one kind count together unless a list starts anew.

    ``lists`` are the document's, by their ids.
    """

    def __init__(self, lists: Mapping[str, NumberedList]) -> None:
        self._lists = lists
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def level(self, ident: str, at: int) -> Level | None:
        """That level of a list; None where there is no such list or level."""
        known = self._lists.get(ident)
        return known.levels.get(at) if known is not None else None

    def next(self, ident: str, at: int) -> str:
        """The number before the next paragraph of that list and level. Raises KeyError."""
        one = self._lists[ident]
        text = one.levels[at].text
        counts = self._counts.setdefault(one.kind, {})
        starts = {n: one.starts.get(n, level.start) for n, level in one.levels.items()}
        if ident not in self._begun:
            self._begun.add(ident)
            for n in one.starts:
                counts.pop(n, None)
        counts[at] = counts[at] + 1 if at in counts else starts[at]
        for deeper in [n for n in counts if n > at]:
            del counts[deeper]
        for n, level in one.levels.items():
            text = text.replace(f"%{n + 1}", _figure(level.form, counts.get(n, starts[n])))
        return text


def _figure(form: str, number: int) -> str:
    if form.endswith("Letter"):
        figure = letter(max(1, number))
    elif form.endswith("Roman"):
        figure = roman(number)
    else:
        return f"{number:02}" if form == "decimalZero" else str(number)
    return figure.upper() if form.startswith("upper") else figure
