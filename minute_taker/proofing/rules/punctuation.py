"""Doubled words, spaces and marks where they do not belong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from minute_taker.minutes.model import Kind
from minute_taker.proofing.lexicon import Lexicon
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.slips import Slip

_MAY_DOUBLE = {"had", "that", "bye", "very", "so", "no", "ha", "tut", "sing", "pooh"}
_SPACE_BEFORE = re.compile(
    r"(?<=[\w’”)]) +(?=[,;:](?:\s|$)|\.(?:\s|$)|\?(?:\s|$)(?!\?)|\))(?<!\.\. )"
)
_SPACE_AFTER_BRACKET = re.compile(r"(?<=\() +(?=\w)")
_NO_SPACE = re.compile(r"(?<=[a-z]{2})[,;](?=[A-Za-z]{2})|(?<=[a-z]{3})\.(?=[A-Z][a-z])")
_COMMA_BRACKET = re.compile(r"(?<=[a-z]),(?= ?\((?![a-z0-9ivx]{1,3}\))[A-Za-z][\w ,/&’'–-]{3,}\))")
_TWO_MARKS = re.compile(
    r",,+|;;+|(?<![.?!])\.\.(?![.])|,\.|\.,(?<!etc\.,)(?<!\w\.\w\.,)(?<!ltd\.,)|;,|,;"
)
_LIST = re.compile(
    r"(?<=[\w’)])(?P<first>, (?:[\w’'-]+ ){0,3}[\w’'-]+)(?P<comma>,?) and "
    r"(?=[\w’'-]+(?: [\w’'-]+){0,3}(?:[.;]|$))"
)
_QUOTE = re.compile(r"[“”]|\"")


def punctuation(passage: Passage, lexicon: Lexicon) -> Iterator[Slip]:
    """Doubled words and marks, spaces before a mark, and commas that the style does not have."""
    if passage.kind is Kind.ROW:
        return
    text = passage.own
    yield from _doubled(passage)
    for pattern, said, right in (
        (_SPACE_BEFORE, "a space before a mark", ""),
        (_SPACE_AFTER_BRACKET, "a space after a bracket", ""),
        (_TWO_MARKS, "two marks in a row", None),
    ):
        for match in pattern.finditer(text):
            if "  " in match[0] or passage.text[match.start() : match.end()] != match[0]:
                continue
            meant = match[0][0] if right is None else right
            yield Slip("spacing", said, match.start(), match.end(), (meant,))
    for match in _NO_SPACE.finditer(text):
        if passage.text[match.start()] == match[0]:
            yield Slip("spacing", "no space after a mark", *match.span(), (match[0] + " ",))
    for match in _COMMA_BRACKET.finditer(text):
        yield Slip("comma", "a comma before a bracket", *match.span(), ("",))
    if lexicon.house.comma_before_and != "any":
        yield from _before_and(text, always=lexicon.house.comma_before_and == "always")


def _doubled(passage: Passage) -> Iterator[Slip]:
    """A word that stands there twice."""
    text = passage.own
    for one, two in pairwise(passage.words):
        if one.text.lower() != two.text.lower() or text[one.start] == " ":
            continue
        between = text[one.end : two.start]
        joined = text[one.start - 1 : one.start] == "-" or text[two.end : two.end + 1] == "-"
        if not between or not between.isspace() or joined:
            continue
        names = one.text[0].isupper() and two.text[0].isupper() and one.start > 0
        if one.text.lower() in _MAY_DOUBLE or names or (len(one.text) == 1 and one.text != "a"):
            continue
        said = f"“{one.text}” stands there twice"
        yield Slip("doubled-word", said, one.start, two.end, (one.text,))


def _before_and(text: str, *, always: bool) -> Iterator[Slip]:
    for match in _LIST.finditer(text):
        if bool(match["comma"]) is not always:
            said = f"the style has {'a' if always else 'no'} comma before “and”"
            yield Slip("comma", said, match.start("comma"), match.end("comma") + 4,
                       (", and" if always else " and",))  # fmt: skip


def quotation_marks(passages: list[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """Straight quotation marks in minutes that have curly ones too, or the other way round."""
    curly = [each for each in passages if "“" in each.text or "”" in each.text]
    straight = [each for each in passages if '"' in each.text]
    if not curly or not straight:
        return
    fewer, mark = (straight, '"') if len(straight) <= len(curly) else (curly, "“”")
    for passage in fewer:
        found = next((m for m in _QUOTE.finditer(passage.text) if m[0] in mark), None)
        if found is not None:
            said = "straight and curly quotation marks are mixed"
            yield passage, Slip("quotation-marks", said, *found.span())


_ETC = re.compile(r"(?<=[a-z])(?P<comma>,?) (?P<x>etc)\b")
_IN_A_LIST = re.compile(r",(?: [\w’'-]+){1,6}$")


def commas_before_etc(passages: list[Passage]) -> Iterator[tuple[Passage, Slip]]:
    """ "etc." without its comma in minutes that have it elsewhere."""
    found = [(passage, matches) for passage in passages if (matches := passage.once(_etceteras))]
    if not any(match["comma"] for _, matches in found for match in matches):
        return
    for passage, matches in found:
        for match in matches:
            if not match["comma"] and _IN_A_LIST.search(passage.own[: match.start()]):
                said = "“etc” has a comma before it elsewhere"
                yield passage, Slip("comma", said, match.start(), match.end(), (", etc",))


def _etceteras(passage: Passage) -> list[re.Match[str]]:
    return list(_ETC.finditer(passage.own)) if "etc" in passage.own else []
