"""Put "That" before the words of a decision, and the right stop after them."""

from __future__ import annotations

import re
from functools import lru_cache

from minute_taker.composing.sentences import upper_first
from minute_taker.minutes.patterns import pattern
from minute_taker.minutes.text import GAP

# What clerks close an entry with, all of which the style puts anew. "; or" says something.
_CLOSING = pattern(r"\s*(?:[;,]\s*(?:and)?|(?<!\.)\.)?\s*$")
_LEADS_ON = pattern(r":\s*[-–—]*\s*$")
_SHOUTED = pattern(r"^(?:THAT|TO)\b")
_ENDED = pattern(r"[.?!…][\"'’”)\]]*$")
_TYPED_OPENING = pattern(r"^resolved\b\s*[:–—-]?\s*(?=\S)", re.IGNORECASE)
_TYPED_MARK = pattern(r"^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|\d{1,2}\.)\s+(?=\S)")
_WORD = pattern(r"[A-Za-z’']+")
# "be" as in "the report be noted", and not "to be", "will be"
_SUBJUNCTIVE = pattern(
    r"(?<!\bto )(?<!\bwill )(?<!\bwould )(?<!\bcould )(?<!\bshould )(?<!\bcan )(?<!\bmay )"
    r"(?<!\bmust )(?<!\bmight )(?<!\bshall )\bbe\b"
)
# Verbs that their ending gives away: "Prioritises", "Clarifies".
_VERB_ENDING = pattern(r"\w+(?:ises|ifies)$")

#: Words that open a clause and lose a capital typed there, because none is a name.
_OPENERS = """
a all an and any approval as at authority both by consent consideration delegated detail details
each every feedback following for from funding further he her his if in information it its no of
officers on permission planning progress she subject thanks that the their there these they this
those to under when where with
"""
_PLAIN_OPENERS = frozenset(_OPENERS.split())


def strip_closing(text: str) -> str:
    """The words without the stop, semicolon or ``; and`` that the clerk closed them with."""
    return _CLOSING.sub("", text)


def strip_opening(text: str, *, marks: bool) -> str:
    """The words without a RESOLVED, and with ``marks`` a ``1.`` or ``a)``, typed before them."""
    text = plainly_opened(_TYPED_OPENING.sub("", text))
    return _TYPED_MARK.sub("", text) if marks else text


def leads_on(text: str) -> bool:
    """Whether the words lead on to what stands below them: they end in ``:`` or ``:-``."""
    return _LEADS_ON.search(text) is not None


def plainly_opened(text: str) -> str:
    """The words with ``THAT`` or ``TO`` at their start as a word, not in capitals."""
    return _SHOUTED.sub(lambda match: match[0].capitalize(), text)


def closed(text: str, stop: str) -> str:
    """Return the words with ``stop`` after them.

    A full stop is not doubled, a gap ends nothing, and what leads on has no stop.
    """
    if leads_on(text):
        return text
    if stop == "." and _ENDED.search(text) and not text.endswith(GAP):
        return text
    return text + stop


def ended(text: str) -> str:
    """A sentence with the full stop that the clerk left out; a colon leads on, and stands."""
    return text if text.endswith((";", ",")) else closed(text, ".")


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    if re.search(r"(s|x|z|ch|sh)$", verb):
        return verb, f"{verb}es", f"{verb}ed"
    return verb, f"{verb}s", f"{verb}ed", f"{verb}{verb[-1]}ed"


@lru_cache(maxsize=8)
def _all_forms(verbs: tuple[str, ...]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in _forms(verb))


def opens_with_verb(text: str, verbs: tuple[str, ...]) -> bool:
    """Whether a decision opens with a verb of its own: ``Agrees the budget``, ``Note that …``.

    A noun of the same look does not count: ``Support be given to the scheme``.
    """
    words = [word.lower() for word in _WORD.findall(text, 0, 80)]
    if len(words) > 1 and words[0].endswith("ly"):
        words.pop(0)  # "Unanimously agrees …"
    if not words or not (words[0] in _all_forms(verbs) or _VERB_ENDING.fullmatch(words[0])):
        return False
    clause = re.split(r"\bthat\b", text, maxsplit=1)[0]
    return not is_subjunctive(clause)


def is_subjunctive(text: str) -> bool:
    """Whether the words are what somebody resolves that they *be*: ``the report be noted``."""
    return _SUBJUNCTIVE.search(text) is not None


def lower_first(text: str, verbs: tuple[str, ...] = ()) -> str:
    """A small letter at the start, unless the first word may be a name or an acronym."""
    word = _WORD.match(text)
    if not word or (word[0] != word[0].capitalize() and len(word[0]) > 1):
        return text
    if text[word.end() :].startswith(":"):  # a label: "Planning: Crane and Dunn"
        return text
    lowered = word[0].lower()
    if lowered in _PLAIN_OPENERS or opens_with_verb(text, verbs):
        return lowered + text[word.end() :]
    return text


def with_that(text: str, verbs: tuple[str, ...]) -> str:
    """The decision opening with "That", but before "To" and before a verb of its own."""
    if not text:
        return text
    word = _WORD.match(text)
    first = word[0].lower() if word else ""
    if first in ("that", "to") or opens_with_verb(text, verbs):
        return upper_first(text)
    return f"That {lower_first(text)}"
