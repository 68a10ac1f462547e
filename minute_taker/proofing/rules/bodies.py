"""One body under two names, and one name spelt two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from minute_taker.proofing.lexicon import Lexicon
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.slips import Slip

RULE = "body-under-two-names"
_HEADS = (
    "Board|Committee|Sub-Committee|Panel|Partnership|Forum|Group|Trust|Commissioner|Authority|"
    "Association|Society|Network|Alliance|Service|Team|Unit|Office|Agency|Commission|Federation|"
    "Programme|Strategy|Framework|Fund|Plan|Centre|Inspectorate|Consortium|Taskforce"
)
_BODY = re.compile(
    r"(?<![\w’'-])(?:[A-Z][a-z][\w’'-]*,? (?:(?:and|of|for|the|&) )?){2,6}"
    rf"(?:{_HEADS})(?![\w’'-])"
)
_FEWEST = 3
_PLACE = re.compile(r"^(?:The|London|Borough|Greater|North|South|East|West|New|Local|Joint|Draft|"
                    r"Council|Councils?|National|Regional|County|City|Town|District|Standing|"
                    r"Former|Annual|Proposed|Corporate)$")  # fmt: skip


def body_names(passage: Passage) -> tuple[tuple[str, int, int], ...]:
    """The names of bodies in a line, with where they stand."""
    found = []
    for match in _BODY.finditer(passage.own):
        name, start = match[0], match.start()
        if passage.opens_sentence(start):
            name, start = _without_opening(name, start)
        if len(name.split()) >= _FEWEST:
            found.append((name, start, match.end()))
    return tuple(found)


def _without_opening(name: str, start: int) -> tuple[str, int]:
    first, _, rest = name.partition(" ")
    if first in (
        "The",
        "This",
        "That",
        "A",
        "An",
        "In",
        "At",
        "On",
        "Members",
        "For",
        "When",
        "Our",
    ):
        return rest, start + len(first) + 1
    return name, start


def bodies(
    passages: Iterable[tuple[Passage, tuple[tuple[str, int, int], ...]]], lexicon: Lexicon
) -> Iterator[tuple[Passage, Slip]]:
    """A body that is called by a longer or a differently spelt name than before."""
    first: dict[tuple[str, ...], tuple[str, bool]] = {}
    told: set[tuple[str, ...]] = set()
    for passage, names in passages:
        for name, start, end in names:
            words = tuple(name.replace("’", "'").split())
            if words in first or words in told:
                continue
            other = _other(words, first, lexicon, exempt=passage.exempt)
            if other:
                told.add(words)
                said = f"“{name}” and “{other}” may be one body under two names"
                yield passage, Slip(RULE, said, start, end, (other,))
            else:
                first[words] = (name, passage.exempt)


def _other(
    words: tuple[str, ...],
    known: dict[tuple[str, ...], tuple[str, bool]],
    lexicon: Lexicon,
    *,
    exempt: bool,
) -> str:
    for others, (name, was_exempt) in known.items():
        if was_exempt and not exempt:
            continue  # of a public line nothing exempt is said
        if (
            _nearly(words, others)
            or _longer(words, others, lexicon)
            or _longer(others, words, lexicon)
        ):
            return name
    return ""


def _nearly(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the names are the same but for an apostrophe, an s, or a capital."""
    return len(one) == len(other) and all(map(_alike, one, other)) and one[-1] == other[-1]


def _alike(one: str, other: str) -> bool:
    def bare(word: str) -> str:
        return word.lower().replace("'", "").rstrip(",").removesuffix("s")

    return bare(one) == bare(other)


def _longer(one: tuple[str, ...], other: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether ``one`` is ``other`` with one more word before it, which is no place."""
    if len(one) != len(other) + 1 or one[1:] != other:
        return False
    more = one[0].replace("'s", "")
    return (
        not _PLACE.match(more)
        and more.casefold() not in lexicon.names
        and more.casefold() not in lexicon.house.words
    )
