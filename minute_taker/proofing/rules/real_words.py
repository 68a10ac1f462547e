"""Words that are words, but not the ones meant: "form" for "from", "there" for "their"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minute_taker.proofing.passages import Passage, Word
from minute_taker.proofing.rules.confusions import CONFUSIONS, Confusion
from minute_taker.proofing.slips import Slip, like, words_of

RULE = "wrong-word"
#: So far to either side an entry looks.
_NEAR = 60

_BY_WORD: dict[str, list[Confusion]] = {}
for _confusion in CONFUSIONS:
    _BY_WORD.setdefault(_confusion.found, []).append(_confusion)

#: After a word of these, "form" is a noun or a verb; so it is after an adjective in -ly, -al …
_BEFORE_FORM = words_of(
    """
    a an the this that any some no each every another what which same such its their his her
    our application booking consent registration referral complaint claim nomination
    response entry order enquiry feedback online web paper written printed draft final short
    long new old present correct standard simple different similar revised proposed to not
    would will could should can may might must or and also together best better original
    true pure basic prescribed approved amended abbreviated built urban art land life free
    sixth tax proxy declaration single in only they we you who help helped complete
    completed tender evaluation assessment scoring of petition request monitoring
    nominations data appropriate suitable summary tabular table early later nursery
    reception entry template dotted on easy-read full latest two one pro medical renewal
    disclosure survey risk budget interest objection refund report visit
    """
)
_ADJECTIVE = re.compile(r"(?:ly|ous|ive|ic|al|ible|able|ary)$")
#: What comes after "from", and hardly ever after the noun "form".
_AFTER_FROM = re.compile(
    r"\s(?:the|this|these|those|their|its|his|her|all|both|other|each|any|some|one|being|"
    r"[£\d]|[A-Z]|[a-z]+s\b|[a-z]+ing\b|local|external|various|central|government|within|across|"
    r"existing|outside|time|home|public|council|a(?!\spart)|an(?!\s(?:integral|important)))"
)
_NOT_AFTER_FROM = re.compile(r"\s(?:was|is|has|its|as|this)\b")


def wrong_words(passage: Passage) -> Iterator[Slip]:
    """The words of a line that stand for others."""
    own = passage.own
    for word in passage.words:
        lower = word.text.lower().replace("’", "'")
        entries = _BY_WORD.get(lower)
        if entries is None or own[word.start] == " " or _in_a_name(passage, word):
            continue
        before = own[max(0, word.start - _NEAR) : word.start]
        after = own[word.end : word.end + _NEAR]
        for entry in entries:
            if entry.speaks(before, after):
                yield _slip(word, entry.right)
                break
        else:
            if lower == "form" and _means_from(before, after):
                yield _slip(word, "from")


def _in_a_name(passage: Passage, word: Word) -> bool:
    """Whether a word has a capital that no sentence gave it."""
    return (
        word.text[0].isupper()
        and not passage.opens_sentence(word.start)
        and not word.text.lower().startswith(("council", "borough", "committee", "principle"))
    )


def _means_from(before: str, after: str) -> bool:
    match = re.search(r"([\w’'-]+)\s$", before)
    if match is None:
        return False
    last = match[1].lower()
    if last in _BEFORE_FORM or _ADJECTIVE.search(last):
        return False
    return _AFTER_FROM.match(after) is not None and not _NOT_AFTER_FROM.match(after)


def _slip(word: Word, right: str) -> Slip:
    meant = like(word.text, right)
    return Slip(RULE, f"“{word.text}” may be meant to be “{meant}”", word.start, word.end, (meant,))
