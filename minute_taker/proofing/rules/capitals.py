"""Capitals and hyphens that change in one meeting: Special Needs, Special needs, special needs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from minute_taker.proofing.passages import Passage
from minute_taker.proofing.slips import Slip

RULE = "capitals-differ"
_PAIR = re.compile(r"(?<![\w’'-])(?=([A-Za-z]{4,}) ([A-Za-z]{4,})(?![\w’'-]))")
_OURS = "Council|Committee|Borough|Cabinet"
_OUR = re.compile(
    rf"\b[Tt]h(?:e|is) ({_OURS.lower()})(?![\w-])(?!(?:[’']s)? (?:tax|house|housing|houses|"
    r"chamber|meetings?|members?|room|stage|office|offices|leader))"
)
_OUR_CAPITAL = re.compile(rf"\b[Tt]h(?:e|is) ({_OURS})(?:[’']s)?(?![\w-])(?! [A-Z])")
_HYPHENED = re.compile(r"(?<![\w’'-])([A-Za-z]{2,})-([A-Za-z]{2,})(?![\w’'-])")
#: So often the other form stands, at least, before one is held against it.
_OFTEN = 2

#: So far to either side it is looked whether words are part of a longer title.
_NEAR = 60

Pair = tuple[str, str, int, int]


def pairs_in(passage: Passage) -> tuple[Pair, ...]:
    """Two words in a row that stand free: none opens a sentence or is part of a longer title."""
    text = passage.own
    found = []
    for match in _PAIR.finditer(text):
        first, second, start = match[1], match[2], match.start()
        end = start + len(first) + 1 + len(second)
        capital = first[0].isupper() or second[0].isupper()
        if capital and (passage.opens_sentence(start) or _in_title(passage, start, end)):
            continue
        found.append((f"{first} {second}".lower(), f"{first} {second}", start, end))
    return tuple(found)


_BEFORE = re.compile(r"([A-Za-z][\w’'-]*),?\s(?:(?:and|of|for|the|&)\s)?$")
_AFTER = re.compile(r"(?:,?\s(?:(?:and|of|for|the|&)\s)?|[-/])([A-Za-z][\w’'-]*)")


def _in_title(passage: Passage, start: int, end: int) -> bool:
    text = passage.own
    before = _BEFORE.search(text[max(0, start - _NEAR) : start])
    after = _AFTER.match(text[end : end + _NEAR])
    titled = after is not None and after[1][0].isupper()
    if before is None or not before[1][0].isupper():
        return titled
    # A capital that its sentence gave a word makes no title of it.
    return titled or not passage.opens_sentence(max(0, start - _NEAR) + before.start(1))


def capitals(
    passages: Iterable[tuple[Passage, tuple[Pair, ...]]],
) -> Iterator[tuple[Passage, Slip]]:
    """The rarer of two ways in which the same words are written."""
    places: dict[str, list[tuple[Passage, str, int, int]]] = defaultdict(list)
    for passage, pairs in passages:
        for key, written, start, end in pairs:
            places[key].append((passage, written, start, end))
    for key, all_found in places.items():
        if len(all_found) < 2 or all(written == key for _, written, _, _ in all_found):
            continue
        found = [
            (passage, written, start, end)
            for passage, written, start, end in all_found
            if written != key or not _in_title(passage, start, end)
        ]
        forms = Counter(written for _, written, _, _ in found)
        if len(forms) < 2:
            continue
        best = _best(forms)
        for passage, written, start, end in found:
            if written != best and (_half(written) or forms[best] > forms[written]):
                said = f"“{written}” is “{best}” elsewhere"
                yield passage, Slip(RULE, said, start, end, (best,))


def _half(written: str) -> bool:
    first, second = written.split()
    return first[0].isupper() is not second[0].isupper()


def _best(forms: Counter[str]) -> str:
    whole = [form for form in forms if not _half(form)] or list(forms)
    return max(whole, key=lambda form: (forms[form], form))


def our_capitals(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """ "the council" in minutes that otherwise write "the Council"."""
    often: Counter[str] = Counter()
    small: list[tuple[Passage, re.Match[str]]] = []
    for passage in passages:
        capital, others = passage.once(_of_ours)
        often.update(capital)
        small += [(passage, match) for match in others]
    seldom = Counter(match[1] for _, match in small)
    for passage, match in small:
        word = match[1]
        if often[word] >= _OFTEN and often[word] > 2 * seldom[word]:
            right = word.capitalize()
            said = f"“{word}” is “{right}” elsewhere"
            yield passage, Slip(RULE, said, *match.span(1), (right,))


def _of_ours(passage: Passage) -> tuple[list[str], list[re.Match[str]]]:
    """Our bodies as a passage names them: with a capital, and without."""
    capital = [match[1].lower() for match in _OUR_CAPITAL.finditer(passage.own)]
    return capital, list(_OUR.finditer(passage.own))


def hyphens(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """A word with a hyphen in minutes that write it as one elsewhere, or the other way round."""
    joined: set[str] = set()
    hyphened: list[tuple[Passage, re.Match[str]]] = []
    for passage in passages:
        joined |= passage.once(_long_words)
        hyphened += [(passage, match) for match in passage.once(_with_hyphens)]
    for passage, match in hyphened:
        if (match[1] + match[2]).lower() in joined:
            right = match[1] + match[2].lower()
            said = f"“{match[0]}” is “{right}” elsewhere"
            yield passage, Slip("hyphens-differ", said, *match.span(), (right,))


def _long_words(passage: Passage) -> frozenset[str]:
    return frozenset(word.text.lower() for word in passage.words if len(word.text) > 5)


def _with_hyphens(passage: Passage) -> list[re.Match[str]]:
    return list(_HYPHENED.finditer(passage.own)) if "-" in passage.own else []
