"""What is resolved is to be: "That the report be noted", not "was noted"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minute_taker.minutes.model import Kind
from minute_taker.proofing.passages import Passage
from minute_taker.proofing.slips import Slip

RULE = "resolution-verb"
_DONE = (
    "noted|agreed|approved|deferred|endorsed|received|adopted|amended|referred|granted|refused|"
    "confirmed|accepted|supported|welcomed|authorised|delegated|recommended|circulated|provided|"
    "appointed|excluded|considered|reviewed|submitted|requested|thanked|given|made|asked|invited|"
    "elected|nominated|signed|ratified|published|extended|waived|established|sent|prepared"
)
_IS_DONE = re.compile(rf"\b(?P<x>is|are|was|were) (?:not |hereby |formally |also )?(?:{_DONE})\b")
_NO_BE = re.compile(
    r"^(?:RESOLVED[:\s–-]*)?That the (?:[a-z]+ )?(?:report|minutes|recommendations?|update|item|"
    r"application|petition|budget|strategy|policy|plan|position|contents|work programme|proposals?|"
    r"motion|appointments?|information|presentation)(?: of the (?:(?! be )[\w ]){3,40}?)? "
    r"(?P<x>noted|agreed|"
    r"approved|deferred|endorsed|received|adopted|refused|granted)\b"
)
#: From such a word on, the verb is not the resolution's own.
_SUBORDINATE = re.compile(
    r"\b(?:which|that|who|whom|whose|where|when|as|if|whether|once|until|unless|because|since|"
    r"while|after|before|provided|following|given|how|what)\b|[,;:(]",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:RESOLVED[:\s–-]*)?That\b", re.IGNORECASE)


def resolution_verbs(passage: Passage) -> Iterator[Slip]:
    """A resolution that "was noted", and one in which the "be" is missing."""
    if passage.kind is not Kind.RESOLUTION or not _OPENS.match(passage.own):
        return
    text = passage.own
    opened = _OPENS.match(text)
    start = opened.end() if opened else 0
    broken = _SUBORDINATE.search(text, start)
    until = broken.start() if broken else len(text)
    match = _IS_DONE.search(text, start)
    if match is not None and match.start() < until and " be " not in text[start : match.start()]:
        said = f"what is resolved is to be: “{match['x']}” is no form of a resolution"
        yield Slip(RULE, said, *match.span("x"), ("be",))
        return
    missing = _NO_BE.match(text)
    if missing is not None:
        said = f"“be” is missing before “{missing['x']}”"
        yield Slip(RULE, said, *missing.span("x"), (f"be {missing['x']}",))
