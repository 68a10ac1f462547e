"""Tell whether a line under an opening item makes its composed sentence needless."""

from __future__ import annotations

import re
from collections.abc import Mapping

from minute_taker.minutes.facts import (
    DecisionDeferred,
    Instead,
    ItemDeferred,
    MinutesApproved,
    Moved,
    Noted,
)
from minute_taker.minutes.model import Kind, Line
from minute_taker.minutes.patterns import pattern

_NONE = r"^(?:(?:none|nil)\b[^,;:]*|there (?:was|were|being) (?:none|no(?:ne|thing)?)\b[^,;:]*)\.?$"
_WAS = r"(?:was|were|has been|have been|had been)\s+(?:\w+\s+)?"


def _pattern(*forms: str) -> re.Pattern[str]:
    return pattern("|".join((_NONE, *forms)), re.IGNORECASE)


#: The words of each kind of opening item's sentence, however a clerk writes it.
_WORDS: Mapping[str, re.Pattern[str]] = {
    "apologies": _pattern(
        r"\bno apolog(?:y|ies)\b",
        rf"\bapolog(?:y|ies)\b(?!\s+(?:for|of)\s+(?:late|early|the delay)).*\b{_WAS}"
        r"(?:received|accepted|given|sent|submitted|tendered|recorded|made|noted|reported)\b",
        r"\breceived\s+(?:an?\s+)?apolog(?:y|ies)\b",
        r"^(?:an?\s+)?apolog(?:y|ies)(?:\s+for\s+absence)?\s*(?:from\b|:|[-–—])",
        r"\b(?:gave|sent|tendered|submitted|offered)\s+(?:(?:his|her|their|an)\s+)?"
        r"apolog(?:y|ies)(?!.*\blate)",
    ),
    "declarations": _pattern(
        r"\bno\s+(?:\w+\s+){0,2}?(?:declarations?|interests?|disclosures?)\b",
        r"\b(?:declared|disclosed)\b[^.]*\binterests?\b",
        r"\b(?:declared|disclosed|advised|stated|said|informed|announced|reported|mentioned|noted|"
        r"made it known)\b[^.]*\bthat (?:s?he|they|his|her|their|one of)\b",
        rf"\b(?:declarations?|interests?|disclosures?)\b[^.]*\b{_WAS}"
        r"(?:made|received|given|noted|declared|disclosed|recorded)\b",
    ),
    "parts": _pattern(
        r"\bin\s+(?:public|private)\b",
        r"\b(?:confirmed|agreed|resolved|noted)\b.*\b(?:part\s+(?:i{1,2}|[12])|public|private)\b",
        r"\bmarked\b.*\bpart\s+(?:i{1,2}|[12])\b",
    ),
    "minutes": _pattern(
        r"\b(?:minutes|record)\b.*\b(?:approv|agree|confirm|accept|sign|adopt|receiv|defer|"
        r"not\s+(?:yet\s+)?(?:available|ready))\w*",
        r"\b(?:approv|agree|confirm|accept|sign|adopt)\w*\b.*\b(?:minutes|(?:correct|accurate)"
        r"\s+record)\b",
    ),
}
#: The kinds of line in which words may do it: what is asked, done or listed does not.
_TOLD = (Kind.TEXT, Kind.PROCEDURE, Kind.RESOLUTION)
#: Of apologies and interests a resolution says something else: that they be accepted.
_ONLY_TOLD = ("apologies", "declarations")
_OF_MINUTES = (MinutesApproved, Noted, DecisionDeferred, ItemDeferred)


def does_its_job(opens: str, line: Line) -> bool:
    """Whether a line under an opening item says what its composed sentence would say."""
    if isinstance(line.fact, Instead):
        return True
    if opens == "minutes" and isinstance(line.fact, _OF_MINUTES):
        return True
    if opens == "minutes" and isinstance(line.fact, Moved):
        return bool(_WORDS[opens].search(line.fact.text))
    if line.depth or line.kind not in _TOLD:
        return False
    if opens in _ONLY_TOLD and line.kind is Kind.RESOLUTION:
        return False
    if line.fact is not None and line.kind is Kind.PROCEDURE:
        return False
    return bool(_WORDS[opens].search(line.text.strip()))
