"""The style's own list of what is not written, and what is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from minute_taker.minutes.model import Kind
from minute_taker.proofing.lexicon import Lexicon
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.slips import Slip, like

RULE = "house-word"
_CHAIR = re.compile(r"\b[Tt]he (?:Vice-)?(?P<x>Chair(?:man|woman|person)?)(?![\w-]| (?:of|for)\b)")
_ENDS = re.compile(r"\s*$|\s+[A-Z]")


def house_words(passage: Passage, lexicon: Lexicon) -> Iterator[Slip]:
    """Words that the house style has otherwise; quotations stay as they are."""
    text = passage.own
    if lexicon.house.wrong:
        # A figure before "p.m." is blanked in the clerk's own words, the words after it are not.
        pattern, right = _table(lexicon.house.wrong)
        for match in pattern.finditer(text):
            meant = right[match[0].casefold().replace("’", "'")]
            meant = meant if meant[:1].isupper() else like(match[0], meant)
            said = f"the style has “{meant}” for “{match[0]}”"
            if match[0].endswith(".") and _ENDS.match(text, match.end()):
                meant += "."  # the full stop of the short form ended the sentence too
            if match[0] != meant:
                yield Slip(RULE, said, *match.span(), (meant,))
    if lexicon.chair and passage.kind in (Kind.TEXT, Kind.ANSWER, Kind.QUESTION):
        for match in _CHAIR.finditer(text):
            if match["x"] != lexicon.chair:
                said = f"the {lexicon.chair} of this meeting is called “{match['x']}” here"
                yield Slip(RULE, said, *match.span("x"), (lexicon.chair,))


@lru_cache(maxsize=8)
def _table(wrong: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    words = sorted((found for found, _ in wrong), key=len, reverse=True)
    either = "|".join(re.escape(word).replace("'", "[’']") for word in words)
    pattern = re.compile(rf"(?<![\w’'-])(?:{either})(?![\w’'-])", re.IGNORECASE)
    return pattern, {found.casefold(): right for found, right in wrong}
